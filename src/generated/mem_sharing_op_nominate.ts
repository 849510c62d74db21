// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import type { mem_sharing_op_nominate } from '../../abi/memory.js';
import {
  U32,
  U64,
  agree,
  codecOf,
  isBytes,
  merge,
  struct,
  u32,
  u64,
  union,
  viewOf,
  type Fields,
  type Generated,
  type PrintedCodec,
} from '../codec/runtime.js';

/** The bytes that were read or written last, and the view of them: callers stay with one. */
let viewed: Uint8Array | undefined;
let view: DataView;
/** One union member alone; those before it together; which bytes those have given. */
const V8 = /* @__PURE__ */ new Uint8Array(16);
const U8 = /* @__PURE__ */ new Uint8Array(16);
const M8 = /* @__PURE__ */ new Uint8Array(16);
const V = /* @__PURE__ */ viewOf(V8);

const mem_sharing_op_nominate_x86_32: Generated = {
  layout: '7d40b141',
  size: 16,
  align: 8,
  shape: () => {
    const s0 = union(8, ['gfn', 0, u64], ['grant_ref', 0, u32]);
    return struct(16, ['u', 0, s0], ['handle', 8, u64]);
  },
  padding: () => [],
  agree,
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
      return { u: { gfn: U64[0]!, grant_ref: view.getUint32(offset, true) }, handle: U64[1]! };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 16 <= bytes?.length)) break fast;
        let g2 = false;
        let x3 = 0n;
        let g4 = false;
        let x5 = 0;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const v1 = v0.u as Fields;
        if (typeof v1 !== 'object' || v1 === null || Array.isArray(v1)) break fast;
        g2 = v1.gfn !== undefined;
        if (g2) {
          let tx3 = v1.gfn;
          if (typeof tx3 === 'number' && Number.isSafeInteger(tx3)) tx3 = BigInt(tx3);
          if (typeof tx3 !== 'bigint' || BigInt.asUintN(64, tx3) !== tx3) break fast;
          x3 = tx3;
        }
        g4 = v1.grant_ref !== undefined;
        if (g4) {
          const tx5 = v1.grant_ref;
          if (typeof tx5 !== 'number' || tx5 >>> 0 !== tx5) break fast;
          x5 = tx5;
        }
        if (!(g2 || g4)) break fast;
        for (const key in v1)
          switch (key) {
            case 'gfn':
            case 'grant_ref':
              break;
            default:
              break fast;
          }
        let x6 = v0.handle;
        if (typeof x6 === 'number' && Number.isSafeInteger(x6)) x6 = BigInt(x6);
        if (typeof x6 !== 'bigint' || BigInt.asUintN(64, x6) !== x6) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 2) break fast;
        M8.fill(0, 0, 16);
        if (g2) {
          U64[0] = x3;
          V.setUint32(0, U32[0]!, true);
          V.setUint32(4, U32[1]!, true);
          if (!merge(U8, M8, V8, 0, 8)) break fast;
        }
        if (g4) {
          V.setUint32(0, x5, true);
          if (!merge(U8, M8, V8, 0, 4)) break fast;
        }
        if (!(offset + 16 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x6;
        view.setUint32(offset + 8, U32[0]!, true);
        view.setUint32(offset + 12, U32[1]!, true);
        for (let i = 0; i < 8; i++) if (M8[i] !== 0) bytes[offset + i] = U8[i]!;
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof mem_sharing_op_nominate> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_nominate',
  'x86_32',
  mem_sharing_op_nominate_x86_32,
);
export const x86_64: PrintedCodec<typeof mem_sharing_op_nominate> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_nominate',
  'x86_64',
  mem_sharing_op_nominate_x86_32,
);
export const arm32: PrintedCodec<typeof mem_sharing_op_nominate> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_nominate',
  'arm32',
  mem_sharing_op_nominate_x86_32,
);
export const arm64: PrintedCodec<typeof mem_sharing_op_nominate> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_nominate',
  'arm64',
  mem_sharing_op_nominate_x86_32,
);
export const riscv64: PrintedCodec<typeof mem_sharing_op_nominate> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_nominate',
  'riscv64',
  mem_sharing_op_nominate_x86_32,
);
export const ppc64: PrintedCodec<typeof mem_sharing_op_nominate> = /* @__PURE__ */ codecOf(
  'mem_sharing_op_nominate',
  'ppc64',
  mem_sharing_op_nominate_x86_32,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof mem_sharing_op_nominate>;
  readonly x86_64: PrintedCodec<typeof mem_sharing_op_nominate>;
  readonly arm32: PrintedCodec<typeof mem_sharing_op_nominate>;
  readonly arm64: PrintedCodec<typeof mem_sharing_op_nominate>;
  readonly riscv64: PrintedCodec<typeof mem_sharing_op_nominate>;
  readonly ppc64: PrintedCodec<typeof mem_sharing_op_nominate>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
