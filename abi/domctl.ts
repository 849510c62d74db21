/** domctl.h: what a toolstack does with domains. */
import {
  aligned,
  anonymous,
  array,
  enumeration,
  field,
  flags,
  int32_t,
  int64_t,
  oneOf,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  unsigned_int,
  type Infer,
} from '../src/schema/index.js';
import {
  vcpu_guest_context,
  xen_arch_domainconfig,
  xen_cpuid_leaf,
  xen_msr_entry,
} from './arch.js';
import { hvm_vmce_vcpu } from './arch-x86/hvm/save.js';
import { evtchn_port_t } from './event_channel.js';
import { xen_vmemrange } from './memory.js';
import {
  XEN_GUEST_HANDLE,
  XEN_GUEST_HANDLE_64,
  domid_t,
  plain_char,
  uint64_aligned_t,
  xen_pfn_t,
} from './xen.js';
import { virq, xen_domain_handle_t, xenctl_bitmap } from './xen-guest.js';

/** Of 4.22; each release may have its own. */
export const XEN_DOMCTL_INTERFACE_VERSION = 0x18;

/** An HVM domain, not a PV domain. */
export const XEN_DOMCTL_CDF_hvm = 1 << 0;
/** With nested page tables, not shadow page tables. */
export const XEN_DOMCTL_CDF_hap = 1 << 1;
/** Its memory is checked after the host has slept. */
export const XEN_DOMCTL_CDF_s3_integrity = 1 << 2;
/** Without shadow page tables that are out of step. */
export const XEN_DOMCTL_CDF_oos_off = 1 << 3;
/** It serves XenStore. */
export const XEN_DOMCTL_CDF_xs_domain = 1 << 4;
/** It may have devices. */
export const XEN_DOMCTL_CDF_iommu = 1 << 5;
/** It may have guests of its own. */
export const XEN_DOMCTL_CDF_nested_virt = 1 << 6;
/** It may count events. */
export const XEN_DOMCTL_CDF_vpmu = 1 << 7;
/** Accesses to what is not mapped are faults. */
export const XEN_DOMCTL_CDF_trap_unmapped_accesses = 1 << 8;

/** What kind of domain is made. */
export const xen_domctl_cdf = flags('xen_domctl_cdf', uint32_t, {
  XEN_DOMCTL_CDF_hvm,
  XEN_DOMCTL_CDF_hap,
  XEN_DOMCTL_CDF_s3_integrity,
  XEN_DOMCTL_CDF_oos_off,
  XEN_DOMCTL_CDF_xs_domain,
  XEN_DOMCTL_CDF_iommu,
  XEN_DOMCTL_CDF_nested_virt,
  XEN_DOMCTL_CDF_vpmu,
  XEN_DOMCTL_CDF_trap_unmapped_accesses,
});

/** The I/O page tables are others than the P2M. */
export const XEN_DOMCTL_IOMMU_no_sharept = 1 << 0;

/** How a domain has devices. */
export const xen_domctl_iommu_opts = flags('xen_domctl_iommu_opts', uint32_t, {
  XEN_DOMCTL_IOMMU_no_sharept,
});

/** The bits of the version. */
export const XEN_DOMCTL_GRANT_version_mask = 0xf;

/** What a domain may do with grants: up to which version of the table. */
export const xen_domctl_grant_opts = flags(
  'xen_domctl_grant_opts',
  uint32_t,
  {},
  { max_version: { shift: 0, width: 4 } },
);

/** The domain and tools may use views. */
export const XEN_DOMCTL_ALTP2M_mixed = 1;
/** Tools may. */
export const XEN_DOMCTL_ALTP2M_external = 2;
/** Tools may, and the domain a little. */
export const XEN_DOMCTL_ALTP2M_limited = 3;
export const XEN_DOMCTL_ALTP2M_mode_mask = 3;

const altp2mModes = {
  XEN_DOMCTL_ALTP2M_mixed,
  XEN_DOMCTL_ALTP2M_external,
  XEN_DOMCTL_ALTP2M_limited,
};

/** Makes a domain. */
export const xen_domctl_createdomain = struct(
  'xen_domctl_createdomain',
  {
    ssidref: field(uint32_t, { direction: 'in', doc: 'its security label' }),
    handle: field(xen_domain_handle_t, { direction: 'in', doc: 'its UUID' }),
    flags: field(xen_domctl_cdf, { direction: 'inout', doc: 'what kind of domain it is' }),
    iommu_opts: field(xen_domctl_iommu_opts, { direction: 'in', doc: 'how it has devices' }),
    max_vcpus: field(uint32_t, { direction: 'in', unit: 'count', doc: 'vCPUs that it has' }),
    max_evtchn_port: field(uint32_t, { direction: 'in', doc: 'highest port that it may have' }),
    max_grant_frames: field(int32_t, {
      direction: 'in',
      unit: 'pages',
      doc: 'how large its grant table may be; negative for the usual',
    }),
    max_maptrack_frames: field(int32_t, {
      direction: 'in',
      unit: 'pages',
      doc: 'room to track what it maps of others; negative for the usual',
    }),
    grant_opts: field(xen_domctl_grant_opts, {
      since: '4.16',
      direction: 'in',
      doc: 'versions of its grant table',
    }),
    altp2m_opts: field(enumeration('xen_domctl_altp2m_opts', uint32_t, altp2mModes), {
      since: '4.19',
      until: '4.20',
      direction: 'in',
      doc: 'who may use views of its memory',
    }),
    altp2m: field(
      struct(null, {
        opts: field(enumeration('xen_domctl_altp2m_u16', uint16_t, altp2mModes), {
          direction: 'in',
          doc: 'who may use them',
        }),
        nr: field(uint16_t, { direction: 'in', unit: 'count', doc: 'views' }),
      }),
      { since: '4.21', direction: 'in', doc: 'views of its memory' },
    ),
    vmtrace_size: field(uint32_t, {
      since: '4.15',
      direction: 'in',
      unit: 'bytes',
      doc: "size of each vCPU's trace buffer; 0 for none",
    }),
    cpupool_id: field(uint32_t, { since: '4.17', direction: 'in', doc: 'its pool of CPUs' }),
    arch: field(xen_arch_domainconfig, {
      direction: 'inout',
      doc: "what the architecture's domains have",
    }),
  },
  { abis: ['x86_32', 'x86_64', 'arm32', 'arm64'] },
);
export type XenDomctlCreatedomain = Infer<typeof xen_domctl_createdomain>;

/** Why a domain has ended, in its flags. */
export const XEN_DOMINF_shutdownmask = 0xff;
export const XEN_DOMINF_shutdownshift = 16;
/** There is no vCPU. */
export const XEN_INVALID_MAX_VCPU_ID = 0xffffffff;

/** It is being destroyed. */
export const XEN_DOMINF_dying = 1 << 0;
/** It is an HVM domain. */
export const XEN_DOMINF_hvm_guest = 1 << 1;
/** It has ended; why is in the upper half. */
export const XEN_DOMINF_shutdown = 1 << 2;
/** It is paused. */
export const XEN_DOMINF_paused = 1 << 3;
/** All of its vCPUs wait. */
export const XEN_DOMINF_blocked = 1 << 4;
/** One of its vCPUs runs. */
export const XEN_DOMINF_running = 1 << 5;
/** It is paused for a debugger. */
export const XEN_DOMINF_debugged = 1 << 6;
/** It serves XenStore. */
export const XEN_DOMINF_xs_domain = 1 << 7;
/** It has nested page tables. */
export const XEN_DOMINF_hap = 1 << 8;

/** How a domain is. */
export const xen_dominf = flags(
  'xen_dominf',
  uint32_t,
  {
    XEN_DOMINF_dying,
    XEN_DOMINF_hvm_guest,
    XEN_DOMINF_shutdown,
    XEN_DOMINF_paused,
    XEN_DOMINF_blocked,
    XEN_DOMINF_running,
    XEN_DOMINF_debugged,
    XEN_DOMINF_xs_domain,
    XEN_DOMINF_hap,
  },
  { shutdown: { shift: 16, width: 16 } },
);

/** The state of a domain. */
export const xen_domctl_getdomaininfo = struct(
  'xen_domctl_getdomaininfo',
  {
    domain: field(domid_t, { direction: 'out', doc: 'the domain' }),
    pad1: field(uint16_t, { since: '4.16', direction: 'out', doc: 'not used' }),
    flags: field(xen_dominf, { direction: 'out', doc: 'how it is' }),
    tot_pages: field(uint64_aligned_t, {
      direction: 'out',
      unit: 'pages',
      doc: 'pages that it has',
    }),
    max_pages: field(uint64_aligned_t, {
      direction: 'out',
      unit: 'pages',
      doc: 'pages that it may have',
    }),
    outstanding_pages: field(uint64_aligned_t, {
      direction: 'out',
      unit: 'pages',
      doc: 'pages that are kept for it',
    }),
    shr_pages: field(uint64_aligned_t, {
      direction: 'out',
      unit: 'pages',
      doc: 'pages that it shares',
    }),
    paged_pages: field(uint64_aligned_t, {
      direction: 'out',
      unit: 'pages',
      doc: 'pages that are paged out',
    }),
    shared_info_frame: field(uint64_aligned_t, {
      direction: 'out',
      unit: 'GFN',
      doc: 'its shared info page',
    }),
    cpu_time: field(uint64_aligned_t, {
      direction: 'out',
      doc: 'how long its vCPUs have run, in nanoseconds',
    }),
    nr_online_vcpus: field(uint32_t, { direction: 'out', unit: 'count', doc: 'vCPUs that are on' }),
    max_vcpu_id: field(uint32_t, { direction: 'out', doc: 'its highest vCPU; all ones for none' }),
    ssidref: field(uint32_t, { direction: 'out', doc: 'its security label' }),
    handle: field(xen_domain_handle_t, { direction: 'out', doc: 'its UUID' }),
    cpupool: field(uint32_t, { direction: 'out', doc: 'its pool of CPUs' }),
    gpaddr_bits: field(uint8_t, {
      since: '4.16',
      direction: 'out',
      unit: 'count',
      doc: 'bits of its physical addresses',
    }),
    pad2: field(array(uint8_t, 7), { since: '4.16', direction: 'out', doc: 'not used' }),
    arch_config: field(xen_arch_domainconfig, {
      direction: 'out',
      doc: "what the architecture's domains have",
    }),
  },
  { abis: ['x86_32', 'x86_64', 'arm32', 'arm64'] },
);
export type XenDomctlGetdomaininfo = Infer<typeof xen_domctl_getdomaininfo>;

/** What a page is, in the top four bits of an entry of getpageframeinfo3. */
export const XEN_DOMCTL_PFINFO_LTAB_SHIFT = 28;
export const XEN_DOMCTL_PFINFO_NOTAB = 0;
export const XEN_DOMCTL_PFINFO_L1TAB = 0x10000000;
export const XEN_DOMCTL_PFINFO_L2TAB = 0x20000000;
export const XEN_DOMCTL_PFINFO_L3TAB = 0x30000000;
export const XEN_DOMCTL_PFINFO_L4TAB = 0x40000000;
export const XEN_DOMCTL_PFINFO_LTABTYPE_MASK = 0x70000000;
/** A page table that is pinned. */
export const XEN_DOMCTL_PFINFO_LPINTAB = 0x80000000;
/** No page. */
export const XEN_DOMCTL_PFINFO_XTAB = 0xf0000000;
/** A page that is not there, but counts. */
export const XEN_DOMCTL_PFINFO_XALLOC = 0xe0000000;
/** A page that is broken. */
export const XEN_DOMCTL_PFINFO_BROKEN = 0xd0000000;
export const XEN_DOMCTL_PFINFO_LTAB_MASK = 0xf0000000;

/** What kinds of pages frames are. */
export const xen_domctl_getpageframeinfo3 = struct('xen_domctl_getpageframeinfo3', {
  num: field(uint64_aligned_t, { direction: 'in', unit: 'count', doc: 'frames' }),
  array: field(XEN_GUEST_HANDLE_64(xen_pfn_t, 'num'), {
    direction: 'inout',
    unit: 'GFN',
    doc: 'the frames; after the call, XEN_DOMCTL_PFINFO_* of each',
  }),
});
export type XenDomctlGetpageframeinfo3 = Infer<typeof xen_domctl_getpageframeinfo3>;

export const XEN_DOMCTL_SHADOW_OP_OFF = 0;
export const XEN_DOMCTL_SHADOW_OP_ENABLE_TEST = 1;
export const XEN_DOMCTL_SHADOW_OP_ENABLE_LOGDIRTY = 2;
export const XEN_DOMCTL_SHADOW_OP_CLEAN = 11;
export const XEN_DOMCTL_SHADOW_OP_PEEK = 12;
export const XEN_DOMCTL_SHADOW_OP_GET_ALLOCATION = 30;
export const XEN_DOMCTL_SHADOW_OP_SET_ALLOCATION = 31;
export const XEN_DOMCTL_SHADOW_OP_ENABLE = 32;

