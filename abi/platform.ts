/** platform.h: what the kernel of domain 0 tells the hypervisor of the hardware, and asks of it. */
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
  enumeration,
  flags,
} from '../src/schema/index.js';
import { XEN_GUEST_HANDLE, plain_char, xen_pfn_t, xen_ulong_t } from './xen.js';
import { dom0_vga_console_info } from './xen-guest.js';

export const XENPF_INTERFACE_VERSION = 0x03000001;
export const XENPF_settime32 = 17;

/** Sets the wall clock. */
export const xenpf_settime32 = struct('xenpf_settime32', {
  secs: field(uint32_t, { direction: 'in', doc: 'seconds since 1970 at system_time' }),
  nsecs: field(uint32_t, { direction: 'in', doc: 'nanoseconds beside secs' }),
  system_time: field(uint64_t, {
    direction: 'in',
    doc: 'the system time meant, in nanoseconds since boot',
  }),
});
export type XenpfSettime32 = Infer<typeof xenpf_settime32>;

export const XENPF_settime64 = 62;
export const XENPF_settime = XENPF_settime64;

/** Sets the wall clock, also past 2106. */
export const xenpf_settime64 = struct('xenpf_settime64', {
  secs: field(uint64_t, { direction: 'in', doc: 'seconds since 1970 at system_time' }),
  nsecs: field(uint32_t, { direction: 'in', doc: 'nanoseconds beside secs' }),
  mbz: field(uint32_t, { direction: 'in', doc: 'must be 0' }),
  system_time: field(uint64_t, {
    direction: 'in',
    doc: 'the system time meant, in nanoseconds since boot',
  }),
});
export type XenpfSettime64 = Infer<typeof xenpf_settime64>;

export const XENPF_add_memtype = 31;

/** Gives a range of memory a type in an MTRR. */
export const xenpf_add_memtype = struct('xenpf_add_memtype', {
  mfn: field(xen_pfn_t, { direction: 'in', unit: 'MFN', doc: 'first frame' }),
  nr_mfns: field(uint64_t, { direction: 'in', unit: 'pages', doc: 'length of the range' }),
  type: field(uint32_t, { direction: 'in', doc: 'the type, as MTRRs have it' }),
  handle: field(uint32_t, { direction: 'out', doc: 'names the setting when it is removed' }),
  reg: field(uint32_t, { direction: 'out', doc: 'the MTRR that was taken' }),
});
export type XenpfAddMemtype = Infer<typeof xenpf_add_memtype>;

export const XENPF_del_memtype = 32;

/** Takes the type of a range back. */
export const xenpf_del_memtype = struct('xenpf_del_memtype', {
  handle: field(uint32_t, { direction: 'in', doc: 'from adding it; 0 when it is not known' }),
  reg: field(uint32_t, { direction: 'in', doc: 'the MTRR' }),
});
export type XenpfDelMemtype = Infer<typeof xenpf_del_memtype>;

export const XENPF_read_memtype = 33;

/** Reads an MTRR. */
export const xenpf_read_memtype = struct('xenpf_read_memtype', {
  reg: field(uint32_t, { direction: 'in', doc: 'the MTRR' }),
  mfn: field(xen_pfn_t, { direction: 'out', unit: 'MFN', doc: 'first frame' }),
  nr_mfns: field(uint64_t, { direction: 'out', unit: 'pages', doc: 'length of the range' }),
  type: field(uint32_t, { direction: 'out', doc: 'the type, as MTRRs have it' }),
});
export type XenpfReadMemtype = Infer<typeof xenpf_read_memtype>;

export const XENPF_microcode_update = 35;

/** Loads microcode into the CPUs. */
export const xenpf_microcode_update = struct('xenpf_microcode_update', {
  data: field(XEN_GUEST_HANDLE(uint8_t, 'length', 'const_void'), {
    direction: 'in',
    doc: 'the microcode',
  }),
  length: field(uint32_t, { direction: 'in', unit: 'bytes', doc: 'its length' }),
});
export type XenpfMicrocodeUpdate = Infer<typeof xenpf_microcode_update>;

export const XENPF_platform_quirk = 39;
/** Interrupts may not be moved between CPUs. */
export const QUIRK_NOIRQBALANCING = 1;
/** I/O APICs forget which register is selected. */
export const QUIRK_IOAPIC_BAD_REGSEL = 2;
/** I/O APICs remember which register is selected. */
export const QUIRK_IOAPIC_GOOD_REGSEL = 3;
/** What is odd about the hardware. */
export const xenpf_quirk = enumeration('xenpf_quirk', uint32_t, {
  QUIRK_NOIRQBALANCING,
  QUIRK_IOAPIC_BAD_REGSEL,
  QUIRK_IOAPIC_GOOD_REGSEL,
});

/** Says what is odd about the hardware. */
export const xenpf_platform_quirk = struct('xenpf_platform_quirk', {
  quirk_id: field(xenpf_quirk, { direction: 'in', doc: 'what' }),
});
export type XenpfPlatformQuirk = Infer<typeof xenpf_platform_quirk>;

export const XENPF_efi_runtime_call = 49;
export const XEN_EFI_get_time = 1;
export const XEN_EFI_set_time = 2;
export const XEN_EFI_get_wakeup_time = 3;
export const XEN_EFI_set_wakeup_time = 4;
export const XEN_EFI_get_next_high_monotonic_count = 5;
export const XEN_EFI_get_variable = 6;
export const XEN_EFI_set_variable = 7;
export const XEN_EFI_get_next_variable_name = 8;
export const XEN_EFI_query_variable_info = 9;
export const XEN_EFI_query_capsule_capabilities = 10;
export const XEN_EFI_update_capsule = 11;
/** A runtime service of EFI. */
export const xen_efi_function = enumeration('xen_efi_function', uint32_t, {
  XEN_EFI_get_time,
  XEN_EFI_set_time,
  XEN_EFI_get_wakeup_time,
  XEN_EFI_set_wakeup_time,
  XEN_EFI_get_next_high_monotonic_count,
  XEN_EFI_get_variable,
  XEN_EFI_set_variable,
  XEN_EFI_get_next_variable_name,
  XEN_EFI_query_variable_info,
  XEN_EFI_query_capsule_capabilities,
  XEN_EFI_update_capsule,
});

