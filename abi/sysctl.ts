/** sysctl.h: what the toolstack asks of the host, and does to it. */
import {
  array,
  chars,
  field,
  int32_t,
  oneOf,
  struct,
  type Infer,
  typedef,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  enumeration,
  flags,
} from '../src/schema/index.js';
import { xen_cpuid_leaf, xen_msr_entry } from './arch.js';
import {
  XEN_SCHEDULER_ARINC653,
  XEN_SCHEDULER_CREDIT,
  XEN_SCHEDULER_CREDIT2,
  xen_domctl_getdomaininfo,
  xen_scheduler,
} from './domctl.js';
import { physdev_pci_device } from './pci-device.js';
import {
  XEN_GUEST_HANDLE,
  XEN_GUEST_HANDLE_64,
  domid_t,
  plain_char,
  uint64_aligned_t,
} from './xen.js';
import { xen_domain_handle_t, xenctl_bitmap } from './xen-guest.js';

/** The version that 4.17 to 4.20 want in `interface_version`. */
export const XEN_SYSCTL_INTERFACE_VERSION = 0x15;

/** Reads the ring that keeps the hypervisor's messages. */
export const xen_sysctl_readconsole = struct('xen_sysctl_readconsole', {
  clear: field(uint8_t, { direction: 'in', doc: 'not 0: the ring is emptied' }),
  incremental: field(uint8_t, { direction: 'in', doc: 'not 0: reading begins at index' }),
  pad0: field(uint8_t, { direction: 'in', doc: 'unused' }),
  pad1: field(uint8_t, { direction: 'in', doc: 'unused' }),
  index: field(uint32_t, {
    direction: 'inout',
    doc: 'where to begin; after the call, where reading ended',
  }),
  buffer: field(XEN_GUEST_HANDLE_64(plain_char, 'count'), { direction: 'out', doc: 'the text' }),
  count: field(uint32_t, {
    direction: 'inout',
    unit: 'bytes',
    doc: 'room for text; after the call, bytes written',
  }),
});
export type XenSysctlReadconsole = Infer<typeof xen_sysctl_readconsole>;

export const XEN_SYSCTL_TBUFOP_get_info = 0;
export const XEN_SYSCTL_TBUFOP_set_cpu_mask = 1;
export const XEN_SYSCTL_TBUFOP_set_evt_mask = 2;
export const XEN_SYSCTL_TBUFOP_set_size = 3;
export const XEN_SYSCTL_TBUFOP_enable = 4;
export const XEN_SYSCTL_TBUFOP_disable = 5;
/** What to do with the trace buffers. */
export const xen_sysctl_tbufop = enumeration('xen_sysctl_tbufop', uint32_t, {
  XEN_SYSCTL_TBUFOP_get_info,
  XEN_SYSCTL_TBUFOP_set_cpu_mask,
  XEN_SYSCTL_TBUFOP_set_evt_mask,
  XEN_SYSCTL_TBUFOP_set_size,
  XEN_SYSCTL_TBUFOP_enable,
  XEN_SYSCTL_TBUFOP_disable,
});

/** An operation on the trace buffers. */
export const xen_sysctl_tbuf_op = struct('xen_sysctl_tbuf_op', {
  cmd: field(xen_sysctl_tbufop, { direction: 'in', doc: 'the operation' }),
  cpu_mask: field(xenctl_bitmap, { direction: 'in', doc: 'set_cpu_mask: the CPUs to trace' }),
  evt_mask: field(uint32_t, {
    direction: 'inout',
    doc: 'set_evt_mask: the classes of events to trace; get_info reads them',
  }),
  buffer_mfn: field(uint64_aligned_t, {
    direction: 'out',
    unit: 'MFN',
    doc: 'get_info: the frame that says where the buffers are',
  }),
  size: field(uint32_t, {
    direction: 'inout',
    doc: 'set_size: pages of each buffer; get_info: bytes of the information',
  }),
});
export type XenSysctlTbufOp = Infer<typeof xen_sysctl_tbuf_op>;

/** HVM guests can run. */
export const XEN_SYSCTL_PHYSCAP_hvm = 1 << 0;
/** PV guests can run. */
export const XEN_SYSCTL_PHYSCAP_pv = 1 << 1;
/** Devices can be given to guests behind an IOMMU. */
export const XEN_SYSCTL_PHYSCAP_directio = 1 << 2;
/** The hardware translates guests' physical addresses. */
export const XEN_SYSCTL_PHYSCAP_hap = 1 << 3;
/** Page tables can be shadowed. */
export const XEN_SYSCTL_PHYSCAP_shadow = 1 << 4;
/** The IOMMU can use the tables of hardware-assisted paging. */
export const XEN_SYSCTL_PHYSCAP_iommu_hap_pt_share = 1 << 5;
/** What a vCPU runs can be traced. */
export const XEN_SYSCTL_PHYSCAP_vmtrace = 1 << 6;
/** Guests can have performance counters. */
export const XEN_SYSCTL_PHYSCAP_vpmu = 1 << 7;
/** Grant tables of version 1 exist. */
export const XEN_SYSCTL_PHYSCAP_gnttab_v1 = 1 << 8;
/** Grant tables of version 2 exist. */
export const XEN_SYSCTL_PHYSCAP_gnttab_v2 = 1 << 9;
/** The highest of them. */
export const XEN_SYSCTL_PHYSCAP_MAX = XEN_SYSCTL_PHYSCAP_gnttab_v2;
/** What the host can do. */
export const xen_sysctl_physcap = flags('xen_sysctl_physcap', uint32_t, {
  XEN_SYSCTL_PHYSCAP_hvm,
  XEN_SYSCTL_PHYSCAP_pv,
  XEN_SYSCTL_PHYSCAP_directio,
  XEN_SYSCTL_PHYSCAP_hap,
  XEN_SYSCTL_PHYSCAP_shadow,
  XEN_SYSCTL_PHYSCAP_iommu_hap_pt_share,
  XEN_SYSCTL_PHYSCAP_vmtrace,
  XEN_SYSCTL_PHYSCAP_vpmu,
  XEN_SYSCTL_PHYSCAP_gnttab_v1,
  XEN_SYSCTL_PHYSCAP_gnttab_v2,
});
/** Of `arch_capabilities` on Arm, from 4.18 on: the length of SVE's vectors in 128 bits; 0: no SVE. */
export const XEN_SYSCTL_PHYSCAP_ARM_SVE_MASK = 0x1f;

/** What the host has. */
export const xen_sysctl_physinfo = struct('xen_sysctl_physinfo', {
  threads_per_core: field(uint32_t, {
    direction: 'out',
    unit: 'count',
    doc: 'as the first CPU has them',
  }),
  cores_per_socket: field(uint32_t, {
    direction: 'out',
    unit: 'count',
    doc: 'as the first CPU has them',
  }),
  nr_cpus: field(uint32_t, { direction: 'out', unit: 'count', doc: 'CPUs in use' }),
  max_cpu_id: field(uint32_t, { direction: 'out', doc: 'the highest number that a CPU can have' }),
  nr_nodes: field(uint32_t, { direction: 'out', unit: 'count', doc: 'NUMA nodes in use' }),
  max_node_id: field(uint32_t, {
    direction: 'out',
    doc: 'the highest number that a node can have',
  }),
  cpu_khz: field(uint32_t, {
    direction: 'out',
    doc: 'frequency of the time stamp counter, in kHz',
  }),
  capabilities: field(xen_sysctl_physcap, { direction: 'out', doc: 'what the host can do' }),
  arch_capabilities: field(uint32_t, {
    since: '4.17',
    direction: 'out',
    doc: 'what the architecture adds to that',
  }),
  pad: field(uint32_t, { since: '4.17', direction: 'out', doc: 'unused' }),
  total_pages: field(uint64_aligned_t, {
    direction: 'out',
    unit: 'pages',
    doc: 'memory of the host',
  }),
  free_pages: field(uint64_aligned_t, {
    direction: 'out',
    unit: 'pages',
    doc: 'memory that nobody has',
  }),
  scrub_pages: field(uint64_aligned_t, {
    direction: 'out',
    unit: 'pages',
    doc: 'free memory that is still to be wiped',
  }),
  outstanding_pages: field(uint64_aligned_t, {
    direction: 'out',
    unit: 'pages',
    doc: 'memory that domains have claimed and not yet taken',
  }),
  max_mfn: field(uint64_aligned_t, {
    direction: 'out',
    unit: 'MFN',
    doc: 'the highest frame of the host',
  }),
  hw_cap: field(array(uint32_t, 8), {
    direction: 'out',
    doc: "features of the CPU, as CPUID's words",
  }),
});
export type XenSysctlPhysinfo = Infer<typeof xen_sysctl_physinfo>;

/** Which scheduler runs. */
export const xen_sysctl_sched_id = struct('xen_sysctl_sched_id', {
  sched_id: field(xen_scheduler, {
    direction: 'out',
    doc: 'the default scheduler',
  }),
});
export type XenSysctlSchedId = Infer<typeof xen_sysctl_sched_id>;

export const XEN_SYSCTL_PERFCOP_reset = 1;
export const XEN_SYSCTL_PERFCOP_query = 2;
/** What to do with the performance counters. */
export const xen_sysctl_perfcop = enumeration('xen_sysctl_perfcop', uint32_t, {
  XEN_SYSCTL_PERFCOP_reset,
  XEN_SYSCTL_PERFCOP_query,
});

/** A performance counter of the hypervisor. */
export const xen_sysctl_perfc_desc = struct('xen_sysctl_perfc_desc', {
  name: field(chars(80), { direction: 'out', doc: 'its name' }),
  nr_vals: field(uint32_t, { direction: 'out', unit: 'count', doc: 'values that it has' }),
});
export type XenSysctlPerfcDesc = Infer<typeof xen_sysctl_perfc_desc>;

/** An operation on the hypervisor's performance counters. */
export const xen_sysctl_perfc_op = struct('xen_sysctl_perfc_op', {
  cmd: field(xen_sysctl_perfcop, { direction: 'in', doc: 'the operation' }),
  nr_counters: field(uint32_t, { direction: 'out', unit: 'count', doc: 'counters that there are' }),
  nr_vals: field(uint32_t, { direction: 'out', unit: 'count', doc: 'values that there are' }),
  desc: field(
    XEN_GUEST_HANDLE_64(xen_sysctl_perfc_desc, 'nr_counters', 'xen_sysctl_perfc_desc_t'),
    { direction: 'out', optional: true, doc: 'the counters' },
  ),
  val: field(XEN_GUEST_HANDLE_64(typedef('xen_sysctl_perfc_val_t', uint32_t), 'nr_vals'), {
    direction: 'out',
    optional: true,
    doc: "their values, one counter's behind another's",
  }),
});
export type XenSysctlPerfcOp = Infer<typeof xen_sysctl_perfc_op>;

/** Reads the state of many domains. */
export const xen_sysctl_getdomaininfolist = struct('xen_sysctl_getdomaininfolist', {
  first_domain: field(domid_t, { direction: 'in', doc: 'where to begin' }),
  max_domains: field(uint32_t, {
    direction: 'in',
    unit: 'count',
    doc: 'domains that the list has room for',
  }),
  buffer: field(
    XEN_GUEST_HANDLE_64(xen_domctl_getdomaininfo, 'max_domains', 'xen_domctl_getdomaininfo_t'),
    { direction: 'out', doc: 'the domains from first_domain on, in the order of their numbers' },
  ),
  num_domains: field(uint32_t, { direction: 'out', unit: 'count', doc: 'domains written' }),
});
export type XenSysctlGetdomaininfolist = Infer<typeof xen_sysctl_getdomaininfolist>;

