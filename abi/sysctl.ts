/** sysctl.h. */
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
} from '../src/schema/index.js';
import { xen_cpuid_leaf, xen_msr_entry } from './arch.js';
import { xen_domctl_getdomaininfo } from './domctl.js';
import { physdev_pci_device } from './pci-device.js';
import {
  XEN_GUEST_HANDLE,
  XEN_GUEST_HANDLE_64,
  domid_t,
  plain_char,
  uint64_aligned_t,
} from './xen.js';
import { xen_domain_handle_t, xenctl_bitmap } from './xen-guest.js';

export const xen_sysctl_readconsole = struct('xen_sysctl_readconsole', {
  clear: uint8_t,
  incremental: uint8_t,
  pad0: uint8_t,
  pad1: uint8_t,
  index: uint32_t,
  buffer: XEN_GUEST_HANDLE_64(plain_char),
  count: uint32_t,
});
export type XenSysctlReadconsole = Infer<typeof xen_sysctl_readconsole>;

export const xen_sysctl_tbuf_op = struct('xen_sysctl_tbuf_op', {
  cmd: uint32_t,
  cpu_mask: xenctl_bitmap,
  evt_mask: uint32_t,
  buffer_mfn: uint64_aligned_t,
  size: uint32_t,
});
export type XenSysctlTbufOp = Infer<typeof xen_sysctl_tbuf_op>;

export const xen_sysctl_physinfo = struct('xen_sysctl_physinfo', {
  threads_per_core: uint32_t,
  cores_per_socket: uint32_t,
  nr_cpus: uint32_t,
  max_cpu_id: uint32_t,
  nr_nodes: uint32_t,
  max_node_id: uint32_t,
  cpu_khz: uint32_t,
  capabilities: uint32_t,
  arch_capabilities: field(uint32_t, { since: '4.17' }),
  pad: field(uint32_t, { since: '4.17' }),
  total_pages: uint64_aligned_t,
  free_pages: uint64_aligned_t,
  scrub_pages: uint64_aligned_t,
  outstanding_pages: uint64_aligned_t,
  max_mfn: uint64_aligned_t,
  hw_cap: array(uint32_t, 8),
});
export type XenSysctlPhysinfo = Infer<typeof xen_sysctl_physinfo>;

export const xen_sysctl_sched_id = struct('xen_sysctl_sched_id', {
  sched_id: uint32_t,
});
export type XenSysctlSchedId = Infer<typeof xen_sysctl_sched_id>;

export const xen_sysctl_perfc_desc = struct('xen_sysctl_perfc_desc', {
  name: chars(80),
  nr_vals: uint32_t,
});
export type XenSysctlPerfcDesc = Infer<typeof xen_sysctl_perfc_desc>;

export const xen_sysctl_perfc_op = struct('xen_sysctl_perfc_op', {
  cmd: uint32_t,
  nr_counters: uint32_t,
  nr_vals: uint32_t,
  desc: XEN_GUEST_HANDLE_64(xen_sysctl_perfc_desc, undefined, 'xen_sysctl_perfc_desc_t'),
  val: XEN_GUEST_HANDLE_64(typedef('xen_sysctl_perfc_val_t', uint32_t)),
});
export type XenSysctlPerfcOp = Infer<typeof xen_sysctl_perfc_op>;

export const xen_sysctl_getdomaininfolist = struct('xen_sysctl_getdomaininfolist', {
  first_domain: domid_t,
  max_domains: uint32_t,
  buffer: XEN_GUEST_HANDLE_64(xen_domctl_getdomaininfo, undefined, 'xen_domctl_getdomaininfo_t'),
  num_domains: uint32_t,
});
export type XenSysctlGetdomaininfolist = Infer<typeof xen_sysctl_getdomaininfolist>;

export const xen_sysctl_debug_keys = struct('xen_sysctl_debug_keys', {
  keys: oneOf(
    field(XEN_GUEST_HANDLE_64(plain_char), { until: '4.13' }),
    field(XEN_GUEST_HANDLE_64(plain_char, undefined, 'const_char'), { since: '4.14' }),
  ),
  nr_keys: uint32_t,
});
export type XenSysctlDebugKeys = Infer<typeof xen_sysctl_debug_keys>;

export const xen_sysctl_cpuinfo = struct('xen_sysctl_cpuinfo', {
  idletime: uint64_aligned_t,
});
export type XenSysctlCpuinfo = Infer<typeof xen_sysctl_cpuinfo>;