/** A time as EFI has it. */
export const xenpf_efi_time = struct('xenpf_efi_time', {
  year: field(uint16_t, { direction: 'inout', doc: '1900 to 9999' }),
  month: field(uint8_t, { direction: 'inout', doc: '1 to 12' }),
  day: field(uint8_t, { direction: 'inout', doc: '1 to 31' }),
  hour: field(uint8_t, { direction: 'inout', doc: '0 to 23' }),
  min: field(uint8_t, { direction: 'inout', doc: '0 to 59' }),
  sec: field(uint8_t, { direction: 'inout', doc: '0 to 59' }),
  ns: field(uint32_t, { direction: 'inout', doc: 'nanoseconds' }),
  tz: field(int16_t, { direction: 'inout', doc: 'minutes to UTC; 2047: not known' }),
  daylight: field(uint8_t, {
    direction: 'inout',
    doc: 'bit 0: the place has daylight saving time; bit 1: it is in force',
  }),
});
export type XenpfEfiTime = Infer<typeof xenpf_efi_time>;

/** A GUID as EFI has it. */
export const xenpf_efi_guid = struct('xenpf_efi_guid', {
  data1: field(uint32_t, { direction: 'inout', doc: 'its first 4 bytes, as a number' }),
  data2: field(uint16_t, { direction: 'inout', doc: '2 bytes, as a number' }),
  data3: field(uint16_t, { direction: 'inout', doc: '2 bytes, as a number' }),
  data4: field(array(uint8_t, 8), { direction: 'inout', doc: 'its last 8 bytes' }),
});
export type XenpfEfiGuid = Infer<typeof xenpf_efi_guid>;

/** get_time: setting the clock clears what is less than its resolution. */
export const XEN_EFI_GET_TIME_SET_CLEARS_NS = 0x00000001;
/** get_wakeup_time: the alarm is set. */
export const XEN_EFI_GET_WAKEUP_TIME_ENABLED = 0x00000001;
/** get_wakeup_time: the alarm has rung. */
export const XEN_EFI_GET_WAKEUP_TIME_PENDING = 0x00000002;
/** set_wakeup_time: the alarm is set. */
export const XEN_EFI_SET_WAKEUP_TIME_ENABLE = 0x00000001;
/** set_wakeup_time: the alarm is set to the time it has. */
export const XEN_EFI_SET_WAKEUP_TIME_ENABLE_ONLY = 0x00000002;
/** A variable: it stays when the power goes. */
export const XEN_EFI_VARIABLE_NON_VOLATILE = 0x00000001;
/** A variable: the firmware sees it while it boots. */
export const XEN_EFI_VARIABLE_BOOTSERVICE_ACCESS = 0x00000002;
/** A variable: the system sees it. */
export const XEN_EFI_VARIABLE_RUNTIME_ACCESS = 0x00000004;
/** query_variable_info: as it was when the host was booted. */
export const XEN_EFI_VARINFO_BOOT_SNAPSHOT = 0x00000001;

/** Calls a runtime service of EFI. */
export const xenpf_efi_runtime_call = struct('xenpf_efi_runtime_call', {
  function: field(xen_efi_function, { direction: 'in', doc: 'the service' }),
  misc: field(uint32_t, {
    direction: 'inout',
    doc: 'flags of the service; of get_next_high_monotonic_count the count',
  }),
  status: field(xen_ulong_t, { direction: 'out', doc: 'what the service returned' }),
  u: field(
    union(
      null,
      {
        get_time: field(
          struct(null, {
            time: field(xenpf_efi_time, { direction: 'out', doc: 'the time' }),
            resolution: field(uint32_t, {
              direction: 'out',
              doc: 'of the clock, in ticks a second',
            }),
            accuracy: field(uint32_t, { direction: 'out', doc: 'of the clock, in 10^-12' }),
          }),
          { direction: 'out', doc: 'get_time' },
        ),
        set_time: field(xenpf_efi_time, { direction: 'in', doc: 'the time to set' }),
        get_wakeup_time: field(xenpf_efi_time, { direction: 'out', doc: 'when the alarm rings' }),
        set_wakeup_time: field(xenpf_efi_time, {
          direction: 'in',
          doc: 'when the alarm is to ring',
        }),
        get_variable: field(
          struct(null, {
            name: field(XEN_GUEST_HANDLE(uint8_t, undefined, 'void'), {
              direction: 'in',
              doc: 'its name, 16-bit characters up to a NUL',
            }),
            size: field(xen_ulong_t, {
              direction: 'inout',
              unit: 'bytes',
              doc: 'room for its value; after the call, its length',
            }),
            data: field(XEN_GUEST_HANDLE(uint8_t, 'size', 'void'), {
              direction: 'out',
              doc: 'its value',
            }),
            vendor_guid: field(xenpf_efi_guid, { direction: 'in', doc: 'whose it is' }),
          }),
          { direction: 'inout', doc: 'get_variable' },
        ),
        set_variable: field(
          struct(null, {
            name: field(XEN_GUEST_HANDLE(uint8_t, undefined, 'void'), {
              direction: 'in',
              doc: 'its name, 16-bit characters up to a NUL',
            }),
            size: field(xen_ulong_t, {
              direction: 'in',
              unit: 'bytes',
              doc: 'length of its value; 0 removes it',
            }),
            data: field(XEN_GUEST_HANDLE(uint8_t, 'size', 'void'), {
              direction: 'in',
              doc: 'its value',
            }),
            vendor_guid: field(xenpf_efi_guid, { direction: 'in', doc: 'whose it is' }),
          }),
          { direction: 'in', doc: 'set_variable' },
        ),
        get_next_variable_name: field(
          struct(null, {
            size: field(xen_ulong_t, {
              direction: 'inout',
              unit: 'bytes',
              doc: 'room for the name; after the call, its length',
            }),
            name: field(XEN_GUEST_HANDLE(uint8_t, 'size', 'void'), {
              direction: 'inout',
              doc: "a variable's name; after the call, that of the next",
            }),
            vendor_guid: field(xenpf_efi_guid, {
              direction: 'inout',
              doc: 'whose it is; after the call, whose the next is',
            }),
          }),
          { direction: 'inout', doc: 'get_next_variable_name' },
        ),
        query_variable_info: field(
          struct(null, {
            attr: field(uint32_t, {
              direction: 'in',
              doc: 'the variables meant, XEN_EFI_VARIABLE_*',
            }),
            max_store_size: field(uint64_t, {
              direction: 'out',
              unit: 'bytes',
              doc: 'room for all of them',
            }),
            remain_store_size: field(uint64_t, {
              direction: 'out',
              unit: 'bytes',
              doc: 'what is left of it',
            }),
            max_size: field(uint64_t, {
              direction: 'out',
              unit: 'bytes',
              doc: 'the longest variable',
            }),
          }),
          { direction: 'inout', doc: 'query_variable_info' },
        ),
        query_capsule_capabilities: field(
          struct(null, {
            capsule_header_array: field(XEN_GUEST_HANDLE(uint8_t, undefined, 'void'), {
              direction: 'in',
              doc: 'the headers of the capsules, by their addresses',
            }),
            capsule_count: field(xen_ulong_t, { direction: 'in', unit: 'count', doc: 'how many' }),
            max_capsule_size: field(uint64_t, {
              direction: 'out',
              unit: 'bytes',
              doc: 'the longest that is taken',
            }),
            reset_type: field(uint32_t, { direction: 'out', doc: 'the reset that they need' }),
          }),
          { direction: 'inout', doc: 'query_capsule_capabilities' },
        ),
        update_capsule: field(
          struct(null, {
            capsule_header_array: field(XEN_GUEST_HANDLE(uint8_t, undefined, 'void'), {
              direction: 'in',
              doc: 'the headers of the capsules, by their addresses',
            }),
            capsule_count: field(xen_ulong_t, { direction: 'in', unit: 'count', doc: 'how many' }),
            sg_list: field(uint64_t, {
              direction: 'in',
              unit: 'address',
              doc: 'physical address of the list of their blocks',
            }),
          }),
          { direction: 'in', doc: 'update_capsule' },
        ),
      },
      {
        selector: {
          by: 'function',
          live: {
            [XEN_EFI_get_time]: 'get_time',
            [XEN_EFI_set_time]: 'set_time',
            [XEN_EFI_get_wakeup_time]: 'get_wakeup_time',
            [XEN_EFI_set_wakeup_time]: 'set_wakeup_time',
            [XEN_EFI_get_variable]: 'get_variable',
            [XEN_EFI_set_variable]: 'set_variable',
            [XEN_EFI_get_next_variable_name]: 'get_next_variable_name',
            [XEN_EFI_query_variable_info]: 'query_variable_info',
            [XEN_EFI_query_capsule_capabilities]: 'query_capsule_capabilities',
            [XEN_EFI_update_capsule]: 'update_capsule',
          },
        },
      },
    ),
    { direction: 'inout', doc: 'depends on the service' },
  ),
});
export type XenpfEfiRuntimeCall = Infer<typeof xenpf_efi_runtime_call>;

