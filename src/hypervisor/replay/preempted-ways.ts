import type { Host } from '../state/host.js';
import type { Verdict } from './verdict.js';

/**
 * Judges a call once as if preemptions had changed nothing, and where that differs, as if it had
 * been preempted wherever it may have been: what an exchange wrote upon its own argument or list,
 * a preemption has it read again.
 * @param attempt judges the call from its beginning
 * @param mayBe whether what was judged is such a call
 */
export function preemptedWays(
  host: Host,
  attempt: (isPreempted: boolean) => Verdict,
  mayBe: () => boolean,
): Verdict {
  const one = attempt(false);
  if (one.verdict !== 'differ' || !mayBe()) return one;
  host.journal!.rollback();
  const other = attempt(true);
  if (other.verdict === 'match') return other;
  host.journal!.rollback();
  return attempt(false);
}
