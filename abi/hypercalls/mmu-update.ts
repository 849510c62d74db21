/** xen.h: mmu_update. */
import { struct, unsigned_int } from '../../src/schema/index.js';
import { mmu_update } from '../xen-guest.js';
import { foreignDomain, resumed, resumedCount } from './register-types.js';
import { orNull, reads, rows, to, writes, x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Changes page tables and the M2P. */
export const table: Hypercall = {
  number: 1,
  name: 'mmu_update',
  registers: struct('mmu_update', {
    ureqs: to(mmu_update),
    count: resumedCount,
    pdone: to(unsigned_int),
    foreigndom: foreignDomain,
  }),
  lists: { ureqs: reads(resumed), pdone: orNull(writes(1)) },
  elements: {
    list: 'ureqs',
    by: 'ptr',
    mask: 3,
    operations: rows([
      [0, 'MMU_NORMAL_PT_UPDATE', 'writes an entry of a page table'],
      [1, 'MMU_MACHPHYS_UPDATE', 'sets the frame number that the M2P has for a machine frame'],
      [
        2,
        'MMU_PT_UPDATE_PRESERVE_AD',
        'writes an entry of a page table and keeps its accessed and dirty bits',
      ],
      [
        3,
        'MMU_PT_UPDATE_NO_TRANSLATE',
        'writes an entry of a page table whose frame is a machine frame already',
      ],
    ]),
  },
  abis: x86,
};