export const XENPF_firmware_info = 50;
export const XEN_FW_DISK_INFO = 1;
export const XEN_FW_DISK_MBR_SIGNATURE = 2;
export const XEN_FW_VBEDDC_INFO = 3;
export const XEN_FW_EFI_INFO = 4;
export const XEN_FW_KBD_SHIFT_FLAGS = 5;
/** What the firmware said at boot. */
export const xen_fw_info = enumeration('xen_fw_info', uint32_t, {
  XEN_FW_DISK_INFO,
  XEN_FW_DISK_MBR_SIGNATURE,
  XEN_FW_VBEDDC_INFO,
  XEN_FW_EFI_INFO,
  XEN_FW_KBD_SHIFT_FLAGS,
});
/** An index of EFI's. */
export const XEN_FW_EFI_VERSION = 0;
/** An index of EFI's. */
export const XEN_FW_EFI_CONFIG_TABLE = 1;
/** An index of EFI's. */
export const XEN_FW_EFI_VENDOR = 2;
/** An index of EFI's. */
export const XEN_FW_EFI_MEM_INFO = 3;
/** An index of EFI's. */
export const XEN_FW_EFI_RT_VERSION = 4;
/** An index of EFI's. */
export const XEN_FW_EFI_PCI_ROM = 5;
/** An index of EFI's. */
export const XEN_FW_EFI_APPLE_PROPERTIES = 6;

/** What EFI said at boot; the index says of what. */
export const xenpf_efi_info = union('xenpf_efi_info', {
  version: field(uint32_t, {
    direction: 'out',
    doc: 'EFI_VERSION and EFI_RT_VERSION: the version, its major part in the upper 16 bits',
  }),
  cfg: field(
    struct(null, {
      addr: field(uint64_t, {
        direction: 'out',
        unit: 'address',
        doc: 'physical address of the table',
      }),
      nent: field(uint32_t, { direction: 'out', unit: 'count', doc: 'its entries' }),
    }),
    { direction: 'out', doc: 'EFI_CONFIG_TABLE' },
  ),
  vendor: field(
    struct(null, {
      revision: field(uint32_t, { direction: 'out', doc: 'of the firmware' }),
      bufsz: field(uint32_t, { direction: 'inout', unit: 'bytes', doc: 'room for the name' }),
      name: field(XEN_GUEST_HANDLE(uint8_t, 'bufsz', 'void'), {
        direction: 'out',
        doc: "the firmware's maker, 16-bit characters up to a NUL",
      }),
    }),
    { direction: 'inout', doc: 'EFI_VENDOR' },
  ),
  mem: field(
    struct(null, {
      addr: field(uint64_t, {
        direction: 'inout',
        unit: 'address',
        doc: 'an address; after the call, the start of the range around it',
      }),
      size: field(uint64_t, {
        direction: 'inout',
        unit: 'bytes',
        doc: 'length; after the call, that of the range',
      }),
      attr: field(uint64_t, { direction: 'out', doc: 'attributes of the range, as EFI has them' }),
      type: field(uint32_t, { direction: 'out', doc: 'kind of the range, as EFI has it' }),
    }),
    { direction: 'inout', doc: 'EFI_MEM_INFO' },
  ),
  pci_rom: field(
    struct(null, {
      segment: field(uint16_t, { direction: 'in', doc: 'where the device is' }),
      bus: field(uint8_t, { direction: 'in', doc: 'where the device is' }),
      devfn: field(uint8_t, { direction: 'in', doc: 'where the device is' }),
      vendor: field(uint16_t, { direction: 'in', doc: 'what the device is' }),
      devid: field(uint16_t, { direction: 'in', doc: 'what the device is' }),
      address: field(uint64_t, {
        direction: 'out',
        unit: 'address',
        doc: 'physical address of its ROM',
      }),
      size: field(xen_ulong_t, { direction: 'out', unit: 'bytes', doc: 'length of its ROM' }),
    }),
    { direction: 'inout', doc: 'EFI_PCI_ROM' },
  ),
  apple_properties: field(
    struct(null, {
      address: field(uint64_t, {
        direction: 'out',
        unit: 'address',
        doc: 'physical address of the properties',
      }),
      size: field(xen_ulong_t, { direction: 'out', unit: 'bytes', doc: 'their length' }),
    }),
    { direction: 'out', doc: 'EFI_APPLE_PROPERTIES' },
  ),
});
export type XenpfEfiInfo = Infer<typeof xenpf_efi_info>;

