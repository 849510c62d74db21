// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import type { mem_sharing_op_share } from '../../abi/memory.js';
import {
  U32,
  U64,
  codecOf,
  isBytes,
  spans,
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

const mem_sharing_op_share_x86_32: Generated = {
  layout: 'c75124b0',
  size: 40,
  align: 8,
  shape: () =>
    struct(
      40,
      ['source_gfn', 0, u64],
      ['source_handle', 8, u64],
      ['client_gfn', 16, u64],
      ['client_handle', 24, u64],
      ['client_domain', 32, u16],
    ),
  padding: () => spans([34, 6, []]),
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 40 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 40 <= bytes.length)) throw slow.tooShort(bytes, offset);
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
      return {
        source_gfn: U64[0]!,
        source_handle: U64[1]!,
        client_gfn: U64[2]!,
        client_handle: U64[3]!,
        client_domain: view.getUint16(offset + 32, true),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 40 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        let x1 = v0.source_gfn;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(64, x1) !== x1) break fast;
        let x2 = v0.source_handle;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(64, x2) !== x2) break fast;
        let x3 = v0.client_gfn;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(64, x3) !== x3) break fast;
        let x4 = v0.client_handle;
        if (typeof x4 === 'number' && Number.isSafeInteger(x4)) x4 = BigInt(x4);
        if (typeof x4 !== 'bigint' || BigInt.asUintN(64, x4) !== x4) break fast;
        const x5 = v0.client_domain;
        if (typeof x5 !== 'number' || (x5 & 0xffff) !== x5) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 5) break fast;
        if (!(offset + 40 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x1;
        U64[1] = x2;
        U64[2] = x3;
        U64[3] = x4;
        view.setUint32(offset, U32[0]!, true);
        view.setUint32(offset + 4, U32[1]!, true);
        view.setUint32(offset + 8, U32[2]!, true);
        view.setUint32(offset + 12, U32[3]!, true);
        view.setUint32(offset + 16, U32[4]!, true);
        view.setUint32(offset + 20, U32[5]!, true);
        view.setUint32(offset + 24, U32[6]!, true);
        view.setUint32(offset + 28, U32[7]!, true);
        view.setUint16(offset + 32, x5, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof mem_sharing_op_share> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_share',
  'x86_32',
  mem_sharing_op_share_x86_32,
);
export const x86_64: PrintedCodec<typeof mem_sharing_op_share> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_share',
  'x86_64',
  mem_sharing_op_share_x86_32,
);
export const arm32: PrintedCodec<typeof mem_sharing_op_share> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_share',
  'arm32',
  mem_sharing_op_share_x86_32,
);
export const arm64: PrintedCodec<typeof mem_sharing_op_share> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_share',
  'arm64',
  mem_sharing_op_share_x86_32,
);
export const riscv64: PrintedCodec<typeof mem_sharing_op_share> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_share',
  'riscv64',
  mem_sharing_op_share_x86_32,
);
export const ppc64: PrintedCodec<typeof mem_sharing_op_share> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_share',
  'ppc64',
  mem_sharing_op_share_x86_32,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof mem_sharing_op_share>;
  readonly x86_64: PrintedCodec<typeof mem_sharing_op_share>;
  readonly arm32: PrintedCodec<typeof mem_sharing_op_share>;
  readonly arm64: PrintedCodec<typeof mem_sharing_op_share>;
  readonly riscv64: PrintedCodec<typeof mem_sharing_op_share>;
  readonly ppc64: PrintedCodec<typeof mem_sharing_op_share>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
