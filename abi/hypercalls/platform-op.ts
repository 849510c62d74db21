/** platform.h: platform_op. */
import { struct, uint16_t, uint32_t } from '../../src/schema/index.js';
import { xen_platform_op } from '../platform.js';
import {
  bitmap,
  byte,
  bytes,
  char,
  gives,
  orNull,
  reads,
  rows,
  step,
  takes,
  to,
  trades,
  until,
  updates,
  writes,
  x86,
} from './shapes.js';
import type { Hypercall } from './types.js';

/** The word that some services of EFI want to be zero. */
const misc: readonly string[] = ['u.efi_runtime_call.misc'];

/** Works on the host's machine. */
export const table: Hypercall = {
  number: 7,
  name: 'platform_op',
  registers: struct('platform_op', { u_xenpf_op: to(xen_platform_op) }),
  argument: 'u_xenpf_op',
  struct: xen_platform_op,
  versions: [{ number: 0x03000001, since: '4.13', last: '4.22.0' }],
  operations: {
    by: 'cmd',
    noun: 'operation',
    union: 'u',
    operations: rows([
      [
        17,
        'XENPF_settime32',
        'sets the wall clock, seconds in 32 bits',
        { ...takes('settime32'), abis: x86 },
      ],
      [
        31,
        'XENPF_add_memtype',
        'gives a run of machine memory a cache type',
        { ...trades('add_memtype'), abis: x86 },
      ],
      [32, 'XENPF_del_memtype', 'takes a cache type back', { ...takes('del_memtype'), abis: x86 }],
      [
        33,
        'XENPF_read_memtype',
        'reads a memory type range register',
        { ...trades('read_memtype'), abis: x86 },
      ],
      [
        35,
        'XENPF_microcode_update',
        'loads processor microcode',
        { ...takes('microcode', { data: reads('length', { element: byte }) }), abis: x86 },
      ],
      [
        39,
        'XENPF_platform_quirk',
        'turns a workaround for the machine on',
        { ...takes('platform_quirk'), abis: x86 },
      ],
      [
        48,
        'XENPF_get_cpu_version',
        'reads the identification of a CPU',
        { ...trades('pcpu_version'), abis: x86 },
      ],
      [
        49,
        'XENPF_efi_runtime_call',
        'calls a runtime service of the EFI firmware',
        {
          ...trades('efi_runtime_call'),
          abis: x86,
          next: step(
            'function',
            [
              [
                1,
                'XEN_EFI_get_time',
                'reads the real-time clock',
                { ...gives('get_time'), zero: misc },
              ],
              [
                2,
                'XEN_EFI_set_time',
                'sets the real-time clock',
                { ...takes('set_time'), zero: misc },
              ],
              [
                3,
                'XEN_EFI_get_wakeup_time',
                'reads the wake-up time',
                { ...gives('get_wakeup_time'), zero: misc },
              ],
              [4, 'XEN_EFI_set_wakeup_time', 'sets the wake-up time', takes('set_wakeup_time')],
              [
                5,
                'XEN_EFI_get_next_high_monotonic_count',
                'counts the high half of the monotonic counter up',
                { zero: misc },
              ],
              [
                6,
                'XEN_EFI_get_variable',
                'reads a variable',
                {
                  ...trades('get_variable', {
                    name: reads(until('', 0), { element: uint16_t }),
                    data: writes('size', { element: byte }),
                  }),
                  zero: misc,
                },
              ],
              [
                7,
                'XEN_EFI_set_variable',
                'writes a variable',
                takes('set_variable', {
                  name: reads(until('', 0), { element: uint16_t }),
                  data: reads('size', { element: byte }),
                }),
              ],
              [
                8,
                'XEN_EFI_get_next_variable_name',
                "goes on to the next variable's name",
                {
                  ...trades('get_next_variable_name', {
                    name: updates(bytes('size'), { element: uint16_t }),
                  }),
                  zero: misc,
                },
              ],
              [
                9,
                'XEN_EFI_query_variable_info',
                'reads how much room there is for variables',
                trades('query_variable_info'),
              ],
              [
                10,
                'XEN_EFI_query_capsule_capabilities',
                'asks whether capsules can be updated; not implemented',
                trades('query_capsule_capabilities', {
                  capsule_header_array: reads('capsule_count', { element: byte }),
                }),
              ],
              [
                11,
                'XEN_EFI_update_capsule',
                'passes capsules to the firmware; not implemented',
                trades('update_capsule', {
                  capsule_header_array: reads('capsule_count', { element: byte }),
                }),
              ],
            ],
            'u',
          ),
        },
      ],
      [
        50,
        'XENPF_firmware_info',
        'reads what the firmware told at boot',
        {
          ...trades('firmware_info'),
          abis: x86,
          next: step(
            'type',
            [
              [
                1,
                'XEN_FW_DISK_INFO',
                'the disk parameters of the BIOS',
                gives('disk_info', { edd_params: updates({ kind: 'first' }, { element: byte }) }),
              ],
              [
                2,
                'XEN_FW_DISK_MBR_SIGNATURE',
                "the signature of a disk's boot record",
                gives('disk_mbr_signature'),
              ],
              [
                3,
                'XEN_FW_VBEDDC_INFO',
                'what the monitor says of itself',
                gives('vbeddc_info', { edid: writes(128) }),
              ],
              [
                4,
                'XEN_FW_EFI_INFO',
                'what EFI says, by index',
                trades('efi_info', {
                  'vendor.name': orNull(
                    writes(bytes('vendor.bufsz'), {
                      element: uint16_t,
                      when: { by: 'u.firmware_info.index', is: 2 },
                    }),
                  ),
                }),
              ],
              [5, 'XEN_FW_KBD_SHIFT_FLAGS', "the keyboard's shift state", gives('kbd_shift_flags')],
            ],
            'u',
          ),
        },
      ],
      [
        51,
        'XENPF_enter_acpi_sleep',
        'puts the host to sleep, or off',
        { ...takes('enter_acpi_sleep'), abis: x86 },
      ],
      [
        52,
        'XENPF_change_freq',
        'tells that the frequency of a CPU has changed',
        { ...takes('change_freq'), abis: x86, zero: ['u.change_freq.flags'] },
      ],
      [
        53,
        'XENPF_getidletime',
        'reads how long CPUs have been idle',
        {
          ...trades('getidletime', {
            cpumap_bitmap: bitmap('inout', 'cpumap_nr_cpus'),
            idletime: writes('cpumap_nr_cpus'),
          }),
          abis: x86,
        },
      ],
      [
        54,
        'XENPF_set_processor_pminfo',
        'passes the ACPI power management data of a CPU',
        {
          ...takes('set_pminfo'),
          abis: x86,
          next: step(
            'type',
            [
              [
                0,
                'XEN_PM_CX',
                'its idle states',
                takes('power', {
                  states: reads('count', { lists: { dp: orNull(reads('dpcnt')) } }),
                }),
              ],
              [
                1,
                'XEN_PM_PX',
                'its performance states',
                takes('perf', {
                  states: reads('state_count', { when: { by: 'flags', mask: 2, is: 2 } }),
                }),
              ],
              [2, 'XEN_PM_TX', 'its throttling states; not implemented'],
              [
                3,
                'XEN_PM_PDC',
                "the capabilities of the operating system's driver",
                takes('pdc', { '': updates(3, { element: uint32_t }) }),
              ],
              [
                4,
                'XEN_PM_CPPC',
                'its collaborative performance states',
                { ...takes('cppc_data'), since: '4.21' },
              ],
            ],
            'u',
          ),
        },
      ],
      [
        55,
        'XENPF_get_cpuinfo',
        'reads the state of a physical CPU',
        { ...trades('pcpu_info'), abis: x86 },
      ],
      [56, 'XENPF_cpu_online', 'takes a CPU into use', { ...takes('cpu_ol'), abis: x86 }],
      [57, 'XENPF_cpu_offline', 'takes a CPU out of use', { ...takes('cpu_ol'), abis: x86 }],
      [58, 'XENPF_cpu_hotadd', 'adds a CPU to the host', { ...takes('cpu_add'), abis: x86 }],
      [59, 'XENPF_mem_hotadd', 'adds memory to the host', { ...takes('mem_add'), abis: x86 }],
      [
        60,
        'XENPF_core_parking',
        'reads or sets how many CPUs are parked',
        {
          ...trades('core_parking'),
          abis: x86,
          next: step('type', [
            [1, 'XEN_CORE_PARKING_SET', 'parks so many CPUs'],
            [2, 'XEN_CORE_PARKING_GET', 'reads how many are parked'],
          ]),
        },
      ],
      [
        61,
        'XENPF_resource_op',
        'reads and writes registers of a CPU',
        { ...takes('resource_op', { entries: updates('nr_entries') }), abis: x86 },
      ],
      [
        62,
        'XENPF_settime64',
        'sets the wall clock',
        { ...takes('settime64'), zero: ['u.settime64.mbz'] },
      ],
      [
        63,
        'XENPF_get_symbol',
        'reads a symbol of the hypervisor',
        {
          ...trades('symdata', { name: writes('namelen', { element: char, written: 'namelen' }) }),
          abis: x86,
        },
      ],
      [
        64,
        'XENPF_get_dom0_console',
        'reads what the firmware set up as console',
        { ...gives('dom0_console'), abis: x86, since: '4.18' },
      ],
      [
        65,
        'XENPF_get_ucode_revision',
        'reads the revision of the microcode of a CPU',
        { ...trades('ucode_revision'), abis: x86, since: '4.18' },
      ],
      [
        66,
        'XENPF_microcode_update2',
        'loads processor microcode, with flags',
        {
          ...takes('microcode2', { data: reads('length', { element: byte }) }),
          abis: x86,
          since: '4.20',
        },
      ],
    ]),
  },
};