/** Reads what the firmware said at boot. */
export const xenpf_firmware_info = struct('xenpf_firmware_info', {
  type: field(xen_fw_info, { direction: 'in', doc: 'of what' }),
  index: field(uint32_t, {
    direction: 'in',
    doc: 'of disks, which one; of EFI, what: XEN_FW_EFI_*',
  }),
  u: field(
    union(
      null,
      {
        disk_info: field(
          struct(null, {
            device: field(uint8_t, { direction: 'out', doc: 'its number' }),
            version: field(uint8_t, { direction: 'out', doc: 'of the extensions' }),
            interface_support: field(uint16_t, {
              direction: 'out',
              doc: 'bits of what the extensions can do',
            }),
            legacy_max_cylinder: field(uint16_t, { direction: 'out', doc: 'the last cylinder' }),
            legacy_max_head: field(uint8_t, { direction: 'out', doc: 'the last head' }),
            legacy_sectors_per_track: field(uint8_t, { direction: 'out', doc: 'the last sector' }),
            edd_params: field(XEN_GUEST_HANDLE(uint8_t, undefined, 'void'), {
              direction: 'out',
              doc: 'its parameters; the first 2 bytes are the room for them',
            }),
          }),
          { direction: 'inout', doc: 'a disk, as interrupt 0x13 has it' },
        ),
        disk_mbr_signature: field(
          struct(null, {
            device: field(uint8_t, { direction: 'out', doc: "the disk's number" }),
            mbr_signature: field(uint32_t, {
              direction: 'out',
              doc: 'the 4 bytes at 0x1b8 of its first sector',
            }),
          }),
          { direction: 'out', doc: 'the signature of a disk' },
        ),
        vbeddc_info: field(
          struct(null, {
            capabilities: field(uint8_t, { direction: 'out', doc: 'what can be read of it' }),
            edid_transfer_time: field(uint8_t, {
              direction: 'out',
              doc: 'how long a block takes, in seconds',
            }),
            edid: field(XEN_GUEST_HANDLE(uint8_t, 128, 'uint8'), {
              direction: 'out',
              doc: 'its EDID',
            }),
          }),
          { direction: 'inout', doc: 'the display' },
        ),
        efi_info: field(xenpf_efi_info, { direction: 'inout', doc: 'what EFI said' }),
        kbd_shift_flags: field(uint8_t, {
          direction: 'out',
          doc: "the keyboard's shift keys and locks",
        }),
      },
      {
        selector: {
          by: 'type',
          live: {
            [XEN_FW_DISK_INFO]: 'disk_info',
            [XEN_FW_DISK_MBR_SIGNATURE]: 'disk_mbr_signature',
            [XEN_FW_VBEDDC_INFO]: 'vbeddc_info',
            [XEN_FW_EFI_INFO]: 'efi_info',
            [XEN_FW_KBD_SHIFT_FLAGS]: 'kbd_shift_flags',
          },
        },
      },
    ),
    { direction: 'inout', doc: 'depends on the type' },
  ),
});
export type XenpfFirmwareInfo = Infer<typeof xenpf_firmware_info>;

export const XENPF_enter_acpi_sleep = 51;
/** val_a and val_b are sleep types of the hardware-reduced ACPI. */
export const XENPF_ACPI_SLEEP_EXTENDED = 0x00000001;
/** How the host goes to sleep. */
export const xenpf_acpi_sleep = flags('xenpf_acpi_sleep', uint32_t, { XENPF_ACPI_SLEEP_EXTENDED });

/** Puts the host to sleep. */
export const xenpf_enter_acpi_sleep = struct('xenpf_enter_acpi_sleep', {
  val_a: field(uint16_t, {
    direction: 'in',
    doc: 'what is written to the control register PM1a or PM1b, or the sleep type',
  }),
  val_b: field(uint16_t, {
    direction: 'in',
    doc: 'what is written to the control register PM1a or PM1b, or the sleep type',
  }),
  sleep_state: field(uint32_t, { direction: 'in', doc: 'the state: 3 is S3, 5 is off' }),
  flags: field(xenpf_acpi_sleep, { direction: 'in', doc: 'how' }),
});
export type XenpfEnterAcpiSleep = Infer<typeof xenpf_enter_acpi_sleep>;

export const XENPF_change_freq = 52;

/** Says that a CPU's frequency changed. */
export const xenpf_change_freq = struct('xenpf_change_freq', {
  flags: field(uint32_t, { direction: 'in', doc: 'must be 0' }),
  cpu: field(uint32_t, { direction: 'in', doc: 'the CPU' }),
  freq: field(uint64_t, { direction: 'in', doc: 'its new frequency, in Hz' }),
});
export type XenpfChangeFreq = Infer<typeof xenpf_change_freq>;

export const XENPF_getidletime = 53;

/** Reads how long CPUs have been idle. */
export const xenpf_getidletime = struct('xenpf_getidletime', {
  cpumap_bitmap: field(XEN_GUEST_HANDLE(uint8_t, undefined, 'uint8'), {
    direction: 'inout',
    doc: 'a bit for each CPU asked about; after the call, those that there are',
  }),
  cpumap_nr_cpus: field(uint32_t, { direction: 'in', unit: 'count', doc: 'bits in it' }),
  idletime: field(XEN_GUEST_HANDLE(uint64_t, 'cpumap_nr_cpus', 'uint64'), {
    direction: 'out',
    doc: "by the CPU's number how long it has been idle since boot, in nanoseconds",
  }),
  now: field(uint64_t, { direction: 'out', doc: 'the system time of this, in nanoseconds' }),
});
export type XenpfGetidletime = Infer<typeof xenpf_getidletime>;

