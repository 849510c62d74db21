/** event_channel.h. */
import {
  array,
  struct,
  type Infer,
  typedef,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
} from '../src/schema/index.js';
import { domid_t } from './xen.js';

export const evtchn_port_t = typedef('evtchn_port_t', uint32_t);

export const evtchn_alloc_unbound = struct('evtchn_alloc_unbound', {
  dom: domid_t,
  remote_dom: domid_t,
  port: evtchn_port_t,
});
export type EvtchnAllocUnbound = Infer<typeof evtchn_alloc_unbound>;

export const evtchn_bind_interdomain = struct('evtchn_bind_interdomain', {
  remote_dom: domid_t,
  remote_port: evtchn_port_t,
  local_port: evtchn_port_t,
});
export type EvtchnBindInterdomain = Infer<typeof evtchn_bind_interdomain>;

export const evtchn_bind_virq = struct('evtchn_bind_virq', {
  virq: uint32_t,
  vcpu: uint32_t,
  port: evtchn_port_t,
});
export type EvtchnBindVirq = Infer<typeof evtchn_bind_virq>;

export const evtchn_bind_pirq = struct('evtchn_bind_pirq', {
  pirq: uint32_t,
  flags: uint32_t,
  port: evtchn_port_t,
});
export type EvtchnBindPirq = Infer<typeof evtchn_bind_pirq>;

export const evtchn_bind_ipi = struct('evtchn_bind_ipi', {
  vcpu: uint32_t,
  port: evtchn_port_t,
});
export type EvtchnBindIpi = Infer<typeof evtchn_bind_ipi>;

export const evtchn_close = struct('evtchn_close', {
  port: evtchn_port_t,
});
export type EvtchnClose = Infer<typeof evtchn_close>;

export const evtchn_send = struct('evtchn_send', {
  port: evtchn_port_t,
});
export type EvtchnSend = Infer<typeof evtchn_send>;

export const evtchn_status = struct('evtchn_status', {
  dom: domid_t,
  port: evtchn_port_t,
  status: uint32_t,
  vcpu: uint32_t,
  u: union(null, {
    unbound: struct(null, {
      dom: domid_t,
    }),
    interdomain: struct(null, {
      dom: domid_t,
      port: evtchn_port_t,
    }),
    pirq: uint32_t,
    virq: uint32_t,
  }),
});
export type EvtchnStatus = Infer<typeof evtchn_status>;

export const evtchn_bind_vcpu = struct('evtchn_bind_vcpu', {
  port: evtchn_port_t,
  vcpu: uint32_t,
});
export type EvtchnBindVcpu = Infer<typeof evtchn_bind_vcpu>;

export const evtchn_unmask = struct('evtchn_unmask', {
  port: evtchn_port_t,
});
export type EvtchnUnmask = Infer<typeof evtchn_unmask>;

export const evtchn_reset = struct('evtchn_reset', {
  dom: domid_t,
});
export type EvtchnReset = Infer<typeof evtchn_reset>;

export const evtchn_init_control = struct('evtchn_init_control', {
  control_gfn: uint64_t,
  offset: uint32_t,
  vcpu: uint32_t,
  link_bits: uint8_t,
  _pad: array(uint8_t, 7),
});
export type EvtchnInitControl = Infer<typeof evtchn_init_control>;

export const evtchn_expand_array = struct('evtchn_expand_array', {
  array_gfn: uint64_t,
});
export type EvtchnExpandArray = Infer<typeof evtchn_expand_array>;

export const evtchn_set_priority = struct('evtchn_set_priority', {
  port: evtchn_port_t,
  priority: uint32_t,
});
export type EvtchnSetPriority = Infer<typeof evtchn_set_priority>;

export const evtchn_op = struct('evtchn_op', {
  cmd: uint32_t,
  u: union(null, {
    alloc_unbound: evtchn_alloc_unbound,
    bind_interdomain: evtchn_bind_interdomain,
    bind_virq: evtchn_bind_virq,
    bind_pirq: evtchn_bind_pirq,
    bind_ipi: evtchn_bind_ipi,
    close: evtchn_close,
    send: evtchn_send,
    status: evtchn_status,
    bind_vcpu: evtchn_bind_vcpu,
    unmask: evtchn_unmask,
  }),
});
export type EvtchnOp = Infer<typeof evtchn_op>;

export const evtchn_fifo_control_block = struct('evtchn_fifo_control_block', {
  ready: uint32_t,
  _rsvd: uint32_t,
  head: array(uint32_t, 16),
});
export type EvtchnFifoControlBlock = Infer<typeof evtchn_fifo_control_block>;
