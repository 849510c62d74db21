/** vcpu.h. */
import {
  array,
  c_int,
  pointer,
  struct,
  type Infer,
  uint32_t,
  uint64_t,
  union,
} from '../src/schema/index.js';
import { vcpu_time_info } from './shared-info.js';
import { XEN_GUEST_HANDLE } from './xen.js';

export const vcpu_runstate_info = struct('vcpu_runstate_info', {
  state: c_int,
  state_entry_time: uint64_t,
  time: array(uint64_t, 4),
});
export type VcpuRunstateInfo = Infer<typeof vcpu_runstate_info>;

export const vcpu_register_runstate_memory_area = struct('vcpu_register_runstate_memory_area', {
  addr: union(null, {
    h: XEN_GUEST_HANDLE(vcpu_runstate_info, undefined, 'vcpu_runstate_info_t'),
    v: pointer(),
    p: uint64_t,
  }),
});
export type VcpuRegisterRunstateMemoryArea = Infer<typeof vcpu_register_runstate_memory_area>;

export const vcpu_set_periodic_timer = struct('vcpu_set_periodic_timer', {
  period_ns: uint64_t,
});
export type VcpuSetPeriodicTimer = Infer<typeof vcpu_set_periodic_timer>;

export const vcpu_set_singleshot_timer = struct('vcpu_set_singleshot_timer', {
  timeout_abs_ns: uint64_t,
  flags: uint32_t,
});
export type VcpuSetSingleshotTimer = Infer<typeof vcpu_set_singleshot_timer>;

export const vcpu_register_vcpu_info = struct('vcpu_register_vcpu_info', {
  mfn: uint64_t,
  offset: uint32_t,
  rsvd: uint32_t,
});
export type VcpuRegisterVcpuInfo = Infer<typeof vcpu_register_vcpu_info>;

export const vcpu_get_physid = struct('vcpu_get_physid', {
  phys_id: uint64_t,
});
export type VcpuGetPhysid = Infer<typeof vcpu_get_physid>;

export const vcpu_register_time_memory_area = struct('vcpu_register_time_memory_area', {
  addr: union(null, {
    h: XEN_GUEST_HANDLE(vcpu_time_info, undefined, 'vcpu_time_info_t'),
    v: pointer(),
    p: uint64_t,
  }),
});
export type VcpuRegisterTimeMemoryArea = Infer<typeof vcpu_register_time_memory_area>;