export const XENPF_set_processor_pminfo = 54;
/** A bit: idle states are managed. */
export const XEN_PROCESSOR_PM_CX = 1;
/** A bit: performance states are managed. */
export const XEN_PROCESSOR_PM_PX = 2;
/** A bit: throttling is managed. */
export const XEN_PROCESSOR_PM_TX = 4;
export const XEN_PM_CX = 0;
export const XEN_PM_PX = 1;
export const XEN_PM_TX = 2;
export const XEN_PM_PDC = 3;
/** From 4.21 on. */
export const XEN_PM_CPPC = 4;
/** What is said of a CPU's power management. */
export const xen_pm_type = enumeration('xen_pm_type', uint32_t, {
  XEN_PM_CX,
  XEN_PM_PX,
  XEN_PM_TX,
  XEN_PM_PDC,
  XEN_PM_CPPC,
});
/** The registers. */
export const XEN_PX_PCT = 1;
/** The states. */
export const XEN_PX_PSS = 2;
/** The platform's limit. */
export const XEN_PX_PPC = 4;
/** The CPUs that depend on each other. */
export const XEN_PX_PSD = 8;
/** What is said of performance states. */
export const xen_px = flags('xen_px', uint32_t, { XEN_PX_PCT, XEN_PX_PSS, XEN_PX_PPC, XEN_PX_PSD });
/** The CPUs that depend on each other. */
export const XEN_CPPC_PSD = 1 << 0;
/** The performance that it can have. */
export const XEN_CPPC_CPC = 1 << 1;
/** What is said of a CPU's own control of performance. */
export const xen_cppc = flags('xen_cppc', uint8_t, { XEN_CPPC_PSD, XEN_CPPC_CPC });

/** A register, as ACPI describes one. */
export const xen_power_register = struct('xen_power_register', {
  space_id: field(uint32_t, { direction: 'in', doc: 'its address space' }),
  bit_width: field(uint32_t, { direction: 'in', doc: 'its bits' }),
  bit_offset: field(uint32_t, { direction: 'in', doc: 'its first bit' }),
  access_size: field(uint32_t, { direction: 'in', doc: 'how wide it is accessed' }),
  address: field(uint64_t, { direction: 'in', unit: 'address', doc: 'where it is' }),
});
export type XenPowerRegister = Infer<typeof xen_power_register>;

/** CPUs whose idle states depend on each other. */
export const xen_processor_csd = struct('xen_processor_csd', {
  domain: field(uint32_t, { direction: 'in', doc: 'their group' }),
  coord_type: field(uint32_t, { direction: 'in', doc: 'who sees to it' }),
  num: field(uint32_t, { direction: 'in', unit: 'count', doc: 'CPUs in the group' }),
});
export type XenProcessorCsd = Infer<typeof xen_processor_csd>;

/** An idle state of a CPU. */
export const xen_processor_cx = struct('xen_processor_cx', {
  reg: field(xen_power_register, { direction: 'in', doc: 'how it is entered' }),
  type: field(uint8_t, { direction: 'in', doc: 'its number: 1 is C1' }),
  latency: field(uint32_t, {
    direction: 'in',
    doc: 'how long entering and leaving take at worst, in microseconds',
  }),
  power: field(uint32_t, { direction: 'in', doc: 'what the CPU needs in it, in milliwatts' }),
  dpcnt: field(uint32_t, { direction: 'in', unit: 'count', doc: 'entries of dp' }),
  dp: field(XEN_GUEST_HANDLE(xen_processor_csd, 'dpcnt', 'xen_processor_csd_t'), {
    direction: 'in',
    optional: true,
    doc: 'CPUs that it depends on',
  }),
});
export type XenProcessorCx = Infer<typeof xen_processor_cx>;

/** What is known of a CPU's idle states. */
export const xen_processor_flags = struct('xen_processor_flags', {
  bm_control: field(bits(uint32_t, 1), { direction: 'in', doc: 'bus masters can be kept off' }),
  bm_check: field(bits(uint32_t, 1), { direction: 'in', doc: "bus masters' activity can be seen" }),
  has_cst: field(bits(uint32_t, 1), { direction: 'in', doc: "the states are ACPI's _CST" }),
  power_setup_done: field(bits(uint32_t, 1), { direction: 'in', doc: 'they are set up' }),
  bm_rld_set: field(bits(uint32_t, 1), {
    direction: 'in',
    doc: "a bus master's request wakes the CPU",
  }),
});
export type XenProcessorFlags = Infer<typeof xen_processor_flags>;

/** The idle states of a CPU. */
export const xen_processor_power = struct('xen_processor_power', {
  count: field(uint32_t, { direction: 'in', unit: 'count', doc: 'how many' }),
  flags: field(xen_processor_flags, { direction: 'in', doc: 'what is known of them' }),
  states: field(XEN_GUEST_HANDLE(xen_processor_cx, 'count', 'xen_processor_cx_t'), {
    direction: 'in',
    doc: 'the states',
  }),
});
export type XenProcessorPower = Infer<typeof xen_processor_power>;

/** A register of performance states, as ACPI's _PCT describes one. */
export const xen_pct_register = struct('xen_pct_register', {
  descriptor: field(uint8_t, { direction: 'in', doc: 'kind of the description' }),
  length: field(uint16_t, { direction: 'in', unit: 'bytes', doc: 'its length' }),
  space_id: field(uint8_t, { direction: 'in', doc: 'its address space' }),
  bit_width: field(uint8_t, { direction: 'in', doc: 'its bits' }),
  bit_offset: field(uint8_t, { direction: 'in', doc: 'its first bit' }),
  reserved: field(uint8_t, { direction: 'in', doc: 'unused' }),
  address: field(uint64_t, { direction: 'in', unit: 'address', doc: 'where it is' }),
});
export type XenPctRegister = Infer<typeof xen_pct_register>;

/** A performance state of a CPU. */
export const xen_processor_px = struct('xen_processor_px', {
  core_frequency: field(uint64_t, { direction: 'in', doc: 'its frequency, in MHz' }),
  power: field(uint64_t, { direction: 'in', doc: 'what the CPU needs in it, in milliwatts' }),
  transition_latency: field(uint64_t, {
    direction: 'in',
    doc: 'how long going there takes, in microseconds',
  }),
  bus_master_latency: field(uint64_t, {
    direction: 'in',
    doc: 'how long bus masters have to wait, in microseconds',
  }),
  control: field(uint64_t, { direction: 'in', doc: 'what is written to go there' }),
  status: field(uint64_t, { direction: 'in', doc: 'what is read when it is there' }),
});
export type XenProcessorPx = Infer<typeof xen_processor_px>;

/** CPUs whose performance states depend on each other, as ACPI's _PSD has them. */
export const xen_psd_package = struct('xen_psd_package', {
  num_entries: field(uint64_t, { direction: 'in', unit: 'count', doc: 'entries of the package' }),
  revision: field(uint64_t, { direction: 'in', doc: 'of its format' }),
  domain: field(uint64_t, { direction: 'in', doc: 'the group' }),
  coord_type: field(uint64_t, { direction: 'in', doc: 'who sees to it, as ACPI numbers it' }),
  num_processors: field(uint64_t, { direction: 'in', unit: 'count', doc: 'CPUs in the group' }),
});
export type XenPsdPackage = Infer<typeof xen_psd_package>;

