import { xen_memory_exchange, type XenMemoryExchange } from '../../../abi/index.js';
import { hex } from '../../codec/index.js';
import type { Allocation, AllocationRequest, Choices } from '../commands/choices.js';
import { batchSize } from '../commands/compat-exchange.js';
import { type Context, guestList } from '../commands/context.js';
import { chunkSizes } from '../commands/exchange.js';
import { isCompat } from '../commands/handles.js';
import { UnknownFact } from '../commands/queries.js';
import { pagesOf } from '../state/pages.js';

/** Guest memory before and after a call, as the recording has it. */
export interface Recording {
  readonly result: bigint | undefined;
  /** Nothing of what came back is recorded. */
  readonly isBare: boolean;
  /** Pages that the caller has more after the call, where that was seen. */
  readonly pages?: bigint | undefined;
  before(address: bigint, size: number): Uint8Array | undefined;
  after(address: bigint, size: number): Uint8Array | undefined;
}

/** Of a call that is a question alone, as in a scenario. */
export const BARE = 'nothing of what came back is recorded';

/** A frame that the hypervisor may not have handed out. */
export interface Illegal {
  readonly mfn: bigint;
  /** What frame it should have been, in words. */
  readonly expected: string;
  /** Where the guest was told it. */
  readonly address: bigint;
}

/** What taking a recording's choices brings to light. */
export interface Finds {
  readonly illegal: Illegal[];
  /** Where the guest may have been told a frame number that is not in the recording. */
  readonly unknown: NonNullable<AllocationRequest['slot']>[];
}

/** What a recording shows of how far its call came. */
interface Shown {
  /** Extents of a reservation, or chunks of an exchange, that were done and told, if that is seen. */
  readonly done: bigint | undefined;
  /** Whether the call can have ended for want of memory. */
  readonly wasShort: boolean;
  /** Where a 32-bit exchange was preempted, in input extents. */
  readonly preemptedAt?: (done: bigint) => boolean;
}

const integer = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);

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
function preemptions(value: XenMemoryExchange, last: bigint): (done: bigint) => boolean {
  const start = value.nr_exchanged;
  const batch = batchSize(value);
  const step = batch - chunkSizes(value)[0];
  if (last < start + batch || step <= 0n) return (done) => done === last;
  return (done) => done > start && done <= last && (last - done) % step === 0n;
}

/** How far an exchange came, from the field that tells its progress. */
function shownByExchange(context: Context, { result, before, after }: Recording): Shown {
  const { size, decode } = context.codec(xen_memory_exchange, context.abi);
  const was = before(context.argument, size);
  const is = after(context.argument, size);
  const wasShort = result === undefined || result === -12n;
  if (!was || !is) return { done: result === undefined ? undefined : 0n, wasShort };
  const value = decode(was);
  const progress = decode(is).nr_exchanged;
  const [inChunk, outChunk] = chunkSizes(value);
  const isLastUnwritable = (): boolean => {
    const { addressOf, size: bytes } = guestList(context, value.out.extent_start);
    const last = addressOf((progress / inChunk) * outChunk - 1n);
    return !context.caller.memory.isWritable(last, bytes);
  };
  // A second batch is refused; and a list that cannot be written ends a call after its batch.
  const isBatchDone = result === -22n || (result === -14n && isLastUnwritable());
  const last = isCompat(context)
    ? lastPreemption(value, result ?? 0n, progress, isBatchDone)
    : undefined;
  return {
    done: progress / inChunk,
    wasShort,
    ...(last !== undefined && { preemptedAt: preemptions(value, last) }),
  };
}

/** What frames could have been handed out, where these could not. */
function legalWords(
  mfn: bigint,
  { order, addressBits }: AllocationRequest,
  maxPage: bigint | undefined,
  isTaken: (mfn: bigint) => boolean,
): string | undefined {
  const pages = 1n << BigInt(order);
  if (mfn % pages !== 0n) return `a frame aligned to order ${order}`;
  if (maxPage !== undefined && mfn + pages > maxPage) return `a frame below ${hex(maxPage)}`;
  if (addressBits !== undefined && mfn + pages > 1n << BigInt(addressBits - 12))
    return `a frame below 2^${addressBits} bytes`;
  for (const page of pagesOf(mfn, order))
    if (isTaken(page)) return order === 0 ? 'a free frame' : `2^${order} free frames`;
  return undefined;
}

/** Takes the hypervisor's choices from a recording. */
export function recordedChoices(
  context: Omit<Context, 'choices'>,
  recording: Recording,
  isExchange: boolean,
  { illegal, unknown }: Finds,
): Choices {
  const { frames, maxPage } = context.host;
  // Want of memory, and what is told too late, are found out when the pages have been stolen.
  const isAfterSteal = isExchange && (recording.result === -12n || recording.result === -14n);
  const shown: Shown = isExchange
    ? shownByExchange({ ...context, choices: { allocate: () => undefined } }, recording)
    : { done: recording.result, wasShort: true };
  const seen = (): bigint => {
    if (shown.done === undefined) throw new UnknownFact('the result is not recorded');
    return shown.done;
  };
  // Extents of one chunk are handed out before the first of them is anybody's.
  let chunk = -1n;
  const handedOut = new Set<bigint>();
  const isTaken = (mfn: bigint): boolean =>
    frames.get(mfn)?.owner !== undefined || handedOut.has(mfn);
  return {
    preempt: (done) => shown.preemptedAt?.(done) ?? false,
    // What ended a call for a page that was not the domain's is not known beforehand.
    owns: (index) => index < seen() || (isAfterSteal && context.host.isOpen),
    allocate(request): Allocation {
      const { index, slot, mayFail, order } = request;
      if (recording.isBare) throw new UnknownFact(BARE);
      // An extent that could not be told is the domain's all the same: its pages show it.
      const isKept = (): boolean =>
        !isExchange &&
        recording.pages !== undefined &&
        recording.pages > (seen() - context.startExtent) << BigInt(order);
      if (mayFail && shown.wasShort && index >= seen() && !isKept()) return undefined;
      const after = slot && recording.after(slot.address, slot.size);
      const before = slot && recording.before(slot.address, slot.size);
      if (slot && !after && context.caller.memory.isWritable(slot.address, slot.size))
        unknown.push(slot);
      if (!after || !before) return 'anonymous';
      // An element that did not change tells nothing past what was told, or where it cannot change.
      const isTold =
        shown.done !== undefined &&
        index < shown.done &&
        context.caller.memory.isWritable(slot.address, slot.size);
      if (!isTold && integer(after) === integer(before)) return 'anonymous';
      const mfn = integer(after);
      if (index !== chunk) handedOut.clear();
      chunk = index;
      const expected = legalWords(mfn, request, maxPage, isTaken);
      if (expected !== undefined) illegal.push({ mfn, expected, address: slot.address });
      if (isExchange) for (const page of pagesOf(mfn, order)) handedOut.add(page);
      return mfn;
    },
  };
}
