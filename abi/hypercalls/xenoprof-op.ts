/** xenoprof.h: xenoprof_op. */
import { c_int, struct, uint32_t } from '../../src/schema/index.js';
import { domid_t } from '../xen.js';
import {
  xenoprof_counter,
  xenoprof_get_buffer,
  xenoprof_ibs_counter,
  xenoprof_init,
  xenoprof_passive,
} from '../xenoprof.js';
import { gives, nothing, reads, rows, takes, to, trades, x86 } from './shapes.js';
import type { Hypercall } from './types.js';

/** Profiles domains. */
export const table: Hypercall = {
  number: 31,
  name: 'xenoprof_op',
  registers: struct('xenoprof_op', { op: c_int, arg: to() }),
  argument: 'arg',
  operations: {
    by: 'op',
    noun: 'operation',
    operations: rows([
      [0, 'XENOPROF_init', 'begins profiling', gives(xenoprof_init)],
      [1, 'XENOPROF_reset_active_list', 'forgets the domains that profile themselves', nothing],
      [
        2,
        'XENOPROF_reset_passive_list',
        'forgets the domains that are profiled from outside',
        nothing,
      ],
      [
        3,
        'XENOPROF_set_active',
        'adds a domain that profiles itself',
        { lists: { arg: reads(1, { element: domid_t }) } },
      ],
      [
        4,
        'XENOPROF_set_passive',
        'adds a domain that is profiled from outside',
        trades(xenoprof_passive),
      ],
      [5, 'XENOPROF_reserve_counters', 'reserves the performance counters', nothing],
      [6, 'XENOPROF_counter', 'sets up a counter', takes(xenoprof_counter)],
      [7, 'XENOPROF_setup_events', 'arms the counters', nothing],
      [8, 'XENOPROF_enable_virq', 'has the calling domain told of samples', nothing],
      [9, 'XENOPROF_start', 'starts sampling', nothing],
      [10, 'XENOPROF_stop', 'stops sampling', nothing],
      [11, 'XENOPROF_disable_virq', 'ends telling of samples', nothing],
      [12, 'XENOPROF_release_counters', 'gives the performance counters back', nothing],
      [13, 'XENOPROF_shutdown', 'ends profiling', nothing],
      [14, 'XENOPROF_get_buffer', 'gets the buffers of samples', trades(xenoprof_get_buffer)],
      [
        15,
        'XENOPROF_set_backtrace',
        'sets how deep the backtraces of samples are',
        { lists: { arg: reads(1, { element: uint32_t }) } },
      ],
      [16, 'XENOPROF_get_ibs_caps', 'returns what instruction-based sampling can do', nothing],
      [
        17,
        'XENOPROF_ibs_counter',
        'sets up instruction-based sampling',
        takes(xenoprof_ibs_counter),
      ],
    ]),
  },
  abis: x86,
  until: '4.21',
};
