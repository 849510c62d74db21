import { register } from '../capture/register.js';
import {
  type Command,
  hypercalls,
  type InterfaceName,
  interfaces,
  MEMOP_CMD_MASK,
  MEMOP_EXTENT_SHIFT,
  multicall_entry,
} from '../../abi/index.js';
import type { CodecFor } from '../codec/index.js';
import { type Abi, architectures } from '../layout/index.js';
import type { Choices } from './commands/choices.js';
import { type Context, error } from './commands/context.js';
import type { Domain } from './state/domain.js';
import { execute } from './commands/execute.js';
import type { Host } from './state/host.js';
import { UnknownFact } from './commands/queries.js';

/** A hypercall as the guest's registers have it. */
export interface Hypercall {
  readonly caller: Domain;
  readonly number: number;
  readonly args: readonly bigint[];
}

/** A hypercall with what a recording says came of it; an entry of a multicall has its own. */
export interface Issued extends Hypercall {
  readonly result?: bigint | undefined;
}

/** A hypervisor with its guests. */
export interface Machine {
  readonly host: Host;
  readonly abi: Abi;
  readonly codec: CodecFor;
  readonly commands: ReadonlyMap<number, Command>;
  /** Where each call's free choices come from. */
  choicesFor(context: Omit<Context, 'choices'>, command: Command, issued: Issued): Choices;
}

export function createMachine(
  host: Host,
  header: { readonly abi: string; readonly interface: string },
  codec: CodecFor,
  choicesFor: Machine['choicesFor'],
): Machine {
  return {
    host,
    abi: architectures[header.abi as keyof typeof architectures],
    codec,
    commands: new Map(interfaces[header.interface as InterfaceName].map((c) => [c.number, c])),
    choicesFor,
  };
}

function memoryOp(machine: Machine, issued: Issued): bigint {
  const word = register(machine.abi, issued.args[0]);
  const argument = register(machine.abi, issued.args[1]);
  const command = machine.commands.get(Number(word & BigInt(MEMOP_CMD_MASK)));
  if (!command) return error('ENOSYS');
  const { host, abi, codec } = machine;
  const startExtent = word >> BigInt(MEMOP_EXTENT_SHIFT);
  const context = { host, caller: issued.caller, abi, codec, startExtent, argument };
  const choices = machine.choicesFor(context, command, issued);
  return execute({ ...context, choices }, command);
}

/** Issues one entry of a multicall. */
export type IssueEntry = (
  index: number,
  entry: Hypercall,
  /** The guest address of the entry. */
  at: bigint,
) => bigint;

/** A multicall: its entries one after the other, each result written to its entry. */
function multicall(machine: Machine, { caller, args }: Hypercall, issue: IssueEntry): bigint {
  const list = register(machine.abi, args[0]);
  const count = register(machine.abi, args[1]);
  const { abi, codec } = machine;
  const entries = codec(multicall_entry, abi);
  for (let i = 0; BigInt(i) < count; i++) {
    const at = list + BigInt(i * entries.size);
    const bytes = caller.memory.read(at, entries.size);
    if (!bytes) return error('EFAULT');
    const entry = entries.decode(bytes);
    const number = Number(entry.op);
    const result =
      number === hypercalls.multicall
        ? error('EINVAL')
        : issue(i, { caller, number, args: entry.args }, at);
    entries.encodeInto({ ...entry, result: BigInt.asUintN(abi.sizes.long * 8, result) }, bytes);
    if (!caller.memory.write(at, bytes)) return error('EFAULT');
  }
  return 0n;
}

/**
 * Issues a hypercall and tells what it returns.
 * @param issue what is done with each entry of a multicall
 * @throws UnknownMemory, UnknownFact where the outcome depends on what nobody recorded
 */
export function hypercall(
  machine: Machine,
  issued: Issued,
  issue: IssueEntry = (_, entry) => hypercall(machine, entry),
): bigint {
  if (issued.number === hypercalls.memory_op) return memoryOp(machine, issued);
  if (issued.number === hypercalls.multicall) return multicall(machine, issued, issue);
  throw new UnknownFact(`hypercall ${issued.number} is not modelled`);
}
