/** sched.h: how vCPUs wait and domains end. */
import {
  enumeration,
  field,
  int32_t,
  struct,
  uint32_t,
  uint64_t,
  unsigned_int,
  type Infer,
} from '../src/schema/index.js';
import { evtchn_port_t } from './event_channel.js';
import { XEN_GUEST_HANDLE, domid_t } from './xen.js';

export const SCHEDOP_yield = 0;
export const SCHEDOP_block = 1;
export const SCHEDOP_shutdown = 2;
export const SCHEDOP_poll = 3;
export const SCHEDOP_remote_shutdown = 4;
export const SCHEDOP_shutdown_code = 5;
export const SCHEDOP_watchdog = 6;
export const SCHEDOP_pin_override = 7;

/** It is done. */
export const SHUTDOWN_poweroff = 0;
/** It wants to begin anew. */
export const SHUTDOWN_reboot = 1;
/** It wants to be saved. */
export const SHUTDOWN_suspend = 2;
/** It failed. */
export const SHUTDOWN_crash = 3;
/** Its watchdog ran out. */
export const SHUTDOWN_watchdog = 4;
/** It wants to begin anew with its memory. */
export const SHUTDOWN_soft_reset = 5;

/** Why a domain ends. */
export const shutdown_reason = enumeration('shutdown_reason', unsigned_int, {
  SHUTDOWN_poweroff,
  SHUTDOWN_reboot,
  SHUTDOWN_suspend,
  SHUTDOWN_crash,
  SHUTDOWN_watchdog,
  SHUTDOWN_soft_reset,
});
export const SHUTDOWN_MAX = 5;

/** Ends the calling domain. */
export const sched_shutdown = struct('sched_shutdown', {
  reason: field(shutdown_reason, { direction: 'in', doc: 'why' }),
});
export type SchedShutdown = Infer<typeof sched_shutdown>;

/** Waits for an event on one of some ports. */
export const sched_poll = struct('sched_poll', {
  ports: field(XEN_GUEST_HANDLE(evtchn_port_t, 'nr_ports'), { direction: 'in', doc: 'the ports' }),
  nr_ports: field(unsigned_int, { direction: 'in', unit: 'count', doc: 'ports' }),
  timeout: field(uint64_t, {
    direction: 'in',
    doc: 'when to stop waiting, in nanoseconds of the system time; 0 for never',
  }),
});
export type SchedPoll = Infer<typeof sched_poll>;

/** Ends another domain. */
export const sched_remote_shutdown = struct('sched_remote_shutdown', {
  domain_id: field(domid_t, { direction: 'in', doc: 'the domain' }),
  reason: field(shutdown_reason, { direction: 'in', doc: 'why' }),
});
export type SchedRemoteShutdown = Infer<typeof sched_remote_shutdown>;

/** A timer that ends the domain when nobody sets it again. */
export const sched_watchdog = struct('sched_watchdog', {
  id: field(uint32_t, { direction: 'in', doc: 'the timer; 0 for a new one' }),
  timeout: field(uint32_t, {
    direction: 'in',
    doc: 'when it runs out, in seconds from now; 0 stops it',
  }),
});
export type SchedWatchdog = Infer<typeof sched_watchdog>;

/** Keeps the calling vCPU on one CPU. */
export const sched_pin_override = struct('sched_pin_override', {
  pcpu: field(int32_t, { direction: 'in', doc: 'the CPU; a negative number ends it' }),
});
export type SchedPinOverride = Infer<typeof sched_pin_override>;
