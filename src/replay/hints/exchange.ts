import { xen_memory_exchange, type XenMemoryExchange } from '../../../abi/index.js';
import type { Asked } from '../../hypervisor/guest/call.js';
import { chunkSizes } from '../../hypervisor/memory/exchange.js';
import { isCompat } from '../../hypervisor/guest/handles.js';
import type { Attempt } from '../attempt.js';
import { recordedArgument, type Recording, recordedList } from '../recording.js';
import { type Course, seen } from './course.js';
import { preemptions } from './exchange-preempted.js';
import { progressSlot, uncovered } from './progress-slot.js';

/** What an exchange asked, and how far it says that it came. */
export interface Told {
  readonly value: XenMemoryExchange;
  /** nr_exchanged after the call. */
  readonly progress: bigint;
  /** Whether nr_exchanged could be written. */
  readonly isTellable: boolean;
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

function toldBy(asked: Asked, recording: Recording): Told | undefined {
  const value = recordedArgument(asked, recording, xen_memory_exchange, 'before');
  const after = recordedArgument(asked, recording, xen_memory_exchange, 'after');
  const { address, size } = progressSlot(asked);
  return (
    value &&
    after && {
      value,
      progress: after.nr_exchanged,
      isTellable: asked.caller.memory.isWritable(address, size),
    }
  );
}

/** The course of an exchange, from the field that tells its progress, and from the M2P. */
export function exchangeCourse(asked: Asked, attempt: Attempt): Course {
  const { recording } = attempt;
  const { result } = recording;
  const told = toldBy(asked, recording);
  const unread = result === undefined ? undefined : 0n;
  const done = told ? told.progress / chunkSizes(told.value)[0] : unread;
  const isOnlyInM2p = told && (isCompat(asked) || !told.isTellable);
  const passed = isOnlyInM2p ? passedChunks(asked, recording, told) : undefined;
  // Want of memory, and what is told too late, are found out when the pages have been stolen.
  const isLate = result === -14n && (isCompat(asked) || told?.isTellable === true);
  const isAfterSteal = result === -12n || isLate;
  return {
    done,
    isPreempted: told ? preemptions(asked, attempt, told) : () => false,
    owns(chunk) {
      const isOwn = isAfterSteal || chunk < (passed ?? 0n) || chunk < seen(done);
      if (!isOwn && passed !== undefined) attempt.doubtFrom ??= chunk;
      return isOwn;
    },
    isRefused: ({ index, mayFail }) =>
      mayFail && (result === undefined || result === -12n) && index >= seen(done),
    isTold: (chunk) => done !== undefined && chunk < done && !(isCompat(asked) && result === -14n),
    numberIn: (slot, value) => uncovered(asked, slot, value),
  };
}
