import { unmap } from '../commands/allocate.js';
import type { Host } from '../state/host.js';
import { DoubtfulPage } from '../state/p2m.js';
import { Doubt } from '../state/unknown.js';
import { DoubtfulWidth } from '../state/width.js';
import type { Verdict } from './verdict.js';

/** Doubts of one call that are followed: each triples the ways that are gone. */
const MOST_DOUBTS = 4;

/** Two ways to settle a doubt; nothing for another error. */
function waysOf(host: Host, error: unknown): Doubt['ways'] | undefined {
  if (error instanceof Doubt) return error.ways;
  if (!(error instanceof DoubtfulPage)) return undefined;
  const { p2m, gfn } = error;
  const domain = [...host.domains.values()].find((one) => one.p2m === p2m)!;
  return [() => p2m.settle(gfn), () => unmap({ host }, domain, gfn)];
}

/** A verdict, and whether it is the same whatever is behind a doubt. */
export interface Judged {
  readonly verdict: Verdict;
  readonly isEither: boolean;
}

/**
 * Judges a call that may depend on what nobody knows, and what can only be in two ways: whether a
 * page is still mapped, how wide the hypervisor's longs are. Each way is tried, and the one that
 * alone agrees with the recording is the truth.
 * @param attempt judges the call from its beginning; what it does is taken back before the next
 */
export function underDoubt(host: Host, attempt: () => Verdict): Judged {
  function explore(settled: readonly (() => void)[]): Judged {
    if (settled.length > 0) host.journal!.rollback();
    for (const settle of settled) settle();
    try {
      return { verdict: attempt(), isEither: false };
    } catch (error) {
      const ways = waysOf(host, error);
      if (!ways || settled.length === MOST_DOUBTS) throw error;
      const one = [...settled, ways[0]];
      const other = [...settled, ways[1]];
      const first = explore(one).verdict.verdict === 'match';
      const second = explore(other).verdict.verdict === 'match';
      const judged = explore(second && !first ? other : one);
      if (!first || !second) return judged;
      // It made no difference: a later call may tell.
      if (error instanceof DoubtfulWidth) host.longBits = undefined;
      return { ...judged, isEither: judged.isEither || !(error instanceof DoubtfulWidth) };
    }
  }
  return explore([]);
}
