/** vcpu.h: vcpu_op. */
import { c_int, struct, unsigned_int } from '../../src/schema/index.js';
import { vcpu_guest_context } from '../arch.js';
import {
  vcpu_get_physid,
  vcpu_register_runstate_memory_area,
  vcpu_register_time_memory_area,
  vcpu_register_vcpu_info,
  vcpu_runstate_info,
  vcpu_set_periodic_timer,
  vcpu_set_singleshot_timer,
} from '../vcpu.js';
import { gives, nothing, rows, takes, to, writes, x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Works on vCPUs. */
export const table: Hypercall = {
  number: 24,
  name: 'vcpu_op',
  registers: struct('vcpu_op', { cmd: c_int, vcpuid: unsigned_int, extra_args: to() }),
  argument: 'extra_args',
  operations: {
    by: 'cmd',
    noun: 'operation',
    operations: rows([
      [
        0,
        'VCPUOP_initialise',
        'gives a vCPU its first registers',
        { ...takes(vcpu_guest_context), abis: x86 },
      ],
      [1, 'VCPUOP_up', 'starts a vCPU', { ...nothing, abis: x86 }],
      [2, 'VCPUOP_down', 'stops a vCPU', { ...nothing, abis: x86 }],
      [3, 'VCPUOP_is_up', 'returns whether a vCPU runs', { ...nothing, abis: x86 }],
      [
        4,
        'VCPUOP_get_runstate_info',
        'reads how long a vCPU was in each state',
        { ...gives(vcpu_runstate_info), abis: x86 },
      ],
      [
        5,
        'VCPUOP_register_runstate_memory_area',
        'has the states of a vCPU written to memory',
        {
          ...takes(vcpu_register_runstate_memory_area, { '': writes(1) }),
          member: 'addr.h',
        },
      ],
      [
        6,
        'VCPUOP_set_periodic_timer',
        "sets a vCPU's periodic timer",
        { ...takes(vcpu_set_periodic_timer), abis: x86 },
      ],
      [7, 'VCPUOP_stop_periodic_timer', "stops a vCPU's periodic timer", { ...nothing, abis: x86 }],
      [
        8,
        'VCPUOP_set_singleshot_timer',
        'sets a timer that fires once',
        { ...takes(vcpu_set_singleshot_timer), abis: x86 },
      ],
      [9, 'VCPUOP_stop_singleshot_timer', 'stops that timer', { ...nothing, abis: x86 }],
      [
        10,
        'VCPUOP_register_vcpu_info',
        "moves a vCPU's info to a page of the guest's",
        takes(vcpu_register_vcpu_info),
      ],
      [
        11,
        'VCPUOP_send_nmi',
        'sends a non-maskable interrupt',
        { ...nothing, abis: x86, zero: ['extra_args'] },
      ],
      [
        12,
        'VCPUOP_get_physid',
        "reads the APIC and ACPI numbers of a vCPU's CPU",
        { ...gives(vcpu_get_physid), abis: x86 },
      ],
      [
        13,
        'VCPUOP_register_vcpu_time_memory_area',
        'has the time of a vCPU written to memory',
        {
          ...takes(vcpu_register_time_memory_area, { '': writes(1) }),
          member: 'addr.h',
          abis: x86,
        },
      ],
      [
        14,
        'VCPUOP_register_runstate_phys_area',
        'has the states of a vCPU written to guest physical memory',
        { ...takes(vcpu_register_runstate_memory_area), member: 'addr.p', since: '4.18' },
      ],
      [
        15,
        'VCPUOP_register_vcpu_time_phys_area',
        'has the time of a vCPU written to guest physical memory',
        { ...takes(vcpu_register_time_memory_area), member: 'addr.p', abis: x86, since: '4.18' },
      ],
    ]),
  },
};