/** What is done with shadow or nested page tables. */
export const xen_domctl_shadow_ops = enumeration('xen_domctl_shadow_ops', uint32_t, {
  XEN_DOMCTL_SHADOW_OP_OFF,
  XEN_DOMCTL_SHADOW_OP_ENABLE_TEST,
  XEN_DOMCTL_SHADOW_OP_ENABLE_LOGDIRTY,
  XEN_DOMCTL_SHADOW_OP_CLEAN,
  XEN_DOMCTL_SHADOW_OP_PEEK,
  XEN_DOMCTL_SHADOW_OP_GET_ALLOCATION,
  XEN_DOMCTL_SHADOW_OP_SET_ALLOCATION,
  XEN_DOMCTL_SHADOW_OP_ENABLE,
});

/** CLEAN, PEEK: for the last time. */
export const XEN_DOMCTL_SHADOW_LOGDIRTY_FINAL = 1 << 0;
/** Pages are counted. */
export const XEN_DOMCTL_SHADOW_ENABLE_REFCOUNT = 1 << 1;
/** Pages that are written are logged. */
export const XEN_DOMCTL_SHADOW_ENABLE_LOG_DIRTY = 1 << 2;
/** The domain has a P2M. */
export const XEN_DOMCTL_SHADOW_ENABLE_TRANSLATE = 1 << 3;
/** The hypervisor is in no address space of the domain. */
export const XEN_DOMCTL_SHADOW_ENABLE_EXTERNAL = 1 << 4;

/** How page tables are shadowed; of CLEAN and PEEK, how to read the log. */
export const xen_domctl_shadow_mode = flags('xen_domctl_shadow_mode', uint32_t, {
  XEN_DOMCTL_SHADOW_LOGDIRTY_FINAL,
  XEN_DOMCTL_SHADOW_ENABLE_REFCOUNT,
  XEN_DOMCTL_SHADOW_ENABLE_LOG_DIRTY,
  XEN_DOMCTL_SHADOW_ENABLE_TRANSLATE,
  XEN_DOMCTL_SHADOW_ENABLE_EXTERNAL,
});

/** How often pages were written. */
export const xen_domctl_shadow_op_stats = struct('xen_domctl_shadow_op_stats', {
  fault_count: field(uint32_t, { direction: 'out', unit: 'count', doc: 'faults' }),
  dirty_count: field(uint32_t, { direction: 'out', unit: 'count', doc: 'pages written' }),
});
export type XenDomctlShadowOpStats = Infer<typeof xen_domctl_shadow_op_stats>;

/** Works on shadow or nested page tables, and reads the log of written pages. */
export const xen_domctl_shadow_op = struct('xen_domctl_shadow_op', {
  op: field(xen_domctl_shadow_ops, { direction: 'in', doc: 'what to do' }),
  mode: field(xen_domctl_shadow_mode, {
    direction: 'in',
    doc: 'ENABLE: the mode; CLEAN, PEEK: how to read',
  }),
  mb: field(uint32_t, {
    direction: 'inout',
    doc: 'GET_ALLOCATION, SET_ALLOCATION: memory that the page tables may take, in MiB',
  }),
  // Its length is one byte for each eight pages: the hypercall's table says so.
  dirty_bitmap: field(XEN_GUEST_HANDLE_64(uint8_t, undefined, 'uint8'), {
    direction: 'out',
    doc: 'CLEAN, PEEK: a bit for each page that was written',
  }),
  pages: field(uint64_aligned_t, {
    direction: 'inout',
    unit: 'pages',
    doc: 'CLEAN, PEEK: pages that the map has; after the call, those it tells of',
  }),
  stats: field(xen_domctl_shadow_op_stats, {
    direction: 'out',
    doc: 'CLEAN, PEEK: how often pages were written',
  }),
});
export type XenDomctlShadowOp = Infer<typeof xen_domctl_shadow_op>;

/** How much memory a domain may have. */
export const xen_domctl_max_mem = struct('xen_domctl_max_mem', {
  max_memkb: field(uint64_aligned_t, { direction: 'in', doc: 'how much, in KiB' }),
});
export type XenDomctlMaxMem = Infer<typeof xen_domctl_max_mem>;

/** The registers of a vCPU. */
export const xen_domctl_vcpucontext = struct('xen_domctl_vcpucontext', {
  vcpu: field(uint32_t, { direction: 'in', doc: 'the vCPU' }),
  ctxt: field(XEN_GUEST_HANDLE_64(vcpu_guest_context, 1, 'vcpu_guest_context_t'), {
    direction: 'inout',
    doc: 'the registers; getvcpucontext writes them',
  }),
});
export type XenDomctlVcpucontext = Infer<typeof xen_domctl_vcpucontext>;

/** The state of a vCPU. */
export const xen_domctl_getvcpuinfo = struct('xen_domctl_getvcpuinfo', {
  vcpu: field(uint32_t, { direction: 'in', doc: 'the vCPU' }),
  online: field(uint8_t, { direction: 'out', doc: 'whether it is on' }),
  blocked: field(uint8_t, { direction: 'out', doc: 'whether it waits' }),
  running: field(uint8_t, { direction: 'out', doc: 'whether it runs' }),
  cpu_time: field(uint64_aligned_t, {
    direction: 'out',
    doc: 'how long it has run, in nanoseconds',
  }),
  cpu: field(uint32_t, { direction: 'out', doc: 'its CPU' }),
});
export type XenDomctlGetvcpuinfo = Infer<typeof xen_domctl_getvcpuinfo>;

/** The NUMA nodes that a domain's memory should be on. */
export const xen_domctl_nodeaffinity = struct('xen_domctl_nodeaffinity', {
  nodemap: field(xenctl_bitmap, {
    direction: 'inout',
    doc: 'a bit for each node; getnodeaffinity writes it',
  }),
});
export type XenDomctlNodeaffinity = Infer<typeof xen_domctl_nodeaffinity>;

/** The CPUs that it may run on. */
export const XEN_VCPUAFFINITY_HARD = 1 << 0;
/** The CPUs that it should run on. */
export const XEN_VCPUAFFINITY_SOFT = 1 << 1;
/** The CPU that it is kept on for a while is forgotten. */
export const XEN_VCPUAFFINITY_FORCE = 1 << 2;

/** Which of a vCPU's affinities are meant. */
export const xen_vcpuaffinity = flags('xen_vcpuaffinity', uint32_t, {
  XEN_VCPUAFFINITY_HARD,
  XEN_VCPUAFFINITY_SOFT,
  XEN_VCPUAFFINITY_FORCE,
});

/** The CPUs that a vCPU may or should run on. */
export const xen_domctl_vcpuaffinity = struct('xen_domctl_vcpuaffinity', {
  vcpu: field(uint32_t, { direction: 'in', doc: 'the vCPU' }),
  flags: field(xen_vcpuaffinity, { direction: 'in', doc: 'which are meant' }),
  cpumap_hard: field(xenctl_bitmap, {
    direction: 'inout',
    doc: 'CPUs that it may run on; written back',
  }),
  cpumap_soft: field(xenctl_bitmap, {
    direction: 'inout',
    doc: 'CPUs that it should run on; written back',
  }),
});
export type XenDomctlVcpuaffinity = Infer<typeof xen_domctl_vcpuaffinity>;

/** How many vCPUs a domain has. */
export const xen_domctl_max_vcpus = struct('xen_domctl_max_vcpus', {
  max: field(uint32_t, { direction: 'in', unit: 'count', doc: 'vCPUs' }),
});
export type XenDomctlMaxVcpus = Infer<typeof xen_domctl_max_vcpus>;

export const XEN_SCHEDULER_CREDIT = 5;
export const XEN_SCHEDULER_CREDIT2 = 6;
export const XEN_SCHEDULER_ARINC653 = 7;
export const XEN_SCHEDULER_RTDS = 8;
export const XEN_SCHEDULER_NULL = 9;

/** A scheduler. */
export const xen_scheduler = enumeration('xen_scheduler', uint32_t, {
  XEN_SCHEDULER_CREDIT,
  XEN_SCHEDULER_CREDIT2,
  XEN_SCHEDULER_ARINC653,
  XEN_SCHEDULER_RTDS,
  XEN_SCHEDULER_NULL,
});

/** What the credit scheduler knows of a domain. */
export const xen_domctl_sched_credit = struct('xen_domctl_sched_credit', {
  weight: field(uint16_t, { direction: 'inout', doc: 'its share' }),
  cap: field(uint16_t, {
    direction: 'inout',
    doc: 'the most that it gets, in per cent of a CPU; 0 for no limit',
  }),
});
export type XenDomctlSchedCredit = Infer<typeof xen_domctl_sched_credit>;

/** What the credit2 scheduler knows of a domain. */
export const xen_domctl_sched_credit2 = struct('xen_domctl_sched_credit2', {
  weight: field(uint16_t, { direction: 'inout', doc: 'its share' }),
  cap: field(uint16_t, {
    direction: 'inout',
    doc: 'the most that it gets, in per cent of a CPU; 0 for no limit',
  }),
});
export type XenDomctlSchedCredit2 = Infer<typeof xen_domctl_sched_credit2>;

/** It may have what is left over. */
export const XEN_DOMCTL_SCHEDRT_extra = 1 << 0;

/** How the rtds scheduler treats a vCPU. */
export const xen_domctl_schedrt = flags('xen_domctl_schedrt', uint32_t, {
  XEN_DOMCTL_SCHEDRT_extra,
});

/** What the rtds scheduler knows of a vCPU. */
export const xen_domctl_sched_rtds = struct('xen_domctl_sched_rtds', {
  period: field(uint32_t, { direction: 'inout', doc: 'length of a period, in microseconds' }),
  budget: field(uint32_t, { direction: 'inout', doc: 'how long it runs in each, in microseconds' }),
  flags: field(xen_domctl_schedrt, { direction: 'inout', doc: 'whether it may have more' }),
});
export type XenDomctlSchedRtds = Infer<typeof xen_domctl_sched_rtds>;

/** What a scheduler knows of a vCPU. */
export const xen_domctl_schedparam_vcpu = struct('xen_domctl_schedparam_vcpu', {
  // Which member is live is said by `sched_id` of the call.
  u: field(
    union(null, {
      credit: field(xen_domctl_sched_credit, {
        direction: 'inout',
        doc: 'of the credit scheduler',
      }),
      credit2: field(xen_domctl_sched_credit2, {
        direction: 'inout',
        doc: 'of the credit2 scheduler',
      }),
      rtds: field(xen_domctl_sched_rtds, { direction: 'inout', doc: 'of the rtds scheduler' }),
    }),
    { direction: 'inout', doc: 'what it knows' },
  ),
  vcpuid: field(uint32_t, { direction: 'in', doc: 'the vCPU' }),
});
export type XenDomctlSchedparamVcpu = Infer<typeof xen_domctl_schedparam_vcpu>;

/** Sets it for the domain. */
export const XEN_DOMCTL_SCHEDOP_putinfo = 0;
/** Reads it for the domain. */
export const XEN_DOMCTL_SCHEDOP_getinfo = 1;
/** Sets it for vCPUs. */
export const XEN_DOMCTL_SCHEDOP_putvcpuinfo = 2;
/** Reads it for vCPUs. */
export const XEN_DOMCTL_SCHEDOP_getvcpuinfo = 3;

/** Whether it is read or set, and of what. */
export const xen_domctl_schedop = enumeration('xen_domctl_schedop', uint32_t, {
  XEN_DOMCTL_SCHEDOP_putinfo,
  XEN_DOMCTL_SCHEDOP_getinfo,
  XEN_DOMCTL_SCHEDOP_putvcpuinfo,
  XEN_DOMCTL_SCHEDOP_getvcpuinfo,
});

/** Which scheduler's parameters of a domain are meant. */
const ofScheduler = {
  by: 'sched_id',
  live: {
    [XEN_SCHEDULER_CREDIT]: 'credit',
    [XEN_SCHEDULER_CREDIT2]: 'credit2',
    [XEN_SCHEDULER_RTDS]: 'rtds',
  },
};

