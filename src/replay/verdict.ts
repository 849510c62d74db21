import type { Call } from '../capture/index.js';
import { absentDomain } from './absent-domain.js';
import type { Difference } from './compare/difference.js';
import { type IssuedCommand, RESERVATIONS } from './issued-command.js';

/** What the model says of one recorded call. */
export interface Verdict {
  readonly call: Call;
  readonly verdict: 'match' | 'differ' | 'skip';
  readonly differences: readonly Difference[];
  /** Why nothing can be said; of a difference, what it may come from, or how many are left out. */
  readonly reason?: string;
}

/** Differences of one call that are told; of more it is only said that there are more. */
const MOST = 100;

/** Commands whose outcome depends on which frames a domain owns. */
const OWNERSHIP: ReadonlySet<string> = new Set([
  ...RESERVATIONS,
  'XENMEM_exchange',
  'XENMEM_exchange_and_pin',
]);

export const skip = (call: Call, reason: string): Verdict => ({
  call,
  verdict: 'skip',
  differences: [],
  reason,
});

/** The first differences, and one more than are told. */
function firstOf(differences: Iterable<Difference>): Difference[] {
  const found: Difference[] = [];
  for (const difference of differences) if (found.push(difference) > MOST) break;
  return found;
}

/**
 * What differences mean; of what cannot be known they mean nothing.
 * @param framesLostAt the call since which nobody knows which frames PV domains own, if any
 */
export function verdictOf(
  call: Call,
  differences: Iterable<Difference>,
  issued: IssuedCommand | undefined,
  framesLostAt: number | undefined,
): Verdict {
  const found = firstOf(differences);
  if (found.length === 0) return { call, verdict: 'match', differences: [] };
  const wrong = found.find(({ what }) => what === 'result')?.expected;
  const absent = issued && absentDomain(issued, wrong, call.result);
  const isAbsent = `domain ${absent} is not in the header`;
  // A header that does not say what its domains own does not say which there are, either.
  if (absent !== undefined && issued?.asked.host.isOpen) return skip(call, isAbsent);
  if (framesLostAt !== undefined && issued && OWNERSHIP.has(issued.command.name))
    return skip(call, `which frames the domain owns is unknown since call ${framesLostAt}`);
  const isMore = `more than ${MOST} differences, of which ${MOST} are told`;
  const reason = found.length > MOST ? isMore : absent === undefined ? undefined : isAbsent;
  return {
    call,
    verdict: 'differ',
    differences: found.slice(0, MOST),
    ...(reason !== undefined && { reason }),
  };
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
