// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import type { xen_machphys_mfn_list } from '../../abi/memory.js';
import {
  U32,
  U64,
  codecOf,
  int,
  isBytes,
  spans,
  struct,
  u32,
  u64,
  type Fields,
  type Generated,
  type PrintedCodec,
} from '../codec/runtime.js';

/** The bytes that were read or written last, and the view of them: callers stay with one. */
let viewed: Uint8Array | undefined;
let view: DataView;

const xen_machphys_mfn_list_x86_32: Generated = {
  layout: '2b9ccbe4',
  size: 12,
  align: 4,
  shape: () =>
    struct(
      12,
      ['max_extents', 0, u32],
      ['extent_start', 4, int(4, false, 'bigint')],
      ['nr_extents', 8, u32],
    ),
  padding: () => [],
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 12 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 12 <= bytes.length)) throw slow.tooShort(bytes, offset);
      }
      if (bytes !== viewed) {
        if (!isBytes(bytes)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      return {
        max_extents: view.getUint32(offset, true),
        extent_start: BigInt(view.getUint32(offset + 4, true)),
        nr_extents: view.getUint32(offset + 8, true),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 12 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.max_extents;
        if (typeof x1 !== 'number' || x1 >>> 0 !== x1) break fast;
        let x2 = v0.extent_start;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(32, x2) !== x2) break fast;
        const x3 = v0.nr_extents;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 3) break fast;
        if (!(offset + 12 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint32(offset, x1, true);
        view.setUint32(offset + 4, Number(x2), true);
        view.setUint32(offset + 8, x3, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_machphys_mfn_list_x86_64: Generated = {
  layout: '24a5fafc',
  size: 24,
  align: 8,
  shape: () =>
    struct(24, ['max_extents', 0, u32], ['extent_start', 8, u64], ['nr_extents', 16, u32]),
  padding: () => spans([4, 4, []], [20, 4, []]),
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
        max_extents: view.getUint32(offset, true),
        extent_start: U64[0]!,
        nr_extents: view.getUint32(offset + 16, true),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.max_extents;
        if (typeof x1 !== 'number' || x1 >>> 0 !== x1) break fast;
        let x2 = v0.extent_start;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(64, x2) !== x2) break fast;
        const x3 = v0.nr_extents;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 3) break fast;
        if (!(offset + 24 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x2;
        view.setUint32(offset, x1, true);
        view.setUint32(offset + 8, U32[0]!, true);
        view.setUint32(offset + 12, U32[1]!, true);
        view.setUint32(offset + 16, x3, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof xen_machphys_mfn_list> = /* @__PURE__ */ codecOf(
  'xen_machphys_mfn_list',
  'x86_32',
  xen_machphys_mfn_list_x86_32,
);
export const x86_64: PrintedCodec<typeof xen_machphys_mfn_list> = /* @__PURE__ */ codecOf(
  'xen_machphys_mfn_list',
  'x86_64',
  xen_machphys_mfn_list_x86_64,
);
export const arm32: PrintedCodec<typeof xen_machphys_mfn_list> = /* @__PURE__ */ codecOf(
  'xen_machphys_mfn_list',
  'arm32',
  xen_machphys_mfn_list_x86_64,
);
export const arm64: PrintedCodec<typeof xen_machphys_mfn_list> = /* @__PURE__ */ codecOf(
  'xen_machphys_mfn_list',
  'arm64',
  xen_machphys_mfn_list_x86_64,
);
export const riscv64: PrintedCodec<typeof xen_machphys_mfn_list> = /* @__PURE__ */ codecOf(
  'xen_machphys_mfn_list',
  'riscv64',
  xen_machphys_mfn_list_x86_64,
);
export const ppc64: PrintedCodec<typeof xen_machphys_mfn_list> = /* @__PURE__ */ codecOf(
  'xen_machphys_mfn_list',
  'ppc64',
  xen_machphys_mfn_list_x86_64,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof xen_machphys_mfn_list>;
  readonly x86_64: PrintedCodec<typeof xen_machphys_mfn_list>;
  readonly arm32: PrintedCodec<typeof xen_machphys_mfn_list>;
  readonly arm64: PrintedCodec<typeof xen_machphys_mfn_list>;
  readonly riscv64: PrintedCodec<typeof xen_machphys_mfn_list>;
  readonly ppc64: PrintedCodec<typeof xen_machphys_mfn_list>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
