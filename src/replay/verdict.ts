import { errno, type ErrnoName, xen_memory_reservation } from '../../abi/index.js';
import type { Call } from '../capture/index.js';
import type { Json } from '../codec/index.js';
import { peekIn } from '../hypervisor/guest/call.js';
import type { Difference } from './compare/difference.js';
import { domidOf, type IssuedCommand, RESERVATIONS } from './issued-command.js';

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

/** public/xen.h: the first domain number that is no domain's. */
const FIRST_RESERVED = 0x7ff0;

/** What a call on another domain can come to that it cannot come to without that domain. */
const ERRORS: readonly ErrnoName[] = [
  'EPERM',
  'ENOMEM',
  'EACCES',
  'EFAULT',
  'EINVAL',
  'EOPNOTSUPP',
];

/** Whether a recorded result shows a domain of which the model says that there is none. */
function isThere({ asked, command }: IssuedCommand, expected: Json, result: bigint): boolean {
  const { startExtent } = asked;
  if (RESERVATIONS.has(command.name)) {
    const extents = peekIn(asked, xen_memory_reservation)?.nr_extents ?? 0n;
    return expected === Number(startExtent) && result > startExtent && result <= extents;
  }
  // Of a domain that is not there, a claim is a wrong one.
  const absent = command.name === 'XENMEM_claim_pages' ? -errno.EINVAL : -errno.ESRCH;
  if (expected !== absent) return false;
  return result >= 0n || ERRORS.some((name) => result === -BigInt(errno[name]));
}

/**
 * The other domain that a call was about, where no header describes it and the recorded result
 * shows that there was one: its state is not known.
 * @param expected the model's result, where it is another
 */
function absentDomain(
  issued: IssuedCommand,
  expected: Json | undefined,
  result: bigint | undefined,
): number | undefined {
  if (expected === undefined || result === undefined) return undefined;
  const domid = domidOf(issued);
  if (domid === undefined || domid >= FIRST_RESERVED) return undefined;
  if (issued.asked.host.domains.has(domid)) return undefined;
  return isThere(issued, expected, result) ? domid : undefined;
}

/** What differences mean; of a domain that nobody described they mean nothing. */
export function verdictOf(
  call: Call,
  differences: Iterable<Difference>,
  issued: IssuedCommand | undefined,
): Verdict {
  const found = firstOf(differences);
  if (found.length === 0) return { call, verdict: 'match', differences: [] };
  const wrong = found.find(({ what }) => what === 'result')?.expected;
  const absent = issued && absentDomain(issued, wrong, call.result);
  const isAbsent = `domain ${absent} is not in the header`;
  // A header that does not say what its domains own does not say which there are, either.
  if (absent !== undefined && issued?.asked.host.isOpen) return skip(call, isAbsent);
  const isMore = `more than ${MOST} differences, of which ${MOST} are told`;
  const reason = found.length > MOST ? isMore : absent === undefined ? undefined : isAbsent;
  return {
    call,
    verdict: 'differ',
    differences: found.slice(0, MOST),
    ...(reason !== undefined && { reason }),
  };
}
