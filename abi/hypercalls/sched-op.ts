/** sched.h: sched_op. */
import { c_int, struct } from '../../src/schema/index.js';
import {
  sched_pin_override,
  sched_poll,
  sched_remote_shutdown,
  sched_shutdown,
  sched_watchdog,
} from '../sched.js';
import { nothing, reads, rows, takes, to } from './shapes.js';
import type { Hypercall } from './types.js';

/** Lets vCPUs wait and domains end. */
export const table: Hypercall = {
  number: 29,
  name: 'sched_op',
  registers: struct('sched_op', { cmd: c_int, arg: to() }),
  argument: 'arg',
  operations: {
    by: 'cmd',
    noun: 'operation',
    operations: rows([
      [0, 'SCHEDOP_yield', 'lets other vCPUs run', nothing],
      [1, 'SCHEDOP_block', 'waits for an event', nothing],
      [2, 'SCHEDOP_shutdown', 'ends the calling domain, with a reason', takes(sched_shutdown)],
      [
        3,
        'SCHEDOP_poll',
        'waits for one of some event channels, or for a time',
        takes(sched_poll, { ports: reads('nr_ports') }),
      ],
      [
        4,
        'SCHEDOP_remote_shutdown',
        'ends another domain, with a reason',
        takes(sched_remote_shutdown),
      ],
      [5, 'SCHEDOP_shutdown_code', 'says why the domain is about to end', takes(sched_shutdown)],
      [6, 'SCHEDOP_watchdog', 'sets, moves or stops a watchdog timer', takes(sched_watchdog)],
      [
        7,
        'SCHEDOP_pin_override',
        'keeps the calling vCPU on one CPU for a while',
        takes(sched_pin_override),
      ],
    ]),
  },
};
