/** event_channel.h: how domains, devices and the hypervisor notify each other. */
import {
  array,
  enumeration,
  field,
  flags,
  struct,
  typedef,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  type Infer,
} from '../src/schema/index.js';
import { domid_t } from './xen.js';
import { virq } from './xen-guest.js';

export const EVTCHNOP_bind_interdomain = 0;
export const EVTCHNOP_bind_virq = 1;
export const EVTCHNOP_bind_pirq = 2;
export const EVTCHNOP_close = 3;
export const EVTCHNOP_send = 4;
export const EVTCHNOP_status = 5;
export const EVTCHNOP_alloc_unbound = 6;
export const EVTCHNOP_bind_ipi = 7;
export const EVTCHNOP_bind_vcpu = 8;
export const EVTCHNOP_unmask = 9;
export const EVTCHNOP_reset = 10;
export const EVTCHNOP_init_control = 11;
export const EVTCHNOP_expand_array = 12;
export const EVTCHNOP_set_priority = 13;
/** Internal to the hypervisor. */
export const EVTCHNOP_reset_cont = 14;

/** One end of an event channel. */
export const evtchn_port_t = typedef('evtchn_port_t', uint32_t);

/** Opens a port that another domain may connect to. */
export const evtchn_alloc_unbound = struct('evtchn_alloc_unbound', {
  dom: field(domid_t, { direction: 'in', doc: 'whose port it is' }),
  remote_dom: field(domid_t, { direction: 'in', doc: 'the domain that may connect' }),
  port: field(evtchn_port_t, { direction: 'out', doc: 'the new port' }),
});
export type EvtchnAllocUnbound = Infer<typeof evtchn_alloc_unbound>;

/** Connects to a port that another domain has opened. */
export const evtchn_bind_interdomain = struct('evtchn_bind_interdomain', {
  remote_dom: field(domid_t, { direction: 'in', doc: 'the other domain' }),
  remote_port: field(evtchn_port_t, { direction: 'in', doc: 'its port' }),
  local_port: field(evtchn_port_t, { direction: 'out', doc: "the caller's new port" }),
});
export type EvtchnBindInterdomain = Infer<typeof evtchn_bind_interdomain>;

/** Binds a virtual interrupt to a port. */
export const evtchn_bind_virq = struct('evtchn_bind_virq', {
  virq: field(virq, { direction: 'in', doc: 'the interrupt' }),
  vcpu: field(uint32_t, {
    direction: 'in',
    doc: 'the vCPU to notify; 0 for an interrupt of the whole domain',
  }),
  port: field(evtchn_port_t, { direction: 'out', doc: 'the new port' }),
});
export type EvtchnBindVirq = Infer<typeof evtchn_bind_virq>;

/** Other domains may bind it too. */
export const BIND_PIRQ__WILL_SHARE = 1;

/** How a physical interrupt is bound. */
export const bind_pirq_flags = flags('bind_pirq_flags', uint32_t, { BIND_PIRQ__WILL_SHARE });

/** Binds a physical interrupt to a port. */
export const evtchn_bind_pirq = struct('evtchn_bind_pirq', {
  pirq: field(uint32_t, { direction: 'in', doc: 'the interrupt' }),
  flags: field(bind_pirq_flags, { direction: 'in', doc: 'whether it is shared' }),
  port: field(evtchn_port_t, { direction: 'out', doc: 'the new port' }),
});
export type EvtchnBindPirq = Infer<typeof evtchn_bind_pirq>;

/** Makes a port by which vCPUs of the domain notify one of them. */
export const evtchn_bind_ipi = struct('evtchn_bind_ipi', {
  vcpu: field(uint32_t, { direction: 'in', doc: 'the vCPU to notify' }),
  port: field(evtchn_port_t, { direction: 'out', doc: 'the new port' }),
});
export type EvtchnBindIpi = Infer<typeof evtchn_bind_ipi>;

/** Closes a port; one that another domain is connected to waits for a new connection there. */
export const evtchn_close = struct('evtchn_close', {
  port: field(evtchn_port_t, { direction: 'in', doc: "the caller's port" }),
});
export type EvtchnClose = Infer<typeof evtchn_close>;

/** Notifies the other end of a channel. */
export const evtchn_send = struct('evtchn_send', {
  port: field(evtchn_port_t, { direction: 'in', doc: "the caller's port" }),
});
export type EvtchnSend = Infer<typeof evtchn_send>;

/** It is not in use. */
export const EVTCHNSTAT_closed = 0;
/** It waits for another domain. */
export const EVTCHNSTAT_unbound = 1;
/** It is connected to another domain. */
export const EVTCHNSTAT_interdomain = 2;
/** A physical interrupt. */
export const EVTCHNSTAT_pirq = 3;
/** A virtual interrupt. */
export const EVTCHNSTAT_virq = 4;
/** An interrupt between vCPUs. */
export const EVTCHNSTAT_ipi = 5;

