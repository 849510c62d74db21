import { runOf } from './frames.js';
import type { Journal } from './journal.js';
import { MOST_TOUCHED, touch } from './unknown.js';

/** What a guest frame number leads to. */
export interface P2mEntry {
  readonly mfn: bigint;
  /** `grant` and `foreign` are other domains' frames, `xen` the hypervisor's own. */
  readonly type: 'rw' | 'ro' | 'grant' | 'foreign' | 'xen';
}

export interface P2mRun {
  readonly gfn: bigint;
  readonly count: bigint;
  readonly mfn: bigint;
}

/** A translated domain's physical address space; what is not there is ballooned out or a hole. */
export interface P2m {
  get(gfn: bigint): P2mEntry | undefined;
  set(gfn: bigint, entry: P2mEntry | undefined): void;
  entries(): IterableIterator<readonly [bigint, P2mEntry]>;
}

/** @throws UnknownFact when more than `most` GFNs change */
export function createP2m(
  initial: readonly P2mRun[],
  journal?: Journal,
  most: number = MOST_TOUCHED,
): P2m {
  const runs = [...initial].sort((a, b) => (a.gfn < b.gfn ? -1 : 1));
  const touched =
    journal?.map<bigint, P2mEntry | undefined>() ?? new Map<bigint, P2mEntry | undefined>();
  return {
    get(gfn) {
      if (touched.has(gfn)) return touched.get(gfn);
      const run = runOf(runs, (r) => r.gfn, gfn);
      return run && { mfn: run.mfn + (gfn - run.gfn), type: 'rw' };
    },
    set(gfn, entry) {
      touch(touched, gfn, entry, most);
    },
    *entries() {
      for (const [gfn, entry] of touched) if (entry) yield [gfn, entry];
      for (const run of runs)
        for (let i = 0n; i < run.count; i++)
          if (!touched.has(run.gfn + i)) yield [run.gfn + i, { mfn: run.mfn + i, type: 'rw' }];
    },
  };
}
