import {
  assign,
  isClaimed,
  isOverLimit,
  map,
  requestOf,
  unmap,
} from '../state/pages-of-domains.js';
import { type Context, type GuestList, isX86 } from '../guest/call.js';
import type { Domain } from '../state/domain.js';
import type { Frame } from '../state/frames.js';
import { adopt, countPages, giveUp } from '../state/host.js';
import { isNodeAbsent, isOnDemandRefused, type MemoryFlags } from './limits.js';
import { OPEN } from '../state/p2m.js';
import { pagesOf } from '../state/pages.js';
import { isAnyPinned } from '../state/pins.js';
import { checkChanged, UnknownFact } from '../state/unknown.js';

/** The reservation commands. */
export type Kind = 'increase' | 'decrease' | 'populate';

/** A reservation that passed the checks, ready to be done extent by extent. */
export interface Work {
  readonly context: Context;
  readonly domain: Domain;
  readonly order: number;
  readonly flags: MemoryFlags;
  readonly list: GuestList;
  /** Whether MFNs are written to the list: not to NULL, and not for a translated domain. */
  readonly isReported: boolean;
  /** Counts the pages that the call changes. */
  readonly changed: { pages: number };
}

function change({ changed }: Work, pages: number): void {
  changed.pages += pages;
  checkChanged(changed.pages);
}

/** Allocates an extent's frames and tells the first, or nothing when there are none. */
function allocate(work: Work, index: bigint): bigint | 'anonymous' | undefined {
  const { context, domain, order, flags, list, isReported } = work;
  if (domain.isDying || isOverLimit(domain, order) || isNodeAbsent(flags)) return undefined;
  if (isClaimed(context, order, domain)) return undefined;
  const request = requestOf(context, order, flags.addressBits);
  const slot = isReported ? { address: list.addressOf(index), size: list.size } : undefined;
  // A limit that nobody told may be what refuses an extent.
  const isLimitKnown = domain.totPages !== undefined && domain.maxPages !== undefined;
  const mayFail = request?.mayFail === true || !isLimitKnown;
  const chosen = request && context.choices.allocate({ ...request, mayFail, index, slot });
  if (chosen === undefined) return undefined;
  // Frames that have no number take no room.
  if (chosen !== 'anonymous' || domain.p2m) change(work, 2 ** order);
  countPages(domain, 1n << BigInt(order));
  return assign(context, domain, chosen, order);
}

/** Tells the guest an extent's first MFN; the number of anonymous frames stays unsaid. */
const report = ({ list, isReported }: Work, index: bigint, first: bigint | 'anonymous'): boolean =>
  !isReported || list.set(index, first === 'anonymous' ? 0n : first);

function increase(work: Work, index: bigint): boolean {
  const first = allocate(work, index);
  // The pages stay though the extent is not counted when its MFN cannot be told (measured).
  return first !== undefined && report(work, index, first);
}

function populate(work: Work, index: bigint): boolean {
  const { context, domain, order, flags, list } = work;
  const pfn = list.get(index);
  if (pfn === undefined) return false;
  if (domain.p2m && isAnyPinned(domain, pfn, order)) return false;
  if (flags.isOnDemand) return !isOnDemandRefused(context, domain) && isOnDemandDone(work);
  if (domain.isDirectMapped) return populateDirect(work, pfn, index);
  const first = allocate(work, index);
  if (first === undefined) return false;
  map(context, domain, first, order, pfn);
  return report(work, index, first);
}

/** Arm has no populate on demand, and a PV domain needs none. */
function isOnDemandDone({ context, domain }: Work): boolean {
  if (domain.mode === 'translated' && isX86(context))
    throw new UnknownFact('populate on demand is not modelled');
  return domain.mode === 'pv';
}

/** Whether a frame is not the domain's own, or is mapped at another GFN, as pins put it there. */
const isElsewhere = (frame: Frame | undefined, { domid }: Domain, gfn: bigint): boolean =>
  frame?.owner !== domid || (frame.pfn !== null && frame.pfn !== gfn);

/** Whether a recording shows a frame to be the domain's that may be anybody's. */
function isShownOwn({ context }: Work, page: bigint, index: bigint): boolean {
  const { maxPage, frames } = context.host;
  if (frames.get(page) || (maxPage !== undefined && page >= maxPage)) return false;
  const owns = context.choices.owns?.(index);
  if (owns === undefined) throw new UnknownFact(OPEN);
  return owns;
}

/** A directly mapped domain gets back the very frames that it gave up; nothing is counted. */
function populateDirect(work: Work, gfn: bigint, index: bigint): boolean {
  const { context, domain, order } = work;
  const { frames } = context.host;
  change(work, 2 ** order);
  for (const page of pagesOf(gfn, order)) {
    if (domain.p2m?.isOpen && isShownOwn(work, page, index)) frames.give(page, domain.domid);
    if (isElsewhere(frames.get(page), domain, page)) return false;
  }
  map(context, domain, gfn, order, gfn);
  return true;
}

/** One page (guest_remove_page). */
function removePage(work: Work, gmfn: bigint, index: bigint): boolean {
  const { context, domain } = work;
  const { host } = context;
  // Of a page in doubt, an extent that was done shows that it was there.
  if (context.choices.owns?.(index)) domain.p2m?.settle(gmfn);
  const entry = domain.p2m?.get(gmfn);
  // A page of the hypervisor's own is shared with the domain, and goes as its own do (measured).
  if (entry?.type === 'xen' && !isX86(context)) {
    change(work, 1);
    unmap(context, domain, gmfn);
    return true;
  }
  if (domain.p2m && entry?.type !== 'rw' && entry?.type !== 'ro') return false;
  const mfn = entry?.mfn ?? gmfn;
  if (domain.p2m?.isOpen && !host.frames.get(mfn)) host.frames.give(mfn, domain.domid);
  if (!adopt(host, domain, mfn, () => context.choices.owns?.(index) ?? false)) return false;
  const frame = host.frames.get(mfn);
  if (frame?.owner !== domain.domid) return false;
  change(work, 1);
  unmap(context, domain, gmfn);
  if (domain.isDirectMapped) return true;
  giveUp(host, domain, mfn);
  return true;
}

function decrease(work: Work, index: bigint): boolean {
  const gmfn = work.list.get(index);
  if (gmfn === undefined) return false;
  // A pin is never dropped on the way (XSA-252): the whole extent is looked at first.
  if (isAnyPinned(work.domain, gmfn, work.order)) return false;
  // Pages of an extent that fails stay removed up to the bad one (measured).
  for (const page of pagesOf(gmfn, work.order)) if (!removePage(work, page, index)) return false;
  return true;
}

/** One extent of each command; false stops the call there. */
export const DO_EXTENT: Readonly<Record<Kind, (work: Work, index: bigint) => boolean>> = {
  increase,
  decrease,
  populate,
};
