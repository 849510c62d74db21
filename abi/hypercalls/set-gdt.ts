/** arch-x86/xen.h: set_gdt. */
import { struct, unsigned_int } from '../../src/schema/index.js';
import { xen_ulong_t } from '../xen.js';
import { groups, reads, to, x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Sets the global descriptor table: its frames, 512 descriptors each. */
export const table: Hypercall = {
  number: 2,
  name: 'set_gdt',
  registers: struct('set_gdt', { frame_list: to(xen_ulong_t), entries: unsigned_int }),
  lists: { frame_list: reads(groups('entries', 512), { unit: 'MFN' }) },
  abis: x86,
};
