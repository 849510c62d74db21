// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import type { xen_foreign_memory_map } from '../../abi/memory.js';
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

const xen_foreign_memory_map_x86_32: Generated = {
  layout: '317f046d',
  size: 12,
  align: 4,
  shape: () => {
    const s0 = struct(8, ['nr_entries', 0, u32], ['buffer', 4, int(4, false, 'bigint')]);
    return struct(12, ['domid', 0, u16], ['map', 4, s0]);
  },
  padding: () => spans([2, 2, []]),
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
        domid: view.getUint16(offset, true),
        map: {
          nr_entries: view.getUint32(offset + 4, true),
          buffer: BigInt(view.getUint32(offset + 8, true)),
        },
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 12 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        const v2 = v0.map as Fields;
        if (typeof v2 !== 'object' || v2?.constructor !== Object) break fast;
        const x3 = v2.nr_entries;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        let x4 = v2.buffer;
        if (typeof x4 === 'number' && Number.isSafeInteger(x4)) x4 = BigInt(x4);
        if (typeof x4 !== 'bigint' || BigInt.asUintN(32, x4) !== x4) break fast;
        let nv2 = 0;
        for (const _ in v2) nv2++;
        if (nv2 !== 2) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 2) break fast;
        if (!(offset + 12 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint16(offset, x1, true);
        view.setUint32(offset + 4, x3, true);
        view.setUint32(offset + 8, Number(x4), true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_foreign_memory_map_x86_64: Generated = {
  layout: '81324ba5',
  size: 24,
  align: 8,
  shape: () => {
    const s0 = struct(16, ['nr_entries', 0, u32], ['buffer', 8, u64]);
    return struct(24, ['domid', 0, u16], ['map', 8, s0]);
  },
  padding: () => spans([2, 6, []], [12, 4, ['map']]),
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
      U32[0] = view.getUint32(offset + 16, true);
      U32[1] = view.getUint32(offset + 20, true);
      return {
        domid: view.getUint16(offset, true),
        map: { nr_entries: view.getUint32(offset + 8, true), buffer: U64[0]! },
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        const v2 = v0.map as Fields;
        if (typeof v2 !== 'object' || v2?.constructor !== Object) break fast;
        const x3 = v2.nr_entries;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        let x4 = v2.buffer;
        if (typeof x4 === 'number' && Number.isSafeInteger(x4)) x4 = BigInt(x4);
        if (typeof x4 !== 'bigint' || BigInt.asUintN(64, x4) !== x4) break fast;
        let nv2 = 0;
        for (const _ in v2) nv2++;
        if (nv2 !== 2) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 2) break fast;
        if (!(offset + 24 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x4;
        view.setUint16(offset, x1, true);
        view.setUint32(offset + 8, x3, true);
        view.setUint32(offset + 16, U32[0]!, true);
        view.setUint32(offset + 20, U32[1]!, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof xen_foreign_memory_map> = /* @__PURE__ */ codecOf(
  'xen_foreign_memory_map',
  'x86_32',
  xen_foreign_memory_map_x86_32,
);
export const x86_64: PrintedCodec<typeof xen_foreign_memory_map> = /* @__PURE__ */ codecOf(
  'xen_foreign_memory_map',
  'x86_64',
  xen_foreign_memory_map_x86_64,
);
export const arm32: PrintedCodec<typeof xen_foreign_memory_map> = /* @__PURE__ */ codecOf(
  'xen_foreign_memory_map',
  'arm32',
  xen_foreign_memory_map_x86_64,
);
export const arm64: PrintedCodec<typeof xen_foreign_memory_map> = /* @__PURE__ */ codecOf(
  'xen_foreign_memory_map',
  'arm64',
  xen_foreign_memory_map_x86_64,
);
export const riscv64: PrintedCodec<typeof xen_foreign_memory_map> = /* @__PURE__ */ codecOf(
  'xen_foreign_memory_map',
  'riscv64',
  xen_foreign_memory_map_x86_64,
);
export const ppc64: PrintedCodec<typeof xen_foreign_memory_map> = /* @__PURE__ */ codecOf(
  'xen_foreign_memory_map',
  'ppc64',
  xen_foreign_memory_map_x86_64,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof xen_foreign_memory_map>;
  readonly x86_64: PrintedCodec<typeof xen_foreign_memory_map>;
  readonly arm32: PrintedCodec<typeof xen_foreign_memory_map>;
  readonly arm64: PrintedCodec<typeof xen_foreign_memory_map>;
  readonly riscv64: PrintedCodec<typeof xen_foreign_memory_map>;
  readonly ppc64: PrintedCodec<typeof xen_foreign_memory_map>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
