/** xenoprof.h: profiles by performance counters, which were removed in 4.22. */
import {
  array,
  chars,
  int32_t,
  struct,
  type Infer,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  field,
} from '../src/schema/index.js';

export const XENOPROF_init = 0;
export const XENOPROF_reset_active_list = 1;
export const XENOPROF_reset_passive_list = 2;
export const XENOPROF_set_active = 3;
export const XENOPROF_set_passive = 4;
export const XENOPROF_reserve_counters = 5;
export const XENOPROF_counter = 6;
export const XENOPROF_setup_events = 7;
export const XENOPROF_enable_virq = 8;
export const XENOPROF_start = 9;
export const XENOPROF_stop = 10;
export const XENOPROF_disable_virq = 11;
export const XENOPROF_release_counters = 12;
export const XENOPROF_shutdown = 13;
export const XENOPROF_get_buffer = 14;
export const XENOPROF_set_backtrace = 15;
export const XENOPROF_get_ibs_caps = 16;
export const XENOPROF_ibs_counter = 17;
export const XENOPROF_last_op = 17;
export const MAX_OPROF_EVENTS = 32;
export const MAX_OPROF_DOMAINS = 25;
export const XENOPROF_CPU_TYPE_SIZE = 64;

/** A sample. */
export const event_log = struct('event_log', {
  eip: field(uint64_t, { direction: 'out', unit: 'address', doc: 'where the CPU was' }),
  mode: field(uint8_t, {
    direction: 'out',
    doc: '0: in a program, 1: in the kernel, 2: in the hypervisor',
  }),
  event: field(uint8_t, { direction: 'out', doc: 'the event that was counted' }),
});
export type EventLog = Infer<typeof event_log>;

/** An `eip` that is none: `event` is a code. */
export const XENOPROF_ESCAPE_CODE = 0xffffffffffffffffn;
/** The code before a backtrace. */
export const XENOPROF_TRACE_BEGIN = 1;

/** The samples of a vCPU, which the hypervisor shares with a domain. */
export const xenoprof_buf = struct('xenoprof_buf', {
  event_head: field(uint32_t, { direction: 'out', doc: 'where the next sample goes' }),
  event_tail: field(uint32_t, { direction: 'inout', doc: 'where the reader is' }),
  event_size: field(uint32_t, {
    direction: 'out',
    unit: 'count',
    doc: 'samples that there is room for',
  }),
  vcpu_id: field(uint32_t, { direction: 'out', doc: 'the vCPU' }),
  xen_samples: field(uint64_t, {
    direction: 'out',
    unit: 'count',
    doc: 'samples in the hypervisor',
  }),
  kernel_samples: field(uint64_t, {
    direction: 'out',
    unit: 'count',
    doc: 'samples in the kernel',
  }),
  user_samples: field(uint64_t, { direction: 'out', unit: 'count', doc: 'samples in programs' }),
  lost_samples: field(uint64_t, {
    direction: 'out',
    unit: 'count',
    doc: 'samples that found no room',
  }),
  event_log: field(array(event_log, 1), { direction: 'out', doc: 'the first of the samples' }),
});
export type XenoprofBuf = Infer<typeof xenoprof_buf>;

/** Begins profiling. */
export const xenoprof_init = struct('xenoprof_init', {
  num_events: field(int32_t, { direction: 'out', unit: 'count', doc: 'counters that there are' }),
  is_primary: field(int32_t, { direction: 'out', doc: 'not 0: the caller profiles the others' }),
  cpu_type: field(chars(64), { direction: 'out', doc: 'the CPU, as OProfile names it' }),
});
export type XenoprofInit = Infer<typeof xenoprof_init>;

/** Gets the buffers of samples. */
export const xenoprof_get_buffer = struct('xenoprof_get_buffer', {
  max_samples: field(int32_t, {
    direction: 'in',
    unit: 'count',
    doc: 'samples that each has room for',
  }),
  nbuf: field(int32_t, { direction: 'out', unit: 'count', doc: 'buffers' }),
  bufsize: field(int32_t, { direction: 'out', unit: 'bytes', doc: 'length of each' }),
  buf_gmaddr: field(uint64_t, {
    direction: 'inout',
    unit: 'address',
    doc: 'physical address of the first',
  }),
});
export type XenoprofGetBuffer = Infer<typeof xenoprof_get_buffer>;

/** Sets up a counter. */
export const xenoprof_counter = struct('xenoprof_counter', {
  ind: field(uint32_t, { direction: 'in', doc: 'which' }),
  count: field(uint64_t, { direction: 'in', unit: 'count', doc: 'events between two samples' }),
  enabled: field(uint32_t, { direction: 'in', doc: 'not 0: it counts' }),
  event: field(uint32_t, { direction: 'in', doc: 'what it counts, as the CPU numbers it' }),
  hypervisor: field(uint32_t, { direction: 'in', doc: 'not 0: it counts there' }),
  kernel: field(uint32_t, { direction: 'in', doc: 'not 0: it counts there' }),
  user: field(uint32_t, { direction: 'in', doc: 'not 0: it counts there' }),
  unit_mask: field(uint64_t, {
    direction: 'in',
    doc: 'what of the event it counts, as the CPU has it',
  }),
});
export type XenoprofCounter = Infer<typeof xenoprof_counter>;

/** Adds a domain that is profiled from outside, and gets its buffers. */
export const xenoprof_passive = struct('xenoprof_passive', {
  domain_id: field(uint16_t, { direction: 'in', doc: 'the domain' }),
  max_samples: field(int32_t, {
    direction: 'in',
    unit: 'count',
    doc: 'samples that each buffer has room for',
  }),
  nbuf: field(int32_t, { direction: 'out', unit: 'count', doc: 'buffers' }),
  bufsize: field(int32_t, { direction: 'out', unit: 'bytes', doc: 'length of each' }),
  buf_gmaddr: field(uint64_t, {
    direction: 'inout',
    unit: 'address',
    doc: 'physical address of the first',
  }),
});
export type XenoprofPassive = Infer<typeof xenoprof_passive>;

/** Sets up instruction-based sampling of AMD. */
export const xenoprof_ibs_counter = struct('xenoprof_ibs_counter', {
  op_enabled: field(uint64_t, { direction: 'in', doc: 'not 0: operations are sampled' }),
  fetch_enabled: field(uint64_t, { direction: 'in', doc: 'not 0: fetches are sampled' }),
  max_cnt_fetch: field(uint64_t, {
    direction: 'in',
    unit: 'count',
    doc: 'fetches between two samples',
  }),
  max_cnt_op: field(uint64_t, {
    direction: 'in',
    unit: 'count',
    doc: 'operations between two samples',
  }),
  rand_en: field(uint64_t, { direction: 'in', doc: 'not 0: the distance of samples varies' }),
  dispatched_ops: field(uint64_t, {
    direction: 'in',
    doc: 'not 0: operations are counted, else cycles',
  }),
});
export type XenoprofIbsCounter = Infer<typeof xenoprof_ibs_counter>;