/** The hardware. */
export const XEN_CPUPERF_SHARED_TYPE_HW = 1;
/** All CPUs of the group set it. */
export const XEN_CPUPERF_SHARED_TYPE_ALL = 2;
/** Any CPU of the group sets it. */
export const XEN_CPUPERF_SHARED_TYPE_ANY = 3;
/** Who sees to the frequency of CPUs that depend on each other. */
export const xen_cpuperf_shared_type = enumeration('xen_cpuperf_shared_type', uint32_t, {
  XEN_CPUPERF_SHARED_TYPE_HW,
  XEN_CPUPERF_SHARED_TYPE_ALL,
  XEN_CPUPERF_SHARED_TYPE_ANY,
});

/** The performance states of a CPU. */
export const xen_processor_performance = struct('xen_processor_performance', {
  flags: field(xen_px, { direction: 'in', doc: 'what is said' }),
  platform_limit: field(uint32_t, { direction: 'in', doc: 'the fastest state allowed' }),
  control_register: field(xen_pct_register, { direction: 'in', doc: 'where states are asked for' }),
  status_register: field(xen_pct_register, { direction: 'in', doc: 'where the state is read' }),
  state_count: field(uint32_t, { direction: 'in', unit: 'count', doc: 'how many states' }),
  states: field(XEN_GUEST_HANDLE(xen_processor_px, 'state_count', 'xen_processor_px_t'), {
    direction: 'in',
    doc: 'the states, the fastest first',
  }),
  domain_info: field(xen_psd_package, {
    direction: 'in',
    doc: 'the CPUs that depend on each other',
  }),
  shared_type: field(xen_cpuperf_shared_type, { direction: 'in', doc: 'who sees to them' }),
});
export type XenProcessorPerformance = Infer<typeof xen_processor_performance>;

/** What a CPU controls of its performance, as ACPI's _CPC has it. */
export const xen_processor_cppc = struct(
  'xen_processor_cppc',
  {
    flags: field(xen_cppc, { direction: 'in', doc: 'what is said' }),
    pad: field(array(uint8_t, 3), { direction: 'in', doc: 'unused' }),
    cpc: field(
      struct(null, {
        highest_perf: field(uint32_t, { direction: 'in', doc: 'in units of its own' }),
        nominal_perf: field(uint32_t, { direction: 'in', doc: 'in units of its own' }),
        lowest_nonlinear_perf: field(uint32_t, { direction: 'in', doc: 'in units of its own' }),
        lowest_perf: field(uint32_t, { direction: 'in', doc: 'in units of its own' }),
        lowest_mhz: field(uint32_t, {
          direction: 'in',
          doc: 'the frequency there, in MHz; 0: not known',
        }),
        nominal_mhz: field(uint32_t, {
          direction: 'in',
          doc: 'the frequency there, in MHz; 0: not known',
        }),
      }),
      { direction: 'in', doc: 'the performance it can have' },
    ),
    shared_type: field(xen_cpuperf_shared_type, {
      direction: 'in',
      doc: 'who sees to CPUs that depend on each other',
    }),
    domain_info: field(xen_psd_package, { direction: 'in', doc: 'these CPUs' }),
  },
  { since: '4.21' },
);
export type XenProcessorCppc = Infer<typeof xen_processor_cppc>;

/** Says what ACPI knows of a CPU's power management. */
export const xenpf_set_processor_pminfo = struct('xenpf_set_processor_pminfo', {
  id: field(uint32_t, { direction: 'in', doc: 'the CPU, as ACPI numbers it' }),
  type: field(xen_pm_type, { direction: 'in', doc: 'what is said' }),
  u: field(
    union(
      null,
      {
        power: field(xen_processor_power, { direction: 'in', doc: 'its idle states' }),
        perf: field(xen_processor_performance, { direction: 'in', doc: 'its performance states' }),
        pdc: field(XEN_GUEST_HANDLE(uint32_t, undefined, 'uint32'), {
          direction: 'inout',
          doc: "what ACPI's _PDC is to say; its second word is how many follow",
        }),
        cppc_data: field(xen_processor_cppc, {
          since: '4.21',
          direction: 'in',
          doc: 'what it controls itself',
        }),
      },
      {
        selector: {
          by: 'type',
          live: {
            [XEN_PM_CX]: 'power',
            [XEN_PM_PX]: 'perf',
            [XEN_PM_PDC]: 'pdc',
            [XEN_PM_CPPC]: 'cppc_data',
          },
        },
      },
    ),
    { direction: 'inout', doc: 'depends on the type' },
  ),
});
export type XenpfSetProcessorPminfo = Infer<typeof xenpf_set_processor_pminfo>;

export const XENPF_get_cpuinfo = 55;
/** The CPU is in use. */
export const XEN_PCPU_FLAGS_ONLINE = 1;
/** There is no such CPU. */
export const XEN_PCPU_FLAGS_INVALID = 2;
/** What holds for a CPU. */
export const xen_pcpu_flags = flags('xen_pcpu_flags', uint32_t, {
  XEN_PCPU_FLAGS_ONLINE,
  XEN_PCPU_FLAGS_INVALID,
});

/** Reads what holds for a CPU. */
export const xenpf_pcpuinfo = struct('xenpf_pcpuinfo', {
  xen_cpuid: field(uint32_t, { direction: 'in', doc: 'the CPU' }),
  max_present: field(uint32_t, {
    direction: 'out',
    doc: 'the highest number of a CPU that there is',
  }),
  flags: field(xen_pcpu_flags, { direction: 'out', doc: 'what holds for it' }),
  apic_id: field(uint32_t, { direction: 'out', doc: 'its APIC' }),
  acpi_id: field(uint32_t, { direction: 'out', doc: 'its number in ACPI' }),
});
export type XenpfPcpuinfo = Infer<typeof xenpf_pcpuinfo>;

export const XENPF_get_cpu_version = 48;

/** Reads which model a CPU is. */
export const xenpf_pcpu_version = struct('xenpf_pcpu_version', {
  xen_cpuid: field(uint32_t, { direction: 'in', doc: 'the CPU' }),
  max_present: field(uint32_t, {
    direction: 'out',
    doc: 'the highest number of a CPU that there is',
  }),
  vendor_id: field(chars(12), { direction: 'out', doc: 'its maker, as CPUID says it' }),
  family: field(uint32_t, { direction: 'out', doc: 'as CPUID says it' }),
  model: field(uint32_t, { direction: 'out', doc: 'as CPUID says it' }),
  stepping: field(uint32_t, { direction: 'out', doc: 'as CPUID says it' }),
});
export type XenpfPcpuVersion = Infer<typeof xenpf_pcpu_version>;

