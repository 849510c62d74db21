import {
  type Command,
  xen_foreign_memory_map,
  xen_memory_domain,
  xen_memory_exchange,
  xen_memory_reservation,
  xen_unpin,
} from '../../../abi/index.js';
import { map } from '../commands/allocate.js';
import { type Context, domainOf } from '../commands/context.js';
import { chunkSizes } from '../commands/exchange.js';
import { MAX_ORDER } from '../commands/limits.js';
import type { Domain } from '../state/domain.js';
import { pagesOf } from '../state/pages.js';
import { withSomeWidth } from '../state/width.js';
import { mapped, mappedBatch, unmapped } from './apply-physmap.js';
import type { Recording } from './recording.js';
import { argument, element, give, type Shown, take } from './shown.js';

/** @returns whether the domain's frames are still known */
function exchanged(shown: Shown, pin: boolean): boolean {
  const { context, result } = shown;
  const value = argument(shown, xen_memory_exchange);
  const told = argument(shown, xen_memory_exchange, 'after');
  // Plain exchange is for PV domains alone: of others it changes nothing.
  const isIdle = !pin && Array.from(context.host.domains.values()).every(({ p2m }) => p2m);
  if (!value || !told) return result !== 0n || isIdle;
  const domain = domainOf(context, value.in.domid);
  const { in: from, out: to } = value;
  if (!domain || Math.max(from.extent_order, to.extent_order) > MAX_ORDER) return true;
  const [inChunk, outChunk] = chunkSizes(value);
  const input = element(shown, from.extent_start, 'before');
  const place = element(shown, to.extent_start, 'before');
  const output = element(shown, to.extent_start, 'after');
  const end = told.nr_exchanged < from.nr_extents ? told.nr_exchanged : from.nr_extents;
  for (let chunk = value.nr_exchanged / inChunk; chunk < end / inChunk; chunk++) {
    for (let j = chunk * inChunk; j < (chunk + 1n) * inChunk; j++)
      if (!give(shown, domain, input(j), from.extent_order)) return false;
    for (let j = chunk * outChunk; j < (chunk + 1n) * outChunk; j++) {
      const [mfn, pfn] = [output(j), place(j)];
      let frame = take(shown, domain, mfn, pfn, to.extent_order);
      const page = domain.p2m ? pfn : mfn;
      if (pin && page !== undefined && frame !== 'anonymous')
        for (const at of pagesOf(page, to.extent_order)) domain.pins.set(at, frame++);
    }
  }
  return true;
}

/** Of the extent at which a decrease ended, any page may be gone. */
function doubtExtent({ p2m }: Domain, first: bigint | undefined, order: number): void {
  if (!p2m || first === undefined) return;
  for (const page of pagesOf(first, order))
    p2m.doubt(page, 'which pages of an extent were given up is not recorded');
}

/** @returns whether the domain's frames are still known */
function reserved(shown: Shown, name: string): boolean {
  const { context, result } = shown;
  const value = argument(shown, xen_memory_reservation);
  const { startExtent: start } = context;
  if (!value) return result <= start;
  const domain = domainOf(context, value.domid);
  const order = value.extent_order;
  if (!domain || order > MAX_ORDER || result > value.nr_extents) return true;
  const given = element(shown, value.extent_start, 'before');
  const told = element(shown, value.extent_start, 'after');
  if (domain.totPages !== undefined && result > start && !domain.isDirectMapped)
    domain.totPages +=
      (result - start) *
      (1n << BigInt(order)) *
      (name === 'XENMEM_decrease_reservation' ? -1n : 1n);
  if (name === 'XENMEM_decrease_reservation' && result < value.nr_extents)
    doubtExtent(domain, given(result), order);
  for (let i = start; i < result; i++) {
    if (name === 'XENMEM_decrease_reservation') {
      if (!give(shown, domain, given(i), order)) return false;
    } else {
      const pfn = name === 'XENMEM_populate_physmap' ? given(i) : undefined;
      const mfn = domain.mode === 'pv' && value.extent_start !== 0n ? told(i) : undefined;
      // Of the rest nothing is shown but how many they are.
      if (mfn === undefined && pfn === undefined && told(i) === undefined) {
        domain.anonymous += (result - i) << BigInt(order);
        return true;
      }
      if (domain.isDirectMapped && pfn !== undefined) map(context, domain, pfn, order, pfn);
      else take(shown, domain, mfn, pfn, order);
    }
  }
  return true;
}

function unpinned(shown: Shown): boolean {
  const value = argument(shown, xen_unpin)?.in;
  const domain = value && domainOf(shown.context, value.domid);
  if (!domain || shown.result !== 0n || value.extent_order > MAX_ORDER) return true;
  const page = element(shown, value.extent_start, 'before');
  for (let i = 0n; i < value.nr_extents; i++) {
    const first = page(i);
    if (first === undefined) return true;
    for (const at of pagesOf(first, value.extent_order)) domain.pins.delete(at);
  }
  return true;
}

function claimed(shown: Shown): boolean {
  const value = argument(shown, xen_memory_reservation);
  // By number, as the command itself has it.
  const domain = value && shown.context.host.domains.get(value.domid);
  if (!domain || shown.result !== 0n) return true;
  const { nr_extents: pages } = value;
  domain.claim = pages === 0n ? 0n : pages - (domain.totPages ?? 0n);
  return true;
}

/** An answer that the model did not know holds from then on. */
function answered(shown: Shown): boolean {
  const value = argument(shown, xen_memory_domain);
  const domain = value && domainOf(shown.context, value.domid);
  if (domain && shown.result >= 0n) domain.maxGpfn ??= shown.result;
  return true;
}

/** A map that the model could not read: from now on nobody knows it. */
function mapSet(shown: Shown): boolean {
  const value = argument(shown, xen_foreign_memory_map);
  const domain = value && domainOf(shown.context, value.domid);
  const targets = value ? [domain] : shown.context.host.domains.values();
  if (shown.result === 0n) for (const one of targets) if (one) one.memoryMap = undefined;
  return true;
}

const EFFECTS: Readonly<Record<string, (shown: Shown, name: string) => boolean>> = {
  XENMEM_increase_reservation: reserved,
  XENMEM_decrease_reservation: reserved,
  XENMEM_populate_physmap: reserved,
  XENMEM_exchange: (shown) => exchanged(shown, false),
  XENMEM_exchange_and_pin: (shown) => exchanged(shown, true),
  XENMEM_unpin: unpinned,
  XENMEM_claim_pages: claimed,
  XENMEM_set_memory_map: mapSet,
  XENMEM_maximum_gpfn: answered,
  XENMEM_add_to_physmap: mapped,
  XENMEM_add_to_physmap_batch: mappedBatch,
  XENMEM_remove_from_physmap: unmapped,
};

/**
 * Does to the model what a recording shows of a call that the model did not follow: extents
 * that were told as done are freed, and those that were handed out are owned.
 * @returns whether the frames of the domain are still known
 */
export function applyRecording(context: Context, command: Command, recording: Recording): boolean {
  const { result } = recording;
  const effect = EFFECTS[command.name];
  if (!effect) return true;
  if (result === undefined) return false;
  return withSomeWidth(context.host, () => effect({ context, recording, result }, command.name));
}
