import type { Domain } from './domain.js';
import { createDoubts, type Doubts } from './doubts.js';
import { createFrames, type FrameRun, type Frames } from './frames.js';
import { createHeap, type Heap } from './heap.js';
import type { Journal } from './journal.js';
import { type Rules, rulesOf } from '../rules.js';

export interface Host {
  /** One past the highest frame number; nothing when the recorder did not know. */
  readonly maxPage: bigint | undefined;
  /** What its release does otherwise than others. */
  readonly rules: Rules;
  readonly frames: Frames;
  /** Free frames; nothing where a recording says which frames were handed out. */
  readonly heap: Heap | undefined;
  readonly domains: Map<number, Domain>;
  /** Whether frames may belong to a domain without the model knowing: a recorder's gap. */
  readonly isOpen: boolean;
  /** Whether there may be domains that no header describes. */
  readonly mayHaveOthers: boolean;
  /** What there is of domains that no header describes, as far as the call at hand is about them. */
  readonly others: Map<number, Domain | undefined>;
  /**
   * Frames in doubt: a PV domain may have given them up in a call that told nothing. It ends when
   * a recording shows one to be the domain's still (`adopt`), or to be handed out again.
   */
  readonly doubted: Doubts;
  /** How wide the hypervisor's own longs are; nothing where a guest of 32 bits cannot tell. */
  longBits: 32 | 64 | undefined;
  /** Takes a call back of which the outcome cannot be told. */
  readonly journal?: Journal | undefined;
}

/** @param heap whether the model is to choose frames itself, for which it must know maxPage */
export function createHost(
  maxPage: bigint | undefined,
  runs: readonly FrameRun[],
  domains: readonly Domain[],
  {
    heap,
    isOpen,
    mayHaveOthers = false,
    longBits,
    journal,
    rules = rulesOf(undefined),
  }: Pick<Host, 'isOpen' | 'longBits' | 'journal'> & {
    readonly heap: boolean;
    readonly rules?: Rules;
    readonly mayHaveOthers?: boolean;
  },
): Host {
  return {
    maxPage,
    rules,
    frames: createFrames(runs, journal),
    heap: heap && maxPage !== undefined ? createHeap(runs, maxPage, journal) : undefined,
    domains: new Map(domains.map((domain) => [domain.domid, domain])),
    isOpen,
    mayHaveOthers,
    others: journal?.map() ?? new Map(),
    doubted: createDoubts(journal),
    longBits,
    journal,
  };
}

/** Whether a frame may be a domain's own without the model knowing. */
function isAdoptable({ isOpen, frames, maxPage }: Host, domain: Domain, mfn: bigint): boolean {
  if (maxPage !== undefined && mfn >= maxPage) return false;
  const frame = frames.get(mfn);
  return (domain.anonymous > 0n && frame?.owner === undefined) || (isOpen && !frame);
}

/**
 * Makes a frame a domain's own, as a recording shows it to be: one of which nothing is known,
 * or one that may be among those that the domain got without being told.
 * @param isOwn asked only of such a frame, or of one in doubt: whether it is the domain's
 * @returns whether there is no doubt left
 */
export function adopt(
  host: Host,
  domain: Domain,
  mfn: bigint,
  isOwn = (): boolean => true,
): boolean {
  const { doubted, frames, maxPage } = host;
  const isDoubted = doubted.has(mfn) && (maxPage === undefined || mfn < maxPage);
  if (isDoubted) {
    if (!isOwn()) return false;
    doubted.settle(mfn);
    if (frames.get(mfn)?.owner === domain.domid) {
      // What page number it has by now, and whether page tables hold it, is as calls show it.
      frames.change(mfn, { pfn: undefined, isAllocated: true, inUse: false });
      return true;
    }
  } else if (!isAdoptable(host, domain, mfn) || !isOwn()) return true;
  if (domain.anonymous > 0n && host.frames.get(mfn)?.owner === undefined) domain.anonymous--;
  host.frames.give(mfn, domain.domid);
  // Its page number is not known, and its content is its own.
  host.frames.change(mfn, { pfn: undefined, token: -1 - Number(mfn) });
  return true;
}

