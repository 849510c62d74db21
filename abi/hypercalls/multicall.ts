/** xen.h: multicall. */
import { field, oneOf, struct, unsigned_int, unsigned_long } from '../../src/schema/index.js';
import { multicall_entry } from '../xen.js';
import { to, updates } from './shapes.js';
import type { Hypercall } from './types.js';

/** Hypercalls in one: each entry has its own number, registers and result. */
export const multicall: Hypercall = {
  number: 13,
  name: 'multicall',
  registers: struct('multicall', {
    call_list: to(multicall_entry),
    nr_calls: oneOf(
      field(unsigned_int, { until: '4.19' }),
      field(unsigned_long, { since: '4.20' }),
    ),
  }),
  lists: { call_list: updates('nr_calls') },
  entries: { list: 'call_list', number: 'op', args: 'args', result: 'result' },
};
