/** tmem.h: tmem_op. */
import { struct, unsigned_long } from '../../src/schema/index.js';
import { x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Removed in 4.13. */
export const table: Hypercall = {
  number: 38,
  name: 'tmem_op',
  registers: struct('tmem_op', { op: unsigned_long }),
  abis: x86,
  until: '4.12',
};
