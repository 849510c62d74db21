/** arch-x86/xen-mca.h: machine checks, which the hypervisor collects. */
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
  enumeration,
  flags,
} from '../../src/schema/index.js';
import { XEN_GUEST_HANDLE, domid_t } from '../xen.js';
import { xenctl_bitmap } from '../xen-guest.js';

export const XEN_MCA_INTERFACE_VERSION = 0x01ecc003;
/** fetch: errors that were corrected. */
export const XEN_MC_NONURGENT = 0x0001;
/** fetch: errors that were not. */
export const XEN_MC_URGENT = 0x0002;
/** fetch: an earlier record has been read. */
export const XEN_MC_ACK = 0x0004;
export const XEN_MC_OK = 0x0;
/** Result: nothing could be read. */
export const XEN_MC_FETCHFAILED = 0x1;
/** Result: there is nothing to read. */
export const XEN_MC_NODATA = 0x2;
/** Result: another error came in between. */
export const XEN_MC_NOMATCH = 0x4;
/** Result: the domain takes no machine checks. */
export const XEN_MC_CANNOTHANDLE = 0x8;
/** Result: the domain could not be told. */
export const XEN_MC_NOTDELIVERED = 0x10;
/** No vCPU. */
export const XEN_MC_VCPUID_INVALID = 0xffff;
/** VIRQ_ARCH_0: a corrected error was recorded. */
export const VIRQ_MCA = 16;
export const MC_TYPE_GLOBAL = 0;
export const MC_TYPE_BANK = 1;
export const MC_TYPE_EXTENDED = 2;
export const MC_TYPE_RECOVERY = 3;
/** What a part of a record is. */
export const mc_type = enumeration('mc_type', uint16_t, {
  MC_TYPE_GLOBAL,
  MC_TYPE_BANK,
  MC_TYPE_EXTENDED,
  MC_TYPE_RECOVERY,
});

