/** vcpu.h: vCPUs come and go, and what the hypervisor tells of them. */
import {
  array,
  c_int,
  enumeration,
  field,
  flags,
  pointer,
  struct,
  uint32_t,
  uint64_t,
  union,
  type Infer,
} from '../src/schema/index.js';
import { vcpu_time_info } from './shared-info.js';
import { XEN_GUEST_HANDLE } from './xen.js';

export const VCPUOP_initialise = 0;
export const VCPUOP_up = 1;
export const VCPUOP_down = 2;
export const VCPUOP_is_up = 3;
export const VCPUOP_get_runstate_info = 4;

/** It runs. */
export const RUNSTATE_running = 0;
/** It waits for a CPU. */
export const RUNSTATE_runnable = 1;
/** It waits for an event. */
export const RUNSTATE_blocked = 2;
/** It is off, or paused. */
export const RUNSTATE_offline = 3;

/** What a vCPU does. */
export const runstate = enumeration('runstate', c_int, {
  RUNSTATE_running,
  RUNSTATE_runnable,
  RUNSTATE_blocked,
  RUNSTATE_offline,
});
/** In state_entry_time: the record is being written. */
export const XEN_RUNSTATE_UPDATE = 1n << 63n;

/** What a vCPU does, and how long it has done what. */
export const vcpu_runstate_info = struct('vcpu_runstate_info', {
  state: field(runstate, { direction: 'out', doc: 'what it does' }),
  state_entry_time: field(uint64_t, {
    direction: 'out',
    doc: 'since when, in nanoseconds of the system time; the top bit says that it is being written',
  }),
  time: field(array(uint64_t, 4), {
    direction: 'out',
    doc: 'how long it has been in each state, in nanoseconds',
  }),
});
export type VcpuRunstateInfo = Infer<typeof vcpu_runstate_info>;

export const VCPUOP_register_runstate_memory_area = 5;

/** Where the hypervisor is to keep a vCPU's record. */
export const vcpu_register_runstate_memory_area = struct('vcpu_register_runstate_memory_area', {
  // Which member is live is said by the operation.
  addr: field(
    union(null, {
      h: field(XEN_GUEST_HANDLE(vcpu_runstate_info, 1, 'vcpu_runstate_info_t'), {
        direction: 'in',
        doc: 'its virtual address, as a handle',
      }),
      v: field(pointer(), { direction: 'in', doc: 'its virtual address, as a pointer' }),
      p: field(uint64_t, {
        direction: 'in',
        unit: 'address',
        doc: 'register_runstate_phys_area: its guest-physical address',
      }),
    }),
    { direction: 'in', doc: 'where' },
  ),
});
export type VcpuRegisterRunstateMemoryArea = Infer<typeof vcpu_register_runstate_memory_area>;

export const VCPUOP_set_periodic_timer = 6;
export const VCPUOP_stop_periodic_timer = 7;

/** A timer that a vCPU gets again and again. */
export const vcpu_set_periodic_timer = struct('vcpu_set_periodic_timer', {
  period_ns: field(uint64_t, { direction: 'in', doc: 'how often, in nanoseconds' }),
});
export type VcpuSetPeriodicTimer = Infer<typeof vcpu_set_periodic_timer>;

export const VCPUOP_set_singleshot_timer = 8;
export const VCPUOP_stop_singleshot_timer = 9;

/** A time that has passed is an error. */
export const VCPU_SSHOTTMR_future = 1 << 0;

/** How a timer is set. */
export const vcpu_sshottmr = flags('vcpu_sshottmr', uint32_t, { VCPU_SSHOTTMR_future });

/** A timer that a vCPU gets once. */
export const vcpu_set_singleshot_timer = struct('vcpu_set_singleshot_timer', {
  timeout_abs_ns: field(uint64_t, {
    direction: 'in',
    doc: 'when, in nanoseconds of the system time',
  }),
  flags: field(vcpu_sshottmr, { direction: 'in', doc: 'how' }),
});
export type VcpuSetSingleshotTimer = Infer<typeof vcpu_set_singleshot_timer>;

export const VCPUOP_register_vcpu_info = 10;

/** Where a vCPU's part of the shared information is to be. */
export const vcpu_register_vcpu_info = struct('vcpu_register_vcpu_info', {
  mfn: field(uint64_t, { direction: 'in', unit: 'GFN', doc: 'the page; of a PV domain its MFN' }),
  offset: field(uint32_t, { direction: 'in', unit: 'bytes', doc: 'where in the page it begins' }),
  rsvd: field(uint32_t, { direction: 'in', doc: 'not used' }),
});
export type VcpuRegisterVcpuInfo = Infer<typeof vcpu_register_vcpu_info>;

export const VCPUOP_send_nmi = 11;
export const VCPUOP_get_physid = 12;

/** The CPU that a vCPU is kept on. */
export const vcpu_get_physid = struct('vcpu_get_physid', {
  phys_id: field(uint64_t, {
    direction: 'out',
    doc: 'its ids: of the APIC below, of ACPI in the upper half',
  }),
});
export type VcpuGetPhysid = Infer<typeof vcpu_get_physid>;

export const VCPUOP_register_vcpu_time_memory_area = 13;
export const VCPUOP_register_runstate_phys_area = 14;
export const VCPUOP_register_vcpu_time_phys_area = 15;

/** Where the hypervisor is to keep a copy of a vCPU's time, which user mode may read. */
export const vcpu_register_time_memory_area = struct('vcpu_register_time_memory_area', {
  // Which member is live is said by the operation.
  addr: field(
    union(null, {
      h: field(XEN_GUEST_HANDLE(vcpu_time_info, 1, 'vcpu_time_info_t'), {
        direction: 'in',
        doc: 'its virtual address, as a handle',
      }),
      v: field(pointer(), { direction: 'in', doc: 'its virtual address, as a pointer' }),
      p: field(uint64_t, {
        direction: 'in',
        unit: 'address',
        doc: 'register_vcpu_time_phys_area: its guest-physical address',
      }),
    }),
    { direction: 'in', doc: 'where' },
  ),
});
export type VcpuRegisterTimeMemoryArea = Infer<typeof vcpu_register_time_memory_area>;
