/** xen.h: update_va_mapping_otherdomain. */
import { struct } from '../../src/schema/index.js';
import { domid_t } from '../xen.js';
import { address, mappingFlags, pageTableEntry, vcpuMask, word } from './register-types.js';
import { x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Writes the entry of a page table of another domain that maps an address. */
export const table: Hypercall = {
  number: 22,
  name: 'update_va_mapping_otherdomain',
  registers: struct('update_va_mapping_otherdomain', {
    va: address,
    val64: pageTableEntry,
    flags: mappingFlags,
    domid: domid_t,
  }),
  compat: struct('update_va_mapping_otherdomain', {
    va: address,
    lo: word,
    hi: word,
    flags: mappingFlags,
    domid: domid_t,
  }),
  lists: { flags: vcpuMask },
  abis: x86,
};