/** What the scheduler knows of a domain or of its vCPUs. */
export const xen_domctl_scheduler_op = struct('xen_domctl_scheduler_op', {
  sched_id: field(xen_scheduler, { direction: 'in', doc: 'the scheduler' }),
  cmd: field(xen_domctl_schedop, {
    direction: 'in',
    doc: 'whether it is read or set, and of what',
  }),
  u: field(
    union(
      null,
      {
        credit: field(xen_domctl_sched_credit, {
          direction: 'inout',
          doc: 'of the credit scheduler',
        }),
        credit2: field(xen_domctl_sched_credit2, {
          direction: 'inout',
          doc: 'of the credit2 scheduler',
        }),
        rtds: field(xen_domctl_sched_rtds, { direction: 'inout', doc: 'of the rtds scheduler' }),
        v: field(
          struct(null, {
            vcpus: field(
              XEN_GUEST_HANDLE_64(
                xen_domctl_schedparam_vcpu,
                'nr_vcpus',
                'xen_domctl_schedparam_vcpu_t',
              ),
              { direction: 'inout', doc: 'what it knows of each' },
            ),
            nr_vcpus: field(uint32_t, {
              direction: 'inout',
              unit: 'count',
              doc: 'vCPUs; after the call, those that were done',
            }),
            padding: field(uint32_t, { direction: 'in', doc: 'not used' }),
          }),
          { direction: 'inout', doc: 'putvcpuinfo, getvcpuinfo: vCPUs' },
        ),
      },
      {
        selector: {
          by: 'cmd',
          live: {
            [XEN_DOMCTL_SCHEDOP_putinfo]: ofScheduler,
            [XEN_DOMCTL_SCHEDOP_getinfo]: ofScheduler,
            [XEN_DOMCTL_SCHEDOP_putvcpuinfo]: 'v',
            [XEN_DOMCTL_SCHEDOP_getvcpuinfo]: 'v',
          },
        },
      },
    ),
    {
      direction: 'inout',
      doc: 'what it knows; depends on the scheduler and on what is read or set',
    },
  ),
});
export type XenDomctlSchedulerOp = Infer<typeof xen_domctl_scheduler_op>;

/** A domain's UUID. */
export const xen_domctl_setdomainhandle = struct('xen_domctl_setdomainhandle', {
  handle: field(xen_domain_handle_t, { direction: 'in', doc: 'the UUID' }),
});
export type XenDomctlSetdomainhandle = Infer<typeof xen_domctl_setdomainhandle>;

/** Whether a domain is paused at breakpoints. */
export const xen_domctl_setdebugging = struct('xen_domctl_setdebugging', {
  enable: field(uint8_t, { direction: 'in', doc: 'whether it is' }),
});
export type XenDomctlSetdebugging = Infer<typeof xen_domctl_setdebugging>;

/** Whether a domain may use an interrupt. */
export const xen_domctl_irq_permission = struct('xen_domctl_irq_permission', {
  pirq: field(oneOf(field(uint8_t, { until: '4.15' }), field(uint32_t, { since: '4.16' })), {
    direction: 'in',
    doc: 'the interrupt, by the number that the caller has for it',
  }),
  allow_access: field(uint8_t, { direction: 'in', doc: 'whether it may' }),
  pad: field(array(uint8_t, 3), { since: '4.16', direction: 'in', doc: 'not used' }),
});
export type XenDomctlIrqPermission = Infer<typeof xen_domctl_irq_permission>;

/** It may no longer. */
export const XEN_DOMCTL_GSI_REVOKE = 0;
/** It may. */
export const XEN_DOMCTL_GSI_GRANT = 1;
export const XEN_DOMCTL_GSI_ACTION_MASK = 1;

/** Whether a domain may use a line of an I/O APIC. */
export const xen_domctl_gsi_permission = struct(
  'xen_domctl_gsi_permission',
  {
    gsi: field(uint32_t, { direction: 'in', doc: 'the line' }),
    flags: field(flags('xen_domctl_gsi_flags', uint32_t, { XEN_DOMCTL_GSI_GRANT }), {
      direction: 'in',
      doc: 'whether it may',
    }),
  },
  { since: '4.20' },
);
export type XenDomctlGsiPermission = Infer<typeof xen_domctl_gsi_permission>;

/** Whether a domain may map machine memory. */
export const xen_domctl_iomem_permission = struct('xen_domctl_iomem_permission', {
  first_mfn: field(uint64_aligned_t, { direction: 'in', unit: 'MFN', doc: 'the first page' }),
  nr_mfns: field(uint64_aligned_t, { direction: 'in', unit: 'pages', doc: 'pages' }),
  allow_access: field(uint8_t, { direction: 'in', doc: 'whether it may' }),
});
export type XenDomctlIomemPermission = Infer<typeof xen_domctl_iomem_permission>;

/** Whether a domain may use I/O ports. */
export const xen_domctl_ioport_permission = struct('xen_domctl_ioport_permission', {
  first_port: field(uint32_t, { direction: 'in', unit: 'address', doc: 'the first port' }),
  nr_ports: field(uint32_t, { direction: 'in', unit: 'count', doc: 'ports' }),
  allow_access: field(uint8_t, { direction: 'in', doc: 'whether it may' }),
});
export type XenDomctlIoportPermission = Infer<typeof xen_domctl_ioport_permission>;

/** Writes a hypercall page. */
export const xen_domctl_hypercall_init = struct('xen_domctl_hypercall_init', {
  gmfn: field(uint64_aligned_t, { direction: 'in', unit: 'GFN', doc: 'the page' }),
});
export type XenDomctlHypercallInit = Infer<typeof xen_domctl_hypercall_init>;

/** How far a domain's clock is from the host's. */
export const xen_domctl_settimeoffset = struct('xen_domctl_settimeoffset', {
  time_offset_seconds: field(aligned(8, int64_t, 'aligned(8) int64_t'), {
    direction: 'in',
    doc: 'how far, in seconds',
  }),
});
export type XenDomctlSettimeoffset = Infer<typeof xen_domctl_settimeoffset>;

/** The state of an HVM domain, as records. */
export const xen_domctl_hvmcontext = struct('xen_domctl_hvmcontext', {
  size: field(uint32_t, {
    direction: 'inout',
    unit: 'bytes',
    doc: 'room for the records; after the call, their length',
  }),
  buffer: field(XEN_GUEST_HANDLE_64(uint8_t, 'size', 'uint8'), {
    optional: true,
    direction: 'inout',
    doc: 'the records; gethvmcontext writes them, and with NULL tells their length',
  }),
});
export type XenDomctlHvmcontext = Infer<typeof xen_domctl_hvmcontext>;

/** Whether a PV domain has 32 or 64 bits. */
export const xen_domctl_address_size = struct('xen_domctl_address_size', {
  size: field(uint32_t, { direction: 'inout', doc: 'how many; get_address_size writes it' }),
});
export type XenDomctlAddressSize = Infer<typeof xen_domctl_address_size>;

/** An NMI for the vCPU. */
export const XEN_DOMCTL_SENDTRIGGER_NMI = 0;
/** A reset. */
export const XEN_DOMCTL_SENDTRIGGER_RESET = 1;
/** An INIT for the vCPU. */
export const XEN_DOMCTL_SENDTRIGGER_INIT = 2;
/** The power button. */
export const XEN_DOMCTL_SENDTRIGGER_POWER = 3;
/** The sleep button. */
export const XEN_DOMCTL_SENDTRIGGER_SLEEP = 4;

/** What is pressed. */
export const xen_domctl_sendtrigger_kind = enumeration('xen_domctl_sendtrigger_kind', uint32_t, {
  XEN_DOMCTL_SENDTRIGGER_NMI,
  XEN_DOMCTL_SENDTRIGGER_RESET,
  XEN_DOMCTL_SENDTRIGGER_INIT,
  XEN_DOMCTL_SENDTRIGGER_POWER,
  XEN_DOMCTL_SENDTRIGGER_SLEEP,
});

/** Sends a vCPU an interrupt, or presses a button of the machine. */
export const xen_domctl_sendtrigger = struct('xen_domctl_sendtrigger', {
  trigger: field(xen_domctl_sendtrigger_kind, { direction: 'in', doc: 'which one' }),
  vcpu: field(uint32_t, { direction: 'in', doc: 'the vCPU' }),
});
export type XenDomctlSendtrigger = Infer<typeof xen_domctl_sendtrigger>;

/** By its place on a PCI bus. */
export const XEN_DOMCTL_DEV_PCI = 0;
/** By its path in the device tree. */
export const XEN_DOMCTL_DEV_DT = 1;

/** How a device is named. */
export const xen_domctl_dev = enumeration('xen_domctl_dev', uint32_t, {
  XEN_DOMCTL_DEV_PCI,
  XEN_DOMCTL_DEV_DT,
});

/** Though memory that it needs where it is may be in use. */
export const XEN_DOMCTL_DEV_RDM_RELAXED = 1;

/** How a device is given away. */
export const xen_domctl_dev_flags = flags('xen_domctl_dev_flags', uint32_t, {
  XEN_DOMCTL_DEV_RDM_RELAXED,
});

/** Gives a device to a domain, or takes it back. */
export const xen_domctl_assign_device = struct('xen_domctl_assign_device', {
  dev: field(xen_domctl_dev, { direction: 'in', doc: 'how it is named' }),
  flags: field(xen_domctl_dev_flags, { direction: 'in', doc: 'how it is given' }),
  u: field(
    union(
      null,
      {
        pci: field(
          struct(null, {
            machine_sbdf: field(uint32_t, {
              direction: 'in',
              unit: 'address',
              doc: 'segment in the upper half; then bus, device, function',
            }),
          }),
          { direction: 'in', doc: 'a PCI device' },
        ),
        dt: field(
          struct(null, {
            size: field(uint32_t, { direction: 'in', unit: 'bytes', doc: 'length of the path' }),
            path: field(XEN_GUEST_HANDLE_64(plain_char, 'size'), {
              direction: 'in',
              doc: 'the path',
            }),
          }),
          { direction: 'in', doc: 'a device of the device tree' },
        ),
      },
      { selector: { by: 'dev', live: { [XEN_DOMCTL_DEV_PCI]: 'pci', [XEN_DOMCTL_DEV_DT]: 'dt' } } },
    ),
    { direction: 'in', doc: 'the device' },
  ),
});
export type XenDomctlAssignDevice = Infer<typeof xen_domctl_assign_device>;

/** Which devices can only be given away together. */
export const xen_domctl_get_device_group = struct('xen_domctl_get_device_group', {
  machine_sbdf: field(uint32_t, {
    direction: 'in',
    unit: 'address',
    doc: 'a device: segment in the upper half; then bus, device, function',
  }),
  max_sdevs: field(uint32_t, {
    direction: 'in',
    unit: 'count',
    doc: 'entries that the list has room for',
  }),
  num_sdevs: field(uint32_t, { direction: 'out', unit: 'count', doc: 'entries written' }),
  sdev_array: field(XEN_GUEST_HANDLE_64(uint32_t, 'max_sdevs', 'uint32'), {
    direction: 'out',
    unit: 'address',
    doc: 'the devices of its group',
  }),
});
export type XenDomctlGetDeviceGroup = Infer<typeof xen_domctl_get_device_group>;

/** A pin of a PCI device. */
export const PT_IRQ_TYPE_PCI = 0;
/** An ISA interrupt. */
export const PT_IRQ_TYPE_ISA = 1;
/** A message. */
export const PT_IRQ_TYPE_MSI = 2;
/** A pin of a PCI device, for a message of the real one. */
export const PT_IRQ_TYPE_MSI_TRANSLATE = 3;
/** A shared interrupt of Arm. */
export const PT_IRQ_TYPE_SPI = 4;

/** As what a guest gets an interrupt. */
export const pt_irq_type = enumeration('pt_irq_type', uint32_t, {
  PT_IRQ_TYPE_PCI,
  PT_IRQ_TYPE_ISA,
  PT_IRQ_TYPE_MSI,
  PT_IRQ_TYPE_MSI_TRANSLATE,
  PT_IRQ_TYPE_SPI,
});

export const XEN_DOMCTL_VMSI_X86_DEST_ID_MASK = 0xff;
export const XEN_DOMCTL_VMSI_X86_RH_MASK = 0x100;
export const XEN_DOMCTL_VMSI_X86_DM_MASK = 0x200;
export const XEN_DOMCTL_VMSI_X86_DELIV_MASK = 0x7000;
export const XEN_DOMCTL_VMSI_X86_TRIG_MASK = 0x8000;
export const XEN_DOMCTL_VMSI_X86_UNMASKED = 0x10000;

/** How a message is delivered: to whom, by redirection, logically, in which mode, by level. */
export const xen_domctl_vmsi_x86 = flags(
  'xen_domctl_vmsi_x86',
  uint32_t,
  {
    XEN_DOMCTL_VMSI_X86_RH_MASK,
    XEN_DOMCTL_VMSI_X86_DM_MASK,
    XEN_DOMCTL_VMSI_X86_TRIG_MASK,
    XEN_DOMCTL_VMSI_X86_UNMASKED,
  },
  { dest_id: { shift: 0, width: 8 }, delivery: { shift: 12, width: 3 } },
);

