import {
  assign,
  isClaimed,
  isOverLimit,
  map,
  requestOf,
  unmap,
} from '../state/pages-of-domains.js';
import { type Context, DomainCrash, type GuestList, isX86 } from '../guest/call.js';
import { type Domain, isHardwareDomain } from '../state/domain.js';
import type { Frame } from '../state/frames.js';
import { adopt, countPages, giveUp, type Host, settlePage, useClaim } from '../state/host.js';
import { isReached } from './bounds.js';
import { isNodeAbsent, isOnDemandRefused, type MemoryFlags } from './limits.js';
import { OPEN } from '../state/p2m.js';
import { pagesOf } from '../state/pages.js';
import { isAnyPinned } from '../state/pins.js';
import { checkChanged, UnknownFact } from '../state/unknown.js';
import { ANY_PAGE, isDropped } from '../state/xen-pages.js';

/** The reservation commands. */
export type Kind = 'increase' | 'decrease' | 'populate';

/** A reservation that passed the checks, ready to be done extent by extent. */
export interface Work {
  readonly context: Context;
  readonly domain: Domain;
  readonly order: number;
  readonly flags: MemoryFlags;
  readonly list: GuestList;
  /** Whether there is a list. */
  readonly isListed: boolean;
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
  if (domain.isDying || isNodeAbsent(flags)) return undefined;
  if (isOverLimit(domain, order)) {
    if (context.host.rules.claimsBeforeLimit) useClaim(domain, 1n << BigInt(order));
    return undefined;
  }
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
  countPages(context.host, domain, 1n << BigInt(order));
  return assign(context, domain, chosen, order);
}

/** Tells the guest an extent's first MFN; the number of anonymous frames stays unsaid. */
function report({ list, isReported }: Work, index: bigint, first: bigint | 'anonymous'): boolean {
  if (!isReported) return true;
  return first === 'anonymous' ? list.blur(index) : list.set(index, first);
}

function increase(work: Work, index: bigint): boolean {
  const first = allocate(work, index);
  // The pages stay though the extent is not counted when its MFN cannot be told (measured).
  return first !== undefined && report(work, index, first);
}

function populate(work: Work, index: bigint): boolean {
  const { context, domain, order, flags, list } = work;
  const isPv = !domain.p2m && !flags.isOnDemand;
  const pfn = isPv ? list.look(index) : list.get(index);
  if (pfn === undefined) return false;
  if (pfn === 'unknown') {
    const first = allocate(work, index);
    if (first === undefined) return false;
    map(context, domain, first, order, pfn);
    return report(work, index, first);
  }
  if (domain.p2m && isAnyPinned(domain, pfn, order)) return false;
  if (flags.isOnDemand) return !isOnDemandRefused(context, domain) && isOnDemandDone(work);
  if (domain.isDirectMapped) return populateDirect(work, pfn, index);
  const first = allocate(work, index);
  if (first === undefined) return false;
  if (!isPlaced(work, first, pfn)) return false;
  return report(work, index, first);
}

/**
 * Puts an extent at its page numbers. Where the P2M does not reach so far the pages stay the
 * domain's all the same (measured).
 */
function isPlaced(work: Work, first: bigint | 'anonymous', pfn: bigint): boolean {
  const { context, domain, order } = work;
  if (domain.p2m) {
    checkOverwritten(context, domain, pfn, order);
    if (!isReached(domain, pfn + (1n << BigInt(order)) - 1n)) {
      placeReached(work, first, pfn);
      return !context.host.rules.checksMappings;
    }
  }
  map(context, domain, first, order, pfn);
  return true;
}

/**
 * Those pages of an extent that the P2M reaches are there nevertheless: on x86 all of them, from
 * page 0 on, too, if the numbers wrap (measured), on Arm those before the first that it does not.
 */
function placeReached({ context, domain, order }: Work, first: bigint | 'anonymous', pfn: bigint) {
  if (first === 'anonymous') return;
  let mfn = first;
  for (const page of pagesOf(pfn, order)) {
    const gfn = BigInt.asUintN(64, page);
    if (isReached(domain, gfn)) map(context, domain, mfn, 0, gfn);
    else if (!isX86(context)) return;
    mfn++;
  }
}

