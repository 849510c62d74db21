/** arch-x86/xen.h: stack_switch. */
import { struct } from '../../src/schema/index.js';
import { address } from './register-types.js';
import { x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Sets the kernel's stack. */
export const table: Hypercall = {
  number: 3,
  name: 'stack_switch',
  registers: struct('stack_switch', { ss: address, esp: address }),
  abis: x86,
};
