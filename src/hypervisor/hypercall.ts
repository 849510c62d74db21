import { register } from '../capture/register.js';
import {
  type Command,
  hypercalls,
  type InterfaceName,
  interfaces,
  MEMOP_CMD_MASK,
  MEMOP_EXTENT_SHIFT,
  multicall_entry,
  x86Hypercalls,
} from '../../abi/index.js';
import type { CodecFor } from '../codec/index.js';
import { type Abi, architectures, type CompoundLayout, layoutOf } from '../layout/index.js';
import type { Choices, Slot } from './commands/choices.js';
import { type Context, error } from './commands/context.js';
import type { Domain } from './state/domain.js';
import { execute } from './commands/execute.js';
import { isCompat, isListOkay } from './commands/handles.js';
import type { Host } from './state/host.js';
import { UnknownFact } from './commands/queries.js';

/** A hypercall as the guest's registers have it. */
export interface Hypercall {
  readonly caller: Domain;
  readonly number: number;
  readonly args: readonly bigint[];
  /** Where guest memory has it, if it is an entry of a multicall. */
  readonly entry?: bigint;
  /** Told that a preempted entry does not go on. */
  readonly lose?: () => void;
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
  return execute({ ...context, choices }, command, (extent) =>
    resume(machine, issued, (extent << BigInt(MEMOP_EXTENT_SHIFT)) | BigInt(command.number)),
  );
}

/**
 * A preempted entry of a multicall goes on from guest memory: its registers are written there.
 * The compat layer writes six of them, and knows but two (compat/multicall.c, and measured).
 * @returns whether the call goes on: not where its result cannot be written
 */
function resume(machine: Machine, issued: Hypercall, word: bigint): boolean {
  const { abi, codec } = machine;
  const { caller, args, entry, lose } = issued;
  if (entry === undefined) return true;
  const { address, size } = resultOf(machine, entry);
  if (!caller.memory.isWritable(address, size)) {
    lose?.();
    return false;
  }
  const entries = codec(multicall_entry, abi);
  const bytes = caller.memory.read(entry, entries.size);
  if (!bytes) return true;
  const [, argument = 0n, ...rest] = args;
  const others = isCompat({ abi, caller }) ? rest.map(() => 0n) : rest;
  entries.encodeInto({ ...entries.decode(bytes), args: [word, argument, ...others] }, bytes);
  caller.memory.write(entry, bytes);
  return true;
}

/** Where an entry of a multicall has its result. */
export function resultOf({ abi }: Pick<Machine, 'abi'>, entry: bigint): Slot {
  const { members } = layoutOf(multicall_entry, abi) as CompoundLayout;
  const { offset, layout } = members.find(({ name }) => name === 'result')!;
  return { address: entry + BigInt(offset), size: layout.size };
}

/** Of an entry only its result is written: the call may have changed the rest. */
function writeResult(machine: Machine, caller: Domain, at: bigint, result: bigint): boolean {
  const { address, size } = resultOf(machine, at);
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigInt64(0, result, true);
  return caller.memory.write(address, bytes.subarray(0, size));
}

/** public/xen.h: arch_7, one less than this, is the last hypercall. */
const HYPERCALLS = 56;
const ALL = new Set<number>(Object.values(hypercalls));
const ON_X86 = new Set<number>(x86Hypercalls.map((name) => hypercalls[name]));

/** Whether a number has no hypercall, on any architecture or on the guest's. */
const isNobodys = ({ abi }: Machine, number: number): boolean =>
  number >= HYPERCALLS || (!abi.name.startsWith('x86') && (!ALL.has(number) || ON_X86.has(number)));

/** Issues one entry of a multicall. */
export type IssueEntry = (index: number, entry: Hypercall & { readonly entry: bigint }) => bigint;

/** A multicall: its entries one after the other, each result written to its entry. */
function multicall(machine: Machine, { caller, args }: Hypercall, issue: IssueEntry): bigint {
  const list = register(machine.abi, args[0]);
  const count = BigInt.asUintN(32, args[1] ?? 0n);
  const { abi, codec } = machine;
  const entries = codec(multicall_entry, abi);
  // On 32-bit guests' handles nothing is refused here (measured).
  const isOkay =
    isCompat({ abi, caller }) || isListOkay({ abi, caller }, list, 0n, count, entries.size);
  if (!isOkay) return error('EFAULT');
  let isLost = false;
  const lose = (): void => void (isLost = true);
  for (let i = 0; BigInt(i) < count; i++) {
    const at = list + BigInt(i * entries.size);
    const bytes = caller.memory.read(at, entries.size);
    if (!bytes) return error('EFAULT');
    const { op, args: own } = entries.decode(bytes);
    const result = issue(i, { caller, number: Number(op), args: own, entry: at, lose });
    // The preempted call's error is then taken for the number of the next one (measured).
    if (!writeResult(machine, caller, at, result)) return error(isLost ? 'ENOSYS' : 'EFAULT');
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
  if (issued.number === hypercalls.multicall)
    // One inside another is refused.
    return issued.entry === undefined ? multicall(machine, issued, issue) : error('EINVAL');
  if (isNobodys(machine, issued.number)) return error('ENOSYS');
  throw new UnknownFact(`hypercall ${issued.number} is not modelled`);
}
