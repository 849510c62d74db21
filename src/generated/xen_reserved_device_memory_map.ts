// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import type { xen_reserved_device_memory_map } from '../../abi/memory.js';
import {
  U32,
  U64,
  agree,
  codecOf,
  int,
  isBytes,
  merge,
  spans,
  struct,
  u16,
  u32,
  u64,
  u8,
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
const V8 = /* @__PURE__ */ new Uint8Array(24);
const U8 = /* @__PURE__ */ new Uint8Array(24);
const M8 = /* @__PURE__ */ new Uint8Array(24);
const V = /* @__PURE__ */ viewOf(V8);

const xen_reserved_device_memory_map_x86_32: Generated = {
  layout: '7ab0eaf0',
  size: 16,
  align: 4,
  shape: () => {
    const s0 = struct(4, ['seg', 0, u16], ['bus', 2, u8], ['devfn', 3, u8]);
    const s1 = union(4, ['pci', 0, s0]);
    return struct(
      16,
      ['flags', 0, u32],
      ['nr_entries', 4, u32],
      ['buffer', 8, int(4, false, 'bigint')],
      ['dev', 12, s1],
    );
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
      return {
        flags: view.getUint32(offset, true),
        nr_entries: view.getUint32(offset + 4, true),
        buffer: BigInt(view.getUint32(offset + 8, true)),
        dev: {
          pci: {
            seg: view.getUint16(offset + 12, true),
            bus: view.getUint8(offset + 14),
            devfn: view.getUint8(offset + 15),
          },
        },
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 16 <= bytes?.length)) break fast;
        let g5 = false;
        let x7 = 0;
        let x8 = 0;
        let x9 = 0;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.flags;
        if (typeof x1 !== 'number' || x1 >>> 0 !== x1) break fast;
        const x2 = v0.nr_entries;
        if (typeof x2 !== 'number' || x2 >>> 0 !== x2) break fast;
        let x3 = v0.buffer;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(32, x3) !== x3) break fast;
        const v4 = v0.dev as Fields;
        if (typeof v4 !== 'object' || v4 === null || Array.isArray(v4)) break fast;
        g5 = v4.pci !== undefined;
        if (g5) {
          const v6 = v4.pci as Fields;
          if (typeof v6 !== 'object' || v6?.constructor !== Object) break fast;
          const tx7 = v6.seg;
          if (typeof tx7 !== 'number' || (tx7 & 0xffff) !== tx7) break fast;
          x7 = tx7;
          const tx8 = v6.bus;
          if (typeof tx8 !== 'number' || (tx8 & 0xff) !== tx8) break fast;
          x8 = tx8;
          const tx9 = v6.devfn;
          if (typeof tx9 !== 'number' || (tx9 & 0xff) !== tx9) break fast;
          x9 = tx9;
          let nv6 = 0;
          for (const _ in v6) nv6++;
          if (nv6 !== 3) break fast;
        }
        if (!g5) break fast;
        for (const key in v4)
          switch (key) {
            case 'pci':
              break;
            default:
              break fast;
          }
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 4) break fast;
        M8.fill(0, 0, 16);
        if (g5) {
          V.setUint16(12, x7, true);
          V.setUint8(14, x8);
          V.setUint8(15, x9);
          if (!merge(U8, M8, V8, 12, 4)) break fast;
        }
        if (!(offset + 16 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint32(offset, x1, true);
        view.setUint32(offset + 4, x2, true);
        view.setUint32(offset + 8, Number(x3), true);
        for (let i = 12; i < 16; i++) if (M8[i] !== 0) bytes[offset + i] = U8[i]!;
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_reserved_device_memory_map_x86_64: Generated = {
  layout: '3d6f8dcd',
  size: 24,
  align: 8,
  shape: () => {
    const s0 = struct(4, ['seg', 0, u16], ['bus', 2, u8], ['devfn', 3, u8]);
    const s1 = union(4, ['pci', 0, s0]);
    return struct(
      24,
      ['flags', 0, u32],
      ['nr_entries', 4, u32],
      ['buffer', 8, u64],
      ['dev', 16, s1],
    );
  },
  padding: () => spans([20, 4, []]),
  agree,
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
        flags: view.getUint32(offset, true),
        nr_entries: view.getUint32(offset + 4, true),
        buffer: U64[0]!,
        dev: {
          pci: {
            seg: view.getUint16(offset + 16, true),
            bus: view.getUint8(offset + 18),
            devfn: view.getUint8(offset + 19),
          },
        },
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 24 <= bytes?.length)) break fast;
        let g5 = false;
        let x7 = 0;
        let x8 = 0;
        let x9 = 0;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.flags;
        if (typeof x1 !== 'number' || x1 >>> 0 !== x1) break fast;
        const x2 = v0.nr_entries;
        if (typeof x2 !== 'number' || x2 >>> 0 !== x2) break fast;
        let x3 = v0.buffer;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(64, x3) !== x3) break fast;
        const v4 = v0.dev as Fields;
        if (typeof v4 !== 'object' || v4 === null || Array.isArray(v4)) break fast;
        g5 = v4.pci !== undefined;
        if (g5) {
          const v6 = v4.pci as Fields;
          if (typeof v6 !== 'object' || v6?.constructor !== Object) break fast;
          const tx7 = v6.seg;
          if (typeof tx7 !== 'number' || (tx7 & 0xffff) !== tx7) break fast;
          x7 = tx7;
          const tx8 = v6.bus;
          if (typeof tx8 !== 'number' || (tx8 & 0xff) !== tx8) break fast;
          x8 = tx8;
          const tx9 = v6.devfn;
          if (typeof tx9 !== 'number' || (tx9 & 0xff) !== tx9) break fast;
          x9 = tx9;
          let nv6 = 0;
          for (const _ in v6) nv6++;
          if (nv6 !== 3) break fast;
        }
        if (!g5) break fast;
        for (const key in v4)
          switch (key) {
            case 'pci':
              break;
            default:
              break fast;
          }
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 4) break fast;
        M8.fill(0, 0, 24);
        if (g5) {
          V.setUint16(16, x7, true);
          V.setUint8(18, x8);
          V.setUint8(19, x9);
          if (!merge(U8, M8, V8, 16, 4)) break fast;
        }
        if (!(offset + 24 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x3;
        view.setUint32(offset, x1, true);
        view.setUint32(offset + 4, x2, true);
        view.setUint32(offset + 8, U32[0]!, true);
        view.setUint32(offset + 12, U32[1]!, true);
        for (let i = 16; i < 20; i++) if (M8[i] !== 0) bytes[offset + i] = U8[i]!;
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof xen_reserved_device_memory_map> = /* @__PURE__ */ codecOf(
  'xen_reserved_device_memory_map',
  'x86_32',
  xen_reserved_device_memory_map_x86_32,
);
export const x86_64: PrintedCodec<typeof xen_reserved_device_memory_map> = /* @__PURE__ */ codecOf(
  'xen_reserved_device_memory_map',
  'x86_64',
  xen_reserved_device_memory_map_x86_64,
);
export const arm32: PrintedCodec<typeof xen_reserved_device_memory_map> = /* @__PURE__ */ codecOf(
  'xen_reserved_device_memory_map',
  'arm32',
  xen_reserved_device_memory_map_x86_64,
);
export const arm64: PrintedCodec<typeof xen_reserved_device_memory_map> = /* @__PURE__ */ codecOf(
  'xen_reserved_device_memory_map',
  'arm64',
  xen_reserved_device_memory_map_x86_64,
);
export const riscv64: PrintedCodec<typeof xen_reserved_device_memory_map> = /* @__PURE__ */ codecOf(
  'xen_reserved_device_memory_map',
  'riscv64',
  xen_reserved_device_memory_map_x86_64,
);
export const ppc64: PrintedCodec<typeof xen_reserved_device_memory_map> = /* @__PURE__ */ codecOf(
  'xen_reserved_device_memory_map',
  'ppc64',
  xen_reserved_device_memory_map_x86_64,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof xen_reserved_device_memory_map>;
  readonly x86_64: PrintedCodec<typeof xen_reserved_device_memory_map>;
  readonly arm32: PrintedCodec<typeof xen_reserved_device_memory_map>;
  readonly arm64: PrintedCodec<typeof xen_reserved_device_memory_map>;
  readonly riscv64: PrintedCodec<typeof xen_reserved_device_memory_map>;
  readonly ppc64: PrintedCodec<typeof xen_reserved_device_memory_map>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
