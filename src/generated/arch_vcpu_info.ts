// Generated from abi/shared-info.ts by scripts/generate.ts: do not edit.
import type { arch_vcpu_info_x86_32 } from '../../abi/shared-info.js';
import type { arch_vcpu_info_x86_64 } from '../../abi/shared-info.js';
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

const arch_vcpu_info_x86_32_x86_32: Generated = {
  layout: '3d9b0c6f',
  size: 24,
  align: 4,
  shape: () =>
    struct(24, ['cr2', 0, int(4, false, 'bigint')], ['pad', 4, array(int(4, false, 'bigint'), 5)]),
  padding: () => [],
  lists,
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 24 <= bytes.length)) throw slow.tooShort(bytes, offset);
      }
      if (bytes !== viewed) {
        if (!isBytes(bytes)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      return {
        cr2: BigInt(view.getUint32(offset, true)),
        pad: [
          BigInt(view.getUint32(offset + 4, true)),
          BigInt(view.getUint32(offset + 8, true)),
          BigInt(view.getUint32(offset + 12, true)),
          BigInt(view.getUint32(offset + 16, true)),
          BigInt(view.getUint32(offset + 20, true)),
        ],
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        let x1 = v0.cr2;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(32, x1) !== x1) break fast;
        const v2 = elements(v0.pad, 5);
        if (v2 === undefined) break fast;
        let x3 = v2[0];
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(32, x3) !== x3) break fast;
        let x4 = v2[1];
        if (typeof x4 === 'number' && Number.isSafeInteger(x4)) x4 = BigInt(x4);
        if (typeof x4 !== 'bigint' || BigInt.asUintN(32, x4) !== x4) break fast;
        let x5 = v2[2];
        if (typeof x5 === 'number' && Number.isSafeInteger(x5)) x5 = BigInt(x5);
        if (typeof x5 !== 'bigint' || BigInt.asUintN(32, x5) !== x5) break fast;
        let x6 = v2[3];
        if (typeof x6 === 'number' && Number.isSafeInteger(x6)) x6 = BigInt(x6);
        if (typeof x6 !== 'bigint' || BigInt.asUintN(32, x6) !== x6) break fast;
        let x7 = v2[4];
        if (typeof x7 === 'number' && Number.isSafeInteger(x7)) x7 = BigInt(x7);
        if (typeof x7 !== 'bigint' || BigInt.asUintN(32, x7) !== x7) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 2) break fast;
        if (!(offset + 24 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint32(offset, Number(x1), true);
        view.setUint32(offset + 4, Number(x3), true);
        view.setUint32(offset + 8, Number(x4), true);
        view.setUint32(offset + 12, Number(x5), true);
        view.setUint32(offset + 16, Number(x6), true);
        view.setUint32(offset + 20, Number(x7), true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const arch_vcpu_info_x86_64_x86_64: Generated = {
  layout: 'c003a59b',
  size: 16,
  align: 8,
  shape: () => struct(16, ['cr2', 0, u64], ['pad', 8, u64]),
  padding: () => [],
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 16 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 16 <= bytes.length)) throw slow.tooShort(bytes, offset);
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
      return { cr2: U64[0]!, pad: U64[1]! };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 16 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        let x1 = v0.cr2;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(64, x1) !== x1) break fast;
        let x2 = v0.pad;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(64, x2) !== x2) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 2) break fast;
        if (!(offset + 16 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x1;
        U64[1] = x2;
        view.setUint32(offset, U32[0]!, true);
        view.setUint32(offset + 4, U32[1]!, true);
        view.setUint32(offset + 8, U32[2]!, true);
        view.setUint32(offset + 12, U32[3]!, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof arch_vcpu_info_x86_32> = /* @__PURE__ */ codecOf(
  'arch_vcpu_info',
  'x86_32',
  arch_vcpu_info_x86_32_x86_32,
);
export const x86_64: PrintedCodec<typeof arch_vcpu_info_x86_64> = /* @__PURE__ */ codecOf(
  'arch_vcpu_info',
  'x86_64',
  arch_vcpu_info_x86_64_x86_64,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof arch_vcpu_info_x86_32>;
  readonly x86_64: PrintedCodec<typeof arch_vcpu_info_x86_64>;
} = { x86_32, x86_64 };
