import { boundary, type Case, invalid, valid } from './case.js';
import { apart, evenly, exchangeDraft, together } from './exchange-draft.js';
import { failingExchanges } from './exchange-failing.js';
import { emptyExchanges, refusedExchanges } from './exchange-refused.js';
import { CONTROL, type Guest, ORDINARY } from './guest.js';

/** Exchanges that are done. */
function doneExchanges({ mode, isCompat }: Guest): Case[] {
  return [
    valid('equal orders', (s) => evenly(s, { order: s.random(4) })),
    valid('small extents for large ones', (s) => together(s, {})),
    valid('large extents for small ones', (s) => apart(s, {})),
    valid('below 2^33 bytes', (s) => evenly(s, { outFlags: 33 })),
    valid('progress preset, the extents before it untouched', (s) => {
      const done = s.few(3);
      return evenly(s, { count: done + s.few(4), nrExchanged: BigInt(done) });
    }),
    valid('progress preset to a chunk', (s) =>
      together(s, { chunks: 3, order: 1, nrExchanged: 2n }),
    ),
    valid("the caller's own number", (s) => evenly(s, { domid: CONTROL })),
    valid("another domain's pages, by the control domain", (s) => evenly(s, { domid: ORDINARY })),
    valid('a domain without privilege, a node as a hint', (s) =>
      evenly(s, { caller: ORDINARY, outFlags: 5 << 8 }),
    ),
    boundary('nr_extents 1', (s) => evenly(s, { count: 1 })),
    boundary('order 9, the most of a domain without privilege', (s) =>
      evenly(s, { count: 1, order: 9, caller: ORDINARY }),
    ),
    boundary('512 pages for one extent of order 9', (s) => together(s, { chunks: 1, order: 9 })),
    boundary('address_bits 34, the width of the host', (s) => evenly(s, { outFlags: 34 })),
    boundary('address_bits 255, no limit', (s) => evenly(s, { outFlags: 255 })),
    boundary("the input's mem_flags are ignored", (s) => evenly(s, { inFlags: 0xffffffff })),
    boundary('argument and lists end where the mapped memory does', (s) => {
      const bytes = 2 * (isCompat ? 4 : 8);
      const end = (bytes: number) => ({ before: 'hole', bytes }) as const;
      const lists = { fromAt: end(bytes), toAt: end(bytes) };
      return evenly(s, { count: 2, at: end(isCompat ? 44 : 72), ...lists });
    }),
    boundary('input list read-only', (s) => evenly(s, { fromAt: 'readOnly' })),
    ...(isCompat ? [boundary('507 extents, a batch', (s) => evenly(s, { count: 507 }))] : []),
    ...(mode === 'pv'
      ? [
          boundary('frames not aligned to their order', (s) => {
            const [first = 0n] = s.extents(1, 2);
            const from = [first + 1n];
            return exchangeDraft({ from, to: s.targets(1, 1), inOrder: 1 });
          }),
          boundary('one page number for two extents', (s) => {
            const [to = 0n] = s.targets(1);
            return evenly(s, { count: 2, to: [to, to] });
          }),
        ]
      : []),
  ];
}

/** A plain exchange of a translated domain: since XSA-217 nothing is exchanged. */
const untranslatable: readonly Case[] = [
  invalid('translated domain', 'EOPNOTSUPP', (s) => evenly(s, {})),
  invalid('translated domain, many for one', 'EOPNOTSUPP', (s) => together(s, {})),
  invalid('translated domain, one for many', 'EOPNOTSUPP', (s) => apart(s, {})),
  invalid('translated domain, nothing at the first frame', 'EINVAL', (s) =>
    exchangeDraft({ from: [s.nobody], to: s.targets(1) }),
  ),
  invalid('input list NULL', 'EFAULT', (s) => evenly(s, { fromAt: 'null' })),
];

export const exchangeCases = (guest: Guest): Case[] => [
  ...emptyExchanges,
  ...(guest.mode === 'pv' ? doneExchanges(guest) : untranslatable),
  ...refusedExchanges(guest),
  ...(guest.mode === 'pv' ? failingExchanges(guest) : []),
];

/** Of XENMEM_exchange_and_pin, which a translated domain may use too. */
export const workingExchanges = (guest: Guest): Case[] => [
  ...emptyExchanges,
  ...doneExchanges(guest),
  ...refusedExchanges(guest),
  ...failingExchanges(guest),
];
