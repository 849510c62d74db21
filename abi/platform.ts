/** platform.h. */
import {
  array,
  bits,
  chars,
  field,
  int16_t,
  int32_t,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
} from '../src/schema/index.js';
import { XEN_GUEST_HANDLE, plain_char, xen_pfn_t, xen_ulong_t } from './xen.js';
import { dom0_vga_console_info } from './xen-guest.js';

export const xenpf_settime32 = struct('xenpf_settime32', {
  secs: uint32_t,
  nsecs: uint32_t,
  system_time: uint64_t,
});
export type XenpfSettime32 = Infer<typeof xenpf_settime32>;

export const xenpf_settime64 = struct('xenpf_settime64', {
  secs: uint64_t,
  nsecs: uint32_t,
  mbz: uint32_t,
  system_time: uint64_t,
});
export type XenpfSettime64 = Infer<typeof xenpf_settime64>;

export const xenpf_add_memtype = struct('xenpf_add_memtype', {
  mfn: xen_pfn_t,
  nr_mfns: uint64_t,
  type: uint32_t,
  handle: uint32_t,
  reg: uint32_t,
});
export type XenpfAddMemtype = Infer<typeof xenpf_add_memtype>;

export const xenpf_del_memtype = struct('xenpf_del_memtype', {
  handle: uint32_t,
  reg: uint32_t,
});
export type XenpfDelMemtype = Infer<typeof xenpf_del_memtype>;

export const xenpf_read_memtype = struct('xenpf_read_memtype', {
  reg: uint32_t,
  mfn: xen_pfn_t,
  nr_mfns: uint64_t,
  type: uint32_t,
});
export type XenpfReadMemtype = Infer<typeof xenpf_read_memtype>;

export const xenpf_microcode_update = struct('xenpf_microcode_update', {
  data: XEN_GUEST_HANDLE(uint8_t, undefined, 'const_void'),
  length: uint32_t,
});
export type XenpfMicrocodeUpdate = Infer<typeof xenpf_microcode_update>;

export const xenpf_platform_quirk = struct('xenpf_platform_quirk', {
  quirk_id: uint32_t,
});
export type XenpfPlatformQuirk = Infer<typeof xenpf_platform_quirk>;

export const xenpf_efi_time = struct('xenpf_efi_time', {
  year: uint16_t,
  month: uint8_t,
  day: uint8_t,
  hour: uint8_t,
  min: uint8_t,
  sec: uint8_t,
  ns: uint32_t,
  tz: int16_t,
  daylight: uint8_t,
});
export type XenpfEfiTime = Infer<typeof xenpf_efi_time>;

export const xenpf_efi_guid = struct('xenpf_efi_guid', {
  data1: uint32_t,
  data2: uint16_t,
  data3: uint16_t,
  data4: array(uint8_t, 8),
});
export type XenpfEfiGuid = Infer<typeof xenpf_efi_guid>;

export const xenpf_efi_runtime_call = struct('xenpf_efi_runtime_call', {
  function: uint32_t,
  misc: uint32_t,
  status: xen_ulong_t,
  u: union(null, {
    get_time: struct(null, {
      time: xenpf_efi_time,
      resolution: uint32_t,
      accuracy: uint32_t,
    }),
    set_time: xenpf_efi_time,
    get_wakeup_time: xenpf_efi_time,
    set_wakeup_time: xenpf_efi_time,
    get_variable: struct(null, {
      name: XEN_GUEST_HANDLE(uint8_t, undefined, 'void'),
      size: xen_ulong_t,
      data: XEN_GUEST_HANDLE(uint8_t, undefined, 'void'),
      vendor_guid: xenpf_efi_guid,
    }),
    set_variable: struct(null, {
      name: XEN_GUEST_HANDLE(uint8_t, undefined, 'void'),
      size: xen_ulong_t,
      data: XEN_GUEST_HANDLE(uint8_t, undefined, 'void'),
      vendor_guid: xenpf_efi_guid,
    }),
    get_next_variable_name: struct(null, {
      size: xen_ulong_t,
      name: XEN_GUEST_HANDLE(uint8_t, undefined, 'void'),
      vendor_guid: xenpf_efi_guid,
    }),
    query_variable_info: struct(null, {
      attr: uint32_t,
      max_store_size: uint64_t,
      remain_store_size: uint64_t,
      max_size: uint64_t,
    }),
    query_capsule_capabilities: struct(null, {
      capsule_header_array: XEN_GUEST_HANDLE(uint8_t, undefined, 'void'),
      capsule_count: xen_ulong_t,
      max_capsule_size: uint64_t,
      reset_type: uint32_t,
    }),
    update_capsule: struct(null, {
      capsule_header_array: XEN_GUEST_HANDLE(uint8_t, undefined, 'void'),
      capsule_count: xen_ulong_t,
      sg_list: uint64_t,
    }),
  }),
});
export type XenpfEfiRuntimeCall = Infer<typeof xenpf_efi_runtime_call>;

