// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import type { xen_memory_exchange } from '../../abi/memory.js';
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

const xen_memory_exchange_x86_32: Generated = {
  layout: '62860a5f',
  size: 44,
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
    return struct(
      44,
      ['in', 0, s0],
      ['out', 20, s0],
      ['nr_exchanged', 40, int(4, false, 'bigint')],
    );
  },
  padding: () => spans([18, 2, ['in']], [38, 2, ['out']]),
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 44 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 44 <= bytes.length)) throw slow.tooShort(bytes, offset);
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
        out: {
          extent_start: BigInt(view.getUint32(offset + 20, true)),
          nr_extents: BigInt(view.getUint32(offset + 24, true)),
          extent_order: view.getUint32(offset + 28, true),
          mem_flags: view.getUint32(offset + 32, true),
          domid: view.getUint16(offset + 36, true),
        },
        nr_exchanged: BigInt(view.getUint32(offset + 40, true)),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 44 <= bytes?.length)) break fast;
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
        const v7 = v0.out as Fields;
        if (typeof v7 !== 'object' || v7?.constructor !== Object) break fast;
        let x8 = v7.extent_start;
        if (typeof x8 === 'number' && Number.isSafeInteger(x8)) x8 = BigInt(x8);
        if (typeof x8 !== 'bigint' || BigInt.asUintN(32, x8) !== x8) break fast;
        let x9 = v7.nr_extents;
        if (typeof x9 === 'number' && Number.isSafeInteger(x9)) x9 = BigInt(x9);
        if (typeof x9 !== 'bigint' || BigInt.asUintN(32, x9) !== x9) break fast;
        const x10 = v7.extent_order;
        if (typeof x10 !== 'number' || x10 >>> 0 !== x10) break fast;
        const x11 = v7.mem_flags;
        if (typeof x11 !== 'number' || x11 >>> 0 !== x11) break fast;
        const x12 = v7.domid;
        if (typeof x12 !== 'number' || (x12 & 0xffff) !== x12) break fast;
        let nv7 = 0;
        for (const _ in v7) nv7++;
        if (nv7 !== 5) break fast;
        let x13 = v0.nr_exchanged;
        if (typeof x13 === 'number' && Number.isSafeInteger(x13)) x13 = BigInt(x13);
        if (typeof x13 !== 'bigint' || BigInt.asUintN(32, x13) !== x13) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 3) break fast;
        if (!(offset + 44 <= bytes.length)) break fast;
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
        view.setUint32(offset + 20, Number(x8), true);
        view.setUint32(offset + 24, Number(x9), true);
        view.setUint32(offset + 28, x10, true);
        view.setUint32(offset + 32, x11, true);
        view.setUint16(offset + 36, x12, true);
        view.setUint32(offset + 40, Number(x13), true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_memory_exchange_x86_64: Generated = {
  layout: 'bbab166d',
  size: 72,
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
    return struct(72, ['in', 0, s0], ['out', 32, s0], ['nr_exchanged', 64, u64]);
  },
  padding: () => spans([26, 6, ['in']], [58, 6, ['out']]),
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 72 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 72 <= bytes.length)) throw slow.tooShort(bytes, offset);
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
      U32[4] = view.getUint32(offset + 32, true);
      U32[5] = view.getUint32(offset + 36, true);
      U32[6] = view.getUint32(offset + 40, true);
      U32[7] = view.getUint32(offset + 44, true);
      U32[8] = view.getUint32(offset + 64, true);
      U32[9] = view.getUint32(offset + 68, true);
      return {
        in: {
          extent_start: U64[0]!,
          nr_extents: U64[1]!,
          extent_order: view.getUint32(offset + 16, true),
          mem_flags: view.getUint32(offset + 20, true),
          domid: view.getUint16(offset + 24, true),
        },
        out: {
          extent_start: U64[2]!,
          nr_extents: U64[3]!,
          extent_order: view.getUint32(offset + 48, true),
          mem_flags: view.getUint32(offset + 52, true),
          domid: view.getUint16(offset + 56, true),
        },
        nr_exchanged: U64[4]!,
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 72 <= bytes?.length)) break fast;
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
        const v7 = v0.out as Fields;
        if (typeof v7 !== 'object' || v7?.constructor !== Object) break fast;
        let x8 = v7.extent_start;
        if (typeof x8 === 'number' && Number.isSafeInteger(x8)) x8 = BigInt(x8);
        if (typeof x8 !== 'bigint' || BigInt.asUintN(64, x8) !== x8) break fast;
        let x9 = v7.nr_extents;
        if (typeof x9 === 'number' && Number.isSafeInteger(x9)) x9 = BigInt(x9);
        if (typeof x9 !== 'bigint' || BigInt.asUintN(64, x9) !== x9) break fast;
        const x10 = v7.extent_order;
        if (typeof x10 !== 'number' || x10 >>> 0 !== x10) break fast;
        const x11 = v7.mem_flags;
        if (typeof x11 !== 'number' || x11 >>> 0 !== x11) break fast;
        const x12 = v7.domid;
        if (typeof x12 !== 'number' || (x12 & 0xffff) !== x12) break fast;
        let nv7 = 0;
        for (const _ in v7) nv7++;
        if (nv7 !== 5) break fast;
        let x13 = v0.nr_exchanged;
        if (typeof x13 === 'number' && Number.isSafeInteger(x13)) x13 = BigInt(x13);
        if (typeof x13 !== 'bigint' || BigInt.asUintN(64, x13) !== x13) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 3) break fast;
        if (!(offset + 72 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x2;
        U64[1] = x3;
        U64[2] = x8;
        U64[3] = x9;
        U64[4] = x13;
        view.setUint32(offset, U32[0]!, true);
        view.setUint32(offset + 4, U32[1]!, true);
        view.setUint32(offset + 8, U32[2]!, true);
        view.setUint32(offset + 12, U32[3]!, true);
        view.setUint32(offset + 16, x4, true);
        view.setUint32(offset + 20, x5, true);
        view.setUint16(offset + 24, x6, true);
        view.setUint32(offset + 32, U32[4]!, true);
        view.setUint32(offset + 36, U32[5]!, true);
        view.setUint32(offset + 40, U32[6]!, true);
        view.setUint32(offset + 44, U32[7]!, true);
        view.setUint32(offset + 48, x10, true);
        view.setUint32(offset + 52, x11, true);
        view.setUint16(offset + 56, x12, true);
        view.setUint32(offset + 64, U32[8]!, true);
        view.setUint32(offset + 68, U32[9]!, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof xen_memory_exchange> = /* @__PURE__ */ codecOf(
  'xen_memory_exchange',
  'x86_32',
  xen_memory_exchange_x86_32,
);
export const x86_64: PrintedCodec<typeof xen_memory_exchange> = /* @__PURE__ */ codecOf(
  'xen_memory_exchange',
  'x86_64',
  xen_memory_exchange_x86_64,
);
export const arm32: PrintedCodec<typeof xen_memory_exchange> = /* @__PURE__ */ codecOf(
  'xen_memory_exchange',
  'arm32',
  xen_memory_exchange_x86_64,
);
export const arm64: PrintedCodec<typeof xen_memory_exchange> = /* @__PURE__ */ codecOf(
  'xen_memory_exchange',
  'arm64',
  xen_memory_exchange_x86_64,
);
export const riscv64: PrintedCodec<typeof xen_memory_exchange> = /* @__PURE__ */ codecOf(
  'xen_memory_exchange',
  'riscv64',
  xen_memory_exchange_x86_64,
);
export const ppc64: PrintedCodec<typeof xen_memory_exchange> = /* @__PURE__ */ codecOf(
  'xen_memory_exchange',
  'ppc64',
  xen_memory_exchange_x86_64,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof xen_memory_exchange>;
  readonly x86_64: PrintedCodec<typeof xen_memory_exchange>;
  readonly arm32: PrintedCodec<typeof xen_memory_exchange>;
  readonly arm64: PrintedCodec<typeof xen_memory_exchange>;
  readonly riscv64: PrintedCodec<typeof xen_memory_exchange>;
  readonly ppc64: PrintedCodec<typeof xen_memory_exchange>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
