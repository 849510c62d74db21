/** arch-x86/xen-x86_64.h: iret. */
import { struct } from '../../src/schema/index.js';
import { x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Returns from an exception: what to load is on the stack. */
export const table: Hypercall = {
  number: 23,
  name: 'iret',
  registers: struct('iret', {}),
  isWithoutResult: true,
  abis: x86,
};
