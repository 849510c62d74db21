// Generated from abi/shared-info.ts by scripts/generate.ts: do not edit.
import type { arch_shared_info_x86_32 } from '../../abi/shared-info.js';
import type { arch_shared_info_x86_64 } from '../../abi/shared-info.js';
import {
  U32,
  U64,
  codecOf,
  int,
  isBytes,
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

const arch_shared_info_x86_32_x86_32: Generated = {
  layout: '4f87eef1',
  size: 28,
  align: 4,
  shape: () =>
    struct(
      28,
      ['max_pfn', 0, int(4, false, 'bigint')],
      ['pfn_to_mfn_frame_list_list', 4, int(4, false, 'bigint')],
      ['nmi_reason', 8, int(4, false, 'bigint')],
      ['p2m_cr3', 12, int(4, false, 'bigint')],
      ['p2m_vaddr', 16, int(4, false, 'bigint')],
      ['p2m_generation', 20, int(4, false, 'bigint')],
      ['wc_sec_hi', 24, u32],
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
      return {
        max_pfn: BigInt(view.getUint32(offset, true)),
        pfn_to_mfn_frame_list_list: BigInt(view.getUint32(offset + 4, true)),
        nmi_reason: BigInt(view.getUint32(offset + 8, true)),
        p2m_cr3: BigInt(view.getUint32(offset + 12, true)),
        p2m_vaddr: BigInt(view.getUint32(offset + 16, true)),
        p2m_generation: BigInt(view.getUint32(offset + 20, true)),
        wc_sec_hi: view.getUint32(offset + 24, true),
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 28 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        let x1 = v0.max_pfn;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(32, x1) !== x1) break fast;
        let x2 = v0.pfn_to_mfn_frame_list_list;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(32, x2) !== x2) break fast;
        let x3 = v0.nmi_reason;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(32, x3) !== x3) break fast;
        let x4 = v0.p2m_cr3;
        if (typeof x4 === 'number' && Number.isSafeInteger(x4)) x4 = BigInt(x4);
        if (typeof x4 !== 'bigint' || BigInt.asUintN(32, x4) !== x4) break fast;
        let x5 = v0.p2m_vaddr;
        if (typeof x5 === 'number' && Number.isSafeInteger(x5)) x5 = BigInt(x5);
        if (typeof x5 !== 'bigint' || BigInt.asUintN(32, x5) !== x5) break fast;
        let x6 = v0.p2m_generation;
        if (typeof x6 === 'number' && Number.isSafeInteger(x6)) x6 = BigInt(x6);
        if (typeof x6 !== 'bigint' || BigInt.asUintN(32, x6) !== x6) break fast;
        const x7 = v0.wc_sec_hi;
        if (typeof x7 !== 'number' || x7 >>> 0 !== x7) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 7) break fast;
        if (!(offset + 28 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        view.setUint32(offset, Number(x1), true);
        view.setUint32(offset + 4, Number(x2), true);
        view.setUint32(offset + 8, Number(x3), true);
        view.setUint32(offset + 12, Number(x4), true);
        view.setUint32(offset + 16, Number(x5), true);
        view.setUint32(offset + 20, Number(x6), true);
        view.setUint32(offset + 24, x7, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

const arch_shared_info_x86_64_x86_64: Generated = {
  layout: '3bd67a2f',
  size: 48,
  align: 8,
  shape: () =>
    struct(
      48,
      ['max_pfn', 0, u64],
      ['pfn_to_mfn_frame_list_list', 8, u64],
      ['nmi_reason', 16, u64],
      ['p2m_cr3', 24, u64],
      ['p2m_vaddr', 32, u64],
      ['p2m_generation', 40, u64],
    ),
  padding: () => [],
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
      U32[0] = view.getUint32(offset, true);
      U32[1] = view.getUint32(offset + 4, true);
      U32[2] = view.getUint32(offset + 8, true);
      U32[3] = view.getUint32(offset + 12, true);
      U32[4] = view.getUint32(offset + 16, true);
      U32[5] = view.getUint32(offset + 20, true);
      U32[6] = view.getUint32(offset + 24, true);
      U32[7] = view.getUint32(offset + 28, true);
      U32[8] = view.getUint32(offset + 32, true);
      U32[9] = view.getUint32(offset + 36, true);
      U32[10] = view.getUint32(offset + 40, true);
      U32[11] = view.getUint32(offset + 44, true);
      return {
        max_pfn: U64[0]!,
        pfn_to_mfn_frame_list_list: U64[1]!,
        nmi_reason: U64[2]!,
        p2m_cr3: U64[3]!,
        p2m_vaddr: U64[4]!,
        p2m_generation: U64[5]!,
      };
    },
    encodeInto(value, bytes, offset = 0) {
      fast: {
        if (!Number.isInteger(offset) || offset < 0 || !(offset + 48 <= bytes?.length)) break fast;
        const v0 = value as Fields;
        if (typeof v0 !== 'object' || v0?.constructor !== Object) break fast;
        let x1 = v0.max_pfn;
        if (typeof x1 === 'number' && Number.isSafeInteger(x1)) x1 = BigInt(x1);
        if (typeof x1 !== 'bigint' || BigInt.asUintN(64, x1) !== x1) break fast;
        let x2 = v0.pfn_to_mfn_frame_list_list;
        if (typeof x2 === 'number' && Number.isSafeInteger(x2)) x2 = BigInt(x2);
        if (typeof x2 !== 'bigint' || BigInt.asUintN(64, x2) !== x2) break fast;
        let x3 = v0.nmi_reason;
        if (typeof x3 === 'number' && Number.isSafeInteger(x3)) x3 = BigInt(x3);
        if (typeof x3 !== 'bigint' || BigInt.asUintN(64, x3) !== x3) break fast;
        let x4 = v0.p2m_cr3;
        if (typeof x4 === 'number' && Number.isSafeInteger(x4)) x4 = BigInt(x4);
        if (typeof x4 !== 'bigint' || BigInt.asUintN(64, x4) !== x4) break fast;
        let x5 = v0.p2m_vaddr;
        if (typeof x5 === 'number' && Number.isSafeInteger(x5)) x5 = BigInt(x5);
        if (typeof x5 !== 'bigint' || BigInt.asUintN(64, x5) !== x5) break fast;
        let x6 = v0.p2m_generation;
        if (typeof x6 === 'number' && Number.isSafeInteger(x6)) x6 = BigInt(x6);
        if (typeof x6 !== 'bigint' || BigInt.asUintN(64, x6) !== x6) break fast;
        let nv0 = 0;
        for (const _ in v0) nv0++;
        if (nv0 !== 6) break fast;
        if (!(offset + 48 <= bytes.length)) break fast;
        if (bytes !== viewed) {
          if (!isBytes(bytes)) break fast;
          viewed = bytes;
          view = new DataView(bytes.buffer, bytes.byteOffset);
        }
        U64[0] = x1;
        U64[1] = x2;
        U64[2] = x3;
        U64[3] = x4;
        U64[4] = x5;
        U64[5] = x6;
        view.setUint32(offset, U32[0]!, true);
        view.setUint32(offset + 4, U32[1]!, true);
        view.setUint32(offset + 8, U32[2]!, true);
        view.setUint32(offset + 12, U32[3]!, true);
        view.setUint32(offset + 16, U32[4]!, true);
        view.setUint32(offset + 20, U32[5]!, true);
        view.setUint32(offset + 24, U32[6]!, true);
        view.setUint32(offset + 28, U32[7]!, true);
        view.setUint32(offset + 32, U32[8]!, true);
        view.setUint32(offset + 36, U32[9]!, true);
        view.setUint32(offset + 40, U32[10]!, true);
        view.setUint32(offset + 44, U32[11]!, true);
        return;
      }
      slow.encodeInto(value, bytes, offset);
    },
  }),
};

export const x86_32: PrintedCodec<typeof arch_shared_info_x86_32> = /* @__PURE__ */ codecOf(
  'arch_shared_info',
  'x86_32',
  arch_shared_info_x86_32_x86_32,
);
export const x86_64: PrintedCodec<typeof arch_shared_info_x86_64> = /* @__PURE__ */ codecOf(
  'arch_shared_info',
  'x86_64',
  arch_shared_info_x86_64_x86_64,
);

export const codecs: {
  readonly x86_32: PrintedCodec<typeof arch_shared_info_x86_32>;
  readonly x86_64: PrintedCodec<typeof arch_shared_info_x86_64>;
} = { x86_32, x86_64 };
