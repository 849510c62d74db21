import * as xen from '../../abi/index.js';
import type { architectures, CompoundType } from '../../src/index.js';

/**
 * What, of which struct, on which architecture, with which fields; the warnings, each as code,
 * path and offset; and bytes to change before decoding.
 */
export type WarningCase = readonly [
  what: string,
  type: CompoundType,
  abi: keyof typeof architectures,
  value: object,
  expected: string,
  changes?: Readonly<Record<number, number>>,
];

const { xen_memory_exchange: X, xen_memory_reservation: R, xen_mem_sharing_op: S } = xen;
const { xen_mem_paging_op: P, xen_mem_access_op: A, xen_add_to_physmap_batch: B } = xen;

const side = { extent_start: 0x2000n, nr_extents: 2n, extent_order: 0, mem_flags: 0, domid: 0 };
/** A reservation of two frames at 0x2000, but for what is given. */
const list = (fields: object): object => ({ ...side, ...fields });
const start = (extent_start: bigint): object => list({ extent_start });
/** An exchange of two such lists. */
export const exchange = (from: object, to: object, nr_exchanged = 0n): object => ({
  in: { ...side, ...from },
  out: { ...side, extent_start: 0x3000n, ...to },
  nr_exchanged,
});
const fork = (op: number, flags = 0, pad = 0): object => ({
  op,
  domain: 0,
  u: { fork: { parent_domain: 1, flags, pad } },
});
const batch = { domid: 0, size: 0, idxs: 0n, gpfns: 0n, errs: 0n };
const prep = (buffer: bigint): object => ({ op: 2, domain: 0, buffer, gfn: 0n });
const access = { op: 4, access: 0, domid: 0, nr: 2, pfn: 0n, pfn_list: 0x2000n };

const GIB4 = 2n ** 32n;
const END = 2n ** 64n;

export const CASES: readonly WarningCase[] = [
  ['a good exchange', X, 'x86_64', exchange({}, {}), ''],
  ['a good exchange', X, 'x86_32', exchange({}, {}), ''],
  ['a good exchange', X, 'arm32', exchange({}, {}), ''],

  ['padding', R, 'x86_64', side, 'padding  27', { 27: 1 }],
  ['padding', R, 'x86_32', side, 'padding  19', { 19: 1 }],
  ['padding inside', X, 'arm32', exchange({}, {}), 'padding out 63', { 63: 9 }],
  ['padding of a union', S, 'x86_32', fork(9), 'padding u 42', { 42: 1 }],
  ['bytes of a dead member', S, 'x86_64', fork(9), '', { 20: 1 }],

  ['an upper half', R, 'arm32', start(GIB4 + 8n), 'handle-upper-half extent_start 0'],
  ['no upper half', R, 'arm32', start(GIB4 - 16n), ''],
  ['wide pointers', R, 'arm64', start(GIB4 + 8n), ''],
  ['an upper half', P, 'x86_32', prep(GIB4), 'handle-upper-half buffer 8'],
  [
    'of no elements',
    R,
    'arm32',
    list({ nr_extents: 0n, extent_start: GIB4 }),
    'handle-upper-half extent_start 0',
  ],

  ['NULL', R, 'x86_64', start(0n), 'handle-null extent_start 0'],
  ['NULL', X, 'x86_32', exchange({}, { extent_start: 0n }), 'handle-null out.extent_start 20'],
  ['NULL of no elements', R, 'arm32', list({ extent_start: 0n, nr_extents: 0n }), ''],

  ['the last elements', R, 'x86_64', start(END - 16n), ''],
  ['one more', R, 'x86_64', start(END - 8n), 'handle-wrap extent_start 0'],
  ['the last elements', R, 'x86_32', start(GIB4 - 8n), ''],
  ['one more', R, 'x86_32', start(GIB4 - 4n), 'handle-wrap extent_start 0'],
  ['one more', R, 'arm32', start(GIB4 - 8n), 'handle-wrap extent_start 0'],
  ['more than there is', R, 'arm64', list({ nr_extents: END - 1n }), 'handle-wrap extent_start 0'],

  ['an odd address', R, 'x86_64', start(0x2004n), 'handle-unaligned extent_start 0'],
  ['4-aligned frames', R, 'x86_32', start(0x2004n), ''],
  ['an odd address', R, 'x86_32', start(0x2002n), 'handle-unaligned extent_start 0'],
  ['bytes anywhere', P, 'x86_64', prep(0x2001n), ''],

  [
    'a shared element',
    X,
    'x86_64',
    exchange({}, { extent_start: 0x2008n }),
    'list-overlap out.extent_start 32',
  ],
  [
    'a shared element',
    X,
    'x86_32',
    exchange({}, { extent_start: 0x2004n }),
    'list-overlap out.extent_start 20',
  ],
  ['lists that adjoin', X, 'x86_64', exchange({}, { extent_start: 0x2010n }), ''],
  ['lists that adjoin the other way', X, 'x86_64', exchange({}, { extent_start: 0x1ff0n }), ''],
  ['two lists that are read', A, 'x86_64', { ...access, access_list: 0x2008n }, ''],

  ['more than asked', X, 'x86_64', exchange({}, {}, 3n), 'nr-exchanged nr_exchanged 64'],
  ['more than asked', X, 'x86_32', exchange({}, {}, 3n), 'nr-exchanged nr_exchanged 40'],
  ['all exchanged', X, 'arm32', exchange({}, {}, 2n), ''],

  ['unknown flags', R, 'x86_64', list({ mem_flags: 0x80000 }), 'unknown-flags mem_flags 20'],
  ['unknown flags', R, 'x86_32', list({ mem_flags: 2 ** 31 }), 'unknown-flags mem_flags 12'],
  ['every known flag', R, 'arm32', list({ mem_flags: 0x7ffff }), ''],
  ['unknown flags', S, 'arm64', fork(10, 16), 'unknown-flags u.fork.flags 10'],
  ['flags of a dead member', S, 'x86_64', fork(0, 16), ''],
  ['flags where none is live', S, 'x86_64', fork(7, 16), ''],

  ['a field that is not zero', S, 'x86_64', fork(9, 0, 7), 'must-be-zero u.fork.pad 12'],
  ['a dead field that is not zero', S, 'x86_64', fork(0, 0, 7), ''],
  [
    'a union that is not zero',
    B,
    'x86_64',
    { ...batch, space: 1, u: { res0: 3 } },
    'must-be-zero u.res0 6',
  ],
  ['another member of it', B, 'x86_64', { ...batch, space: 4, u: { foreign_domid: 3 } }, ''],

  ['sizes that differ', X, 'x86_64', exchange({}, { extent_order: 1 }), 'size-mismatch  0'],
  ['the same pages', X, 'x86_64', exchange({}, { extent_order: 1, nr_extents: 1n }), ''],
  // The first version gave up on orders from 64 on and called them different.
  ['orders of 70', X, 'x86_64', exchange({ extent_order: 70 }, { extent_order: 70 }), ''],
  [
    'orders 64 apart',
    X,
    'x86_64',
    exchange({ extent_order: 70 }, { extent_order: 134 }),
    'size-mismatch  0',
  ],
  ['nothing', X, 'x86_32', exchange({ nr_extents: 0n, extent_order: 255 }, { nr_extents: 0n }), ''],
];
