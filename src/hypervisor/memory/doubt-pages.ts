import {
  type Command,
  xen_add_to_physmap,
  xen_add_to_physmap_batch,
  xen_memory_reservation,
  xen_remove_from_physmap,
} from '../../../abi/index.js';
import type { Infer } from '../../schema/index.js';
import { type Asked, domainOf, guestList, peekIn } from '../guest/call.js';
import { MAX_ORDER } from './limits.js';
import { type Mapping, xenPage } from './map-page.js';
import { littleEndian } from '../state/integer.js';
import { pagesOf } from '../state/pages.js';
import { unsignedLong, withSomeWidth } from '../state/width.js';

type OwnPage = Pick<Mapping, 'space' | 'idx' | 'gpfn'>;

/** A domain's pages that such a call may have mapped or unmapped. */
interface Named {
  readonly domid: number;
  readonly pages: Iterable<bigint>;
  /** Pages of the hypervisor's own that may have gone there. */
  readonly own?: Iterable<OwnPage>;
}

/** A list's elements up to the first that is not known. */
function* elements(call: Asked, start: bigint, count: bigint): Generator<bigint> {
  const { addressOf, size } = guestList(call, start);
  for (let i = 0n; i < count; i++) {
    const bytes = call.caller.memory.peek(addressOf(i), size);
    if (bytes.length < size) return;
    yield littleEndian(bytes);
  }
}

function* extents(call: Asked, value: Infer<typeof xen_memory_reservation>): Generator<bigint> {
  if (value.extent_order > MAX_ORDER) return;
  for (const first of elements(call, value.extent_start, value.nr_extents))
    yield* pagesOf(first, value.extent_order);
}

function named(call: Asked, type: Command['argument']): Named | undefined {
  if (type === xen_memory_reservation) {
    const value = peekIn(call, xen_memory_reservation);
    return value && { domid: value.domid, pages: extents(call, value) };
  }
  if (type === xen_add_to_physmap_batch) {
    const value = peekIn(call, xen_add_to_physmap_batch);
    if (!value) return undefined;
    const pages = [...elements(call, value.gpfns, BigInt(value.size))];
    const indexes = [...elements(call, value.idxs, BigInt(value.size))];
    const own = pages
      .slice(0, indexes.length)
      .map((gpfn, i) => ({ space: value.space, idx: indexes[i]!, gpfn }));
    return { domid: value.domid, pages, own };
  }
  if (type === xen_add_to_physmap) {
    const value = peekIn(call, xen_add_to_physmap);
    return value && { domid: value.domid, pages: [value.gpfn], own: [value] };
  }
  if (type === xen_remove_from_physmap) {
    const value = peekIn(call, xen_remove_from_physmap);
    return value && { domid: value.domid, pages: [value.gpfn] };
  }
  return undefined;
}

/** Pages of one call that are doubted one by one: time and room. */
const MOST_PAGES = 1 << 16;

/**
 * Of a call that a run skips nobody knows what it did: whether the pages that it names are mapped
 * is in doubt, each until a call sets it.
 */
export function doubtPages(call: Asked, command: Command): void {
  withSomeWidth(call.host, () => doubtNamed(call, command));
}

function doubtNamed(call: Asked, { name, argument: type }: Command): void {
  const { domid, pages = [], own = [] } = named(call, type) ?? {};
  const domain = domid === undefined ? undefined : domainOf(call, domid);
  let left = MOST_PAGES;
  if (!domain?.p2m) return;
  for (const page of own)
    if (!domain.xenPages.has(xenPage(page))) domain.xenPages.set(xenPage(page), page.gpfn);
  for (const number of pages) {
    if (left-- === 0) return;
    const page = unsignedLong(call.host, number);
    domain.p2m.doubt(page, `what ${name} did to GFN 0x${page.toString(16)} is not known`);
    if (domain.maxGpfn !== undefined && page > domain.maxGpfn) domain.maxGpfn = undefined;
  }
}
