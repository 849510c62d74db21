// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import type { xen_add_to_physmap_batch_extra } from '../../abi/memory.js';
import {
  agree,
  codecOf,
  isBytes,
  merge,
  u16,
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
const V8 = /* @__PURE__ */ new Uint8Array(2);
const U8 = /* @__PURE__ */ new Uint8Array(2);
const M8 = /* @__PURE__ */ new Uint8Array(2);
const V = /* @__PURE__ */ viewOf(V8);

const xen_add_to_physmap_batch_extra_x86_32: Generated = {
  layout: '185c6722',
  size: 2,
  align: 2,
  shape: () => union(2, ['foreign_domid', 0, u16], ['res0', 0, u16]),
  padding: () => [],
  agree,
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 2 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 2 <= bytes.length)) throw slow.tooShort(bytes, offset);
      }
      if (bytes !== viewed) {
        if (!isBytes(bytes)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      return { foreign_domid: view.getUint16(offset, true), res0: view.getUint16(offset, true) };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 2 <= bytes?.length)) break fast;
        let g1 = false;
        let x2 = 0;
        let g3 = false;
        let x4 = 0;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0 === null || Array.isArray(v0)) break fast;
        g1 = v0.foreign_domid !== undefined;
        if (g1) {
          const tx2 = v0.foreign_domid;
          if (typeof tx2 !== 'number' || (tx2 & 0xffff) !== tx2) break fast;
          x2 = tx2;
        }
        g3 = v0.res0 !== undefined;
        if (g3) {
          const tx4 = v0.res0;
          if (typeof tx4 !== 'number' || (tx4 & 0xffff) !== tx4) break fast;
          x4 = tx4;
        }
        if (!(g1 || g3)) break fast;
        for (const key in v0)
          switch (key) {
            case 'foreign_domid':
            case 'res0':
              break;
            default:
              break fast;
          }
        M8.fill(0, 0, 2);
        if (g1) {
          V.setUint16(0, x2, true);
          if (!merge(U8, M8, V8, 0, 2)) break fast;
        }
        if (g3) {
          V.setUint16(0, x4, true);
          if (!merge(U8, M8, V8, 0, 2)) break fast;
        }
        if (!(offset + 2 <= bytes.length)) break fast;
        if (!isBytes(bytes)) break fast;
        for (let i = 0; i < 2; i++) if (M8[i] !== 0) bytes[offset + i] = U8[i]!;
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof xen_add_to_physmap_batch_extra> = /* @__PURE__ */ codecOf(
  'xen_add_to_physmap_batch_extra',
  'x86_32',
  xen_add_to_physmap_batch_extra_x86_32,
);
export const x86_64: PrintedCodec<typeof xen_add_to_physmap_batch_extra> = /* @__PURE__ */ codecOf(
  'xen_add_to_physmap_batch_extra',
  'x86_64',
  xen_add_to_physmap_batch_extra_x86_32,
);
export const arm32: PrintedCodec<typeof xen_add_to_physmap_batch_extra> = /* @__PURE__ */ codecOf(
  'xen_add_to_physmap_batch_extra',
  'arm32',
  xen_add_to_physmap_batch_extra_x86_32,
);
export const arm64: PrintedCodec<typeof xen_add_to_physmap_batch_extra> = /* @__PURE__ */ codecOf(
  'xen_add_to_physmap_batch_extra',
  'arm64',
  xen_add_to_physmap_batch_extra_x86_32,
);
export const riscv64: PrintedCodec<typeof xen_add_to_physmap_batch_extra> = /* @__PURE__ */ codecOf(
  'xen_add_to_physmap_batch_extra',
  'riscv64',
  xen_add_to_physmap_batch_extra_x86_32,
);
export const ppc64: PrintedCodec<typeof xen_add_to_physmap_batch_extra> = /* @__PURE__ */ codecOf(
  'xen_add_to_physmap_batch_extra',
  'ppc64',
  xen_add_to_physmap_batch_extra_x86_32,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof xen_add_to_physmap_batch_extra>;
  readonly x86_64: PrintedCodec<typeof xen_add_to_physmap_batch_extra>;
  readonly arm32: PrintedCodec<typeof xen_add_to_physmap_batch_extra>;
  readonly arm64: PrintedCodec<typeof xen_add_to_physmap_batch_extra>;
  readonly riscv64: PrintedCodec<typeof xen_add_to_physmap_batch_extra>;
  readonly ppc64: PrintedCodec<typeof xen_add_to_physmap_batch_extra>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