export const XENPF_cpu_online = 56;
export const XENPF_cpu_offline = 57;

/** Takes a CPU into use or out of it. */
export const xenpf_cpu_ol = struct('xenpf_cpu_ol', {
  cpuid: field(uint32_t, { direction: 'in', doc: 'the CPU' }),
});
export type XenpfCpuOl = Infer<typeof xenpf_cpu_ol>;

export const XENPF_cpu_hotadd = 58;

/** Adds a CPU. */
export const xenpf_cpu_hotadd = struct('xenpf_cpu_hotadd', {
  apic_id: field(uint32_t, { direction: 'in', doc: 'its APIC' }),
  acpi_id: field(uint32_t, { direction: 'in', doc: 'its number in ACPI' }),
  pxm: field(uint32_t, { direction: 'in', doc: 'its proximity domain' }),
});
export type XenpfCpuHotadd = Infer<typeof xenpf_cpu_hotadd>;

export const XENPF_mem_hotadd = 59;

/** Adds memory. */
export const xenpf_mem_hotadd = struct('xenpf_mem_hotadd', {
  spfn: field(uint64_t, { direction: 'in', unit: 'MFN', doc: 'its first frame' }),
  epfn: field(uint64_t, { direction: 'in', unit: 'MFN', doc: 'the first frame behind it' }),
  pxm: field(uint32_t, { direction: 'in', doc: 'its proximity domain' }),
  flags: field(uint32_t, { direction: 'in', doc: 'none is defined' }),
});
export type XenpfMemHotadd = Infer<typeof xenpf_mem_hotadd>;

export const XENPF_core_parking = 60;
export const XEN_CORE_PARKING_SET = 1;
export const XEN_CORE_PARKING_GET = 2;
/** Whether idle cores are set or read. */
export const xen_core_parking = enumeration('xen_core_parking', uint32_t, {
  XEN_CORE_PARKING_SET,
  XEN_CORE_PARKING_GET,
});

/** Takes cores out of use to save power. */
export const xenpf_core_parking = struct('xenpf_core_parking', {
  type: field(xen_core_parking, { direction: 'in', doc: 'set or read' }),
  idle_nums: field(uint32_t, { direction: 'inout', unit: 'count', doc: 'cores out of use' }),
});
export type XenpfCoreParking = Infer<typeof xenpf_core_parking>;

export const XENPF_resource_op = 61;
export const XEN_RESOURCE_OP_MSR_READ = 0;
export const XEN_RESOURCE_OP_MSR_WRITE = 1;
/** What to do with a resource. */
export const xen_resource_op = enumeration('xen_resource_op', uint32_t, {
  XEN_RESOURCE_OP_MSR_READ,
  XEN_RESOURCE_OP_MSR_WRITE,
});

/** An access to a resource of a CPU. */
export const xenpf_resource_entry = struct('xenpf_resource_entry', {
  u: field(
    union(null, {
      cmd: field(xen_resource_op, { direction: 'in', doc: 'what to do' }),
      ret: field(int32_t, { direction: 'out', unit: 'errno', doc: 'why it failed' }),
    }),
    { direction: 'inout', doc: "what to do; after the call, a failed entry's result" },
  ),
  rsvd: field(uint32_t, { direction: 'in', doc: 'must be 0' }),
  idx: field(uint64_t, { direction: 'in', doc: 'the MSR' }),
  val: field(uint64_t, { direction: 'inout', doc: 'what is written, or was read' }),
});
export type XenpfResourceEntry = Infer<typeof xenpf_resource_entry>;

/** Accesses resources of a CPU, one after another. */
export const xenpf_resource_op = struct('xenpf_resource_op', {
  nr_entries: field(uint32_t, { direction: 'in', unit: 'count', doc: 'length of the list' }),
  cpu: field(uint32_t, { direction: 'in', doc: 'the CPU' }),
  entries: field(XEN_GUEST_HANDLE(xenpf_resource_entry, 'nr_entries', 'xenpf_resource_entry_t'), {
    direction: 'inout',
    doc: 'the accesses',
  }),
});
export type XenpfResourceOp = Infer<typeof xenpf_resource_op>;

export const XENPF_get_symbol = 63;

/** Reads a symbol of the hypervisor. */
export const xenpf_symdata = struct('xenpf_symdata', {
  namelen: field(uint32_t, {
    direction: 'inout',
    unit: 'bytes',
    doc: 'room for its name; after the call, its length, NUL not counted',
  }),
  symnum: field(uint32_t, {
    direction: 'inout',
    doc: 'which symbol; after the call, the next; the same at the end',
  }),
  name: field(XEN_GUEST_HANDLE(plain_char, 'namelen'), { direction: 'out', doc: 'its name' }),
  address: field(uint64_t, { direction: 'out', unit: 'address', doc: 'where it is' }),
  type: field(plain_char, { direction: 'out', doc: 'its kind, as `nm` prints it' }),
});
export type XenpfSymdata = Infer<typeof xenpf_symdata>;

/** From 4.18 on. */
export const XENPF_get_dom0_console = 64;
/** From 4.18 on. */
export const XENPF_get_ucode_revision = 65;

/** Reads which microcode a CPU runs. */
export const xenpf_ucode_revision = struct(
  'xenpf_ucode_revision',
  {
    cpu: field(uint32_t, { direction: 'in', doc: 'the CPU' }),
    signature: field(uint32_t, { direction: 'out', doc: 'what CPUID says of it in eax of leaf 1' }),
    pf: field(uint32_t, { direction: 'out', doc: 'its platform flags, of Intel' }),
    revision: field(uint32_t, { direction: 'out', doc: 'of the microcode' }),
  },
  { since: '4.18' },
);
export type XenpfUcodeRevision = Infer<typeof xenpf_ucode_revision>;

/** From 4.20 on. */
export const XENPF_microcode_update2 = 66;
/** Also what is not newer. */
export const XENPF_UCODE_FORCE = 1;
/** How microcode is loaded. */
export const xenpf_ucode = flags('xenpf_ucode', uint32_t, { XENPF_UCODE_FORCE });

/** Loads microcode into the CPUs. */
export const xenpf_microcode_update2 = struct(
  'xenpf_microcode_update2',
  {
    flags: field(xenpf_ucode, { direction: 'in', doc: 'how' }),
    length: field(uint32_t, { direction: 'in', unit: 'bytes', doc: 'its length' }),
    data: field(XEN_GUEST_HANDLE(uint8_t, 'length', 'const_void'), {
      direction: 'in',
      doc: 'the microcode',
    }),
  },
  { since: '4.20' },
);
export type XenpfMicrocodeUpdate2 = Infer<typeof xenpf_microcode_update2>;

