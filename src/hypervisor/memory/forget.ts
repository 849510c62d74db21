import {
  type Command,
  DOMID_SELF,
  xen_add_to_physmap,
  xen_add_to_physmap_batch,
  xen_foreign_memory_map,
  xen_mem_acquire_resource,
  xen_memory_exchange,
  xen_memory_reservation,
  xen_pod_target,
  xen_remove_from_physmap,
  xen_unpin,
  XENMAPSPACE_gmfn,
  XENMAPSPACE_gmfn_foreign,
  XENMAPSPACE_gmfn_range,
  XENMAPSPACE_grant_table,
  XENMAPSPACE_shared_info,
} from '../../../abi/index.js';
import type { Infer, StructType } from '../../schema/index.js';
import { type Asked, guestList, peekIn } from '../guest/call.js';
import type { Domain } from '../state/domain.js';
import type { Host } from '../state/host.js';
import type { P2mEntry } from '../state/p2m.js';
import { inventFrames } from '../state/host.js';
import { unsignedLong, withSomeWidth } from '../state/width.js';
import { ANY_PAGE } from '../state/xen-pages.js';
import { chunkSizes } from './exchange.js';
import { MAX_EXTENTS, MAX_ORDER } from './limits.js';
import { xenPage } from './map-page.js';
import { littleEndian } from '../../codec/index.js';

/*
 * What a call can have touched of which nobody knows what it did: its footprint. All of it is
 * unknown from then on, each cell until a call shows it. A footprint may be too large, never too
 * small; the exchange of a translated guest, for one, has none.
 */

/** Pages of one call that are doubted one by one; of more, all of the domain's are. */
const MOST_PAGES = 1 << 16;

/** Places at which one page of Xen's may be, that are kept. */
const MOST_PLACES = 4;

/** A call to be forgotten, and why. */
interface Forgotten {
  readonly call: Asked;
  readonly reason: string;
  /** The pages that are left to be doubted one by one. */
  readonly left: { pages: number };
}

/** All that a domain has is unknown, but for what calls have been told to be so from then on. */
export function forgetDomain(host: Host, domain: Domain, reason: string): void {
  domain.totPages = undefined;
  domain.maxGpfn = undefined;
  domain.memoryMap = undefined;
  if (domain.claim !== 0n) domain.claim = undefined;
  forgetPages(host, domain, reason);
}

/** Anything may have been done to any domain. */
export function forgetAll(host: Host, reason: string): void {
  for (const domain of host.domains.values()) {
    forgetDomain(host, domain, reason);
    domain.claim = undefined;
  }
}

/** Which pages a domain has is unknown, and where they are. */
export function forgetPages(host: Host, domain: Domain, reason: string): void {
  if (!domain.isDirectMapped) domain.maxGpfn = undefined;
  if (!domain.p2m) {
    host.doubted.addAll();
    return;
  }
  domain.p2m.doubtAll(reason);
  domain.areXenPagesLost = true;
  domain.droppedPages.clear();
  domain.droppedPages.set(ANY_PAGE, 'unknown');
}

/** The elements of a list; nothing for one that is not known. */
function* elements(call: Asked, start: bigint, count: bigint): Generator<bigint | undefined> {
  const { addressOf, size } = guestList(call, start);
  for (let i = 0n; i < count; i++) {
    const bytes = call.caller.memory.peek(addressOf(i), size);
    yield bytes.length < size ? undefined : unsignedLong(call.host, littleEndian(bytes));
  }
}

/** Those elements of a list that are known. */
function* knownElements(call: Asked, start: bigint, count: bigint): Generator<bigint> {
  const { addressOf, size } = guestList(call, start);
  const [first, step] = [addressOf(0n), BigInt(size)];
  for (const { address, bytes } of call.caller.memory.runs(first, Number(count) * size)) {
    const skipped = Number((step - ((address - first) % step)) % step);
    for (let at = skipped; at + size <= bytes.length; at += size)
      yield unsignedLong(call.host, littleEndian(bytes.subarray(at, at + size)));
  }
}

/** Doubts one page of a domain: a GFN, and what may be there beside what was; or a frame. */
function doubtPage({ call, reason }: Forgotten, domain: Domain, page: bigint, other?: P2mEntry) {
  const { p2m } = domain;
  if (!p2m) return call.host.doubted.add(page);
  if (domain.maxGpfn !== undefined && page > domain.maxGpfn) domain.maxGpfn = undefined;
  p2m.doubt(page, reason, other ? [other] : []);
}

