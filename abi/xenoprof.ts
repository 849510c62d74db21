/** xenoprof.h. */
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
} from '../src/schema/index.js';

export const event_log = struct('event_log', {
  eip: uint64_t,
  mode: uint8_t,
  event: uint8_t,
});
export type EventLog = Infer<typeof event_log>;

export const xenoprof_buf = struct('xenoprof_buf', {
  event_head: uint32_t,
  event_tail: uint32_t,
  event_size: uint32_t,
  vcpu_id: uint32_t,
  xen_samples: uint64_t,
  kernel_samples: uint64_t,
  user_samples: uint64_t,
  lost_samples: uint64_t,
  event_log: array(event_log, 1),
});
export type XenoprofBuf = Infer<typeof xenoprof_buf>;

export const xenoprof_init = struct('xenoprof_init', {
  num_events: int32_t,
  is_primary: int32_t,
  cpu_type: chars(64),
});
export type XenoprofInit = Infer<typeof xenoprof_init>;

export const xenoprof_get_buffer = struct('xenoprof_get_buffer', {
  max_samples: int32_t,
  nbuf: int32_t,
  bufsize: int32_t,
  buf_gmaddr: uint64_t,
});
export type XenoprofGetBuffer = Infer<typeof xenoprof_get_buffer>;

export const xenoprof_counter = struct('xenoprof_counter', {
  ind: uint32_t,
  count: uint64_t,
  enabled: uint32_t,
  event: uint32_t,
  hypervisor: uint32_t,
  kernel: uint32_t,
  user: uint32_t,
  unit_mask: uint64_t,
});
export type XenoprofCounter = Infer<typeof xenoprof_counter>;

export const xenoprof_passive = struct('xenoprof_passive', {
  domain_id: uint16_t,
  max_samples: int32_t,
  nbuf: int32_t,
  bufsize: int32_t,
  buf_gmaddr: uint64_t,
});
export type XenoprofPassive = Infer<typeof xenoprof_passive>;

export const xenoprof_ibs_counter = struct('xenoprof_ibs_counter', {
  op_enabled: uint64_t,
  fetch_enabled: uint64_t,
  max_cnt_fetch: uint64_t,
  max_cnt_op: uint64_t,
  rand_en: uint64_t,
  dispatched_ops: uint64_t,
});
export type XenoprofIbsCounter = Infer<typeof xenoprof_ibs_counter>;
