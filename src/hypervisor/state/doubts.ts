import type { Journal } from './journal.js';
import { NOWHERE } from './p2m.js';

/** Frames of which nobody knows whose they are, each until a call shows it. */
export interface Doubts {
  has(mfn: bigint): boolean;
  add(mfn: bigint): void;
  /** Every frame but those that are settled from now on. */
  addAll(): void;
  settle(mfn: bigint): void;
}

export function createDoubts(journal?: Journal): Doubts {
  const some = journal?.map<bigint, true>() ?? new Map<bigint, true>();
  const settled = journal?.map<bigint, true>() ?? new Map<bigint, true>();
  /** Has a key where all frames are in doubt. */
  const all = journal?.map<'all', true>() ?? new Map<'all', true>();
  return {
    // Frames that stand for others are whoever's they were made.
    has: (mfn) => mfn < NOWHERE && (some.has(mfn) || (all.size > 0 && !settled.has(mfn))),
    add(mfn) {
      if (all.size > 0) settled.delete(mfn);
      else some.set(mfn, true);
    },
    addAll() {
      all.set('all', true);
      settled.clear();
    },
    settle(mfn) {
      some.delete(mfn);
      if (all.size > 0) settled.set(mfn, true);
    },
  };
}
