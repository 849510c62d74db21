/** arch-x86/xen.h: set_trap_table. */
import { struct } from '../../src/schema/index.js';
import { trap_info } from '../arch.js';
import { orNull, reads, to, until, x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Sets the handlers of exceptions and software interrupts. */
export const table: Hypercall = {
  number: 0,
  name: 'set_trap_table',
  registers: struct('set_trap_table', { traps: to(trap_info) }),
  lists: { traps: orNull(reads(until('address', 0))) },
  abis: x86,
};
