// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import type { mem_sharing_op_range } from '../../abi/memory.js';
import {
  U32,
  U64,
  array,
  codecOf,
  elements,
  isBytes,
  lists,
  struct,
  u16,
  u64,
  type Fields,
  type Generated,
  type PrintedCodec,
} from '../codec/runtime.js';

/** The bytes that were read or written last, and the view of them: callers stay with one. */
let viewed: Uint8Array | undefined;
let view: DataView;

const mem_sharing_op_range_x86_32: Generated = {
  layout: 'c119d48e',
  size: 32,
  align: 8,
  shape: () =>
    struct(
      32,
      ['first_gfn', 0, u64],
      ['last_gfn', 8, u64],
      ['opaque', 16, u64],
      ['client_domain', 24, u16],
      ['_pad', 26, array(u16, 3)],
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
      U32[0] = view.getUint32(offset, true);
      U32[1] = view.getUint32(offset + 4, true);
      U32[2] = view.getUint32(offset + 8, true);
      U32[3] = view.getUint32(offset + 12, true);
      U32[4] = view.getUint32(offset + 16, true);
      U32[5] = view.getUint32(offset + 20, true);
      return {
        first_gfn: U64[0]!,
        last_gfn: U64[1]!,
        opaque: U64[2]!,
        client_domain: view.getUint16(offset + 24, true),
        _pad: [
          view.getUint16(offset + 26, true),
          view.getUint16(offset + 28, true),
          view.getUint16(offset + 30, true),
        ],
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 32 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        let x1 = v0.first_gfn;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(64, x1) !== x1) break fast;
        let x2 = v0.last_gfn;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(64, x2) !== x2) break fast;
        let x3 = v0.opaque;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(64, x3) !== x3) break fast;
        const x4 = v0.client_domain;
        if (typeof x4 !== 'number' || (x4 & 0xffff) !== x4) break fast;
        const v5 = elements(v0._pad, 3);
        if (v5 === undefined) break fast;
        const x6 = v5[0];
        if (typeof x6 !== 'number' || (x6 & 0xffff) !== x6) break fast;
        const x7 = v5[1];
        if (typeof x7 !== 'number' || (x7 & 0xffff) !== x7) break fast;
        const x8 = v5[2];
        if (typeof x8 !== 'number' || (x8 & 0xffff) !== x8) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 5) break fast;
        if (!(offset + 32 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x1;
        U64[1] = x2;
        U64[2] = x3;
        view.setUint32(offset, U32[0]!, true);
        view.setUint32(offset + 4, U32[1]!, true);
        view.setUint32(offset + 8, U32[2]!, true);
        view.setUint32(offset + 12, U32[3]!, true);
        view.setUint32(offset + 16, U32[4]!, true);
        view.setUint32(offset + 20, U32[5]!, true);
        view.setUint16(offset + 24, x4, true);
        view.setUint16(offset + 26, x6, true);
        view.setUint16(offset + 28, x7, true);
        view.setUint16(offset + 30, x8, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof mem_sharing_op_range> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_range',
  'x86_32',
  mem_sharing_op_range_x86_32,
);
export const x86_64: PrintedCodec<typeof mem_sharing_op_range> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_range',
  'x86_64',
  mem_sharing_op_range_x86_32,
);
export const arm32: PrintedCodec<typeof mem_sharing_op_range> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_range',
  'arm32',
  mem_sharing_op_range_x86_32,
);
export const arm64: PrintedCodec<typeof mem_sharing_op_range> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_range',
  'arm64',
  mem_sharing_op_range_x86_32,
);
export const riscv64: PrintedCodec<typeof mem_sharing_op_range> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_range',
  'riscv64',
  mem_sharing_op_range_x86_32,
);
export const ppc64: PrintedCodec<typeof mem_sharing_op_range> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_range',
  'ppc64',
  mem_sharing_op_range_x86_32,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof mem_sharing_op_range>;
  readonly x86_64: PrintedCodec<typeof mem_sharing_op_range>;
  readonly arm32: PrintedCodec<typeof mem_sharing_op_range>;
  readonly arm64: PrintedCodec<typeof mem_sharing_op_range>;
  readonly riscv64: PrintedCodec<typeof mem_sharing_op_range>;
  readonly ppc64: PrintedCodec<typeof mem_sharing_op_range>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