/** Over others' pages and devices x86 puts nothing: whoever asks for it ends (measured). */
function checkOverwritten(context: Context, domain: Domain, pfn: bigint, order: number): void {
  if (!isX86(context)) return;
  for (const page of pagesOf(pfn, order)) {
    const gfn = BigInt.asUintN(64, page);
    const entry = domain.p2m!.get(gfn);
    const isDevice = (): boolean =>
      context.choices.isCrash === true && !domain.p2m!.isChanged(gfn) && isHardwareDomain(domain);
    const isOthers = entry && ['grant', 'foreign', 'mmio'].includes(entry.type);
    if (isOthers || (!entry && isDevice()))
      throw new DomainCrash(`GFN 0x${gfn.toString(16)} is no memory of the domain's`);
  }
}

/** Arm has no populate on demand, and a PV domain needs none. */
function isOnDemandDone({ context, domain }: Work): boolean {
  if (domain.mode === 'translated' && isX86(context))
    throw new UnknownFact('populate on demand is not modelled');
  return domain.mode === 'pv';
}

/** Whether a frame is not the domain's own, or is mapped at another GFN, as pins put it there. */
const isElsewhere = (frame: Frame | undefined, { domid }: Domain, gfn: bigint): boolean =>
  frame?.owner !== domid || (typeof frame.pfn === 'bigint' && frame.pfn !== gfn);

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

const SHARED = 'which pages Xen shares with the domain is a fact of the host';

const isOwn = (host: Host, { domid }: Domain, mfn: bigint): boolean =>
  host.frames.get(mfn)?.owner === domid && !host.doubted.has(mfn);

const isBeyond = ({ maxPage }: Host, mfn: bigint): boolean =>
  maxPage !== undefined && mfn >= maxPage;

/** One page (guest_remove_page). */
function removePage(work: Work, gmfn: bigint, index: bigint): boolean {
  const { context, domain } = work;
  const { host } = context;
  // Of a page in doubt, an extent that was done shows that it was there: one of Xen's own, if the
  // domain has as many pages as before.
  if (domain.p2m?.isDoubtful(gmfn) && context.choices.owns?.(index)) {
    // A directly mapped domain has as many always.
    const isXens = domain.isDirectMapped ? false : context.choices.keeps?.(index);
    if (isXens === undefined) context.choices.miscounted?.(domain);
    if (isXens) {
      domain.p2m.set(gmfn, undefined);
      domain.droppedPages.set(ANY_PAGE, 'unknown');
      return true;
    }
    domain.p2m.settle(gmfn);
  }
  const entry = domain.p2m?.get(gmfn);
  // A page of the hypervisor's own is shared with the domain, and goes as its own do: once, for
  // with it goes the only reference that it had (measured).
  if (entry?.page !== undefined) {
    if (isDropped(domain, entry.page)) return false;
    change(work, 1);
    if (!domain.isDirectMapped) domain.droppedPages.set(entry.page, true);
    unmap(context, domain, gmfn);
    return true;
  }
  if (domain.p2m && entry?.type !== 'rw' && entry?.type !== 'ro') return false;
  const mfn = entry?.mfn ?? gmfn;
  settlePage(host, domain, mfn);
  const isKnown = isOwn(host, domain, mfn);
  if (!adopt(host, domain, mfn, () => context.choices.owns?.(index) ?? false)) return false;
  const keeps = (): boolean | undefined => !domain.p2m && context.choices.keeps?.(index);
  if (!host.frames.get(mfn) && !isBeyond(host, mfn) && keeps()) throw new UnknownFact(SHARED);
  if (!isOwn(host, domain, mfn)) return false;
  // Of a page that was not known to be the domain's it is not known, either, what holds it.
  const isKept = !isKnown && keeps();
  if (isKept) host.frames.change(mfn, { inUse: true });
  change(work, 1);
  unmap(context, domain, gmfn);
  if (domain.isDirectMapped) return true;
  giveUp(host, domain, mfn);
  // In use, it goes again; one of Xen's own does not.
  if (isKept !== false) host.doubted.add(mfn);
  if (isKept === undefined) {
    host.frames.change(mfn, { pfn: undefined });
    context.choices.miscounted?.(domain);
  }
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
