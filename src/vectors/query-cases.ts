import { DOMID_SELF, xen_memory_domain } from '../../abi/index.js';
import { boundary, type Case, type Draft, invalid, valid } from './case.js';
import { CONTROL, type Guest, ORDINARY } from './guest.js';
import { reservationDraft } from './reservation-draft.js';

const ask = (domid: number, parts: Partial<Draft> = {}): Draft => ({
  type: xen_memory_domain,
  value: () => ({ domid }),
  ...parts,
});

/** current_reservation, maximum_reservation, maximum_gpfn (semantics.md 3.4). */
export const domainCases = (): Case[] => [
  valid('DOMID_SELF', () => ask(DOMID_SELF)),
  valid("the caller's own number", () => ask(CONTROL)),
  valid('another domain, by the control domain', () => ask(ORDINARY)),
  valid('a domain without privilege, of itself', () => ask(DOMID_SELF, { caller: ORDINARY })),
  boundary('the two bytes before a hole', () =>
    ask(DOMID_SELF, { at: { before: 'hole', bytes: 2 } }),
  ),
  boundary('argument read-only', () => ask(DOMID_SELF, { at: 'readOnly' })),
  invalid('start extent in the command word', 'EINVAL', () => ask(DOMID_SELF, { startExtent: 1 })),
  invalid('argument not mapped', 'EFAULT', () => ask(DOMID_SELF, { at: 'hole' })),
  invalid('argument runs into a hole', 'EFAULT', () =>
    ask(DOMID_SELF, { at: { before: 'hole', bytes: 1 } }),
  ),
  invalid('domid of no domain', 'ESRCH', (s) => ask(2 + s.random(0x7000))),
  invalid('domid 0xffff', 'ESRCH', () => ask(0xffff)),
  invalid('another domain, without privilege', 'EPERM', () => ask(CONTROL, { caller: ORDINARY })),
];

const ramPage = (startExtent = 0): Draft => ({ type: null, value: () => ({}), startExtent });

export const ramPageCases = (): Case[] => [
  valid('the argument is not looked at', () => ramPage()),
  invalid('start extent in the command word', 'EINVAL', (s) => ramPage(s.few())),
];

/** A claim as it must be: no list, no order, no flags, and the domain by its number. */
const claim = (pages: bigint, parts: object = {}): Draft =>
  reservationDraft({ list: [], listAt: 'null', nrExtents: pages, domid: CONTROL, ...parts });

/** More pages than the control domain has, and fewer than it may have. */
const SOME = 0x100000n;

/** claim_pages. A 32-bit PV guest has it not (measured). */
export function claimCases({ isCompat }: Guest): Case[] {
  if (isCompat)
    return [
      invalid('a 32-bit caller', 'ENOSYS', (s) => claim(SOME + BigInt(s.few()))),
      invalid('a 32-bit caller, to drop its claim', 'ENOSYS', () => claim(0n)),
    ];
  const drop = 'XENMEM_claim_pages';
  return [
    valid('more pages than there are', (s) => {
      s.prepare(drop, 'drops what was claimed', claim(0n));
      return claim(SOME + BigInt(s.few(0x1000)));
    }),
    boundary('nr_extents 0: the claim is dropped', () => claim(0n)),
    boundary('max_pages', (s) => {
      s.prepare(drop, 'drops what was claimed', claim(0n));
      return claim(SOME + 0x30000n);
    }),
    invalid('a second claim', 'EINVAL', (s) => {
      s.prepare(drop, 'drops what was claimed', claim(0n));
      s.prepare(drop, 'claims', claim(SOME + 1n));
      return claim(SOME + 2n);
    }),
    invalid('as many pages as there are', 'EINVAL', () => claim(SOME)),
    invalid('above max_pages', 'EINVAL', () => claim(SOME + 0x30001n)),
    invalid('start extent in the command word', 'EINVAL', () => claim(SOME, { startExtent: 1 })),
    invalid('argument not mapped', 'EFAULT', () => claim(SOME, { at: 'hole' })),
    invalid('a list', 'EINVAL', () => claim(SOME + 1n, { listAt: 'readWrite', list: [0n] })),
    invalid('an order', 'EINVAL', () => claim(SOME + 1n, { order: 1 })),
    invalid('mem_flags', 'EINVAL', () => claim(SOME + 1n, { flags: 32 })),
    invalid('DOMID_SELF', 'EINVAL', () => claim(SOME + 1n, { domid: DOMID_SELF })),
    invalid('domid of no domain', 'EINVAL', () => claim(SOME + 1n, { domid: 0x1234 })),
    invalid('without privilege', 'EPERM', () => claim(SOME + 1n, { caller: ORDINARY })),
  ];
}
