/** arch-x86/xen.h: fpu_taskswitch. */
import { c_int, struct } from '../../src/schema/index.js';
import { x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Sets whether the next use of the FPU is an exception. */
export const table: Hypercall = {
  number: 5,
  name: 'fpu_taskswitch',
  registers: struct('fpu_taskswitch', { set: c_int }),
  abis: x86,
};
