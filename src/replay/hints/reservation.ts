import { type Command, errno, xen_memory_reservation } from '../../../abi/index.js';
import type { Asked } from '../../hypervisor/guest/call.js';
import { isCompat } from '../../hypervisor/guest/handles.js';
import type { Attempt } from '../attempt.js';
import { recordedArgument } from '../recording.js';
import { isUponArgument } from '../written-lists.js';
import { type Course, seen } from './course.js';
import { UnknownFact } from '../../hypervisor/state/unknown.js';

const FAULT = -BigInt(errno.EFAULT);
const NO_CALL = -BigInt(errno.ENOSYS);

/**
 * The course of a reservation, and of whatever else goes extent by extent: its result says how
 * many were done, and the caller's pages what happened past them.
 */
export function reservationCourse(asked: Asked, command: Command, attempt: Attempt): Course {
  const { recording } = attempt;
  const { caller, startExtent } = asked;
  const { result: done, pages, isLost, resumedAt, isAstray } = recording;
  const pagesBefore = caller.totPages;
  /** Pages that the caller has got, or given up, since the call began: at most so many went. */
  const mostSince = (): bigint | undefined =>
    caller.totPages === undefined || pagesBefore === undefined
      ? undefined
      : caller.totPages - pagesBefore;
  /** As many, where none may have stayed. */
  const pagesSince = (): bigint | undefined =>
    attempt.miscounted.has(caller) ? undefined : mostSince();
  const order = (): number | undefined =>
    recordedArgument(asked, recording, xen_memory_reservation, 'before')?.extent_order;
  const isDecrease = command.name === 'XENMEM_decrease_reservation';
  const isUpon = isUponArgument(asked, command);
  // What a continuation that was lost comes to (see lostContinuation).
  const isCut = done === FAULT || done === NO_CALL || (done === undefined && pages !== undefined);
  const isLostContinuation = isLost || (isCompat(asked) && isCut);
  return {
    done,
    // A call whose continuation was lost is known by how many pages it got.
    isPreempted(at) {
      attempt.isUntried ||= isUpon;
      if (isLostContinuation && pages === undefined)
        throw new UnknownFact('how many pages a preempted call got is not recorded');
      return at === resumedAt || (isLostContinuation && pages !== 0n && pagesSince() === pages);
    },
    owns(index) {
      const since = mostSince();
      // More pages went than the extents that were told: they are of the one that failed.
      if (pages !== undefined && since !== undefined && since > pages) return true;
      // How far an entry of a multicall came whose result cannot be written, its pages tell.
      const isOwn = done === undefined && pages !== undefined ? false : index < seen(done);
      // Or some of those stayed, and others of this one went.
      if (!isOwn && attempt.miscounted.has(caller)) attempt.isUncertain = true;
      return isOwn;
    },
    // Of an extent that failed, the pages before the bad one went.
    isPartUntold: (index) => isDecrease && pages === undefined && index === done && order() !== 0,
    keeps(index) {
      const since = mostSince();
      if (pages === undefined || since === undefined || done === undefined) return undefined;
      // Of a page count before the call that is wrong itself, it says nothing that a page stayed.
      if (pagesSince() === pages) return !isAstray && index < done;
      // As many pages are still to go as there are extents of one: none of those stays.
      return order() === 0 && since - pages >= done - index ? false : undefined;
    },
    isRefused({ index, mayFail, order: frames }) {
      if (!mayFail || index < seen(done)) return false;
      // An extent that could not be told is the domain's all the same: its pages show it.
      if (pages === undefined) attempt.isUncertain = true;
      return pages === undefined || pages <= (seen(done) - startExtent) << BigInt(frames);
    },
    // The compat layer tells a batch when all of it is done; and what can be written is to be known.
    isTold: (index) =>
      (!isCompat(asked) && !caller.memory.isUnregioned) || (done !== undefined && index < done),
    numberIn: (_, value) => value,
  };
}
