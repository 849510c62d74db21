/** arch-x86/xen.h: set_debugreg. */
import { c_int, struct } from '../../src/schema/index.js';
import { address } from './register-types.js';
import { x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Sets a debug register. */
export const table: Hypercall = {
  number: 8,
  name: 'set_debugreg',
  registers: struct('set_debugreg', { reg: c_int, value: address }),
  abis: x86,
};
