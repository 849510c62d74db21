import {
  type Command,
  errno,
  xen_memory_exchange,
  type XenMemoryExchange,
} from '../../../abi/index.js';
import { type Asked, guestList } from '../../hypervisor/guest/call.js';
import { chunkSizes } from '../../hypervisor/memory/exchange.js';
import { isCompat } from '../../hypervisor/guest/handles.js';
import type { Attempt } from '../attempt.js';
import { recordedArgument, type Recording, recordedList } from '../recording.js';
import { type Course, seen } from './course.js';
import { isUponArgument } from '../written-lists.js';
import { UnknownFact } from '../../hypervisor/state/unknown.js';
import { areAllTried, isOverlapping, type Preempted, preemptions } from './exchange-preempted.js';
import { progressSlot, uncovered } from './progress-slot.js';

/** What an exchange asked, and how far it says that it came. */
export interface Told {
  readonly value: XenMemoryExchange;
  /** nr_exchanged after the call. */
  readonly progress: bigint;
  /** Whether nr_exchanged could be written. */
  readonly isTellable: boolean;
  /** Whether what it wrote may lie upon what it reads again. */
  readonly isUponItself: boolean;
}

/** Extents whose M2P entries are looked at: a recorder lists few. */
const MOST_SEEN = 4096n;

/** Chunks up to the last of which the M2P shows that its first frame was given up. */
function passedChunks(asked: Asked, recording: Recording, { value }: Told): bigint {
  const { hasMoved } = recording;
  if (!hasMoved) return 0n;
  const { in: from } = value;
  const [inChunk] = chunkSizes(value);
  const input = recordedList(asked, recording, from.extent_start, 'before');
  const end = from.nr_extents < MOST_SEEN ? from.nr_extents : MOST_SEEN;
  const firsts: bigint[] = [];
  let passed = 0n;
  for (let i = 0n; i < end; i++) {
    const mfn = input(i);
    if (mfn === undefined) break;
    // A frame that is named twice was given up the first time.
    const isNamed = (first: bigint): boolean =>
      first <= mfn && mfn - first < 1n << BigInt(from.extent_order);
    if (hasMoved(mfn) && !firsts.some(isNamed)) passed = i / inChunk + 1n;
    firsts.push(mfn);
  }
  return passed;
}

function toldBy(asked: Asked, command: Command, recording: Recording): Told | undefined {
  const value = recordedArgument(asked, recording, xen_memory_exchange, 'before');
  const after = recordedArgument(asked, recording, xen_memory_exchange, 'after');
  if (!value || !after) return undefined;
  const { address, size } = progressSlot(asked);
  const { size: element } = guestList(asked, value.out.extent_start);
  return {
    value,
    progress: after.nr_exchanged,
    isTellable: asked.caller.memory.isWritable(address, size),
    isUponItself: isUponArgument(asked, command) || isOverlapping(value, element),
  };
}

const FAULT = -BigInt(errno.EFAULT);
const NO_MEMORY = -BigInt(errno.ENOMEM);

/** Whether the guest was told a number of a chunk. */
function isAnswered(asked: Asked, recording: Recording, { value }: Told, chunk: bigint): boolean {
  const [, outChunk] = chunkSizes(value);
  const was = recordedList(asked, recording, value.out.extent_start, 'before');
  const is = recordedList(asked, recording, value.out.extent_start, 'after');
  const first = chunk * outChunk;
  return is(first) !== undefined && was(first) !== is(first);
}

/** The course that an attempt tries, of those that the call may have taken. */
function preempted(asked: Asked, command: Command, attempt: Attempt, told: Told): Preempted {
  const { recording, course } = attempt;
  const courses = preemptions(asked, recording, told);
  attempt.courses = courses.length;
  const { size } = guestList(asked, told.value.out.extent_start);
  const isUntried =
    isUponArgument(asked, command) ||
    (isCompat(asked) && isOverlapping(told.value, size) && !areAllTried(told.value));
  const isPreempted = courses[course]!;
  // A call that is refused before it can be preempted goes one way only.
  return (done) => {
    attempt.isUntried = isUntried;
    return isPreempted(done);
  };
}

/** The course of an exchange, from the field that tells its progress, and from the M2P. */
export function exchangeCourse(asked: Asked, command: Command, attempt: Attempt): Course {
  const { recording } = attempt;
  const { result } = recording;
  const told = toldBy(asked, command, recording);
  const unread = result === undefined ? undefined : 0n;
  // Of a call that may not have told its progress only the result says whether there was any.
  const isUnsaid = result === undefined && (isCompat(asked) || told?.isTellable === false);
  const done = isUnsaid ? undefined : told ? told.progress / chunkSizes(told.value)[0] : unread;
  const isOnlyInM2p = told && (isCompat(asked) || !told.isTellable);
  const passed = (isOnlyInM2p && passedChunks(asked, recording, told)) || 0n;
  // Want of memory, and what is told too late, are found out when the pages have been stolen.
  const isLate = result === FAULT && (isCompat(asked) || told?.isTellable === true);
  const isAfterSteal = result === NO_MEMORY || isLate;
  const isPreempted = told ? preempted(asked, command, attempt, told) : () => false;
  // A 32-bit exchange that fails does not say how far it got.
  if (isCompat(asked) && told && (result ?? -1n) < 0n)
    attempt.isUncertain = result === NO_MEMORY || attempt.courses > 1;
  return {
    done,
    isPreempted,
    isSplit: (at, startExtent) =>
      startExtent === recording.resumedAt || (recording.isLost && isPreempted(at)),
    owns(chunk) {
      // Where its progress could not be told, only the numbers that it told show it.
      if (result === FAULT && told?.isTellable === false && !isCompat(asked) && chunk >= passed) {
        if (isAnswered(asked, recording, told, chunk)) return true;
        throw new UnknownFact('how far the exchange came is not recorded');
      }
      const isOwn = isAfterSteal || chunk < passed || chunk < seen(done);
      if (!isOwn && isOnlyInM2p) attempt.isUncertain = true;
      return isOwn;
    },
    isRefused: ({ index, mayFail }) =>
      mayFail &&
      (result === undefined || result === NO_MEMORY) &&
      index >= seen(done) &&
      index >= passed,
    isTold: (chunk) => done !== undefined && chunk < done && !(isCompat(asked) && result === FAULT),
    numberIn: (slot, value) => uncovered(asked, slot, value),
  };
}
