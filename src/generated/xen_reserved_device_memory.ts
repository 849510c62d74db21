// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import type { xen_reserved_device_memory } from '../../abi/memory.js';
import {
  U32,
  U64,
  codecOf,
  int,
  isBytes,
  struct,
  u64,
  type Fields,
  type Generated,
  type PrintedCodec,
} from '../codec/runtime.js';

/** The bytes that were read or written last, and the view of them: callers stay with one. */
let viewed: Uint8Array | undefined;
let view: DataView;

const xen_reserved_device_memory_x86_32: Generated = {
  layout: '4898e8da',
  size: 8,
  align: 4,
  shape: () =>
    struct(8, ['start_pfn', 0, int(4, false, 'bigint')], ['nr_pages', 4, int(4, false, 'bigint')]),
  padding: () => [],
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
        start_pfn: BigInt(view.getUint32(offset, true)),
        nr_pages: BigInt(view.getUint32(offset + 4, true)),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 8 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        let x1 = v0.start_pfn;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(32, x1) !== x1) break fast;
        let x2 = v0.nr_pages;
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
        view.setUint32(offset, Number(x1), true);
        view.setUint32(offset + 4, Number(x2), true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_reserved_device_memory_x86_64: Generated = {
  layout: '158f1a65',
  size: 16,
  align: 8,
  shape: () => struct(16, ['start_pfn', 0, u64], ['nr_pages', 8, u64]),
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
      U32[0] = view.getUint32(offset, true);
      U32[1] = view.getUint32(offset + 4, true);
      U32[2] = view.getUint32(offset + 8, true);
      U32[3] = view.getUint32(offset + 12, true);
      return { start_pfn: U64[0]!, nr_pages: U64[1]! };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 16 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        let x1 = v0.start_pfn;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(64, x1) !== x1) break fast;
        let x2 = v0.nr_pages;
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
        U64[0] = x1;
        U64[1] = x2;
        view.setUint32(offset, U32[0]!, true);
        view.setUint32(offset + 4, U32[1]!, true);
        view.setUint32(offset + 8, U32[2]!, true);
        view.setUint32(offset + 12, U32[3]!, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof xen_reserved_device_memory> = /* @__PURE__ */ codecOf(
  'xen_reserved_device_memory',
  'x86_32',
  xen_reserved_device_memory_x86_32,
);
export const x86_64: PrintedCodec<typeof xen_reserved_device_memory> = /* @__PURE__ */ codecOf(
  'xen_reserved_device_memory',
  'x86_64',
  xen_reserved_device_memory_x86_64,
);
export const arm32: PrintedCodec<typeof xen_reserved_device_memory> = /* @__PURE__ */ codecOf(
  'xen_reserved_device_memory',
  'arm32',
  xen_reserved_device_memory_x86_64,
);
export const arm64: PrintedCodec<typeof xen_reserved_device_memory> = /* @__PURE__ */ codecOf(
  'xen_reserved_device_memory',
  'arm64',
  xen_reserved_device_memory_x86_64,
);
export const riscv64: PrintedCodec<typeof xen_reserved_device_memory> = /* @__PURE__ */ codecOf(
  'xen_reserved_device_memory',
  'riscv64',
  xen_reserved_device_memory_x86_64,
);
export const ppc64: PrintedCodec<typeof xen_reserved_device_memory> = /* @__PURE__ */ codecOf(
  'xen_reserved_device_memory',
  'ppc64',
  xen_reserved_device_memory_x86_64,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof xen_reserved_device_memory>;
  readonly x86_64: PrintedCodec<typeof xen_reserved_device_memory>;
  readonly arm32: PrintedCodec<typeof xen_reserved_device_memory>;
  readonly arm64: PrintedCodec<typeof xen_reserved_device_memory>;
  readonly riscv64: PrintedCodec<typeof xen_reserved_device_memory>;
  readonly ppc64: PrintedCodec<typeof xen_reserved_device_memory>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