/** Binds an interrupt of the host to one of a guest. */
export const xen_domctl_bind_pt_irq = struct('xen_domctl_bind_pt_irq', {
  machine_irq: field(uint32_t, {
    direction: 'in',
    doc: "the host's, by the number that the guest has for it",
  }),
  irq_type: field(pt_irq_type, { direction: 'in', doc: 'as what the guest gets it' }),
  u: field(
    union(
      null,
      {
        isa: field(
          struct(null, { isa_irq: field(uint8_t, { direction: 'in', doc: 'the interrupt' }) }),
          { direction: 'in', doc: 'an ISA interrupt' },
        ),
        pci: field(
          struct(null, {
            bus: field(uint8_t, { direction: 'in', doc: 'PCI bus' }),
            device: field(uint8_t, { direction: 'in', doc: 'PCI device' }),
            intx: field(uint8_t, { direction: 'in', doc: 'the pin, 0 to 3' }),
          }),
          { direction: 'in', doc: 'a pin of a PCI device' },
        ),
        msi: field(
          struct(null, {
            gvec: field(uint8_t, { direction: 'in', unit: 'address', doc: 'the vector' }),
            gflags: field(xen_domctl_vmsi_x86, { direction: 'in', doc: 'how it is delivered' }),
            gtable: field(uint64_aligned_t, {
              direction: 'in',
              unit: 'address',
              doc: "MSI-X: guest-physical address of the device's table, else 0",
            }),
          }),
          { direction: 'in', doc: 'a message' },
        ),
        spi: field(
          struct(null, { spi: field(uint16_t, { direction: 'in', doc: 'the interrupt' }) }),
          { direction: 'in', doc: 'a shared interrupt' },
        ),
      },
      {
        selector: {
          by: 'irq_type',
          live: {
            [PT_IRQ_TYPE_PCI]: 'pci',
            [PT_IRQ_TYPE_ISA]: 'isa',
            [PT_IRQ_TYPE_MSI]: 'msi',
            [PT_IRQ_TYPE_MSI_TRANSLATE]: 'pci',
            [PT_IRQ_TYPE_SPI]: 'spi',
          },
        },
      },
    ),
    { direction: 'in', doc: "the guest's" },
  ),
});
export type XenDomctlBindPtIrq = Infer<typeof xen_domctl_bind_pt_irq>;

export const DPCI_REMOVE_MAPPING = 0;
export const DPCI_ADD_MAPPING = 1;

/** Whether a mapping is made. */
export const dpci_mapping = enumeration('dpci_mapping', uint32_t, {
  DPCI_REMOVE_MAPPING,
  DPCI_ADD_MAPPING,
});

/** Maps machine memory into a guest, or unmaps it. */
export const xen_domctl_memory_mapping = struct('xen_domctl_memory_mapping', {
  first_gfn: field(uint64_aligned_t, { direction: 'in', unit: 'GFN', doc: 'where' }),
  first_mfn: field(uint64_aligned_t, { direction: 'in', unit: 'MFN', doc: 'the first page' }),
  nr_mfns: field(uint64_aligned_t, { direction: 'in', unit: 'pages', doc: 'pages' }),
  add_mapping: field(dpci_mapping, { direction: 'in', doc: 'whether it is made' }),
  padding: field(uint32_t, { direction: 'in', doc: 'not used' }),
});
export type XenDomctlMemoryMapping = Infer<typeof xen_domctl_memory_mapping>;

/** Maps I/O ports into a guest, or unmaps them. */
export const xen_domctl_ioport_mapping = struct('xen_domctl_ioport_mapping', {
  first_gport: field(uint32_t, { direction: 'in', unit: 'address', doc: "the guest's first port" }),
  first_mport: field(uint32_t, { direction: 'in', unit: 'address', doc: "the host's first port" }),
  nr_ports: field(uint32_t, { direction: 'in', unit: 'count', doc: 'ports' }),
  add_mapping: field(dpci_mapping, { direction: 'in', doc: 'whether it is made' }),
});
export type XenDomctlIoportMapping = Infer<typeof xen_domctl_ioport_mapping>;

export const XEN_DOMCTL_MEM_CACHEATTR_UC = 0;
export const XEN_DOMCTL_MEM_CACHEATTR_WC = 1;
export const XEN_DOMCTL_MEM_CACHEATTR_WT = 4;
export const XEN_DOMCTL_MEM_CACHEATTR_WP = 5;
export const XEN_DOMCTL_MEM_CACHEATTR_WB = 6;
export const XEN_DOMCTL_MEM_CACHEATTR_UCM = 7;
export const XEN_DOMCTL_DELETE_MEM_CACHEATTR = 0xffffffff;

