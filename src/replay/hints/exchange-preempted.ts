import { errno, type XenMemoryExchange } from '../../../abi/index.js';
import { batchSize } from '../../hypervisor/memory/exchange-compat.js';
import { chunkSizes } from '../../hypervisor/memory/exchange.js';
import { type Asked, guestList } from '../../hypervisor/guest/call.js';
import { isCompat } from '../../hypervisor/guest/handles.js';
import { type Recording, recordedList } from '../recording.js';
import type { Told } from './exchange.js';

/** Whether an exchange was preempted when so many input extents were done. */
export type Preempted = (done: bigint) => boolean;

const FAULT = -BigInt(errno.EFAULT);
const INVALID = -BigInt(errno.EINVAL);

const never: Preempted = () => false;

/**
 * Where an exchange may have been preempted, as far as it makes a difference: what it wrote upon
 * its own argument or list, a preemption has it read again. The likeliest comes first.
 */
export const preemptions = (asked: Asked, recording: Recording, told: Told): readonly Preempted[] =>
  isCompat(asked) ? ofCompat(asked, recording, told) : ofNative(asked, recording, told);

function ofNative(
  asked: Asked,
  recording: Recording,
  { value, progress, isTellable }: Told,
): readonly Preempted[] {
  const then: Preempted = (done) => done === progress;
  if (recording.result !== FAULT || isTellable)
    return recording.isLost ? [then] : [never, then, () => true];
  // A preemption ends the call, for its progress cannot be told: the next chunk is as it was.
  const [inChunk, outChunk] = chunkSizes(value);
  const isSame = isUntouched(asked, recording, value.out.extent_start);
  return [
    (done) => {
      const first = (done / inChunk) * outChunk;
      for (let i = first; i < first + outChunk; i++) if (!isSame(i)) return false;
      return true;
    },
  ];
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
  { result, resumedAt, isLost }: Recording,
  { value, progress, isUponItself }: Told,
): readonly Preempted[] {
  const [inChunk, outChunk] = chunkSizes(value);
  const start = value.nr_exchanged;
  if (isLost) return [(done) => done === progress];
  const isLastUnwritable = (): boolean => {
    const { addressOf, size } = guestList(asked, value.out.extent_start);
    return !asked.caller.memory.isWritable(addressOf((progress / inChunk) * outChunk - 1n), size);
  };
  // A result that nobody recorded is told by the progress.
  const isDone = result === undefined ? progress >= value.in.nr_extents : result === 0n;
  // A second batch is refused; and a list that cannot be written ends a call after its batch.
  const isBatchDone =
    result === undefined || result === INVALID || (result === FAULT && isLastUnwritable());
  const lasts = isDone ? [leastLast(value)] : lastPreemptions(value, progress, isBatchDone);
  // That there was one is seen, and all was done: it may have been anywhere.
  const seen: Preempted = (done) => resumedAt !== undefined && done === start + inChunk;
  const somewhere = lasts.map((last) =>
    last === undefined ? (isDone ? seen : never) : upTo(value, last),
  );
  // More than one shows only where it wrote upon what it read again.
  if (!isUponItself) return somewhere;
  const everywhere = lasts.flatMap((last): Preempted[] => {
    if (isDone) return [(done) => done > start];
    return last === undefined ? [] : [(done) => done > start && done <= last];
  });
  const { size } = guestList(asked, value.out.extent_start);
  return [...somewhere, ...everywhere, ...(isOverlapping(value, size) ? anywhere(value) : [])];
}

/** Whether the lists lie upon each other: then each preemption has what it told read again. */
export function isOverlapping({ in: from, out: to }: XenMemoryExchange, size: number): boolean {
  const end = (list: XenMemoryExchange['in']): bigint =>
    list.extent_start + list.nr_extents * BigInt(size);
  return from.extent_start < end(to) && to.extent_start < end(from);
}

/** Chunks of a call of which every way to be preempted is tried. */
const MOST_CHUNKS = 8n;

/** Whether every way is: of more, not all that may have happened is known. */
export function areAllTried(value: XenMemoryExchange): boolean {
  const [inChunk] = chunkSizes(value);
  return (value.in.nr_extents - value.nr_exchanged) / inChunk <= MOST_CHUNKS;
}

/** Every way to be preempted between a few chunks. */
function anywhere(value: XenMemoryExchange): readonly Preempted[] {
  if (!areAllTried(value)) return [];
  const [inChunk] = chunkSizes(value);
  const chunks = Number((value.in.nr_extents - value.nr_exchanged) / inChunk);
  return Array.from({ length: 1 << Math.max(chunks - 1, 0) }, (_, mask): Preempted => {
    return (done) => ((mask >> Number((done - value.nr_exchanged) / inChunk - 1n)) & 1) === 1;
  });
}

/** Where a 32-bit exchange that did everything must have been preempted at least, if anywhere. */
function leastLast(value: XenMemoryExchange): bigint | undefined {
  const [chunk] = chunkSizes(value);
  const least = value.in.nr_extents - batchSize(value);
  return least > value.nr_exchanged ? ((least + chunk - 1n) / chunk) * chunk : undefined;
}

/**
 * Where a 32-bit exchange that failed may have been preempted last, for its progress to be what
 * it is: there, or a batch before.
 * @param isBatchDone whether the call can have ended with a batch that was done to its end
 */
function lastPreemptions(
  value: XenMemoryExchange,
  progress: bigint,
  isBatchDone: boolean,
): readonly (bigint | undefined)[] {
  const start = value.nr_exchanged;
  const batch = batchSize(value);
  if (progress <= start) return [undefined];
  if (!isBatchDone || progress < start + batch) return [progress];
  return [progress === start + batch ? undefined : progress - batch, progress];
}

/** Those before the last are not told; without any, the first batch would have ended the call. */
function upTo(value: XenMemoryExchange, last: bigint): Preempted {
  const start = value.nr_exchanged;
  const batch = batchSize(value);
  const step = batch - chunkSizes(value)[0];
  if (last < start + batch || step <= 0n) return (done) => done === last;
  return (done) => done > start && done <= last && (last - done) % step === 0n;
}
