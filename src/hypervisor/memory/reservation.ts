import { xen_memory_reservation, type XenMemoryReservation } from '../../../abi/index.js';
import {
  type Context,
  copyIn,
  domainOf,
  error,
  type GuestList,
  guestList,
  mayTarget,
  type Outcome,
} from '../guest/call.js';
import type { Domain } from '../state/domain.js';
import { DO_EXTENT, type Kind, type Work } from './extents.js';
import { isCompat, isListOkay } from '../guest/handles.js';
import { UnknownFact } from '../state/unknown.js';
import {
  hostWidth,
  isNodeRefused,
  MAX_EXTENTS,
  MAX_ORDER,
  maxOrder,
  type MemoryFlags,
  readFlags,
} from './limits.js';

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
  if (!domain || !mayTarget(context, domain)) return undefined;
  const flags = allowedFlags(context, value, domain);
  if (!flags) return undefined;
  const list = guestList(context, value.extent_start);
  const isUnlisted = kind === 'increase' && value.extent_start === 0n;
  if (!isUnlisted && !isListOkay(context, value.extent_start, start, value.nr_extents, list.size))
    return undefined;
  const most = kind === 'populate' && flags.isOnDemand ? MAX_ORDER : maxOrder(context.caller);
  if (value.extent_order > most) return undefined;
  const isReported = domain.mode === 'pv' && !isUnlisted;
  const order = value.extent_order;
  const isListed = !isUnlisted;
  return { context, domain, order, flags, list, isListed, isReported, changed: { pages: 0 } };
}

/** The list as the native call sees it under the compat layer: what it writes is held back. */
function heldBack(list: GuestList): GuestList & { readonly held: Map<bigint, Held> } {
  const held = new Map<bigint, Held>();
  return {
    ...list,
    held,
    set: (index, value) => held.set(index, value) === held,
    blur: (index) => held.set(index, 'unknown') === held,
  };
}

/** What the native call has written, which nobody may know. */
type Held = bigint | 'unknown';

/** How far the extents came; `isPreempted` where the call is to go on from there. */
interface Progress {
  readonly done: bigint;
  readonly isPreempted: boolean;
  /** What becomes of the call where it cannot be told that it goes on. */
  readonly lost?: bigint;
}

/** How many extents of a call the model does: without a list, one can ask for 2^26. */
const MOST_EXTENTS = 1n << 20n;

function doExtents(work: Work, kind: Kind, start: bigint, end: bigint): Progress {
  const { choices, startExtent } = work.context;
  for (let done = start; done < end; done++) {
    if (done > startExtent && choices.preempt?.(done)) return { done, isPreempted: true };
    if (done - startExtent >= MOST_EXTENTS)
      throw new UnknownFact('a call has more extents than the model does');
    if (!DO_EXTENT[kind](work, done)) return { done, isPreempted: false };
  }
  return { done: end, isPreempted: false };
}

/** A 32-bit caller's lists go through an area of 8192 bytes, after the struct itself. */
const COMPAT_BATCH = (8192n - 32n) / 8n;

/**
 * What a number that cannot be told makes of a preempted call: the command word that was to go
 * on from there is taken for the hypercall's number (compat/memory.c, and measured). 0 is
 * set_trap_table, at whose address there is nothing.
 */
const lostContinuation = (kind: Kind, index: bigint): bigint =>
  error(kind === 'increase' && index === 0n ? 'EFAULT' : 'ENOSYS');

interface CopiedBack {
  readonly from: bigint;
  readonly done: bigint;
  /** The numbers that the native call has written. */
  readonly held: ReadonlyMap<bigint, Held>;
}

/**
 * The compat layer writes a batch's list back as far as it was done. Of a translated domain no
 * number is in it: populate's is as it was, and increase's is what happens to lie there (measured).
 * @returns the first extent whose element cannot be written, if any
 */
function copyBack(work: Work, kind: Kind, { from, done, held }: CopiedBack): bigint | undefined {
  const { context, domain, list, isListed } = work;
  for (const [index, value] of held)
    if (value === 'unknown' ? !list.blur(index) : !list.set(index, value)) return index;
  if (kind === 'decrease' || !domain.p2m || !isListed) return undefined;
  for (let i = from; i < done; i++) {
    if (!context.caller.memory.isWritable(list.addressOf(i), list.size)) return i;
    if (kind === 'increase') context.caller.memory.forget(list.addressOf(i), list.size);
  }
  return undefined;
}

/** Batch by batch; a number that cannot be told ends the call, its extent uncounted (measured). */
function doCompatBatches(work: Work, kind: Kind, start: bigint, end: bigint): Progress {
  for (let from = start; ;) {
    const to = from + COMPAT_BATCH < end ? from + COMPAT_BATCH : end;
    const list = heldBack(work.list);
    const { done, isPreempted } = doExtents({ ...work, list }, kind, from, to);
    const untold = copyBack(work, kind, { from, done, held: list.held });
    if (untold !== undefined && !isPreempted) return { done: untold, isPreempted };
    if (untold !== undefined) return { done, isPreempted, lost: lostContinuation(kind, untold) };
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
  const { done, isPreempted, lost } = run(work, kind, start, value.nr_extents);
  return isPreempted ? { startExtent: done, lost } : done;
}
