import { DOMID_SELF } from '../../../abi/index.js';
import type { CallFacts, ScenarioDomain, ScenarioFacts } from '../../../src/hypervisor/index.js';
import { bench, type Bench, type Done } from '../../support/scenario.js';

/** The worlds that the cases begin in, and the calls that they make. */

/** A host of 32 MiB; more where a case is about addresses. */
const MAX_PAGE = 0x2000;
/** Where calls put their lists (scenario's default): the argument, then a page or more each. */
export const ARGUMENT = 0x100000n;
export const IN_LIST = 0x101000n;
export const OUT_LIST = 0x102000n;
export const READ_ONLY = 0x9000_0000n;
export const regions = [
  { start: ARGUMENT, end: 0x1100000n },
  { start: READ_ONLY, end: READ_ONLY + 0x10000n, access: 'ro' as const },
];

type Change = Partial<ScenarioDomain>;

export const control = (mode: 'pv' | 'translated'): ScenarioDomain => ({
  domid: 0,
  mode,
  privileged: true,
  frames: [
    mode === 'pv' ? { mfn: 0x1000, count: 0x80, pfn: 0 } : { mfn: 0x1000, count: 0x80, gfn: 0 },
  ],
  regions,
});
const neighbour = (mode: 'pv' | 'translated'): ScenarioDomain => ({
  domid: 2,
  mode,
  frames: [
    mode === 'pv' ? { mfn: 0x1200, count: 16, pfn: 0 } : { mfn: 0x1200, count: 16, gfn: 0x10 },
  ],
  regions,
});

function world(
  abi: ScenarioFacts['abi'],
  guest: ScenarioDomain,
  facts: Partial<ScenarioFacts> = {},
) {
  const mode = guest.mode ?? 'pv';
  const others = [control(mode), neighbour(mode)].filter(({ domid }) => domid !== guest.domid);
  return bench({ abi, host: { maxPage: MAX_PAGE }, domains: [guest, ...others], ...facts });
}

/** PV: an ordinary domain that owns MFNs 0x100 to 0x1ff; so is the control domain, 0. */
export const pv = (change: Change = {}, facts: Partial<ScenarioFacts> = {}): Bench =>
  world(
    'x86_64',
    {
      domid: 1,
      maxPages: 0x200,
      frames: [{ mfn: 0x100, count: 0x100, pfn: 0x9000 }],
      regions,
      ...change,
    },
    facts,
  );
/** The same with 32-bit guests. */
export const pv32 = (): Bench => pv({}, { abi: 'x86_32' });
/** HVM: a translated x86 domain with GFNs 0x1000 to 0x10ff at MFNs from 0x100 on. */
export const hvm = (change: Change = {}, facts: Partial<ScenarioFacts> = {}): Bench =>
  world(
    'x86_64',
    {
      domid: 1,
      mode: 'translated',
      maxPages: 0x200,
      frames: [{ mfn: 0x100, count: 0x100, gfn: 0x1000 }],
      regions,
      ...change,
    },
    facts,
  );
/** An x86 control domain that is translated itself (PVH), with an ordinary domain 1. */
export const pvh0 = (): Bench =>
  hvm({ domid: 0, privileged: true, frames: [{ mfn: 0x100, count: 0x100, gfn: 0x1000 }] });
/** ARM0: Arm's control domain under the proposal, GFNs 0x3ff00 to 0x405ff from MFN 0x300 on. */
export const arm0 = (facts: Partial<ScenarioFacts> = {}): Bench =>
  world(
    'arm64',
    {
      domid: 0,
      mode: 'translated',
      privileged: true,
      maxPages: 0x800,
      frames: [{ mfn: 0x300, count: 0x700, gfn: 0x3ff00 }],
      regions,
    },
    { interface: 'pin-v4', ...facts },
  );
/** U: an ordinary Arm domain under the proposal. */
export const armU = (facts: Partial<ScenarioFacts> = {}): Bench =>
  hvm({}, { abi: 'arm64', interface: 'pin-v4', ...facts });
/** The same under Xen 4.17. */
export const arm = (): Bench => hvm({}, { abi: 'arm64' });

export interface ExchangeFacts extends Pick<CallFacts, 'at' | 'startExtent' | 'domid'> {
  readonly in?: readonly (number | bigint)[];
  readonly inOrder?: number;
  readonly out?: readonly (number | bigint)[];
  readonly outOrder?: number;
  readonly bits?: number;
  readonly nx?: number | bigint;
  /** Fields of the reservations. */
  readonly from?: Record<string, unknown>;
  readonly to?: Record<string, unknown>;
  readonly lists?: CallFacts['lists'];
}

/** EX: an exchange, as the cases write it. */
export function exchange({ call }: Bench, facts: ExchangeFacts, command = 'XENMEM_exchange'): Done {
  const {
    in: from = [],
    out: to = [],
    inOrder = 0,
    outOrder = 0,
    bits = 0,
    nx = 0,
    ...rest
  } = facts;
  const { from: inFields, to: outFields, lists, ...place } = rest;
  const value = {
    in: { extent_order: inOrder, domid: DOMID_SELF, ...inFields },
    out: { extent_order: outOrder, domid: DOMID_SELF, mem_flags: bits, ...outFields },
    nr_exchanged: nx,
  };
  const own = { 'in.extent_start': from, 'out.extent_start': to };
  return call(command, { value, lists: lists ?? own, ...place });
}
export const pin = (model: Bench, facts: ExchangeFacts): Done =>
  exchange(model, facts, 'XENMEM_exchange_and_pin');

export interface ReservationFacts extends Pick<CallFacts, 'at' | 'startExtent' | 'domid'> {
  readonly order?: number;
  readonly flags?: number;
  readonly target?: number;
  readonly nr?: number | bigint;
  readonly lists?: CallFacts['lists'];
}

/** One of the reservation commands on a list. */
export function reserve(
  { call }: Bench,
  kind: 'increase_reservation' | 'decrease_reservation' | 'populate_physmap' | 'claim_pages',
  list: readonly (number | bigint)[] | undefined,
  { order = 0, flags = 0, target = DOMID_SELF, nr, lists, ...place }: ReservationFacts = {},
): Done {
  const value = {
    extent_order: order,
    mem_flags: flags,
    domid: target,
    ...(nr !== undefined && { nr_extents: nr }),
  };
  const own = list ? { extent_start: list } : {};
  return call(`XENMEM_${kind}`, { value, lists: lists ?? own, ...place });
}

export function unpin(
  { call }: Bench,
  list: readonly (number | bigint)[],
  { order = 0, domid = DOMID_SELF }: { readonly order?: number; readonly domid?: number } = {},
): Done {
  const value = { in: { extent_order: order, domid } };
  return call('XENMEM_unpin', { value, lists: { 'in.extent_start': list } });
}

/** The numbers from one up to another, which is left out. */
export const span = (start: number, end: number): number[] =>
  Array.from({ length: end - start }, (_, i) => start + i);
