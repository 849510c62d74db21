// Generated from abi/xen.ts by scripts/generate.ts: do not edit.
import type { multicall_entry } from '../../abi/xen.js';
import {
  U32,
  U64,
  array,
  codecOf,
  elements,
  int,
  isBytes,
  lists,
  struct,
  u64,
  type Fields,
  type Generated,
  type PrintedCodec,
} from '../codec/runtime.js';

/** The bytes that were read or written last, and the view of them: callers stay with one. */
let viewed: Uint8Array | undefined;
let view: DataView;

const multicall_entry_x86_32: Generated = {
  layout: '00d822e8',
  size: 32,
  align: 4,
  shape: () =>
    struct(
      32,
      ['op', 0, int(4, false, 'bigint')],
      ['result', 4, int(4, false, 'bigint')],
      ['args', 8, array(int(4, false, 'bigint'), 6)],
    ),
  padding: () => [],
  lists,
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 32 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 32 <= bytes.length)) throw slow.tooShort(bytes, offset);
      }
      if (bytes !== viewed) {
        if (!isBytes(bytes)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      return {
        op: BigInt(view.getUint32(offset, true)),
        result: BigInt(view.getUint32(offset + 4, true)),
        args: [
          BigInt(view.getUint32(offset + 8, true)),
          BigInt(view.getUint32(offset + 12, true)),
          BigInt(view.getUint32(offset + 16, true)),
          BigInt(view.getUint32(offset + 20, true)),
          BigInt(view.getUint32(offset + 24, true)),
          BigInt(view.getUint32(offset + 28, true)),
        ],
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 32 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        let x1 = v0.op;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(32, x1) !== x1) break fast;
        let x2 = v0.result;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(32, x2) !== x2) break fast;
        const v3 = elements(v0.args, 6);
        if (v3 === undefined) break fast;
        let x4 = v3[0];
        if (typeof x4 === 'number' && Number.isSafeInteger(x4)) x4 = BigInt(x4);
        if (typeof x4 !== 'bigint' || BigInt.asUintN(32, x4) !== x4) break fast;
        let x5 = v3[1];
        if (typeof x5 === 'number' && Number.isSafeInteger(x5)) x5 = BigInt(x5);
        if (typeof x5 !== 'bigint' || BigInt.asUintN(32, x5) !== x5) break fast;
        let x6 = v3[2];
        if (typeof x6 === 'number' && Number.isSafeInteger(x6)) x6 = BigInt(x6);
        if (typeof x6 !== 'bigint' || BigInt.asUintN(32, x6) !== x6) break fast;
        let x7 = v3[3];
        if (typeof x7 === 'number' && Number.isSafeInteger(x7)) x7 = BigInt(x7);
        if (typeof x7 !== 'bigint' || BigInt.asUintN(32, x7) !== x7) break fast;
        let x8 = v3[4];
        if (typeof x8 === 'number' && Number.isSafeInteger(x8)) x8 = BigInt(x8);
        if (typeof x8 !== 'bigint' || BigInt.asUintN(32, x8) !== x8) break fast;
        let x9 = v3[5];
        if (typeof x9 === 'number' && Number.isSafeInteger(x9)) x9 = BigInt(x9);
        if (typeof x9 !== 'bigint' || BigInt.asUintN(32, x9) !== x9) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 3) break fast;
        if (!(offset + 32 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint32(offset, Number(x1), true);
        view.setUint32(offset + 4, Number(x2), true);
        view.setUint32(offset + 8, Number(x4), true);
        view.setUint32(offset + 12, Number(x5), true);
        view.setUint32(offset + 16, Number(x6), true);
        view.setUint32(offset + 20, Number(x7), true);
        view.setUint32(offset + 24, Number(x8), true);
        view.setUint32(offset + 28, Number(x9), true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const multicall_entry_x86_64: Generated = {
  layout: '069f6c5a',
  size: 64,
  align: 8,
  shape: () => struct(64, ['op', 0, u64], ['result', 8, u64], ['args', 16, array(u64, 6)]),
  padding: () => [],
  lists,
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 64 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 64 <= bytes.length)) throw slow.tooShort(bytes, offset);
      }
      if (bytes !== viewed) {
        if (!isBytes(bytes)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset, true);
      U32[1] = view.getUint32(offset + 4, true);
      U32[2] = view.getUint32(offset + 8, true);
      U32[3] = view.getUint32(offset + 12, true);
      U32[4] = view.getUint32(offset + 16, true);
      U32[5] = view.getUint32(offset + 20, true);
      U32[6] = view.getUint32(offset + 24, true);
      U32[7] = view.getUint32(offset + 28, true);
      U32[8] = view.getUint32(offset + 32, true);
      U32[9] = view.getUint32(offset + 36, true);
      U32[10] = view.getUint32(offset + 40, true);
      U32[11] = view.getUint32(offset + 44, true);
      U32[12] = view.getUint32(offset + 48, true);
      U32[13] = view.getUint32(offset + 52, true);
      U32[14] = view.getUint32(offset + 56, true);
      U32[15] = view.getUint32(offset + 60, true);
      return {
        op: U64[0]!,
        result: U64[1]!,
        args: [U64[2]!, U64[3]!, U64[4]!, U64[5]!, U64[6]!, U64[7]!],
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 64 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        let x1 = v0.op;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(64, x1) !== x1) break fast;
        let x2 = v0.result;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(64, x2) !== x2) break fast;
        const v3 = elements(v0.args, 6);
        if (v3 === undefined) break fast;
        let x4 = v3[0];
        if (typeof x4 === 'number' && Number.isSafeInteger(x4)) x4 = BigInt(x4);
        if (typeof x4 !== 'bigint' || BigInt.asUintN(64, x4) !== x4) break fast;
        let x5 = v3[1];
        if (typeof x5 === 'number' && Number.isSafeInteger(x5)) x5 = BigInt(x5);
        if (typeof x5 !== 'bigint' || BigInt.asUintN(64, x5) !== x5) break fast;
        let x6 = v3[2];
        if (typeof x6 === 'number' && Number.isSafeInteger(x6)) x6 = BigInt(x6);
        if (typeof x6 !== 'bigint' || BigInt.asUintN(64, x6) !== x6) break fast;
        let x7 = v3[3];
        if (typeof x7 === 'number' && Number.isSafeInteger(x7)) x7 = BigInt(x7);
        if (typeof x7 !== 'bigint' || BigInt.asUintN(64, x7) !== x7) break fast;
        let x8 = v3[4];
        if (typeof x8 === 'number' && Number.isSafeInteger(x8)) x8 = BigInt(x8);
        if (typeof x8 !== 'bigint' || BigInt.asUintN(64, x8) !== x8) break fast;
        let x9 = v3[5];
        if (typeof x9 === 'number' && Number.isSafeInteger(x9)) x9 = BigInt(x9);
        if (typeof x9 !== 'bigint' || BigInt.asUintN(64, x9) !== x9) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 3) break fast;
        if (!(offset + 64 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x1;
        U64[1] = x2;
        U64[2] = x4;
        U64[3] = x5;
        U64[4] = x6;
        U64[5] = x7;
        U64[6] = x8;
        U64[7] = x9;
        view.setUint32(offset, U32[0]!, true);
        view.setUint32(offset + 4, U32[1]!, true);
        view.setUint32(offset + 8, U32[2]!, true);
        view.setUint32(offset + 12, U32[3]!, true);
        view.setUint32(offset + 16, U32[4]!, true);
        view.setUint32(offset + 20, U32[5]!, true);
        view.setUint32(offset + 24, U32[6]!, true);
        view.setUint32(offset + 28, U32[7]!, true);
        view.setUint32(offset + 32, U32[8]!, true);
        view.setUint32(offset + 36, U32[9]!, true);
        view.setUint32(offset + 40, U32[10]!, true);
        view.setUint32(offset + 44, U32[11]!, true);
        view.setUint32(offset + 48, U32[12]!, true);
        view.setUint32(offset + 52, U32[13]!, true);
        view.setUint32(offset + 56, U32[14]!, true);
        view.setUint32(offset + 60, U32[15]!, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof multicall_entry> = /* @__PURE__ */ codecOf(
  'multicall_entry',
  'x86_32',
  multicall_entry_x86_32,
);
export const x86_64: PrintedCodec<typeof multicall_entry> = /* @__PURE__ */ codecOf(
  'multicall_entry',
  'x86_64',
  multicall_entry_x86_64,
);
export const arm32: PrintedCodec<typeof multicall_entry> = /* @__PURE__ */ codecOf(
  'multicall_entry',
  'arm32',
  multicall_entry_x86_64,
);
export const arm64: PrintedCodec<typeof multicall_entry> = /* @__PURE__ */ codecOf(
  'multicall_entry',
  'arm64',
  multicall_entry_x86_64,
);
export const riscv64: PrintedCodec<typeof multicall_entry> = /* @__PURE__ */ codecOf(
  'multicall_entry',
  'riscv64',
  multicall_entry_x86_64,
);
export const ppc64: PrintedCodec<typeof multicall_entry> = /* @__PURE__ */ codecOf(
  'multicall_entry',
  'ppc64',
  multicall_entry_x86_64,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof multicall_entry>;
  readonly x86_64: PrintedCodec<typeof multicall_entry>;
  readonly arm32: PrintedCodec<typeof multicall_entry>;
  readonly arm64: PrintedCodec<typeof multicall_entry>;
  readonly riscv64: PrintedCodec<typeof multicall_entry>;
  readonly ppc64: PrintedCodec<typeof multicall_entry>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
