// Generated from abi/shared-info.ts by scripts/generate.ts: do not edit.
import type { shared_info_arm } from '../../abi/shared-info.js';
import type { shared_info_x86_32 } from '../../abi/shared-info.js';
import type { shared_info_x86_64 } from '../../abi/shared-info.js';
import {
  array,
  codecOf,
  i8,
  int,
  lists,
  paddingIn,
  spans,
  struct,
  u32,
  u64,
  u8,
  type Generated,
  type PrintedCodec,
} from '../codec/runtime.js';

const shared_info_arm_arm32: Generated = {
  layout: '55d2efc8',
  size: 1088,
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
    const s1 = struct(
      48,
      ['evtchn_upcall_pending', 0, u8],
      ['pad0', 1, u8],
      ['evtchn_pending_sel', 8, u64],
      ['time', 16, s0],
    );
    return struct(
      1088,
      ['vcpu_info', 0, array(s1, 1)],
      ['evtchn_pending', 48, array(u64, 64)],
      ['evtchn_mask', 560, array(u64, 64)],
      ['wc_version', 1072, u32],
      ['wc_sec', 1076, u32],
      ['wc_nsec', 1080, u32],
      ['wc_sec_hi', 1084, u32],
    );
  },
  padding: () => spans([2, 6, ['vcpu_info', 0]]),
  lists,
};

const shared_info_x86_32_x86_32: Generated = {
  layout: 'f31b1cbf',
  size: 2344,
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
    const s2 = struct(
      64,
      ['evtchn_upcall_pending', 0, u8],
      ['evtchn_upcall_mask', 1, u8],
      ['evtchn_pending_sel', 4, int(4, false, 'bigint')],
      ['arch', 8, s0],
      ['time', 32, s1],
    );
    const s3 = struct(
      28,
      ['max_pfn', 0, int(4, false, 'bigint')],
      ['pfn_to_mfn_frame_list_list', 4, int(4, false, 'bigint')],
      ['nmi_reason', 8, int(4, false, 'bigint')],
      ['p2m_cr3', 12, int(4, false, 'bigint')],
      ['p2m_vaddr', 16, int(4, false, 'bigint')],
      ['p2m_generation', 20, int(4, false, 'bigint')],
      ['wc_sec_hi', 24, u32],
    );
    return struct(
      2344,
      ['vcpu_info', 0, array(s2, 32)],
      ['evtchn_pending', 2048, array(int(4, false, 'bigint'), 32)],
      ['evtchn_mask', 2176, array(int(4, false, 'bigint'), 32)],
      ['wc_version', 2304, u32],
      ['wc_sec', 2308, u32],
      ['wc_nsec', 2312, u32],
      ['arch', 2316, s3],
    );
  },
  padding(bytes, offset) {
    return paddingIn(this.shape(), 'shared_info', bytes, offset);
  },
  lists,
};

const shared_info_x86_64_x86_64: Generated = {
  layout: '2faa24be',
  size: 3136,
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
    const s2 = struct(
      64,
      ['evtchn_upcall_pending', 0, u8],
      ['evtchn_upcall_mask', 1, u8],
      ['evtchn_pending_sel', 8, u64],
      ['arch', 16, s0],
      ['time', 32, s1],
    );
    const s3 = struct(
      48,
      ['max_pfn', 0, u64],
      ['pfn_to_mfn_frame_list_list', 8, u64],
      ['nmi_reason', 16, u64],
      ['p2m_cr3', 24, u64],
      ['p2m_vaddr', 32, u64],
      ['p2m_generation', 40, u64],
    );
    return struct(
      3136,
      ['vcpu_info', 0, array(s2, 32)],
      ['evtchn_pending', 2048, array(u64, 64)],
      ['evtchn_mask', 2560, array(u64, 64)],
      ['wc_version', 3072, u32],
      ['wc_sec', 3076, u32],
      ['wc_nsec', 3080, u32],
      ['wc_sec_hi', 3084, u32],
      ['arch', 3088, s3],
    );
  },
  padding(bytes, offset) {
    return paddingIn(this.shape(), 'shared_info', bytes, offset);
  },
  lists,
};

export const arm32: PrintedCodec<typeof shared_info_arm> = /* @__PURE__ */ codecOf(
  'shared_info',
  'arm32',
  shared_info_arm_arm32,
);
export const arm64: PrintedCodec<typeof shared_info_arm> = /* @__PURE__ */ codecOf(
  'shared_info',
  'arm64',
  shared_info_arm_arm32,
);
export const x86_32: PrintedCodec<typeof shared_info_x86_32> = /* @__PURE__ */ codecOf(
  'shared_info',
  'x86_32',
  shared_info_x86_32_x86_32,
);
export const x86_64: PrintedCodec<typeof shared_info_x86_64> = /* @__PURE__ */ codecOf(
  'shared_info',
  'x86_64',
  shared_info_x86_64_x86_64,
);

export const codecs: {
  readonly arm32: PrintedCodec<typeof shared_info_arm>;
  readonly arm64: PrintedCodec<typeof shared_info_arm>;
  readonly x86_32: PrintedCodec<typeof shared_info_x86_32>;
  readonly x86_64: PrintedCodec<typeof shared_info_x86_64>;
} = { arm32, arm64, x86_32, x86_64 };