/** Presses keys of the hypervisor's console. */
export const xen_sysctl_debug_keys = struct('xen_sysctl_debug_keys', {
  keys: field(
    oneOf(
      field(XEN_GUEST_HANDLE_64(plain_char, 'nr_keys'), { until: '4.13' }),
      field(XEN_GUEST_HANDLE_64(plain_char, 'nr_keys', 'const_char'), { since: '4.14' }),
    ),
    { direction: 'in', doc: 'the keys' },
  ),
  nr_keys: field(uint32_t, { direction: 'in', unit: 'count', doc: 'how many keys' }),
});
export type XenSysctlDebugKeys = Infer<typeof xen_sysctl_debug_keys>;

/** The use of a CPU. */
export const xen_sysctl_cpuinfo = struct('xen_sysctl_cpuinfo', {
  idletime: field(uint64_aligned_t, {
    direction: 'out',
    doc: 'how long it has been idle, in nanoseconds',
  }),
});
export type XenSysctlCpuinfo = Infer<typeof xen_sysctl_cpuinfo>;

/** Reads the use of the CPUs. */
export const xen_sysctl_getcpuinfo = struct('xen_sysctl_getcpuinfo', {
  max_cpus: field(uint32_t, {
    direction: 'in',
    unit: 'count',
    doc: 'CPUs that the list has room for',
  }),
  info: field(XEN_GUEST_HANDLE_64(xen_sysctl_cpuinfo, 'max_cpus', 'xen_sysctl_cpuinfo_t'), {
    direction: 'out',
    doc: 'the CPUs in the order of their numbers',
  }),
  nr_cpus: field(uint32_t, { direction: 'out', unit: 'count', doc: 'CPUs written' }),
});
export type XenSysctlGetcpuinfo = Infer<typeof xen_sysctl_getcpuinfo>;

/** Reads how much memory is free. */
export const xen_sysctl_availheap = struct('xen_sysctl_availheap', {
  min_bitwidth: field(uint32_t, {
    direction: 'in',
    doc: 'the least width of addresses that counts; 0: any',
  }),
  max_bitwidth: field(uint32_t, {
    direction: 'in',
    doc: 'the greatest width of addresses that counts; 0: any',
  }),
  node: field(int32_t, { direction: 'in', doc: 'the NUMA node; -1: all' }),
  avail_bytes: field(uint64_aligned_t, {
    direction: 'out',
    unit: 'bytes',
    doc: 'free memory there',
  }),
});
export type XenSysctlAvailheap = Infer<typeof xen_sysctl_availheap>;

/** A performance state of a CPU. */
export const pm_px_val = struct('pm_px_val', {
  freq: field(uint64_aligned_t, { direction: 'out', doc: 'its frequency, in MHz' }),
  residency: field(uint64_aligned_t, {
    direction: 'out',
    doc: 'how long the CPU was in it, in nanoseconds',
  }),
  count: field(uint64_aligned_t, {
    direction: 'out',
    unit: 'count',
    doc: 'how often the CPU went into it',
  }),
});
export type PmPxVal = Infer<typeof pm_px_val>;

/** How a CPU used its performance states. */
export const pm_px_stat = struct('pm_px_stat', {
  total: field(uint8_t, {
    direction: 'inout',
    unit: 'count',
    doc: 'states that there are; from 4.22 on also the room in the lists',
  }),
  usable: field(uint8_t, { direction: 'out', unit: 'count', doc: 'states that may be used now' }),
  last: field(uint8_t, { direction: 'out', doc: 'the state before this one' }),
  cur: field(uint8_t, { direction: 'out', doc: 'the state it is in' }),
  trans_pt: field(XEN_GUEST_HANDLE_64(uint64_t, ['total', 'total'], 'uint64'), {
    direction: 'out',
    optional: true,
    doc: 'how often it went from each state to each, row by row',
  }),
  pt: field(XEN_GUEST_HANDLE_64(pm_px_val, 'total', 'pm_px_val_t'), {
    direction: 'out',
    optional: true,
    doc: 'the states',
  }),
});
export type PmPxStat = Infer<typeof pm_px_stat>;

/** How a CPU used its idle states. */
export const pm_cx_stat = struct('pm_cx_stat', {
  nr: field(uint32_t, {
    direction: 'inout',
    unit: 'count',
    doc: 'entries of triggers and residencies, C0 among them: room, then how many there are',
  }),
  last: field(uint32_t, { direction: 'out', doc: 'the state it was in last' }),
  idle_time: field(uint64_aligned_t, {
    direction: 'out',
    doc: 'how long it has been idle, in nanoseconds',
  }),
  triggers: field(XEN_GUEST_HANDLE_64(uint64_t, 'nr', 'uint64'), {
    direction: 'out',
    optional: true,
    doc: 'how often it went into each state',
  }),
  residencies: field(XEN_GUEST_HANDLE_64(uint64_t, 'nr', 'uint64'), {
    direction: 'out',
    optional: true,
    doc: 'how long it was in each state, in nanoseconds',
  }),
  nr_pc: field(uint32_t, {
    direction: 'inout',
    unit: 'count',
    doc: 'entries of pc: room, then how many the hypervisor knows',
  }),
  nr_cc: field(uint32_t, {
    direction: 'inout',
    unit: 'count',
    doc: 'entries of cc: room, then how many the hypervisor knows',
  }),
  pc: field(XEN_GUEST_HANDLE_64(uint64_t, 'nr_pc', 'uint64'), {
    direction: 'out',
    optional: true,
    doc: 'how long its package was in each package state, PC1 first; others are left as they were',
  }),
  cc: field(XEN_GUEST_HANDLE_64(uint64_t, 'nr_cc', 'uint64'), {
    direction: 'out',
    optional: true,
    doc: 'how long its core was in each core state, CC1 first; others are left as they were',
  }),
});
export type PmCxStat = Infer<typeof pm_cx_stat>;

export const PMSTAT_CATEGORY_MASK = 0xf0;
export const PMSTAT_PX = 0x10;
export const PMSTAT_CX = 0x20;
export const PMSTAT_get_max_px = PMSTAT_PX | 1;
export const PMSTAT_get_pxstat = PMSTAT_PX | 2;
export const PMSTAT_reset_pxstat = PMSTAT_PX | 3;
export const PMSTAT_get_max_cx = PMSTAT_CX | 1;
export const PMSTAT_get_cxstat = PMSTAT_CX | 2;
export const PMSTAT_reset_cxstat = PMSTAT_CX | 3;
/** Which statistics of power management, and what to do with them. */
export const pmstat_type = enumeration('pmstat_type', uint32_t, {
  PMSTAT_get_max_px,
  PMSTAT_get_pxstat,
  PMSTAT_reset_pxstat,
  PMSTAT_get_max_cx,
  PMSTAT_get_cxstat,
  PMSTAT_reset_cxstat,
});

/** Reads or resets statistics of power management. */
export const xen_sysctl_get_pmstat = struct('xen_sysctl_get_pmstat', {
  type: field(pmstat_type, { direction: 'in', doc: 'the operation' }),
  cpuid: field(uint32_t, { direction: 'in', doc: 'the CPU' }),
  u: field(
    union(
      null,
      {
        getpx: field(pm_px_stat, { direction: 'inout', doc: 'of performance states' }),
        getcx: field(pm_cx_stat, { direction: 'inout', doc: 'of idle states' }),
      },
      {
        selector: {
          by: 'type',
          live: {
            [PMSTAT_get_max_px]: 'getpx',
            [PMSTAT_get_pxstat]: 'getpx',
            [PMSTAT_get_max_cx]: 'getcx',
            [PMSTAT_get_cxstat]: 'getcx',
          },
        },
      },
    ),
    { direction: 'inout', doc: 'the statistics; resetting them needs nothing' },
  ),
});
export type XenSysctlGetPmstat = Infer<typeof xen_sysctl_get_pmstat>;

export const XEN_SYSCTL_CPU_HOTPLUG_ONLINE = 0;
export const XEN_SYSCTL_CPU_HOTPLUG_OFFLINE = 1;
/** Takes every thread of a core into use, whatever CPU is named. */
export const XEN_SYSCTL_CPU_HOTPLUG_SMT_ENABLE = 2;
/** Leaves each core its first thread alone. */
export const XEN_SYSCTL_CPU_HOTPLUG_SMT_DISABLE = 3;
/** What to do with a CPU. */
export const xen_sysctl_cpu_hotplug_op = enumeration('xen_sysctl_cpu_hotplug_op', uint32_t, {
  XEN_SYSCTL_CPU_HOTPLUG_ONLINE,
  XEN_SYSCTL_CPU_HOTPLUG_OFFLINE,
  XEN_SYSCTL_CPU_HOTPLUG_SMT_ENABLE,
  XEN_SYSCTL_CPU_HOTPLUG_SMT_DISABLE,
});

/** Takes a CPU into use or out of it. */
export const xen_sysctl_cpu_hotplug = struct('xen_sysctl_cpu_hotplug', {
  cpu: field(uint32_t, { direction: 'in', doc: 'the CPU' }),
  op: field(xen_sysctl_cpu_hotplug_op, { direction: 'in', doc: 'the operation' }),
});
export type XenSysctlCpuHotplug = Infer<typeof xen_sysctl_cpu_hotplug>;

/** What the governor `userspace` is set to. */
export const xen_userspace = struct('xen_userspace', {
  scaling_setspeed: field(uint32_t, {
    direction: 'out',
    doc: 'the frequency that was asked for, in kHz',
  }),
});
export type XenUserspace = Infer<typeof xen_userspace>;

/** What the governor `ondemand` is set to. */
export const xen_ondemand = struct('xen_ondemand', {
  sampling_rate_max: field(uint32_t, { direction: 'out', doc: 'bounds of sampling_rate' }),
  sampling_rate_min: field(uint32_t, { direction: 'out', doc: 'bounds of sampling_rate' }),
  sampling_rate: field(uint32_t, {
    direction: 'out',
    doc: 'how often it looks at the load, in microseconds',
  }),
  up_threshold: field(uint32_t, {
    direction: 'out',
    doc: 'the load from which on it raises the frequency, in percent',
  }),
});
export type XenOndemand = Infer<typeof xen_ondemand>;

/** The activity window can be set. */
export const XEN_SYSCTL_CPPC_FEAT_ACT_WINDOW = 1 << 0;
/** What the CPU's own control of performance can do. */
export const xen_cppc_features = flags('xen_cppc_features', uint32_t, {
  XEN_SYSCTL_CPPC_FEAT_ACT_WINDOW,
});
/** The bits of an activity window that are multiplied. */
export const XEN_CPPC_ACT_WINDOW_MANTISSA_MASK = 0x07f;
/** The bits of an activity window that are the power of ten. */
export const XEN_CPPC_ACT_WINDOW_EXPONENT_MASK = 0x380;
/** How far the CPU looks back: `mantissa` times ten to the `exponent` microseconds. */
export const xen_cppc_act_window = flags(
  'xen_cppc_act_window',
  uint32_t,
  {},
  { mantissa: { shift: 0, width: 7 }, exponent: { shift: 7, width: 3 } },
);

