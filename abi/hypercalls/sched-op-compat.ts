/** sched.h: sched_op_compat. */
import { c_int, struct, unsigned_long } from '../../src/schema/index.js';
import { rows } from './shapes.js';
import type { Hypercall } from './types.js';

/** Lets a vCPU wait or a domain end, the old way. */
export const table: Hypercall = {
  number: 6,
  name: 'sched_op_compat',
  registers: struct('sched_op_compat', { cmd: c_int, arg: unsigned_long }),
  operations: {
    by: 'cmd',
    noun: 'operation',
    operations: rows([
      [0, 'SCHEDOP_yield', 'lets other vCPUs run'],
      [1, 'SCHEDOP_block', 'waits for an event'],
      [2, 'SCHEDOP_shutdown', 'ends the calling domain, with a reason'],
    ]),
  },
};
