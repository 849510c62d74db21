import { runOf } from './frames.js';
import type { Journal } from './journal.js';
import { MOST_TOUCHED, touch, UnknownFact } from './unknown.js';

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

export const OPEN = 'the header does not say which frames the domain owns';

/** A translated domain's physical address space; what is not there is ballooned out or a hole. */
export interface P2m {
  /** @throws DoubtfulPage */
  get(gfn: bigint): P2mEntry | undefined;
  set(gfn: bigint, entry: P2mEntry | undefined): void;
  /** Whether the entry is still there is not known, until the GFN is set again. */
  doubt(gfn: bigint, reason: string): void;
  /** Whether any entry is still there is not known, until its GFN is set or settled. */
  doubtAll(reason: string): void;
  /** Ends the doubt about a GFN: the entry is there, or about to go, whatever it is. */
  settle(gfn: bigint): void;
  /** Whether the GFN is not, or may not be, as it was when the model began. */
  isChanged(gfn: bigint): boolean;
  /** Whether nobody knows what is mapped at first: then every GFN is in doubt. */
  readonly isOpen: boolean;
  entries(): IterableIterator<readonly [bigint, P2mEntry]>;
}

/** The outcome depends on a page of which there is doubt. */
export class DoubtfulPage extends UnknownFact {
  readonly p2m: P2m;
  readonly gfn: bigint;

  constructor(p2m: P2m, gfn: bigint, reason: string) {
    super(reason);
    this.p2m = p2m;
    this.gfn = gfn;
  }
}

export interface P2mOptions {
  readonly most?: number;
  /** What a GFN leads to if it is mapped, where nobody knows whether it is; nothing if it cannot. */
  readonly assumed?: ((gfn: bigint) => P2mEntry | undefined) | undefined;
}

/** @throws UnknownFact when more than `most` GFNs change */
export function createP2m(
  initial: readonly P2mRun[],
  journal?: Journal,
  { most = MOST_TOUCHED, assumed }: P2mOptions = {},
): P2m {
  const runs = [...initial].sort((a, b) => (a.gfn < b.gfn ? -1 : 1));
  const touched =
    journal?.map<bigint, P2mEntry | undefined>() ?? new Map<bigint, P2mEntry | undefined>();
  const doubted = journal?.map<bigint, string>() ?? new Map<bigint, string>();
  /** Why everything is in doubt that is not settled, if it is. */
  const all = journal?.map<'reason', string>() ?? new Map<'reason', string>();
  const settled = journal?.map<bigint, true>() ?? new Map<bigint, true>();
  return {
    get(gfn) {
      const isUnsettled = all.size > 0 && !settled.has(gfn);
      const reason = doubted.get(gfn) ?? (isUnsettled ? all.get('reason') : undefined);
      if (reason !== undefined) throw new DoubtfulPage(this, gfn, reason);
      if (touched.has(gfn)) return touched.get(gfn);
      const run = runOf(runs, (r) => r.gfn, gfn);
      if (run) return { mfn: run.mfn + (gfn - run.gfn), type: 'rw' };
      if (assumed?.(gfn)) throw new DoubtfulPage(this, gfn, OPEN);
      return undefined;
    },
    set(gfn, entry) {
      touch(touched, gfn, entry, most);
      doubted.delete(gfn);
      if (all.size > 0) settled.set(gfn, true);
    },
    doubt: (gfn, reason) => touch(doubted, gfn, reason, most),
    doubtAll(reason) {
      all.set('reason', reason);
      settled.clear();
    },
    settle(gfn) {
      doubted.delete(gfn);
      if (all.size > 0) settled.set(gfn, true);
      const entry = touched.has(gfn) ? undefined : assumed?.(gfn);
      if (entry) touch(touched, gfn, entry, most);
    },
    isChanged: (gfn) => touched.has(gfn) || doubted.has(gfn),
    isOpen: assumed !== undefined,
    *entries() {
      for (const [gfn, entry] of touched) if (entry) yield [gfn, entry];
      for (const run of runs)
        for (let i = 0n; i < run.count; i++)
          if (!touched.has(run.gfn + i)) yield [run.gfn + i, { mfn: run.mfn + i, type: 'rw' }];
    },
  };
}