export const xenpf_efi_info = union('xenpf_efi_info', {
  version: uint32_t,
  cfg: struct(null, {
    addr: uint64_t,
    nent: uint32_t,
  }),
  vendor: struct(null, {
    revision: uint32_t,
    bufsz: uint32_t,
    name: XEN_GUEST_HANDLE(uint8_t, undefined, 'void'),
  }),
  mem: struct(null, {
    addr: uint64_t,
    size: uint64_t,
    attr: uint64_t,
    type: uint32_t,
  }),
  pci_rom: struct(null, {
    segment: uint16_t,
    bus: uint8_t,
    devfn: uint8_t,
    vendor: uint16_t,
    devid: uint16_t,
    address: uint64_t,
    size: xen_ulong_t,
  }),
  apple_properties: struct(null, {
    address: uint64_t,
    size: xen_ulong_t,
  }),
});
export type XenpfEfiInfo = Infer<typeof xenpf_efi_info>;

export const xenpf_firmware_info = struct('xenpf_firmware_info', {
  type: uint32_t,
  index: uint32_t,
  u: union(null, {
    disk_info: struct(null, {
      device: uint8_t,
      version: uint8_t,
      interface_support: uint16_t,
      legacy_max_cylinder: uint16_t,
      legacy_max_head: uint8_t,
      legacy_sectors_per_track: uint8_t,
      edd_params: XEN_GUEST_HANDLE(uint8_t, undefined, 'void'),
    }),
    disk_mbr_signature: struct(null, {
      device: uint8_t,
      mbr_signature: uint32_t,
    }),
    vbeddc_info: struct(null, {
      capabilities: uint8_t,
      edid_transfer_time: uint8_t,
      edid: XEN_GUEST_HANDLE(uint8_t, undefined, 'uint8'),
    }),
    efi_info: xenpf_efi_info,
    kbd_shift_flags: uint8_t,
  }),
});
export type XenpfFirmwareInfo = Infer<typeof xenpf_firmware_info>;

export const xenpf_enter_acpi_sleep = struct('xenpf_enter_acpi_sleep', {
  val_a: uint16_t,
  val_b: uint16_t,
  sleep_state: uint32_t,
  flags: uint32_t,
});
export type XenpfEnterAcpiSleep = Infer<typeof xenpf_enter_acpi_sleep>;

export const xenpf_change_freq = struct('xenpf_change_freq', {
  flags: uint32_t,
  cpu: uint32_t,
  freq: uint64_t,
});
export type XenpfChangeFreq = Infer<typeof xenpf_change_freq>;

export const xenpf_getidletime = struct('xenpf_getidletime', {
  cpumap_bitmap: XEN_GUEST_HANDLE(uint8_t, undefined, 'uint8'),
  cpumap_nr_cpus: uint32_t,
  idletime: XEN_GUEST_HANDLE(uint64_t, undefined, 'uint64'),
  now: uint64_t,
});
export type XenpfGetidletime = Infer<typeof xenpf_getidletime>;

export const xen_power_register = struct('xen_power_register', {
  space_id: uint32_t,
  bit_width: uint32_t,
  bit_offset: uint32_t,
  access_size: uint32_t,
  address: uint64_t,
});
export type XenPowerRegister = Infer<typeof xen_power_register>;

export const xen_processor_csd = struct('xen_processor_csd', {
  domain: uint32_t,
  coord_type: uint32_t,
  num: uint32_t,
});
export type XenProcessorCsd = Infer<typeof xen_processor_csd>;

