/** grant_table.h: grant_table_op. */
import { struct, unsigned_int } from '../../src/schema/index.js';
import {
  gnttab_cache_flush,
  gnttab_copy,
  gnttab_dump_table,
  gnttab_get_status_frames,
  gnttab_get_version,
  gnttab_map_grant_ref,
  gnttab_query_size,
  gnttab_set_version,
  gnttab_setup_table,
  gnttab_swap_grant_ref,
  gnttab_transfer,
  gnttab_unmap_and_replace,
  gnttab_unmap_grant_ref,
} from '../grant_table.js';
import { reads, rows, to, trades, updates, writes } from './shapes.js';
import type { Hypercall } from './types.js';

/** Works on grants. */
export const table: Hypercall = {
  number: 20,
  name: 'grant_table_op',
  registers: struct('grant_table_op', { cmd: unsigned_int, uop: to(), count: unsigned_int }),
  argument: 'uop',
  operations: {
    by: 'cmd',
    mask: 0xfff,
    noun: 'operation',
    above: 'grant',
    operations: rows([
      [
        0,
        'GNTTABOP_map_grant_ref',
        'maps granted pages',
        { lists: { uop: updates('count', { element: gnttab_map_grant_ref }) } },
      ],
      [
        1,
        'GNTTABOP_unmap_grant_ref',
        'unmaps granted pages',
        { lists: { uop: updates('count', { element: gnttab_unmap_grant_ref }) } },
      ],
      [
        2,
        'GNTTABOP_setup_table',
        'sets the size of a grant table and reads its frames',
        trades(gnttab_setup_table, { frame_list: writes('nr_frames') }),
      ],
      [
        3,
        'GNTTABOP_dump_table',
        'prints a grant table; not implemented',
        { lists: { uop: updates('count', { element: gnttab_dump_table }) } },
      ],
      [
        4,
        'GNTTABOP_transfer',
        'gives pages away for good',
        { lists: { uop: updates('count', { element: gnttab_transfer }) } },
      ],
      [
        5,
        'GNTTABOP_copy',
        'copies between pages of two domains',
        { lists: { uop: updates('count', { element: gnttab_copy }) } },
      ],
      [6, 'GNTTABOP_query_size', 'reads the size of a grant table', trades(gnttab_query_size)],
      [
        7,
        'GNTTABOP_unmap_and_replace',
        'unmaps granted pages and puts other mappings there',
        { lists: { uop: updates('count', { element: gnttab_unmap_and_replace }) } },
      ],
      [
        8,
        'GNTTABOP_set_version',
        'chooses the format of the grant table',
        trades(gnttab_set_version),
      ],
      [
        9,
        'GNTTABOP_get_status_frames',
        'reads the frames of the status words',
        trades(gnttab_get_status_frames, { frame_list: writes('nr_frames') }),
      ],
      [10, 'GNTTABOP_get_version', 'reads the format of a grant table', trades(gnttab_get_version)],
      [
        11,
        'GNTTABOP_swap_grant_ref',
        'swaps the contents of two grants',
        { lists: { uop: updates('count', { element: gnttab_swap_grant_ref }) } },
      ],
      [
        12,
        'GNTTABOP_cache_flush',
        'cleans or invalidates caches of granted memory',
        { lists: { uop: reads('count', { element: gnttab_cache_flush }) } },
      ],
    ]),
  },
};
