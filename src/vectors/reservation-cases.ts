import { XENMEMF_exact_node_request } from '../../abi/index.js';
import { boundary, type Case, invalid, valid } from './case.js';
import { decreaseCases } from './decrease-cases.js';
import { CONTROL, type Guest, ORDINARY } from './guest.js';
import { increaseCases } from './increase-cases.js';
import { populateCases } from './populate-cases.js';
import { type Make, reservationDraft } from './reservation-draft.js';
import type { Site } from './site.js';

/** The list that a command wants: pages of the domain, places for new ones, or room for numbers. */
type ListOf = (site: Site, count: number, order: number, domid: number) => bigint[];

const makeOf =
  (listOf: ListOf): Make =>
  (site, { count = site.few(), ...parts }) => {
    const domid = parts.caller === ORDINARY || parts.domid === ORDINARY ? ORDINARY : CONTROL;
    const list = listOf(site, count, parts.order ?? 0, domid);
    return reservationDraft({ list, ...parts });
  };

/** The checks that all three commands make before their first extent (semantics.md 3.1). */
function commonCases({ mode }: Guest, make: Make): Case[] {
  return [
    valid('order 0', (s) => make(s, {})),
    valid('extents of more pages', (s) => make(s, { count: s.few(3), order: 1 + s.random(2) })),
    valid("the caller's own number", (s) => make(s, { domid: CONTROL })),
    valid('begun at the start extent of the command word', (s) => {
      const startExtent = s.few(3);
      return make(s, { count: startExtent + s.few(3), startExtent });
    }),
    valid('a domain without privilege', (s) => make(s, { caller: ORDINARY })),
    valid('another domain, by the control domain', (s) => make(s, { domid: ORDINARY })),
    boundary('nr_extents 1', (s) => make(s, { count: 1 })),
    boundary('nr_extents 0', (s) => make(s, { count: 0 })),
    boundary('order 9, the most of a domain without privilege', (s) =>
      make(s, { count: 1, order: 9, caller: ORDINARY }),
    ),
    boundary('address_bits 255, no limit', (s) => make(s, { flags: 255 })),
    boundary('virtual node without any: the node is ignored', (s) =>
      make(s, { flags: (1 << 18) | (254 << 8) }),
    ),
    invalid('argument not mapped', 0, (s) => make(s, { at: 'hole' })),
    invalid('nr_extents 0x4000000, one too many', 0, (s) => make(s, { nrExtents: 0x4000000n })),
    invalid('start extent at nr_extents', 3, (s) => make(s, { count: 3, startExtent: 3 })),
    invalid('start extent past nr_extents', 5, (s) => make(s, { count: 3, startExtent: 5 })),
    invalid('domid of no domain', 0, (s) => make(s, { domid: 0x1234 })),
    invalid('address_bits 12', 0, (s) => make(s, { flags: 12 })),
    invalid('node 253', 0, (s) => make(s, { flags: 254 << 8 })),
    invalid('exact node asked for by a domain without privilege', 0, (s) =>
      make(s, { flags: XENMEMF_exact_node_request | (1 << 8), caller: ORDINARY }),
    ),
    invalid('another domain, without privilege', 0, (s) =>
      make(s, { domid: CONTROL, caller: ORDINARY }),
    ),
    invalid('order 19, too large for anyone', 0, (s) =>
      reservationDraft({ list: s.targets(1), order: 19 }),
    ),
    invalid('order 10 of a domain without privilege', 0, (s) =>
      reservationDraft({ list: s.targets(1), order: 10, caller: ORDINARY }),
    ),
    ...(mode === 'pv'
      ? [invalid('list in the hypervisor', 0, (s) => make(s, { listAt: 'forbidden' }))]
      : []),
  ];
}

const CASES = {
  increase: increaseCases,
  decrease: decreaseCases,
  populate: populateCases,
} as const;

const LISTS: Readonly<Record<keyof typeof CASES, ListOf>> = {
  increase: (_, count) => Array.from({ length: count }, () => 0n),
  decrease: (site, count, order, domid) => site.extents(count, order, domid),
  populate: (site, count, order, domid) =>
    site.guest.isDirectMapped && domid === CONTROL
      ? ballooned(site, count, order)
      : site.targets(count, order),
};

/** A directly mapped domain gets back only what it gave up. */
function ballooned(site: Site, count: number, order: number): bigint[] {
  const list = site.extents(count, order);
  if (count > 0)
    site.prepare(
      'XENMEM_decrease_reservation',
      'makes the holes',
      reservationDraft({ list, order }),
    );
  return list;
}

export function reservationCases(guest: Guest, kind: keyof typeof CASES): Case[] {
  const make = makeOf(LISTS[kind]);
  return [...commonCases(guest, make), ...CASES[kind](guest, make)];
}
