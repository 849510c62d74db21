/** domctl.h. */
import {
  aligned,
  anonymous,
  array,
  field,
  int32_t,
  int64_t,
  oneOf,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  unsigned_int,
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
import { xen_domain_handle_t, xenctl_bitmap } from './xen-guest.js';

export const xen_domctl_getdomaininfo = struct(
  'xen_domctl_getdomaininfo',
  {
    domain: domid_t,
    pad1: field(uint16_t, { since: '4.16' }),
    flags: uint32_t,
    tot_pages: uint64_aligned_t,
    max_pages: uint64_aligned_t,
    outstanding_pages: uint64_aligned_t,
    shr_pages: uint64_aligned_t,
    paged_pages: uint64_aligned_t,
    shared_info_frame: uint64_aligned_t,
    cpu_time: uint64_aligned_t,
    nr_online_vcpus: uint32_t,
    max_vcpu_id: uint32_t,
    ssidref: uint32_t,
    handle: xen_domain_handle_t,
    cpupool: uint32_t,
    gpaddr_bits: field(uint8_t, { since: '4.16' }),
    pad2: field(array(uint8_t, 7), { since: '4.16' }),
    arch_config: xen_arch_domainconfig,
  },
  { abis: ['x86_32', 'x86_64', 'arm32', 'arm64'] },
);
export type XenDomctlGetdomaininfo = Infer<typeof xen_domctl_getdomaininfo>;

export const xen_domctl_createdomain = struct(
  'xen_domctl_createdomain',
  {
    ssidref: uint32_t,
    handle: xen_domain_handle_t,
    flags: uint32_t,
    iommu_opts: uint32_t,
    max_vcpus: uint32_t,
    max_evtchn_port: uint32_t,
    max_grant_frames: int32_t,
    max_maptrack_frames: int32_t,
    grant_opts: field(uint32_t, { since: '4.16' }),
    altp2m_opts: field(uint32_t, { since: '4.19', until: '4.20' }),
    altp2m: field(
      struct(null, {
        opts: uint16_t,
        nr: uint16_t,
      }),
      { since: '4.21' },
    ),
    vmtrace_size: field(uint32_t, { since: '4.15' }),
    cpupool_id: field(uint32_t, { since: '4.17' }),
    arch: xen_arch_domainconfig,
  },
  { abis: ['x86_32', 'x86_64', 'arm32', 'arm64'] },
);
export type XenDomctlCreatedomain = Infer<typeof xen_domctl_createdomain>;

export const xen_domctl_getpageframeinfo3 = struct('xen_domctl_getpageframeinfo3', {
  num: uint64_aligned_t,
  array: XEN_GUEST_HANDLE_64(xen_pfn_t),
});
export type XenDomctlGetpageframeinfo3 = Infer<typeof xen_domctl_getpageframeinfo3>;

export const xen_domctl_shadow_op_stats = struct('xen_domctl_shadow_op_stats', {
  fault_count: uint32_t,
  dirty_count: uint32_t,
});
export type XenDomctlShadowOpStats = Infer<typeof xen_domctl_shadow_op_stats>;

export const xen_domctl_shadow_op = struct('xen_domctl_shadow_op', {
  op: uint32_t,
  mode: uint32_t,
  mb: uint32_t,
  dirty_bitmap: XEN_GUEST_HANDLE_64(uint8_t, undefined, 'uint8'),
  pages: uint64_aligned_t,
  stats: xen_domctl_shadow_op_stats,
});
export type XenDomctlShadowOp = Infer<typeof xen_domctl_shadow_op>;

export const xen_domctl_max_mem = struct('xen_domctl_max_mem', {
  max_memkb: uint64_aligned_t,
});
export type XenDomctlMaxMem = Infer<typeof xen_domctl_max_mem>;

export const xen_domctl_vcpucontext = struct('xen_domctl_vcpucontext', {
  vcpu: uint32_t,
  ctxt: XEN_GUEST_HANDLE_64(vcpu_guest_context, undefined, 'vcpu_guest_context_t'),
});
export type XenDomctlVcpucontext = Infer<typeof xen_domctl_vcpucontext>;

export const xen_domctl_getvcpuinfo = struct('xen_domctl_getvcpuinfo', {
  vcpu: uint32_t,
  online: uint8_t,
  blocked: uint8_t,
  running: uint8_t,
  cpu_time: uint64_aligned_t,
  cpu: uint32_t,
});
export type XenDomctlGetvcpuinfo = Infer<typeof xen_domctl_getvcpuinfo>;

export const xen_domctl_nodeaffinity = struct('xen_domctl_nodeaffinity', {
  nodemap: xenctl_bitmap,
});
export type XenDomctlNodeaffinity = Infer<typeof xen_domctl_nodeaffinity>;

export const xen_domctl_vcpuaffinity = struct('xen_domctl_vcpuaffinity', {
  vcpu: uint32_t,
  flags: uint32_t,
  cpumap_hard: xenctl_bitmap,
  cpumap_soft: xenctl_bitmap,
});
export type XenDomctlVcpuaffinity = Infer<typeof xen_domctl_vcpuaffinity>;

export const xen_domctl_max_vcpus = struct('xen_domctl_max_vcpus', {
  max: uint32_t,
});
export type XenDomctlMaxVcpus = Infer<typeof xen_domctl_max_vcpus>;

export const xen_domctl_sched_credit = struct('xen_domctl_sched_credit', {
  weight: uint16_t,
  cap: uint16_t,
});
export type XenDomctlSchedCredit = Infer<typeof xen_domctl_sched_credit>;

export const xen_domctl_sched_credit2 = struct('xen_domctl_sched_credit2', {
  weight: uint16_t,
  cap: uint16_t,
});
export type XenDomctlSchedCredit2 = Infer<typeof xen_domctl_sched_credit2>;

export const xen_domctl_sched_rtds = struct('xen_domctl_sched_rtds', {
  period: uint32_t,
  budget: uint32_t,
  flags: uint32_t,
});
export type XenDomctlSchedRtds = Infer<typeof xen_domctl_sched_rtds>;

export const xen_domctl_schedparam_vcpu = struct('xen_domctl_schedparam_vcpu', {
  u: union(null, {
    credit: xen_domctl_sched_credit,
    credit2: xen_domctl_sched_credit2,
    rtds: xen_domctl_sched_rtds,
  }),
  vcpuid: uint32_t,
});
export type XenDomctlSchedparamVcpu = Infer<typeof xen_domctl_schedparam_vcpu>;

export const xen_domctl_scheduler_op = struct('xen_domctl_scheduler_op', {
  sched_id: uint32_t,
  cmd: uint32_t,
  u: union(null, {
    credit: xen_domctl_sched_credit,
    credit2: xen_domctl_sched_credit2,
    rtds: xen_domctl_sched_rtds,
    v: struct(null, {
      vcpus: XEN_GUEST_HANDLE_64(
        xen_domctl_schedparam_vcpu,
        undefined,
        'xen_domctl_schedparam_vcpu_t',
      ),
      nr_vcpus: uint32_t,
      padding: uint32_t,
    }),
  }),
});
export type XenDomctlSchedulerOp = Infer<typeof xen_domctl_scheduler_op>;

export const xen_domctl_setdomainhandle = struct('xen_domctl_setdomainhandle', {
  handle: xen_domain_handle_t,
});
export type XenDomctlSetdomainhandle = Infer<typeof xen_domctl_setdomainhandle>;

export const xen_domctl_setdebugging = struct('xen_domctl_setdebugging', {
  enable: uint8_t,
});
export type XenDomctlSetdebugging = Infer<typeof xen_domctl_setdebugging>;

export const xen_domctl_irq_permission = struct('xen_domctl_irq_permission', {
  pirq: oneOf(field(uint8_t, { until: '4.15' }), field(uint32_t, { since: '4.16' })),
  allow_access: uint8_t,
  pad: field(array(uint8_t, 3), { since: '4.16' }),
});
export type XenDomctlIrqPermission = Infer<typeof xen_domctl_irq_permission>;

export const xen_domctl_gsi_permission = struct(
  'xen_domctl_gsi_permission',
  {
    gsi: uint32_t,
    flags: uint32_t,
  },
  { since: '4.20' },
);
export type XenDomctlGsiPermission = Infer<typeof xen_domctl_gsi_permission>;

export const xen_domctl_iomem_permission = struct('xen_domctl_iomem_permission', {
  first_mfn: uint64_aligned_t,
  nr_mfns: uint64_aligned_t,
  allow_access: uint8_t,
});
export type XenDomctlIomemPermission = Infer<typeof xen_domctl_iomem_permission>;

export const xen_domctl_ioport_permission = struct('xen_domctl_ioport_permission', {
  first_port: uint32_t,
  nr_ports: uint32_t,
  allow_access: uint8_t,
});
export type XenDomctlIoportPermission = Infer<typeof xen_domctl_ioport_permission>;

export const xen_domctl_hypercall_init = struct('xen_domctl_hypercall_init', {
  gmfn: uint64_aligned_t,
});
export type XenDomctlHypercallInit = Infer<typeof xen_domctl_hypercall_init>;

export const xen_domctl_settimeoffset = struct('xen_domctl_settimeoffset', {
  time_offset_seconds: aligned(8, int64_t, 'aligned(8) int64_t'),
});
export type XenDomctlSettimeoffset = Infer<typeof xen_domctl_settimeoffset>;

export const xen_domctl_hvmcontext = struct('xen_domctl_hvmcontext', {
  size: uint32_t,
  buffer: XEN_GUEST_HANDLE_64(uint8_t, undefined, 'uint8'),
});
export type XenDomctlHvmcontext = Infer<typeof xen_domctl_hvmcontext>;

export const xen_domctl_address_size = struct('xen_domctl_address_size', {
  size: uint32_t,
});
export type XenDomctlAddressSize = Infer<typeof xen_domctl_address_size>;

export const xen_domctl_sendtrigger = struct('xen_domctl_sendtrigger', {
  trigger: uint32_t,
  vcpu: uint32_t,
});
export type XenDomctlSendtrigger = Infer<typeof xen_domctl_sendtrigger>;

export const xen_domctl_assign_device = struct('xen_domctl_assign_device', {
  dev: uint32_t,
  flags: uint32_t,
  u: union(null, {
    pci: struct(null, {
      machine_sbdf: uint32_t,
    }),
    dt: struct(null, {
      size: uint32_t,
      path: XEN_GUEST_HANDLE_64(plain_char),
    }),
  }),
});
export type XenDomctlAssignDevice = Infer<typeof xen_domctl_assign_device>;

export const xen_domctl_get_device_group = struct('xen_domctl_get_device_group', {
  machine_sbdf: uint32_t,
  max_sdevs: uint32_t,
  num_sdevs: uint32_t,
  sdev_array: XEN_GUEST_HANDLE_64(uint32_t, undefined, 'uint32'),
});
export type XenDomctlGetDeviceGroup = Infer<typeof xen_domctl_get_device_group>;

export const xen_domctl_bind_pt_irq = struct('xen_domctl_bind_pt_irq', {
  machine_irq: uint32_t,
  irq_type: uint32_t,
  u: union(null, {
    isa: struct(null, {
      isa_irq: uint8_t,
    }),
    pci: struct(null, {
      bus: uint8_t,
      device: uint8_t,
      intx: uint8_t,
    }),
    msi: struct(null, {
      gvec: uint8_t,
      gflags: uint32_t,
      gtable: uint64_aligned_t,
    }),
    spi: struct(null, {
      spi: uint16_t,
    }),
  }),
});
export type XenDomctlBindPtIrq = Infer<typeof xen_domctl_bind_pt_irq>;

export const xen_domctl_memory_mapping = struct('xen_domctl_memory_mapping', {
  first_gfn: uint64_aligned_t,
  first_mfn: uint64_aligned_t,
  nr_mfns: uint64_aligned_t,
  add_mapping: uint32_t,
  padding: uint32_t,
});
export type XenDomctlMemoryMapping = Infer<typeof xen_domctl_memory_mapping>;

export const xen_domctl_ioport_mapping = struct('xen_domctl_ioport_mapping', {
  first_gport: uint32_t,
  first_mport: uint32_t,
  nr_ports: uint32_t,
  add_mapping: uint32_t,
});
export type XenDomctlIoportMapping = Infer<typeof xen_domctl_ioport_mapping>;

export const xen_domctl_ext_vcpucontext_x86 = struct(
  'xen_domctl_ext_vcpucontext',
  {
    vcpu: uint32_t,
    size: uint32_t,
    syscall32_callback_eip: uint64_aligned_t,
    sysenter_callback_eip: uint64_aligned_t,
    syscall32_callback_cs: uint16_t,
    sysenter_callback_cs: uint16_t,
    syscall32_disables_events: uint8_t,
    sysenter_disables_events: uint8_t,
    union_1: anonymous(
      union(null, {
        mcg_cap: uint64_aligned_t,
        vmce: hvm_vmce_vcpu,
      }),
    ),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenDomctlExtVcpucontextX86 = Infer<typeof xen_domctl_ext_vcpucontext_x86>;

export const xen_domctl_ext_vcpucontext_arm = struct(
  'xen_domctl_ext_vcpucontext',
  {
    vcpu: uint32_t,
    size: uint32_t,
  },
  { abis: ['arm32', 'arm64'] },
);
export type XenDomctlExtVcpucontextArm = Infer<typeof xen_domctl_ext_vcpucontext_arm>;

export const xen_domctl_ext_vcpucontext = oneOf(
  xen_domctl_ext_vcpucontext_x86,
  xen_domctl_ext_vcpucontext_arm,
);
export type XenDomctlExtVcpucontext = Infer<typeof xen_domctl_ext_vcpucontext>;

export const xen_domctl_set_target = struct('xen_domctl_set_target', {
  target: domid_t,
});
export type XenDomctlSetTarget = Infer<typeof xen_domctl_set_target>;

export const xen_domctl_cpu_policy = struct(
  'xen_domctl_cpu_policy',
  {
    nr_leaves: uint32_t,
    nr_msrs: uint32_t,
    cpuid_policy: field(XEN_GUEST_HANDLE_64(xen_cpuid_leaf, undefined, 'xen_cpuid_leaf_t'), {
      until: ['4.14.5', '4.15.4', '4.16.4', '4.17.1'],
    }),
    msr_policy: field(XEN_GUEST_HANDLE_64(xen_msr_entry, undefined, 'xen_msr_entry_t'), {
      until: ['4.14.5', '4.15.4', '4.16.4', '4.17.1'],
    }),
    leaves: field(XEN_GUEST_HANDLE_64(xen_cpuid_leaf, undefined, 'xen_cpuid_leaf_t'), {
      since: ['4.14.6', '4.15.5', '4.16.5', '4.17.2'],
    }),
    msrs: field(XEN_GUEST_HANDLE_64(xen_msr_entry, undefined, 'xen_msr_entry_t'), {
      since: ['4.14.6', '4.15.5', '4.16.5', '4.17.2'],
    }),
    err_leaf: uint32_t,
    err_subleaf: uint32_t,
    err_msr: uint32_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenDomctlCpuPolicy = Infer<typeof xen_domctl_cpu_policy>;

export const xen_domctl_subscribe = struct('xen_domctl_subscribe', {
  port: uint32_t,
});
export type XenDomctlSubscribe = Infer<typeof xen_domctl_subscribe>;

export const xen_domctl_debug_op = struct('xen_domctl_debug_op', {
  op: uint32_t,
  vcpu: uint32_t,
});
export type XenDomctlDebugOp = Infer<typeof xen_domctl_debug_op>;

export const xen_domctl_hvmcontext_partial = struct('xen_domctl_hvmcontext_partial', {
  type: uint32_t,
  instance: uint32_t,
  bufsz: uint64_aligned_t,
  buffer: XEN_GUEST_HANDLE_64(uint8_t, undefined, 'uint8'),
});
export type XenDomctlHvmcontextPartial = Infer<typeof xen_domctl_hvmcontext_partial>;

export const xen_domctl_tsc_info = struct('xen_domctl_tsc_info', {
  tsc_mode: uint32_t,
  gtsc_khz: uint32_t,
  incarnation: uint32_t,
  pad: uint32_t,
  elapsed_nsec: uint64_aligned_t,
});
export type XenDomctlTscInfo = Infer<typeof xen_domctl_tsc_info>;

export const xen_domctl_gdbsx_memio = struct('xen_domctl_gdbsx_memio', {
  pgd3val: uint64_aligned_t,
  gva: uint64_aligned_t,
  uva: uint64_aligned_t,
  len: uint32_t,
  gwr: uint8_t,
  remain: uint32_t,
});
export type XenDomctlGdbsxMemio = Infer<typeof xen_domctl_gdbsx_memio>;

export const xen_domctl_gdbsx_pauseunp_vcpu = struct('xen_domctl_gdbsx_pauseunp_vcpu', {
  vcpu: uint32_t,
});
export type XenDomctlGdbsxPauseunpVcpu = Infer<typeof xen_domctl_gdbsx_pauseunp_vcpu>;

export const xen_domctl_gdbsx_domstatus = struct('xen_domctl_gdbsx_domstatus', {
  paused: uint8_t,
  vcpu_id: uint32_t,
  vcpu_ev: uint32_t,
});
export type XenDomctlGdbsxDomstatus = Infer<typeof xen_domctl_gdbsx_domstatus>;

export const xen_domctl_vm_event_op = struct('xen_domctl_vm_event_op', {
  op: uint32_t,
  mode: uint32_t,
  u: union(null, {
    enable: struct(null, {
      port: uint32_t,
    }),
    version: uint32_t,
  }),
});
export type XenDomctlVmEventOp = Infer<typeof xen_domctl_vm_event_op>;

export const xen_domctl_mem_sharing_op = struct('xen_domctl_mem_sharing_op', {
  op: uint8_t,
  u: union(null, {
    enable: uint8_t,
  }),
});
export type XenDomctlMemSharingOp = Infer<typeof xen_domctl_mem_sharing_op>;

export const xen_domctl_audit_p2m = struct('xen_domctl_audit_p2m', {
  orphans: uint64_t,
  m2p_bad: uint64_t,
  p2m_bad: uint64_t,
});
export type XenDomctlAuditP2m = Infer<typeof xen_domctl_audit_p2m>;

export const xen_domctl_set_virq_handler = struct('xen_domctl_set_virq_handler', {
  virq: uint32_t,
});
export type XenDomctlSetVirqHandler = Infer<typeof xen_domctl_set_virq_handler>;

export const xen_domctl_vcpuextstate = struct(
  'xen_domctl_vcpuextstate',
  {
    vcpu: uint32_t,
    xfeature_mask: uint64_aligned_t,
    size: uint64_aligned_t,
    buffer: XEN_GUEST_HANDLE_64(uint64_t, undefined, 'uint64'),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenDomctlVcpuextstate = Infer<typeof xen_domctl_vcpuextstate>;

export const xen_domctl_set_access_required = struct('xen_domctl_set_access_required', {
  access_required: uint8_t,
});
export type XenDomctlSetAccessRequired = Infer<typeof xen_domctl_set_access_required>;

export const xen_domctl_set_broken_page_p2m = struct('xen_domctl_set_broken_page_p2m', {
  pfn: uint64_aligned_t,
});
export type XenDomctlSetBrokenPageP2m = Infer<typeof xen_domctl_set_broken_page_p2m>;

export const xen_domctl_cacheflush = struct('xen_domctl_cacheflush', {
  start_pfn: xen_pfn_t,
  nr_pfns: xen_pfn_t,
});
export type XenDomctlCacheflush = Infer<typeof xen_domctl_cacheflush>;

export const xen_domctl_paging_mempool = struct(
  'xen_domctl_paging_mempool',
  {
    size: uint64_aligned_t,
  },
  { since: '4.17' },
);
export type XenDomctlPagingMempool = Infer<typeof xen_domctl_paging_mempool>;

export const xen_domctl_vcpu_msr = struct(
  'xen_domctl_vcpu_msr',
  {
    index: uint32_t,
    reserved: uint32_t,
    value: uint64_aligned_t,
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenDomctlVcpuMsr = Infer<typeof xen_domctl_vcpu_msr>;

export const xen_domctl_vcpu_msrs = struct(
  'xen_domctl_vcpu_msrs',
  {
    vcpu: uint32_t,
    msr_count: uint32_t,
    msrs: XEN_GUEST_HANDLE_64(xen_domctl_vcpu_msr, undefined, 'xen_domctl_vcpu_msr_t'),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenDomctlVcpuMsrs = Infer<typeof xen_domctl_vcpu_msrs>;

export const xen_domctl_vnuma = struct('xen_domctl_vnuma', {
  nr_vnodes: uint32_t,
  nr_vmemranges: uint32_t,
  nr_vcpus: uint32_t,
  pad: uint32_t,
  vdistance: XEN_GUEST_HANDLE_64(unsigned_int, undefined, 'uint'),
  vcpu_to_vnode: XEN_GUEST_HANDLE_64(unsigned_int, undefined, 'uint'),
  vnode_to_pnode: XEN_GUEST_HANDLE_64(unsigned_int, undefined, 'uint'),
  vmemrange: XEN_GUEST_HANDLE_64(xen_vmemrange, undefined, 'xen_vmemrange_t'),
});
export type XenDomctlVnuma = Infer<typeof xen_domctl_vnuma>;

export const xen_domctl_psr_cmt_op = struct('xen_domctl_psr_cmt_op', {
  cmd: uint32_t,
  data: uint32_t,
});
export type XenDomctlPsrCmtOp = Infer<typeof xen_domctl_psr_cmt_op>;

export const xen_domctl_monitor_op = struct('xen_domctl_monitor_op', {
  op: uint32_t,
  event: uint32_t,
  u: union(null, {
    mov_to_cr: struct(null, {
      index: uint8_t,
      sync: uint8_t,
      onchangeonly: uint8_t,
      pad1: uint8_t,
      pad2: uint32_t,
      bitmask: uint64_aligned_t,
    }),
    mov_to_msr: struct(null, {
      msr: uint32_t,
      onchangeonly: uint8_t,
    }),
    guest_request: struct(null, {
      sync: uint8_t,
      allow_userspace: uint8_t,
    }),
    debug_exception: struct(null, {
      sync: uint8_t,
    }),
    vmexit: field(
      struct(null, {
        sync: uint8_t,
      }),
      { since: '4.17' },
    ),
  }),
});
export type XenDomctlMonitorOp = Infer<typeof xen_domctl_monitor_op>;

export const xen_domctl_psr_alloc = struct('xen_domctl_psr_alloc', {
  cmd: uint32_t,
  target: uint32_t,
  data: uint64_t,
});
export type XenDomctlPsrAlloc = Infer<typeof xen_domctl_psr_alloc>;

export const xen_domctl_vuart_op = struct('xen_domctl_vuart_op', {
  cmd: uint32_t,
  type: uint32_t,
  gfn: uint64_aligned_t,
  console_domid: domid_t,
  pad: array(uint8_t, 2),
  evtchn: evtchn_port_t,
});
export type XenDomctlVuartOp = Infer<typeof xen_domctl_vuart_op>;

export const xen_domctl_vmtrace_op = struct(
  'xen_domctl_vmtrace_op',
  {
    cmd: uint32_t,
    vcpu: uint32_t,
    key: uint64_aligned_t,
    value: uint64_aligned_t,
  },
  { since: '4.15' },
);
export type XenDomctlVmtraceOp = Infer<typeof xen_domctl_vmtrace_op>;

export const xen_domctl_dt_overlay = struct(
  'xen_domctl_dt_overlay',
  {
    overlay_fdt: XEN_GUEST_HANDLE(uint8_t, undefined, 'const_void'),
    overlay_fdt_size: uint32_t,
    overlay_op: uint8_t,
    pad: array(uint8_t, 3),
  },
  { abis: ['arm32', 'arm64'], since: '4.19' },
);
export type XenDomctlDtOverlay = Infer<typeof xen_domctl_dt_overlay>;

export const xen_domctl_set_llc_colors = struct(
  'xen_domctl_set_llc_colors',
  {
    num_llc_colors: uint32_t,
    pad: uint32_t,
    llc_colors: XEN_GUEST_HANDLE_64(uint32_t, undefined, 'uint32'),
  },
  { since: '4.20' },
);
export type XenDomctlSetLlcColors = Infer<typeof xen_domctl_set_llc_colors>;

export const xen_domctl_get_domain_state = struct(
  'xen_domctl_get_domain_state',
  {
    state: uint16_t,
    caps: uint16_t,
    pad0: uint32_t,
    unique_id: uint64_t,
  },
  { since: '4.21' },
);
export type XenDomctlGetDomainState = Infer<typeof xen_domctl_get_domain_state>;

export const xen_domctl_disable_migrate = struct(
  'xen_domctl_disable_migrate',
  {
    disable: uint32_t,
  },
  { until: '4.14' },
);
export type XenDomctlDisableMigrate = Infer<typeof xen_domctl_disable_migrate>;

export const xen_domctl = struct(
  'xen_domctl',
  {
    cmd: uint32_t,
    interface_version: uint32_t,
    domain: domid_t,
    _pad: field(array(uint16_t, 3), { since: '4.15' }),
    u: union(null, {
      createdomain: xen_domctl_createdomain,
      getdomaininfo: xen_domctl_getdomaininfo,
      getpageframeinfo3: xen_domctl_getpageframeinfo3,
      nodeaffinity: xen_domctl_nodeaffinity,
      vcpuaffinity: xen_domctl_vcpuaffinity,
      shadow_op: xen_domctl_shadow_op,
      max_mem: xen_domctl_max_mem,
      vcpucontext: xen_domctl_vcpucontext,
      getvcpuinfo: xen_domctl_getvcpuinfo,
      max_vcpus: xen_domctl_max_vcpus,
      scheduler_op: xen_domctl_scheduler_op,
      setdomainhandle: xen_domctl_setdomainhandle,
      setdebugging: xen_domctl_setdebugging,
      irq_permission: xen_domctl_irq_permission,
      gsi_permission: field(xen_domctl_gsi_permission, { since: '4.20' }),
      iomem_permission: xen_domctl_iomem_permission,
      ioport_permission: xen_domctl_ioport_permission,
      hypercall_init: xen_domctl_hypercall_init,
      settimeoffset: xen_domctl_settimeoffset,
      disable_migrate: field(xen_domctl_disable_migrate, { until: '4.14' }),
      tsc_info: xen_domctl_tsc_info,
      hvmcontext: xen_domctl_hvmcontext,
      hvmcontext_partial: xen_domctl_hvmcontext_partial,
      address_size: xen_domctl_address_size,
      sendtrigger: xen_domctl_sendtrigger,
      get_device_group: xen_domctl_get_device_group,
      assign_device: xen_domctl_assign_device,
      bind_pt_irq: xen_domctl_bind_pt_irq,
      memory_mapping: xen_domctl_memory_mapping,
      ioport_mapping: xen_domctl_ioport_mapping,
      ext_vcpucontext: xen_domctl_ext_vcpucontext,
      set_target: xen_domctl_set_target,
      subscribe: xen_domctl_subscribe,
      debug_op: xen_domctl_debug_op,
      vm_event_op: xen_domctl_vm_event_op,
      mem_sharing_op: xen_domctl_mem_sharing_op,
      cpu_policy: field(xen_domctl_cpu_policy, { abis: ['x86_32', 'x86_64'] }),
      vcpuextstate: field(xen_domctl_vcpuextstate, { abis: ['x86_32', 'x86_64'] }),
      vcpu_msrs: field(xen_domctl_vcpu_msrs, { abis: ['x86_32', 'x86_64'] }),
      access_required: xen_domctl_set_access_required,
      audit_p2m: xen_domctl_audit_p2m,
      set_virq_handler: xen_domctl_set_virq_handler,
      gdbsx_guest_memio: xen_domctl_gdbsx_memio,
      set_broken_page_p2m: xen_domctl_set_broken_page_p2m,
      cacheflush: xen_domctl_cacheflush,
      gdbsx_pauseunp_vcpu: xen_domctl_gdbsx_pauseunp_vcpu,
      gdbsx_domstatus: xen_domctl_gdbsx_domstatus,
      vnuma: xen_domctl_vnuma,
      psr_cmt_op: xen_domctl_psr_cmt_op,
      monitor_op: xen_domctl_monitor_op,
      psr_alloc: xen_domctl_psr_alloc,
      vuart_op: xen_domctl_vuart_op,
      vmtrace_op: field(xen_domctl_vmtrace_op, { since: '4.15' }),
      paging_mempool: field(xen_domctl_paging_mempool, { since: '4.17' }),
      dt_overlay: field(xen_domctl_dt_overlay, { abis: ['arm32', 'arm64'], since: '4.19' }),
      set_llc_colors: field(xen_domctl_set_llc_colors, { since: '4.20' }),
      get_domain_state: field(xen_domctl_get_domain_state, { since: '4.21' }),
      pad: array(uint8_t, 128),
    }),
  },
  { abis: ['x86_32', 'x86_64', 'arm32', 'arm64'] },
);
export type XenDomctl = Infer<typeof xen_domctl>;
