// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import type { xen_remove_from_physmap } from '../../abi/memory.js';
import {
  U32,
  U64,
  codecOf,
  int,
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

const xen_remove_from_physmap_x86_32: Generated = {
  layout: 'e3cdaa90',
  size: 8,
  align: 4,
  shape: () => struct(8, ['domid', 0, u16], ['gpfn', 4, int(4, false, 'bigint')]),
  padding: () => spans([2, 2, []]),
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 8 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 8 <= bytes.length)) throw slow.tooShort(bytes, offset);
      }
      if (bytes !== viewed) {
        if (!isBytes(bytes)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      return {
        domid: view.getUint16(offset, true),
        gpfn: BigInt(view.getUint32(offset + 4, true)),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 8 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        let x2 = v0.gpfn;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(32, x2) !== x2) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 2) break fast;
        if (!(offset + 8 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint16(offset, x1, true);
        view.setUint32(offset + 4, Number(x2), true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_remove_from_physmap_x86_64: Generated = {
  layout: '182ee7a5',
  size: 16,
  align: 8,
  shape: () => struct(16, ['domid', 0, u16], ['gpfn', 8, u64]),
  padding: () => spans([2, 6, []]),
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
      U32[0] = view.getUint32(offset + 8, true);
      U32[1] = view.getUint32(offset + 12, true);
      return { domid: view.getUint16(offset, true), gpfn: U64[0]! };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 16 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        let x2 = v0.gpfn;
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
        U64[0] = x2;
        view.setUint16(offset, x1, true);
        view.setUint32(offset + 8, U32[0]!, true);
        view.setUint32(offset + 12, U32[1]!, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof xen_remove_from_physmap> = /* @__PURE__ */ codecOf(
  'xen_remove_from_physmap',
  'x86_32',
  xen_remove_from_physmap_x86_32,
);
export const x86_64: PrintedCodec<typeof xen_remove_from_physmap> = /* @__PURE__ */ codecOf(
  'xen_remove_from_physmap',
  'x86_64',
  xen_remove_from_physmap_x86_64,
);
export const arm32: PrintedCodec<typeof xen_remove_from_physmap> = /* @__PURE__ */ codecOf(
  'xen_remove_from_physmap',
  'arm32',
  xen_remove_from_physmap_x86_64,
);
export const arm64: PrintedCodec<typeof xen_remove_from_physmap> = /* @__PURE__ */ codecOf(
  'xen_remove_from_physmap',
  'arm64',
  xen_remove_from_physmap_x86_64,
);
export const riscv64: PrintedCodec<typeof xen_remove_from_physmap> = /* @__PURE__ */ codecOf(
  'xen_remove_from_physmap',
  'riscv64',
  xen_remove_from_physmap_x86_64,
);
export const ppc64: PrintedCodec<typeof xen_remove_from_physmap> = /* @__PURE__ */ codecOf(
  'xen_remove_from_physmap',
  'ppc64',
  xen_remove_from_physmap_x86_64,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof xen_remove_from_physmap>;
  readonly x86_64: PrintedCodec<typeof xen_remove_from_physmap>;
  readonly arm32: PrintedCodec<typeof xen_remove_from_physmap>;
  readonly arm64: PrintedCodec<typeof xen_remove_from_physmap>;
  readonly riscv64: PrintedCodec<typeof xen_remove_from_physmap>;
  readonly ppc64: PrintedCodec<typeof xen_remove_from_physmap>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
