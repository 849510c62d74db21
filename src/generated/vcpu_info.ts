// Generated from abi/shared-info.ts by scripts/generate.ts: do not edit.
import type { vcpu_info_arm } from '../../abi/shared-info.js';
import type { vcpu_info_x86_32 } from '../../abi/shared-info.js';
import type { vcpu_info_x86_64 } from '../../abi/shared-info.js';
import {
  U32,
  U64,
  array,
  codecOf,
  elements,
  i8,
  int,
  isBytes,
  lists,
  spans,
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

const vcpu_info_arm_arm32: Generated = {
  layout: '9aedfd88',
  size: 48,
  align: 8,
  shape: () => {
    const s0 = struct(
      32,
      ['version', 0, u32],
      ['pad0', 4, u32],
      ['tsc_timestamp', 8, u64],
      ['system_time', 16, u64],
      ['tsc_to_system_mul', 24, u32],
      ['tsc_shift', 28, i8],
      ['flags', 29, u8],
      ['pad1', 30, array(u8, 2)],
    );
    return struct(
      48,
      ['evtchn_upcall_pending', 0, u8],
      ['pad0', 1, u8],
      ['evtchn_pending_sel', 8, u64],
      ['time', 16, s0],
    );
  },
  padding: () => spans([2, 6, []]),
  lists,
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 48 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 48 <= bytes.length)) throw slow.tooShort(bytes, offset);
      }
      if (bytes !== viewed) {
        if (!isBytes(bytes)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset + 8, true);
      U32[1] = view.getUint32(offset + 12, true);
      U32[2] = view.getUint32(offset + 24, true);
      U32[3] = view.getUint32(offset + 28, true);
      U32[4] = view.getUint32(offset + 32, true);
      U32[5] = view.getUint32(offset + 36, true);
      return {
        evtchn_upcall_pending: view.getUint8(offset),
        pad0: view.getUint8(offset + 1),
        evtchn_pending_sel: U64[0]!,
        time: {
          version: view.getUint32(offset + 16, true),
          pad0: view.getUint32(offset + 20, true),
          tsc_timestamp: U64[1]!,
          system_time: U64[2]!,
          tsc_to_system_mul: view.getUint32(offset + 40, true),
          tsc_shift: view.getInt8(offset + 44),
          flags: view.getUint8(offset + 45),
          pad1: [view.getUint8(offset + 46), view.getUint8(offset + 47)],
        },
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 48 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.evtchn_upcall_pending;
        if (typeof x1 !== 'number' || (x1 & 0xff) !== x1) break fast;
        const x2 = v0.pad0;
        if (typeof x2 !== 'number' || (x2 & 0xff) !== x2) break fast;
        let x3 = v0.evtchn_pending_sel;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(64, x3) !== x3) break fast;
        const v4 = v0.time as Fields;
        if (typeof v4 !== 'object' || v4?.constructor !== Object) break fast;
        const x5 = v4.version;
        if (typeof x5 !== 'number' || x5 >>> 0 !== x5) break fast;
        const x6 = v4.pad0;
        if (typeof x6 !== 'number' || x6 >>> 0 !== x6) break fast;
        let x7 = v4.tsc_timestamp;
        if (typeof x7 === 'number' && Number.isSafeInteger(x7)) x7 = BigInt(x7);
        if (typeof x7 !== 'bigint' || BigInt.asUintN(64, x7) !== x7) break fast;
        let x8 = v4.system_time;
        if (typeof x8 === 'number' && Number.isSafeInteger(x8)) x8 = BigInt(x8);
        if (typeof x8 !== 'bigint' || BigInt.asUintN(64, x8) !== x8) break fast;
        const x9 = v4.tsc_to_system_mul;
        if (typeof x9 !== 'number' || x9 >>> 0 !== x9) break fast;
        const x10 = v4.tsc_shift;
        if (typeof x10 !== 'number' || (x10 << 24) >> 24 !== x10) break fast;
        const x11 = v4.flags;
        if (typeof x11 !== 'number' || (x11 & 0xff) !== x11) break fast;
        const v12 = elements(v4.pad1, 2);
        if (v12 === undefined) break fast;
        const x13 = v12[0];
        if (typeof x13 !== 'number' || (x13 & 0xff) !== x13) break fast;
        const x14 = v12[1];
        if (typeof x14 !== 'number' || (x14 & 0xff) !== x14) break fast;
        let nv4 = 0;
        for (const _ in v4) nv4++;
        if (nv4 !== 8) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 4) break fast;
        if (!(offset + 48 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x3;
        U64[1] = x7;
        U64[2] = x8;
        view.setUint8(offset, x1);
        view.setUint8(offset + 1, x2);
        view.setUint32(offset + 8, U32[0]!, true);
        view.setUint32(offset + 12, U32[1]!, true);
        view.setUint32(offset + 16, x5, true);
        view.setUint32(offset + 20, x6, true);
        view.setUint32(offset + 24, U32[2]!, true);
        view.setUint32(offset + 28, U32[3]!, true);
        view.setUint32(offset + 32, U32[4]!, true);
        view.setUint32(offset + 36, U32[5]!, true);
        view.setUint32(offset + 40, x9, true);
        view.setUint8(offset + 44, x10);
        view.setUint8(offset + 45, x11);
        view.setUint8(offset + 46, x13);
        view.setUint8(offset + 47, x14);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const vcpu_info_x86_32_x86_32: Generated = {
  layout: '0acef8f9',
  size: 64,
  align: 4,
  shape: () => {
    const s0 = struct(
      24,
      ['cr2', 0, int(4, false, 'bigint')],
      ['pad', 4, array(int(4, false, 'bigint'), 5)],
    );
    const s1 = struct(
      32,
      ['version', 0, u32],
      ['pad0', 4, u32],
      ['tsc_timestamp', 8, u64],
      ['system_time', 16, u64],
      ['tsc_to_system_mul', 24, u32],
      ['tsc_shift', 28, i8],
      ['flags', 29, u8],
      ['pad1', 30, array(u8, 2)],
    );
    return struct(
      64,
      ['evtchn_upcall_pending', 0, u8],
      ['evtchn_upcall_mask', 1, u8],
      ['evtchn_pending_sel', 4, int(4, false, 'bigint')],
      ['arch', 8, s0],
      ['time', 32, s1],
    );
  },
  padding: () => spans([2, 2, []]),
  lists,
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 64 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 64 <= bytes.length)) throw slow.tooShort(bytes, offset);
      }
      if (bytes !== viewed) {
        if (!isBytes(bytes)) throw slow.tooShort(bytes, offset);
        viewed = bytes;
        view = new DataView(bytes.buffer, bytes.byteOffset);
      }
      U32[0] = view.getUint32(offset + 40, true);
      U32[1] = view.getUint32(offset + 44, true);
      U32[2] = view.getUint32(offset + 48, true);
      U32[3] = view.getUint32(offset + 52, true);
      return {
        evtchn_upcall_pending: view.getUint8(offset),
        evtchn_upcall_mask: view.getUint8(offset + 1),
        evtchn_pending_sel: BigInt(view.getUint32(offset + 4, true)),
        arch: {
          cr2: BigInt(view.getUint32(offset + 8, true)),
          pad: [
            BigInt(view.getUint32(offset + 12, true)),
            BigInt(view.getUint32(offset + 16, true)),
            BigInt(view.getUint32(offset + 20, true)),
            BigInt(view.getUint32(offset + 24, true)),
            BigInt(view.getUint32(offset + 28, true)),
          ],
        },
        time: {
          version: view.getUint32(offset + 32, true),
          pad0: view.getUint32(offset + 36, true),
          tsc_timestamp: U64[0]!,
          system_time: U64[1]!,
          tsc_to_system_mul: view.getUint32(offset + 56, true),
          tsc_shift: view.getInt8(offset + 60),
          flags: view.getUint8(offset + 61),
          pad1: [view.getUint8(offset + 62), view.getUint8(offset + 63)],
        },
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 64 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.evtchn_upcall_pending;
        if (typeof x1 !== 'number' || (x1 & 0xff) !== x1) break fast;
        const x2 = v0.evtchn_upcall_mask;
        if (typeof x2 !== 'number' || (x2 & 0xff) !== x2) break fast;
        let x3 = v0.evtchn_pending_sel;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(32, x3) !== x3) break fast;
        const v4 = v0.arch as Fields;
        if (typeof v4 !== 'object' || v4?.constructor !== Object) break fast;
        let x5 = v4.cr2;
        if (typeof x5 === 'number' && Number.isSafeInteger(x5)) x5 = BigInt(x5);
        if (typeof x5 !== 'bigint' || BigInt.asUintN(32, x5) !== x5) break fast;
        const v6 = elements(v4.pad, 5);
        if (v6 === undefined) break fast;
        let x7 = v6[0];
        if (typeof x7 === 'number' && Number.isSafeInteger(x7)) x7 = BigInt(x7);
        if (typeof x7 !== 'bigint' || BigInt.asUintN(32, x7) !== x7) break fast;
        let x8 = v6[1];
        if (typeof x8 === 'number' && Number.isSafeInteger(x8)) x8 = BigInt(x8);
        if (typeof x8 !== 'bigint' || BigInt.asUintN(32, x8) !== x8) break fast;
        let x9 = v6[2];
        if (typeof x9 === 'number' && Number.isSafeInteger(x9)) x9 = BigInt(x9);
        if (typeof x9 !== 'bigint' || BigInt.asUintN(32, x9) !== x9) break fast;
        let x10 = v6[3];
        if (typeof x10 === 'number' && Number.isSafeInteger(x10)) x10 = BigInt(x10);
        if (typeof x10 !== 'bigint' || BigInt.asUintN(32, x10) !== x10) break fast;
        let x11 = v6[4];
        if (typeof x11 === 'number' && Number.isSafeInteger(x11)) x11 = BigInt(x11);
        if (typeof x11 !== 'bigint' || BigInt.asUintN(32, x11) !== x11) break fast;
        let nv4 = 0;
        for (const _ in v4) nv4++;
        if (nv4 !== 2) break fast;
        const v12 = v0.time as Fields;
        if (typeof v12 !== 'object' || v12?.constructor !== Object) break fast;
        const x13 = v12.version;
        if (typeof x13 !== 'number' || x13 >>> 0 !== x13) break fast;
        const x14 = v12.pad0;
        if (typeof x14 !== 'number' || x14 >>> 0 !== x14) break fast;
        let x15 = v12.tsc_timestamp;
        if (typeof x15 === 'number' && Number.isSafeInteger(x15)) x15 = BigInt(x15);
        if (typeof x15 !== 'bigint' || BigInt.asUintN(64, x15) !== x15) break fast;
        let x16 = v12.system_time;
        if (typeof x16 === 'number' && Number.isSafeInteger(x16)) x16 = BigInt(x16);
        if (typeof x16 !== 'bigint' || BigInt.asUintN(64, x16) !== x16) break fast;
        const x17 = v12.tsc_to_system_mul;
        if (typeof x17 !== 'number' || x17 >>> 0 !== x17) break fast;
        const x18 = v12.tsc_shift;
        if (typeof x18 !== 'number' || (x18 << 24) >> 24 !== x18) break fast;
        const x19 = v12.flags;
        if (typeof x19 !== 'number' || (x19 & 0xff) !== x19) break fast;
        const v20 = elements(v12.pad1, 2);
        if (v20 === undefined) break fast;
        const x21 = v20[0];
        if (typeof x21 !== 'number' || (x21 & 0xff) !== x21) break fast;
        const x22 = v20[1];
        if (typeof x22 !== 'number' || (x22 & 0xff) !== x22) break fast;
        let nv12 = 0;
        for (const _ in v12) nv12++;
        if (nv12 !== 8) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 5) break fast;
        if (!(offset + 64 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x15;
        U64[1] = x16;
        view.setUint8(offset, x1);
        view.setUint8(offset + 1, x2);
        view.setUint32(offset + 4, Number(x3), true);
        view.setUint32(offset + 8, Number(x5), true);
        view.setUint32(offset + 12, Number(x7), true);
        view.setUint32(offset + 16, Number(x8), true);
        view.setUint32(offset + 20, Number(x9), true);
        view.setUint32(offset + 24, Number(x10), true);
        view.setUint32(offset + 28, Number(x11), true);
        view.setUint32(offset + 32, x13, true);
        view.setUint32(offset + 36, x14, true);
        view.setUint32(offset + 40, U32[0]!, true);
        view.setUint32(offset + 44, U32[1]!, true);
        view.setUint32(offset + 48, U32[2]!, true);
        view.setUint32(offset + 52, U32[3]!, true);
        view.setUint32(offset + 56, x17, true);
        view.setUint8(offset + 60, x18);
        view.setUint8(offset + 61, x19);
        view.setUint8(offset + 62, x21);
        view.setUint8(offset + 63, x22);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const vcpu_info_x86_64_x86_64: Generated = {
  layout: 'c8f5b944',
  size: 64,
  align: 8,
  shape: () => {
    const s0 = struct(16, ['cr2', 0, u64], ['pad', 8, u64]);
    const s1 = struct(
      32,
      ['version', 0, u32],
      ['pad0', 4, u32],
      ['tsc_timestamp', 8, u64],
      ['system_time', 16, u64],
      ['tsc_to_system_mul', 24, u32],
      ['tsc_shift', 28, i8],
      ['flags', 29, u8],
      ['pad1', 30, array(u8, 2)],
    );
    return struct(
      64,
      ['evtchn_upcall_pending', 0, u8],
      ['evtchn_upcall_mask', 1, u8],
      ['evtchn_pending_sel', 8, u64],
      ['arch', 16, s0],
      ['time', 32, s1],
    );
  },
  padding: () => spans([2, 6, []]),
  lists,
  engine: (slow) => ({
    decode(bytes, offset = 0, options) {
      if (!Number.isInteger(offset) || offset < 0 || !(offset + 64 <= bytes?.length))
        throw slow.tooShort(bytes, offset);
      if (options !== undefined) {
        slow.checkPadding(bytes, offset, options);
        if (!(offset + 64 <= bytes.length)) throw slow.tooShort(bytes, offset);
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
      U32[4] = view.getUint32(offset + 24, true);
      U32[5] = view.getUint32(offset + 28, true);
      U32[6] = view.getUint32(offset + 40, true);
      U32[7] = view.getUint32(offset + 44, true);
      U32[8] = view.getUint32(offset + 48, true);
      U32[9] = view.getUint32(offset + 52, true);
      return {
        evtchn_upcall_pending: view.getUint8(offset),
        evtchn_upcall_mask: view.getUint8(offset + 1),
        evtchn_pending_sel: U64[0]!,
        arch: { cr2: U64[1]!, pad: U64[2]! },
        time: {
          version: view.getUint32(offset + 32, true),
          pad0: view.getUint32(offset + 36, true),
          tsc_timestamp: U64[3]!,
          system_time: U64[4]!,
          tsc_to_system_mul: view.getUint32(offset + 56, true),
          tsc_shift: view.getInt8(offset + 60),
          flags: view.getUint8(offset + 61),
          pad1: [view.getUint8(offset + 62), view.getUint8(offset + 63)],
        },
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 64 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        const x1 = v0.evtchn_upcall_pending;
        if (typeof x1 !== 'number' || (x1 & 0xff) !== x1) break fast;
        const x2 = v0.evtchn_upcall_mask;
        if (typeof x2 !== 'number' || (x2 & 0xff) !== x2) break fast;
        let x3 = v0.evtchn_pending_sel;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(64, x3) !== x3) break fast;
        const v4 = v0.arch as Fields;
        if (typeof v4 !== 'object' || v4?.constructor !== Object) break fast;
        let x5 = v4.cr2;
        if (typeof x5 === 'number' && Number.isSafeInteger(x5)) x5 = BigInt(x5);
        if (typeof x5 !== 'bigint' || BigInt.asUintN(64, x5) !== x5) break fast;
        let x6 = v4.pad;
        if (typeof x6 === 'number' && Number.isSafeInteger(x6)) x6 = BigInt(x6);
        if (typeof x6 !== 'bigint' || BigInt.asUintN(64, x6) !== x6) break fast;
        let nv4 = 0;
        for (const _ in v4) nv4++;
        if (nv4 !== 2) break fast;
        const v7 = v0.time as Fields;
        if (typeof v7 !== 'object' || v7?.constructor !== Object) break fast;
        const x8 = v7.version;
        if (typeof x8 !== 'number' || x8 >>> 0 !== x8) break fast;
        const x9 = v7.pad0;
        if (typeof x9 !== 'number' || x9 >>> 0 !== x9) break fast;
        let x10 = v7.tsc_timestamp;
        if (typeof x10 === 'number' && Number.isSafeInteger(x10)) x10 = BigInt(x10);
        if (typeof x10 !== 'bigint' || BigInt.asUintN(64, x10) !== x10) break fast;
        let x11 = v7.system_time;
        if (typeof x11 === 'number' && Number.isSafeInteger(x11)) x11 = BigInt(x11);
        if (typeof x11 !== 'bigint' || BigInt.asUintN(64, x11) !== x11) break fast;
        const x12 = v7.tsc_to_system_mul;
        if (typeof x12 !== 'number' || x12 >>> 0 !== x12) break fast;
        const x13 = v7.tsc_shift;
        if (typeof x13 !== 'number' || (x13 << 24) >> 24 !== x13) break fast;
        const x14 = v7.flags;
        if (typeof x14 !== 'number' || (x14 & 0xff) !== x14) break fast;
        const v15 = elements(v7.pad1, 2);
        if (v15 === undefined) break fast;
        const x16 = v15[0];
        if (typeof x16 !== 'number' || (x16 & 0xff) !== x16) break fast;
        const x17 = v15[1];
        if (typeof x17 !== 'number' || (x17 & 0xff) !== x17) break fast;
        let nv7 = 0;
        for (const _ in v7) nv7++;
        if (nv7 !== 8) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 5) break fast;
        if (!(offset + 64 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x3;
        U64[1] = x5;
        U64[2] = x6;
        U64[3] = x10;
        U64[4] = x11;
        view.setUint8(offset, x1);
        view.setUint8(offset + 1, x2);
        view.setUint32(offset + 8, U32[0]!, true);
        view.setUint32(offset + 12, U32[1]!, true);
        view.setUint32(offset + 16, U32[2]!, true);
        view.setUint32(offset + 20, U32[3]!, true);
        view.setUint32(offset + 24, U32[4]!, true);
        view.setUint32(offset + 28, U32[5]!, true);
        view.setUint32(offset + 32, x8, true);
        view.setUint32(offset + 36, x9, true);
        view.setUint32(offset + 40, U32[6]!, true);
        view.setUint32(offset + 44, U32[7]!, true);
        view.setUint32(offset + 48, U32[8]!, true);
        view.setUint32(offset + 52, U32[9]!, true);
        view.setUint32(offset + 56, x12, true);
        view.setUint8(offset + 60, x13);
        view.setUint8(offset + 61, x14);
        view.setUint8(offset + 62, x16);
        view.setUint8(offset + 63, x17);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const arm32: PrintedCodec<typeof vcpu_info_arm> = /* @__PURE__ */ codecOf(
  'vcpu_info',
  'arm32',
  vcpu_info_arm_arm32,
);
export const arm64: PrintedCodec<typeof vcpu_info_arm> = /* @__PURE__ */ codecOf(
  'vcpu_info',
  'arm64',
  vcpu_info_arm_arm32,
);
export const x86_32: PrintedCodec<typeof vcpu_info_x86_32> = /* @__PURE__ */ codecOf(
  'vcpu_info',
  'x86_32',
  vcpu_info_x86_32_x86_32,
);
export const x86_64: PrintedCodec<typeof vcpu_info_x86_64> = /* @__PURE__ */ codecOf(
  'vcpu_info',
  'x86_64',
  vcpu_info_x86_64_x86_64,
);

export const codecs: {
  readonly arm32: PrintedCodec<typeof vcpu_info_arm>;
  readonly arm64: PrintedCodec<typeof vcpu_info_arm>;
  readonly x86_32: PrintedCodec<typeof vcpu_info_x86_32>;
  readonly x86_64: PrintedCodec<typeof vcpu_info_x86_64>;
} = { arm32, arm64, x86_32, x86_64 };