const cppc_para = {
  features: field(xen_cppc_features, { direction: 'out', doc: 'what it can do' }),
  lowest: field(uint32_t, {
    direction: 'out',
    doc: 'its lowest performance, 0 to 255 in units of its own',
  }),
  lowest_nonlinear: field(uint32_t, { direction: 'out', doc: 'where it is most efficient' }),
  nominal: field(uint32_t, { direction: 'out', doc: 'what it can always give' }),
  highest: field(uint32_t, { direction: 'out', doc: 'its highest performance' }),
  minimum: field(uint32_t, { direction: 'out', doc: 'the bounds it is asked to keep' }),
  maximum: field(uint32_t, { direction: 'out', doc: 'the bounds it is asked to keep' }),
  desired: field(uint32_t, {
    direction: 'out',
    doc: 'what it is asked for; 0: it decides itself',
  }),
  energy_perf: field(uint32_t, {
    direction: 'out',
    doc: 'what it prefers: 0 is speed, 255 is saving power',
  }),
  activity_window: field(xen_cppc_act_window, { direction: 'out', doc: 'how far it looks back' }),
};

/** How a CPU controls its own performance. */
export const xen_get_cppc_para = struct('xen_get_cppc_para', cppc_para, { since: '4.21' });
export type XenGetCppcPara = Infer<typeof xen_get_cppc_para>;

export const XEN_SYSCTL_CPPC_SET_MINIMUM = 1 << 0;
export const XEN_SYSCTL_CPPC_SET_MAXIMUM = 1 << 1;
export const XEN_SYSCTL_CPPC_SET_DESIRED = 1 << 2;
export const XEN_SYSCTL_CPPC_SET_ENERGY_PERF = 1 << 3;
export const XEN_SYSCTL_CPPC_SET_ACT_WINDOW = 1 << 4;
export const XEN_SYSCTL_CPPC_SET_PRESET_MASK = 0xf0000000;
export const XEN_SYSCTL_CPPC_SET_PRESET_NONE = 0;
/** Named `XEN_SYSCTL_CPPC_SET_PRESET_BALANCE` before 4.21. */
export const XEN_SYSCTL_CPPC_SET_PRESET_ONDEMAND = 0x10000000;
export const XEN_SYSCTL_CPPC_SET_PRESET_POWERSAVE = 0x20000000;
export const XEN_SYSCTL_CPPC_SET_PRESET_PERFORMANCE = 0x30000000;
/** Which values are set; `preset` is 1 for on demand, 2 for saving power, 3 for performance. */
export const xen_cppc_set = flags(
  'xen_cppc_set',
  uint32_t,
  {
    XEN_SYSCTL_CPPC_SET_MINIMUM,
    XEN_SYSCTL_CPPC_SET_MAXIMUM,
    XEN_SYSCTL_CPPC_SET_DESIRED,
    XEN_SYSCTL_CPPC_SET_ENERGY_PERF,
    XEN_SYSCTL_CPPC_SET_ACT_WINDOW,
  },
  { preset: { shift: 28, width: 4 } },
);

/** Sets how a CPU controls its own performance: the preset first, then single values. */
export const xen_set_cppc_para = struct(
  'xen_set_cppc_para',
  {
    set_params: field(xen_cppc_set, {
      direction: 'inout',
      doc: 'which values are set; after the call, which were',
    }),
    minimum: field(uint32_t, { direction: 'in', doc: 'the bounds it is to keep' }),
    maximum: field(uint32_t, { direction: 'in', doc: 'the bounds it is to keep' }),
    desired: field(uint32_t, { direction: 'in', doc: 'what it is to give; 0: it decides itself' }),
    energy_perf: field(uint32_t, {
      direction: 'in',
      doc: 'what it is to prefer: 0 is speed, 255 is saving power',
    }),
    activity_window: field(xen_cppc_act_window, {
      direction: 'in',
      doc: 'how far it is to look back',
    }),
  },
  { since: '4.18' },
);
export type XenSetCppcPara = Infer<typeof xen_set_cppc_para>;

/** How a CPU controls its own performance. */
export const xen_cppc_para = struct('xen_cppc_para', cppc_para, { since: '4.18', until: '4.20' });
export type XenCppcPara = Infer<typeof xen_cppc_para>;

/** Bytes of a governor's or a driver's name. */
export const CPUFREQ_NAME_LEN = 16;
/** The driver whose CPUs control their own performance. */
export const XEN_HWP_DRIVER_NAME = 'hwp';

/** How a CPU's frequency is governed. */
export const xen_get_cpufreq_para = struct('xen_get_cpufreq_para', {
  cpu_num: field(uint32_t, {
    direction: 'inout',
    unit: 'count',
    doc: 'room for CPUs; after the call, CPUs whose frequency changes together',
  }),
  freq_num: field(uint32_t, {
    direction: 'inout',
    unit: 'count',
    doc: 'room for frequencies; after the call, how many there are',
  }),
  gov_num: field(uint32_t, {
    direction: 'inout',
    unit: 'count',
    doc: 'room for governors; after the call, how many there are',
  }),
  affected_cpus: field(XEN_GUEST_HANDLE_64(uint32_t, 'cpu_num', 'uint32'), {
    direction: 'out',
    doc: 'the CPUs whose frequency changes together',
  }),
  scaling_available_frequencies: field(XEN_GUEST_HANDLE_64(uint32_t, 'freq_num', 'uint32'), {
    direction: 'out',
    doc: 'the frequencies, in kHz',
  }),
  scaling_available_governors: field(XEN_GUEST_HANDLE_64(plain_char), {
    direction: 'out',
    doc: "the governors' names, 16 bytes each",
  }),
  scaling_driver: field(chars(16), { direction: 'out', doc: "the driver's name" }),
  cpuinfo_cur_freq: field(uint32_t, {
    direction: 'out',
    doc: 'the frequency as the hardware has it, in kHz',
  }),
  cpuinfo_max_freq: field(uint32_t, { direction: 'out', doc: "the hardware's bounds, in kHz" }),
  cpuinfo_min_freq: field(uint32_t, { direction: 'out', doc: "the hardware's bounds, in kHz" }),
  scaling_cur_freq: field(uint32_t, {
    until: '4.17',
    direction: 'out',
    doc: 'the frequency as it was set, in kHz',
  }),
  scaling_governor: field(chars(16), {
    until: '4.17',
    direction: 'out',
    doc: 'the governor in use',
  }),
  scaling_max_freq: field(uint32_t, {
    until: '4.17',
    direction: 'out',
    doc: 'the bounds that were set, in kHz',
  }),
  scaling_min_freq: field(uint32_t, {
    until: '4.17',
    direction: 'out',
    doc: 'the bounds that were set, in kHz',
  }),
  u: field(
    oneOf(
      union(
        null,
        {
          userspace: field(xen_userspace, { direction: 'out', doc: 'of the governor userspace' }),
          ondemand: field(xen_ondemand, { direction: 'out', doc: 'of the governor ondemand' }),
        },
        { until: '4.17' },
      ),
      union(
        null,
        {
          s: field(
            struct(null, {
              scaling_cur_freq: field(uint32_t, {
                direction: 'out',
                doc: 'the frequency as it was set, in kHz',
              }),
              scaling_governor: field(chars(16), { direction: 'out', doc: 'the governor in use' }),
              scaling_max_freq: field(uint32_t, {
                direction: 'out',
                doc: 'the bounds that were set, in kHz',
              }),
              scaling_min_freq: field(uint32_t, {
                direction: 'out',
                doc: 'the bounds that were set, in kHz',
              }),
              u: field(
                union(null, {
                  userspace: field(xen_userspace, {
                    direction: 'out',
                    doc: 'of the governor userspace',
                  }),
                  ondemand: field(xen_ondemand, {
                    direction: 'out',
                    doc: 'of the governor ondemand',
                  }),
                }),
                { direction: 'out', doc: 'what the governor has of its own' },
              ),
            }),
            { direction: 'out', doc: 'of the drivers with governors' },
          ),
          cppc_para: field(xen_cppc_para, { direction: 'out', doc: 'of the driver hwp' }),
        },
        { since: '4.18' },
      ),
    ),
    { until: '4.20', direction: 'out', doc: 'what the driver or the governor has of its own' },
  ),
  s: field(
    struct(null, {
      scaling_cur_freq: field(uint32_t, {
        direction: 'out',
        doc: 'the frequency as it was set, in kHz',
      }),
      scaling_governor: field(chars(16), { direction: 'out', doc: 'the governor in use' }),
      scaling_max_freq: field(uint32_t, {
        direction: 'out',
        doc: 'the bounds that were set, in kHz',
      }),
      scaling_min_freq: field(uint32_t, {
        direction: 'out',
        doc: 'the bounds that were set, in kHz',
      }),
      u: field(
        union(null, {
          userspace: field(xen_userspace, { direction: 'out', doc: 'of the governor userspace' }),
          ondemand: field(xen_ondemand, { direction: 'out', doc: 'of the governor ondemand' }),
        }),
        { direction: 'out', doc: 'what the governor has of its own' },
      ),
    }),
    { since: '4.21', direction: 'out', doc: 'of the drivers with governors' },
  ),
  turbo_enabled: field(int32_t, {
    direction: 'out',
    doc: 'whether the CPU may exceed its frequency',
  }),
});
export type XenGetCpufreqPara = Infer<typeof xen_get_cpufreq_para>;

/** Chooses a governor of the frequency. */
export const xen_set_cpufreq_gov = struct('xen_set_cpufreq_gov', {
  scaling_governor: field(chars(16), { direction: 'in', doc: 'its name' }),
});
export type XenSetCpufreqGov = Infer<typeof xen_set_cpufreq_gov>;

export const SCALING_MAX_FREQ = 1;
export const SCALING_MIN_FREQ = 2;
export const SCALING_SETSPEED = 3;
export const SAMPLING_RATE = 4;
export const UP_THRESHOLD = 5;
/** What can be set of a governor. */
export const cpufreq_ctrl_type = enumeration('cpufreq_ctrl_type', uint32_t, {
  SCALING_MAX_FREQ,
  SCALING_MIN_FREQ,
  SCALING_SETSPEED,
  SAMPLING_RATE,
  UP_THRESHOLD,
});

/** Sets one thing of the governor in use. */
export const xen_set_cpufreq_para = struct('xen_set_cpufreq_para', {
  ctrl_type: field(cpufreq_ctrl_type, { direction: 'in', doc: 'what is set' }),
  ctrl_value: field(uint32_t, { direction: 'in', doc: 'to what: kHz, microseconds or percent' }),
});
export type XenSetCpufreqPara = Infer<typeof xen_set_cpufreq_para>;

