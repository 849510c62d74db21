import { type Command, errno, type ErrnoName, xen_memory_reservation } from '../../../abi/index.js';
import type { Json } from '../../codec/index.js';
import { type Context, domainOf } from '../commands/context.js';
import type { Domain } from '../state/domain.js';
import { RESERVATIONS } from './command-sets.js';

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

/** The bytes of a call's argument, if all are known. */
function argumentOf({ context, command }: IssuedCommand): Uint8Array | undefined {
  const { caller, abi, codec, argument } = context;
  if (!command.argument) return undefined;
  const { size } = codec(command.argument, abi);
  const bytes = caller.memory.peek(argument, size);
  return bytes.length < size ? undefined : bytes;
}

/** The domains that a call can be about: all, where its argument is not known. */
export function targetsOf(issued: IssuedCommand): readonly Domain[] {
  const { context, command } = issued;
  const bytes = argumentOf(issued);
  if (!bytes || !command.argument) return [...context.host.domains.values()];
  const domid = domidIn(context.codec(command.argument, context.abi).decode(bytes));
  const domain = domid === undefined ? undefined : domainOf(context, domid);
  return domain ? [domain] : [];
}

/** Whether a recorded result shows a domain of which the model says that there is none. */
function isThere(
  { context, command }: IssuedCommand,
  expected: Json,
  result: bigint,
  extents: bigint,
): boolean {
  const { startExtent } = context;
  if (RESERVATIONS.has(command.name))
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
  const { host, abi, codec } = issued.context;
  const { argument: type } = issued.command;
  if (!type || expected === undefined || result === undefined) return undefined;
  const bytes = argumentOf(issued);
  if (!bytes) return undefined;
  const domid = domidIn(codec(type, abi).decode(bytes));
  if (domid === undefined || domid >= FIRST_RESERVED || host.domains.has(domid)) return undefined;
  const isReservation = type === xen_memory_reservation;
  const extents = isReservation ? codec(xen_memory_reservation, abi).decode(bytes).nr_extents : 0n;
  return isThere(issued, expected, result, extents) ? domid : undefined;
}
