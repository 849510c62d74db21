/** arch-x86/xen.h: get_debugreg. */
import { c_int, struct } from '../../src/schema/index.js';
import { x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Returns a debug register. */
export const table: Hypercall = {
  number: 9,
  name: 'get_debugreg',
  registers: struct('get_debugreg', { reg: c_int }),
  abis: x86,
};
