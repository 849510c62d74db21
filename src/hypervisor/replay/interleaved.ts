import type { XenMemoryExchange } from '../../../abi/index.js';
import { type Context, guestList } from '../commands/context.js';
import type { Recording } from './recording.js';

/** Elements that are looked at: lists that lie upon each other are short. */
const MOST_SEEN = 4096n;

/**
 * Whether a 32-bit exchange can only have been done because preemptions had its numbers told in
 * between: the out list lies upon a part of the in list that names no frame of the caller's.
 */
export function isInterleaved(
  context: Context,
  { before }: Recording,
  { in: from, out: to }: XenMemoryExchange,
): boolean {
  const { caller, host } = context;
  const input = guestList(context, from.extent_start);
  const size = BigInt(input.size);
  const end = to.extent_start + to.nr_extents * size;
  const first = to.extent_start > from.extent_start ? to.extent_start - from.extent_start : 0n;
  for (let i = first / size; i < from.nr_extents && i < MOST_SEEN; i++) {
    const at = input.addressOf(i);
    if (at >= end) return false;
    const bytes = before(at, input.size);
    if (!bytes) return false;
    const mfn = bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
    if (host.frames.get(mfn)?.owner !== caller.domid) return true;
  }
  return false;
}
