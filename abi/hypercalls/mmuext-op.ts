/** xen.h: mmuext_op. */
import { struct, unsigned_int } from '../../src/schema/index.js';
import { mmuext_op } from '../xen-guest.js';
import { foreignDomain, resumed, resumedCount, vcpus } from './register-types.js';
import { orNull, reads, rows, to, writes, x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Pins page tables, and flushes TLBs and caches. */
export const table: Hypercall = {
  number: 26,
  name: 'mmuext_op',
  registers: struct('mmuext_op', {
    uops: to(mmuext_op),
    count: resumedCount,
    pdone: to(unsigned_int),
    foreigndom: foreignDomain,
  }),
  lists: { uops: reads(resumed), pdone: orNull(writes(1)) },
  elements: {
    list: 'uops',
    by: 'cmd',
    operations: rows([
      [0, 'MMUEXT_PIN_L1_TABLE', 'makes a page a page table of level 1', { fields: ['arg1.mfn'] }],
      [1, 'MMUEXT_PIN_L2_TABLE', 'makes a page a page table of level 2', { fields: ['arg1.mfn'] }],
      [2, 'MMUEXT_PIN_L3_TABLE', 'makes a page a page table of level 3', { fields: ['arg1.mfn'] }],
      [3, 'MMUEXT_PIN_L4_TABLE', 'makes a page a page table of level 4', { fields: ['arg1.mfn'] }],
      [4, 'MMUEXT_UNPIN_TABLE', 'lets a page be a page table no longer', { fields: ['arg1.mfn'] }],
      [5, 'MMUEXT_NEW_BASEPTR', 'switches to another root page table', { fields: ['arg1.mfn'] }],
      [6, 'MMUEXT_TLB_FLUSH_LOCAL', "flushes the calling CPU's TLB"],
      [
        7,
        'MMUEXT_INVLPG_LOCAL',
        "flushes one address from the calling CPU's TLB",
        { fields: ['arg1.linear_addr'] },
      ],
      [
        8,
        'MMUEXT_TLB_FLUSH_MULTI',
        'flushes the TLBs of some vCPUs',
        { fields: ['arg2.vcpumask'], lists: { 'arg2.vcpumask': vcpus } },
      ],
      [
        9,
        'MMUEXT_INVLPG_MULTI',
        'flushes one address from the TLBs of some vCPUs',
        { fields: ['arg1.linear_addr', 'arg2.vcpumask'], lists: { 'arg2.vcpumask': vcpus } },
      ],
      [10, 'MMUEXT_TLB_FLUSH_ALL', 'flushes the TLBs of all vCPUs'],
      [
        11,
        'MMUEXT_INVLPG_ALL',
        'flushes one address from the TLBs of all vCPUs',
        { fields: ['arg1.linear_addr'] },
      ],
      [12, 'MMUEXT_FLUSH_CACHE', 'writes the caches back and flushes them'],
      [
        13,
        'MMUEXT_SET_LDT',
        'sets the local descriptor table',
        { fields: ['arg1.linear_addr', 'arg2.nr_ents'] },
      ],
      [
        15,
        'MMUEXT_NEW_USER_BASEPTR',
        'sets the root page table of user mode',
        { fields: ['arg1.mfn'] },
      ],
      [16, 'MMUEXT_CLEAR_PAGE', 'clears a page', { fields: ['arg1.mfn'] }],
      [17, 'MMUEXT_COPY_PAGE', 'copies a page', { fields: ['arg1.mfn', 'arg2.src_mfn'] }],
      [18, 'MMUEXT_FLUSH_CACHE_GLOBAL', 'writes the caches of all CPUs back and flushes them'],
      [
        19,
        'MMUEXT_MARK_SUPER',
        'keeps a run of pages fit for a superpage; not supported',
        { fields: ['arg1.mfn'] },
      ],
      [
        20,
        'MMUEXT_UNMARK_SUPER',
        'lets a run of pages be split again; not supported',
        { fields: ['arg1.mfn'] },
      ],
    ]),
  },
  abis: x86,
};