export const xen_sysctl_getcpuinfo = struct('xen_sysctl_getcpuinfo', {
  max_cpus: uint32_t,
  info: XEN_GUEST_HANDLE_64(xen_sysctl_cpuinfo, undefined, 'xen_sysctl_cpuinfo_t'),
  nr_cpus: uint32_t,
});
export type XenSysctlGetcpuinfo = Infer<typeof xen_sysctl_getcpuinfo>;

export const xen_sysctl_availheap = struct('xen_sysctl_availheap', {
  min_bitwidth: uint32_t,
  max_bitwidth: uint32_t,
  node: int32_t,
  avail_bytes: uint64_aligned_t,
});
export type XenSysctlAvailheap = Infer<typeof xen_sysctl_availheap>;

export const pm_px_val = struct('pm_px_val', {
  freq: uint64_aligned_t,
  residency: uint64_aligned_t,
  count: uint64_aligned_t,
});
export type PmPxVal = Infer<typeof pm_px_val>;

export const pm_px_stat = struct('pm_px_stat', {
  total: uint8_t,
  usable: uint8_t,
  last: uint8_t,
  cur: uint8_t,
  trans_pt: XEN_GUEST_HANDLE_64(uint64_t, undefined, 'uint64'),
  pt: XEN_GUEST_HANDLE_64(pm_px_val, undefined, 'pm_px_val_t'),
});
export type PmPxStat = Infer<typeof pm_px_stat>;

export const pm_cx_stat = struct('pm_cx_stat', {
  nr: uint32_t,
  last: uint32_t,
  idle_time: uint64_aligned_t,
  triggers: XEN_GUEST_HANDLE_64(uint64_t, undefined, 'uint64'),
  residencies: XEN_GUEST_HANDLE_64(uint64_t, undefined, 'uint64'),
  nr_pc: uint32_t,
  nr_cc: uint32_t,
  pc: XEN_GUEST_HANDLE_64(uint64_t, undefined, 'uint64'),
  cc: XEN_GUEST_HANDLE_64(uint64_t, undefined, 'uint64'),
});
export type PmCxStat = Infer<typeof pm_cx_stat>;

export const xen_sysctl_get_pmstat = struct('xen_sysctl_get_pmstat', {
  type: uint32_t,
  cpuid: uint32_t,
  u: union(null, {
    getpx: pm_px_stat,
    getcx: pm_cx_stat,
  }),
});
export type XenSysctlGetPmstat = Infer<typeof xen_sysctl_get_pmstat>;

export const xen_sysctl_cpu_hotplug = struct('xen_sysctl_cpu_hotplug', {
  cpu: uint32_t,
  op: uint32_t,
});
export type XenSysctlCpuHotplug = Infer<typeof xen_sysctl_cpu_hotplug>;

export const xen_userspace = struct('xen_userspace', {
  scaling_setspeed: uint32_t,
});
export type XenUserspace = Infer<typeof xen_userspace>;

export const xen_ondemand = struct('xen_ondemand', {
  sampling_rate_max: uint32_t,
  sampling_rate_min: uint32_t,
  sampling_rate: uint32_t,
  up_threshold: uint32_t,
});
export type XenOndemand = Infer<typeof xen_ondemand>;

export const xen_get_cppc_para = struct(
  'xen_get_cppc_para',
  {
    features: uint32_t,
    lowest: uint32_t,
    lowest_nonlinear: uint32_t,
    nominal: uint32_t,
    highest: uint32_t,
    minimum: uint32_t,
    maximum: uint32_t,
    desired: uint32_t,
    energy_perf: uint32_t,
    activity_window: uint32_t,
  },
  { since: '4.21' },
);
export type XenGetCppcPara = Infer<typeof xen_get_cppc_para>;

export const xen_set_cppc_para = struct(
  'xen_set_cppc_para',
  {
    set_params: uint32_t,
    minimum: uint32_t,
    maximum: uint32_t,
    desired: uint32_t,
    energy_perf: uint32_t,
    activity_window: uint32_t,
  },
  { since: '4.18' },
);
export type XenSetCppcPara = Infer<typeof xen_set_cppc_para>;