/** What a port is bound to. */
export const evtchnstat = enumeration('evtchnstat', uint32_t, {
  EVTCHNSTAT_closed,
  EVTCHNSTAT_unbound,
  EVTCHNSTAT_interdomain,
  EVTCHNSTAT_pirq,
  EVTCHNSTAT_virq,
  EVTCHNSTAT_ipi,
});

/** What a port is bound to. */
export const evtchn_status = struct('evtchn_status', {
  dom: field(domid_t, { direction: 'in', doc: 'whose port it is' }),
  port: field(evtchn_port_t, { direction: 'in', doc: 'the port' }),
  status: field(evtchnstat, { direction: 'out', doc: 'what it is bound to' }),
  vcpu: field(uint32_t, { direction: 'out', doc: 'the vCPU that it notifies' }),
  u: field(
    union(
      null,
      {
        unbound: field(
          struct(null, {
            dom: field(domid_t, { direction: 'out', doc: 'the domain that may connect' }),
          }),
          { direction: 'out', doc: 'waits for a domain' },
        ),
        interdomain: field(
          struct(null, {
            dom: field(domid_t, { direction: 'out', doc: 'the other domain' }),
            port: field(evtchn_port_t, { direction: 'out', doc: 'its port' }),
          }),
          { direction: 'out', doc: 'connected to a domain' },
        ),
        pirq: field(uint32_t, { direction: 'out', doc: 'the physical interrupt' }),
        virq: field(virq, { direction: 'out', doc: 'the virtual interrupt' }),
      },
      {
        selector: {
          by: 'status',
          live: {
            [EVTCHNSTAT_unbound]: 'unbound',
            [EVTCHNSTAT_interdomain]: 'interdomain',
            [EVTCHNSTAT_pirq]: 'pirq',
            [EVTCHNSTAT_virq]: 'virq',
          },
        },
      },
    ),
    { direction: 'out', doc: 'to whom or to what; depends on the status' },
  ),
});
export type EvtchnStatus = Infer<typeof evtchn_status>;

/** Chooses the vCPU that a port notifies. */
export const evtchn_bind_vcpu = struct('evtchn_bind_vcpu', {
  port: field(evtchn_port_t, { direction: 'in', doc: "the caller's port" }),
  vcpu: field(uint32_t, { direction: 'in', doc: 'the vCPU to notify' }),
});
export type EvtchnBindVcpu = Infer<typeof evtchn_bind_vcpu>;

/** Lets the events of a port through, one that is pending at once. */
export const evtchn_unmask = struct('evtchn_unmask', {
  port: field(evtchn_port_t, { direction: 'in', doc: "the caller's port" }),
});
export type EvtchnUnmask = Infer<typeof evtchn_unmask>;

/** Closes all ports of a domain. */
export const evtchn_reset = struct('evtchn_reset', {
  dom: field(domid_t, { direction: 'in', doc: 'whose ports they are' }),
});
export type EvtchnReset = Infer<typeof evtchn_reset>;

/** Begins to use FIFO event channels, with the control block of a vCPU. */
export const evtchn_init_control = struct('evtchn_init_control', {
  control_gfn: field(uint64_t, {
    direction: 'in',
    unit: 'GFN',
    doc: 'the page of the control block',
  }),
  offset: field(uint32_t, { direction: 'in', unit: 'bytes', doc: 'where in the page it begins' }),
  vcpu: field(uint32_t, { direction: 'in', doc: 'whose control block it is' }),
  link_bits: field(uint8_t, {
    direction: 'out',
    unit: 'count',
    doc: 'bits of an event word that link it to the next',
  }),
  _pad: field(array(uint8_t, 7), { direction: 'out', doc: 'not used' }),
});
export type EvtchnInitControl = Infer<typeof evtchn_init_control>;

/** Adds a page to the array of event words. */
export const evtchn_expand_array = struct('evtchn_expand_array', {
  array_gfn: field(uint64_t, { direction: 'in', unit: 'GFN', doc: 'the page' }),
});
export type EvtchnExpandArray = Infer<typeof evtchn_expand_array>;

/** Chooses the queue that the events of a port wait in. */
export const evtchn_set_priority = struct('evtchn_set_priority', {
  port: field(evtchn_port_t, { direction: 'in', doc: "the caller's port" }),
  priority: field(uint32_t, { direction: 'in', doc: 'from 0, the highest, to 15' }),
});
export type EvtchnSetPriority = Infer<typeof evtchn_set_priority>;

