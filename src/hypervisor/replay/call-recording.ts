import type { Call, Memory } from '../../capture/index.js';
import type { observedOf } from './observed.js';
import { afterOf, whole } from './recorded-memory.js';
import type { Recording } from './recording.js';

/** What a multicall's line says of one of its entries; nothing of another call. */
export interface Outer {
  /** Memory after it. */
  readonly after: readonly Memory[];
  readonly resumedAt?: bigint | undefined;
  /** Whether it was preempted, and did not go on. */
  readonly isLost?: boolean;
  /** Pages that the caller has more after it, where no other entry follows. */
  readonly pages?: bigint | undefined;
}

type Moments = ReturnType<typeof observedOf>;

/** Whether a line tells a question alone, as those of a scenario do. */
const isBare = (call: Call, { after }: Moments, outer: Outer): boolean =>
  call.result === undefined &&
  outer.after.length === 0 &&
  after.totPages === undefined &&
  after.m2p.length === 0 &&
  call.memory.every((fragment) => fragment.after === undefined);

/** Tells frames whose M2P entries were seen to change. */
function movedBy({ before, after }: Moments): Recording['hasMoved'] {
  const was = new Map(before.m2p);
  const is = new Map(after.m2p);
  return was.size === 0
    ? undefined
    : (mfn) => (was.get(mfn) ?? null) !== null && is.has(mfn) && was.get(mfn) !== is.get(mfn);
}

/** What is recorded of a call. @param before guest memory before it */
export function callRecording(call: Call, seen: Moments, before: Memory, outer: Outer): Recording {
  const [was, is] = [seen.before.totPages, seen.after.totPages];
  return {
    result: call.result,
    isBare: isBare(call, seen, outer),
    resumedAt: outer.resumedAt,
    hasMoved: movedBy(seen),
    isLost: outer.isLost ?? false,
    pages: was !== undefined && is !== undefined ? is - was : outer.pages,
    before: whole(before),
    after: whole(afterOf(call), ...outer.after),
  };
}