export const xen_cppc_para = struct(
  'xen_cppc_para',
  {
    features: uint32_t,
    lowest: uint32_t,
    lowest_nonlinear: uint32_t,
    nominal: uint32_t,
    highest: uint32_t,
    minimum: uint32_t,
    maximum: uint32_t,
    desired: uint32_t,
    energy_perf: uint32_t,
    activity_window: uint32_t,
  },
  { since: '4.18', until: '4.20' },
);
export type XenCppcPara = Infer<typeof xen_cppc_para>;

export const xen_get_cpufreq_para = struct('xen_get_cpufreq_para', {
  cpu_num: uint32_t,
  freq_num: uint32_t,
  gov_num: uint32_t,
  affected_cpus: XEN_GUEST_HANDLE_64(uint32_t, undefined, 'uint32'),
  scaling_available_frequencies: XEN_GUEST_HANDLE_64(uint32_t, undefined, 'uint32'),
  scaling_available_governors: XEN_GUEST_HANDLE_64(plain_char),
  scaling_driver: chars(16),
  cpuinfo_cur_freq: uint32_t,
  cpuinfo_max_freq: uint32_t,
  cpuinfo_min_freq: uint32_t,
  scaling_cur_freq: field(uint32_t, { until: '4.17' }),
  scaling_governor: field(chars(16), { until: '4.17' }),
  scaling_max_freq: field(uint32_t, { until: '4.17' }),
  scaling_min_freq: field(uint32_t, { until: '4.17' }),
  u: field(
    oneOf(
      union(
        null,
        {
          userspace: xen_userspace,
          ondemand: xen_ondemand,
        },
        { until: '4.17' },
      ),
      union(
        null,
        {
          s: struct(null, {
            scaling_cur_freq: uint32_t,
            scaling_governor: chars(16),
            scaling_max_freq: uint32_t,
            scaling_min_freq: uint32_t,
            u: union(null, {
              userspace: xen_userspace,
              ondemand: xen_ondemand,
            }),
          }),
          cppc_para: xen_cppc_para,
        },
        { since: '4.18' },
      ),
    ),
    { until: '4.20' },
  ),
  s: field(
    struct(null, {
      scaling_cur_freq: uint32_t,
      scaling_governor: chars(16),
      scaling_max_freq: uint32_t,
      scaling_min_freq: uint32_t,
      u: union(null, {
        userspace: xen_userspace,
        ondemand: xen_ondemand,
      }),
    }),
    { since: '4.21' },
  ),
  turbo_enabled: int32_t,
});
export type XenGetCpufreqPara = Infer<typeof xen_get_cpufreq_para>;

export const xen_set_cpufreq_gov = struct('xen_set_cpufreq_gov', {
  scaling_governor: chars(16),
});
export type XenSetCpufreqGov = Infer<typeof xen_set_cpufreq_gov>;

export const xen_set_cpufreq_para = struct('xen_set_cpufreq_para', {
  ctrl_type: uint32_t,
  ctrl_value: uint32_t,
});
export type XenSetCpufreqPara = Infer<typeof xen_set_cpufreq_para>;

export const xen_sysctl_pm_op = struct('xen_sysctl_pm_op', {
  cmd: uint32_t,
  cpuid: uint32_t,
  u: union(null, {
    get_para: xen_get_cpufreq_para,
    get_cppc: field(xen_get_cppc_para, { since: '4.21' }),
    set_gov: xen_set_cpufreq_gov,
    set_para: xen_set_cpufreq_para,
    set_cppc: field(xen_set_cppc_para, { since: '4.18' }),
    get_avgfreq: uint64_aligned_t,
    set_sched_opt_smt: uint32_t,
    get_max_cstate: uint32_t,
    set_max_cstate: uint32_t,
  }),
});
export type XenSysctlPmOp = Infer<typeof xen_sysctl_pm_op>;

export const xen_sysctl_page_offline_op = struct('xen_sysctl_page_offline_op', {
  cmd: uint32_t,
  start: uint32_t,
  end: uint32_t,
  status: XEN_GUEST_HANDLE(uint32_t, undefined, 'uint32'),
});
export type XenSysctlPageOfflineOp = Infer<typeof xen_sysctl_page_offline_op>;

export const xen_sysctl_lockprof_data = struct('xen_sysctl_lockprof_data', {
  name: chars(40),
  type: int32_t,
  idx: int32_t,
  lock_cnt: uint64_aligned_t,
  block_cnt: uint64_aligned_t,
  lock_time: uint64_aligned_t,
  block_time: uint64_aligned_t,
});
export type XenSysctlLockprofData = Infer<typeof xen_sysctl_lockprof_data>;

