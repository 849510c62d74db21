// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import type { xen_mem_access_op } from '../../abi/memory.js';
import {
  U32,
  U64,
  codecOf,
  int,
  isBytes,
  struct,
  u16,
  u32,
  u64,
  u8,
  type Fields,
  type Generated,
  type PrintedCodec,
} from '../codec/runtime.js';

/** The bytes that were read or written last, and the view of them: callers stay with one. */
let viewed: Uint8Array | undefined;
let view: DataView;

const xen_mem_access_op_x86_32: Generated = {
  layout: 'b7e6129c',
  size: 24,
  align: 8,
  shape: () =>
    struct(
      24,
      ['op', 0, u8],
      ['access', 1, u8],
      ['domid', 2, u16],
      ['nr', 4, u32],
      ['pfn', 8, u64],
      ['pfn_list', 16, int(4, false, 'bigint')],
      ['access_list', 20, int(4, false, 'bigint')],
    ),
  padding: () => [],
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
      U32[0] = view.getUint32(offset + 8, true);
      U32[1] = view.getUint32(offset + 12, true);
      return {
        op: view.getUint8(offset),
        access: view.getUint8(offset + 1),
        domid: view.getUint16(offset + 2, true),
        nr: view.getUint32(offset + 4, true),
        pfn: U64[0]!,
        pfn_list: BigInt(view.getUint32(offset + 16, true)),
        access_list: BigInt(view.getUint32(offset + 20, true)),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.op;
        if (typeof x1 !== 'number' || (x1 & 0xff) !== x1) break fast;
        const x2 = v0.access;
        if (typeof x2 !== 'number' || (x2 & 0xff) !== x2) break fast;
        const x3 = v0.domid;
        if (typeof x3 !== 'number' || (x3 & 0xffff) !== x3) break fast;
        const x4 = v0.nr;
        if (typeof x4 !== 'number' || x4 >>> 0 !== x4) break fast;
        let x5 = v0.pfn;
        if (typeof x5 === 'number' && Number.isSafeInteger(x5)) x5 = BigInt(x5);
        if (typeof x5 !== 'bigint' || BigInt.asUintN(64, x5) !== x5) break fast;
        let x6 = v0.pfn_list;
        if (typeof x6 === 'number' && Number.isSafeInteger(x6)) x6 = BigInt(x6);
        if (typeof x6 !== 'bigint' || BigInt.asUintN(32, x6) !== x6) break fast;
        let x7 = v0.access_list;
        if (typeof x7 === 'number' && Number.isSafeInteger(x7)) x7 = BigInt(x7);
        if (typeof x7 !== 'bigint' || BigInt.asUintN(32, x7) !== x7) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 7) break fast;
        if (!(offset + 24 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x5;
        view.setUint8(offset, x1);
        view.setUint8(offset + 1, x2);
        view.setUint16(offset + 2, x3, true);
        view.setUint32(offset + 4, x4, true);
        view.setUint32(offset + 8, U32[0]!, true);
        view.setUint32(offset + 12, U32[1]!, true);
        view.setUint32(offset + 16, Number(x6), true);
        view.setUint32(offset + 20, Number(x7), true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_mem_access_op_x86_64: Generated = {
  layout: 'd701c995',
  size: 32,
  align: 8,
  shape: () =>
    struct(
      32,
      ['op', 0, u8],
      ['access', 1, u8],
      ['domid', 2, u16],
      ['nr', 4, u32],
      ['pfn', 8, u64],
      ['pfn_list', 16, u64],
      ['access_list', 24, u64],
    ),
  padding: () => [],
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
      U32[0] = view.getUint32(offset + 8, true);
      U32[1] = view.getUint32(offset + 12, true);
      U32[2] = view.getUint32(offset + 16, true);
      U32[3] = view.getUint32(offset + 20, true);
      U32[4] = view.getUint32(offset + 24, true);
      U32[5] = view.getUint32(offset + 28, true);
      return {
        op: view.getUint8(offset),
        access: view.getUint8(offset + 1),
        domid: view.getUint16(offset + 2, true),
        nr: view.getUint32(offset + 4, true),
        pfn: U64[0]!,
        pfn_list: U64[1]!,
        access_list: U64[2]!,
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 32 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.op;
        if (typeof x1 !== 'number' || (x1 & 0xff) !== x1) break fast;
        const x2 = v0.access;
        if (typeof x2 !== 'number' || (x2 & 0xff) !== x2) break fast;
        const x3 = v0.domid;
        if (typeof x3 !== 'number' || (x3 & 0xffff) !== x3) break fast;
        const x4 = v0.nr;
        if (typeof x4 !== 'number' || x4 >>> 0 !== x4) break fast;
        let x5 = v0.pfn;
        if (typeof x5 === 'number' && Number.isSafeInteger(x5)) x5 = BigInt(x5);
        if (typeof x5 !== 'bigint' || BigInt.asUintN(64, x5) !== x5) break fast;
        let x6 = v0.pfn_list;
        if (typeof x6 === 'number' && Number.isSafeInteger(x6)) x6 = BigInt(x6);
        if (typeof x6 !== 'bigint' || BigInt.asUintN(64, x6) !== x6) break fast;
        let x7 = v0.access_list;
        if (typeof x7 === 'number' && Number.isSafeInteger(x7)) x7 = BigInt(x7);
        if (typeof x7 !== 'bigint' || BigInt.asUintN(64, x7) !== x7) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 7) break fast;
        if (!(offset + 32 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x5;
        U64[1] = x6;
        U64[2] = x7;
        view.setUint8(offset, x1);
        view.setUint8(offset + 1, x2);
        view.setUint16(offset + 2, x3, true);
        view.setUint32(offset + 4, x4, true);
        view.setUint32(offset + 8, U32[0]!, true);
        view.setUint32(offset + 12, U32[1]!, true);
        view.setUint32(offset + 16, U32[2]!, true);
        view.setUint32(offset + 20, U32[3]!, true);
        view.setUint32(offset + 24, U32[4]!, true);
        view.setUint32(offset + 28, U32[5]!, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof xen_mem_access_op> = /* @__PURE__ */ codecOf(
  'xen_mem_access_op',
  'x86_32',
  xen_mem_access_op_x86_32,
);
export const x86_64: PrintedCodec<typeof xen_mem_access_op> = /* @__PURE__ */ codecOf(
  'xen_mem_access_op',
  'x86_64',
  xen_mem_access_op_x86_64,
);
export const arm32: PrintedCodec<typeof xen_mem_access_op> = /* @__PURE__ */ codecOf(
  'xen_mem_access_op',
  'arm32',
  xen_mem_access_op_x86_64,
);
export const arm64: PrintedCodec<typeof xen_mem_access_op> = /* @__PURE__ */ codecOf(
  'xen_mem_access_op',
  'arm64',
  xen_mem_access_op_x86_64,
);
export const riscv64: PrintedCodec<typeof xen_mem_access_op> = /* @__PURE__ */ codecOf(
  'xen_mem_access_op',
  'riscv64',
  xen_mem_access_op_x86_64,
);
export const ppc64: PrintedCodec<typeof xen_mem_access_op> = /* @__PURE__ */ codecOf(
  'xen_mem_access_op',
  'ppc64',
  xen_mem_access_op_x86_64,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof xen_mem_access_op>;
  readonly x86_64: PrintedCodec<typeof xen_mem_access_op>;
  readonly arm32: PrintedCodec<typeof xen_mem_access_op>;
  readonly arm64: PrintedCodec<typeof xen_mem_access_op>;
  readonly riscv64: PrintedCodec<typeof xen_mem_access_op>;
  readonly ppc64: PrintedCodec<typeof xen_mem_access_op>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