export const PM_PARA_CATEGORY_MASK = 0xf0;
export const CPUFREQ_PARA = 0x10;
export const GET_CPUFREQ_PARA = CPUFREQ_PARA | 1;
export const SET_CPUFREQ_GOV = CPUFREQ_PARA | 2;
export const SET_CPUFREQ_PARA = CPUFREQ_PARA | 3;
export const GET_CPUFREQ_AVGFREQ = CPUFREQ_PARA | 4;
/** From 4.18 on. */
export const SET_CPUFREQ_CPPC = CPUFREQ_PARA | 5;
/** From 4.21 on. */
export const GET_CPUFREQ_CPPC = CPUFREQ_PARA | 6;
export const XEN_SYSCTL_pm_op_set_sched_opt_smt = 0x21;
export const XEN_SYSCTL_pm_op_get_max_cstate = 0x22;
export const XEN_SYSCTL_pm_op_set_max_cstate = 0x23;
export const XEN_SYSCTL_pm_op_set_vcpu_migration_delay = 0x24;
export const XEN_SYSCTL_pm_op_get_vcpu_migration_delay = 0x25;
export const XEN_SYSCTL_pm_op_enable_turbo = 0x26;
export const XEN_SYSCTL_pm_op_disable_turbo = 0x27;
/** What to do about power. */
export const xen_sysctl_pm_op_cmd = enumeration('xen_sysctl_pm_op_cmd', uint32_t, {
  GET_CPUFREQ_PARA,
  SET_CPUFREQ_GOV,
  SET_CPUFREQ_PARA,
  GET_CPUFREQ_AVGFREQ,
  SET_CPUFREQ_CPPC,
  GET_CPUFREQ_CPPC,
  XEN_SYSCTL_pm_op_set_sched_opt_smt,
  XEN_SYSCTL_pm_op_get_max_cstate,
  XEN_SYSCTL_pm_op_set_max_cstate,
  XEN_SYSCTL_pm_op_set_vcpu_migration_delay,
  XEN_SYSCTL_pm_op_get_vcpu_migration_delay,
  XEN_SYSCTL_pm_op_enable_turbo,
  XEN_SYSCTL_pm_op_disable_turbo,
});
/** Every idle state is allowed. */
export const XEN_SYSCTL_CX_UNLIMITED = 0xffffffff;
/** The deepest idle state that is allowed. */
export const xen_sysctl_cstate = enumeration('xen_sysctl_cstate', uint32_t, {
  XEN_SYSCTL_CX_UNLIMITED,
});

/** An operation of power management. */
export const xen_sysctl_pm_op = struct('xen_sysctl_pm_op', {
  cmd: field(xen_sysctl_pm_op_cmd, { direction: 'in', doc: 'the operation' }),
  cpuid: field(uint32_t, {
    direction: 'in',
    doc: 'the CPU; of the idle states: 0 for the state, 1 for the state within it',
  }),
  u: field(
    union(
      null,
      {
        get_para: field(xen_get_cpufreq_para, { direction: 'inout', doc: 'GET_CPUFREQ_PARA' }),
        get_cppc: field(xen_get_cppc_para, {
          since: '4.21',
          direction: 'out',
          doc: 'GET_CPUFREQ_CPPC',
        }),
        set_gov: field(xen_set_cpufreq_gov, { direction: 'in', doc: 'SET_CPUFREQ_GOV' }),
        set_para: field(xen_set_cpufreq_para, { direction: 'in', doc: 'SET_CPUFREQ_PARA' }),
        set_cppc: field(xen_set_cppc_para, {
          since: '4.18',
          direction: 'inout',
          doc: 'SET_CPUFREQ_CPPC',
        }),
        get_avgfreq: field(uint64_aligned_t, {
          direction: 'out',
          doc: 'the average frequency, in kHz',
        }),
        set_sched_opt_smt: field(uint32_t, {
          direction: 'inout',
          doc: 'not 0: idle cores first; after the call, what was set before',
        }),
        get_max_cstate: field(xen_sysctl_cstate, {
          direction: 'out',
          doc: 'the deepest idle state allowed',
        }),
        set_max_cstate: field(xen_sysctl_cstate, {
          direction: 'in',
          doc: 'the deepest idle state to allow',
        }),
      },
      {
        selector: {
          by: 'cmd',
          live: {
            [GET_CPUFREQ_PARA]: 'get_para',
            [SET_CPUFREQ_GOV]: 'set_gov',
            [SET_CPUFREQ_PARA]: 'set_para',
            [GET_CPUFREQ_AVGFREQ]: 'get_avgfreq',
            [SET_CPUFREQ_CPPC]: 'set_cppc',
            [GET_CPUFREQ_CPPC]: 'get_cppc',
            [XEN_SYSCTL_pm_op_set_sched_opt_smt]: 'set_sched_opt_smt',
            [XEN_SYSCTL_pm_op_get_max_cstate]: 'get_max_cstate',
            [XEN_SYSCTL_pm_op_set_max_cstate]: 'set_max_cstate',
          },
        },
      },
    ),
    { direction: 'inout', doc: 'depends on the operation; others need nothing' },
  ),
});
export type XenSysctlPmOp = Infer<typeof xen_sysctl_pm_op>;

export const sysctl_page_offline = 1;
export const sysctl_page_online = 2;
export const sysctl_query_page_offline = 3;
/** What to do with pages of the host. */
export const sysctl_page_offline_cmd = enumeration('sysctl_page_offline_cmd', uint32_t, {
  sysctl_page_offline,
  sysctl_page_online,
  sysctl_query_page_offline,
});
export const PG_OFFLINE_STATUS_MASK = 0xff;
/** The hypervisor did nothing with the page. */
export const PG_OFFLINE_INVALID = 1 << 0;
/** The page is out of use. */
export const PG_OFFLINE_OFFLINED = 1 << 1;
/** The page goes out of use when its owner frees it. */
export const PG_OFFLINE_PENDING = 1 << 2;
export const PG_OFFLINE_FAILED = 1 << 3;
export const PG_OFFLINE_AGAIN = 1 << 4;
export const PG_ONLINE_FAILED = PG_OFFLINE_FAILED;
export const PG_ONLINE_ONLINED = PG_OFFLINE_OFFLINED;
/** Of a query: the page is out of use. */
export const PG_OFFLINE_STATUS_OFFLINED = 1 << 1;
/** Of a query: the page is in use. */
export const PG_OFFLINE_STATUS_ONLINE = 1 << 2;
/** Of a query: the page is to go out of use. */
export const PG_OFFLINE_STATUS_OFFLINE_PENDING = 1 << 3;
/** Of a query: the page is broken. */
export const PG_OFFLINE_STATUS_BROKEN = 1 << 4;
export const PG_OFFLINE_MISC_MASK = 0xff << 4;
/** The hypervisor has the page. */
export const PG_OFFLINE_XENPAGE = 1 << 8;
/** Domain 0 has the page. */
export const PG_OFFLINE_DOM0PAGE = 1 << 9;
/** Nobody known has the page. */
export const PG_OFFLINE_ANONYMOUS = 1 << 10;
/** The page is no ordinary memory. */
export const PG_OFFLINE_NOT_CONV_RAM = 1 << 11;
/** A domain has the page: `owner`. */
export const PG_OFFLINE_OWNED = 1 << 12;
export const PG_OFFLINE_BROKEN = 1 << 13;
export const PG_ONLINE_BROKEN = PG_OFFLINE_BROKEN;
export const PG_OFFLINE_OWNER_SHIFT = 16;

/** Takes pages of the host out of use or back, or asks. */
export const xen_sysctl_page_offline_op = struct('xen_sysctl_page_offline_op', {
  cmd: field(sysctl_page_offline_cmd, { direction: 'in', doc: 'the operation' }),
  start: field(uint32_t, { direction: 'in', unit: 'MFN', doc: 'first page' }),
  end: field(uint32_t, { direction: 'in', unit: 'MFN', doc: 'last page' }),
  status: field(XEN_GUEST_HANDLE(uint32_t, undefined, 'uint32'), {
    direction: 'out',
    doc: 'of each page the result, PG_OFFLINE_* or PG_ONLINE_*; its upper 16 bits are the owner',
  }),
});
export type XenSysctlPageOfflineOp = Infer<typeof xen_sysctl_page_offline_op>;

export const XEN_SYSCTL_LOCKPROF_reset = 1;
export const XEN_SYSCTL_LOCKPROF_query = 2;
/** What to do with the profile of locks. */
export const xen_sysctl_lockprof = enumeration('xen_sysctl_lockprof', uint32_t, {
  XEN_SYSCTL_LOCKPROF_reset,
  XEN_SYSCTL_LOCKPROF_query,
});
/** A lock of the whole hypervisor. */
export const LOCKPROF_TYPE_GLOBAL = 0;
/** A lock that each domain has. */
export const LOCKPROF_TYPE_PERDOM = 1;
/** How many kinds there are. */
export const LOCKPROF_TYPE_N = 2;
/** Whose a lock is. */
export const lockprof_type = enumeration('lockprof_type', int32_t, {
  LOCKPROF_TYPE_GLOBAL,
  LOCKPROF_TYPE_PERDOM,
});

/** How a lock was used. */
export const xen_sysctl_lockprof_data = struct('xen_sysctl_lockprof_data', {
  name: field(chars(40), { direction: 'out', doc: 'its name' }),
  type: field(lockprof_type, { direction: 'out', doc: 'whose it is' }),
  idx: field(int32_t, { direction: 'out', doc: "of a domain's lock, the domain" }),
  lock_cnt: field(uint64_aligned_t, {
    direction: 'out',
    unit: 'count',
    doc: 'how often it was taken',
  }),
  block_cnt: field(uint64_aligned_t, {
    direction: 'out',
    unit: 'count',
    doc: 'how often somebody waited for it',
  }),
  lock_time: field(uint64_aligned_t, {
    direction: 'out',
    doc: 'how long it was held, in nanoseconds',
  }),
  block_time: field(uint64_aligned_t, {
    direction: 'out',
    doc: 'how long somebody waited for it, in nanoseconds',
  }),
});
export type XenSysctlLockprofData = Infer<typeof xen_sysctl_lockprof_data>;

/** An operation on the profile of locks. */
export const xen_sysctl_lockprof_op = struct('xen_sysctl_lockprof_op', {
  cmd: field(xen_sysctl_lockprof, { direction: 'in', doc: 'the operation' }),
  max_elem: field(uint32_t, {
    direction: 'in',
    unit: 'count',
    doc: 'locks that the list has room for',
  }),
  nr_elem: field(uint32_t, { direction: 'out', unit: 'count', doc: 'locks that there are' }),
  time: field(uint64_aligned_t, {
    direction: 'out',
    doc: 'how long the profile has been taken, in nanoseconds',
  }),
  data: field(
    XEN_GUEST_HANDLE_64(xen_sysctl_lockprof_data, 'max_elem', 'xen_sysctl_lockprof_data_t'),
    { direction: 'out', optional: true, doc: 'the locks' },
  ),
});
export type XenSysctlLockprofOp = Infer<typeof xen_sysctl_lockprof_op>;

export const XEN_INVALID_CORE_ID = 0xffffffff;
export const XEN_INVALID_SOCKET_ID = 0xffffffff;
export const XEN_INVALID_NODE_ID = 0xffffffff;
/** A core of a socket. */
export const xen_core_id = enumeration('xen_core_id', uint32_t, { XEN_INVALID_CORE_ID });
/** A socket of the host. */
export const xen_socket_id = enumeration('xen_socket_id', uint32_t, { XEN_INVALID_SOCKET_ID });
/** A NUMA node. */
export const xen_node_id = enumeration('xen_node_id', uint32_t, { XEN_INVALID_NODE_ID });

/** Where a CPU is. */
export const xen_sysctl_cputopo = struct('xen_sysctl_cputopo', {
  core: field(xen_core_id, { direction: 'out', doc: 'its core' }),
  socket: field(xen_socket_id, { direction: 'out', doc: 'its socket' }),
  node: field(xen_node_id, { direction: 'out', doc: 'its NUMA node' }),
});
export type XenSysctlCputopo = Infer<typeof xen_sysctl_cputopo>;

/** Reads where the CPUs are. */
export const xen_sysctl_cputopoinfo = struct('xen_sysctl_cputopoinfo', {
  num_cpus: field(uint32_t, {
    direction: 'inout',
    unit: 'count',
    doc: 'room for CPUs; after the call, how many there are, or were written',
  }),
  cputopo: field(XEN_GUEST_HANDLE_64(xen_sysctl_cputopo, 'num_cpus', 'xen_sysctl_cputopo_t'), {
    direction: 'out',
    optional: true,
    doc: 'the CPUs; NULL asks for their number',
  }),
});
export type XenSysctlCputopoinfo = Infer<typeof xen_sysctl_cputopoinfo>;

