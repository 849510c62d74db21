/** xen.h: set_timer_op. */
import { int64_t, struct, unsigned_int } from '../../src/schema/index.js';
import { x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Sets the calling vCPU's timer. */
export const table: Hypercall = {
  number: 15,
  name: 'set_timer_op',
  registers: struct('set_timer_op', { timeout: int64_t }),
  compat: struct('set_timer_op', { lo: unsigned_int, hi: unsigned_int }),
  abis: x86,
};