/** What a vCPU has besides its registers. */
export const xen_domctl_ext_vcpucontext_x86 = struct(
  'xen_domctl_ext_vcpucontext',
  {
    vcpu: field(uint32_t, { direction: 'in', doc: 'the vCPU' }),
    size: field(uint32_t, {
      direction: 'inout',
      unit: 'bytes',
      doc: 'length of this struct; get_ext_vcpucontext writes it',
    }),
    syscall32_callback_eip: field(uint64_aligned_t, {
      direction: 'inout',
      unit: 'address',
      doc: 'where 32-bit SYSCALL goes',
    }),
    sysenter_callback_eip: field(uint64_aligned_t, {
      direction: 'inout',
      unit: 'address',
      doc: 'where SYSENTER goes',
    }),
    syscall32_callback_cs: field(uint16_t, {
      direction: 'inout',
      unit: 'address',
      doc: 'its code segment',
    }),
    sysenter_callback_cs: field(uint16_t, {
      direction: 'inout',
      unit: 'address',
      doc: 'its code segment',
    }),
    syscall32_disables_events: field(uint8_t, {
      direction: 'inout',
      doc: 'whether events are then masked',
    }),
    sysenter_disables_events: field(uint8_t, {
      direction: 'inout',
      doc: 'whether events are then masked',
    }),
    union_1: anonymous(
      union(null, {
        mcg_cap: field(uint64_aligned_t, {
          direction: 'inout',
          unit: 'address',
          doc: 'what machine checks it has; the first word of vmce',
        }),
        vmce: field(hvm_vmce_vcpu, { direction: 'inout', doc: 'its machine checks' }),
      }),
    ),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenDomctlExtVcpucontextX86 = Infer<typeof xen_domctl_ext_vcpucontext_x86>;

/** The same on Arm, where there is nothing. */
export const xen_domctl_ext_vcpucontext_arm = struct(
  'xen_domctl_ext_vcpucontext',
  {
    vcpu: field(uint32_t, { direction: 'in', doc: 'the vCPU' }),
    size: field(uint32_t, { direction: 'inout', unit: 'bytes', doc: 'length of this struct' }),
  },
  { abis: ['arm32', 'arm64'] },
);
export type XenDomctlExtVcpucontextArm = Infer<typeof xen_domctl_ext_vcpucontext_arm>;

export const xen_domctl_ext_vcpucontext = oneOf(
  xen_domctl_ext_vcpucontext_x86,
  xen_domctl_ext_vcpucontext_arm,
);
export type XenDomctlExtVcpucontext = Infer<typeof xen_domctl_ext_vcpucontext>;

/** The domain that a device model serves. */
export const xen_domctl_set_target = struct('xen_domctl_set_target', {
  target: field(domid_t, { direction: 'in', doc: 'the domain' }),
});
export type XenDomctlSetTarget = Infer<typeof xen_domctl_set_target>;

export const XEN_CPUID_INPUT_UNUSED = 0xffffffff;

const untilRenamed = { until: ['4.14.5', '4.15.4', '4.16.4', '4.17.1'] };
const sinceRenamed = { since: ['4.14.6', '4.15.5', '4.16.5', '4.17.2'] };

/** What CPUID and model-specific registers say to a domain. */
export const xen_domctl_cpu_policy = struct(
  'xen_domctl_cpu_policy',
  {
    nr_leaves: field(uint32_t, {
      direction: 'inout',
      unit: 'count',
      doc: 'leaves; after get_cpu_policy, those written',
    }),
    nr_msrs: field(uint32_t, {
      direction: 'inout',
      unit: 'count',
      doc: 'registers; after get_cpu_policy, those written',
    }),
    cpuid_policy: field(XEN_GUEST_HANDLE_64(xen_cpuid_leaf, 'nr_leaves', 'xen_cpuid_leaf_t'), {
      ...untilRenamed,
      direction: 'inout',
      doc: 'the leaves',
    }),
    msr_policy: field(XEN_GUEST_HANDLE_64(xen_msr_entry, 'nr_msrs', 'xen_msr_entry_t'), {
      ...untilRenamed,
      direction: 'inout',
      doc: 'the registers',
    }),
    leaves: field(XEN_GUEST_HANDLE_64(xen_cpuid_leaf, 'nr_leaves', 'xen_cpuid_leaf_t'), {
      ...sinceRenamed,
      direction: 'inout',
      doc: 'the leaves',
    }),
    msrs: field(XEN_GUEST_HANDLE_64(xen_msr_entry, 'nr_msrs', 'xen_msr_entry_t'), {
      ...sinceRenamed,
      direction: 'inout',
      doc: 'the registers',
    }),
    err_leaf: field(uint32_t, {
      direction: 'out',
      unit: 'address',
      doc: 'set_cpu_policy: the leaf that was refused, or all ones',
    }),
    err_subleaf: field(uint32_t, {
      direction: 'out',
      unit: 'address',
      doc: 'its subleaf, or all ones',
    }),
    err_msr: field(uint32_t, {
      direction: 'out',
      unit: 'address',
      doc: 'the register that was refused, or all ones',
    }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenDomctlCpuPolicy = Infer<typeof xen_domctl_cpu_policy>;

/** Has a port notified when the domain suspends. */
export const xen_domctl_subscribe = struct('xen_domctl_subscribe', {
  port: field(uint32_t, { direction: 'in', doc: "the caller's port" }),
});
export type XenDomctlSubscribe = Infer<typeof xen_domctl_subscribe>;

export const XEN_DOMCTL_DEBUG_OP_SINGLE_STEP_OFF = 0;
export const XEN_DOMCTL_DEBUG_OP_SINGLE_STEP_ON = 1;

/** Whether a vCPU stops after each instruction. */
export const xen_domctl_debug_ops = enumeration('xen_domctl_debug_ops', uint32_t, {
  XEN_DOMCTL_DEBUG_OP_SINGLE_STEP_OFF,
  XEN_DOMCTL_DEBUG_OP_SINGLE_STEP_ON,
});

/** Sets single-stepping of a vCPU. */
export const xen_domctl_debug_op = struct('xen_domctl_debug_op', {
  op: field(xen_domctl_debug_ops, { direction: 'in', doc: 'on or off' }),
  vcpu: field(uint32_t, { direction: 'in', doc: 'the vCPU' }),
});
export type XenDomctlDebugOp = Infer<typeof xen_domctl_debug_op>;

/** One record of an HVM domain's state. */
export const xen_domctl_hvmcontext_partial = struct('xen_domctl_hvmcontext_partial', {
  type: field(uint32_t, { direction: 'in', doc: 'what the record is of' }),
  instance: field(uint32_t, { direction: 'in', doc: 'which one of its kind: often the vCPU' }),
  bufsz: field(uint64_aligned_t, {
    direction: 'inout',
    unit: 'bytes',
    doc: 'room for the record; after the call, its length',
  }),
  buffer: field(XEN_GUEST_HANDLE_64(uint8_t, 'bufsz', 'uint8'), {
    optional: true,
    direction: 'out',
    doc: 'the record',
  }),
});
export type XenDomctlHvmcontextPartial = Infer<typeof xen_domctl_hvmcontext_partial>;

/** How a domain sees the time stamp counter. */
export const xen_domctl_tsc_info = struct('xen_domctl_tsc_info', {
  tsc_mode: field(uint32_t, { direction: 'inout', doc: '0 for the usual, 1 emulated, 2 as it is' }),
  gtsc_khz: field(uint32_t, { direction: 'inout', doc: 'its frequency, in kHz' }),
  incarnation: field(uint32_t, {
    direction: 'inout',
    unit: 'count',
    doc: 'how often the domain was moved or restored',
  }),
  pad: field(uint32_t, { direction: 'inout', doc: 'not used' }),
  elapsed_nsec: field(uint64_aligned_t, {
    direction: 'inout',
    doc: 'how long the domain has been there, in nanoseconds',
  }),
});
export type XenDomctlTscInfo = Infer<typeof xen_domctl_tsc_info>;

/** Reads or writes a domain's memory, for a debugger. */
export const xen_domctl_gdbsx_memio = struct('xen_domctl_gdbsx_memio', {
  pgd3val: field(uint64_aligned_t, {
    direction: 'in',
    unit: 'address',
    doc: 'a page directory to use, or 0',
  }),
  gva: field(uint64_aligned_t, {
    direction: 'in',
    unit: 'address',
    doc: "the guest's virtual address",
  }),
  uva: field(uint64_aligned_t, {
    direction: 'in',
    unit: 'address',
    doc: "the caller's virtual address",
  }),
  len: field(uint32_t, { direction: 'in', unit: 'bytes', doc: 'how much' }),
  gwr: field(uint8_t, { direction: 'in', doc: '1 writes, 0 reads' }),
  remain: field(uint32_t, { direction: 'out', unit: 'bytes', doc: 'how much is left' }),
});
export type XenDomctlGdbsxMemio = Infer<typeof xen_domctl_gdbsx_memio>;

/** Pauses a vCPU, or lets it go on. */
export const xen_domctl_gdbsx_pauseunp_vcpu = struct('xen_domctl_gdbsx_pauseunp_vcpu', {
  vcpu: field(uint32_t, { direction: 'in', doc: 'the vCPU' }),
});
export type XenDomctlGdbsxPauseunpVcpu = Infer<typeof xen_domctl_gdbsx_pauseunp_vcpu>;

/** What a debugger wants to know of a domain. */
export const xen_domctl_gdbsx_domstatus = struct('xen_domctl_gdbsx_domstatus', {
  paused: field(uint8_t, { direction: 'out', doc: 'whether it is paused' }),
  vcpu_id: field(uint32_t, {
    direction: 'out',
    doc: 'the vCPU that something happened to; all ones for none',
  }),
  vcpu_ev: field(uint32_t, { direction: 'out', doc: 'what happened' }),
});
export type XenDomctlGdbsxDomstatus = Infer<typeof xen_domctl_gdbsx_domstatus>;

/** Makes it. */
export const XEN_VM_EVENT_ENABLE = 0;
/** Ends it. */
export const XEN_VM_EVENT_DISABLE = 1;
/** Its answers are read. */
export const XEN_VM_EVENT_RESUME = 2;
/** The version of the events. */
export const XEN_VM_EVENT_GET_VERSION = 3;

/** What is done with a ring of events. */
export const xen_vm_event = enumeration('xen_vm_event', uint32_t, {
  XEN_VM_EVENT_ENABLE,
  XEN_VM_EVENT_DISABLE,
  XEN_VM_EVENT_RESUME,
  XEN_VM_EVENT_GET_VERSION,
});

/** A pager's. */
export const XEN_DOMCTL_VM_EVENT_OP_PAGING = 1;
/** A monitor's. */
export const XEN_DOMCTL_VM_EVENT_OP_MONITOR = 2;
/** That for shared memory. */
export const XEN_DOMCTL_VM_EVENT_OP_SHARING = 3;

/** Whose ring it is. */
export const xen_domctl_vm_event_mode = enumeration('xen_domctl_vm_event_mode', uint32_t, {
  XEN_DOMCTL_VM_EVENT_OP_PAGING,
  XEN_DOMCTL_VM_EVENT_OP_MONITOR,
  XEN_DOMCTL_VM_EVENT_OP_SHARING,
});

/** Works on a ring of events. */
export const xen_domctl_vm_event_op = struct('xen_domctl_vm_event_op', {
  op: field(xen_vm_event, { direction: 'in', doc: 'what to do' }),
  mode: field(xen_domctl_vm_event_mode, { direction: 'in', doc: 'whose ring it is' }),
  u: field(
    union(
      null,
      {
        enable: field(
          struct(null, { port: field(uint32_t, { direction: 'out', doc: 'its port' }) }),
          { direction: 'out', doc: 'ENABLE: the ring' },
        ),
        version: field(uint32_t, { direction: 'out', doc: 'GET_VERSION: the version' }),
      },
      {
        selector: {
          by: 'op',
          live: { [XEN_VM_EVENT_ENABLE]: 'enable', [XEN_VM_EVENT_GET_VERSION]: 'version' },
        },
      },
    ),
    { direction: 'out', doc: 'what the call tells' },
  ),
});
export type XenDomctlVmEventOp = Infer<typeof xen_domctl_vm_event_op>;

/** It is turned on or off. */
export const XEN_DOMCTL_MEM_SHARING_CONTROL = 0;

/** What is done with sharing of pages. */
export const xen_domctl_mem_sharing = enumeration('xen_domctl_mem_sharing', uint8_t, {
  XEN_DOMCTL_MEM_SHARING_CONTROL,
});

/** Turns sharing of pages on or off. */
export const xen_domctl_mem_sharing_op = struct('xen_domctl_mem_sharing_op', {
  op: field(xen_domctl_mem_sharing, { direction: 'in', doc: 'what to do' }),
  u: field(
    union(
      null,
      { enable: field(uint8_t, { direction: 'in', doc: 'whether it is on' }) },
      { selector: { by: 'op', live: { [XEN_DOMCTL_MEM_SHARING_CONTROL]: 'enable' } } },
    ),
    { direction: 'in', doc: 'depends on what to do' },
  ),
});
export type XenDomctlMemSharingOp = Infer<typeof xen_domctl_mem_sharing_op>;

/** How often P2M and M2P disagree. */
export const xen_domctl_audit_p2m = struct('xen_domctl_audit_p2m', {
  orphans: field(uint64_t, { direction: 'out', unit: 'count', doc: 'pages that are in no P2M' }),
  m2p_bad: field(uint64_t, { direction: 'out', unit: 'count', doc: 'wrong entries of the M2P' }),
  p2m_bad: field(uint64_t, { direction: 'out', unit: 'count', doc: 'wrong entries of the P2M' }),
});
export type XenDomctlAuditP2m = Infer<typeof xen_domctl_audit_p2m>;

/** The domain that gets an interrupt of the whole host. */
export const xen_domctl_set_virq_handler = struct('xen_domctl_set_virq_handler', {
  virq: field(virq, { direction: 'in', doc: 'the interrupt' }),
});
export type XenDomctlSetVirqHandler = Infer<typeof xen_domctl_set_virq_handler>;

/** The extended state of a vCPU. */
export const xen_domctl_vcpuextstate = struct(
  'xen_domctl_vcpuextstate',
  {
    vcpu: field(uint32_t, { direction: 'in', doc: 'the vCPU' }),
    xfeature_mask: field(uint64_aligned_t, {
      direction: 'inout',
      unit: 'address',
      doc: 'getvcpuextstate: which parts there are',
    }),
    size: field(uint64_aligned_t, {
      direction: 'inout',
      unit: 'bytes',
      doc: 'room for it; after getvcpuextstate, its length',
    }),
    // Its length is in bytes: the hypercall's table says so.
    buffer: field(XEN_GUEST_HANDLE_64(uint64_t, undefined, 'uint64'), {
      optional: true,
      direction: 'inout',
      unit: 'address',
      doc: 'the state; getvcpuextstate writes it',
    }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenDomctlVcpuextstate = Infer<typeof xen_domctl_vcpuextstate>;

/** Whether a domain stops where nobody listens to its events. */
export const xen_domctl_set_access_required = struct('xen_domctl_set_access_required', {
  access_required: field(uint8_t, { direction: 'in', doc: 'whether it stops' }),
});
export type XenDomctlSetAccessRequired = Infer<typeof xen_domctl_set_access_required>;

/** Marks a frame as broken. */
export const xen_domctl_set_broken_page_p2m = struct('xen_domctl_set_broken_page_p2m', {
  pfn: field(uint64_aligned_t, { direction: 'in', unit: 'GFN', doc: 'the frame' }),
});
export type XenDomctlSetBrokenPageP2m = Infer<typeof xen_domctl_set_broken_page_p2m>;

/** Cleans and invalidates the caches of memory; Arm only. */
export const xen_domctl_cacheflush = struct('xen_domctl_cacheflush', {
  start_pfn: field(xen_pfn_t, { direction: 'in', unit: 'GFN', doc: 'the first page' }),
  // A count in the type of a frame number.
  nr_pfns: field(xen_pfn_t, { direction: 'in', unit: 'pages', doc: 'pages' }),
});
export type XenDomctlCacheflush = Infer<typeof xen_domctl_cacheflush>;

/** How much memory a domain's page tables may take. */
export const xen_domctl_paging_mempool = struct(
  'xen_domctl_paging_mempool',
  {
    size: field(uint64_aligned_t, {
      direction: 'inout',
      unit: 'bytes',
      doc: 'how much; get_paging_mempool_size writes it',
    }),
  },
  { since: '4.17' },
);
export type XenDomctlPagingMempool = Infer<typeof xen_domctl_paging_mempool>;

/** A model-specific register. */
export const xen_domctl_vcpu_msr = struct(
  'xen_domctl_vcpu_msr',
  {
    index: field(uint32_t, { direction: 'inout', unit: 'address', doc: 'the register' }),
    reserved: field(uint32_t, { direction: 'inout', zero: true, doc: 'must be 0' }),
    value: field(uint64_aligned_t, { direction: 'inout', unit: 'address', doc: 'what it holds' }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenDomctlVcpuMsr = Infer<typeof xen_domctl_vcpu_msr>;

/** The model-specific registers of a vCPU. */
export const xen_domctl_vcpu_msrs = struct(
  'xen_domctl_vcpu_msrs',
  {
    vcpu: field(uint32_t, { direction: 'in', doc: 'the vCPU' }),
    msr_count: field(uint32_t, {
      direction: 'inout',
      unit: 'count',
      doc: 'registers; after the call, those done, or the one that was refused',
    }),
    msrs: field(XEN_GUEST_HANDLE_64(xen_domctl_vcpu_msr, 'msr_count', 'xen_domctl_vcpu_msr_t'), {
      optional: true,
      direction: 'inout',
      doc: 'the registers; with NULL the call tells how many there can be',
    }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenDomctlVcpuMsrs = Infer<typeof xen_domctl_vcpu_msrs>;

/** The virtual NUMA topology of a domain. */
export const xen_domctl_vnuma = struct('xen_domctl_vnuma', {
  nr_vnodes: field(uint32_t, { direction: 'in', unit: 'count', doc: 'virtual nodes' }),
  nr_vmemranges: field(uint32_t, { direction: 'in', unit: 'count', doc: 'ranges of memory' }),
  nr_vcpus: field(uint32_t, {
    direction: 'in',
    unit: 'count',
    doc: 'vCPUs, all that the domain has',
  }),
  pad: field(uint32_t, { direction: 'in', zero: true, doc: 'must be 0' }),
  vdistance: field(XEN_GUEST_HANDLE_64(unsigned_int, ['nr_vnodes', 'nr_vnodes'], 'uint'), {
    direction: 'in',
    doc: 'the square table of distances, row by row',
  }),
  vcpu_to_vnode: field(XEN_GUEST_HANDLE_64(unsigned_int, 'nr_vcpus', 'uint'), {
    direction: 'in',
    doc: 'the node of each vCPU',
  }),
  vnode_to_pnode: field(XEN_GUEST_HANDLE_64(unsigned_int, 'nr_vnodes', 'uint'), {
    direction: 'in',
    doc: "the host's node of each",
  }),
  vmemrange: field(XEN_GUEST_HANDLE_64(xen_vmemrange, 'nr_vmemranges', 'xen_vmemrange_t'), {
    direction: 'in',
    doc: 'which node has which memory',
  }),
});
export type XenDomctlVnuma = Infer<typeof xen_domctl_vnuma>;

/** It ends. */
export const XEN_DOMCTL_PSR_CMT_OP_DETACH = 0;
/** It begins. */
export const XEN_DOMCTL_PSR_CMT_OP_ATTACH = 1;
/** The id by which it is monitored. */
export const XEN_DOMCTL_PSR_CMT_OP_QUERY_RMID = 2;

/** What is done with the monitoring of a domain's caches. */
export const xen_domctl_psr_cmt = enumeration('xen_domctl_psr_cmt', uint32_t, {
  XEN_DOMCTL_PSR_CMT_OP_DETACH,
  XEN_DOMCTL_PSR_CMT_OP_ATTACH,
  XEN_DOMCTL_PSR_CMT_OP_QUERY_RMID,
});

/** Monitors how a domain uses the caches. */
export const xen_domctl_psr_cmt_op = struct('xen_domctl_psr_cmt_op', {
  cmd: field(xen_domctl_psr_cmt, { direction: 'in', doc: 'what to do' }),
  data: field(uint32_t, { direction: 'out', doc: 'QUERY_RMID: the id' }),
});
export type XenDomctlPsrCmtOp = Infer<typeof xen_domctl_psr_cmt_op>;

/** It gets a kind. */
export const XEN_DOMCTL_MONITOR_OP_ENABLE = 0;
/** It gets a kind no longer. */
export const XEN_DOMCTL_MONITOR_OP_DISABLE = 1;
/** Which kinds there are. */
export const XEN_DOMCTL_MONITOR_OP_GET_CAPABILITIES = 2;
/** Instructions that repeat are emulated step by step. */
export const XEN_DOMCTL_MONITOR_OP_EMULATE_EACH_REP = 3;
/** Registers may be set in answers. */
export const XEN_DOMCTL_MONITOR_OP_CONTROL_REGISTERS = 4;

/** What is done with the events that a monitor gets. */
export const xen_domctl_monitor_ops = enumeration('xen_domctl_monitor_ops', uint32_t, {
  XEN_DOMCTL_MONITOR_OP_ENABLE,
  XEN_DOMCTL_MONITOR_OP_DISABLE,
  XEN_DOMCTL_MONITOR_OP_GET_CAPABILITIES,
  XEN_DOMCTL_MONITOR_OP_EMULATE_EACH_REP,
  XEN_DOMCTL_MONITOR_OP_CONTROL_REGISTERS,
});

/** A write to a control register. */
export const XEN_DOMCTL_MONITOR_EVENT_WRITE_CTRLREG = 0;
/** A write to a model-specific register. */
export const XEN_DOMCTL_MONITOR_EVENT_MOV_TO_MSR = 1;
/** An instruction. */
export const XEN_DOMCTL_MONITOR_EVENT_SINGLESTEP = 2;
/** A breakpoint. */
export const XEN_DOMCTL_MONITOR_EVENT_SOFTWARE_BREAKPOINT = 3;
/** HVMOP_guest_request_vm_event. */
export const XEN_DOMCTL_MONITOR_EVENT_GUEST_REQUEST = 4;
/** A debug exception. */
export const XEN_DOMCTL_MONITOR_EVENT_DEBUG_EXCEPTION = 5;
/** CPUID. */
export const XEN_DOMCTL_MONITOR_EVENT_CPUID = 6;
/** SMC, on Arm. */
export const XEN_DOMCTL_MONITOR_EVENT_PRIVILEGED_CALL = 7;
/** An interrupt. */
export const XEN_DOMCTL_MONITOR_EVENT_INTERRUPT = 8;
/** A use of a descriptor table's register. */
export const XEN_DOMCTL_MONITOR_EVENT_DESC_ACCESS = 9;
/** An instruction that cannot be emulated. */
export const XEN_DOMCTL_MONITOR_EVENT_EMUL_UNIMPLEMENTED = 10;
/** A fault of the guest's own page tables. */
export const XEN_DOMCTL_MONITOR_EVENT_INGUEST_PAGEFAULT = 11;
/** An exit to the hypervisor. */
export const XEN_DOMCTL_MONITOR_EVENT_VMEXIT = 12;
/** An I/O instruction. */
export const XEN_DOMCTL_MONITOR_EVENT_IO = 13;

/** Chooses the events that a monitor gets. */
export const xen_domctl_monitor_op = struct('xen_domctl_monitor_op', {
  op: field(xen_domctl_monitor_ops, { direction: 'in', doc: 'what to do' }),
  event: field(uint32_t, {
    direction: 'inout',
    doc: 'ENABLE, DISABLE: the kind, XEN_DOMCTL_MONITOR_EVENT_*; after GET_CAPABILITIES, a bit for each',
  }),
  u: field(
    union(
      null,
      {
        mov_to_cr: field(
          struct(null, {
            index: field(uint8_t, { direction: 'in', doc: 'the register, VM_EVENT_X86_*' }),
            sync: field(uint8_t, { direction: 'in', doc: 'whether the vCPU stops for the answer' }),
            onchangeonly: field(uint8_t, { direction: 'in', doc: 'whether only changes count' }),
            pad1: field(uint8_t, { direction: 'in', doc: 'not used' }),
            pad2: field(uint32_t, { direction: 'in', doc: 'not used' }),
            bitmask: field(uint64_aligned_t, {
              direction: 'in',
              unit: 'address',
              doc: 'bits whose changes do not count',
            }),
          }),
          { direction: 'in', doc: 'WRITE_CTRLREG' },
        ),
        mov_to_msr: field(
          struct(null, {
            msr: field(uint32_t, { direction: 'in', unit: 'address', doc: 'the register' }),
            onchangeonly: field(uint8_t, { direction: 'in', doc: 'whether only changes count' }),
          }),
          { direction: 'in', doc: 'MOV_TO_MSR' },
        ),
        guest_request: field(
          struct(null, {
            sync: field(uint8_t, { direction: 'in', doc: 'whether the vCPU stops for the answer' }),
            allow_userspace: field(uint8_t, { direction: 'in', doc: 'whether user mode may ask' }),
          }),
          { direction: 'in', doc: 'GUEST_REQUEST' },
        ),
        debug_exception: field(
          struct(null, {
            sync: field(uint8_t, { direction: 'in', doc: 'whether the vCPU stops for the answer' }),
          }),
          { direction: 'in', doc: 'DEBUG_EXCEPTION' },
        ),
        vmexit: field(
          struct(null, {
            sync: field(uint8_t, {
              direction: 'in',
              doc: 'whether the exit is handled after the answer alone',
            }),
          }),
          { since: '4.17', direction: 'in', doc: 'VMEXIT' },
        ),
      },
      {
        selector: {
          by: 'op',
          live: {
            [XEN_DOMCTL_MONITOR_OP_ENABLE]: {
              by: 'event',
              live: {
                [XEN_DOMCTL_MONITOR_EVENT_WRITE_CTRLREG]: 'mov_to_cr',
                [XEN_DOMCTL_MONITOR_EVENT_MOV_TO_MSR]: 'mov_to_msr',
                [XEN_DOMCTL_MONITOR_EVENT_GUEST_REQUEST]: 'guest_request',
                [XEN_DOMCTL_MONITOR_EVENT_DEBUG_EXCEPTION]: 'debug_exception',
                [XEN_DOMCTL_MONITOR_EVENT_VMEXIT]: 'vmexit',
              },
            },
          },
        },
      },
    ),
    { direction: 'in', doc: 'ENABLE: more of the kind' },
  ),
});
export type XenDomctlMonitorOp = Infer<typeof xen_domctl_monitor_op>;

export const XEN_DOMCTL_PSR_SET_L3_CBM = 0;
export const XEN_DOMCTL_PSR_GET_L3_CBM = 1;
export const XEN_DOMCTL_PSR_SET_L3_CODE = 2;
export const XEN_DOMCTL_PSR_SET_L3_DATA = 3;
export const XEN_DOMCTL_PSR_GET_L3_CODE = 4;
export const XEN_DOMCTL_PSR_GET_L3_DATA = 5;
export const XEN_DOMCTL_PSR_SET_L2_CBM = 6;
export const XEN_DOMCTL_PSR_GET_L2_CBM = 7;
export const XEN_DOMCTL_PSR_SET_MBA_THRTL = 8;
export const XEN_DOMCTL_PSR_GET_MBA_THRTL = 9;

/** Which share of caches or memory bandwidth is read or set. */
export const xen_domctl_psr_cmd = enumeration('xen_domctl_psr_cmd', uint32_t, {
  XEN_DOMCTL_PSR_SET_L3_CBM,
  XEN_DOMCTL_PSR_GET_L3_CBM,
  XEN_DOMCTL_PSR_SET_L3_CODE,
  XEN_DOMCTL_PSR_SET_L3_DATA,
  XEN_DOMCTL_PSR_GET_L3_CODE,
  XEN_DOMCTL_PSR_GET_L3_DATA,
  XEN_DOMCTL_PSR_SET_L2_CBM,
  XEN_DOMCTL_PSR_GET_L2_CBM,
  XEN_DOMCTL_PSR_SET_MBA_THRTL,
  XEN_DOMCTL_PSR_GET_MBA_THRTL,
});

/** A domain's share of a cache or of memory bandwidth. */
export const xen_domctl_psr_alloc = struct('xen_domctl_psr_alloc', {
  cmd: field(xen_domctl_psr_cmd, { direction: 'in', doc: 'which share, read or set' }),
  target: field(uint32_t, { direction: 'in', doc: 'the socket' }),
  data: field(uint64_t, {
    direction: 'inout',
    unit: 'address',
    doc: 'the share: a bit for each part of the cache, or how much to throttle',
  }),
});
export type XenDomctlPsrAlloc = Infer<typeof xen_domctl_psr_alloc>;

/** It is made. */
export const XEN_DOMCTL_VUART_OP_INIT = 0;

/** What is done with a virtual serial port. */
export const xen_domctl_vuart_ops = enumeration('xen_domctl_vuart_ops', uint32_t, {
  XEN_DOMCTL_VUART_OP_INIT,
});

/** A PL011. */
export const XEN_DOMCTL_VUART_TYPE_VPL011 = 0;

/** What kind of serial port it is. */
export const xen_domctl_vuart_type = enumeration('xen_domctl_vuart_type', uint32_t, {
  XEN_DOMCTL_VUART_TYPE_VPL011,
});

/** Makes a virtual serial port; Arm only. */
export const xen_domctl_vuart_op = struct('xen_domctl_vuart_op', {
  cmd: field(xen_domctl_vuart_ops, { direction: 'in', doc: 'what to do' }),
  type: field(xen_domctl_vuart_type, { direction: 'in', doc: 'the kind' }),
  gfn: field(uint64_aligned_t, { direction: 'in', unit: 'GFN', doc: 'the page of its ring' }),
  console_domid: field(domid_t, { direction: 'in', doc: 'the domain that has the console' }),
  pad: field(array(uint8_t, 2), { direction: 'in', zero: true, doc: 'must be 0' }),
  evtchn: field(evtchn_port_t, { direction: 'out', doc: 'its port' }),
});
export type XenDomctlVuartOp = Infer<typeof xen_domctl_vuart_op>;

export const XEN_DOMCTL_vmtrace_enable = 1;
export const XEN_DOMCTL_vmtrace_disable = 2;
export const XEN_DOMCTL_vmtrace_reset_and_enable = 3;
export const XEN_DOMCTL_vmtrace_output_position = 4;
export const XEN_DOMCTL_vmtrace_get_option = 5;
export const XEN_DOMCTL_vmtrace_set_option = 6;

/** What is done with the trace of a vCPU. */
export const xen_domctl_vmtrace_cmd = enumeration('xen_domctl_vmtrace_cmd', uint32_t, {
  XEN_DOMCTL_vmtrace_enable,
  XEN_DOMCTL_vmtrace_disable,
  XEN_DOMCTL_vmtrace_reset_and_enable,
  XEN_DOMCTL_vmtrace_output_position,
  XEN_DOMCTL_vmtrace_get_option,
  XEN_DOMCTL_vmtrace_set_option,
});

/** Traces a vCPU. */
export const xen_domctl_vmtrace_op = struct(
  'xen_domctl_vmtrace_op',
  {
    cmd: field(xen_domctl_vmtrace_cmd, { direction: 'in', doc: 'what to do' }),
    vcpu: field(uint32_t, { direction: 'in', doc: 'the vCPU' }),
    key: field(uint64_aligned_t, {
      direction: 'in',
      unit: 'address',
      doc: 'get_option, set_option: the register',
    }),
    value: field(uint64_aligned_t, {
      direction: 'inout',
      unit: 'address',
      doc: 'what it holds; output_position: where in the buffer',
    }),
  },
  { since: '4.15' },
);
export type XenDomctlVmtraceOp = Infer<typeof xen_domctl_vmtrace_op>;

/** Its devices are given to the domain. */
export const XEN_DOMCTL_DT_OVERLAY_ATTACH = 1;

/** What is done with a part of the device tree. */
export const xen_domctl_dt_overlay_op = enumeration('xen_domctl_dt_overlay_op', uint8_t, {
  XEN_DOMCTL_DT_OVERLAY_ATTACH,
});

/** Gives the devices of a part of the device tree to a domain; Arm only. */
export const xen_domctl_dt_overlay = struct(
  'xen_domctl_dt_overlay',
  {
    overlay_fdt: field(XEN_GUEST_HANDLE(uint8_t, 'overlay_fdt_size', 'const_void'), {
      direction: 'in',
      doc: 'the part',
    }),
    overlay_fdt_size: field(uint32_t, { direction: 'in', unit: 'bytes', doc: 'its length' }),
    overlay_op: field(xen_domctl_dt_overlay_op, { direction: 'in', doc: 'what to do' }),
    pad: field(array(uint8_t, 3), { direction: 'in', zero: true, doc: 'must be 0' }),
  },
  { abis: ['arm32', 'arm64'], since: '4.19' },
);
export type XenDomctlDtOverlay = Infer<typeof xen_domctl_dt_overlay>;

/** The parts of the last-level cache that a domain's memory may use. */
export const xen_domctl_set_llc_colors = struct(
  'xen_domctl_set_llc_colors',
  {
    num_llc_colors: field(uint32_t, { direction: 'in', unit: 'count', doc: 'parts' }),
    pad: field(uint32_t, { direction: 'in', zero: true, doc: 'must be 0' }),
    llc_colors: field(XEN_GUEST_HANDLE_64(uint32_t, 'num_llc_colors', 'uint32'), {
      direction: 'in',
      doc: 'the parts',
    }),
  },
  { since: '4.20' },
);
export type XenDomctlSetLlcColors = Infer<typeof xen_domctl_set_llc_colors>;

/** It is there. */
export const XEN_DOMCTL_GETDOMSTATE_STATE_EXIST = 1;
/** It has ended. */
export const XEN_DOMCTL_GETDOMSTATE_STATE_SHUTDOWN = 2;
/** It is being destroyed. */
export const XEN_DOMCTL_GETDOMSTATE_STATE_DYING = 4;
/** It is destroyed. */
export const XEN_DOMCTL_GETDOMSTATE_STATE_DEAD = 8;

/** How a domain is. */
export const xen_domctl_getdomstate_state = flags('xen_domctl_getdomstate_state', uint16_t, {
  XEN_DOMCTL_GETDOMSTATE_STATE_EXIST,
  XEN_DOMCTL_GETDOMSTATE_STATE_SHUTDOWN,
  XEN_DOMCTL_GETDOMSTATE_STATE_DYING,
  XEN_DOMCTL_GETDOMSTATE_STATE_DEAD,
});

/** It controls others. */
export const XEN_DOMCTL_GETDOMSTATE_CAP_CONTROL = 1;
/** It has the hardware. */
export const XEN_DOMCTL_GETDOMSTATE_CAP_HARDWARE = 2;
/** It serves XenStore. */
export const XEN_DOMCTL_GETDOMSTATE_CAP_XENSTORE = 4;

/** What a domain is for. */
export const xen_domctl_getdomstate_cap = flags('xen_domctl_getdomstate_cap', uint16_t, {
  XEN_DOMCTL_GETDOMSTATE_CAP_CONTROL,
  XEN_DOMCTL_GETDOMSTATE_CAP_HARDWARE,
  XEN_DOMCTL_GETDOMSTATE_CAP_XENSTORE,
});

/** How a domain is, or the next one whose state has changed. */
export const xen_domctl_get_domain_state = struct(
  'xen_domctl_get_domain_state',
  {
    state: field(xen_domctl_getdomstate_state, { direction: 'out', doc: 'how it is' }),
    caps: field(xen_domctl_getdomstate_cap, { direction: 'out', doc: 'what it is for' }),
    pad0: field(uint32_t, { direction: 'in', zero: true, doc: 'must be 0' }),
    unique_id: field(uint64_t, { direction: 'out', doc: 'a number that no other domain ever has' }),
  },
  { since: '4.21' },
);
export type XenDomctlGetDomainState = Infer<typeof xen_domctl_get_domain_state>;

/** Whether a domain is never moved to another host. */
export const xen_domctl_disable_migrate = struct(
  'xen_domctl_disable_migrate',
  {
    disable: field(uint32_t, { direction: 'in', doc: 'whether it is not' }),
  },
  { until: '4.14' },
);
export type XenDomctlDisableMigrate = Infer<typeof xen_domctl_disable_migrate>;

export const XEN_DOMCTL_createdomain = 1;
export const XEN_DOMCTL_destroydomain = 2;
export const XEN_DOMCTL_pausedomain = 3;
export const XEN_DOMCTL_unpausedomain = 4;
export const XEN_DOMCTL_getdomaininfo = 5;
export const XEN_DOMCTL_setvcpuaffinity = 9;
export const XEN_DOMCTL_shadow_op = 10;
export const XEN_DOMCTL_max_mem = 11;
export const XEN_DOMCTL_setvcpucontext = 12;
export const XEN_DOMCTL_getvcpucontext = 13;
export const XEN_DOMCTL_getvcpuinfo = 14;
export const XEN_DOMCTL_max_vcpus = 15;
export const XEN_DOMCTL_scheduler_op = 16;
export const XEN_DOMCTL_setdomainhandle = 17;
export const XEN_DOMCTL_setdebugging = 18;
export const XEN_DOMCTL_irq_permission = 19;
export const XEN_DOMCTL_iomem_permission = 20;
export const XEN_DOMCTL_ioport_permission = 21;
export const XEN_DOMCTL_hypercall_init = 22;
/** Internal to the hypervisor. */
export const XEN_DOMCTL_soft_reset_cont = 23;
export const XEN_DOMCTL_settimeoffset = 24;
export const XEN_DOMCTL_getvcpuaffinity = 25;
export const XEN_DOMCTL_real_mode_area = 26;
export const XEN_DOMCTL_resumedomain = 27;
export const XEN_DOMCTL_sendtrigger = 28;
export const XEN_DOMCTL_subscribe = 29;
export const XEN_DOMCTL_gethvmcontext = 33;
export const XEN_DOMCTL_sethvmcontext = 34;
export const XEN_DOMCTL_set_address_size = 35;
export const XEN_DOMCTL_get_address_size = 36;
export const XEN_DOMCTL_assign_device = 37;
export const XEN_DOMCTL_bind_pt_irq = 38;
export const XEN_DOMCTL_memory_mapping = 39;
export const XEN_DOMCTL_ioport_mapping = 40;
export const XEN_DOMCTL_set_ext_vcpucontext = 42;
export const XEN_DOMCTL_get_ext_vcpucontext = 43;
export const XEN_DOMCTL_set_opt_feature = 44;
export const XEN_DOMCTL_test_assign_device = 45;
export const XEN_DOMCTL_set_target = 46;
export const XEN_DOMCTL_deassign_device = 47;
export const XEN_DOMCTL_unbind_pt_irq = 48;
export const XEN_DOMCTL_get_device_group = 50;
export const XEN_DOMCTL_debug_op = 54;
export const XEN_DOMCTL_gethvmcontext_partial = 55;
export const XEN_DOMCTL_vm_event_op = 56;
export const XEN_DOMCTL_mem_sharing_op = 57;
export const XEN_DOMCTL_disable_migrate = 58;
export const XEN_DOMCTL_gettscinfo = 59;
export const XEN_DOMCTL_settscinfo = 60;
export const XEN_DOMCTL_getpageframeinfo3 = 61;
export const XEN_DOMCTL_setvcpuextstate = 62;
export const XEN_DOMCTL_getvcpuextstate = 63;
export const XEN_DOMCTL_set_access_required = 64;
export const XEN_DOMCTL_audit_p2m = 65;
export const XEN_DOMCTL_set_virq_handler = 66;
export const XEN_DOMCTL_set_broken_page_p2m = 67;
export const XEN_DOMCTL_setnodeaffinity = 68;
export const XEN_DOMCTL_getnodeaffinity = 69;
export const XEN_DOMCTL_cacheflush = 71;
export const XEN_DOMCTL_get_vcpu_msrs = 72;
export const XEN_DOMCTL_set_vcpu_msrs = 73;
export const XEN_DOMCTL_setvnumainfo = 74;
export const XEN_DOMCTL_psr_cmt_op = 75;
export const XEN_DOMCTL_monitor_op = 77;
export const XEN_DOMCTL_psr_alloc = 78;
export const XEN_DOMCTL_soft_reset = 79;
export const XEN_DOMCTL_vuart_op = 81;
export const XEN_DOMCTL_get_cpu_policy = 82;
export const XEN_DOMCTL_set_cpu_policy = 83;
export const XEN_DOMCTL_vmtrace_op = 84;
export const XEN_DOMCTL_get_paging_mempool_size = 85;
export const XEN_DOMCTL_set_paging_mempool_size = 86;
export const XEN_DOMCTL_dt_overlay = 87;
export const XEN_DOMCTL_gsi_permission = 88;
export const XEN_DOMCTL_set_llc_colors = 89;
export const XEN_DOMCTL_get_domain_state = 90;
export const XEN_DOMCTL_gdbsx_guestmemio = 1000;
export const XEN_DOMCTL_gdbsx_pausevcpu = 1001;
export const XEN_DOMCTL_gdbsx_unpausevcpu = 1002;
export const XEN_DOMCTL_gdbsx_domstatus = 1003;

/** What is done with a domain. */
export const xen_domctl_cmd = enumeration('xen_domctl_cmd', uint32_t, {
  XEN_DOMCTL_createdomain,
  XEN_DOMCTL_destroydomain,
  XEN_DOMCTL_pausedomain,
  XEN_DOMCTL_unpausedomain,
  XEN_DOMCTL_getdomaininfo,
  XEN_DOMCTL_setvcpuaffinity,
  XEN_DOMCTL_shadow_op,
  XEN_DOMCTL_max_mem,
  XEN_DOMCTL_setvcpucontext,
  XEN_DOMCTL_getvcpucontext,
  XEN_DOMCTL_getvcpuinfo,
  XEN_DOMCTL_max_vcpus,
  XEN_DOMCTL_scheduler_op,
  XEN_DOMCTL_setdomainhandle,
  XEN_DOMCTL_setdebugging,
  XEN_DOMCTL_irq_permission,
  XEN_DOMCTL_iomem_permission,
  XEN_DOMCTL_ioport_permission,
  XEN_DOMCTL_hypercall_init,
  XEN_DOMCTL_soft_reset_cont,
  XEN_DOMCTL_settimeoffset,
  XEN_DOMCTL_getvcpuaffinity,
  XEN_DOMCTL_real_mode_area,
  XEN_DOMCTL_resumedomain,
  XEN_DOMCTL_sendtrigger,
  XEN_DOMCTL_subscribe,
  XEN_DOMCTL_gethvmcontext,
  XEN_DOMCTL_sethvmcontext,
  XEN_DOMCTL_set_address_size,
  XEN_DOMCTL_get_address_size,
  XEN_DOMCTL_assign_device,
  XEN_DOMCTL_bind_pt_irq,
  XEN_DOMCTL_memory_mapping,
  XEN_DOMCTL_ioport_mapping,
  XEN_DOMCTL_set_ext_vcpucontext,
  XEN_DOMCTL_get_ext_vcpucontext,
  XEN_DOMCTL_set_opt_feature,
  XEN_DOMCTL_test_assign_device,
  XEN_DOMCTL_set_target,
  XEN_DOMCTL_deassign_device,
  XEN_DOMCTL_unbind_pt_irq,
  XEN_DOMCTL_get_device_group,
  XEN_DOMCTL_debug_op,
  XEN_DOMCTL_gethvmcontext_partial,
  XEN_DOMCTL_vm_event_op,
  XEN_DOMCTL_mem_sharing_op,
  XEN_DOMCTL_disable_migrate,
  XEN_DOMCTL_gettscinfo,
  XEN_DOMCTL_settscinfo,
  XEN_DOMCTL_getpageframeinfo3,
  XEN_DOMCTL_setvcpuextstate,
  XEN_DOMCTL_getvcpuextstate,
  XEN_DOMCTL_set_access_required,
  XEN_DOMCTL_audit_p2m,
  XEN_DOMCTL_set_virq_handler,
  XEN_DOMCTL_set_broken_page_p2m,
  XEN_DOMCTL_setnodeaffinity,
  XEN_DOMCTL_getnodeaffinity,
  XEN_DOMCTL_cacheflush,
  XEN_DOMCTL_get_vcpu_msrs,
  XEN_DOMCTL_set_vcpu_msrs,
  XEN_DOMCTL_setvnumainfo,
  XEN_DOMCTL_psr_cmt_op,
  XEN_DOMCTL_monitor_op,
  XEN_DOMCTL_psr_alloc,
  XEN_DOMCTL_soft_reset,
  XEN_DOMCTL_vuart_op,
  XEN_DOMCTL_get_cpu_policy,
  XEN_DOMCTL_set_cpu_policy,
  XEN_DOMCTL_vmtrace_op,
  XEN_DOMCTL_get_paging_mempool_size,
  XEN_DOMCTL_set_paging_mempool_size,
  XEN_DOMCTL_dt_overlay,
  XEN_DOMCTL_gsi_permission,
  XEN_DOMCTL_set_llc_colors,
  XEN_DOMCTL_get_domain_state,
  XEN_DOMCTL_gdbsx_guestmemio,
  XEN_DOMCTL_gdbsx_pausevcpu,
  XEN_DOMCTL_gdbsx_unpausevcpu,
  XEN_DOMCTL_gdbsx_domstatus,
});

/** The argument of domctl. */
export const xen_domctl = struct(
  'xen_domctl',
  {
    cmd: field(xen_domctl_cmd, { direction: 'in', doc: 'what to do' }),
    interface_version: field(uint32_t, {
      direction: 'in',
      doc: 'XEN_DOMCTL_INTERFACE_VERSION of the release',
    }),
    domain: field(domid_t, {
      direction: 'inout',
      doc: 'the domain; written by createdomain and getdomaininfo',
    }),
    _pad: field(array(uint16_t, 3), { since: '4.15', direction: 'in', doc: 'not used' }),
    u: field(
      union(
        null,
        {
          createdomain: field(xen_domctl_createdomain, {
            direction: 'inout',
            doc: 'makes a domain',
          }),
          getdomaininfo: field(xen_domctl_getdomaininfo, {
            direction: 'out',
            doc: 'the state of a domain',
          }),
          getpageframeinfo3: field(xen_domctl_getpageframeinfo3, {
            direction: 'inout',
            doc: 'what kinds of pages frames are',
          }),
          nodeaffinity: field(xen_domctl_nodeaffinity, { direction: 'inout', doc: 'NUMA nodes' }),
          vcpuaffinity: field(xen_domctl_vcpuaffinity, {
            direction: 'inout',
            doc: 'CPUs of a vCPU',
          }),
          shadow_op: field(xen_domctl_shadow_op, {
            direction: 'inout',
            doc: 'page tables, and the log of written pages',
          }),
          max_mem: field(xen_domctl_max_mem, { direction: 'in', doc: 'how much memory' }),
          vcpucontext: field(xen_domctl_vcpucontext, {
            direction: 'inout',
            doc: 'registers of a vCPU',
          }),
          getvcpuinfo: field(xen_domctl_getvcpuinfo, {
            direction: 'inout',
            doc: 'the state of a vCPU',
          }),
          max_vcpus: field(xen_domctl_max_vcpus, { direction: 'in', doc: 'how many vCPUs' }),
          scheduler_op: field(xen_domctl_scheduler_op, {
            direction: 'inout',
            doc: 'what the scheduler knows',
          }),
          setdomainhandle: field(xen_domctl_setdomainhandle, { direction: 'in', doc: 'the UUID' }),
          setdebugging: field(xen_domctl_setdebugging, {
            direction: 'in',
            doc: 'whether breakpoints pause it',
          }),
          irq_permission: field(xen_domctl_irq_permission, {
            direction: 'in',
            doc: 'an interrupt',
          }),
          gsi_permission: field(xen_domctl_gsi_permission, {
            since: '4.20',
            direction: 'in',
            doc: 'a line of an I/O APIC',
          }),
          iomem_permission: field(xen_domctl_iomem_permission, {
            direction: 'in',
            doc: 'machine memory',
          }),
          ioport_permission: field(xen_domctl_ioport_permission, {
            direction: 'in',
            doc: 'I/O ports',
          }),
          hypercall_init: field(xen_domctl_hypercall_init, {
            direction: 'in',
            doc: 'a hypercall page',
          }),
          settimeoffset: field(xen_domctl_settimeoffset, { direction: 'in', doc: 'its clock' }),
          disable_migrate: field(xen_domctl_disable_migrate, {
            until: '4.14',
            direction: 'in',
            doc: 'whether it is ever moved',
          }),
          tsc_info: field(xen_domctl_tsc_info, {
            direction: 'inout',
            doc: 'the time stamp counter',
          }),
          hvmcontext: field(xen_domctl_hvmcontext, {
            direction: 'inout',
            doc: 'the state of an HVM domain',
          }),
          hvmcontext_partial: field(xen_domctl_hvmcontext_partial, {
            direction: 'inout',
            doc: 'one record of it',
          }),
          address_size: field(xen_domctl_address_size, {
            direction: 'inout',
            doc: '32 or 64 bits',
          }),
          sendtrigger: field(xen_domctl_sendtrigger, {
            direction: 'in',
            doc: 'an interrupt or a button',
          }),
          get_device_group: field(xen_domctl_get_device_group, {
            direction: 'inout',
            doc: 'devices that go together',
          }),
          assign_device: field(xen_domctl_assign_device, { direction: 'in', doc: 'a device' }),
          bind_pt_irq: field(xen_domctl_bind_pt_irq, {
            direction: 'in',
            doc: 'an interrupt of a device',
          }),
          memory_mapping: field(xen_domctl_memory_mapping, {
            direction: 'in',
            doc: 'machine memory in a guest',
          }),
          ioport_mapping: field(xen_domctl_ioport_mapping, {
            direction: 'in',
            doc: 'I/O ports in a guest',
          }),
          ext_vcpucontext: field(xen_domctl_ext_vcpucontext, {
            direction: 'inout',
            doc: 'what a vCPU has besides its registers',
          }),
          set_target: field(xen_domctl_set_target, {
            direction: 'in',
            doc: 'the domain that a device model serves',
          }),
          subscribe: field(xen_domctl_subscribe, { direction: 'in', doc: 'a port for suspends' }),
          debug_op: field(xen_domctl_debug_op, { direction: 'in', doc: 'single-stepping' }),
          vm_event_op: field(xen_domctl_vm_event_op, {
            direction: 'inout',
            doc: 'a ring of events',
          }),
          mem_sharing_op: field(xen_domctl_mem_sharing_op, {
            direction: 'in',
            doc: 'sharing of pages',
          }),
          cpu_policy: field(xen_domctl_cpu_policy, {
            abis: ['x86_32', 'x86_64'],
            direction: 'inout',
            doc: 'CPUID and model-specific registers',
          }),
          vcpuextstate: field(xen_domctl_vcpuextstate, {
            abis: ['x86_32', 'x86_64'],
            direction: 'inout',
            doc: 'the extended state of a vCPU',
          }),
          vcpu_msrs: field(xen_domctl_vcpu_msrs, {
            abis: ['x86_32', 'x86_64'],
            direction: 'inout',
            doc: 'model-specific registers of a vCPU',
          }),
          access_required: field(xen_domctl_set_access_required, {
            direction: 'in',
            doc: 'whether it stops without a listener',
          }),
          audit_p2m: field(xen_domctl_audit_p2m, {
            direction: 'out',
            doc: 'how often P2M and M2P disagree',
          }),
          set_virq_handler: field(xen_domctl_set_virq_handler, {
            direction: 'in',
            doc: 'an interrupt of the host',
          }),
          gdbsx_guest_memio: field(xen_domctl_gdbsx_memio, {
            direction: 'inout',
            doc: 'memory, for a debugger',
          }),
          set_broken_page_p2m: field(xen_domctl_set_broken_page_p2m, {
            direction: 'in',
            doc: 'a broken frame',
          }),
          cacheflush: field(xen_domctl_cacheflush, { direction: 'in', doc: 'caches' }),
          gdbsx_pauseunp_vcpu: field(xen_domctl_gdbsx_pauseunp_vcpu, {
            direction: 'in',
            doc: 'pauses a vCPU',
          }),
          gdbsx_domstatus: field(xen_domctl_gdbsx_domstatus, {
            direction: 'out',
            doc: 'what a debugger wants to know',
          }),
          vnuma: field(xen_domctl_vnuma, { direction: 'in', doc: 'the virtual NUMA topology' }),
          psr_cmt_op: field(xen_domctl_psr_cmt_op, {
            direction: 'inout',
            doc: 'monitoring of caches',
          }),
          monitor_op: field(xen_domctl_monitor_op, {
            direction: 'inout',
            doc: 'events that a monitor gets',
          }),
          psr_alloc: field(xen_domctl_psr_alloc, {
            direction: 'inout',
            doc: 'shares of caches and bandwidth',
          }),
          vuart_op: field(xen_domctl_vuart_op, {
            direction: 'inout',
            doc: 'a virtual serial port',
          }),
          vmtrace_op: field(xen_domctl_vmtrace_op, {
            since: '4.15',
            direction: 'inout',
            doc: 'the trace of a vCPU',
          }),
          paging_mempool: field(xen_domctl_paging_mempool, {
            since: '4.17',
            direction: 'inout',
            doc: 'memory of its page tables',
          }),
          dt_overlay: field(xen_domctl_dt_overlay, {
            abis: ['arm32', 'arm64'],
            since: '4.19',
            direction: 'in',
            doc: 'a part of the device tree',
          }),
          set_llc_colors: field(xen_domctl_set_llc_colors, {
            since: '4.20',
            direction: 'in',
            doc: 'parts of the cache',
          }),
          get_domain_state: field(xen_domctl_get_domain_state, {
            since: '4.21',
            direction: 'inout',
            doc: 'how it is',
          }),
          pad: field(array(uint8_t, 128), { direction: 'inout', doc: 'room for all of them' }),
        },
        {
          selector: {
            by: 'cmd',
            live: {
              [XEN_DOMCTL_createdomain]: 'createdomain',
              [XEN_DOMCTL_getdomaininfo]: 'getdomaininfo',
              [XEN_DOMCTL_setvcpuaffinity]: 'vcpuaffinity',
              [XEN_DOMCTL_shadow_op]: 'shadow_op',
              [XEN_DOMCTL_max_mem]: 'max_mem',
              [XEN_DOMCTL_setvcpucontext]: 'vcpucontext',
              [XEN_DOMCTL_getvcpucontext]: 'vcpucontext',
              [XEN_DOMCTL_getvcpuinfo]: 'getvcpuinfo',
              [XEN_DOMCTL_max_vcpus]: 'max_vcpus',
              [XEN_DOMCTL_scheduler_op]: 'scheduler_op',
              [XEN_DOMCTL_setdomainhandle]: 'setdomainhandle',
              [XEN_DOMCTL_setdebugging]: 'setdebugging',
              [XEN_DOMCTL_irq_permission]: 'irq_permission',
              [XEN_DOMCTL_iomem_permission]: 'iomem_permission',
              [XEN_DOMCTL_ioport_permission]: 'ioport_permission',
              [XEN_DOMCTL_hypercall_init]: 'hypercall_init',
              [XEN_DOMCTL_settimeoffset]: 'settimeoffset',
              [XEN_DOMCTL_getvcpuaffinity]: 'vcpuaffinity',
              [XEN_DOMCTL_sendtrigger]: 'sendtrigger',
              [XEN_DOMCTL_subscribe]: 'subscribe',
              [XEN_DOMCTL_gethvmcontext]: 'hvmcontext',
              [XEN_DOMCTL_sethvmcontext]: 'hvmcontext',
              [XEN_DOMCTL_set_address_size]: 'address_size',
              [XEN_DOMCTL_get_address_size]: 'address_size',
              [XEN_DOMCTL_assign_device]: 'assign_device',
              [XEN_DOMCTL_bind_pt_irq]: 'bind_pt_irq',
              [XEN_DOMCTL_memory_mapping]: 'memory_mapping',
              [XEN_DOMCTL_ioport_mapping]: 'ioport_mapping',
              [XEN_DOMCTL_set_ext_vcpucontext]: 'ext_vcpucontext',
              [XEN_DOMCTL_get_ext_vcpucontext]: 'ext_vcpucontext',
              [XEN_DOMCTL_test_assign_device]: 'assign_device',
              [XEN_DOMCTL_set_target]: 'set_target',
              [XEN_DOMCTL_deassign_device]: 'assign_device',
              [XEN_DOMCTL_unbind_pt_irq]: 'bind_pt_irq',
              [XEN_DOMCTL_get_device_group]: 'get_device_group',
              [XEN_DOMCTL_debug_op]: 'debug_op',
              [XEN_DOMCTL_gethvmcontext_partial]: 'hvmcontext_partial',
              [XEN_DOMCTL_vm_event_op]: 'vm_event_op',
              [XEN_DOMCTL_mem_sharing_op]: 'mem_sharing_op',
              [XEN_DOMCTL_disable_migrate]: 'disable_migrate',
              [XEN_DOMCTL_gettscinfo]: 'tsc_info',
              [XEN_DOMCTL_settscinfo]: 'tsc_info',
              [XEN_DOMCTL_getpageframeinfo3]: 'getpageframeinfo3',
              [XEN_DOMCTL_setvcpuextstate]: 'vcpuextstate',
              [XEN_DOMCTL_getvcpuextstate]: 'vcpuextstate',
              [XEN_DOMCTL_set_access_required]: 'access_required',
              [XEN_DOMCTL_audit_p2m]: 'audit_p2m',
              [XEN_DOMCTL_set_virq_handler]: 'set_virq_handler',
              [XEN_DOMCTL_set_broken_page_p2m]: 'set_broken_page_p2m',
              [XEN_DOMCTL_setnodeaffinity]: 'nodeaffinity',
              [XEN_DOMCTL_getnodeaffinity]: 'nodeaffinity',
              [XEN_DOMCTL_cacheflush]: 'cacheflush',
              [XEN_DOMCTL_get_vcpu_msrs]: 'vcpu_msrs',
              [XEN_DOMCTL_set_vcpu_msrs]: 'vcpu_msrs',
              [XEN_DOMCTL_setvnumainfo]: 'vnuma',
              [XEN_DOMCTL_psr_cmt_op]: 'psr_cmt_op',
              [XEN_DOMCTL_monitor_op]: 'monitor_op',
              [XEN_DOMCTL_psr_alloc]: 'psr_alloc',
              [XEN_DOMCTL_vuart_op]: 'vuart_op',
              [XEN_DOMCTL_get_cpu_policy]: 'cpu_policy',
              [XEN_DOMCTL_set_cpu_policy]: 'cpu_policy',
              [XEN_DOMCTL_vmtrace_op]: 'vmtrace_op',
              [XEN_DOMCTL_get_paging_mempool_size]: 'paging_mempool',
              [XEN_DOMCTL_set_paging_mempool_size]: 'paging_mempool',
              [XEN_DOMCTL_dt_overlay]: 'dt_overlay',
              [XEN_DOMCTL_gsi_permission]: 'gsi_permission',
              [XEN_DOMCTL_set_llc_colors]: 'set_llc_colors',
              [XEN_DOMCTL_get_domain_state]: 'get_domain_state',
              [XEN_DOMCTL_gdbsx_guestmemio]: 'gdbsx_guest_memio',
              [XEN_DOMCTL_gdbsx_pausevcpu]: 'gdbsx_pauseunp_vcpu',
              [XEN_DOMCTL_gdbsx_unpausevcpu]: 'gdbsx_pauseunp_vcpu',
              [XEN_DOMCTL_gdbsx_domstatus]: 'gdbsx_domstatus',
            },
          },
        },
      ),
      { direction: 'inout', doc: 'depends on what to do' },
    ),
  },
  { abis: ['x86_32', 'x86_64', 'arm32', 'arm64'] },
);
export type XenDomctl = Infer<typeof xen_domctl>;
