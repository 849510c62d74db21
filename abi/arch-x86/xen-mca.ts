/** arch-x86/xen-mca.h. */
import {
  array,
  chars,
  field,
  int32_t,
  oneOf,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  unsigned_int,
} from '../../src/schema/index.js';
import { XEN_GUEST_HANDLE, domid_t } from '../xen.js';
import { xenctl_bitmap } from '../xen-guest.js';

export const mcinfo_common = struct(
  'mcinfo_common',
  {
    type: uint16_t,
    size: uint16_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type McinfoCommon = Infer<typeof mcinfo_common>;

export const mcinfo_global = struct(
  'mcinfo_global',
  {
    common: mcinfo_common,
    mc_domid: uint16_t,
    mc_vcpuid: uint16_t,
    mc_socketid: uint32_t,
    mc_coreid: uint16_t,
    mc_core_threadid: uint16_t,
    mc_apicid: uint32_t,
    mc_flags: uint32_t,
    mc_gstatus: uint64_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type McinfoGlobal = Infer<typeof mcinfo_global>;

export const mcinfo_bank = struct(
  'mcinfo_bank',
  {
    common: mcinfo_common,
    mc_bank: uint16_t,
    mc_domid: uint16_t,
    mc_status: uint64_t,
    mc_addr: uint64_t,
    mc_misc: uint64_t,
    mc_ctrl2: uint64_t,
    mc_tsc: uint64_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type McinfoBank = Infer<typeof mcinfo_bank>;

export const mcinfo_msr = struct(
  'mcinfo_msr',
  {
    reg: uint64_t,
    value: uint64_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type McinfoMsr = Infer<typeof mcinfo_msr>;

export const mcinfo_extended_x86_32 = struct(
  'mcinfo_extended',
  {
    common: mcinfo_common,
    mc_msrs: uint32_t,
    mc_msr: oneOf(
      field(array(mcinfo_msr, 16), { until: '4.13' }),
      field(array(mcinfo_msr, 32), { since: '4.14' }),
    ),
  },
  { abis: ['x86_32'] },
);
export type McinfoExtendedX86_32 = Infer<typeof mcinfo_extended_x86_32>;

export const mcinfo_extended_x86_64 = struct(
  'mcinfo_extended',
  {
    common: mcinfo_common,
    mc_msrs: uint32_t,
    mc_msr: array(mcinfo_msr, 32),
  },
  { abis: ['x86_64'] },
);
export type McinfoExtendedX86_64 = Infer<typeof mcinfo_extended_x86_64>;

export const mcinfo_extended = oneOf(mcinfo_extended_x86_32, mcinfo_extended_x86_64);
export type McinfoExtended = Infer<typeof mcinfo_extended>;

export const page_offline_action = struct(
  'page_offline_action',
  {
    mfn: uint64_t,
    status: uint64_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type PageOfflineAction = Infer<typeof page_offline_action>;

export const cpu_offline_action = struct(
  'cpu_offline_action',
  {
    mc_socketid: uint32_t,
    mc_coreid: uint16_t,
    mc_core_threadid: uint16_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type CpuOfflineAction = Infer<typeof cpu_offline_action>;

export const mcinfo_recovery = struct(
  'mcinfo_recovery',
  {
    common: mcinfo_common,
    mc_bank: uint16_t,
    action_flags: uint8_t,
    action_types: uint8_t,
    action_info: union(null, {
      page_retire: page_offline_action,
      cpu_offline: cpu_offline_action,
      pad: array(uint8_t, 16),
    }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type McinfoRecovery = Infer<typeof mcinfo_recovery>;

export const mc_info = struct(
  'mc_info',
  {
    mi_nentries: uint32_t,
    flags: uint32_t,
    mi_data: array(uint64_t, 95),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type McInfo = Infer<typeof mc_info>;

export const mcinfo_logical_cpu = struct(
  'mcinfo_logical_cpu',
  {
    mc_cpunr: uint32_t,
    mc_chipid: uint32_t,
    mc_coreid: uint16_t,
    mc_threadid: uint16_t,
    mc_apicid: uint32_t,
    mc_clusterid: uint32_t,
    mc_ncores: uint32_t,
    mc_ncores_active: uint32_t,
    mc_nthreads: uint32_t,
    mc_cpuid_level: int32_t,
    mc_family: uint32_t,
    mc_vendor: uint32_t,
    mc_model: uint32_t,
    mc_step: uint32_t,
    mc_vendorid: chars(16),
    mc_brandid: chars(64),
    mc_cpu_caps: array(uint32_t, 7),
    mc_cache_size: uint32_t,
    mc_cache_alignment: uint32_t,
    mc_nmsrvals: int32_t,
    mc_msrvalues: array(mcinfo_msr, 8),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type McinfoLogicalCpu = Infer<typeof mcinfo_logical_cpu>;

export const xen_mc_fetch = struct(
  'xen_mc_fetch',
  {
    flags: uint32_t,
    _pad0: uint32_t,
    fetch_id: uint64_t,
    data: XEN_GUEST_HANDLE(mc_info, undefined, 'mc_info_t'),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenMcFetch = Infer<typeof xen_mc_fetch>;

export const xen_mc_notifydomain = struct(
  'xen_mc_notifydomain',
  {
    mc_domid: uint16_t,
    mc_vcpuid: uint16_t,
    flags: uint32_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenMcNotifydomain = Infer<typeof xen_mc_notifydomain>;

export const xen_mc_physcpuinfo = struct(
  'xen_mc_physcpuinfo',
  {
    ncpus: uint32_t,
    _pad0: uint32_t,
    info: XEN_GUEST_HANDLE(mcinfo_logical_cpu, undefined, 'xen_mc_logical_cpu_t'),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenMcPhyscpuinfo = Infer<typeof xen_mc_physcpuinfo>;

export const xen_mc_msrinject = struct(
  'xen_mc_msrinject',
  {
    mcinj_cpunr: uint32_t,
    mcinj_flags: uint32_t,
    mcinj_count: uint32_t,
    mcinj_domid: domid_t,
    _pad0: uint16_t,
    mcinj_msr: array(mcinfo_msr, 8),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenMcMsrinject = Infer<typeof xen_mc_msrinject>;

export const xen_mc_mceinject = struct(
  'xen_mc_mceinject',
  {
    mceinj_cpunr: unsigned_int,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenMcMceinject = Infer<typeof xen_mc_mceinject>;

export const xen_mc_inject_v2 = struct(
  'xen_mc_inject_v2',
  {
    flags: uint32_t,
    cpumap: xenctl_bitmap,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenMcInjectV2 = Infer<typeof xen_mc_inject_v2>;

export const xen_mc = struct(
  'xen_mc',
  {
    cmd: uint32_t,
    interface_version: uint32_t,
    u: union(null, {
      mc_fetch: xen_mc_fetch,
      mc_notifydomain: xen_mc_notifydomain,
      mc_physcpuinfo: xen_mc_physcpuinfo,
      mc_msrinject: xen_mc_msrinject,
      mc_mceinject: xen_mc_mceinject,
      mc_inject_v2: xen_mc_inject_v2,
    }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenMc = Infer<typeof xen_mc>;
