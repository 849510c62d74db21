import { xen_memory_exchange } from '../../../abi/index.js';
import { domainOf } from '../../hypervisor/guest/call.js';
import { chunkSizes } from '../../hypervisor/memory/exchange.js';
import { MAX_ORDER } from '../../hypervisor/memory/limits.js';
import { pagesOf } from '../../hypervisor/state/pages.js';
import { argument, count, elements, give, type Shown, take } from './shown.js';

/** Chunks that were told as done: their inputs are given up, and their outputs the domain's. */
export const exchanged =
  ({ pin }: { readonly pin: boolean }) =>
  (shown: Shown): boolean => {
    const { asked, result } = shown;
    const value = argument(shown, xen_memory_exchange);
    const told = argument(shown, xen_memory_exchange, 'after');
    // Plain exchange is for PV domains alone: of others it changes nothing.
    const isIdle = !pin && Array.from(asked.host.domains.values()).every(({ p2m }) => p2m);
    if (!value || !told) return result !== 0n || isIdle;
    const domain = domainOf(asked, value.in.domid);
    const { in: from, out: to } = value;
    if (!domain || Math.max(from.extent_order, to.extent_order) > MAX_ORDER) return true;
    const [inChunk, outChunk] = chunkSizes(value);
    const input = elements(shown, from.extent_start, 'before');
    const place = elements(shown, to.extent_start, 'before');
    const output = elements(shown, to.extent_start, 'after');
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
  };

/**
 * A 32-bit exchange that fails tells nothing of what it did. Where it could have got past a
 * frame that may have been the domain's, its inputs from there on are in doubt, and as many
 * frames may have come in their place.
 * @param chunk the first that may have been done
 * @throws UnknownFact when they are too many
 */
export function doubtInputs(shown: Shown, chunk: bigint): void {
  const value = argument(shown, xen_memory_exchange);
  const domain = value && domainOf(shown.asked, value.in.domid);
  if (!value || !domain) return;
  const { frames, doubted } = shown.asked.host;
  const input = elements(shown, value.in.extent_start, 'before');
  const [inChunk] = chunkSizes(value);
  for (let i = chunk * inChunk; i < value.in.nr_extents; i++) {
    const first = input(i);
    if (first === undefined) return;
    count(shown, value.in.extent_order);
    for (const mfn of pagesOf(first, value.in.extent_order)) {
      domain.anonymous++;
      if (frames.get(mfn)?.owner === domain.domid) doubted.set(mfn, true);
    }
  }
}