export const XEN_INVALID_MEM_SZ = 0xffffffff;
export const XEN_INVALID_NODE_DIST = 0xffffffff;
/** How far a NUMA node is from another; 10 is from itself. */
export const xen_node_distance = enumeration('xen_node_distance', uint32_t, {
  XEN_INVALID_NODE_DIST,
});

/** The memory of a NUMA node. */
export const xen_sysctl_meminfo = struct('xen_sysctl_meminfo', {
  memsize: field(uint64_t, { direction: 'out', unit: 'bytes', doc: 'what it has' }),
  memfree: field(uint64_t, { direction: 'out', unit: 'bytes', doc: 'what is free of it' }),
});
export type XenSysctlMeminfo = Infer<typeof xen_sysctl_meminfo>;

/** Reads the memory of the NUMA nodes, and how far they are from each other. */
export const xen_sysctl_numainfo = struct('xen_sysctl_numainfo', {
  num_nodes: field(uint32_t, {
    direction: 'inout',
    unit: 'count',
    doc: 'room for nodes; after the call, how many there are, or were written',
  }),
  meminfo: field(XEN_GUEST_HANDLE_64(xen_sysctl_meminfo, 'num_nodes', 'xen_sysctl_meminfo_t'), {
    direction: 'out',
    optional: true,
    doc: 'the nodes',
  }),
  distance: field(XEN_GUEST_HANDLE_64(uint32_t, ['num_nodes', 'num_nodes'], 'uint32'), {
    direction: 'out',
    optional: true,
    doc: 'how far each node is from each, row by row',
  }),
});
export type XenSysctlNumainfo = Infer<typeof xen_sysctl_numainfo>;

export const XEN_SYSCTL_CPUPOOL_OP_CREATE = 1;
export const XEN_SYSCTL_CPUPOOL_OP_DESTROY = 2;
export const XEN_SYSCTL_CPUPOOL_OP_INFO = 3;
export const XEN_SYSCTL_CPUPOOL_OP_ADDCPU = 4;
export const XEN_SYSCTL_CPUPOOL_OP_RMCPU = 5;
export const XEN_SYSCTL_CPUPOOL_OP_MOVEDOMAIN = 6;
export const XEN_SYSCTL_CPUPOOL_OP_FREEINFO = 7;
/** What to do with a pool of CPUs. */
export const xen_sysctl_cpupool_op_cmd = enumeration('xen_sysctl_cpupool_op_cmd', uint32_t, {
  XEN_SYSCTL_CPUPOOL_OP_CREATE,
  XEN_SYSCTL_CPUPOOL_OP_DESTROY,
  XEN_SYSCTL_CPUPOOL_OP_INFO,
  XEN_SYSCTL_CPUPOOL_OP_ADDCPU,
  XEN_SYSCTL_CPUPOOL_OP_RMCPU,
  XEN_SYSCTL_CPUPOOL_OP_MOVEDOMAIN,
  XEN_SYSCTL_CPUPOOL_OP_FREEINFO,
});
/** Any pool, or any CPU. */
export const XEN_SYSCTL_CPUPOOL_PAR_ANY = 0xffffffff;
/** A pool or a CPU. */
export const xen_sysctl_cpupool_par = enumeration('xen_sysctl_cpupool_par', uint32_t, {
  XEN_SYSCTL_CPUPOOL_PAR_ANY,
});

/** An operation on pools of CPUs. */
export const xen_sysctl_cpupool_op = struct('xen_sysctl_cpupool_op', {
  op: field(xen_sysctl_cpupool_op_cmd, { direction: 'in', doc: 'the operation' }),
  cpupool_id: field(xen_sysctl_cpupool_par, {
    direction: 'inout',
    doc: 'the pool; CREATE and INFO write it',
  }),
  sched_id: field(xen_scheduler, {
    direction: 'inout',
    doc: 'its scheduler: CREATE takes it, INFO gives it',
  }),
  domid: field(uint32_t, { direction: 'in', doc: 'MOVEDOMAIN: the domain' }),
  cpu: field(xen_sysctl_cpupool_par, { direction: 'in', doc: 'ADDCPU, RMCPU: the CPU' }),
  n_dom: field(uint32_t, { direction: 'out', unit: 'count', doc: 'INFO: domains in the pool' }),
  cpumap: field(xenctl_bitmap, {
    direction: 'out',
    doc: 'INFO: the CPUs of the pool; FREEINFO: those of none',
  }),
});
export type XenSysctlCpupoolOp = Infer<typeof xen_sysctl_cpupool_op>;

export const ARINC653_MAX_DOMAINS_PER_SCHEDULE = 64;

/** A schedule of the scheduler `arinc653`. */
export const xen_sysctl_arinc653_schedule = struct('xen_sysctl_arinc653_schedule', {
  major_frame: field(uint64_aligned_t, {
    direction: 'inout',
    doc: 'after how long it begins again, in nanoseconds',
  }),
  num_sched_entries: field(uint8_t, {
    direction: 'inout',
    unit: 'count',
    doc: 'entries that are used',
  }),
  sched_entries: field(
    array(
      struct(null, {
        dom_handle: field(xen_domain_handle_t, {
          direction: 'inout',
          doc: 'the domain, by its UUID',
        }),
        vcpu_id: field(uint32_t, { direction: 'inout', doc: 'its vCPU' }),
        runtime: field(uint64_aligned_t, {
          direction: 'inout',
          doc: 'for how long, in nanoseconds',
        }),
      }),
      64,
    ),
    { direction: 'inout', doc: 'who runs, one after another' },
  ),
});
export type XenSysctlArinc653Schedule = Infer<typeof xen_sysctl_arinc653_schedule>;

/** In microseconds. */
export const XEN_SYSCTL_SCHED_RATELIMIT_MAX = 500000;
/** In microseconds. */
export const XEN_SYSCTL_SCHED_RATELIMIT_MIN = 100;
/** In milliseconds. */
export const XEN_SYSCTL_CSCHED_TSLICE_MAX = 1000;
/** In milliseconds. */
export const XEN_SYSCTL_CSCHED_TSLICE_MIN = 1;
/** In microseconds. */
export const XEN_SYSCTL_CSCHED_MGR_DLY_MAX_US = 100 * 1000;

/** What the scheduler `credit` is set to. */
export const xen_sysctl_credit_schedule = struct('xen_sysctl_credit_schedule', {
  tslice_ms: field(uint32_t, {
    direction: 'inout',
    doc: 'how long a vCPU runs at most, in milliseconds',
  }),
  ratelimit_us: field(uint32_t, {
    direction: 'inout',
    doc: 'how long a vCPU runs at least, in microseconds; 0: there is no limit',
  }),
  vcpu_migr_delay_us: field(uint32_t, {
    direction: 'inout',
    doc: 'how long a vCPU is kept where its caches are, in microseconds',
  }),
});
export type XenSysctlCreditSchedule = Infer<typeof xen_sysctl_credit_schedule>;

/** What the scheduler `credit2` is set to. */
export const xen_sysctl_credit2_schedule = struct('xen_sysctl_credit2_schedule', {
  ratelimit_us: field(uint32_t, {
    direction: 'inout',
    doc: 'how long a vCPU runs at least, in microseconds; 0: there is no limit',
  }),
});
export type XenSysctlCredit2Schedule = Infer<typeof xen_sysctl_credit2_schedule>;

/** Where the schedule of `arinc653` is. */
export const xen_sysctl_sched_arinc653 = struct('xen_sysctl_sched_arinc653', {
  schedule: field(
    XEN_GUEST_HANDLE_64(xen_sysctl_arinc653_schedule, 1, 'xen_sysctl_arinc653_schedule_t'),
    { direction: 'inout', doc: 'the schedule' },
  ),
});
export type XenSysctlSchedArinc653 = Infer<typeof xen_sysctl_sched_arinc653>;

export const XEN_SYSCTL_SCHEDOP_putinfo = 0;
export const XEN_SYSCTL_SCHEDOP_getinfo = 1;
/** Whether the parameters of a scheduler are set or read. */
export const xen_sysctl_schedop = enumeration('xen_sysctl_schedop', uint32_t, {
  XEN_SYSCTL_SCHEDOP_putinfo,
  XEN_SYSCTL_SCHEDOP_getinfo,
});

/** Reads or sets the parameters of a pool's scheduler. */
export const xen_sysctl_scheduler_op = struct('xen_sysctl_scheduler_op', {
  cpupool_id: field(uint32_t, { direction: 'in', doc: 'the pool' }),
  sched_id: field(xen_scheduler, {
    direction: 'in',
    doc: 'its scheduler',
  }),
  cmd: field(xen_sysctl_schedop, { direction: 'in', doc: 'set or read' }),
  u: field(
    union(
      null,
      {
        sched_arinc653: field(xen_sysctl_sched_arinc653, {
          direction: 'in',
          doc: 'XEN_SCHEDULER_ARINC653',
        }),
        sched_credit: field(xen_sysctl_credit_schedule, {
          direction: 'inout',
          doc: 'XEN_SCHEDULER_CREDIT',
        }),
        sched_credit2: field(xen_sysctl_credit2_schedule, {
          direction: 'inout',
          doc: 'XEN_SCHEDULER_CREDIT2',
        }),
      },
      {
        selector: {
          by: 'sched_id',
          live: {
            [XEN_SCHEDULER_CREDIT]: 'sched_credit',
            [XEN_SCHEDULER_CREDIT2]: 'sched_credit2',
            [XEN_SCHEDULER_ARINC653]: 'sched_arinc653',
          },
        },
      },
    ),
    { direction: 'inout', doc: 'the parameters; other schedulers have none' },
  ),
});
export type XenSysctlSchedulerOp = Infer<typeof xen_sysctl_scheduler_op>;

/** What coverage data of GCC begin with. */
export const XEN_GCOV_FORMAT_MAGIC = 0x58434f56;
export const XEN_SYSCTL_COVERAGE_get_size = 0;
export const XEN_SYSCTL_COVERAGE_read = 1;
export const XEN_SYSCTL_COVERAGE_reset = 2;
/** What to do with coverage data. */
export const xen_sysctl_coverage = enumeration('xen_sysctl_coverage', uint32_t, {
  XEN_SYSCTL_COVERAGE_get_size,
  XEN_SYSCTL_COVERAGE_read,
  XEN_SYSCTL_COVERAGE_reset,
});

/** An operation on the coverage data of an instrumented hypervisor. */
export const xen_sysctl_coverage_op = struct('xen_sysctl_coverage_op', {
  cmd: field(xen_sysctl_coverage, { direction: 'in', doc: 'the operation' }),
  size: field(uint32_t, {
    direction: 'inout',
    unit: 'bytes',
    doc: 'room for the data; after the call, how much there is',
  }),
  buffer: field(XEN_GUEST_HANDLE_64(plain_char, 'size'), { direction: 'out', doc: 'the data' }),
});
export type XenSysctlCoverageOp = Infer<typeof xen_sysctl_coverage_op>;

export const XEN_SYSCTL_PSR_CMT_get_total_rmid = 0;
export const XEN_SYSCTL_PSR_CMT_get_l3_upscaling_factor = 1;
export const XEN_SYSCTL_PSR_CMT_get_l3_cache_size = 2;
export const XEN_SYSCTL_PSR_CMT_enabled = 3;
export const XEN_SYSCTL_PSR_CMT_get_l3_event_mask = 4;
/** What to read of the monitoring of caches. */
export const xen_sysctl_psr_cmt = enumeration('xen_sysctl_psr_cmt', uint32_t, {
  XEN_SYSCTL_PSR_CMT_get_total_rmid,
  XEN_SYSCTL_PSR_CMT_get_l3_upscaling_factor,
  XEN_SYSCTL_PSR_CMT_get_l3_cache_size,
  XEN_SYSCTL_PSR_CMT_enabled,
  XEN_SYSCTL_PSR_CMT_get_l3_event_mask,
});

