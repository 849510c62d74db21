/** arch-x86/xen.h: update_descriptor. */
import { struct } from '../../src/schema/index.js';
import { descriptor, machineAddress, word } from './register-types.js';
import { x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Writes a descriptor of a table. */
export const table: Hypercall = {
  number: 10,
  name: 'update_descriptor',
  registers: struct('update_descriptor', { gaddr: machineAddress, desc: descriptor }),
  compat: struct('update_descriptor', { pa_lo: word, pa_hi: word, desc_lo: word, desc_hi: word }),
  abis: x86,
};
