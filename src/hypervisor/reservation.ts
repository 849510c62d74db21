import { xen_memory_reservation, type XenMemoryReservation } from '../../abi/index.js';
import { assign, isClaimed, isOverLimit, map, requestOf, unmap } from './allocate.js';
import {
  type Context,
  copyIn,
  domainOf,
  type GuestList,
  guestList,
  mayTarget,
  type Outcome,
} from './context.js';
import type { Domain } from './domain.js';
import type { Frame } from './frames.js';
import { isCompat, isListOkay } from './handles.js';
import { adopt, countPages, freeFrame, inventFrames } from './host.js';
import {
  hostWidth,
  isNodeAbsent,
  isNodeRefused,
  isOnDemandRefused,
  MAX_EXTENTS,
  MAX_ORDER,
  maxOrder,
  type MemoryFlags,
  readFlags,
} from './limits.js';
import { isAnyPinned } from './pins.js';
import { UnknownFact } from './queries.js';

type Kind = 'increase' | 'decrease' | 'populate';

/** A reservation that passed the checks, ready to be done extent by extent. */
interface Work {
  readonly context: Context;
  readonly domain: Domain;
  readonly order: number;
  readonly flags: MemoryFlags;
  readonly list: GuestList;
  /** Whether MFNs are written to the list: not to NULL, and not for a translated domain. */
  readonly isReported: boolean;
}

/** Allocates an extent's frames and tells the first, or nothing when there are none. */
function allocate({ context, domain, order, flags, list, isReported }: Work, index: bigint) {
  if (domain.isDying || isOverLimit(domain, order) || isNodeAbsent(flags)) return undefined;
  if (isClaimed(context, order, domain)) return undefined;
  const request = requestOf(context, order, flags.addressBits);
  const slot = isReported ? { address: list.addressOf(index), size: list.size } : undefined;
  const chosen = request && context.choices.allocate({ ...request, index, slot });
  if (chosen === undefined) return undefined;
  const isInvented = chosen === 'anonymous' && domain.p2m !== undefined;
  const first = isInvented ? inventFrames(context.host, order) : chosen;
  assign(context, domain, first, order);
  countPages(domain, 1n << BigInt(order));
  return first;
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
  if (domain.isDirectMapped) return populateDirect(work, pfn);
  const first = allocate(work, index);
  if (first === undefined) return false;
  map(context, domain, first, order, pfn);
  return report(work, index, first);
}

/** Arm has no populate on demand, and a PV domain needs none. */
function isOnDemandDone({ context, domain }: Work): boolean {
  if (domain.mode === 'translated' && context.abi.name.startsWith('x86'))
    throw new UnknownFact('populate on demand is not modelled');
  return domain.mode === 'pv';
}

/** Whether a frame is not the domain's own, or is mapped at another GFN, as pins put it there. */
const isElsewhere = (frame: Frame | undefined, { domid }: Domain, gfn: bigint): boolean =>
  frame?.owner !== domid || (frame.pfn !== null && frame.pfn !== gfn);

/** A directly mapped domain gets back the very frames that it gave up; nothing is counted. */
function populateDirect({ context, domain, order }: Work, gfn: bigint): boolean {
  for (let i = 0n; i < 1n << BigInt(order); i++)
    if (isElsewhere(context.host.frames.get(gfn + i), domain, gfn + i)) return false;
  map(context, domain, gfn, order, gfn);
  return true;
}

/**
 * One page (guest_remove_page). What page tables or other domains still hold loses its
 * allocation reference and goes when they let go (measured for page tables).
 */
function removePage({ context, domain }: Work, gmfn: bigint, index: bigint): boolean {
  const { host } = context;
  const entry = domain.p2m?.get(gmfn);
  if (domain.p2m && entry?.type !== 'rw' && entry?.type !== 'ro') return false;
  const mfn = entry?.mfn ?? gmfn;
  if (context.choices.owns?.(index)) adopt(host, domain, mfn);
  const frame = host.frames.get(mfn);
  if (frame?.owner !== domain.domid) return false;
  unmap(context, domain, gmfn);
  if (domain.isDirectMapped) return true;
  if (frame.inUse || frame.references > 0) host.frames.change(mfn, { isAllocated: false });
  else {
    freeFrame(host, mfn);
    countPages(domain, -1n);
  }
  return true;
}