/** Reads how the use of caches is monitored. */
export const xen_sysctl_psr_cmt_op = struct('xen_sysctl_psr_cmt_op', {
  cmd: field(xen_sysctl_psr_cmt, { direction: 'in', doc: 'what to read' }),
  flags: field(uint32_t, { direction: 'in', doc: 'none is defined' }),
  u: field(
    union(null, {
      data: field(uint64_t, { direction: 'out', doc: 'the answer; of get_l3_cache_size in KiB' }),
      l3_cache: field(
        struct(null, {
          cpu: field(uint32_t, { direction: 'in', doc: 'the CPU' }),
          rsvd: field(uint32_t, { direction: 'in', doc: 'unused' }),
        }),
        { direction: 'in', doc: 'get_l3_cache_size' },
      ),
    }),
    {
      direction: 'inout',
      doc: 'the CPU that get_l3_cache_size asks about; after the call, the answer',
    },
  ),
});
export type XenSysctlPsrCmtOp = Infer<typeof xen_sysctl_psr_cmt_op>;

/** No such device is known. */
export const XEN_INVALID_DEV = XEN_INVALID_NODE_ID - 1;
/** The NUMA node of a device. */
export const xen_device_node = enumeration('xen_device_node', uint32_t, {
  XEN_INVALID_NODE_ID,
  XEN_INVALID_DEV,
});

/** Reads the NUMA nodes of PCI devices. */
export const xen_sysctl_pcitopoinfo = struct('xen_sysctl_pcitopoinfo', {
  num_devs: field(uint32_t, {
    direction: 'inout',
    unit: 'count',
    doc: 'devices asked about; after the call, devices done',
  }),
  devs: field(XEN_GUEST_HANDLE_64(physdev_pci_device, 'num_devs', 'physdev_pci_device_t'), {
    direction: 'in',
    doc: 'the devices',
  }),
  nodes: field(XEN_GUEST_HANDLE_64(xen_device_node, 'num_devs', 'uint32'), {
    direction: 'out',
    doc: 'the node of each',
  }),
});
export type XenSysctlPcitopoinfo = Infer<typeof xen_sysctl_pcitopoinfo>;

export const XEN_SYSCTL_PSR_get_l3_info = 0;
export const XEN_SYSCTL_PSR_get_l2_info = 1;
export const XEN_SYSCTL_PSR_get_mba_info = 2;
/** What to read of the division of caches and memory bandwidth. */
export const xen_sysctl_psr = enumeration('xen_sysctl_psr', uint32_t, {
  XEN_SYSCTL_PSR_get_l3_info,
  XEN_SYSCTL_PSR_get_l2_info,
  XEN_SYSCTL_PSR_get_mba_info,
});
/** Code and data are divided apart. */
export const XEN_SYSCTL_PSR_CAT_L3_CDP = 1 << 0;
/** How a cache is divided. */
export const xen_sysctl_psr_cat = flags('xen_sysctl_psr_cat', uint32_t, {
  XEN_SYSCTL_PSR_CAT_L3_CDP,
});
/** Every step throttles as much as the one before. */
export const XEN_SYSCTL_PSR_MBA_LINEAR = 1 << 0;
/** How memory bandwidth is divided. */
export const xen_sysctl_psr_mba = flags('xen_sysctl_psr_mba', uint32_t, {
  XEN_SYSCTL_PSR_MBA_LINEAR,
});

/** Reads how caches and memory bandwidth can be divided. */
export const xen_sysctl_psr_alloc = struct('xen_sysctl_psr_alloc', {
  cmd: field(xen_sysctl_psr, { direction: 'in', doc: 'what to read' }),
  target: field(uint32_t, { direction: 'in', doc: 'the socket' }),
  u: field(
    union(
      null,
      {
        cat_info: field(
          struct(null, {
            cbm_len: field(uint32_t, { direction: 'out', doc: 'bits of a mask of its ways' }),
            cos_max: field(uint32_t, { direction: 'out', doc: 'the highest class of service' }),
            flags: field(xen_sysctl_psr_cat, { direction: 'out', doc: 'how it is divided' }),
          }),
          { direction: 'out', doc: 'of a cache' },
        ),
        mba_info: field(
          struct(null, {
            thrtl_max: field(uint32_t, {
              direction: 'out',
              doc: 'how far it can be throttled, in percent',
            }),
            cos_max: field(uint32_t, { direction: 'out', doc: 'the highest class of service' }),
            flags: field(xen_sysctl_psr_mba, { direction: 'out', doc: 'how it is divided' }),
          }),
          { direction: 'out', doc: 'of memory bandwidth' },
        ),
      },
      {
        selector: {
          by: 'cmd',
          live: {
            [XEN_SYSCTL_PSR_get_l3_info]: 'cat_info',
            [XEN_SYSCTL_PSR_get_l2_info]: 'cat_info',
            [XEN_SYSCTL_PSR_get_mba_info]: 'mba_info',
          },
        },
      },
    ),
    { direction: 'out', doc: 'depends on what is read' },
  ),
});
export type XenSysctlPsrAlloc = Infer<typeof xen_sysctl_psr_alloc>;

/** What the hardware has. */
export const XEN_SYSCTL_cpu_featureset_raw = 0;
/** What the hypervisor uses. */
export const XEN_SYSCTL_cpu_featureset_host = 1;
/** What a PV guest has by default. */
export const XEN_SYSCTL_cpu_featureset_pv = 2;
/** What an HVM guest has by default. */
export const XEN_SYSCTL_cpu_featureset_hvm = 3;
/** All that a PV guest may have. */
export const XEN_SYSCTL_cpu_featureset_pv_max = 4;
/** All that an HVM guest may have. */
export const XEN_SYSCTL_cpu_featureset_hvm_max = 5;
/** A set of the CPU's features. */
export const xen_sysctl_cpu_featureset_index = enumeration(
  'xen_sysctl_cpu_featureset_index',
  uint32_t,
  {
    XEN_SYSCTL_cpu_featureset_raw,
    XEN_SYSCTL_cpu_featureset_host,
    XEN_SYSCTL_cpu_featureset_pv,
    XEN_SYSCTL_cpu_featureset_hvm,
    XEN_SYSCTL_cpu_featureset_pv_max,
    XEN_SYSCTL_cpu_featureset_hvm_max,
  },
);

/** Reads a set of the CPU's features. */
export const xen_sysctl_cpu_featureset = struct('xen_sysctl_cpu_featureset', {
  index: field(xen_sysctl_cpu_featureset_index, { direction: 'in', doc: 'which set' }),
  nr_features: field(uint32_t, {
    direction: 'inout',
    unit: 'count',
    doc: 'room for words of features; after the call, words written, or that there are',
  }),
  features: field(XEN_GUEST_HANDLE_64(uint32_t, 'nr_features', 'uint32'), {
    direction: 'out',
    optional: true,
    doc: 'the words; NULL asks for their number',
  }),
});
export type XenSysctlCpuFeatureset = Infer<typeof xen_sysctl_cpu_featureset>;

export const LIVEPATCH_PAYLOAD_VERSION = 2;
/** Bytes of a name, its NUL among them. */
export const XEN_LIVEPATCH_NAME_SIZE = 128;

/** The name of a patch. */
export const xen_livepatch_name = struct('xen_livepatch_name', {
  name: field(XEN_GUEST_HANDLE_64(plain_char, 'size'), { direction: 'in', doc: 'the name' }),
  size: field(uint16_t, { direction: 'in', unit: 'bytes', doc: 'its length, its NUL counted' }),
  pad: field(array(uint16_t, 3), { direction: 'in', doc: 'must be 0' }),
});
export type XenLivepatchName = Infer<typeof xen_livepatch_name>;

export const XEN_SYSCTL_LIVEPATCH_UPLOAD = 0;

/** Uploads a patch, which is not applied yet. */
export const xen_sysctl_livepatch_upload = struct('xen_sysctl_livepatch_upload', {
  name: field(xen_livepatch_name, { direction: 'in', doc: 'its name' }),
  size: field(uint64_t, { direction: 'in', unit: 'bytes', doc: 'length of the file' }),
  payload: field(XEN_GUEST_HANDLE_64(uint8_t, 'size', 'uint8'), {
    direction: 'in',
    doc: 'the ELF file',
  }),
});
export type XenSysctlLivepatchUpload = Infer<typeof xen_sysctl_livepatch_upload>;

export const XEN_SYSCTL_LIVEPATCH_GET = 1;
/** Loaded, and not applied. */
export const LIVEPATCH_STATE_CHECKED = 1;
export const LIVEPATCH_STATE_APPLIED = 2;
/** How far a patch is. */
export const livepatch_state = enumeration('livepatch_state', uint32_t, {
  LIVEPATCH_STATE_CHECKED,
  LIVEPATCH_STATE_APPLIED,
});

/** The state of a patch. */
export const xen_livepatch_status = struct('xen_livepatch_status', {
  state: field(livepatch_state, { direction: 'out', doc: 'how far it is' }),
  rc: field(int32_t, {
    direction: 'out',
    unit: 'errno',
    doc: 'result of the last operation on it; -EAGAIN while that goes on',
  }),
});
export type XenLivepatchStatus = Infer<typeof xen_livepatch_status>;

/** Reads the state of a patch. */
export const xen_sysctl_livepatch_get = struct('xen_sysctl_livepatch_get', {
  name: field(xen_livepatch_name, { direction: 'in', doc: 'its name' }),
  status: field(xen_livepatch_status, { direction: 'out', doc: 'its state' }),
});
export type XenSysctlLivepatchGet = Infer<typeof xen_sysctl_livepatch_get>;

export const XEN_SYSCTL_LIVEPATCH_LIST = 2;

/** Reads the states of all patches. */
export const xen_sysctl_livepatch_list = struct('xen_sysctl_livepatch_list', {
  version: field(uint32_t, {
    direction: 'out',
    doc: 'another number when the list has changed since',
  }),
  idx: field(uint32_t, { direction: 'in', doc: 'the patch to begin with' }),
  nr: field(uint32_t, {
    direction: 'inout',
    unit: 'count',
    doc: 'patches that the lists have room for; after the call, patches that are left',
  }),
  pad: field(uint32_t, { direction: 'in', doc: 'must be 0' }),
  name_total_size: field(uint32_t, {
    since: '4.14',
    direction: 'inout',
    unit: 'bytes',
    doc: 'of all names; from 4.19 on also the room for them',
  }),
  metadata_total_size: field(uint32_t, {
    since: '4.14',
    direction: 'inout',
    unit: 'bytes',
    doc: 'of all metadata; from 4.19 on also the room for them',
  }),
  status: field(XEN_GUEST_HANDLE_64(xen_livepatch_status, 'nr', 'xen_livepatch_status_t'), {
    direction: 'out',
    doc: 'their states',
  }),
  name: field(XEN_GUEST_HANDLE_64(plain_char), {
    direction: 'out',
    doc: 'their names, one behind another',
  }),
  len: field(XEN_GUEST_HANDLE_64(uint32_t, 'nr', 'uint32'), {
    direction: 'out',
    doc: 'bytes of each name',
  }),
  metadata: field(XEN_GUEST_HANDLE_64(plain_char), {
    since: '4.14',
    direction: 'out',
    doc: 'what their makers say of them, one behind another',
  }),
  metadata_len: field(XEN_GUEST_HANDLE_64(uint32_t, 'nr', 'uint32'), {
    since: '4.14',
    direction: 'out',
    doc: 'bytes of each of these',
  }),
});
export type XenSysctlLivepatchList = Infer<typeof xen_sysctl_livepatch_list>;

