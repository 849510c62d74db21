import type { Host } from '../hypervisor/state/host.js';
import { Doubt, isUnknown, UnknownFact } from '../hypervisor/state/unknown.js';
import { AbsentDomain } from '../hypervisor/guest/call.js';
import { DoubtfulWidth } from '../hypervisor/state/width.js';
import type { Verdict } from './verdict.js';

/** Doubts of one call that are followed: each multiplies the ways that are gone. */
const MOST_DOUBTS = 4;

/** Changes to the model that all ways of one call make before no more are gone: time. */
const MOST_CHANGES = 1 << 20;

/** A verdict, and whether it left a doubt as it was: more than one way agrees with the recording. */
export interface Judged {
  readonly verdict: Verdict;
  readonly isUndecided: boolean;
}

/** One of which the model's effects stand, or not. */
export interface Settled extends Judged {
  readonly isKept: boolean;
}

/**
 * Judges a call that may depend on doubts. Of each all ways are tried, and the one that alone
 * agrees with the recording is the truth from then on; where several do, a later call may tell.
 * @param attempt judges the call from its beginning, to which `restart` goes back
 * @param assumed what is made the model's truth first
 */
export function underDoubt(
  host: Host,
  attempt: (restart: () => void) => Verdict,
  assumed: readonly (() => void)[] = [],
): Judged {
  let changes = 0;
  function explore(settled: readonly (() => void)[]): Judged {
    const restart = (): void => {
      host.journal!.rollback();
      for (const settle of settled) settle();
    };
    if (settled.length > 0) restart();
    try {
      const verdict = attempt(restart);
      changes += host.journal!.changes();
      return { verdict, isUndecided: false };
    } catch (error) {
      changes += host.journal!.changes();
      const isFollowed = settled.length < MOST_DOUBTS && changes <= MOST_CHANGES;
      if (!(error instanceof Doubt) || !isFollowed) throw error;
      const tried = error.ways.map((way) => ({ way, ...tryWay([...settled, way]) }));
      const fitting = tried.filter(({ judged }) => judged?.verdict.verdict === 'match');
      // Where no way fits, and one of them cannot be told, nothing is known to differ.
      const untold = tried.find(({ unknown }) => unknown !== undefined)?.unknown;
      if (fitting.length === 0 && untold) throw untold;
      if (fitting.length === 0 && error.reopen) throw new UnknownFact(error.message);
      const [best = tried[0]!] = fitting;
      const judged = explore([...settled, best.way]);
      error.reopen?.(tried.indexOf(best));
      // Of a domain that is not there, nothing is left that could have been otherwise.
      const isAlone = fitting.length === 1 && (!untold || error instanceof AbsentDomain);
      if (fitting.length === 0 || isAlone) return judged;
      if (!(error instanceof DoubtfulWidth)) return { ...judged, isUndecided: true };
      // What the call did is the same with either width.
      host.longBits = undefined;
      return judged;
    }
  }
  function tryWay(settled: readonly (() => void)[]): { judged?: Judged; unknown?: Error } {
    try {
      const judged = explore(settled);
      const { verdict, reason = '' } = judged.verdict;
      return verdict === 'skip' ? { unknown: new UnknownFact(reason) } : { judged };
    } catch (error) {
      if (!isUnknown(error)) throw error;
      return { unknown: error };
    }
  }
  return explore(assumed);
}

/**
 * Judges a call as each of the courses that it may have taken, up to the first that agrees; where
 * none does, as the first.
 * @param courses how many there are, once the call has been judged
 */
export function alongCourses(
  attempt: (course: number) => Verdict,
  courses: () => number,
  restart: () => void,
): Verdict {
  const first = attempt(0);
  if (first.verdict !== 'differ' || courses() === 1) return first;
  for (let course = 1; course < courses(); course++) {
    restart();
    const other = attempt(course);
    if (other.verdict === 'match') return other;
  }
  restart();
  return attempt(0);
}