/** What an event channel call is to do. */
export const evtchn_cmd = enumeration('evtchn_cmd', uint32_t, {
  EVTCHNOP_bind_interdomain,
  EVTCHNOP_bind_virq,
  EVTCHNOP_bind_pirq,
  EVTCHNOP_close,
  EVTCHNOP_send,
  EVTCHNOP_status,
  EVTCHNOP_alloc_unbound,
  EVTCHNOP_bind_ipi,
  EVTCHNOP_bind_vcpu,
  EVTCHNOP_unmask,
});

/** The argument of the old hypercall, which has the operation inside. */
export const evtchn_op = struct('evtchn_op', {
  cmd: field(evtchn_cmd, { direction: 'in', doc: 'the operation' }),
  u: field(
    union(
      null,
      {
        alloc_unbound: field(evtchn_alloc_unbound, { direction: 'inout', doc: 'opens a port' }),
        bind_interdomain: field(evtchn_bind_interdomain, {
          direction: 'inout',
          doc: 'connects to a port',
        }),
        bind_virq: field(evtchn_bind_virq, {
          direction: 'inout',
          doc: 'binds a virtual interrupt',
        }),
        bind_pirq: field(evtchn_bind_pirq, {
          direction: 'inout',
          doc: 'binds a physical interrupt',
        }),
        bind_ipi: field(evtchn_bind_ipi, {
          direction: 'inout',
          doc: 'binds an interrupt between vCPUs',
        }),
        close: field(evtchn_close, { direction: 'in', doc: 'closes a port' }),
        send: field(evtchn_send, { direction: 'in', doc: 'notifies' }),
        status: field(evtchn_status, { direction: 'inout', doc: 'what a port is bound to' }),
        bind_vcpu: field(evtchn_bind_vcpu, { direction: 'in', doc: 'chooses the vCPU to notify' }),
        unmask: field(evtchn_unmask, { direction: 'in', doc: 'lets events through' }),
      },
      {
        selector: {
          by: 'cmd',
          live: {
            [EVTCHNOP_bind_interdomain]: 'bind_interdomain',
            [EVTCHNOP_bind_virq]: 'bind_virq',
            [EVTCHNOP_bind_pirq]: 'bind_pirq',
            [EVTCHNOP_close]: 'close',
            [EVTCHNOP_send]: 'send',
            [EVTCHNOP_status]: 'status',
            [EVTCHNOP_alloc_unbound]: 'alloc_unbound',
            [EVTCHNOP_bind_ipi]: 'bind_ipi',
            [EVTCHNOP_bind_vcpu]: 'bind_vcpu',
            [EVTCHNOP_unmask]: 'unmask',
          },
        },
      },
    ),
    { direction: 'inout', doc: 'depends on the operation' },
  ),
});
export type EvtchnOp = Infer<typeof evtchn_op>;

/** Priorities of FIFO event channels. */
export const EVTCHN_FIFO_PRIORITY_MAX = 0;
export const EVTCHN_FIFO_PRIORITY_DEFAULT = 7;
export const EVTCHN_FIFO_PRIORITY_MIN = 15;
export const EVTCHN_FIFO_MAX_QUEUES = 16;

/** Bits of an event word, and the bits that link it to the next. */
export const EVTCHN_FIFO_PENDING = 31;
export const EVTCHN_FIFO_MASKED = 30;
export const EVTCHN_FIFO_LINKED = 29;
export const EVTCHN_FIFO_BUSY = 28;
export const EVTCHN_FIFO_LINK_BITS = 17;
export const EVTCHN_FIFO_LINK_MASK = 0x1ffff;
export const EVTCHN_FIFO_NR_CHANNELS = 0x20000;

/** An event word of a FIFO event channel. */
export const event_word_t = typedef(
  'event_word_t',
  flags(
    'event_word',
    uint32_t,
    {
      PENDING: 2 ** EVTCHN_FIFO_PENDING,
      MASKED: 2 ** EVTCHN_FIFO_MASKED,
      LINKED: 2 ** EVTCHN_FIFO_LINKED,
      BUSY: 2 ** EVTCHN_FIFO_BUSY,
    },
    { link: { shift: 0, width: EVTCHN_FIFO_LINK_BITS } },
  ),
);

/** The queues of a vCPU's FIFO event channels. */
export const evtchn_fifo_control_block = struct('evtchn_fifo_control_block', {
  ready: field(uint32_t, { direction: 'inout', doc: 'a bit for each queue that has events' }),
  _rsvd: field(uint32_t, { direction: 'inout', doc: 'not used' }),
  head: field(array(evtchn_port_t, EVTCHN_FIFO_MAX_QUEUES), {
    direction: 'inout',
    doc: 'the first event of each queue, or 0',
  }),
});
export type EvtchnFifoControlBlock = Infer<typeof evtchn_fifo_control_block>;
