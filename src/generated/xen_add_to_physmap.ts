// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import type { xen_add_to_physmap } from '../../abi/memory.js';
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
  type Fields,
  type Generated,
  type PrintedCodec,
} from '../codec/runtime.js';

/** The bytes that were read or written last, and the view of them: callers stay with one. */
let viewed: Uint8Array | undefined;
let view: DataView;

const xen_add_to_physmap_x86_32: Generated = {
  layout: 'ce786b52',
  size: 16,
  align: 4,
  shape: () =>
    struct(
      16,
      ['domid', 0, u16],
      ['size', 2, u16],
      ['space', 4, u32],
      ['idx', 8, int(4, false, 'bigint')],
      ['gpfn', 12, int(4, false, 'bigint')],
    ),
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
      return {
        domid: view.getUint16(offset, true),
        size: view.getUint16(offset + 2, true),
        space: view.getUint32(offset + 4, true),
        idx: BigInt(view.getUint32(offset + 8, true)),
        gpfn: BigInt(view.getUint32(offset + 12, true)),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 16 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        const x2 = v0.size;
        if (typeof x2 !== 'number' || (x2 & 0xffff) !== x2) break fast;
        const x3 = v0.space;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        let x4 = v0.idx;
        if (typeof x4 === 'number' && Number.isSafeInteger(x4)) x4 = BigInt(x4);
        if (typeof x4 !== 'bigint' || BigInt.asUintN(32, x4) !== x4) break fast;
        let x5 = v0.gpfn;
        if (typeof x5 === 'number' && Number.isSafeInteger(x5)) x5 = BigInt(x5);
        if (typeof x5 !== 'bigint' || BigInt.asUintN(32, x5) !== x5) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 5) break fast;
        if (!(offset + 16 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint16(offset, x1, true);
        view.setUint16(offset + 2, x2, true);
        view.setUint32(offset + 4, x3, true);
        view.setUint32(offset + 8, Number(x4), true);
        view.setUint32(offset + 12, Number(x5), true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_add_to_physmap_x86_64: Generated = {
  layout: 'da94a1f1',
  size: 24,
  align: 8,
  shape: () =>
    struct(
      24,
      ['domid', 0, u16],
      ['size', 2, u16],
      ['space', 4, u32],
      ['idx', 8, u64],
      ['gpfn', 16, u64],
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
      U32[2] = view.getUint32(offset + 16, true);
      U32[3] = view.getUint32(offset + 20, true);
      return {
        domid: view.getUint16(offset, true),
        size: view.getUint16(offset + 2, true),
        space: view.getUint32(offset + 4, true),
        idx: U64[0]!,
        gpfn: U64[1]!,
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        const x2 = v0.size;
        if (typeof x2 !== 'number' || (x2 & 0xffff) !== x2) break fast;
        const x3 = v0.space;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        let x4 = v0.idx;
        if (typeof x4 === 'number' && Number.isSafeInteger(x4)) x4 = BigInt(x4);
        if (typeof x4 !== 'bigint' || BigInt.asUintN(64, x4) !== x4) break fast;
        let x5 = v0.gpfn;
        if (typeof x5 === 'number' && Number.isSafeInteger(x5)) x5 = BigInt(x5);
        if (typeof x5 !== 'bigint' || BigInt.asUintN(64, x5) !== x5) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 5) break fast;
        if (!(offset + 24 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x4;
        U64[1] = x5;
        view.setUint16(offset, x1, true);
        view.setUint16(offset + 2, x2, true);
        view.setUint32(offset + 4, x3, true);
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

export const x86_32: PrintedCodec<typeof xen_add_to_physmap> = /* @__PURE__ */ codecOf(
  'xen_add_to_physmap',
  'x86_32',
  xen_add_to_physmap_x86_32,
);
export const x86_64: PrintedCodec<typeof xen_add_to_physmap> = /* @__PURE__ */ codecOf(
  'xen_add_to_physmap',
  'x86_64',
  xen_add_to_physmap_x86_64,
);
export const arm32: PrintedCodec<typeof xen_add_to_physmap> = /* @__PURE__ */ codecOf(
  'xen_add_to_physmap',
  'arm32',
  xen_add_to_physmap_x86_64,
);
export const arm64: PrintedCodec<typeof xen_add_to_physmap> = /* @__PURE__ */ codecOf(
  'xen_add_to_physmap',
  'arm64',
  xen_add_to_physmap_x86_64,
);
export const riscv64: PrintedCodec<typeof xen_add_to_physmap> = /* @__PURE__ */ codecOf(
  'xen_add_to_physmap',
  'riscv64',
  xen_add_to_physmap_x86_64,
);
export const ppc64: PrintedCodec<typeof xen_add_to_physmap> = /* @__PURE__ */ codecOf(
  'xen_add_to_physmap',
  'ppc64',
  xen_add_to_physmap_x86_64,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof xen_add_to_physmap>;
  readonly x86_64: PrintedCodec<typeof xen_add_to_physmap>;
  readonly arm32: PrintedCodec<typeof xen_add_to_physmap>;
  readonly arm64: PrintedCodec<typeof xen_add_to_physmap>;
  readonly riscv64: PrintedCodec<typeof xen_add_to_physmap>;
  readonly ppc64: PrintedCodec<typeof xen_add_to_physmap>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
