import { xen_memory_exchange } from '../../../abi/index.js';
import { type Context, domainOf } from '../commands/context.js';
import { chunkSizes } from '../commands/exchange.js';
import { pagesOf } from '../state/pages.js';
import type { Recording } from './recording.js';
import { argument, element } from './shown.js';

/**
 * A 32-bit exchange that fails tells nothing of what it did. Where it could have got past a
 * frame that may have been the domain's, its inputs from there on may be gone, and as many
 * frames may have come in their place.
 * @param chunk the first that may have been done
 */
export function doubtInputs(context: Context, recording: Recording, chunk: bigint): void {
  const shown = { context, recording, result: recording.result ?? 0n };
  const value = argument(shown, xen_memory_exchange);
  const domain = value && domainOf(context, value.in.domid);
  if (!value || !domain) return;
  const { frames, untold } = context.host;
  const input = element(shown, value.in.extent_start, 'before');
  const [inChunk] = chunkSizes(value);
  for (let i = chunk * inChunk; i < value.in.nr_extents; i++) {
    const first = input(i);
    if (first === undefined) return;
    for (const mfn of pagesOf(first, value.in.extent_order)) {
      domain.anonymous++;
      if (frames.get(mfn)?.owner === domain.domid) untold.set(mfn, true);
    }
  }
}
