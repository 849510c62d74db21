// Generated from abi/memory.ts by scripts/generate.ts: do not edit.
import type { xen_mem_acquire_resource } from '../../abi/memory.js';
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

const xen_mem_acquire_resource_x86_32: Generated = {
  layout: 'c54f12e7',
  size: 28,
  align: 4,
  shape: () =>
    struct(
      28,
      ['domid', 0, u16],
      ['type', 2, u16],
      ['id', 4, u32],
      ['nr_frames', 8, u32],
      ['pad', 12, u32],
      ['frame', 16, u64],
      ['frame_list', 24, int(4, false, 'bigint')],
    ),
  padding: () => [],
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 28 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 28 <= bytes.length)) throw slow.tooShort(bytes, offset);
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
        type: view.getUint16(offset + 2, true),
        id: view.getUint32(offset + 4, true),
        nr_frames: view.getUint32(offset + 8, true),
        pad: view.getUint32(offset + 12, true),
        frame: U64[0]!,
        frame_list: BigInt(view.getUint32(offset + 24, true)),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 28 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        const x2 = v0.type;
        if (typeof x2 !== 'number' || (x2 & 0xffff) !== x2) break fast;
        const x3 = v0.id;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        const x4 = v0.nr_frames;
        if (typeof x4 !== 'number' || x4 >>> 0 !== x4) break fast;
        const x5 = v0.pad;
        if (typeof x5 !== 'number' || x5 >>> 0 !== x5) break fast;
        let x6 = v0.frame;
        if (typeof x6 === 'number' && Number.isSafeInteger(x6)) x6 = BigInt(x6);
        if (typeof x6 !== 'bigint' || BigInt.asUintN(64, x6) !== x6) break fast;
        let x7 = v0.frame_list;
        if (typeof x7 === 'number' && Number.isSafeInteger(x7)) x7 = BigInt(x7);
        if (typeof x7 !== 'bigint' || BigInt.asUintN(32, x7) !== x7) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 7) break fast;
        if (!(offset + 28 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x6;
        view.setUint16(offset, x1, true);
        view.setUint16(offset + 2, x2, true);
        view.setUint32(offset + 4, x3, true);
        view.setUint32(offset + 8, x4, true);
        view.setUint32(offset + 12, x5, true);
        view.setUint32(offset + 16, U32[0]!, true);
        view.setUint32(offset + 20, U32[1]!, true);
        view.setUint32(offset + 24, Number(x7), true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const xen_mem_acquire_resource_x86_64: Generated = {
  layout: '4b004f8c',
  size: 32,
  align: 8,
  shape: () =>
    struct(
      32,
      ['domid', 0, u16],
      ['type', 2, u16],
      ['id', 4, u32],
      ['nr_frames', 8, u32],
      ['pad', 12, u32],
      ['frame', 16, u64],
      ['frame_list', 24, u64],
    ),
  padding: () => [],
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
      U32[0] = view.getUint32(offset + 16, true);
      U32[1] = view.getUint32(offset + 20, true);
      U32[2] = view.getUint32(offset + 24, true);
      U32[3] = view.getUint32(offset + 28, true);
      return {
        domid: view.getUint16(offset, true),
        type: view.getUint16(offset + 2, true),
        id: view.getUint32(offset + 4, true),
        nr_frames: view.getUint32(offset + 8, true),
        pad: view.getUint32(offset + 12, true),
        frame: U64[0]!,
        frame_list: U64[1]!,
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 32 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.domid;
        if (typeof x1 !== 'number' || (x1 & 0xffff) !== x1) break fast;
        const x2 = v0.type;
        if (typeof x2 !== 'number' || (x2 & 0xffff) !== x2) break fast;
        const x3 = v0.id;
        if (typeof x3 !== 'number' || x3 >>> 0 !== x3) break fast;
        const x4 = v0.nr_frames;
        if (typeof x4 !== 'number' || x4 >>> 0 !== x4) break fast;
        const x5 = v0.pad;
        if (typeof x5 !== 'number' || x5 >>> 0 !== x5) break fast;
        let x6 = v0.frame;
        if (typeof x6 === 'number' && Number.isSafeInteger(x6)) x6 = BigInt(x6);
        if (typeof x6 !== 'bigint' || BigInt.asUintN(64, x6) !== x6) break fast;
        let x7 = v0.frame_list;
        if (typeof x7 === 'number' && Number.isSafeInteger(x7)) x7 = BigInt(x7);
        if (typeof x7 !== 'bigint' || BigInt.asUintN(64, x7) !== x7) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 7) break fast;
        if (!(offset + 32 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x6;
        U64[1] = x7;
        view.setUint16(offset, x1, true);
        view.setUint16(offset + 2, x2, true);
        view.setUint32(offset + 4, x3, true);
        view.setUint32(offset + 8, x4, true);
        view.setUint32(offset + 12, x5, true);
        view.setUint32(offset + 16, U32[0]!, true);
        view.setUint32(offset + 20, U32[1]!, true);
        view.setUint32(offset + 24, U32[2]!, true);
        view.setUint32(offset + 28, U32[3]!, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof xen_mem_acquire_resource> = /* @__PURE__ */ codecOf(
  'xen_mem_acquire_resource',
  'x86_32',
  xen_mem_acquire_resource_x86_32,
);
export const x86_64: PrintedCodec<typeof xen_mem_acquire_resource> = /* @__PURE__ */ codecOf(
  'xen_mem_acquire_resource',
  'x86_64',
  xen_mem_acquire_resource_x86_64,
);
export const arm32: PrintedCodec<typeof xen_mem_acquire_resource> = /* @__PURE__ */ codecOf(
  'xen_mem_acquire_resource',
  'arm32',
  xen_mem_acquire_resource_x86_64,
);
export const arm64: PrintedCodec<typeof xen_mem_acquire_resource> = /* @__PURE__ */ codecOf(
  'xen_mem_acquire_resource',
  'arm64',
  xen_mem_acquire_resource_x86_64,
);
export const riscv64: PrintedCodec<typeof xen_mem_acquire_resource> = /* @__PURE__ */ codecOf(
  'xen_mem_acquire_resource',
  'riscv64',
  xen_mem_acquire_resource_x86_64,
);
export const ppc64: PrintedCodec<typeof xen_mem_acquire_resource> = /* @__PURE__ */ codecOf(
  'xen_mem_acquire_resource',
  'ppc64',
  xen_mem_acquire_resource_x86_64,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof xen_mem_acquire_resource>;
  readonly x86_64: PrintedCodec<typeof xen_mem_acquire_resource>;
  readonly arm32: PrintedCodec<typeof xen_mem_acquire_resource>;
  readonly arm64: PrintedCodec<typeof xen_mem_acquire_resource>;
  readonly riscv64: PrintedCodec<typeof xen_mem_acquire_resource>;
  readonly ppc64: PrintedCodec<typeof xen_mem_acquire_resource>;
} = { x86_32, x86_64, arm32, arm64, riscv64, ppc64 };
