// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import type { xen_mem_paging_op } from '../../abi/memory.js';
import {
  U32,
  U64,
  codecOf,
  isBytes,
  spans,
  struct,
  u16,
  u64,
  u8,
  type Fields,
  type Generated,
  type PrintedCodec,
} from '../codec/runtime.js';

/** The bytes that were read or written last, and the view of them: callers stay with one. */
let viewed: Uint8Array | undefined;
let view: DataView;

const xen_mem_paging_op_x86_32: Generated = {
  layout: '25902934',
  size: 24,
  align: 8,
  shape: () => struct(24, ['op', 0, u8], ['domain', 2, u16], ['buffer', 8, u64], ['gfn', 16, u64]),
  padding: () => spans([1, 1, []], [4, 4, []]),
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
      U32[2] = view.getUint32(offset + 16, true);
      U32[3] = view.getUint32(offset + 20, true);
      return {
        op: view.getUint8(offset),
        domain: view.getUint16(offset + 2, true),
        buffer: U64[0]!,
        gfn: U64[1]!,
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.op;
        if (typeof x1 !== 'number' || (x1 & 0xff) !== x1) break fast;
        const x2 = v0.domain;
        if (typeof x2 !== 'number' || (x2 & 0xffff) !== x2) break fast;
        let x3 = v0.buffer;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(64, x3) !== x3) break fast;
        let x4 = v0.gfn;
        if (typeof x4 === 'number' && Number.isSafeInteger(x4)) x4 = BigInt(x4);
        if (typeof x4 !== 'bigint' || BigInt.asUintN(64, x4) !== x4) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 4) break fast;
        if (!(offset + 24 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x3;
        U64[1] = x4;
        view.setUint8(offset, x1);
        view.setUint16(offset + 2, x2, true);
        view.setUint32(offset + 8, U32[0]!, true);
        view.setUint32(offset + 12, U32[1]!, true);
        view.setUint32(offset + 16, U32[2]!, true);
        view.setUint32(offset + 20, U32[3]!, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof xen_mem_paging_op> = /* @__PURE__ */ codecOf(
  'xen_mem_paging_op',
  'x86_32',
  xen_mem_paging_op_x86_32,
);
export const x86_64: PrintedCodec<typeof xen_mem_paging_op> = /* @__PURE__ */ codecOf(
  'xen_mem_paging_op',
  'x86_64',
  xen_mem_paging_op_x86_32,
);
export const arm32: PrintedCodec<typeof xen_mem_paging_op> = /* @__PURE__ */ codecOf(
  'xen_mem_paging_op',
  'arm32',
  xen_mem_paging_op_x86_32,
);
export const arm64: PrintedCodec<typeof xen_mem_paging_op> = /* @__PURE__ */ codecOf(
  'xen_mem_paging_op',
  'arm64',
  xen_mem_paging_op_x86_32,
);
export const riscv64: PrintedCodec<typeof xen_mem_paging_op> = /* @__PURE__ */ codecOf(
  'xen_mem_paging_op',
  'riscv64',
  xen_mem_paging_op_x86_32,
);
export const ppc64: PrintedCodec<typeof xen_mem_paging_op> = /* @__PURE__ */ codecOf(
  'xen_mem_paging_op',
  'ppc64',
  xen_mem_paging_op_x86_32,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof xen_mem_paging_op>;
  readonly x86_64: PrintedCodec<typeof xen_mem_paging_op>;
  readonly arm32: PrintedCodec<typeof xen_mem_paging_op>;
  readonly arm64: PrintedCodec<typeof xen_mem_paging_op>;
  readonly riscv64: PrintedCodec<typeof xen_mem_paging_op>;
  readonly ppc64: PrintedCodec<typeof xen_mem_paging_op>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
