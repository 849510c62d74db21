import { errno, type ErrnoName, xen_memory_reservation } from '../../abi/index.js';
import type { Json } from '../codec/index.js';
import { peekIn } from '../hypervisor/guest/call.js';
import { domidOf, type IssuedCommand, RESERVATIONS } from './issued-command.js';

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
  if (expected !== -errno.ESRCH) return false;
  return result >= 0n || ERRORS.some((name) => result === -BigInt(errno[name]));
}

/**
 * The other domain that a call was about, where no header describes it and the recorded result
 * shows that there was one: its state is not known.
 * @param expected the model's result, where it is another
 */
export function absentDomain(
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