/** Makes a frame that stands for any the domain's own: what leads there was found to be its. */
export function settlePage({ frames }: Host, { p2m, domid }: Domain, mfn: bigint): void {
  const frame = frames.get(mfn);
  const isSome = p2m?.isAssumed(mfn) ? frame?.owner === undefined : p2m?.isOpen && !frame;
  if (isSome) frames.give(mfn, domid);
}

/** New pages use up a domain's claim. */
export function useClaim(domain: Domain, pages: bigint): void {
  const { claim } = domain;
  if (claim !== undefined && claim > 0n) domain.claim = claim > pages ? claim - pages : 0n;
}

/**
 * Adds to a domain's pages, where their number is known. New pages use up its claim; and as long
 * as anything was left of it, pages that go were claimed again (page_alloc.c, and measured).
 */
export function countPages({ rules }: Host, domain: Domain, pages: bigint): void {
  if (domain.totPages !== undefined) domain.totPages += pages;
  if (pages > 0n || !rules.keepsClaims) useClaim(domain, pages);
}

/** Free pages that no domain has staked a claim to; nothing where the model has no heap. */
export function unclaimed({ heap, domains }: Host): bigint | undefined {
  if (!heap) return undefined;
  let free = heap.size();
  for (const { claim = 0n } of domains.values()) free -= claim;
  return free;
}

const invented = new WeakMap<Host, bigint>();

/**
 * Frames that no host has, for those that a translated domain got: nobody is told theirs, and
 * its P2M leads to them.
 */
export function inventFrames(host: Host, order: number): bigint {
  const first = invented.get(host) ?? 1n << 61n;
  invented.set(host, first + (1n << BigInt(order)));
  return first;
}

/** Gives a frame back to the host, whoever had it. */
export function freeFrame({ frames, heap }: Host, mfn: bigint): void {
  frames.free(mfn);
  heap?.put(mfn);
}

/**
 * A domain gives up one of its frames. What page tables or other domains still hold loses only
 * its allocation, and goes when they let go (measured for page tables).
 */
export function giveUp(host: Host, domain: Domain, mfn: bigint): void {
  const frame = host.frames.get(mfn);
  if (frame && (frame.inUse || frame.references > 0))
    host.frames.change(mfn, { isAllocated: false });
  else {
    freeFrame(host, mfn);
    countPages(host, domain, -1n);
  }
}

/** Takes a reference to another domain's frame: a grant is mapped, or a foreign page. */
export function hold({ frames }: Host, mfn: bigint): void {
  frames.change(mfn, { references: (frames.get(mfn)?.references ?? 0) + 1 });
}

/** Drops such a reference; the last one frees a frame that its owner has given up. */
export function release(host: Host, mfn: bigint): void {
  const frame = host.frames.get(mfn);
  if (!frame || frame.references === 0) return;
  host.frames.change(mfn, { references: frame.references - 1 });
  const owner = frame.owner === undefined ? undefined : host.domains.get(frame.owner);
  if (frame.references > 1 || frame.isAllocated || frame.inUse) return;
  freeFrame(host, mfn);
  if (owner) countPages(host, owner, -1n);
}

/** Ends a domain: its pins are dropped, what it held of others released, its frames freed. */
export function destroy(host: Host, domain: Domain): void {
  domain.isDying = true;
  domain.pins.clear();
  domain.claim = 0n;
  for (const [gfn, { mfn, type }] of Array.from(domain.p2m?.entries() ?? [])) {
    domain.p2m!.set(gfn, undefined);
    if (type === 'grant' || type === 'foreign') release(host, mfn);
  }
  for (const mfn of Array.from(host.frames.ownedBy(domain.domid))) {
    host.frames.change(mfn, { inUse: false, pfn: null });
    giveUp(host, domain, mfn);
  }
  host.domains.delete(domain.domid);
}