/** Doubts the pages of extents; tells whether they were few enough, and all known. */
function doubtExtents(
  forgotten: Forgotten,
  domain: Domain,
  list: Iterable<bigint | undefined>,
  order: number,
  other?: () => P2mEntry,
): boolean {
  for (const first of list) {
    forgotten.left.pages -= 2 ** order;
    if (first === undefined || forgotten.left.pages < 0) {
      forgetPages(forgotten.call.host, domain, forgotten.reason);
      return false;
    }
    for (let i = 0n; i < 1n << BigInt(order); i++)
      doubtPage(forgotten, domain, BigInt.asUintN(64, first + i), other?.());
  }
  return true;
}

/** Pages that a domain may have got and nobody knows: any free frame may be one of them. */
function addAnonymous(domain: Domain, extents: bigint, order: number): void {
  if (!domain.p2m) domain.anonymous += extents << BigInt(order);
}

/** New memory of a domain, at a frame that no host has. */
const newPage =
  ({ call: { host } }: Forgotten, domain: Domain) =>
  (): P2mEntry => {
    const mfn = inventFrames(host, 0);
    host.frames.give(mfn, domain.domid);
    return { mfn, type: 'rw' };
  };

type Footprint<T extends StructType> = (
  forgotten: Forgotten,
  value: Infer<T>,
  name: string,
) => void;

/** The domains that a call is about: all, where its argument is not known. */
function targets({ call }: Forgotten, domid: number | undefined): readonly Domain[] {
  if (domid === undefined) return [...call.host.domains.values()];
  const domain = domid === DOMID_SELF ? call.caller : call.host.domains.get(domid);
  return domain ? [domain] : [];
}

const reservation: Footprint<typeof xen_memory_reservation> = (forgotten, value, name) => {
  const { domid, nr_extents: count, extent_order: order, extent_start } = value;
  const [domain] = targets(forgotten, domid);
  if (!domain || order > MAX_ORDER || count > MAX_EXTENTS) return;
  if (name === 'XENMEM_claim_pages') {
    domain.claim = undefined;
    return;
  }
  if (!domain.isDirectMapped || name === 'XENMEM_increase_reservation') domain.totPages = undefined;
  if (domain.claim !== 0n) domain.claim = undefined;
  const isIncrease = name === 'XENMEM_increase_reservation';
  const isDecrease = name === 'XENMEM_decrease_reservation';
  if (!isDecrease) addAnonymous(domain, count, order);
  // What a PV domain got it was told, if it could be.
  if (isIncrease || (!domain.p2m && !isDecrease)) return;
  const isPopulate = !isDecrease;
  if (isDecrease)
    dropPages(forgotten, domain, elements(forgotten.call, extent_start, count), order);
  doubtExtents(
    forgotten,
    domain,
    elements(forgotten.call, extent_start, count),
    order,
    isPopulate ? newPage(forgotten, domain) : undefined,
  );
};

/** Of Xen's own pages, those that a decrease may have dropped. */
function dropPages(
  { left }: Forgotten,
  domain: Domain,
  list: Iterable<bigint | undefined>,
  order: number,
): void {
  if (domain.xenPages.size === 0) return;
  const firsts = [...take(list, left.pages)];
  const isAmong = (gfn: bigint): boolean =>
    firsts.some(
      (first) => first === undefined || (gfn >= first && gfn - first < 1n << BigInt(order)),
    );
  for (const [page, places] of domain.xenPages)
    if (places.some(isAmong) && !domain.droppedPages.has(page))
      domain.droppedPages.set(page, 'unknown');
}

function* take<T>(items: Iterable<T>, most: number): Generator<T> {
  let left = most;
  for (const item of items) {
    if (left-- <= 0) return;
    yield item;
  }
}

const exchange: Footprint<typeof xen_memory_exchange> = (
  forgotten,
  { in: from, out: to },
  name,
) => {
  const [domain] = targets(forgotten, from.domid);
  const isPin = name === 'XENMEM_exchange_and_pin';
  if (!domain || (domain.p2m && !isPin)) return;
  if (Math.max(from.extent_order, to.extent_order) > MAX_ORDER) return;
  const [inChunk, outChunk] = chunkSizes({ in: from, out: to });
  if (from.nr_extents / inChunk > MAX_EXTENTS || to.nr_extents / outChunk > MAX_EXTENTS) {
    forgetPages(forgotten.call.host, domain, forgotten.reason);
    return;
  }
  addAnonymous(domain, to.nr_extents, to.extent_order);
  const { call } = forgotten;
  doubtExtents(
    forgotten,
    domain,
    elements(call, from.extent_start, from.nr_extents),
    from.extent_order,
  );
  if (!domain.p2m) return;
  for (const first of elements(call, to.extent_start, to.nr_extents)) {
    const isDone = doubtExtents(
      forgotten,
      domain,
      [first],
      to.extent_order,
      newPage(forgotten, domain),
    );
    if (!isDone || first === undefined) return;
    doubtPins(domain, first, to.extent_order);
  }
};