/** What each part of a record begins with. */
export const mcinfo_common = struct(
  'mcinfo_common',
  {
    type: field(mc_type, { direction: 'out', doc: 'what it is' }),
    size: field(uint16_t, { direction: 'out', unit: 'bytes', doc: 'its length' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type McinfoCommon = Infer<typeof mcinfo_common>;

export const MC_FLAG_CORRECTABLE = 1 << 0;
export const MC_FLAG_UNCORRECTABLE = 1 << 1;
export const MC_FLAG_RECOVERABLE = 1 << 2;
/** It was found by looking. */
export const MC_FLAG_POLLED = 1 << 3;
/** It was found after a reset. */
export const MC_FLAG_RESET = 1 << 4;
/** An interrupt told of it. */
export const MC_FLAG_CMCI = 1 << 5;
/** An exception told of it. */
export const MC_FLAG_MCE = 1 << 6;
/** What kind of error it is. */
export const mc_flags = flags('mc_flags', uint32_t, {
  MC_FLAG_CORRECTABLE,
  MC_FLAG_UNCORRECTABLE,
  MC_FLAG_RECOVERABLE,
  MC_FLAG_POLLED,
  MC_FLAG_RESET,
  MC_FLAG_CMCI,
  MC_FLAG_MCE,
});

/** Where and when an error was found. */
export const mcinfo_global = struct(
  'mcinfo_global',
  {
    common: field(mcinfo_common, { direction: 'out', doc: 'what it begins with' }),
    mc_domid: field(uint16_t, { direction: 'out', doc: 'the domain that ran' }),
    mc_vcpuid: field(uint16_t, { direction: 'out', doc: 'its vCPU; XEN_MC_VCPUID_INVALID: none' }),
    mc_socketid: field(uint32_t, { direction: 'out', doc: 'the socket' }),
    mc_coreid: field(uint16_t, { direction: 'out', doc: 'the core' }),
    mc_core_threadid: field(uint16_t, { direction: 'out', doc: 'the thread of the core' }),
    mc_apicid: field(uint32_t, { direction: 'out', doc: 'its APIC' }),
    mc_flags: field(mc_flags, { direction: 'out', doc: 'what kind of error it is' }),
    mc_gstatus: field(uint64_t, { direction: 'out', doc: 'IA32_MCG_STATUS' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type McinfoGlobal = Infer<typeof mcinfo_global>;

/** What a bank of registers says of an error. */
export const mcinfo_bank = struct(
  'mcinfo_bank',
  {
    common: field(mcinfo_common, { direction: 'out', doc: 'what it begins with' }),
    mc_bank: field(uint16_t, { direction: 'out', doc: 'the bank' }),
    mc_domid: field(uint16_t, {
      direction: 'out',
      doc: 'whose the address is, where that is known',
    }),
    mc_status: field(uint64_t, { direction: 'out', doc: 'IA32_MCi_STATUS' }),
    mc_addr: field(uint64_t, {
      direction: 'out',
      unit: 'address',
      doc: 'IA32_MCi_ADDR: where the error is, if the status says so',
    }),
    mc_misc: field(uint64_t, { direction: 'out', doc: 'IA32_MCi_MISC' }),
    mc_ctrl2: field(uint64_t, { direction: 'out', doc: 'IA32_MCi_CTL2' }),
    mc_tsc: field(uint64_t, { direction: 'out', doc: 'the time stamp counter' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type McinfoBank = Infer<typeof mcinfo_bank>;

/** An MSR. */
export const mcinfo_msr = struct(
  'mcinfo_msr',
  {
    reg: field(uint64_t, { direction: 'inout', doc: 'which' }),
    value: field(uint64_t, { direction: 'inout', doc: 'its value' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type McinfoMsr = Infer<typeof mcinfo_msr>;

/** More registers. */
export const mcinfo_extended_x86_32 = struct(
  'mcinfo_extended',
  {
    common: field(mcinfo_common, { direction: 'out', doc: 'what it begins with' }),
    mc_msrs: field(uint32_t, { direction: 'out', unit: 'count', doc: 'registers that are valid' }),
    mc_msr: field(
      oneOf(
        field(array(mcinfo_msr, 16), { until: '4.13' }),
        field(array(mcinfo_msr, 32), { since: '4.14' }),
      ),
      { direction: 'out', doc: 'the registers' },
    ),
  },
  { abis: ['x86_32'] },
);
export type McinfoExtendedX86_32 = Infer<typeof mcinfo_extended_x86_32>;

/** More registers. */
export const mcinfo_extended_x86_64 = struct(
  'mcinfo_extended',
  {
    common: field(mcinfo_common, { direction: 'out', doc: 'what it begins with' }),
    mc_msrs: field(uint32_t, { direction: 'out', unit: 'count', doc: 'registers that are valid' }),
    mc_msr: field(array(mcinfo_msr, 32), { direction: 'out', doc: 'the registers' }),
  },
  { abis: ['x86_64'] },
);
export type McinfoExtendedX86_64 = Infer<typeof mcinfo_extended_x86_64>;

export const mcinfo_extended = oneOf(mcinfo_extended_x86_32, mcinfo_extended_x86_64);
export type McinfoExtended = Infer<typeof mcinfo_extended>;

export const REC_ACTION_RECOVERED = 1 << 0;
export const REC_ACTION_NONE = 1 << 1;
export const REC_ACTION_NEED_RESET = 1 << 2;
/** What came of it. */
export const rec_action = flags('rec_action', uint8_t, {
  REC_ACTION_RECOVERED,
  REC_ACTION_NONE,
  REC_ACTION_NEED_RESET,
});
export const MC_ACTION_PAGE_OFFLINE = 1 << 0;
export const MC_ACTION_CPU_OFFLINE = 1 << 1;
export const MC_ACTION_CACHE_SHRINK = 1 << 2;
/** What was done. */
export const mc_action = flags('mc_action', uint8_t, {
  MC_ACTION_PAGE_OFFLINE,
  MC_ACTION_CPU_OFFLINE,
  MC_ACTION_CACHE_SHRINK,
});

/** A page that was taken out of use. */
export const page_offline_action = struct(
  'page_offline_action',
  {
    mfn: field(uint64_t, { direction: 'out', unit: 'MFN', doc: 'the page' }),
    status: field(uint64_t, { direction: 'out', doc: 'the result, PG_OFFLINE_*' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type PageOfflineAction = Infer<typeof page_offline_action>;

/** A CPU that was taken out of use. */
export const cpu_offline_action = struct(
  'cpu_offline_action',
  {
    mc_socketid: field(uint32_t, { direction: 'out', doc: 'its socket' }),
    mc_coreid: field(uint16_t, { direction: 'out', doc: 'its core' }),
    mc_core_threadid: field(uint16_t, { direction: 'out', doc: 'its thread of the core' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type CpuOfflineAction = Infer<typeof cpu_offline_action>;

export const MAX_UNION_SIZE = 16;

/** What the hypervisor did about an error. */
export const mcinfo_recovery = struct(
  'mcinfo_recovery',
  {
    common: field(mcinfo_common, { direction: 'out', doc: 'what it begins with' }),
    mc_bank: field(uint16_t, { direction: 'out', doc: 'the bank' }),
    action_flags: field(rec_action, { direction: 'out', doc: 'what came of it' }),
    action_types: field(mc_action, { direction: 'out', doc: 'what was done' }),
    action_info: field(
      union(
        null,
        {
          page_retire: field(page_offline_action, { direction: 'out', doc: 'the page' }),
          cpu_offline: field(cpu_offline_action, { direction: 'out', doc: 'the CPU' }),
          pad: field(array(uint8_t, 16), {
            direction: 'out',
            doc: 'room for what is still to come',
          }),
        },
        {
          selector: {
            by: 'action_types',
            live: {
              [MC_ACTION_PAGE_OFFLINE]: 'page_retire',
              [MC_ACTION_CPU_OFFLINE]: 'cpu_offline',
            },
          },
        },
      ),
      { direction: 'out', doc: 'to what' },
    ),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type McinfoRecovery = Infer<typeof mcinfo_recovery>;

export const MCINFO_HYPERCALLSIZE = 1024;
/** Bytes of a record, at most. */
export const MCINFO_MAXSIZE = 768;
/** There was more than found room. */
export const MCINFO_FLAGS_UNCOMPLETE = 0x1;
/** What holds for a record. */
export const mcinfo_flags = flags('mcinfo_flags', uint32_t, { MCINFO_FLAGS_UNCOMPLETE });

/** A record of an error. */
export const mc_info = struct(
  'mc_info',
  {
    mi_nentries: field(uint32_t, { direction: 'out', unit: 'count', doc: 'its parts' }),
    flags: field(mcinfo_flags, { direction: 'out', doc: 'what holds for it' }),
    mi_data: field(array(uint64_t, 95), { direction: 'out', doc: 'its parts, one behind another' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type McInfo = Infer<typeof mc_info>;

export const MC_NCAPS = 7;
export const MC_CAPS_STD_EDX = 0;
export const MC_CAPS_AMD_EDX = 1;
export const MC_CAPS_TM = 2;
export const MC_CAPS_LINUX = 3;
export const MC_CAPS_STD_ECX = 4;
export const MC_CAPS_VIA = 5;
export const MC_CAPS_AMD_ECX = 6;

/** A CPU of the host. */
export const mcinfo_logical_cpu = struct(
  'mcinfo_logical_cpu',
  {
    mc_cpunr: field(uint32_t, { direction: 'out', doc: 'its number' }),
    mc_chipid: field(uint32_t, { direction: 'out', doc: 'its socket' }),
    mc_coreid: field(uint16_t, { direction: 'out', doc: 'its core' }),
    mc_threadid: field(uint16_t, { direction: 'out', doc: 'its thread of the core' }),
    mc_apicid: field(uint32_t, { direction: 'out', doc: 'its APIC' }),
    mc_clusterid: field(uint32_t, { direction: 'out', doc: 'its cluster' }),
    mc_ncores: field(uint32_t, { direction: 'out', unit: 'count', doc: 'cores of the socket' }),
    mc_ncores_active: field(uint32_t, {
      direction: 'out',
      unit: 'count',
      doc: 'cores of the socket in use',
    }),
    mc_nthreads: field(uint32_t, { direction: 'out', unit: 'count', doc: 'threads of the core' }),
    mc_cpuid_level: field(int32_t, { direction: 'out', doc: 'the highest leaf of CPUID' }),
    mc_family: field(uint32_t, { direction: 'out', doc: 'as CPUID says it' }),
    mc_vendor: field(uint32_t, { direction: 'out', doc: 'as CPUID says it' }),
    mc_model: field(uint32_t, { direction: 'out', doc: 'as CPUID says it' }),
    mc_step: field(uint32_t, { direction: 'out', doc: 'as CPUID says it' }),
    mc_vendorid: field(chars(16), { direction: 'out', doc: 'its maker' }),
    mc_brandid: field(chars(64), { direction: 'out', doc: 'its name' }),
    mc_cpu_caps: field(array(uint32_t, 7), { direction: 'out', doc: 'its features, by MC_CAPS_*' }),
    mc_cache_size: field(uint32_t, { direction: 'out', doc: 'its cache, in KiB' }),
    mc_cache_alignment: field(uint32_t, { direction: 'out', unit: 'bytes', doc: 'a line of it' }),
    mc_nmsrvals: field(int32_t, { direction: 'out', unit: 'count', doc: 'MSRs that are valid' }),
    mc_msrvalues: field(array(mcinfo_msr, 8), { direction: 'out', doc: 'the MSRs' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type McinfoLogicalCpu = Infer<typeof mcinfo_logical_cpu>;

export const XEN_MC_fetch = 1;

/** Reads a record of an error. */
export const xen_mc_fetch = struct(
  'xen_mc_fetch',
  {
    flags: field(uint32_t, {
      direction: 'inout',
      doc: 'XEN_MC_NONURGENT, XEN_MC_URGENT or XEN_MC_ACK; after the call, a result: XEN_MC_OK and the next',
    }),
    _pad0: field(uint32_t, { direction: 'in', doc: 'unused' }),
    fetch_id: field(uint64_t, {
      direction: 'inout',
      doc: 'names the record; ACK: the record that was read',
    }),
    data: field(XEN_GUEST_HANDLE(mc_info, 1, 'mc_info_t'), {
      direction: 'out',
      optional: true,
      doc: 'the record; ACK has none',
    }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenMcFetch = Infer<typeof xen_mc_fetch>;

export const XEN_MC_notifydomain = 2;

/** Tells a domain of an error; not implemented. */
export const xen_mc_notifydomain = struct(
  'xen_mc_notifydomain',
  {
    mc_domid: field(uint16_t, { direction: 'in', doc: 'the domain' }),
    mc_vcpuid: field(uint16_t, { direction: 'in', doc: 'its vCPU' }),
    flags: field(uint32_t, {
      direction: 'inout',
      doc: 'what kind of error; after the call, a result',
    }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenMcNotifydomain = Infer<typeof xen_mc_notifydomain>;

export const XEN_MC_physcpuinfo = 3;

/** Reads which CPUs the host has. */
export const xen_mc_physcpuinfo = struct(
  'xen_mc_physcpuinfo',
  {
    ncpus: field(uint32_t, {
      direction: 'inout',
      unit: 'count',
      doc: 'room for CPUs; after the call, CPUs that there are',
    }),
    _pad0: field(uint32_t, { direction: 'in', doc: 'unused' }),
    info: field(XEN_GUEST_HANDLE(mcinfo_logical_cpu, 'ncpus', 'xen_mc_logical_cpu_t'), {
      direction: 'out',
      optional: true,
      doc: 'the CPUs; NULL asks for their number',
    }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenMcPhyscpuinfo = Infer<typeof xen_mc_physcpuinfo>;

export const XEN_MC_msrinject = 4;
export const MC_MSRINJ_MAXMSRS = 8;
/** The values are shown instead of the MSRs', which keep theirs. */
export const MC_MSRINJ_F_INTERPOSE = 0x1;
/** Addresses are the domain's physical ones. */
export const MC_MSRINJ_F_GPADDR = 0x2;
/** How MSRs are set. */
export const mc_msrinj = flags('mc_msrinj', uint32_t, {
  MC_MSRINJ_F_INTERPOSE,
  MC_MSRINJ_F_GPADDR,
});

/** Sets MSRs of machine checks, to try them out. */
export const xen_mc_msrinject = struct(
  'xen_mc_msrinject',
  {
    mcinj_cpunr: field(uint32_t, { direction: 'in', doc: 'the CPU' }),
    mcinj_flags: field(mc_msrinj, { direction: 'in', doc: 'how' }),
    mcinj_count: field(uint32_t, { direction: 'in', unit: 'count', doc: 'MSRs that are set' }),
    mcinj_domid: field(domid_t, { direction: 'in', doc: 'GPADDR: the domain' }),
    _pad0: field(uint16_t, { direction: 'in', doc: 'unused' }),
    mcinj_msr: field(array(mcinfo_msr, 8), { direction: 'in', doc: 'the MSRs' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenMcMsrinject = Infer<typeof xen_mc_msrinject>;

export const XEN_MC_mceinject = 5;

/** Raises a machine check, to try it out. */
export const xen_mc_mceinject = struct(
  'xen_mc_mceinject',
  {
    mceinj_cpunr: field(unsigned_int, { direction: 'in', doc: 'the CPU' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenMcMceinject = Infer<typeof xen_mc_mceinject>;

export const XEN_MC_inject_v2 = 6;
export const XEN_MC_INJECT_TYPE_MASK = 0x7;
export const XEN_MC_INJECT_TYPE_MCE = 0x0;
export const XEN_MC_INJECT_TYPE_CMCI = 0x1;
export const XEN_MC_INJECT_TYPE_LMCE = 0x2;
/** On every CPU. */
export const XEN_MC_INJECT_CPU_BROADCAST = 0x8;
/** What is raised, and where: `type` is 0 for an exception, 1 for an interrupt, 2 for a local exception. */
export const xen_mc_inject = flags(
  'xen_mc_inject',
  uint32_t,
  { XEN_MC_INJECT_CPU_BROADCAST },
  { type: { shift: 0, width: 3 } },
);

/** Raises machine checks or their interrupts, to try them out. */
export const xen_mc_inject_v2 = struct(
  'xen_mc_inject_v2',
  {
    flags: field(xen_mc_inject, { direction: 'in', doc: 'what, and where' }),
    cpumap: field(xenctl_bitmap, { direction: 'in', doc: 'the CPUs' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenMcInjectV2 = Infer<typeof xen_mc_inject_v2>;

/** What to do about machine checks. */
export const xen_mc_cmd = enumeration('xen_mc_cmd', uint32_t, {
  XEN_MC_fetch,
  XEN_MC_notifydomain,
  XEN_MC_physcpuinfo,
  XEN_MC_msrinject,
  XEN_MC_mceinject,
  XEN_MC_inject_v2,
});

/** An operation on machine checks. */
export const xen_mc = struct(
  'xen_mc',
  {
    cmd: field(xen_mc_cmd, { direction: 'in', doc: 'the operation' }),
    interface_version: field(uint32_t, {
      direction: 'in',
      doc: 'must be XEN_MCA_INTERFACE_VERSION',
    }),
    u: field(
      union(
        null,
        {
          mc_fetch: field(xen_mc_fetch, { direction: 'inout', doc: 'XEN_MC_fetch' }),
          mc_notifydomain: field(xen_mc_notifydomain, {
            direction: 'inout',
            doc: 'XEN_MC_notifydomain',
          }),
          mc_physcpuinfo: field(xen_mc_physcpuinfo, {
            direction: 'inout',
            doc: 'XEN_MC_physcpuinfo',
          }),
          mc_msrinject: field(xen_mc_msrinject, { direction: 'in', doc: 'XEN_MC_msrinject' }),
          mc_mceinject: field(xen_mc_mceinject, { direction: 'in', doc: 'XEN_MC_mceinject' }),
          mc_inject_v2: field(xen_mc_inject_v2, { direction: 'in', doc: 'XEN_MC_inject_v2' }),
        },
        {
          selector: {
            by: 'cmd',
            live: {
              [XEN_MC_fetch]: 'mc_fetch',
              [XEN_MC_notifydomain]: 'mc_notifydomain',
              [XEN_MC_physcpuinfo]: 'mc_physcpuinfo',
              [XEN_MC_msrinject]: 'mc_msrinject',
              [XEN_MC_mceinject]: 'mc_mceinject',
              [XEN_MC_inject_v2]: 'mc_inject_v2',
            },
          },
        },
      ),
      { direction: 'inout', doc: 'depends on the operation' },
    ),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenMc = Infer<typeof xen_mc>;
