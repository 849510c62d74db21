import { DOMID_SELF } from '../../abi/index.js';
import type { Call } from '../capture/index.js';
import type { Difference } from './compare/difference.js';
import { domidOf, type IssuedCommand } from './issued-command.js';

/** What the model says of one recorded call. */
export interface Verdict {
  readonly call: Call;
  readonly verdict: 'match' | 'differ' | 'skip';
  readonly differences: readonly Difference[];
  /** Why nothing can be said; of a difference, what it may come from, or how many are left out. */
  readonly reason?: string;
  /** Whether that is why nothing is executed from this call on. */
  readonly isLast?: boolean;
}

/** Differences of one call that are told; of more it is only said that there are more. */
const MOST = 100;

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

/** The other domain that a call was about, where no header describes it. */
function absentDomain(issued: IssuedCommand): number | undefined {
  const domid = domidOf(issued);
  const isThere =
    domid === undefined || domid >= DOMID_SELF || issued.asked.host.domains.has(domid);
  return isThere ? undefined : domid;
}

/** What differences mean. */
export function verdictOf(
  call: Call,
  differences: Iterable<Difference>,
  issued: IssuedCommand | undefined,
): Verdict {
  const found = firstOf(differences);
  if (found.length === 0) return { call, verdict: 'match', differences: [] };
  const absent = issued && absentDomain(issued);
  const isAbsent = absent === undefined ? undefined : `domain ${absent} is not in the header`;
  const isMore = `more than ${MOST} differences, of which ${MOST} are told`;
  const reason = found.length > MOST ? isMore : isAbsent;
  return {
    call,
    verdict: 'differ',
    differences: found.slice(0, MOST),
    ...(reason !== undefined && { reason }),
  };
}
