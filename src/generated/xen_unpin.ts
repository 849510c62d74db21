// Generated from abi/unpin.ts by scripts/generate.ts: do not edit.
import type { xen_unpin } from '../../abi/unpin.js';
import {
  U32,
  U64,
  codecOf,
  int,
  isBytes,
  spans,
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

const xen_unpin_x86_32: Generated = {
  layout: '97fb1a2f',
  size: 20,
  align: 4,
  shape: () => {
    const s0 = struct(
      20,
      ['extent_start', 0, int(4, false, 'bigint')],
      ['nr_extents', 4, int(4, false, 'bigint')],
      ['extent_order', 8, u32],
      ['mem_flags', 12, u32],
      ['domid', 16, u16],
    );
    return struct(20, ['in', 0, s0]);
  },
  padding: () => spans([18, 2, ['in']]),
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
        in: {
          extent_start: BigInt(view.getUint32(offset, true)),
          nr_extents: BigInt(view.getUint32(offset + 4, true)),
          extent_order: view.getUint32(offset + 8, true),
          mem_flags: view.getUint32(offset + 12, true),
          domid: view.getUint16(offset + 16, true),
        },
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 20 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const v1 = v0.in as Fields;
        if (typeof v1 !== 'object' || v1?.constructor !== Object) break fast;
        let x2 = v1.extent_start;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(32, x2) !== x2) break fast;
        let x3 = v1.nr_extents;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(32, x3) !== x3) break fast;
        const x4 = v1.extent_order;
        if (typeof x4 !== 'number' || x4 >>> 0 !== x4) break fast;
        const x5 = v1.mem_flags;
        if (typeof x5 !== 'number' || x5 >>> 0 !== x5) break fast;
        const x6 = v1.domid;
        if (typeof x6 !== 'number' || (x6 & 0xffff) !== x6) break fast;
        let nv1 = 0;
        for (const _ in v1) nv1++;
        if (nv1 !== 5) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 1) break fast;
        if (!(offset + 20 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint32(offset, Number(x2), true);
        view.setUint32(offset + 4, Number(x3), true);
        view.setUint32(offset + 8, x4, true);
        view.setUint32(offset + 12, x5, true);
        view.setUint16(offset + 16, x6, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_unpin_x86_64: Generated = {
  layout: '28d4b47c',
  size: 32,
  align: 8,
  shape: () => {
    const s0 = struct(
      32,
      ['extent_start', 0, u64],
      ['nr_extents', 8, u64],
      ['extent_order', 16, u32],
      ['mem_flags', 20, u32],
      ['domid', 24, u16],
    );
    return struct(32, ['in', 0, s0]);
  },
  padding: () => spans([26, 6, ['in']]),
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
      return {
        in: {
          extent_start: U64[0]!,
          nr_extents: U64[1]!,
          extent_order: view.getUint32(offset + 16, true),
          mem_flags: view.getUint32(offset + 20, true),
          domid: view.getUint16(offset + 24, true),
        },
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 32 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const v1 = v0.in as Fields;
        if (typeof v1 !== 'object' || v1?.constructor !== Object) break fast;
        let x2 = v1.extent_start;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(64, x2) !== x2) break fast;
        let x3 = v1.nr_extents;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(64, x3) !== x3) break fast;
        const x4 = v1.extent_order;
        if (typeof x4 !== 'number' || x4 >>> 0 !== x4) break fast;
        const x5 = v1.mem_flags;
        if (typeof x5 !== 'number' || x5 >>> 0 !== x5) break fast;
        const x6 = v1.domid;
        if (typeof x6 !== 'number' || (x6 & 0xffff) !== x6) break fast;
        let nv1 = 0;
        for (const _ in v1) nv1++;
        if (nv1 !== 5) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 1) break fast;
        if (!(offset + 32 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x2;
        U64[1] = x3;
        view.setUint32(offset, U32[0]!, true);
        view.setUint32(offset + 4, U32[1]!, true);
        view.setUint32(offset + 8, U32[2]!, true);
        view.setUint32(offset + 12, U32[3]!, true);
        view.setUint32(offset + 16, x4, true);
        view.setUint32(offset + 20, x5, true);
        view.setUint16(offset + 24, x6, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof xen_unpin> = /* @__PURE__ */ codecOf(
  'xen_unpin',
  'x86_32',
  xen_unpin_x86_32,
);
export const x86_64: PrintedCodec<typeof xen_unpin> = /* @__PURE__ */ codecOf(
  'xen_unpin',
  'x86_64',
  xen_unpin_x86_64,
);
export const arm32: PrintedCodec<typeof xen_unpin> = /* @__PURE__ */ codecOf(
  'xen_unpin',
  'arm32',
  xen_unpin_x86_64,
);
export const arm64: PrintedCodec<typeof xen_unpin> = /* @__PURE__ */ codecOf(
  'xen_unpin',
  'arm64',
  xen_unpin_x86_64,
);
export const riscv64: PrintedCodec<typeof xen_unpin> = /* @__PURE__ */ codecOf(
  'xen_unpin',
  'riscv64',
  xen_unpin_x86_64,
);
export const ppc64: PrintedCodec<typeof xen_unpin> = /* @__PURE__ */ codecOf(
  'xen_unpin',
  'ppc64',
  xen_unpin_x86_64,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof xen_unpin>;
  readonly x86_64: PrintedCodec<typeof xen_unpin>;
  readonly arm32: PrintedCodec<typeof xen_unpin>;
  readonly arm64: PrintedCodec<typeof xen_unpin>;
  readonly riscv64: PrintedCodec<typeof xen_unpin>;
  readonly ppc64: PrintedCodec<typeof xen_unpin>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
