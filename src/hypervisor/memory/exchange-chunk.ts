import { assign, isClaimed, map } from '../state/pages-of-domains.js';
import type { Allocation } from '../oracle.js';
import { error } from '../guest/call.js';
import type { Exchange } from './exchange.js';
import { countPages } from '../state/host.js';
import { pagesOf } from '../state/pages.js';
import { isAnyPinned, isPinned } from '../state/pins.js';
import { giveBack, lose, steal } from './steal.js';

/**
 * Whether an output would move a pinned page: one that is pinned, and so is none that the chunk
 * gives up, or one that the chunk would pin itself, when its list has a page twice.
 */
function hitsPin({ domain, output, outChunk, value }: Exchange, chunk: bigint): boolean {
  if (!domain.p2m) return false;
  const pinned = new Set<bigint>();
  for (let j = 0n; j < outChunk; j++) {
    // An element that faults is found out after the commit, as in a plain exchange.
    const first = output.get(chunk * outChunk + j);
    if (first === undefined) continue;
    for (const gfn of pagesOf(first, value.out.extent_order)) {
      if (pinned.has(gfn) || isPinned(domain, gfn)) return true;
      pinned.add(gfn);
    }
  }
  return false;
}

/** Output extents that nobody got go back to the heap. */
function putBack({ context, value }: Exchange, allocations: readonly Allocation[]): void {
  for (const first of allocations)
    if (typeof first === 'bigint')
      for (const mfn of pagesOf(first, value.out.extent_order)) context.host.heap?.put(mfn);
}

/** A chunk's output extents; nothing, and none of them taken, when one cannot be had. */
function allocate(work: Exchange, chunk: bigint): Allocation[] | undefined {
  const { context, request, output, outChunk } = work;
  if (!request) return undefined;
  const allocations: Allocation[] = [];
  for (let j = 0n; j < outChunk; j++) {
    const slot = { address: output.addressOf(chunk * outChunk + j), size: output.size };
    const first = isClaimed(context, request.order)
      ? undefined
      : context.choices.allocate({ ...request, index: chunk, slot });
    if (first === undefined) {
      putBack(work, allocations);
      return undefined;
    }
    allocations.push(first);
  }
  return allocations;
}

/** Hands over one new extent: to the domain, to its place, pinned, and its number to the guest. */
function handOver(work: Exchange, index: bigint, chosen: bigint | 'anonymous'): boolean {
  const { context, domain, value, output, pin } = work;
  const order = value.out.extent_order;
  const first = assign(context, domain, chosen, order);
  // Where it is to appear is of no consequence to a PV domain but for its M2P.
  const pfn = domain.p2m ? output.get(index) : output.look(index);
  if (pfn === undefined) return false;
  // An element that faulted before the commit, and does so no more, cannot move a pin either.
  if (domain.p2m && pfn !== 'unknown' && isAnyPinned(domain, pfn, order)) return false;
  map(context, domain, first, order, pfn);
  if (pin && first !== 'anonymous') {
    let mfn = first;
    for (const page of pagesOf(domain.p2m && pfn !== 'unknown' ? pfn : first, order))
      domain.pins.set(page, mfn++);
  }
  return chosen === 'anonymous' ? output.blur(index) : output.set(index, chosen);
}

/**
 * One chunk: all of it happens or, before its commit, nothing does. A fault after the commit
 * leaves it exchanged and fails it nevertheless.
 * @returns 0, the negative error, or that the domain is dying: then the old pages are gone
 */
export function exchangeChunk(work: Exchange, chunk: bigint): bigint | 'dying' {
  const { domain, outChunk, pin } = work;
  if (pin && domain.isDying) return error('EINVAL');
  const stolen = new Map<bigint, bigint>();
  const refused = steal(work, chunk, stolen);
  if (refused !== 0n) return giveBack(work, stolen, refused);
  if (hitsPin(work, chunk)) return error('EINVAL');
  // The input frames are still the domain's: what is allocated is none of them.
  const allocations = allocate(work, chunk);
  if (!allocations) return giveBack(work, stolen, error('ENOMEM'));
  lose(work, stolen);
  if (domain.isDying) {
    putBack(work, allocations);
    countPages(work.context.host, domain, -BigInt(stolen.size));
    return 'dying';
  }
  let result = 0n;
  for (const [j, first] of allocations.entries())
    if (!handOver(work, chunk * outChunk + BigInt(j), first!)) result = error('EFAULT');
  return result;
}