export const xen_sysctl_lockprof_op = struct('xen_sysctl_lockprof_op', {
  cmd: uint32_t,
  max_elem: uint32_t,
  nr_elem: uint32_t,
  time: uint64_aligned_t,
  data: XEN_GUEST_HANDLE_64(xen_sysctl_lockprof_data, undefined, 'xen_sysctl_lockprof_data_t'),
});
export type XenSysctlLockprofOp = Infer<typeof xen_sysctl_lockprof_op>;

export const xen_sysctl_cputopo = struct('xen_sysctl_cputopo', {
  core: uint32_t,
  socket: uint32_t,
  node: uint32_t,
});
export type XenSysctlCputopo = Infer<typeof xen_sysctl_cputopo>;

export const xen_sysctl_cputopoinfo = struct('xen_sysctl_cputopoinfo', {
  num_cpus: uint32_t,
  cputopo: XEN_GUEST_HANDLE_64(xen_sysctl_cputopo, undefined, 'xen_sysctl_cputopo_t'),
});
export type XenSysctlCputopoinfo = Infer<typeof xen_sysctl_cputopoinfo>;

export const xen_sysctl_meminfo = struct('xen_sysctl_meminfo', {
  memsize: uint64_t,
  memfree: uint64_t,
});
export type XenSysctlMeminfo = Infer<typeof xen_sysctl_meminfo>;

export const xen_sysctl_numainfo = struct('xen_sysctl_numainfo', {
  num_nodes: uint32_t,
  meminfo: XEN_GUEST_HANDLE_64(xen_sysctl_meminfo, undefined, 'xen_sysctl_meminfo_t'),
  distance: XEN_GUEST_HANDLE_64(uint32_t, undefined, 'uint32'),
});
export type XenSysctlNumainfo = Infer<typeof xen_sysctl_numainfo>;

export const xen_sysctl_cpupool_op = struct('xen_sysctl_cpupool_op', {
  op: uint32_t,
  cpupool_id: uint32_t,
  sched_id: uint32_t,
  domid: uint32_t,
  cpu: uint32_t,
  n_dom: uint32_t,
  cpumap: xenctl_bitmap,
});
export type XenSysctlCpupoolOp = Infer<typeof xen_sysctl_cpupool_op>;

export const xen_sysctl_arinc653_schedule = struct('xen_sysctl_arinc653_schedule', {
  major_frame: uint64_aligned_t,
  num_sched_entries: uint8_t,
  sched_entries: array(
    struct(null, {
      dom_handle: xen_domain_handle_t,
      vcpu_id: uint32_t,
      runtime: uint64_aligned_t,
    }),
    64,
  ),
});
export type XenSysctlArinc653Schedule = Infer<typeof xen_sysctl_arinc653_schedule>;

export const xen_sysctl_credit_schedule = struct('xen_sysctl_credit_schedule', {
  tslice_ms: uint32_t,
  ratelimit_us: uint32_t,
  vcpu_migr_delay_us: uint32_t,
});
export type XenSysctlCreditSchedule = Infer<typeof xen_sysctl_credit_schedule>;

export const xen_sysctl_credit2_schedule = struct('xen_sysctl_credit2_schedule', {
  ratelimit_us: uint32_t,
});
export type XenSysctlCredit2Schedule = Infer<typeof xen_sysctl_credit2_schedule>;

export const xen_sysctl_sched_arinc653 = struct('xen_sysctl_sched_arinc653', {
  schedule: XEN_GUEST_HANDLE_64(
    xen_sysctl_arinc653_schedule,
    undefined,
    'xen_sysctl_arinc653_schedule_t',
  ),
});
export type XenSysctlSchedArinc653 = Infer<typeof xen_sysctl_sched_arinc653>;

export const xen_sysctl_scheduler_op = struct('xen_sysctl_scheduler_op', {
  cpupool_id: uint32_t,
  sched_id: uint32_t,
  cmd: uint32_t,
  u: union(null, {
    sched_arinc653: xen_sysctl_sched_arinc653,
    sched_credit: xen_sysctl_credit_schedule,
    sched_credit2: xen_sysctl_credit2_schedule,
  }),
});
export type XenSysctlSchedulerOp = Infer<typeof xen_sysctl_scheduler_op>;