export const XEN_SYSCTL_LIVEPATCH_ACTION = 3;
export const LIVEPATCH_ACTION_UNLOAD = 1;
export const LIVEPATCH_ACTION_REVERT = 2;
export const LIVEPATCH_ACTION_APPLY = 3;
/** Reverts all others, then applies this one. */
export const LIVEPATCH_ACTION_REPLACE = 4;
/** What to do with a patch. */
export const livepatch_action = enumeration('livepatch_action', uint32_t, {
  LIVEPATCH_ACTION_UNLOAD,
  LIVEPATCH_ACTION_REVERT,
  LIVEPATCH_ACTION_APPLY,
  LIVEPATCH_ACTION_REPLACE,
});
/** The patch need not have been made on top of those applied. */
export const LIVEPATCH_ACTION_APPLY_NODEPS = 1 << 0;
/** How it is done. */
export const livepatch_action_flags = flags('livepatch_action_flags', uint32_t, {
  LIVEPATCH_ACTION_APPLY_NODEPS,
});

/** Applies, replaces, reverts or unloads a patch. */
export const xen_sysctl_livepatch_action = struct('xen_sysctl_livepatch_action', {
  name: field(xen_livepatch_name, { direction: 'in', doc: 'its name' }),
  cmd: field(livepatch_action, { direction: 'in', doc: 'what to do' }),
  timeout: field(uint32_t, {
    direction: 'in',
    doc: 'how long it may take, in nanoseconds; 0: as long as by default',
  }),
  flags: field(livepatch_action_flags, { since: '4.14', direction: 'in', doc: 'how' }),
  pad: field(uint32_t, { since: '4.14', direction: 'in', doc: 'must be 0' }),
});
export type XenSysctlLivepatchAction = Infer<typeof xen_sysctl_livepatch_action>;

/** An operation on live patches. */
export const xen_sysctl_livepatch = enumeration('xen_sysctl_livepatch', uint32_t, {
  XEN_SYSCTL_LIVEPATCH_UPLOAD,
  XEN_SYSCTL_LIVEPATCH_GET,
  XEN_SYSCTL_LIVEPATCH_LIST,
  XEN_SYSCTL_LIVEPATCH_ACTION,
});
/** Leave some checks out. */
export const LIVEPATCH_FLAG_FORCE = 1 << 0;
export const LIVEPATCH_FLAGS_MASK = LIVEPATCH_FLAG_FORCE;
/** How an operation is done, from 4.19 on. */
export const livepatch_flags = flags('livepatch_flags', uint32_t, { LIVEPATCH_FLAG_FORCE });

/** An operation on live patches. */
export const xen_sysctl_livepatch_op = struct('xen_sysctl_livepatch_op', {
  cmd: field(xen_sysctl_livepatch, { direction: 'in', doc: 'the operation' }),
  pad: field(uint32_t, { until: '4.18', direction: 'in', doc: 'must be 0' }),
  flags: field(livepatch_flags, { since: '4.19', direction: 'in', doc: 'how' }),
  u: field(
    union(
      null,
      {
        upload: field(xen_sysctl_livepatch_upload, { direction: 'in', doc: 'UPLOAD' }),
        list: field(xen_sysctl_livepatch_list, { direction: 'inout', doc: 'LIST' }),
        get: field(xen_sysctl_livepatch_get, { direction: 'inout', doc: 'GET' }),
        action: field(xen_sysctl_livepatch_action, { direction: 'in', doc: 'ACTION' }),
      },
      {
        selector: {
          by: 'cmd',
          live: {
            [XEN_SYSCTL_LIVEPATCH_UPLOAD]: 'upload',
            [XEN_SYSCTL_LIVEPATCH_GET]: 'get',
            [XEN_SYSCTL_LIVEPATCH_LIST]: 'list',
            [XEN_SYSCTL_LIVEPATCH_ACTION]: 'action',
          },
        },
      },
    ),
    { direction: 'inout', doc: 'depends on the operation' },
  ),
});
export type XenSysctlLivepatchOp = Infer<typeof xen_sysctl_livepatch_op>;

/** What the hardware has. */
export const XEN_SYSCTL_cpu_policy_raw = 0;
/** What the hypervisor uses. */
export const XEN_SYSCTL_cpu_policy_host = 1;
/** All that a PV guest may have. */
export const XEN_SYSCTL_cpu_policy_pv_max = 2;
/** All that an HVM guest may have. */
export const XEN_SYSCTL_cpu_policy_hvm_max = 3;
/** What a PV guest has by default. */
export const XEN_SYSCTL_cpu_policy_pv_default = 4;
/** What an HVM guest has by default. */
export const XEN_SYSCTL_cpu_policy_hvm_default = 5;
/** A policy of CPUID leaves and MSRs. */
export const xen_sysctl_cpu_policy_index = enumeration('xen_sysctl_cpu_policy_index', uint32_t, {
  XEN_SYSCTL_cpu_policy_raw,
  XEN_SYSCTL_cpu_policy_host,
  XEN_SYSCTL_cpu_policy_pv_max,
  XEN_SYSCTL_cpu_policy_hvm_max,
  XEN_SYSCTL_cpu_policy_pv_default,
  XEN_SYSCTL_cpu_policy_hvm_default,
});

