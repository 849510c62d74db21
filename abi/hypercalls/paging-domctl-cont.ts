/** In no public header: how Xen goes on with a domctl on page tables that it preempted. */
import { table as domctl } from './domctl.js';
import type { Hypercall } from './types.js';

/** As domctl, whose argument it has. */
export const table: Hypercall = {
  ...domctl,
  number: 49,
  name: 'paging_domctl_cont',
  abis: ['x86_32', 'x86_64'],
};