/** What is told or asked. */
export const xenpf = enumeration('xenpf', uint32_t, {
  XENPF_settime32,
  XENPF_settime64,
  XENPF_add_memtype,
  XENPF_del_memtype,
  XENPF_read_memtype,
  XENPF_microcode_update,
  XENPF_platform_quirk,
  XENPF_get_cpu_version,
  XENPF_efi_runtime_call,
  XENPF_firmware_info,
  XENPF_enter_acpi_sleep,
  XENPF_change_freq,
  XENPF_getidletime,
  XENPF_set_processor_pminfo,
  XENPF_get_cpuinfo,
  XENPF_cpu_online,
  XENPF_cpu_offline,
  XENPF_cpu_hotadd,
  XENPF_mem_hotadd,
  XENPF_core_parking,
  XENPF_resource_op,
  XENPF_get_symbol,
  XENPF_get_dom0_console,
  XENPF_get_ucode_revision,
  XENPF_microcode_update2,
});

/** An operation on the hardware. */
export const xen_platform_op = struct('xen_platform_op', {
  cmd: field(xenpf, { direction: 'in', doc: 'the operation' }),
  interface_version: field(uint32_t, { direction: 'in', doc: 'must be XENPF_INTERFACE_VERSION' }),
  u: field(
    union(
      null,
      {
        settime: field(xenpf_settime64, { direction: 'in', doc: 'XENPF_settime' }),
        settime32: field(xenpf_settime32, { direction: 'in', doc: 'XENPF_settime32' }),
        settime64: field(xenpf_settime64, { direction: 'in', doc: 'XENPF_settime64' }),
        add_memtype: field(xenpf_add_memtype, { direction: 'inout', doc: 'XENPF_add_memtype' }),
        del_memtype: field(xenpf_del_memtype, { direction: 'in', doc: 'XENPF_del_memtype' }),
        read_memtype: field(xenpf_read_memtype, { direction: 'inout', doc: 'XENPF_read_memtype' }),
        microcode: field(xenpf_microcode_update, {
          direction: 'in',
          doc: 'XENPF_microcode_update',
        }),
        platform_quirk: field(xenpf_platform_quirk, {
          direction: 'in',
          doc: 'XENPF_platform_quirk',
        }),
        efi_runtime_call: field(xenpf_efi_runtime_call, {
          direction: 'inout',
          doc: 'XENPF_efi_runtime_call',
        }),
        firmware_info: field(xenpf_firmware_info, {
          direction: 'inout',
          doc: 'XENPF_firmware_info',
        }),
        enter_acpi_sleep: field(xenpf_enter_acpi_sleep, {
          direction: 'in',
          doc: 'XENPF_enter_acpi_sleep',
        }),
        change_freq: field(xenpf_change_freq, { direction: 'in', doc: 'XENPF_change_freq' }),
        getidletime: field(xenpf_getidletime, { direction: 'inout', doc: 'XENPF_getidletime' }),
        set_pminfo: field(xenpf_set_processor_pminfo, {
          direction: 'in',
          doc: 'XENPF_set_processor_pminfo',
        }),
        pcpu_info: field(xenpf_pcpuinfo, { direction: 'inout', doc: 'XENPF_get_cpuinfo' }),
        pcpu_version: field(xenpf_pcpu_version, {
          direction: 'inout',
          doc: 'XENPF_get_cpu_version',
        }),
        cpu_ol: field(xenpf_cpu_ol, {
          direction: 'in',
          doc: 'XENPF_cpu_online, XENPF_cpu_offline',
        }),
        cpu_add: field(xenpf_cpu_hotadd, { direction: 'in', doc: 'XENPF_cpu_hotadd' }),
        mem_add: field(xenpf_mem_hotadd, { direction: 'in', doc: 'XENPF_mem_hotadd' }),
        core_parking: field(xenpf_core_parking, { direction: 'inout', doc: 'XENPF_core_parking' }),
        resource_op: field(xenpf_resource_op, { direction: 'in', doc: 'XENPF_resource_op' }),
        symdata: field(xenpf_symdata, { direction: 'inout', doc: 'XENPF_get_symbol' }),
        dom0_console: field(dom0_vga_console_info, {
          since: '4.18',
          direction: 'out',
          doc: 'XENPF_get_dom0_console',
        }),
        ucode_revision: field(xenpf_ucode_revision, {
          since: '4.18',
          direction: 'inout',
          doc: 'XENPF_get_ucode_revision',
        }),
        microcode2: field(xenpf_microcode_update2, {
          since: '4.20',
          direction: 'in',
          doc: 'XENPF_microcode_update2',
        }),
        pad: field(array(uint8_t, 128), { direction: 'in', doc: 'room for what is still to come' }),
      },
      {
        selector: {
          by: 'cmd',
          live: {
            [XENPF_settime32]: 'settime32',
            [XENPF_settime64]: 'settime64',
            [XENPF_add_memtype]: 'add_memtype',
            [XENPF_del_memtype]: 'del_memtype',
            [XENPF_read_memtype]: 'read_memtype',
            [XENPF_microcode_update]: 'microcode',
            [XENPF_platform_quirk]: 'platform_quirk',
            [XENPF_efi_runtime_call]: 'efi_runtime_call',
            [XENPF_firmware_info]: 'firmware_info',
            [XENPF_enter_acpi_sleep]: 'enter_acpi_sleep',
            [XENPF_change_freq]: 'change_freq',
            [XENPF_getidletime]: 'getidletime',
            [XENPF_set_processor_pminfo]: 'set_pminfo',
            [XENPF_get_cpuinfo]: 'pcpu_info',
            [XENPF_get_cpu_version]: 'pcpu_version',
            [XENPF_cpu_online]: 'cpu_ol',
            [XENPF_cpu_offline]: 'cpu_ol',
            [XENPF_cpu_hotadd]: 'cpu_add',
            [XENPF_mem_hotadd]: 'mem_add',
            [XENPF_core_parking]: 'core_parking',
            [XENPF_resource_op]: 'resource_op',
            [XENPF_get_symbol]: 'symdata',
            [XENPF_get_dom0_console]: 'dom0_console',
            [XENPF_get_ucode_revision]: 'ucode_revision',
            [XENPF_microcode_update2]: 'microcode2',
          },
        },
      },
    ),
    { direction: 'inout', doc: 'depends on the operation' },
  ),
});
export type XenPlatformOp = Infer<typeof xen_platform_op>;
