/** sched.h. */
import {
  int32_t,
  struct,
  type Infer,
  uint32_t,
  uint64_t,
  unsigned_int,
} from '../src/schema/index.js';
import { evtchn_port_t } from './event_channel.js';
import { XEN_GUEST_HANDLE, domid_t } from './xen.js';

export const sched_shutdown = struct('sched_shutdown', {
  reason: unsigned_int,
});
export type SchedShutdown = Infer<typeof sched_shutdown>;

export const sched_poll = struct('sched_poll', {
  ports: XEN_GUEST_HANDLE(evtchn_port_t),
  nr_ports: unsigned_int,
  timeout: uint64_t,
});
export type SchedPoll = Infer<typeof sched_poll>;

export const sched_remote_shutdown = struct('sched_remote_shutdown', {
  domain_id: domid_t,
  reason: unsigned_int,
});
export type SchedRemoteShutdown = Infer<typeof sched_remote_shutdown>;

export const sched_watchdog = struct('sched_watchdog', {
  id: uint32_t,
  timeout: uint32_t,
});
export type SchedWatchdog = Infer<typeof sched_watchdog>;

export const sched_pin_override = struct('sched_pin_override', {
  pcpu: int32_t,
});
export type SchedPinOverride = Infer<typeof sched_pin_override>;
