import { xen_memory_reservation } from '../../../abi/index.js';
import { map } from '../../hypervisor/state/pages-of-domains.js';
import { domainOf } from '../../hypervisor/guest/call.js';
import type { Kind } from '../../hypervisor/memory/extents.js';
import { MAX_ORDER } from '../../hypervisor/memory/limits.js';
import type { Domain } from '../../hypervisor/state/domain.js';
import { pagesOf } from '../../hypervisor/state/pages.js';
import { argument, count, elements, give, type Shown, take } from './shown.js';

/** Extents that a result says to be done: they are the domain's, or no more. */
export const reserved =
  (kind: Kind) =>
  (shown: Shown): boolean => {
    const { asked, result } = shown;
    const { startExtent: start } = asked;
    const value = argument(shown, xen_memory_reservation);
    if (!value) return result <= start;
    const { extent_order: order, nr_extents, extent_start } = value;
    const domain = domainOf(asked, value.domid);
    if (!domain || order > MAX_ORDER || result > nr_extents) return true;
    if (domain.totPages !== undefined && result > start && !domain.isDirectMapped) {
      const pages = (result - start) << BigInt(order);
      domain.totPages += kind === 'decrease' ? -pages : pages;
    }
    const extents = { domain, order, start, end: result };
    if (kind === 'decrease') return decreased(shown, extents, extent_start, nr_extents);
    increased(shown, extents, extent_start, kind);
    return true;
  };

interface Extents {
  readonly domain: Domain;
  readonly order: number;
  /** The first, and the one past the last. */
  readonly start: bigint;
  readonly end: bigint;
}

/** @returns whether the domain's frames are still known */
function decreased(
  shown: Shown,
  { domain, order, start, end }: Extents,
  list: bigint,
  asked: bigint,
): boolean {
  const given = elements(shown, list, 'before');
  if (end < asked) doubtExtent(domain, given(end), order);
  for (let i = start; i < end; i++) if (!give(shown, domain, given(i), order)) return false;
  return true;
}

/** Of the extent at which a decrease ended, any page may be gone. */
function doubtExtent({ p2m }: Domain, first: bigint | undefined, order: number): void {
  if (!p2m || first === undefined) return;
  for (const page of pagesOf(first, order))
    p2m.doubt(page, 'which pages of an extent were given up is not recorded');
}

function increased(
  shown: Shown,
  { domain, order, start, end }: Extents,
  list: bigint,
  kind: Kind,
): void {
  const place = elements(shown, list, 'before');
  const told = elements(shown, list, 'after');
  for (let i = start; i < end; i++) {
    const pfn = kind === 'populate' ? place(i) : undefined;
    const mfn = domain.mode === 'pv' && list !== 0n ? told(i) : undefined;
    // Of the rest nothing is shown but how many they are.
    if (mfn === undefined && pfn === undefined && told(i) === undefined) {
      domain.anonymous += (end - i) << BigInt(order);
      return;
    }
    if (domain.isDirectMapped && pfn !== undefined) {
      count(shown, order);
      map(shown.asked, domain, pfn, order, pfn);
    } else take(shown, domain, mfn, pfn, order);
  }
}
