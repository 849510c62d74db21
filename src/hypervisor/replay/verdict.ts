import type { Call } from '../../capture/index.js';
import { absentDomain, type IssuedCommand } from './absent-domain.js';
import { OWNERSHIP } from './command-sets.js';
import type { Difference } from './difference.js';

/** What the model says of one recorded call. */
export interface Verdict {
  readonly call: Call;
  readonly verdict: 'match' | 'differ' | 'skip';
  readonly differences: readonly Difference[];
  /** Why nothing can be said; of a difference, what it may come from, or how many are left out. */
  readonly reason?: string;
}

/** Differences of one call that are told; of more it is only said that there are more. */
export const MOST = 100;

export const skip = (call: Call, reason: string): Verdict => ({
  call,
  verdict: 'skip',
  differences: [],
  reason,
});

/** What differences mean; of what cannot be known they mean nothing. */
export function verdictOf(
  call: Call,
  found: readonly Difference[],
  issued: IssuedCommand | undefined,
  lostAt: number | undefined,
): Verdict {
  if (found.length === 0) return { call, verdict: 'match', differences: [] };
  const wrong = found.find(({ what }) => what === 'result')?.expected;
  const absent = issued && absentDomain(issued, wrong, call.result);
  const isAbsent = `domain ${absent} is not in the header`;
  // A header that does not say what its domains own does not say which there are, either.
  if (absent !== undefined && issued?.context.host.isOpen) return skip(call, isAbsent);
  if (lostAt !== undefined && issued && OWNERSHIP.has(issued.command.name))
    return skip(call, `which frames the domain owns is unknown since call ${lostAt}`);
  const differences = found.slice(0, MOST);
  const isMore = `more than ${MOST} differences, of which ${MOST} are told`;
  const reason = found.length > MOST ? isMore : absent === undefined ? undefined : isAbsent;
  return { call, verdict: 'differ', differences, ...(reason !== undefined && { reason }) };
}

/**
 * Whether the model's effects are not those of the recording. A result or a progress alone can
 * be wrong where pages and M2P, if they were seen, are as the model has them.
 */
export function isAstray(differences: readonly Difference[], isSeen: boolean): boolean {
  const isTold = ({ what, path }: Difference): boolean =>
    what === 'result' || path === 'nr_exchanged';
  return differences.some(isTold) && !(isSeen && differences.every(isTold));
}
