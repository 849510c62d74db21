import { MEMOP_CMD_MASK, MEMOP_EXTENT_SHIFT, multicall_entry } from '../../../abi/index.js';
import { register } from '../../layout/register.js';
import { error } from '../guest/call.js';
import { execute } from './execute.js';
import { isCompat } from '../guest/handles.js';
import type { Issued, Machine } from '../machine.js';
import { resultSlot } from '../multicall.js';

/** A command word, split into command and start extent, and its command executed to its end. */
export function memoryOp(machine: Machine, issued: Issued): bigint {
  const word = register(machine.abi, issued.args[0]);
  const argument = register(machine.abi, issued.args[1]);
  const command = machine.commands.get(Number(word & BigInt(MEMOP_CMD_MASK)));
  if (!command) return error('ENOSYS');
  const { host, abi, codec } = machine;
  const startExtent = word >> BigInt(MEMOP_EXTENT_SHIFT);
  const asked = { host, caller: issued.caller, abi, codec, startExtent, argument };
  const choices = machine.choicesFor(asked, command);
  return execute({ ...asked, choices }, command, ({ startExtent: extent, lost }) => {
    const word = (extent << BigInt(MEMOP_EXTENT_SHIFT)) | BigInt(command.number);
    const { entry } = issued;
    if (entry === undefined) return lost;
    return resume(machine, issued, entry, word) ? undefined : 0n;
  });
}

/**
 * A preempted entry of a multicall goes on from guest memory: its registers are written there.
 * The compat layer writes six of them, and knows but two (compat/multicall.c, and measured).
 * @returns whether the call goes on: not where its result cannot be written
 */
function resume({ abi, codec }: Machine, issued: Issued, entry: bigint, word: bigint): boolean {
  const { caller, args, lose } = issued;
  const { address, size } = resultSlot(abi, entry);
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