export const xen_processor_cx = struct('xen_processor_cx', {
  reg: xen_power_register,
  type: uint8_t,
  latency: uint32_t,
  power: uint32_t,
  dpcnt: uint32_t,
  dp: XEN_GUEST_HANDLE(xen_processor_csd, undefined, 'xen_processor_csd_t'),
});
export type XenProcessorCx = Infer<typeof xen_processor_cx>;

export const xen_processor_flags = struct('xen_processor_flags', {
  bm_control: bits(uint32_t, 1),
  bm_check: bits(uint32_t, 1),
  has_cst: bits(uint32_t, 1),
  power_setup_done: bits(uint32_t, 1),
  bm_rld_set: bits(uint32_t, 1),
});
export type XenProcessorFlags = Infer<typeof xen_processor_flags>;

export const xen_processor_power = struct('xen_processor_power', {
  count: uint32_t,
  flags: xen_processor_flags,
  states: XEN_GUEST_HANDLE(xen_processor_cx, undefined, 'xen_processor_cx_t'),
});
export type XenProcessorPower = Infer<typeof xen_processor_power>;

export const xen_pct_register = struct('xen_pct_register', {
  descriptor: uint8_t,
  length: uint16_t,
  space_id: uint8_t,
  bit_width: uint8_t,
  bit_offset: uint8_t,
  reserved: uint8_t,
  address: uint64_t,
});
export type XenPctRegister = Infer<typeof xen_pct_register>;

export const xen_processor_px = struct('xen_processor_px', {
  core_frequency: uint64_t,
  power: uint64_t,
  transition_latency: uint64_t,
  bus_master_latency: uint64_t,
  control: uint64_t,
  status: uint64_t,
});
export type XenProcessorPx = Infer<typeof xen_processor_px>;

export const xen_psd_package = struct('xen_psd_package', {
  num_entries: uint64_t,
  revision: uint64_t,
  domain: uint64_t,
  coord_type: uint64_t,
  num_processors: uint64_t,
});
export type XenPsdPackage = Infer<typeof xen_psd_package>;

export const xen_processor_performance = struct('xen_processor_performance', {
  flags: uint32_t,
  platform_limit: uint32_t,
  control_register: xen_pct_register,
  status_register: xen_pct_register,
  state_count: uint32_t,
  states: XEN_GUEST_HANDLE(xen_processor_px, undefined, 'xen_processor_px_t'),
  domain_info: xen_psd_package,
  shared_type: uint32_t,
});
export type XenProcessorPerformance = Infer<typeof xen_processor_performance>;

export const xen_processor_cppc = struct(
  'xen_processor_cppc',
  {
    flags: uint8_t,
    pad: array(uint8_t, 3),
    cpc: struct(null, {
      highest_perf: uint32_t,
      nominal_perf: uint32_t,
      lowest_nonlinear_perf: uint32_t,
      lowest_perf: uint32_t,
      lowest_mhz: uint32_t,
      nominal_mhz: uint32_t,
    }),
    shared_type: uint32_t,
    domain_info: xen_psd_package,
  },
  { since: '4.21' },
);
export type XenProcessorCppc = Infer<typeof xen_processor_cppc>;

export const xenpf_set_processor_pminfo = struct('xenpf_set_processor_pminfo', {
  id: uint32_t,
  type: uint32_t,
  u: union(null, {
    power: xen_processor_power,
    perf: xen_processor_performance,
    pdc: XEN_GUEST_HANDLE(uint32_t, undefined, 'uint32'),
    cppc_data: field(xen_processor_cppc, { since: '4.21' }),
  }),
});
export type XenpfSetProcessorPminfo = Infer<typeof xenpf_set_processor_pminfo>;

export const xenpf_pcpuinfo = struct('xenpf_pcpuinfo', {
  xen_cpuid: uint32_t,
  max_present: uint32_t,
  flags: uint32_t,
  apic_id: uint32_t,
  acpi_id: uint32_t,
});
export type XenpfPcpuinfo = Infer<typeof xenpf_pcpuinfo>;

export const xenpf_pcpu_version = struct('xenpf_pcpu_version', {
  xen_cpuid: uint32_t,
  max_present: uint32_t,
  vendor_id: chars(12),
  family: uint32_t,
  model: uint32_t,
  stepping: uint32_t,
});
export type XenpfPcpuVersion = Infer<typeof xenpf_pcpu_version>;