/** Reads a policy of CPUID leaves and MSRs. */
export const xen_sysctl_cpu_policy = struct(
  'xen_sysctl_cpu_policy',
  {
    index: field(xen_sysctl_cpu_policy_index, { direction: 'in', doc: 'which policy' }),
    nr_leaves: field(uint32_t, {
      direction: 'inout',
      unit: 'count',
      doc: 'room for leaves; after the call, leaves written, or that there are',
    }),
    nr_msrs: field(uint32_t, {
      direction: 'inout',
      unit: 'count',
      doc: 'room for MSRs; after the call, MSRs written, or that there are',
    }),
    _rsvd: field(uint32_t, { direction: 'in', doc: 'must be 0' }),
    cpuid_policy: field(XEN_GUEST_HANDLE_64(xen_cpuid_leaf, 'nr_leaves', 'xen_cpuid_leaf_t'), {
      until: ['4.14.5', '4.15.4', '4.16.4', '4.17.1'],
      direction: 'out',
      optional: true,
      doc: 'the leaves; NULL asks for their number',
    }),
    msr_policy: field(XEN_GUEST_HANDLE_64(xen_msr_entry, 'nr_msrs', 'xen_msr_entry_t'), {
      until: ['4.14.5', '4.15.4', '4.16.4', '4.17.1'],
      direction: 'out',
      optional: true,
      doc: 'the MSRs; NULL asks for their number',
    }),
    leaves: field(XEN_GUEST_HANDLE_64(xen_cpuid_leaf, 'nr_leaves', 'xen_cpuid_leaf_t'), {
      since: ['4.14.6', '4.15.5', '4.16.5', '4.17.2'],
      direction: 'out',
      optional: true,
      doc: 'the leaves; NULL asks for their number',
    }),
    msrs: field(XEN_GUEST_HANDLE_64(xen_msr_entry, 'nr_msrs', 'xen_msr_entry_t'), {
      since: ['4.14.6', '4.15.5', '4.16.5', '4.17.2'],
      direction: 'out',
      optional: true,
      doc: 'the MSRs; NULL asks for their number',
    }),
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenSysctlCpuPolicy = Infer<typeof xen_sysctl_cpu_policy>;

export const XEN_SYSCTL_DT_OVERLAY_ADD = 1;
export const XEN_SYSCTL_DT_OVERLAY_REMOVE = 2;
/** What to do with an overlay. */
export const xen_sysctl_dt_overlay_op = enumeration('xen_sysctl_dt_overlay_op', uint8_t, {
  XEN_SYSCTL_DT_OVERLAY_ADD,
  XEN_SYSCTL_DT_OVERLAY_REMOVE,
});

/** Adds an overlay to the host's device tree, or removes it. */
export const xen_sysctl_dt_overlay = struct(
  'xen_sysctl_dt_overlay',
  {
    overlay_fdt: field(XEN_GUEST_HANDLE(uint8_t, 'overlay_fdt_size', 'const_void'), {
      direction: 'in',
      doc: 'the overlay',
    }),
    overlay_fdt_size: field(uint32_t, { direction: 'in', unit: 'bytes', doc: 'its length' }),
    overlay_op: field(xen_sysctl_dt_overlay_op, { direction: 'in', doc: 'add or remove' }),
    pad: field(array(uint8_t, 3), { direction: 'in', doc: 'must be 0' }),
  },
  { abis: ['arm32', 'arm64'], since: '4.18' },
);
export type XenSysctlDtOverlay = Infer<typeof xen_sysctl_dt_overlay>;

/** CPUID can be made to fault. */
export const XEN_SYSCTL_CPU_LEVELCAP_faulting = 1 << 0;
/** ecx of leaf 1 can be masked. */
export const XEN_SYSCTL_CPU_LEVELCAP_ecx = 1 << 1;
/** edx of leaf 1 can be masked. */
export const XEN_SYSCTL_CPU_LEVELCAP_edx = 1 << 2;
/** ecx of leaf 0x80000001 can be masked. */
export const XEN_SYSCTL_CPU_LEVELCAP_extd_ecx = 1 << 3;
/** edx of leaf 0x80000001 can be masked. */
export const XEN_SYSCTL_CPU_LEVELCAP_extd_edx = 1 << 4;
/** eax of leaf 0xd, subleaf 1, can be masked. */
export const XEN_SYSCTL_CPU_LEVELCAP_xsave_eax = 1 << 5;
/** ecx of leaf 6 can be masked. */
export const XEN_SYSCTL_CPU_LEVELCAP_thermal_ecx = 1 << 6;
/** eax of leaf 7, subleaf 0, can be masked. */
export const XEN_SYSCTL_CPU_LEVELCAP_l7s0_eax = 1 << 7;
/** ebx of leaf 7, subleaf 0, can be masked. */
export const XEN_SYSCTL_CPU_LEVELCAP_l7s0_ebx = 1 << 8;
/** What the hardware hides of CPUID from PV guests. */
export const xen_sysctl_cpu_levelcap = flags('xen_sysctl_cpu_levelcap', uint32_t, {
  XEN_SYSCTL_CPU_LEVELCAP_faulting,
  XEN_SYSCTL_CPU_LEVELCAP_ecx,
  XEN_SYSCTL_CPU_LEVELCAP_edx,
  XEN_SYSCTL_CPU_LEVELCAP_extd_ecx,
  XEN_SYSCTL_CPU_LEVELCAP_extd_edx,
  XEN_SYSCTL_CPU_LEVELCAP_xsave_eax,
  XEN_SYSCTL_CPU_LEVELCAP_thermal_ecx,
  XEN_SYSCTL_CPU_LEVELCAP_l7s0_eax,
  XEN_SYSCTL_CPU_LEVELCAP_l7s0_ebx,
});

/** Reads what can be hidden of CPUID from PV guests. */
export const xen_sysctl_cpu_levelling_caps = struct(
  'xen_sysctl_cpu_levelling_caps',
  {
    caps: field(xen_sysctl_cpu_levelcap, { direction: 'out', doc: 'what can be hidden' }),
  },
  { until: '4.21' },
);
export type XenSysctlCpuLevellingCaps = Infer<typeof xen_sysctl_cpu_levelling_caps>;

/** Sets parameters of the hypervisor's command line while it runs. */
export const xen_sysctl_set_parameter = struct(
  'xen_sysctl_set_parameter',
  {
    params: field(XEN_GUEST_HANDLE_64(plain_char, 'size'), {
      direction: 'in',
      doc: 'the parameters, with blanks between them',
    }),
    size: field(uint16_t, { direction: 'in', unit: 'bytes', doc: 'their length, the NUL counted' }),
    pad: field(array(uint16_t, 3), { direction: 'in', doc: 'must be 0' }),
  },
  { until: '4.13' },
);
export type XenSysctlSetParameter = Infer<typeof xen_sysctl_set_parameter>;

export const XEN_SYSCTL_readconsole = 1;
export const XEN_SYSCTL_tbuf_op = 2;
export const XEN_SYSCTL_physinfo = 3;
export const XEN_SYSCTL_sched_id = 4;
export const XEN_SYSCTL_perfc_op = 5;
export const XEN_SYSCTL_getdomaininfolist = 6;
export const XEN_SYSCTL_debug_keys = 7;
export const XEN_SYSCTL_getcpuinfo = 8;
export const XEN_SYSCTL_availheap = 9;
export const XEN_SYSCTL_get_pmstat = 10;
export const XEN_SYSCTL_cpu_hotplug = 11;
export const XEN_SYSCTL_pm_op = 12;
export const XEN_SYSCTL_page_offline_op = 14;
export const XEN_SYSCTL_lockprof_op = 15;
export const XEN_SYSCTL_cputopoinfo = 16;
export const XEN_SYSCTL_numainfo = 17;
export const XEN_SYSCTL_cpupool_op = 18;
export const XEN_SYSCTL_scheduler_op = 19;
export const XEN_SYSCTL_coverage_op = 20;
export const XEN_SYSCTL_psr_cmt_op = 21;
export const XEN_SYSCTL_pcitopoinfo = 22;
export const XEN_SYSCTL_psr_alloc = 23;
/** Up to 4.21. */
export const XEN_SYSCTL_get_cpu_levelling_caps = 25;
export const XEN_SYSCTL_get_cpu_featureset = 26;
export const XEN_SYSCTL_livepatch_op = 27;
/** 4.13 alone. */
export const XEN_SYSCTL_set_parameter = 28;
export const XEN_SYSCTL_get_cpu_policy = 29;
/** From 4.18 on. */
export const XEN_SYSCTL_dt_overlay = 30;
/** What is asked of the host. */
export const xen_sysctl_cmd = enumeration('xen_sysctl_cmd', uint32_t, {
  XEN_SYSCTL_readconsole,
  XEN_SYSCTL_tbuf_op,
  XEN_SYSCTL_physinfo,
  XEN_SYSCTL_sched_id,
  XEN_SYSCTL_perfc_op,
  XEN_SYSCTL_getdomaininfolist,
  XEN_SYSCTL_debug_keys,
  XEN_SYSCTL_getcpuinfo,
  XEN_SYSCTL_availheap,
  XEN_SYSCTL_get_pmstat,
  XEN_SYSCTL_cpu_hotplug,
  XEN_SYSCTL_pm_op,
  XEN_SYSCTL_page_offline_op,
  XEN_SYSCTL_lockprof_op,
  XEN_SYSCTL_cputopoinfo,
  XEN_SYSCTL_numainfo,
  XEN_SYSCTL_cpupool_op,
  XEN_SYSCTL_scheduler_op,
  XEN_SYSCTL_coverage_op,
  XEN_SYSCTL_psr_cmt_op,
  XEN_SYSCTL_pcitopoinfo,
  XEN_SYSCTL_psr_alloc,
  XEN_SYSCTL_get_cpu_levelling_caps,
  XEN_SYSCTL_get_cpu_featureset,
  XEN_SYSCTL_livepatch_op,
  XEN_SYSCTL_set_parameter,
  XEN_SYSCTL_get_cpu_policy,
  XEN_SYSCTL_dt_overlay,
});

/** An operation on the host. */
export const xen_sysctl = struct('xen_sysctl', {
  cmd: field(xen_sysctl_cmd, { direction: 'in', doc: 'the operation' }),
  interface_version: field(uint32_t, {
    direction: 'in',
    doc: 'must be that of the hypervisor: 0x15 for 4.17',
  }),
  u: field(
    union(
      null,
      {
        readconsole: field(xen_sysctl_readconsole, {
          direction: 'inout',
          doc: 'XEN_SYSCTL_readconsole',
        }),
        tbuf_op: field(xen_sysctl_tbuf_op, { direction: 'inout', doc: 'XEN_SYSCTL_tbuf_op' }),
        physinfo: field(xen_sysctl_physinfo, { direction: 'out', doc: 'XEN_SYSCTL_physinfo' }),
        cputopoinfo: field(xen_sysctl_cputopoinfo, {
          direction: 'inout',
          doc: 'XEN_SYSCTL_cputopoinfo',
        }),
        pcitopoinfo: field(xen_sysctl_pcitopoinfo, {
          direction: 'inout',
          doc: 'XEN_SYSCTL_pcitopoinfo',
        }),
        numainfo: field(xen_sysctl_numainfo, { direction: 'inout', doc: 'XEN_SYSCTL_numainfo' }),
        sched_id: field(xen_sysctl_sched_id, { direction: 'out', doc: 'XEN_SYSCTL_sched_id' }),
        perfc_op: field(xen_sysctl_perfc_op, { direction: 'inout', doc: 'XEN_SYSCTL_perfc_op' }),
        getdomaininfolist: field(xen_sysctl_getdomaininfolist, {
          direction: 'inout',
          doc: 'XEN_SYSCTL_getdomaininfolist',
        }),
        debug_keys: field(xen_sysctl_debug_keys, { direction: 'in', doc: 'XEN_SYSCTL_debug_keys' }),
        getcpuinfo: field(xen_sysctl_getcpuinfo, {
          direction: 'inout',
          doc: 'XEN_SYSCTL_getcpuinfo',
        }),
        availheap: field(xen_sysctl_availheap, { direction: 'inout', doc: 'XEN_SYSCTL_availheap' }),
        get_pmstat: field(xen_sysctl_get_pmstat, {
          direction: 'inout',
          doc: 'XEN_SYSCTL_get_pmstat',
        }),
        cpu_hotplug: field(xen_sysctl_cpu_hotplug, {
          direction: 'in',
          doc: 'XEN_SYSCTL_cpu_hotplug',
        }),
        pm_op: field(xen_sysctl_pm_op, { direction: 'inout', doc: 'XEN_SYSCTL_pm_op' }),
        page_offline: field(xen_sysctl_page_offline_op, {
          direction: 'in',
          doc: 'XEN_SYSCTL_page_offline_op',
        }),
        lockprof_op: field(xen_sysctl_lockprof_op, {
          direction: 'inout',
          doc: 'XEN_SYSCTL_lockprof_op',
        }),
        cpupool_op: field(xen_sysctl_cpupool_op, {
          direction: 'inout',
          doc: 'XEN_SYSCTL_cpupool_op',
        }),
        scheduler_op: field(xen_sysctl_scheduler_op, {
          direction: 'inout',
          doc: 'XEN_SYSCTL_scheduler_op',
        }),
        coverage_op: field(xen_sysctl_coverage_op, {
          direction: 'inout',
          doc: 'XEN_SYSCTL_coverage_op',
        }),
        psr_cmt_op: field(xen_sysctl_psr_cmt_op, {
          direction: 'inout',
          doc: 'XEN_SYSCTL_psr_cmt_op',
        }),
        psr_alloc: field(xen_sysctl_psr_alloc, { direction: 'inout', doc: 'XEN_SYSCTL_psr_alloc' }),
        cpu_levelling_caps: field(xen_sysctl_cpu_levelling_caps, {
          until: '4.21',
          direction: 'out',
          doc: 'XEN_SYSCTL_get_cpu_levelling_caps',
        }),
        cpu_featureset: field(xen_sysctl_cpu_featureset, {
          direction: 'inout',
          doc: 'XEN_SYSCTL_get_cpu_featureset',
        }),
        livepatch: field(xen_sysctl_livepatch_op, {
          direction: 'inout',
          doc: 'XEN_SYSCTL_livepatch_op',
        }),
        set_parameter: field(xen_sysctl_set_parameter, {
          until: '4.13',
          direction: 'in',
          doc: 'XEN_SYSCTL_set_parameter',
        }),
        cpu_policy: field(xen_sysctl_cpu_policy, {
          abis: ['x86_32', 'x86_64'],
          direction: 'inout',
          doc: 'XEN_SYSCTL_get_cpu_policy',
        }),
        dt_overlay: field(xen_sysctl_dt_overlay, {
          abis: ['arm32', 'arm64'],
          since: '4.18',
          direction: 'in',
          doc: 'XEN_SYSCTL_dt_overlay',
        }),
        pad: field(array(uint8_t, 128), { direction: 'in', doc: 'room for what is still to come' }),
      },
      {
        selector: {
          by: 'cmd',
          live: {
            [XEN_SYSCTL_readconsole]: 'readconsole',
            [XEN_SYSCTL_tbuf_op]: 'tbuf_op',
            [XEN_SYSCTL_physinfo]: 'physinfo',
            [XEN_SYSCTL_sched_id]: 'sched_id',
            [XEN_SYSCTL_perfc_op]: 'perfc_op',
            [XEN_SYSCTL_getdomaininfolist]: 'getdomaininfolist',
            [XEN_SYSCTL_debug_keys]: 'debug_keys',
            [XEN_SYSCTL_getcpuinfo]: 'getcpuinfo',
            [XEN_SYSCTL_availheap]: 'availheap',
            [XEN_SYSCTL_get_pmstat]: 'get_pmstat',
            [XEN_SYSCTL_cpu_hotplug]: 'cpu_hotplug',
            [XEN_SYSCTL_pm_op]: 'pm_op',
            [XEN_SYSCTL_page_offline_op]: 'page_offline',
            [XEN_SYSCTL_lockprof_op]: 'lockprof_op',
            [XEN_SYSCTL_cputopoinfo]: 'cputopoinfo',
            [XEN_SYSCTL_numainfo]: 'numainfo',
            [XEN_SYSCTL_cpupool_op]: 'cpupool_op',
            [XEN_SYSCTL_scheduler_op]: 'scheduler_op',
            [XEN_SYSCTL_coverage_op]: 'coverage_op',
            [XEN_SYSCTL_psr_cmt_op]: 'psr_cmt_op',
            [XEN_SYSCTL_pcitopoinfo]: 'pcitopoinfo',
            [XEN_SYSCTL_psr_alloc]: 'psr_alloc',
            [XEN_SYSCTL_get_cpu_levelling_caps]: 'cpu_levelling_caps',
            [XEN_SYSCTL_get_cpu_featureset]: 'cpu_featureset',
            [XEN_SYSCTL_livepatch_op]: 'livepatch',
            [XEN_SYSCTL_set_parameter]: 'set_parameter',
            [XEN_SYSCTL_get_cpu_policy]: 'cpu_policy',
            [XEN_SYSCTL_dt_overlay]: 'dt_overlay',
          },
        },
      },
    ),
    { direction: 'inout', doc: 'depends on the operation' },
  ),
});
export type XenSysctl = Infer<typeof xen_sysctl>;
