import { xen_memory_exchange, type XenMemoryExchange } from '../../../abi/index.js';
import { type Context, type GuestList, guestList } from '../commands/context.js';
import { chunkSizes } from '../commands/exchange.js';
import { isCompat } from '../commands/handles.js';
import { lastPreemption, preemptions } from './exchange-preempted.js';
import { isInterleaved } from './interleaved.js';
import { progressSlot } from './overlap.js';
import { integer, type Recording } from './recording.js';

/** What a recording shows of how far its call came. */
export interface Shown {
  /** Extents of a reservation, or chunks of an exchange, that were done and told, if that is seen. */
  readonly done: bigint | undefined;
  /** Chunks that the M2P shows to be done, whatever was told. */
  readonly passed?: bigint;
  /** Whether an exchange's progress could be written. */
  readonly isTellable?: boolean;
  /** Whether the call can have ended for want of memory. */
  readonly wasShort: boolean;
  /** Where a 32-bit exchange was preempted, in input extents. */
  readonly preemptedAt?: (done: bigint) => boolean;
}

/** Extents whose M2P entries are looked at: a recorder lists few. */
const MOST_SEEN = 4096n;

/** Chunks up to the last of which the M2P shows that its first frame was given up. */
function passedChunks(
  context: Context,
  { before, hasMoved }: Recording,
  value: XenMemoryExchange,
): bigint {
  if (!hasMoved) return 0n;
  const [inChunk] = chunkSizes(value);
  const { addressOf, size } = guestList(context, value.in.extent_start);
  const end = value.in.nr_extents < MOST_SEEN ? value.in.nr_extents : MOST_SEEN;
  const firsts: bigint[] = [];
  let passed = 0n;
  for (let i = 0n; i < end; i++) {
    const bytes = before(addressOf(i), size);
    if (!bytes) break;
    const mfn = integer(bytes);
    // A frame that is named twice was given up the first time.
    const isNamed = (first: bigint): boolean =>
      first <= mfn && mfn - first < 1n << BigInt(value.in.extent_order);
    if (hasMoved(mfn) && !firsts.some(isNamed)) passed = i / inChunk + 1n;
    firsts.push(mfn);
  }
  return passed;
}

/** Whether a call may have written an element, and did not. */
const isUntouched =
  ({ caller }: Context, { before, after }: Recording, { addressOf, size }: GuestList) =>
  (index: bigint): boolean => {
    const [was, is] = [before(addressOf(index), size), after(addressOf(index), size)];
    const isSame = was && is && integer(was) === integer(is);
    return isSame === true && caller.memory.isWritable(addressOf(index), size);
  };

/** How far an exchange came, from the field that tells its progress. */
export function shownByExchange(context: Context, recording: Recording): Shown {
  const { result, before, after } = recording;
  const { size, decode } = context.codec(xen_memory_exchange, context.abi);
  const was = before(context.argument, size);
  const is = after(context.argument, size);
  const wasShort = result === undefined || result === -12n;
  if (!was || !is) return { done: result === undefined ? undefined : 0n, wasShort };
  const value = decode(was);
  const progress = decode(is).nr_exchanged;
  const field = progressSlot(context);
  const isTellable = context.caller.memory.isWritable(field.address, field.size);
  const isUntold = isCompat(context) || !isTellable;
  const [inChunk] = chunkSizes(value);
  const told = { value, progress, isTellable };
  return {
    done: progress / inChunk,
    isTellable,
    ...(isUntold && { passed: passedChunks(context, recording, value) }),
    wasShort,
    preemptedAt: (isCompat(context) ? compatPreempted : nativePreempted)(context, recording, told),
  };
}

interface Told {
  readonly value: XenMemoryExchange;
  /** nr_exchanged after the call. */
  readonly progress: bigint;
  readonly isTellable: boolean;
}
type Preempted = (done: bigint) => boolean;

function nativePreempted(
  context: Context,
  recording: Recording,
  { value, progress, isTellable }: Told,
): Preempted {
  const { result, isLost = false, isPreempted = false } = recording;
  if (result === -14n && !isTellable) {
    // A preemption ends the call, for its progress cannot be told: the next chunk is as it was.
    const [inChunk, outChunk] = chunkSizes(value);
    const output = guestList(context, value.out.extent_start);
    const isSame = isUntouched(context, recording, output);
    return (done) => {
      const first = (done / inChunk) * outChunk;
      for (let i = first; i < first + outChunk; i++) if (!isSame(i)) return false;
      return true;
    };
  }
  return (done) => (isLost || isPreempted) && done === progress;
}

function compatPreempted(
  context: Context,
  recording: Recording,
  { value, progress }: Told,
): Preempted {
  const { result = 0n, resumedAt, isLost = false, isPreempted = false } = recording;
  const [inChunk, outChunk] = chunkSizes(value);
  const isLastUnwritable = (): boolean => {
    const { addressOf, size } = guestList(context, value.out.extent_start);
    return !context.caller.memory.isWritable(addressOf((progress / inChunk) * outChunk - 1n), size);
  };
  // A second batch is refused; and a list that cannot be written ends a call after its batch.
  const isBatchDone = result === -22n || (result === -14n && isLastUnwritable());
  const last = lastPreemption(value, result, progress, isBatchDone);
  if (isPreempted && isInterleaved(context, recording, value))
    return (done) => result === 0n || (last !== undefined && done <= last);
  if (last !== undefined) return preemptions(value, last);
  if (isLost) return (done) => done === progress;
  // That there was one is seen, and all was done: it may have been anywhere.
  const isSeen = resumedAt !== undefined && recording.result === 0n;
  return (done) => isSeen && done === value.nr_exchanged + inChunk;
}