export const xenpf_cpu_ol = struct('xenpf_cpu_ol', {
  cpuid: uint32_t,
});
export type XenpfCpuOl = Infer<typeof xenpf_cpu_ol>;

export const xenpf_cpu_hotadd = struct('xenpf_cpu_hotadd', {
  apic_id: uint32_t,
  acpi_id: uint32_t,
  pxm: uint32_t,
});
export type XenpfCpuHotadd = Infer<typeof xenpf_cpu_hotadd>;

export const xenpf_mem_hotadd = struct('xenpf_mem_hotadd', {
  spfn: uint64_t,
  epfn: uint64_t,
  pxm: uint32_t,
  flags: uint32_t,
});
export type XenpfMemHotadd = Infer<typeof xenpf_mem_hotadd>;

export const xenpf_core_parking = struct('xenpf_core_parking', {
  type: uint32_t,
  idle_nums: uint32_t,
});
export type XenpfCoreParking = Infer<typeof xenpf_core_parking>;

export const xenpf_resource_entry = struct('xenpf_resource_entry', {
  u: union(null, {
    cmd: uint32_t,
    ret: int32_t,
  }),
  rsvd: uint32_t,
  idx: uint64_t,
  val: uint64_t,
});
export type XenpfResourceEntry = Infer<typeof xenpf_resource_entry>;

export const xenpf_resource_op = struct('xenpf_resource_op', {
  nr_entries: uint32_t,
  cpu: uint32_t,
  entries: XEN_GUEST_HANDLE(xenpf_resource_entry, undefined, 'xenpf_resource_entry_t'),
});
export type XenpfResourceOp = Infer<typeof xenpf_resource_op>;

export const xenpf_symdata = struct('xenpf_symdata', {
  namelen: uint32_t,
  symnum: uint32_t,
  name: XEN_GUEST_HANDLE(plain_char),
  address: uint64_t,
  type: plain_char,
});
export type XenpfSymdata = Infer<typeof xenpf_symdata>;

export const xenpf_ucode_revision = struct(
  'xenpf_ucode_revision',
  {
    cpu: uint32_t,
    signature: uint32_t,
    pf: uint32_t,
    revision: uint32_t,
  },
  { since: '4.18' },
);
export type XenpfUcodeRevision = Infer<typeof xenpf_ucode_revision>;

export const xenpf_microcode_update2 = struct(
  'xenpf_microcode_update2',
  {
    flags: uint32_t,
    length: uint32_t,
    data: XEN_GUEST_HANDLE(uint8_t, undefined, 'const_void'),
  },
  { since: '4.20' },
);
export type XenpfMicrocodeUpdate2 = Infer<typeof xenpf_microcode_update2>;

export const xen_platform_op = struct('xen_platform_op', {
  cmd: uint32_t,
  interface_version: uint32_t,
  u: union(null, {
    settime: xenpf_settime64,
    settime32: xenpf_settime32,
    settime64: xenpf_settime64,
    add_memtype: xenpf_add_memtype,
    del_memtype: xenpf_del_memtype,
    read_memtype: xenpf_read_memtype,
    microcode: xenpf_microcode_update,
    platform_quirk: xenpf_platform_quirk,
    efi_runtime_call: xenpf_efi_runtime_call,
    firmware_info: xenpf_firmware_info,
    enter_acpi_sleep: xenpf_enter_acpi_sleep,
    change_freq: xenpf_change_freq,
    getidletime: xenpf_getidletime,
    set_pminfo: xenpf_set_processor_pminfo,
    pcpu_info: xenpf_pcpuinfo,
    pcpu_version: xenpf_pcpu_version,
    cpu_ol: xenpf_cpu_ol,
    cpu_add: xenpf_cpu_hotadd,
    mem_add: xenpf_mem_hotadd,
    core_parking: xenpf_core_parking,
    resource_op: xenpf_resource_op,
    symdata: xenpf_symdata,
    dom0_console: field(dom0_vga_console_info, { since: '4.18' }),
    ucode_revision: field(xenpf_ucode_revision, { since: '4.18' }),
    microcode2: field(xenpf_microcode_update2, { since: '4.20' }),
    pad: array(uint8_t, 128),
  }),
});
export type XenPlatformOp = Infer<typeof xen_platform_op>;
