import {
  type Command,
  errno,
  hypercalls,
  MEMOP_EXTENT_SHIFT,
  multicall_entry,
} from '../../abi/index.js';
import type { CodecFor } from '../codec/index.js';
import { type Abi, architectures } from '../layout/index.js';
import { handle, uint64_t } from '../schema/index.js';
import { warningsOfCall } from './call-warnings.js';
import type { Call, CaptureHeader } from './capture.js';
import { commandOf } from './command.js';
import { fragmentWarnings } from './warnings/fragments.js';
import type { DecodedCall } from './decoded.js';
import { type ListReference, listsIn } from './lists.js';
import { createMemory, type Memory } from './memory.js';
import {
  type ArgumentRead,
  type Look,
  readAgain,
  readArgument,
  readList,
  readListAgain,
} from './observe.js';
import { register } from '../layout/register.js';

/** The name of a negative result, the first where two names share a number. */
export function errnoName(result: bigint): string | undefined {
  return result < 0n
    ? Object.entries(errno).find(([, number]) => BigInt(number) === -result)?.[0]
    : undefined;
}

/** Where the rest of a multicall is: a list of entries, counted by the second register. */
const CALL_LIST = handle('multicall_entry *', multicall_entry, uint64_t);

/** The list of a multicall is named by two registers, all others by handles in the argument. */
function listsOf(
  call: Call,
  command: Command | undefined,
  argument: ArgumentRead | undefined,
): ListReference[] {
  const [list, length] = call.args;
  if (call.hypercall === hypercalls.multicall && list !== undefined && length !== undefined)
    return [{ path: 'call_list', handle: CALL_LIST, direction: 'inout', address: list, length }];
  if (!argument || argument.value === undefined) return [];
  return listsIn(argument.type, argument.value).map((reference) => {
    const direction = command?.lists?.[reference.path] ?? reference.direction;
    return { ...reference, ...(direction && { direction }) };
  });
}

/**
 * Decodes the calls of one capture in their order: bytes once seen stay known until a call
 * or a later fragment changes them, for each domain by itself.
 */
export function createCallDecoder(
  header: Pick<CaptureHeader, 'abi' | 'interface' | 'domid'>,
  codec: CodecFor,
): (call: Call) => DecodedCall {
  const abi: Abi = architectures[header.abi];
  const memories = new Map<number | undefined, Memory>();

  function memoryOf({ domid = header.domid }: Call): Memory {
    let memory = memories.get(domid);
    if (!memory) memories.set(domid, (memory = createMemory()));
    return memory;
  }

  return (call) => {
    const memory = memoryOf(call);
    for (const { address: at, before } of call.memory) memory.write(at, before);
    const [first, second] = call.args.map((value) => register(abi, value));
    const word = call.hypercall === hypercalls.memory_op ? first : undefined;
    const command = commandOf(call, header);
    const look: Look = { memory, abi, codec };
    const argument =
      command?.argument && second !== undefined
        ? readArgument(look, command.argument, second)
        : undefined;
    const lists = listsOf(call, command, argument).map((reference) => readList(look, reference));
    const isWritten = call.memory.some(({ after }) => after);
    for (const { address: at, after } of call.memory) if (after) memory.write(at, after);
    return {
      call,
      abi,
      ...(command && { command }),
      startExtent: (word ?? 0n) >> BigInt(MEMOP_EXTENT_SHIFT),
      ...(argument && { argument: readAgain(look, argument) }),
      lists: lists.map((list) => readListAgain(look, list, isWritten)),
      warnings: [
        ...fragmentWarnings(call, command, header.interface, abi),
        ...warningsOfCall(abi, command, argument, lists),
      ],
    };
  };
}
