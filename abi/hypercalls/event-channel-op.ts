/** event_channel.h: event_channel_op. */
import { c_int, struct } from '../../src/schema/index.js';
import {
  evtchn_alloc_unbound,
  evtchn_bind_interdomain,
  evtchn_bind_ipi,
  evtchn_bind_pirq,
  evtchn_bind_vcpu,
  evtchn_bind_virq,
  evtchn_close,
  evtchn_expand_array,
  evtchn_init_control,
  evtchn_reset,
  evtchn_send,
  evtchn_set_priority,
  evtchn_status,
  evtchn_unmask,
} from '../event_channel.js';
import { rows, takes, to, trades } from './shapes.js';
import type { Hypercall } from './types.js';

/** Works on event channels. */
export const table: Hypercall = {
  number: 32,
  name: 'event_channel_op',
  registers: struct('event_channel_op', { cmd: c_int, arg: to() }),
  argument: 'arg',
  operations: {
    by: 'cmd',
    noun: 'operation',
    operations: rows([
      [
        0,
        'EVTCHNOP_bind_interdomain',
        'connects to a port that another domain offers',
        trades(evtchn_bind_interdomain),
      ],
      [1, 'EVTCHNOP_bind_virq', 'binds a virtual interrupt to a port', trades(evtchn_bind_virq)],
      [2, 'EVTCHNOP_bind_pirq', 'binds a physical interrupt to a port', trades(evtchn_bind_pirq)],
      [3, 'EVTCHNOP_close', 'closes a port', takes(evtchn_close)],
      [4, 'EVTCHNOP_send', 'sends an event', takes(evtchn_send)],
      [5, 'EVTCHNOP_status', 'reads what a port is bound to', trades(evtchn_status)],
      [
        6,
        'EVTCHNOP_alloc_unbound',
        'opens a port that a domain may connect to',
        trades(evtchn_alloc_unbound),
      ],
      [
        7,
        'EVTCHNOP_bind_ipi',
        'binds an interrupt between vCPUs to a port',
        trades(evtchn_bind_ipi),
      ],
      [8, 'EVTCHNOP_bind_vcpu', 'chooses the vCPU that a port notifies', takes(evtchn_bind_vcpu)],
      [9, 'EVTCHNOP_unmask', "lets a port's events through", takes(evtchn_unmask)],
      [10, 'EVTCHNOP_reset', 'closes all ports of a domain', takes(evtchn_reset)],
      [
        11,
        'EVTCHNOP_init_control',
        "begins to use FIFO event channels, with a vCPU's control block",
        trades(evtchn_init_control),
      ],
      [12, 'EVTCHNOP_expand_array', 'adds a page of event words', takes(evtchn_expand_array)],
      [13, 'EVTCHNOP_set_priority', 'sets the priority of a port', takes(evtchn_set_priority)],
      [
        14,
        'EVTCHNOP_reset_cont',
        'goes on with a reset that was preempted; internal to the hypervisor',
        takes(evtchn_reset),
      ],
    ]),
  },
};
