import { type Command, xen_memory_exchange, xen_memory_reservation } from '../../abi/index.js';
import { hex, littleEndian } from '../codec/index.js';
import type { Allocation, AllocationRequest, Choices, Slot } from '../hypervisor/oracle.js';
import type { Asked } from '../hypervisor/guest/call.js';
import { pagesOf } from '../hypervisor/state/pages.js';
import { UnknownFact } from '../hypervisor/state/unknown.js';
import type { Attempt } from './attempt.js';
import { NO_ANSWER, type Recording } from './recording.js';
import { exchangeCourse } from './hints/exchange.js';
import { reservationCourse } from './hints/reservation.js';

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

/** What a place that tells a result has after the call, where the call has written it. */
function toldAt(recording: Recording, { address, size }: Slot): bigint | undefined {
  const before = recording.before(address, size);
  const after = recording.after(address, size);
  if (!after) return undefined;
  const told = littleEndian(after);
  const isTold = recording.result === 0n || (before && littleEndian(before) !== told);
  return isTold ? BigInt.asIntN(size * 8, told) : undefined;
}

/** Takes the hypervisor's choices from a recording, and finds which of them were not legal. */
export function recordedChoices(asked: Asked, command: Command, attempt: Attempt): Choices {
  const { recording } = attempt;
  const { caller, host } = asked;
  const isReservation = command.argument === xen_memory_reservation;
  const isExchange = command.argument === xen_memory_exchange;
  const course = isExchange
    ? exchangeCourse(asked, command, attempt)
    : reservationCourse(asked, command, attempt);
  // Extents of one chunk are handed out before the first of them is anybody's.
  let chunk = -1n;
  const handedOut = new Set<bigint>();
  const isTaken = (mfn: bigint): boolean =>
    handedOut.has(mfn) || (host.frames.get(mfn)?.owner !== undefined && !host.doubted.has(mfn));

  function legal(mfn: bigint, request: AllocationRequest, { address }: Slot): void {
    if (request.index !== chunk) handedOut.clear();
    chunk = request.index;
    const expected = legalWords(mfn, request, host.maxPage, isTaken);
    if (expected !== undefined) attempt.illegal.push({ mfn, expected, address });
    for (const page of pagesOf(mfn, request.order)) handedOut.add(page);
  }

  function allocate(request: AllocationRequest): Allocation {
    const { index, slot } = request;
    if (recording.isQuestion) throw new UnknownFact(NO_ANSWER);
    if (course.isRefused(request)) {
      // Or it was not, and could not be told: how many pages the caller got would show it.
      if (isReservation && request.mayFail && recording.pages === undefined) {
        caller.totPages = undefined;
        caller.anonymous += 1n << BigInt(request.order);
      }
      return undefined;
    }
    if (!slot) return 'anonymous';
    const { address, size } = slot;
    const [before, after] = [recording.before(address, size), recording.after(address, size)];
    const isWritable = (): boolean => caller.memory.isWritable(address, size);
    if (!after && isWritable()) attempt.unrecorded.push(slot);
    if (!after || !before) return 'anonymous';
    const told = littleEndian(after);
    // An element that did not change tells nothing past what was told, or where it cannot change.
    const isTold = course.isTold(index) && isWritable();
    if (!isTold && told === littleEndian(before)) return 'anonymous';
    const mfn = course.numberIn(slot, told);
    if (mfn === undefined) return 'anonymous';
    legal(mfn, request, slot);
    return mfn;
  }

  return {
    isCrash: recording.isCrash,
    told: (slot) => (slot ? toldAt(recording, slot) : recording.result),
    preempt: course.isPreempted,
    ...(course.isSplit && { split: course.isSplit }),
    placed: (pfn, order) => attempt.placed.push(pfn === undefined ? undefined : { pfn, order }),
    // What ended a call for a page that was not the domain's is not known beforehand.
    owns(index) {
      if (course.isPartUntold?.(index)) caller.totPages = undefined;
      return course.owns(index);
    },
    ...(course.keeps && { keeps: course.keeps }),
    miscounted: (domain) => void attempt.miscounted.add(domain),
    allocate(request) {
      const chosen = allocate(request);
      if (chosen === 'anonymous') attempt.isAnonymous = true;
      return chosen;
    },
  };
}
