/** xen.h: update_va_mapping. */
import { struct } from '../../src/schema/index.js';
import { address, mappingFlags, pageTableEntry, vcpuMask, word } from './register-types.js';
import { x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Writes the entry of a page table that maps an address. */
export const table: Hypercall = {
  number: 14,
  name: 'update_va_mapping',
  registers: struct('update_va_mapping', {
    va: address,
    val64: pageTableEntry,
    flags: mappingFlags,
  }),
  compat: struct('update_va_mapping', { va: address, lo: word, hi: word, flags: mappingFlags }),
  lists: { flags: vcpuMask },
  abis: x86,
};
