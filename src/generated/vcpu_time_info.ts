// Generated from abi/shared-info.ts by scripts/generate.ts: do not edit.
import type { vcpu_time_info } from '../../abi/shared-info.js';
import {
  U32,
  U64,
  array,
  codecOf,
  elements,
  i8,
  isBytes,
  lists,
  struct,
  u32,
  u64,
  u8,
  type Fields,
  type Generated,
  type PrintedCodec,
} from '../codec/runtime.js';

/** The bytes that were read or written last, and the view of them: callers stay with one. */
let viewed: Uint8Array | undefined;
let view: DataView;

const vcpu_time_info_x86_32: Generated = {
  layout: '426f8f37',
  size: 32,
  align: 4,
  shape: () =>
    struct(
      32,
      ['version', 0, u32],
      ['pad0', 4, u32],
      ['tsc_timestamp', 8, u64],
      ['system_time', 16, u64],
      ['tsc_to_system_mul', 24, u32],
      ['tsc_shift', 28, i8],
      ['flags', 29, u8],
      ['pad1', 30, array(u8, 2)],
    ),
  padding: () => [],
  lists,
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
      return {
        version: view.getUint32(offset, true),
        pad0: view.getUint32(offset + 4, true),
        tsc_timestamp: U64[0]!,
        system_time: U64[1]!,
        tsc_to_system_mul: view.getUint32(offset + 24, true),
        tsc_shift: view.getInt8(offset + 28),
        flags: view.getUint8(offset + 29),
        pad1: [view.getUint8(offset + 30), view.getUint8(offset + 31)],
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 32 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.version;
        if (typeof x1 !== 'number' || x1 >>> 0 !== x1) break fast;
        const x2 = v0.pad0;
        if (typeof x2 !== 'number' || x2 >>> 0 !== x2) break fast;
        let x3 = v0.tsc_timestamp;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(64, x3) !== x3) break fast;
        let x4 = v0.system_time;
        if (typeof x4 === 'number' && Number.isSafeInteger(x4)) x4 = BigInt(x4);
        if (typeof x4 !== 'bigint' || BigInt.asUintN(64, x4) !== x4) break fast;
        const x5 = v0.tsc_to_system_mul;
        if (typeof x5 !== 'number' || x5 >>> 0 !== x5) break fast;
        const x6 = v0.tsc_shift;
        if (typeof x6 !== 'number' || (x6 << 24) >> 24 !== x6) break fast;
        const x7 = v0.flags;
        if (typeof x7 !== 'number' || (x7 & 0xff) !== x7) break fast;
        const v8 = elements(v0.pad1, 2);
        if (v8 === undefined) break fast;
        const x9 = v8[0];
        if (typeof x9 !== 'number' || (x9 & 0xff) !== x9) break fast;
        const x10 = v8[1];
        if (typeof x10 !== 'number' || (x10 & 0xff) !== x10) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 8) break fast;
        if (!(offset + 32 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x3;
        U64[1] = x4;
        view.setUint32(offset, x1, true);
        view.setUint32(offset + 4, x2, true);
        view.setUint32(offset + 8, U32[0]!, true);
        view.setUint32(offset + 12, U32[1]!, true);
        view.setUint32(offset + 16, U32[2]!, true);
        view.setUint32(offset + 20, U32[3]!, true);
        view.setUint32(offset + 24, x5, true);
        view.setUint8(offset + 28, x6);
        view.setUint8(offset + 29, x7);
        view.setUint8(offset + 30, x9);
        view.setUint8(offset + 31, x10);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const vcpu_time_info_x86_64: Generated = {
  layout: '426f8f37',
  size: 32,
  align: 8,
  shape: () =>
    struct(
      32,
      ['version', 0, u32],
      ['pad0', 4, u32],
      ['tsc_timestamp', 8, u64],
      ['system_time', 16, u64],
      ['tsc_to_system_mul', 24, u32],
      ['tsc_shift', 28, i8],
      ['flags', 29, u8],
      ['pad1', 30, array(u8, 2)],
    ),
  padding: () => [],
  lists,
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
      return {
        version: view.getUint32(offset, true),
        pad0: view.getUint32(offset + 4, true),
        tsc_timestamp: U64[0]!,
        system_time: U64[1]!,
        tsc_to_system_mul: view.getUint32(offset + 24, true),
        tsc_shift: view.getInt8(offset + 28),
        flags: view.getUint8(offset + 29),
        pad1: [view.getUint8(offset + 30), view.getUint8(offset + 31)],
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 32 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.version;
        if (typeof x1 !== 'number' || x1 >>> 0 !== x1) break fast;
        const x2 = v0.pad0;
        if (typeof x2 !== 'number' || x2 >>> 0 !== x2) break fast;
        let x3 = v0.tsc_timestamp;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(64, x3) !== x3) break fast;
        let x4 = v0.system_time;
        if (typeof x4 === 'number' && Number.isSafeInteger(x4)) x4 = BigInt(x4);
        if (typeof x4 !== 'bigint' || BigInt.asUintN(64, x4) !== x4) break fast;
        const x5 = v0.tsc_to_system_mul;
        if (typeof x5 !== 'number' || x5 >>> 0 !== x5) break fast;
        const x6 = v0.tsc_shift;
        if (typeof x6 !== 'number' || (x6 << 24) >> 24 !== x6) break fast;
        const x7 = v0.flags;
        if (typeof x7 !== 'number' || (x7 & 0xff) !== x7) break fast;
        const v8 = elements(v0.pad1, 2);
        if (v8 === undefined) break fast;
        const x9 = v8[0];
        if (typeof x9 !== 'number' || (x9 & 0xff) !== x9) break fast;
        const x10 = v8[1];
        if (typeof x10 !== 'number' || (x10 & 0xff) !== x10) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 8) break fast;
        if (!(offset + 32 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x3;
        U64[1] = x4;
        view.setUint32(offset, x1, true);
        view.setUint32(offset + 4, x2, true);
        view.setUint32(offset + 8, U32[0]!, true);
        view.setUint32(offset + 12, U32[1]!, true);
        view.setUint32(offset + 16, U32[2]!, true);
        view.setUint32(offset + 20, U32[3]!, true);
        view.setUint32(offset + 24, x5, true);
        view.setUint8(offset + 28, x6);
        view.setUint8(offset + 29, x7);
        view.setUint8(offset + 30, x9);
        view.setUint8(offset + 31, x10);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof vcpu_time_info> = /* @__PURE__ */ codecOf(
  'vcpu_time_info',
  'x86_32',
  vcpu_time_info_x86_32,
);
export const x86_64: PrintedCodec<typeof vcpu_time_info> = /* @__PURE__ */ codecOf(
  'vcpu_time_info',
  'x86_64',
  vcpu_time_info_x86_64,
);
export const arm32: PrintedCodec<typeof vcpu_time_info> = /* @__PURE__ */ codecOf(
  'vcpu_time_info',
  'arm32',
  vcpu_time_info_x86_64,
);
export const arm64: PrintedCodec<typeof vcpu_time_info> = /* @__PURE__ */ codecOf(
  'vcpu_time_info',
  'arm64',
  vcpu_time_info_x86_64,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof vcpu_time_info>;
  readonly x86_64: PrintedCodec<typeof vcpu_time_info>;
  readonly arm32: PrintedCodec<typeof vcpu_time_info>;
  readonly arm64: PrintedCodec<typeof vcpu_time_info>;
} = { x86_32, x86_64, arm32, arm64 };