/** Frames that a PV domain was told of may be its own. */
function doubtTold(
  forgotten: Forgotten,
  { domid, extent_start, nr_extents, extent_order }: Infer<typeof xen_memory_reservation>,
  isPin: boolean,
): void {
  const [domain] = targets(forgotten, domid);
  if (!domain || domain.p2m || extent_order > MAX_ORDER || nr_extents > MAX_EXTENTS) return;
  // Those that are not known are anonymous.
  for (const first of knownElements(forgotten.call, extent_start, nr_extents)) {
    if (!doubtExtents(forgotten, domain, [first], extent_order)) return;
    if (isPin) doubtPins(domain, first, extent_order);
  }
}

const unpin: Footprint<typeof xen_unpin> = (forgotten, { in: value }) => {
  const [domain] = targets(forgotten, value.domid);
  if (!domain || value.extent_order > MAX_ORDER || value.nr_extents > MAX_EXTENTS) return;
  for (const first of elements(forgotten.call, value.extent_start, value.nr_extents)) {
    if (first === undefined) return;
    doubtPins(domain, first, value.extent_order);
  }
};

function doubtPins(domain: Domain, first: bigint, order: number): void {
  for (let i = 0n; i < 1n << BigInt(order); i++) domain.doubtfulPins.set(first + i, true);
}

/** What a mapping of a space may have put somewhere. */
function mapped({ call }: Forgotten, domain: Domain, space: number, idx: bigint): P2mEntry {
  if (space === XENMAPSPACE_gmfn || space === XENMAPSPACE_gmfn_range) {
    // Where its source is in doubt too, it is some page of the domain's.
    const mfn = inventFrames(call.host, 0);
    call.host.frames.give(mfn, domain.domid);
    return { mfn, type: 'rw' };
  }
  if (space === XENMAPSPACE_shared_info || space === XENMAPSPACE_grant_table)
    return { mfn: -1n, type: 'xen', page: xenPage({ space, idx }) };
  return { mfn: -1n, type: space === XENMAPSPACE_gmfn_foreign ? 'foreign' : 'mmio' };
}

function doubtMapping(
  forgotten: Forgotten,
  domain: Domain,
  { space, idx, gpfn }: { readonly space: number; readonly idx: bigint; readonly gpfn: bigint },
): void {
  forgotten.left.pages--;
  if (space === XENMAPSPACE_gmfn || space === XENMAPSPACE_gmfn_range)
    doubtPage(forgotten, domain, idx);
  const entry = mapped(forgotten, domain, space, idx);
  if (entry.page !== undefined) {
    const places = domain.xenPages.get(entry.page) ?? [];
    for (const old of places) if (old !== gpfn) doubtPage(forgotten, domain, old);
    if (places.length >= MOST_PLACES) domain.areXenPagesLost = true;
    else if (!places.includes(gpfn)) domain.xenPages.set(entry.page, [...places, gpfn]);
  }
  doubtPage(forgotten, domain, gpfn, entry);
  if (!domain.isDirectMapped) domain.totPages = undefined;
}

const addToPhysmap: Footprint<typeof xen_add_to_physmap> = (forgotten, value) => {
  const { domid, space, idx, gpfn, size } = value;
  for (const domain of targets(forgotten, domid)) {
    if (!domain.p2m) continue;
    const pages = space === XENMAPSPACE_gmfn_range ? BigInt(size) : 1n;
    for (let i = 0n; i < pages; i++)
      doubtMapping(forgotten, domain, { space, idx: idx + i, gpfn: gpfn + i });
  }
};

