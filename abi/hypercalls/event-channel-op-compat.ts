/** event_channel.h: event_channel_op_compat. */
import { struct } from '../../src/schema/index.js';
import { evtchn_op } from '../event_channel.js';
import { rows, takes, to, trades } from './shapes.js';
import type { Hypercall } from './types.js';

/** Works on event channels, the old way. */
export const table: Hypercall = {
  number: 16,
  name: 'event_channel_op_compat',
  registers: struct('event_channel_op_compat', { uop: to(evtchn_op) }),
  argument: 'uop',
  struct: evtchn_op,
  operations: {
    by: 'cmd',
    noun: 'operation',
    union: 'u',
    operations: rows([
      [
        0,
        'EVTCHNOP_bind_interdomain',
        'connects to a port that another domain offers',
        trades('bind_interdomain'),
      ],
      [1, 'EVTCHNOP_bind_virq', 'binds a virtual interrupt to a port', trades('bind_virq')],
      [2, 'EVTCHNOP_bind_pirq', 'binds a physical interrupt to a port', trades('bind_pirq')],
      [3, 'EVTCHNOP_close', 'closes a port', takes('close')],
      [4, 'EVTCHNOP_send', 'sends an event', takes('send')],
      [5, 'EVTCHNOP_status', 'reads what a port is bound to', trades('status')],
      [
        6,
        'EVTCHNOP_alloc_unbound',
        'opens a port that a domain may connect to',
        trades('alloc_unbound'),
      ],
      [7, 'EVTCHNOP_bind_ipi', 'binds an interrupt between vCPUs to a port', trades('bind_ipi')],
      [8, 'EVTCHNOP_bind_vcpu', 'chooses the vCPU that a port notifies', takes('bind_vcpu')],
      [9, 'EVTCHNOP_unmask', "lets a port's events through", takes('unmask')],
    ]),
  },
};
