import type { Journal } from './journal.js';
import { MOST_TOUCHED, touch } from './unknown.js';

/** Machine frames: who owns them, what holds them, and what is in them. */

export interface Frame {
  /** The owner's domain id; nothing for a free frame. */
  readonly owner: number | undefined;
  /** Whether the owner still holds the reference of its allocation. */
  readonly isAllocated: boolean;
  /** Whether the owner's page tables map or are the frame: it cannot be stolen. */
  readonly inUse: boolean;
  /** References of other domains: grants that they map, foreign mappings. */
  readonly references: number;
  /** The M2P entry; `null` for an invalid one, nothing where nobody knows it. */
  readonly pfn: bigint | null | undefined;
  /** Stands for the content: two frames, or one at two times, have the same if it is equal. */
  readonly token: number;
}

/** Whether the allocation is all that holds a frame: only then can it change hands (XSA-287). */
export const isHeldByOwnerOnly = ({ isAllocated, inUse, references }: Frame): boolean =>
  isAllocated && !inUse && references === 0;

/** Frames owned when the model begins, as runs: they take no room until they are touched. */
export interface FrameRun {
  readonly mfn: bigint;
  readonly count: bigint;
  readonly owner: number;
  /** The pseudo-physical, or guest, frame number of the first. */
  readonly pfn: bigint | undefined;
  readonly inUse: boolean;
}

/** The run that holds a number, among runs sorted by `start`. */
export function runOf<R extends { readonly count: bigint }>(
  runs: readonly R[],
  start: (run: R) => bigint,
  at: bigint,
): R | undefined {
  let low = 0;
  let high = runs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (start(runs[middle]!) <= at) low = middle + 1;
    else high = middle;
  }
  const run = runs[low - 1];
  return run && at < start(run) + run.count ? run : undefined;
}

export interface Frames {
  /** A frame that was ever owned, or nothing for one that has been free all along. */
  get(mfn: bigint): Frame | undefined;
  /** Gives a frame to an owner, with content that nobody has seen. */
  give(mfn: bigint, owner: number): void;
  free(mfn: bigint): void;
  change(mfn: bigint, change: Partial<Frame>): void;
  /** Every frame that a domain owns. */
  ownedBy(domid: number): IterableIterator<bigint>;
}

const FREE: Frame = Object.freeze({
  owner: undefined,
  isAllocated: false,
  inUse: false,
  references: 0,
  pfn: null,
  token: 0,
});

/** @throws UnknownFact when more than `most` frames change */
export function createFrames(
  initial: readonly FrameRun[],
  journal?: Journal,
  most: number = MOST_TOUCHED,
): Frames {
  const runs = [...initial].sort((a, b) => (a.mfn < b.mfn ? -1 : 1));
  const touched = journal?.map<bigint, Frame>() ?? new Map<bigint, Frame>();
  let tokens = 0;
  const put = (mfn: bigint, frame: Frame): void => touch(touched, mfn, frame, most);
  const get = (mfn: bigint): Frame | undefined => {
    const frame = touched.get(mfn);
    if (frame) return frame;
    const run = runOf(runs, (r) => r.mfn, mfn);
    if (!run) return undefined;
    const pfn = run.pfn === undefined ? undefined : run.pfn + (mfn - run.mfn);
    const { owner, inUse } = run;
    return { owner, isAllocated: true, inUse, references: 0, pfn, token: -1 - Number(mfn) };
  };
  return {
    get,
    give(mfn, owner) {
      const token = ++tokens;
      put(mfn, { owner, isAllocated: true, inUse: false, references: 0, pfn: null, token });
    },
    free: (mfn) => put(mfn, FREE),
    change(mfn, change) {
      const frame = get(mfn);
      if (frame) put(mfn, { ...frame, ...change });
    },
    *ownedBy(domid) {
      for (const [mfn, { owner }] of touched) if (owner === domid) yield mfn;
      for (const run of runs) {
        if (run.owner !== domid) continue;
        for (let mfn = run.mfn; mfn < run.mfn + run.count; mfn++) if (!touched.has(mfn)) yield mfn;
      }
    },
  };
}
