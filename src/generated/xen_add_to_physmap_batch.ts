// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import type { xen_add_to_physmap_batch } from '../../abi/memory.js';
import {
  U32,
  U64,
  agree,
  codecOf,
  int,
  isBytes,
  merge,
  struct,
  u16,
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
const V8 = /* @__PURE__ */ new Uint8Array(32);
const U8 = /* @__PURE__ */ new Uint8Array(32);
const M8 = /* @__PURE__ */ new Uint8Array(32);
const V = /* @__PURE__ */ viewOf(V8);

const xen_add_to_physmap_batch_x86_32: Generated = {
  layout: 'fe80ab89',
  size: 20,
  align: 4,
  shape: () => {
    const s0 = union(2, ['foreign_domid', 0, u16], ['res0', 0, u16]);
    return struct(
      20,
      ['domid', 0, u16],
      ['space', 2, u16],
      ['size', 4, u16],
      ['u', 6, s0],
      ['idxs', 8, int(4, false, 'bigint')],
      ['gpfns', 12, int(4, false, 'bigint')],
      ['errs', 16, int(4, false, 'bigint')],
    );
  },
  padding: () => [],
  agree,
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 20 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 20 <= bytes.length)) throw slow.tooShort(bytes, offset);
      }
      if (bytes !== viewed) {
        if (!isBytes(bytes)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      return {
        domid: view.getUint16(offset, true),
        space: view.getUint16(offset + 2, true),
        size: view.getUint16(offset + 4, true),
        u: {
          foreign_domid: view.getUint16(offset + 6, true),
          res0: view.getUint16(offset + 6, true),
        },
        idxs: BigInt(view.getUint32(offset + 8, true)),
        gpfns: BigInt(view.getUint32(offset + 12, true)),
        errs: BigInt(view.getUint32(offset + 16, true)),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 20 <= bytes?.length)) break fast;
        let g5 = false;
        let x6 = 0;
        let g7 = false;
        let x8 = 0;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        const x2 = v0.space;
        if (typeof x2 !== 'number' || (x2 & 0xffff) !== x2) break fast;
        const x3 = v0.size;
        if (typeof x3 !== 'number' || (x3 & 0xffff) !== x3) break fast;
        const v4 = v0.u as Fields;
        if (typeof v4 !== 'object' || v4 === null || Array.isArray(v4)) break fast;
        g5 = v4.foreign_domid !== undefined;
        if (g5) {
          const tx6 = v4.foreign_domid;
          if (typeof tx6 !== 'number' || (tx6 & 0xffff) !== tx6) break fast;
          x6 = tx6;
        }
        g7 = v4.res0 !== undefined;
        if (g7) {
          const tx8 = v4.res0;
          if (typeof tx8 !== 'number' || (tx8 & 0xffff) !== tx8) break fast;
          x8 = tx8;
        }
        if (!(g5 || g7)) break fast;
        for (const key in v4)
          switch (key) {
            case 'foreign_domid':
            case 'res0':
              break;
            default:
              break fast;
          }
        let x9 = v0.idxs;
        if (typeof x9 === 'number' && Number.isSafeInteger(x9)) x9 = BigInt(x9);
        if (typeof x9 !== 'bigint' || BigInt.asUintN(32, x9) !== x9) break fast;
        let x10 = v0.gpfns;
        if (typeof x10 === 'number' && Number.isSafeInteger(x10)) x10 = BigInt(x10);
        if (typeof x10 !== 'bigint' || BigInt.asUintN(32, x10) !== x10) break fast;
        let x11 = v0.errs;
        if (typeof x11 === 'number' && Number.isSafeInteger(x11)) x11 = BigInt(x11);
        if (typeof x11 !== 'bigint' || BigInt.asUintN(32, x11) !== x11) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 7) break fast;
        M8.fill(0, 0, 20);
        if (g5) {
          V.setUint16(6, x6, true);
          if (!merge(U8, M8, V8, 6, 2)) break fast;
        }
        if (g7) {
          V.setUint16(6, x8, true);
          if (!merge(U8, M8, V8, 6, 2)) break fast;
        }
        if (!(offset + 20 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint16(offset, x1, true);
        view.setUint16(offset + 2, x2, true);
        view.setUint16(offset + 4, x3, true);
        view.setUint32(offset + 8, Number(x9), true);
        view.setUint32(offset + 12, Number(x10), true);
        view.setUint32(offset + 16, Number(x11), true);
        for (let i = 6; i < 8; i++) if (M8[i] !== 0) bytes[offset + i] = U8[i]!;
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_add_to_physmap_batch_x86_64: Generated = {
  layout: '64264b01',
  size: 32,
  align: 8,
  shape: () => {
    const s0 = union(2, ['foreign_domid', 0, u16], ['res0', 0, u16]);
    return struct(
      32,
      ['domid', 0, u16],
      ['space', 2, u16],
      ['size', 4, u16],
      ['u', 6, s0],
      ['idxs', 8, u64],
      ['gpfns', 16, u64],
      ['errs', 24, u64],
    );
  },
  padding: () => [],
  agree,
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
        domid: view.getUint16(offset, true),
        space: view.getUint16(offset + 2, true),
        size: view.getUint16(offset + 4, true),
        u: {
          foreign_domid: view.getUint16(offset + 6, true),
          res0: view.getUint16(offset + 6, true),
        },
        idxs: U64[0]!,
        gpfns: U64[1]!,
        errs: U64[2]!,
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 32 <= bytes?.length)) break fast;
        let g5 = false;
        let x6 = 0;
        let g7 = false;
        let x8 = 0;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        const x2 = v0.space;
        if (typeof x2 !== 'number' || (x2 & 0xffff) !== x2) break fast;
        const x3 = v0.size;
        if (typeof x3 !== 'number' || (x3 & 0xffff) !== x3) break fast;
        const v4 = v0.u as Fields;
        if (typeof v4 !== 'object' || v4 === null || Array.isArray(v4)) break fast;
        g5 = v4.foreign_domid !== undefined;
        if (g5) {
          const tx6 = v4.foreign_domid;
          if (typeof tx6 !== 'number' || (tx6 & 0xffff) !== tx6) break fast;
          x6 = tx6;
        }
        g7 = v4.res0 !== undefined;
        if (g7) {
          const tx8 = v4.res0;
          if (typeof tx8 !== 'number' || (tx8 & 0xffff) !== tx8) break fast;
          x8 = tx8;
        }
        if (!(g5 || g7)) break fast;
        for (const key in v4)
          switch (key) {
            case 'foreign_domid':
            case 'res0':
              break;
            default:
              break fast;
          }
        let x9 = v0.idxs;
        if (typeof x9 === 'number' && Number.isSafeInteger(x9)) x9 = BigInt(x9);
        if (typeof x9 !== 'bigint' || BigInt.asUintN(64, x9) !== x9) break fast;
        let x10 = v0.gpfns;
        if (typeof x10 === 'number' && Number.isSafeInteger(x10)) x10 = BigInt(x10);
        if (typeof x10 !== 'bigint' || BigInt.asUintN(64, x10) !== x10) break fast;
        let x11 = v0.errs;
        if (typeof x11 === 'number' && Number.isSafeInteger(x11)) x11 = BigInt(x11);
        if (typeof x11 !== 'bigint' || BigInt.asUintN(64, x11) !== x11) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 7) break fast;
        M8.fill(0, 0, 32);
        if (g5) {
          V.setUint16(6, x6, true);
          if (!merge(U8, M8, V8, 6, 2)) break fast;
        }
        if (g7) {
          V.setUint16(6, x8, true);
          if (!merge(U8, M8, V8, 6, 2)) break fast;
        }
        if (!(offset + 32 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x9;
        U64[1] = x10;
        U64[2] = x11;
        view.setUint16(offset, x1, true);
        view.setUint16(offset + 2, x2, true);
        view.setUint16(offset + 4, x3, true);
        view.setUint32(offset + 8, U32[0]!, true);
        view.setUint32(offset + 12, U32[1]!, true);
        view.setUint32(offset + 16, U32[2]!, true);
        view.setUint32(offset + 20, U32[3]!, true);
        view.setUint32(offset + 24, U32[4]!, true);
        view.setUint32(offset + 28, U32[5]!, true);
        for (let i = 6; i < 8; i++) if (M8[i] !== 0) bytes[offset + i] = U8[i]!;
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof xen_add_to_physmap_batch> = /* @__PURE__ */ codecOf(
  'xen_add_to_physmap_batch',
  'x86_32',
  xen_add_to_physmap_batch_x86_32,
);
export const x86_64: PrintedCodec<typeof xen_add_to_physmap_batch> = /* @__PURE__ */ codecOf(
  'xen_add_to_physmap_batch',
  'x86_64',
  xen_add_to_physmap_batch_x86_64,
);
export const arm32: PrintedCodec<typeof xen_add_to_physmap_batch> = /* @__PURE__ */ codecOf(
  'xen_add_to_physmap_batch',
  'arm32',
  xen_add_to_physmap_batch_x86_64,
);
export const arm64: PrintedCodec<typeof xen_add_to_physmap_batch> = /* @__PURE__ */ codecOf(
  'xen_add_to_physmap_batch',
  'arm64',
  xen_add_to_physmap_batch_x86_64,
);
export const riscv64: PrintedCodec<typeof xen_add_to_physmap_batch> = /* @__PURE__ */ codecOf(
  'xen_add_to_physmap_batch',
  'riscv64',
  xen_add_to_physmap_batch_x86_64,
);
export const ppc64: PrintedCodec<typeof xen_add_to_physmap_batch> = /* @__PURE__ */ codecOf(
  'xen_add_to_physmap_batch',
  'ppc64',
  xen_add_to_physmap_batch_x86_64,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof xen_add_to_physmap_batch>;
  readonly x86_64: PrintedCodec<typeof xen_add_to_physmap_batch>;
  readonly arm32: PrintedCodec<typeof xen_add_to_physmap_batch>;
  readonly arm64: PrintedCodec<typeof xen_add_to_physmap_batch>;
  readonly riscv64: PrintedCodec<typeof xen_add_to_physmap_batch>;
  readonly ppc64: PrintedCodec<typeof xen_add_to_physmap_batch>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
