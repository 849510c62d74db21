import { type Call, createMemory, type Memory } from '../capture/index.js';
import type { Infer, StructType, Type } from '../schema/index.js';
import { type Asked, guestList } from '../hypervisor/guest/call.js';
import type { Domain } from '../hypervisor/state/domain.js';
import type { Host } from '../hypervisor/state/host.js';
import type { Moments } from './observed.js';
import { littleEndian } from '../codec/index.js';

/** What is recorded of one call. */
export interface Recording {
  readonly result: bigint | undefined;
  /** Whether the call ended its caller instead. */
  readonly isCrash: boolean;
  /** Whether it is a question alone, as a scenario's: nothing of what came back is recorded. */
  readonly isQuestion: boolean;
  /** From which extent the call went on after its last preemption, where that was seen. */
  readonly resumedAt: bigint | undefined;
  /** Whether its continuation was lost: it was preempted, and did not go on. */
  readonly isLost: boolean;
  /** Whether a frame's M2P entry is another after the call; nothing where none was seen. */
  readonly hasMoved: ((mfn: bigint) => boolean) | undefined;
  /** Whether the caller had other pages before it than the model has. */
  readonly isAstray: boolean;
  /** Pages that the caller has more after the call, where that was seen. */
  readonly pages: bigint | undefined;
  /** Guest memory before the call, and after it; nothing where a byte of it is not recorded. */
  before(address: bigint, size: number): Uint8Array | undefined;
  after(address: bigint, size: number): Uint8Array | undefined;
}

/** Why nothing can be said of a question. */
export const NO_ANSWER = 'nothing of what came back is recorded';

/** What a multicall's line says of one of its entries. */
export interface Outer {
  /** Memory after it. */
  readonly after: Pick<Memory, 'read'>;
  readonly resumedAt?: bigint | undefined;
  readonly isLost?: boolean;
  /** Whether nothing of what came back from the multicall is recorded. */
  readonly isQuestion?: boolean;
  /** Pages that the caller has more after it, where no other entry follows. */
  readonly pages?: bigint | undefined;
}

/** What a call's own line says of memory after it. */
export function memoryAfter({ memory }: Call): Memory {
  const after = createMemory();
  for (const f of memory) after.write(f.address, f.after ?? f.before);
  return after;
}

/** Reads bytes from the first memory that has them all. */
export const reader =
  (...memories: readonly Pick<Memory, 'read'>[]) =>
  (address: bigint, size: number): Uint8Array | undefined => {
    for (const memory of memories) {
      const bytes = memory.read(address, size);
      if (bytes.length === size) return bytes;
    }
    return undefined;
  };

/** Tells frames whose M2P entries were seen to change: from what was seen, or what the model knows. */
function movedBy({ before, after }: Moments, { frames }: Host): Recording['hasMoved'] {
  const was = new Map(before.m2p);
  const is = new Map(after.m2p);
  if (is.size === 0) return undefined;
  return (mfn) => {
    if (!is.has(mfn)) return false;
    const pfn = was.has(mfn) ? was.get(mfn) : frames.get(mfn)?.pfn;
    return typeof pfn === 'bigint' && pfn !== is.get(mfn);
  };
}

/** Whether anything of what came back from a call is recorded. */
export const hasAnswer = (call: Call, { after }: Moments): boolean =>
  call.result !== undefined ||
  after.totPages !== undefined ||
  after.m2p.length > 0 ||
  call.memory.some((fragment) => fragment.after !== undefined);

/** What is recorded of a call. @param before guest memory before it */
export function recordingOf(
  host: Host,
  call: Call,
  caller: Domain,
  moments: Moments,
  before: Memory,
  outer: Outer | undefined,
): Recording {
  const { totPages: is } = moments.after;
  const was = moments.before.totPages ?? caller.totPages;
  const isAstray = was !== undefined && caller.totPages !== undefined && was !== caller.totPages;
  const isAnswered = hasAnswer(call, moments);
  return {
    result: call.result,
    isCrash: moments.isCrash,
    isQuestion: !isAnswered && (!outer || outer.isQuestion === true) && !moments.isCrash,
    resumedAt: outer?.resumedAt,
    isLost: outer?.isLost ?? false,
    isAstray,
    hasMoved: movedBy(moments, host),
    pages: was !== undefined && is !== undefined ? is - was : outer?.pages,
    before: reader(before),
    after: outer ? reader(memoryAfter(call), outer.after) : reader(memoryAfter(call)),
  };
}

type When = 'before' | 'after';

/** The argument of a call as recorded, if all of it is. */
export function recordedArgument<T extends StructType>(
  { codec, abi, argument }: Asked,
  recording: Recording,
  type: T,
  when: When,
): Infer<T> | undefined {
  const { size, decode } = codec(type, abi);
  const bytes = recording[when](argument, size);
  return bytes && decode(bytes);
}

/** The elements of a list as recorded. */
export function recordedList(
  asked: Asked,
  recording: Recording,
  start: bigint,
  when: When,
  type?: Type,
): (index: bigint) => bigint | undefined {
  const { addressOf, size } = guestList(asked, start, type);
  return (index) => {
    const bytes = recording[when](addressOf(index), size);
    return bytes && littleEndian(bytes);
  };
}
