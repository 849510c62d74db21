import { type Command, errno, type ErrnoName, xen_memory_reservation } from '../../../abi/index.js';
import type { Json } from '../../codec/index.js';
import type { Context } from '../commands/context.js';

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

function domidIn(value: unknown): number | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = value as Readonly<Record<string, unknown>>;
  return typeof fields['domid'] === 'number' ? fields['domid'] : domidIn(fields['in']);
}

/** A call that got as far as its command. */
export interface IssuedCommand {
  readonly context: Context;
  readonly command: Command;
}

/** Whether a recorded result shows a domain of which the model says that there is none. */
function isThere(
  { context, command }: IssuedCommand,
  expected: Json,
  result: bigint,
  extents: bigint,
): boolean {
  const { startExtent } = context;
  if ([0, 1, 6].includes(command.number))
    return expected === Number(startExtent) && result > startExtent && result <= extents;
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
  const { host, caller, abi, codec, argument } = issued.context;
  const { argument: type } = issued.command;
  if (!type || expected === undefined || result === undefined) return undefined;
  const bytes = caller.memory.peek(argument, codec(type, abi).size);
  if (bytes.length < codec(type, abi).size) return undefined;
  const domid = domidIn(codec(type, abi).decode(bytes));
  if (domid === undefined || domid >= FIRST_RESERVED || host.domains.has(domid)) return undefined;
  const isReservation = type === xen_memory_reservation;
  const extents = isReservation ? codec(xen_memory_reservation, abi).decode(bytes).nr_extents : 0n;
  return isThere(issued, expected, result, extents) ? domid : undefined;
}
