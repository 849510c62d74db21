import { DOMID_SELF, xen_unpin } from '../../abi/index.js';
import { boundary, type Case, type Draft, invalid, valid } from './case.js';
import { workingExchanges } from './exchange-cases.js';
import { evenly, exchangeDraft, together } from './exchange-draft.js';
import { CONTROL, type Guest, ORDINARY } from './guest.js';
import { reservationDraft, type ReservationParts } from './reservation-draft.js';
import type { Site } from './site.js';

/** Extents that a call has just pinned, by the numbers that unpin wants: GFNs, on PV MFNs. */
export function pinned(s: Site, count: number, order = 0): readonly bigint[] {
  const from = s.extents(count, order);
  const to = s.guest.mode === 'pv' ? s.targets(count, order) : from;
  const draft = exchangeDraft({ from, to, inOrder: order });
  const told = s.prepare('XENMEM_exchange_and_pin', 'pins what the next call names', draft);
  return s.guest.mode === 'pv' ? told : to;
}

export const exchangeAndPinCases = (guest: Guest): Case[] => [
  ...workingExchanges(guest),
  valid('the pages stay where they are: one list twice', (s) => {
    const from = s.extents(s.few());
    return exchangeDraft({ from, to: guest.mode === 'pv' ? s.targets(from.length) : from });
  }),
  invalid('third page pinned already', 'EINVAL', (s) => {
    const [page = 0n] = pinned(s, 1);
    return evenly(s, { count: 4, from: s.extents(4).with(2, page) });
  }),
  invalid('a pinned page in the middle of a chunk', 'EINVAL', (s) => {
    const [page = 0n] = pinned(s, 1);
    return together(s, { chunks: 1, order: 2, from: s.extents(4).with(2, page) });
  }),
  ...(guest.mode === 'translated'
    ? [
        invalid('a pinned page is where the second new one is to be', 'EINVAL', (s) => {
          const [page = 0n] = pinned(s, 1);
          return evenly(s, { count: 2, to: s.targets(2).with(1, page) });
        }),
      ]
    : []),
];

const unpin = (parts: ReservationParts): Draft => {
  const { value, ...draft } = reservationDraft(parts);
  return { ...draft, type: xen_unpin, value: (addresses) => ({ in: value(addresses) }) };
};

/** XENMEM_unpin (semantics.md 5.6): all pages are unpinned, or none. */
export function unpinCases({ mode, isCompat }: Guest): Case[] {
  const bytes = isCompat ? 4 : 8;
  const one = (s: Site, parts: Partial<ReservationParts> = {}): Draft =>
    unpin({ list: pinned(s, 1), ...parts });
  return [
    valid('pages', (s) => unpin({ list: pinned(s, s.few()) })),
    valid('an extent', (s) => {
      const order = 1 + s.random(3);
      return unpin({ list: pinned(s, 1, order), order });
    }),
    valid('one page of an extent', (s) =>
      unpin({ list: [pinned(s, 1, 2)[0]! + BigInt(s.random(4))] }),
    ),
    valid("the caller's own number", (s) => one(s, { domid: CONTROL })),
    valid('mem_flags are ignored', (s) => one(s, { flags: 12 })),
    boundary('nr_extents 0, list NULL', () => unpin({ list: [], listAt: 'null' })),
    boundary('list read-only', (s) => one(s, { listAt: 'readOnly' })),
    boundary('argument read-only: nothing is written', (s) => one(s, { at: 'readOnly' })),
    invalid('a page that is not pinned', 'EINVAL', (s) => unpin({ list: s.extents(1) })),
    invalid('second page not pinned: the first stays so', 'EINVAL', (s) =>
      unpin({ list: [pinned(s, 1)[0]!, s.extents(1)[0]!] }),
    ),
    invalid('a page twice', 'EINVAL', (s) => {
      const [page = 0n] = pinned(s, 1);
      return unpin({ list: [page, page] });
    }),
    invalid('a page that is unpinned already', 'EINVAL', (s) => {
      const list = pinned(s, 1);
      s.prepare('XENMEM_unpin', 'unpins the page', unpin({ list }));
      return unpin({ list });
    }),
    invalid('order 19, too large for anyone', 'EPERM', (s) => one(s, { order: 19 })),
    invalid('order 10 of a domain without privilege', 'EPERM', (s) =>
      unpin({ list: s.targets(1), order: 10, caller: ORDINARY }),
    ),
    ...(isCompat
      ? []
      : [
          invalid('size overflows', 'EINVAL', (s) =>
            unpin({ list: s.targets(1), nrExtents: 1n << 63n, order: 1 }),
          ),
        ]),
    invalid('start extent in the command word', 'EINVAL', (s) => one(s, { startExtent: 1 })),
    invalid('argument not mapped', 'EFAULT', (s) => one(s, { at: 'hole' })),
    invalid('list NULL', 'EFAULT', (s) => one(s, { listAt: 'null' })),
    invalid('list runs into a hole', 'EFAULT', (s) =>
      unpin({ list: pinned(s, 3), listAt: { before: 'hole', bytes: 2 * bytes } }),
    ),
    ...(mode === 'pv'
      ? [invalid('list in the hypervisor', 'EFAULT', (s) => one(s, { listAt: 'forbidden' }))]
      : []),
    invalid('domid of no domain', 'ESRCH', (s) => one(s, { domid: 0x1234 })),
    invalid('another domain, without privilege', 'EPERM', (s) =>
      one(s, { domid: CONTROL, caller: ORDINARY }),
    ),
    invalid("another domain's pages, which are not pinned", 'EINVAL', (s) =>
      unpin({ list: s.extents(1, 0, ORDINARY), domid: ORDINARY }),
    ),
    invalid('DOMID_SELF of a domain that pinned nothing', 'EINVAL', (s) =>
      one(s, { domid: DOMID_SELF, caller: ORDINARY }),
    ),
  ];
}
