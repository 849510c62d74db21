import { DOMID_SELF, xen_memory_exchange } from '../../abi/index.js';
import type { Draft } from './case.js';
import type { Place } from './place.js';
import type { Site } from './site.js';

/** An exchange, told by what is special about it. */
export interface ExchangeParts {
  /** Given up, and their order. */
  readonly from: readonly bigint[];
  readonly inOrder?: number;
  /** Where the new pages go, and their order. */
  readonly to: readonly bigint[];
  readonly outOrder?: number;
  /** Where they are not the lists' lengths. */
  readonly nrIn?: bigint;
  readonly nrOut?: bigint;
  readonly nrExchanged?: bigint;
  readonly domid?: number;
  readonly outDomid?: number;
  readonly inFlags?: number;
  readonly outFlags?: number;
  readonly fromAt?: Place;
  readonly toAt?: Place;
  readonly at?: Place;
  readonly startExtent?: number;
  readonly caller?: number;
}

export function exchangeDraft(parts: ExchangeParts): Draft {
  const { from, to, inOrder = 0, outOrder = inOrder, domid = DOMID_SELF } = parts;
  const { at, startExtent, caller, fromAt, toAt } = parts;
  return {
    type: xen_memory_exchange,
    lists: [
      { values: from, ...(fromAt && { at: fromAt }) },
      { values: to, ...(toAt && { at: toAt }) },
    ],
    value: ([fromAddress, toAddress]) => ({
      in: {
        extent_start: fromAddress,
        nr_extents: parts.nrIn ?? BigInt(from.length),
        extent_order: inOrder,
        mem_flags: parts.inFlags ?? 0,
        domid,
      },
      out: {
        extent_start: toAddress,
        nr_extents: parts.nrOut ?? BigInt(to.length),
        extent_order: outOrder,
        mem_flags: parts.outFlags ?? 0,
        domid: parts.outDomid ?? domid,
      },
      nr_exchanged: parts.nrExchanged ?? 0n,
    }),
    ...(at && { at }),
    ...(startExtent !== undefined && { startExtent }),
    ...(caller !== undefined && { caller }),
  };
}

/** Pages for as many pages: an exchange that nothing is wrong with, but for what is special. */
export function evenly(
  site: Site,
  {
    count = site.few(),
    order = 0,
    ...parts
  }: Partial<ExchangeParts> & { count?: number; order?: number },
): Draft {
  const given = parts.caller ?? parts.domid ?? 0;
  const from = site.extents(count, order, given === 1 ? 1 : 0);
  return exchangeDraft({ from, to: site.targets(count, order), inOrder: order, ...parts });
}

/** Small extents for one large, `chunks` times: 2^order input extents make an output extent. */
export function together(
  site: Site,
  {
    chunks = site.few(2),
    order = 1 + site.random(3),
    ...parts
  }: Partial<ExchangeParts> & { chunks?: number; order?: number },
): Draft {
  const from = site.extents(chunks << order);
  return exchangeDraft({ from, to: site.targets(chunks, order), outOrder: order, ...parts });
}

/** One large extent for small ones. */
export function apart(
  site: Site,
  {
    chunks = site.few(2),
    order = 1 + site.random(3),
    ...parts
  }: Partial<ExchangeParts> & { chunks?: number; order?: number },
): Draft {
  const from = site.extents(chunks, order);
  const to = site.targets(chunks << order);
  return exchangeDraft({ from, to, inOrder: order, outOrder: 0, ...parts });
}
