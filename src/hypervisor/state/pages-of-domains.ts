import type { AllocationRequest } from '../oracle.js';
import type { Asked, Context } from '../guest/call.js';
import { type Domain, forgetPage, isOthers, putPage } from './domain.js';
import { inventFrames, release, unclaimed } from './host.js';
import { pagesOf } from './pages.js';
import { hostWidth, ULONG_MAX } from '../memory/limits.js';

/** Below this many bits no frame was ever found (measured: 1 to 13 never succeed). */
const FEWEST_BITS = 14;

/**
 * The limit that an address width really sets, and whether an allocation under it may fail:
 * for want of low memory, or of contiguous memory (measured: nothing else ever failed).
 */
export function requestOf(
  context: Context,
  order: number,
  addressBits: number,
): Pick<AllocationRequest, 'order' | 'addressBits' | 'mayFail'> | undefined {
  const width = hostWidth(context);
  const isLimit = addressBits !== 0 && (width === undefined || addressBits < width);
  if (isLimit && addressBits < FEWEST_BITS) return undefined;
  const mayFail = isLimit || order > 9 || context.host.isOpen;
  return { order, addressBits: isLimit ? addressBits : undefined, mayFail };
}

/**
 * Whether claims of others leave room for an extent (page_alloc.c): claimed memory is for a
 * domain whose own claim covers the request. Exchange asks for nobody.
 */
export function isClaimed({ host }: Context, order: number, domain?: Domain): boolean {
  const pages = 1n << BigInt(order);
  const free = unclaimed(host);
  return free !== undefined && pages > free && (domain?.claim ?? 0n) < pages;
}

/**
 * Gives an extent to a domain. Nothing maps it yet, and its M2P entries are invalid.
 * @returns its first frame: an invented one where nobody knows it and a P2M is to lead to it
 */
export function assign(
  { host }: Asked,
  domain: Domain,
  chosen: bigint | 'anonymous',
  order: number,
): bigint | 'anonymous' {
  if (chosen === 'anonymous' && !domain.p2m) {
    domain.anonymous += 1n << BigInt(order);
    return chosen;
  }
  const first = chosen === 'anonymous' ? inventFrames(host, order) : chosen;
  for (const mfn of pagesOf(first, order)) {
    host.doubted.settle(mfn);
    host.frames.give(mfn, domain.domid);
  }
  return first;
}

/** The page number that is none: M2P entries of it are invalid. */
const noPage = ({ abi }: Asked): bigint => (abi.name === 'x86_32' ? 0xffffffffn : ULONG_MAX);

/** Takes what a GFN led to out of the P2M; the frame stays whose it is, a foreign one let go. */
export function unmap({ host }: Pick<Asked, 'host'>, domain: Domain, gfn: bigint): void {
  domain.p2m?.settle(gfn);
  const entry = domain.p2m?.get(gfn);
  if (!entry) return;
  domain.p2m!.set(gfn, undefined);
  if (entry.page !== undefined) domain.xenPages.delete(entry.page);
  if (entry.type === 'rw' || entry.type === 'ro') host.frames.change(entry.mfn, { pfn: null });
  if (isOthers(entry)) forgetPage(domain, gfn);
  if (entry.type === 'foreign') release(host, entry.mfn);
}

/**
 * Puts an extent at its page numbers: in the M2P, and for a translated domain in the P2M,
 * where it silently replaces what was there.
 */
export function map(
  asked: Context,
  domain: Domain,
  first: bigint | 'anonymous',
  order: number,
  pfn: bigint | 'unknown',
): void {
  if (first === 'anonymous') {
    asked.choices.placed?.(pfn === 'unknown' ? undefined : pfn, order);
    return;
  }
  if (pfn === 'unknown') {
    for (const mfn of pagesOf(first, order)) asked.host.frames.change(mfn, { pfn: undefined });
    return;
  }
  const none = noPage(asked);
  let mfn = first;
  for (const at of pagesOf(pfn, order)) {
    if (domain.p2m) {
      unmap(asked, domain, at);
      putPage(domain, at, { mfn, type: 'rw' });
    }
    // The table that a 32-bit guest sees has the lower half.
    const shown = BigInt.asUintN(none === ULONG_MAX ? 64 : 32, at);
    asked.host.frames.change(mfn, { pfn: shown === none ? null : shown });
    mfn++;
  }
}

/** Whether an extent would go over max_pages. @remarks XSA-385: compared without overflow. */
export const isOverLimit = ({ totPages, maxPages }: Domain, order: number): boolean =>
  totPages !== undefined && maxPages !== undefined && 1n << BigInt(order) > maxPages - totPages;