export const xen_sysctl_coverage_op = struct('xen_sysctl_coverage_op', {
  cmd: uint32_t,
  size: uint32_t,
  buffer: XEN_GUEST_HANDLE_64(plain_char),
});
export type XenSysctlCoverageOp = Infer<typeof xen_sysctl_coverage_op>;

export const xen_sysctl_psr_cmt_op = struct('xen_sysctl_psr_cmt_op', {
  cmd: uint32_t,
  flags: uint32_t,
  u: union(null, {
    data: uint64_t,
    l3_cache: struct(null, {
      cpu: uint32_t,
      rsvd: uint32_t,
    }),
  }),
});
export type XenSysctlPsrCmtOp = Infer<typeof xen_sysctl_psr_cmt_op>;

export const xen_sysctl_pcitopoinfo = struct('xen_sysctl_pcitopoinfo', {
  num_devs: uint32_t,
  devs: XEN_GUEST_HANDLE_64(physdev_pci_device, undefined, 'physdev_pci_device_t'),
  nodes: XEN_GUEST_HANDLE_64(uint32_t, undefined, 'uint32'),
});
export type XenSysctlPcitopoinfo = Infer<typeof xen_sysctl_pcitopoinfo>;

export const xen_sysctl_psr_alloc = struct('xen_sysctl_psr_alloc', {
  cmd: uint32_t,
  target: uint32_t,
  u: union(null, {
    cat_info: struct(null, {
      cbm_len: uint32_t,
      cos_max: uint32_t,
      flags: uint32_t,
    }),
    mba_info: struct(null, {
      thrtl_max: uint32_t,
      cos_max: uint32_t,
      flags: uint32_t,
    }),
  }),
});
export type XenSysctlPsrAlloc = Infer<typeof xen_sysctl_psr_alloc>;

export const xen_sysctl_cpu_featureset = struct('xen_sysctl_cpu_featureset', {
  index: uint32_t,
  nr_features: uint32_t,
  features: XEN_GUEST_HANDLE_64(uint32_t, undefined, 'uint32'),
});
export type XenSysctlCpuFeatureset = Infer<typeof xen_sysctl_cpu_featureset>;

export const xen_livepatch_name = struct('xen_livepatch_name', {
  name: XEN_GUEST_HANDLE_64(plain_char),
  size: uint16_t,
  pad: array(uint16_t, 3),
});
export type XenLivepatchName = Infer<typeof xen_livepatch_name>;

export const xen_sysctl_livepatch_upload = struct('xen_sysctl_livepatch_upload', {
  name: xen_livepatch_name,
  size: uint64_t,
  payload: XEN_GUEST_HANDLE_64(uint8_t, undefined, 'uint8'),
});
export type XenSysctlLivepatchUpload = Infer<typeof xen_sysctl_livepatch_upload>;

export const xen_livepatch_status = struct('xen_livepatch_status', {
  state: uint32_t,
  rc: int32_t,
});
export type XenLivepatchStatus = Infer<typeof xen_livepatch_status>;

export const xen_sysctl_livepatch_get = struct('xen_sysctl_livepatch_get', {
  name: xen_livepatch_name,
  status: xen_livepatch_status,
});
export type XenSysctlLivepatchGet = Infer<typeof xen_sysctl_livepatch_get>;

export const xen_sysctl_livepatch_list = struct('xen_sysctl_livepatch_list', {
  version: uint32_t,
  idx: uint32_t,
  nr: uint32_t,
  pad: uint32_t,
  name_total_size: field(uint32_t, { since: '4.14' }),
  metadata_total_size: field(uint32_t, { since: '4.14' }),
  status: XEN_GUEST_HANDLE_64(xen_livepatch_status, undefined, 'xen_livepatch_status_t'),
  name: XEN_GUEST_HANDLE_64(plain_char),
  len: XEN_GUEST_HANDLE_64(uint32_t, undefined, 'uint32'),
  metadata: field(XEN_GUEST_HANDLE_64(plain_char), { since: '4.14' }),
  metadata_len: field(XEN_GUEST_HANDLE_64(uint32_t, undefined, 'uint32'), { since: '4.14' }),
});
export type XenSysctlLivepatchList = Infer<typeof xen_sysctl_livepatch_list>;

export const xen_sysctl_livepatch_action = struct('xen_sysctl_livepatch_action', {
  name: xen_livepatch_name,
  cmd: uint32_t,
  timeout: uint32_t,
  flags: field(uint32_t, { since: '4.14' }),
  pad: field(uint32_t, { since: '4.14' }),
});
export type XenSysctlLivepatchAction = Infer<typeof xen_sysctl_livepatch_action>;

