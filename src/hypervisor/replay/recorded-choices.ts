import { hex } from '../../codec/index.js';
import type { Allocation, AllocationRequest, Choices } from '../commands/choices.js';
import type { Context } from '../commands/context.js';
import { isCompat } from '../commands/handles.js';
import { UnknownFact } from '../commands/queries.js';
import { pagesOf } from '../state/pages.js';
import { type Shown, shownByExchange } from './exchange-shown.js';
import { uncovered } from './overlap.js';
import { BARE, type Finds, integer, type Recording } from './recording.js';

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
  finds: Finds,
): Choices {
  const { illegal, unknown } = finds;
  const { frames, maxPage, untold } = context.host;
  const { caller } = context;
  const pagesBefore = caller.totPages;
  /** Pages that the caller has got, or given up, since the call began. */
  const pagesSince = (): bigint | undefined =>
    caller.totPages === undefined || pagesBefore === undefined
      ? undefined
      : caller.totPages - pagesBefore;
  const isAllSeen = (): boolean =>
    recording.pages !== undefined && recording.pages !== 0n && pagesSince() === recording.pages;
  // More pages went than the extents that were told: they are of the one that failed.
  const isMoreGone = (): boolean => {
    const since = pagesSince();
    return recording.pages !== undefined && since !== undefined && since > recording.pages;
  };
  const isLostContinuation = isCompat(context) && (recording.result ?? 0n) < 0n;
  const shown: Shown = isExchange
    ? shownByExchange({ ...context, choices: { allocate: () => undefined } }, recording)
    : {
        done: recording.result,
        wasShort: true,
        // A call that was preempted and then lost is known by how many pages it got.
        preemptedAt: (done) =>
          done === recording.resumedAt || ((recording.isLost || isLostContinuation) && isAllSeen()),
      };
  // Want of memory, and what is told too late, are found out when the pages have been stolen.
  const isLate = recording.result === -14n && (isCompat(context) || shown.isTellable === true);
  const isAfterSteal = isExchange && (recording.result === -12n || isLate);
  // How far an entry of a multicall came whose result cannot be written, its pages tell.
  const isUntoldEnd =
    !isExchange && recording.result === undefined && recording.pages !== undefined;
  const seen = (): bigint => {
    if (shown.done === undefined) throw new UnknownFact('the result is not recorded');
    return shown.done;
  };
  // Extents of one chunk are handed out before the first of them is anybody's.
  let chunk = -1n;
  const handedOut = new Set<bigint>();
  const isTaken = (mfn: bigint): boolean =>
    (frames.get(mfn)?.owner !== undefined && !untold.has(mfn)) || handedOut.has(mfn);
  return {
    told(slot) {
      if (!slot) return recording.result;
      const [before, after] = [
        recording.before(slot.address, slot.size),
        recording.after(slot.address, slot.size),
      ];
      const isTold =
        recording.result === 0n || (before && after && integer(before) !== integer(after));
      return after && isTold ? BigInt.asIntN(slot.size * 8, integer(after)) : undefined;
    },
    preempt: (done) => shown.preemptedAt?.(done) ?? false,
    // What ended a call for a page that was not the domain's is not known beforehand.
    owns(index) {
      const isShown = (isExchange ? isAfterSteal : isMoreGone()) || index < (shown.passed ?? 0n);
      const isOwn = isShown || (isUntoldEnd ? false : index < seen());
      if (!isOwn && shown.passed !== undefined) finds.doubtFrom ??= index;
      return isOwn;
    },
    allocate(request): Allocation {
      const chosen = choose(request);
      if (chosen === 'anonymous') finds.isAnonymous = true;
      return chosen;
    },
  };

  function choose(request: AllocationRequest): Allocation {
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
      !(isCompat(context) && isLate) &&
      context.caller.memory.isWritable(slot.address, slot.size);
    if (!isTold && integer(after) === integer(before)) return 'anonymous';
    const told = integer(after);
    const mfn = isExchange ? uncovered(context, slot, told) : told;
    if (mfn === undefined) return 'anonymous';
    if (index !== chunk) handedOut.clear();
    chunk = index;
    const expected = legalWords(mfn, request, maxPage, isTaken);
    if (expected !== undefined) illegal.push({ mfn, expected, address: slot.address });
    if (isExchange) for (const page of pagesOf(mfn, order)) handedOut.add(page);
    return mfn;
  }
}
