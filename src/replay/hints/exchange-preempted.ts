import type { XenMemoryExchange } from '../../../abi/index.js';
import { batchSize } from '../../hypervisor/memory/exchange-compat.js';
import { type Asked, guestList } from '../../hypervisor/guest/call.js';
import { chunkSizes } from '../../hypervisor/memory/exchange.js';
import { isCompat } from '../../hypervisor/guest/handles.js';
import type { Attempt } from '../attempt.js';
import { type Recording, recordedList } from '../recording.js';
import type { Told } from './exchange.js';

/** Whether an exchange was preempted when so many input extents were done. */
type Preempted = (done: bigint) => boolean;

/** Where an exchange was preempted, as far as it made a difference. */
export const preemptions = (asked: Asked, attempt: Attempt, told: Told): Preempted =>
  isCompat(asked) ? ofCompat(asked, attempt, told) : ofNative(asked, attempt, told);

function ofNative(
  asked: Asked,
  { recording, isPreempted }: Attempt,
  { value, progress, isTellable }: Told,
): Preempted {
  if (recording.result !== -14n || isTellable)
    return (done) => (recording.isLost || isPreempted) && done === progress;
  // A preemption ends the call, for its progress cannot be told: the next chunk is as it was.
  const [inChunk, outChunk] = chunkSizes(value);
  const isSame = isUntouched(asked, recording, value.out.extent_start);
  return (done) => {
    const first = (done / inChunk) * outChunk;
    for (let i = first; i < first + outChunk; i++) if (!isSame(i)) return false;
    return true;
  };
}

/** Whether a call may have written an element, and did not. */
function isUntouched(
  asked: Asked,
  recording: Recording,
  start: bigint,
): (index: bigint) => boolean {
  const { addressOf, size } = guestList(asked, start);
  const was = recordedList(asked, recording, start, 'before');
  const is = recordedList(asked, recording, start, 'after');
  return (index) =>
    was(index) !== undefined &&
    was(index) === is(index) &&
    asked.caller.memory.isWritable(addressOf(index), size);
}

function ofCompat(
  asked: Asked,
  { recording, isPreempted }: Attempt,
  { value, progress }: Told,
): Preempted {
  const { result = 0n, resumedAt, isLost } = recording;
  const [inChunk, outChunk] = chunkSizes(value);
  const isLastUnwritable = (): boolean => {
    const { addressOf, size } = guestList(asked, value.out.extent_start);
    return !asked.caller.memory.isWritable(addressOf((progress / inChunk) * outChunk - 1n), size);
  };
  // A second batch is refused; and a list that cannot be written ends a call after its batch.
  const isBatchDone = result === -22n || (result === -14n && isLastUnwritable());
  const last = lastPreemption(value, result, progress, isBatchDone);
  if (isPreempted && isInterleaved(asked, recording, value))
    return (done) => result === 0n || (last !== undefined && done <= last);
  if (last !== undefined) return upTo(value, last);
  if (isLost) return (done) => done === progress;
  // That there was one is seen, and all was done: it may have been anywhere.
  const isSeen = resumedAt !== undefined && recording.result === 0n;
  return (done) => isSeen && done === value.nr_exchanged + inChunk;
}

/**
 * Where a 32-bit exchange must have been preempted last for its progress to be what it is.
 * @param isBatchDone whether the call can have ended with a batch that was done to its end
 */
function lastPreemption(
  value: XenMemoryExchange,
  result: bigint,
  progress: bigint,
  isBatchDone: boolean,
): bigint | undefined {
  const start = value.nr_exchanged;
  const batch = batchSize(value);
  if (result === 0n) {
    const [chunk] = chunkSizes(value);
    const least = value.in.nr_extents - batch;
    return least > start ? ((least + chunk - 1n) / chunk) * chunk : undefined;
  }
  if (progress <= start || (isBatchDone && progress === start + batch)) return undefined;
  return isBatchDone && progress > start + batch ? progress - batch : progress;
}

/** Those before the last are not told; without any, the first batch would have ended the call. */
function upTo(value: XenMemoryExchange, last: bigint): Preempted {
  const start = value.nr_exchanged;
  const batch = batchSize(value);
  const step = batch - chunkSizes(value)[0];
  if (last < start + batch || step <= 0n) return (done) => done === last;
  return (done) => done > start && done <= last && (last - done) % step === 0n;
}

/** Elements that are looked at: lists that lie upon each other are short. */
const MOST_SEEN = 4096n;

/**
 * Whether a 32-bit exchange can only have been done because preemptions had its numbers told in
 * between: the out list lies upon a part of the in list that names no frame of the caller's.
 */
function isInterleaved(
  asked: Asked,
  recording: Recording,
  { in: from, out: to }: XenMemoryExchange,
): boolean {
  const { caller, host } = asked;
  const { addressOf, size } = guestList(asked, from.extent_start);
  const input = recordedList(asked, recording, from.extent_start, 'before');
  const end = to.extent_start + to.nr_extents * BigInt(size);
  const offset = to.extent_start > from.extent_start ? to.extent_start - from.extent_start : 0n;
  for (let i = offset / BigInt(size); i < from.nr_extents && i < MOST_SEEN; i++) {
    const mfn = addressOf(i) < end ? input(i) : undefined;
    if (mfn === undefined) return false;
    if (host.frames.get(mfn)?.owner !== caller.domid) return true;
  }
  return false;
}