export const xen_sysctl_livepatch_op = struct('xen_sysctl_livepatch_op', {
  cmd: uint32_t,
  pad: field(uint32_t, { until: '4.18' }),
  flags: field(uint32_t, { since: '4.19' }),
  u: union(null, {
    upload: xen_sysctl_livepatch_upload,
    list: xen_sysctl_livepatch_list,
    get: xen_sysctl_livepatch_get,
    action: xen_sysctl_livepatch_action,
  }),
});
export type XenSysctlLivepatchOp = Infer<typeof xen_sysctl_livepatch_op>;

export const xen_sysctl_cpu_policy = struct(
  'xen_sysctl_cpu_policy',
  {
    index: uint32_t,
    nr_leaves: uint32_t,
    nr_msrs: uint32_t,
    _rsvd: uint32_t,
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
  },
  { abis: ['x86_32', 'x86_64'] },
);
export type XenSysctlCpuPolicy = Infer<typeof xen_sysctl_cpu_policy>;

export const xen_sysctl_dt_overlay = struct(
  'xen_sysctl_dt_overlay',
  {
    overlay_fdt: XEN_GUEST_HANDLE(uint8_t, undefined, 'const_void'),
    overlay_fdt_size: uint32_t,
    overlay_op: uint8_t,
    pad: array(uint8_t, 3),
  },
  { abis: ['arm32', 'arm64'], since: '4.18' },
);
export type XenSysctlDtOverlay = Infer<typeof xen_sysctl_dt_overlay>;

export const xen_sysctl_cpu_levelling_caps = struct(
  'xen_sysctl_cpu_levelling_caps',
  {
    caps: uint32_t,
  },
  { until: '4.21' },
);
export type XenSysctlCpuLevellingCaps = Infer<typeof xen_sysctl_cpu_levelling_caps>;

export const xen_sysctl_set_parameter = struct(
  'xen_sysctl_set_parameter',
  {
    params: XEN_GUEST_HANDLE_64(plain_char),
    size: uint16_t,
    pad: array(uint16_t, 3),
  },
  { until: '4.13' },
);
export type XenSysctlSetParameter = Infer<typeof xen_sysctl_set_parameter>;

export const xen_sysctl = struct('xen_sysctl', {
  cmd: uint32_t,
  interface_version: uint32_t,
  u: union(null, {
    readconsole: xen_sysctl_readconsole,
    tbuf_op: xen_sysctl_tbuf_op,
    physinfo: xen_sysctl_physinfo,
    cputopoinfo: xen_sysctl_cputopoinfo,
    pcitopoinfo: xen_sysctl_pcitopoinfo,
    numainfo: xen_sysctl_numainfo,
    sched_id: xen_sysctl_sched_id,
    perfc_op: xen_sysctl_perfc_op,
    getdomaininfolist: xen_sysctl_getdomaininfolist,
    debug_keys: xen_sysctl_debug_keys,
    getcpuinfo: xen_sysctl_getcpuinfo,
    availheap: xen_sysctl_availheap,
    get_pmstat: xen_sysctl_get_pmstat,
    cpu_hotplug: xen_sysctl_cpu_hotplug,
    pm_op: xen_sysctl_pm_op,
    page_offline: xen_sysctl_page_offline_op,
    lockprof_op: xen_sysctl_lockprof_op,
    cpupool_op: xen_sysctl_cpupool_op,
    scheduler_op: xen_sysctl_scheduler_op,
    coverage_op: xen_sysctl_coverage_op,
    psr_cmt_op: xen_sysctl_psr_cmt_op,
    psr_alloc: xen_sysctl_psr_alloc,
    cpu_levelling_caps: field(xen_sysctl_cpu_levelling_caps, { until: '4.21' }),
    cpu_featureset: xen_sysctl_cpu_featureset,
    livepatch: xen_sysctl_livepatch_op,
    set_parameter: field(xen_sysctl_set_parameter, { until: '4.13' }),
    cpu_policy: field(xen_sysctl_cpu_policy, { abis: ['x86_32', 'x86_64'] }),
    dt_overlay: field(xen_sysctl_dt_overlay, { abis: ['arm32', 'arm64'], since: '4.18' }),
    pad: array(uint8_t, 128),
  }),
});
export type XenSysctl = Infer<typeof xen_sysctl>;