const addBatch: Footprint<typeof xen_add_to_physmap_batch> = (forgotten, value) => {
  const { call } = forgotten;
  const [domain] = targets(forgotten, value.domid);
  if (!domain?.p2m) return;
  const idxs = [...elements(call, value.idxs, BigInt(value.size))];
  const gpfns = [...elements(call, value.gpfns, BigInt(value.size))];
  for (const [i, gpfn] of gpfns.entries()) {
    const idx = idxs[i];
    if (gpfn === undefined || idx === undefined) {
      forgetPages(call.host, domain, forgotten.reason);
      domain.totPages = undefined;
      return;
    }
    doubtMapping(forgotten, domain, { space: value.space, idx, gpfn });
  }
};

const acquire: Footprint<typeof xen_mem_acquire_resource> = (forgotten, value) => {
  const { caller } = forgotten.call;
  if (!caller.p2m || value.frame_list === 0n) return;
  const list = elements(forgotten.call, value.frame_list, BigInt(value.nr_frames));
  doubtExtents(forgotten, caller, list, 0, () => ({ mfn: -1n, type: 'foreign' }));
};

const setMemoryMap: Footprint<typeof xen_foreign_memory_map> = (forgotten, { domid }) => {
  for (const domain of targets(forgotten, domid)) domain.memoryMap = undefined;
};

const remove: Footprint<typeof xen_remove_from_physmap> = (forgotten, { domid, gpfn }) => {
  for (const domain of targets(forgotten, domid))
    if (domain.p2m) doubtPage(forgotten, domain, gpfn);
};

const podTarget: Footprint<typeof xen_pod_target> = (forgotten, { domid }) => {
  for (const domain of targets(forgotten, domid))
    forgetDomain(forgotten.call.host, domain, forgotten.reason);
};

/** What forgets the footprint of a command with this argument. */
function footprint<T extends StructType>(type: T, forget: Footprint<T>) {
  return (forgotten: Forgotten, name: string): void => {
    const value = peekIn(forgotten.call, type);
    if (value) return forget(forgotten, value, name);
    for (const domain of targets(forgotten, undefined)) {
      if (name === 'XENMEM_claim_pages') domain.claim = undefined;
      else forgetDomain(forgotten.call.host, domain, forgotten.reason);
    }
  };
}

/** The commands that change anything. */
const FOOTPRINTS: Readonly<Record<string, (forgotten: Forgotten, name: string) => void>> = {
  XENMEM_increase_reservation: footprint(xen_memory_reservation, reservation),
  XENMEM_decrease_reservation: footprint(xen_memory_reservation, reservation),
  XENMEM_populate_physmap: footprint(xen_memory_reservation, reservation),
  XENMEM_claim_pages: footprint(xen_memory_reservation, reservation),
  XENMEM_exchange: footprint(xen_memory_exchange, exchange),
  XENMEM_exchange_and_pin: footprint(xen_memory_exchange, exchange),
  XENMEM_unpin: footprint(xen_unpin, unpin),
  XENMEM_add_to_physmap: footprint(xen_add_to_physmap, addToPhysmap),
  XENMEM_add_to_physmap_batch: footprint(xen_add_to_physmap_batch, addBatch),
  XENMEM_remove_from_physmap: footprint(xen_remove_from_physmap, remove),
  XENMEM_acquire_resource: footprint(xen_mem_acquire_resource, acquire),
  XENMEM_set_memory_map: footprint(xen_foreign_memory_map, setMemoryMap),
  XENMEM_set_pod_target: footprint(xen_pod_target, podTarget),
};

const startOf = (call: Asked, reason: string): Forgotten => ({
  call,
  reason,
  left: { pages: MOST_PAGES },
});

/**
 * Forgets what a call may have changed; memory is to be as it was before it.
 * @param reason why it is not known, to be told of what depends on it
 */
export function forget(call: Asked, command: Command, reason: string): void {
  const forgotten = startOf(call, reason);
  withSomeWidth(call.host, () => FOOTPRINTS[command.name]?.(forgotten, command.name));
}

/** Forgets whose frames are that the call has told its caller of; memory is as it is after it. */
export function forgetTold(call: Asked, { name }: Command, reason: string): void {
  const forgotten = startOf(call, reason);
  withSomeWidth(call.host, () => {
    if (name === 'XENMEM_increase_reservation' || name === 'XENMEM_populate_physmap') {
      const value = peekIn(call, xen_memory_reservation);
      if (value) doubtTold(forgotten, value, false);
    } else if (name === 'XENMEM_exchange' || name === 'XENMEM_exchange_and_pin') {
      const value = peekIn(call, xen_memory_exchange);
      if (value) doubtTold(forgotten, value.out, name !== 'XENMEM_exchange');
    }
  });
}
