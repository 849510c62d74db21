import { runOf } from './frames.js';
import type { Journal } from './journal.js';
import { Doubt, MOST_TOUCHED, touch } from './unknown.js';

/** What a guest frame number leads to. */
export interface P2mEntry {
  readonly mfn: bigint;
  /** `grant` and `foreign` are other domains' frames, `xen` the hypervisor's own, `mmio` a device's. */
  readonly type: 'rw' | 'ro' | 'grant' | 'foreign' | 'xen' | 'mmio';
  /** Which page of the hypervisor's own. */
  readonly page?: string;
}

export interface P2mRun {
  readonly gfn: bigint;
  readonly count: bigint;
  readonly mfn: bigint;
}

/** Frames that no host has begin here: they stand for those whose numbers nobody knows. */
export const NOWHERE = 1n << 60n;

/** What one GFN may lead to, at the most. */
const MOST_WAYS = 4;

export const OPEN = 'the header does not say which frames the domain owns';

/** What a GFN may lead to; nothing is a hole. */
type Way = P2mEntry | undefined;

/** A translated domain's physical address space; what is not there is ballooned out or a hole. */
export interface P2m {
  /** @throws Doubt */
  get(gfn: bigint): P2mEntry | undefined;
  set(gfn: bigint, entry: P2mEntry | undefined): void;
  /**
   * What a GFN leads to is not known, until it is set again: what it did, nothing, or one of others.
   */
  doubt(gfn: bigint, reason: string, others?: readonly P2mEntry[]): void;
  /** What any GFN leads to is not known, until it is set or settled. */
  doubtAll(reason: string): void;
  /** Ends the doubt about a GFN: something is there, or about to go: memory, if it can be. */
  settle(gfn: bigint): void;
  /** Whether the GFN is not, or may not be, as it was when the model began. */
  isChanged(gfn: bigint): boolean;
  /** Whether nobody knows what is mapped at first: then every GFN is in doubt. */
  readonly isOpen: boolean;
  /** Whether what a GFN leads to is not known. */
  isDoubtful(gfn: bigint): boolean;
  /** Whether a frame is one that stands for any. */
  isAssumed(mfn: bigint): boolean;
  entries(): IterableIterator<readonly [bigint, P2mEntry]>;
}

export interface P2mOptions {
  readonly most?: number;
  /** What a GFN leads to if it is mapped, where nobody knows whether it is; nothing if it cannot. */
  readonly assumed?: ((gfn: bigint) => P2mEntry | undefined) | undefined;
  /** Whether nobody knows what is mapped at first. */
  readonly isOpen?: boolean;
}

interface Doubted {
  readonly reason: string;
  readonly ways: readonly Way[];
  /** Whether it may lead to something else. */
  readonly isOpen?: boolean;
}

/** @throws UnknownFact when more than `most` GFNs change */
export function createP2m(
  initial: readonly P2mRun[],
  journal?: Journal,
  { most = MOST_TOUCHED, assumed = () => undefined, isOpen = false }: P2mOptions = {},
): P2m {
  const runs = [...initial].sort((a, b) => (a.gfn < b.gfn ? -1 : 1));
  const touched = journal?.map<bigint, Way>() ?? new Map<bigint, Way>();
  const doubted = journal?.map<bigint, Doubted>() ?? new Map<bigint, Doubted>();
  /** Why everything is in doubt that is not settled, if it is. */
  const all = journal?.map<'reason', string>() ?? new Map<'reason', string>();
  const settled = journal?.map<bigint, true>() ?? new Map<bigint, true>();

  function atFirst(gfn: bigint): Way {
    const run = runOf(runs, (r) => r.gfn, gfn);
    return run && { mfn: run.mfn + (gfn - run.gfn), type: 'rw' };
  }

  /** What is in doubt about a GFN, if anything. */
  function doubtAbout(gfn: bigint): Doubted | undefined {
    const own = doubted.get(gfn);
    if (own) return own;
    const isTouched = touched.has(gfn);
    const reason = all.get('reason');
    if (reason !== undefined && !settled.has(gfn)) {
      const was = isTouched ? touched.get(gfn) : atFirst(gfn);
      const likely = was ? [was, undefined] : [undefined, ...ways(assumed(gfn))];
      return { reason, ways: likely, isOpen: true };
    }
    if (isTouched || !isOpen || atFirst(gfn)) return undefined;
    const page = assumed(gfn);
    return page && { reason: OPEN, ways: [page, undefined], isOpen };
  }
  const ways = (way: Way): readonly Way[] => (way ? [way] : []);

  /** Puts a GFN in doubt again that still is as it was taken to be. */
  function reopen(gfn: bigint, doubt: Doubted, way: number): void {
    if (touched.has(gfn) && touched.get(gfn) === doubt.ways[way]) touch(doubted, gfn, doubt, most);
  }

  const p2m: P2m = {
    get(gfn) {
      const doubt = doubtAbout(gfn);
      if (doubt)
        throw new Doubt(
          doubt.reason,
          doubt.ways.map((way) => () => p2m.set(gfn, way)),
          doubt.isOpen ? (way) => reopen(gfn, doubt, way) : undefined,
        );
      return touched.has(gfn) ? touched.get(gfn) : atFirst(gfn);
    },
    set(gfn, entry) {
      touch(touched, gfn, entry, most);
      doubted.delete(gfn);
      if (all.size > 0) settled.set(gfn, true);
    },
    doubt(gfn, reason, others = []) {
      const before = doubtAbout(gfn);
      const was = before?.ways ?? [touched.has(gfn) ? touched.get(gfn) : atFirst(gfn)];
      const kept = was.filter((way) => way !== undefined);
      const all = [...kept, ...others, undefined];
      const isOpen = before?.isOpen === true || all.length > MOST_WAYS;
      touch(doubted, gfn, { reason, ways: all.slice(-MOST_WAYS), isOpen }, most);
    },
    doubtAll(reason) {
      all.set('reason', reason);
      settled.clear();
      doubted.clear();
    },
    settle(gfn) {
      const doubt = doubtAbout(gfn);
      if (!doubt) return;
      const own = doubt.ways.find((way) => way?.type === 'rw') ?? assumed(gfn);
      p2m.set(gfn, own ?? doubt.ways.find((way) => way !== undefined));
    },
    isChanged: (gfn) => touched.has(gfn) || doubted.has(gfn),
    isOpen,
    isDoubtful: (gfn) => doubtAbout(gfn) !== undefined,
    isAssumed: (mfn) => mfn >= NOWHERE,
    *entries() {
      for (const [gfn, entry] of touched) if (entry) yield [gfn, entry];
      for (const run of runs)
        for (let i = 0n; i < run.count; i++)
          if (!touched.has(run.gfn + i)) yield [run.gfn + i, { mfn: run.mfn + i, type: 'rw' }];
    },
  };
  return p2m;
}
