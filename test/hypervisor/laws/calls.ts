import fc from 'fast-check';
import type { Trouble } from './world.js';

/** Calls as plain data: pages are named by what they are, and found when the call is issued. */

/**
 * A page of the target: the n-th it owns, one it lacks, one pinned, the number of the frame
 * behind one, another domain's, a number at the edge.
 */
export interface Pick {
  readonly from: 'own' | 'hole' | 'pinned' | 'frame' | 'other' | 'raw';
  readonly n: number;
}

/** Extents one after the other from a page on; one of them may be another. */
export interface Extents {
  readonly first: Pick;
  readonly odd?: { readonly at: number; readonly page: Pick } | undefined;
  /** All of them the first. */
  readonly isRepeated: boolean;
}

/** Where a list is: memory, read-only memory, what is the hypervisor's, nowhere, half nowhere. */
export type Place = 'ram' | 'read-only' | 'hypervisor' | 'null' | 'edge';

interface Common {
  readonly caller: number;
  /** A domain id; nothing for DOMID_SELF. */
  readonly target?: number | undefined;
}

export interface ExchangeCall extends Common {
  readonly op: 'exchange' | 'exchange_and_pin';
  readonly chunks: number;
  readonly inOrder: number;
  readonly outOrder: number;
  readonly ins: Extents;
  /** `same`: the numbers of `ins`, in a list of their own; `shared`: the very same list. */
  readonly outs: Extents | 'same' | 'shared';
  readonly inPlace: Place;
  readonly outPlace: Place;
  readonly outFlags: number;
  readonly nrExchanged: number | bigint;
  /** What the argument says of both lists' lengths, where that is not the truth. */
  readonly length?: number | bigint;
}

export interface ReservationCall extends Common {
  readonly op: 'increase_reservation' | 'decrease_reservation' | 'populate_physmap' | 'unpin';
  readonly count: number;
  readonly order: number;
  readonly extents: Extents;
  readonly place: Place;
  readonly flags: number;
}

export interface PhysmapCall extends Common {
  readonly op: 'add_to_physmap' | 'add_to_physmap_batch' | 'remove_from_physmap';
  readonly space: number;
  readonly size: number;
  readonly idx: Pick;
  readonly gpfn: Pick;
  readonly foreign: number;
}

/** Pages staked for a domain, or for one that there is not. */
export interface ClaimCall extends Common {
  readonly op: 'claim_pages';
  readonly pages: number;
}

/** What happens beside hypercalls: a grant is mapped or unmapped, a domain ends. */
export interface Event {
  readonly op: 'hold' | 'release' | 'destroy';
  readonly caller: number;
  readonly page: Pick;
}

export type Hypercall = ExchangeCall | ReservationCall | PhysmapCall | ClaimCall;
export interface Attempt {
  readonly call: Hypercall | Event;
  readonly trouble: Trouble;
  /** Whether a hypercall is issued as the one entry of a multicall. */
  readonly isEntry?: boolean;
}

export const isExchange = (call: Attempt['call']): call is ExchangeCall =>
  call.op === 'exchange' || call.op === 'exchange_and_pin';

const often = <T>(usual: T, ...others: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(usual) }, fc.constantFrom(...others));

const pick = (usual: Pick['from']): fc.Arbitrary<Pick> =>
  fc.record({
    from: often<Pick['from']>(usual, 'own', 'hole', 'pinned', 'frame', 'other', 'raw'),
    n: fc.nat(63),
  });

const extents = (usual: Pick['from']): fc.Arbitrary<Extents> =>
  fc.record({
    first: pick(usual),
    odd: fc.option(fc.record({ at: fc.nat(5), page: pick('other') }), { nil: undefined, freq: 5 }),
    isRepeated: fc.nat(5).map((n) => n === 5),
  });

const order = fc.oneof(
  { weight: 20, arbitrary: fc.nat(3) },
  fc.constantFrom(4, 9, 10, 18, 19, 31, 32, 33, 63, 0xffffffff),
);
const place = often<Place>('ram', 'ram', 'read-only', 'hypervisor', 'null', 'edge');
/** Address bits, a node plus one in the next byte, exact and virtual node. */
const flags = often(0, 1, 13, 14, 18, 20, 21, 22, 32, 0x500, 0x20000, 0x20600, 0x60600, 0xff00);
const domid = fc.nat(4);
const common = { caller: domid, target: fc.option(domid, { nil: undefined, freq: 2 }) };

export const exchanges: fc.Arbitrary<ExchangeCall> = fc.record({
  op: fc.constantFrom('exchange', 'exchange_and_pin'),
  ...common,
  chunks: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 4 }) }, fc.constant(0)),
  inOrder: order,
  outOrder: order,
  ins: extents('own'),
  outs: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('same' as const, 'shared' as const) },
    { weight: 2, arbitrary: extents('hole') },
  ),
  inPlace: place,
  outPlace: place,
  outFlags: flags,
  nrExchanged: often(0, 1, 2, 0xffffffff),
});

const reservations: fc.Arbitrary<ReservationCall> = fc.record({
  op: fc.constantFrom('increase_reservation', 'decrease_reservation', 'populate_physmap', 'unpin'),
  ...common,
  count: fc.nat(4),
  order,
  extents: fc.oneof(extents('own'), extents('hole'), extents('frame'), extents('pinned')),
  place,
  flags: often(0, 21, 22, 0x10000, 0x20600, 0x60600),
});

const physmaps: fc.Arbitrary<PhysmapCall> = fc.record({
  op: fc.constantFrom('add_to_physmap', 'add_to_physmap_batch', 'remove_from_physmap'),
  ...common,
  space: fc.nat(6),
  size: fc.nat(3),
  idx: fc.oneof(pick('own'), fc.constant<Pick>({ from: 'raw', n: 0 })),
  gpfn: fc.oneof(pick('hole'), pick('own'), pick('pinned')),
  foreign: domid,
});

/** The guests have 48 pages, and may have 64. */
const claims: fc.Arbitrary<ClaimCall> = fc.record({
  op: fc.constant('claim_pages'),
  caller: often(0, 1, 2),
  target: fc.option(domid, { nil: undefined, freq: 9 }),
  pages: often(60, 0, 48, 50, 64, 65),
});

const events: fc.Arbitrary<Event> = fc.record({
  op: often<Event['op']>('hold', 'release', 'destroy'),
  caller: domid,
  page: pick('own'),
});

export const troubles: fc.Arbitrary<Trouble> = fc.record({
  fault: fc.option(fc.record({ at: fc.nat(200), isLasting: fc.boolean() }), {
    nil: undefined,
    freq: 3,
  }),
  refuse: fc.option(fc.nat(4), { nil: undefined, freq: 5 }),
  preempt: fc.option(fc.array(fc.boolean(), { maxLength: 6 }), { nil: undefined, freq: 2 }),
});

/** Anything that may happen, pins and exchanges most of all. */
export const attempts: fc.Arbitrary<Attempt> = fc.record({
  call: fc.oneof(
    { weight: 5, arbitrary: exchanges },
    { weight: 5, arbitrary: reservations },
    { weight: 3, arbitrary: physmaps },
    { weight: 1, arbitrary: events },
    { weight: 1, arbitrary: claims },
  ),
  trouble: fc.oneof(fc.constant({}), troubles),
  isEntry: often(false, true),
});
