import { unmap } from '../hypervisor/state/pages-of-domains.js';
import type { Host } from '../hypervisor/state/host.js';
import { DoubtfulPage } from '../hypervisor/state/p2m.js';
import { Doubt } from '../hypervisor/state/unknown.js';
import { DoubtfulWidth } from '../hypervisor/state/width.js';
import type { Verdict } from './verdict.js';

/** Doubts of one call that are followed: each triples the ways that are gone. */
const MOST_DOUBTS = 4;

/** Changes to the model that all ways of one call make before no more are gone: time. */
const MOST_CHANGES = 1 << 20;

/** Two ways to settle a doubt; nothing for another error. */
function waysOf(host: Host, error: unknown): Doubt['ways'] | undefined {
  if (error instanceof Doubt) return error.ways;
  if (!(error instanceof DoubtfulPage)) return undefined;
  const { p2m, gfn } = error;
  const domain = [...host.domains.values()].find((one) => one.p2m === p2m)!;
  return [() => p2m.settle(gfn), () => unmap({ host }, domain, gfn)];
}

/** A verdict, and whether it left a doubt as it was: either way agrees with the recording. */
export interface Judged {
  readonly verdict: Verdict;
  readonly isUndecided: boolean;
}

/**
 * Judges a call that may depend on doubts. Of each both ways are tried, and the one that alone
 * agrees with the recording is the truth from then on; where both do, a later call may tell.
 * @param attempt judges the call from its beginning; what it does is taken back before the next
 */
export function underDoubt(host: Host, attempt: () => Verdict): Judged {
  let changes = 0;
  function explore(settled: readonly (() => void)[]): Judged {
    if (settled.length > 0) host.journal!.rollback();
    for (const settle of settled) settle();
    try {
      const verdict = attempt();
      changes += host.journal!.changes();
      return { verdict, isUndecided: false };
    } catch (error) {
      const ways = waysOf(host, error);
      changes += host.journal!.changes();
      if (!ways || settled.length === MOST_DOUBTS || changes > MOST_CHANGES) throw error;
      const one = [...settled, ways[0]];
      const other = [...settled, ways[1]];
      const first = explore(one).verdict.verdict === 'match';
      const second = explore(other).verdict.verdict === 'match';
      const judged = explore(second && !first ? other : one);
      if (!first || !second) return judged;
      if (!(error instanceof DoubtfulWidth)) return { ...judged, isUndecided: true };
      // What the call did is the same with either width.
      host.longBits = undefined;
      return judged;
    }
  }
  return explore([]);
}

/**
 * Judges a call as if preemptions had changed nothing, and where that differs, as if it had been
 * preempted wherever it may have been: what an exchange wrote upon its own argument or list, a
 * preemption has it read again.
 * @param mayBePreempted whether what was judged is such a call
 */
export function preemptedOrNot(
  host: Host,
  attempt: (isPreempted: boolean) => Verdict,
  mayBePreempted: () => boolean,
): Verdict {
  const verdict = attempt(false);
  if (verdict.verdict !== 'differ' || !mayBePreempted()) return verdict;
  host.journal!.rollback();
  const other = attempt(true);
  if (other.verdict === 'match') return other;
  host.journal!.rollback();
  return attempt(false);
}