function decrease(work: Work, index: bigint): boolean {
  const gmfn = work.list.get(index);
  if (gmfn === undefined) return false;
  // A pin is never dropped on the way (XSA-252): the whole extent is looked at first.
  if (isAnyPinned(work.domain, gmfn, work.order)) return false;
  // Pages of an extent that fails stay removed up to the bad one (measured).
  for (let i = 0n; i < 1n << BigInt(work.order); i++)
    if (!removePage(work, gmfn + i, index)) return false;
  return true;
}

const DO: Readonly<Record<Kind, (work: Work, index: bigint) => boolean>> = {
  increase,
  decrease,
  populate,
};

/** The flags when they are allowed; a virtual node turns the node rules off. */
function allowedFlags(
  context: Context,
  value: XenMemoryReservation,
  { vnuma }: Domain,
): MemoryFlags | undefined {
  const flags = readFlags(value.mem_flags);
  const width = hostWidth(context) ?? Infinity;
  const { addressBits } = flags;
  if (addressBits !== 0 && addressBits < width && addressBits <= 12) return undefined;
  // Without a virtual topology the node is ignored; the flag without a node names 255.
  if (vnuma && flags.isVirtualNode && (flags.node ?? 255) >= vnuma.nodes) return undefined;
  if (flags.isVirtualNode) return { ...flags, node: undefined, isExact: false };
  return isNodeRefused(context, flags) ? undefined : flags;
}

/** Every check before the first extent; nothing when one of them fails. */
function prepare(context: Context, kind: Kind, value: XenMemoryReservation): Work | undefined {
  const { startExtent: start } = context;
  if (value.nr_extents > MAX_EXTENTS || start >= value.nr_extents) return undefined;
  const domain = domainOf(context, value.domid);
  const flags = domain && allowedFlags(context, value, domain);
  if (!domain || !flags || !mayTarget(context, domain)) return undefined;
  const list = guestList(context, value.extent_start);
  const isUnlisted = kind === 'increase' && value.extent_start === 0n;
  if (!isUnlisted && !isListOkay(context, value.extent_start, start, value.nr_extents, list.size))
    return undefined;
  const most = kind === 'populate' && flags.isOnDemand ? MAX_ORDER : maxOrder(context.caller);
  if (value.extent_order > most) return undefined;
  const isReported = domain.mode === 'pv' && !isUnlisted;
  return { context, domain, order: value.extent_order, flags, list, isReported };
}

/** The list as the native call sees it under the compat layer: what it writes is held back. */
function heldBack(list: GuestList): GuestList & { readonly held: Map<bigint, bigint> } {
  const held = new Map<bigint, bigint>();
  return { ...list, held, set: (index, value) => held.set(index, value) === held };
}

/** How far the extents came; `isPreempted` where the call is to go on from there. */
interface Progress {
  readonly done: bigint;
  readonly isPreempted: boolean;
}

function doExtents(work: Work, kind: Kind, start: bigint, end: bigint): Progress {
  const { choices, startExtent } = work.context;
  for (let done = start; done < end; done++) {
    if (done > startExtent && choices.preempt?.(done)) return { done, isPreempted: true };
    if (!DO[kind](work, done)) return { done, isPreempted: false };
  }
  return { done: end, isPreempted: false };
}

/** A 32-bit caller's lists go through an area of 8192 bytes, after the struct itself. */
const COMPAT_BATCH = (8192n - 32n) / 8n;

/** Batch by batch; a number that cannot be told ends the call, its extent uncounted (measured). */
function doCompatBatches(work: Work, kind: Kind, start: bigint, end: bigint): Progress {
  for (let from = start; ;) {
    const to = from + COMPAT_BATCH < end ? from + COMPAT_BATCH : end;
    const list = heldBack(work.list);
    const { done, isPreempted } = doExtents({ ...work, list }, kind, from, to);
    for (const [index, value] of list.held)
      if (!work.list.set(index, value)) return { done: index, isPreempted: false };
    if (isPreempted || done < to || to === end) return { done, isPreempted };
    from = to;
  }
}

/**
 * increase_reservation, decrease_reservation, populate_physmap. The result is how many
 * extents are done, those before the start extent included; never an error (memory.c, 2015).
 */
export function reservation(context: Context, kind: Kind): Outcome {
  const { startExtent: start } = context;
  const value = copyIn(context, xen_memory_reservation);
  const work = value && prepare(context, kind, value);
  if (!work) return start;
  const run = isCompat(context) ? doCompatBatches : doExtents;
  const { done, isPreempted } = run(work, kind, start, value.nr_extents);
  return isPreempted ? { startExtent: done } : done;
}
