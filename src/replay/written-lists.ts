import type { Command } from '../../abi/index.js';
import { elementLayout, listsIn } from '../capture/lists.js';
import type { Asked } from '../hypervisor/guest/call.js';

/** A list that a command may write. */
export interface WrittenList {
  readonly address: bigint;
  readonly length: bigint;
  /** Bytes of an element. */
  readonly size: bigint;
}

/** No list is longer: the numbers of its extents have so many bits. */
const MOST_ELEMENTS = 1n << 26n;

/** The lists that a command's argument names for it to write, as far as the argument is known. */
export function* writtenLists(
  { abi, codec, caller, argument }: Pick<Asked, 'abi' | 'codec' | 'caller' | 'argument'>,
  { argument: type, lists = {} }: Command,
): Generator<WrittenList> {
  if (!type) return;
  const { size, decode } = codec(type, abi);
  const bytes = caller.memory.peek(argument, size);
  if (bytes.length < size) return;
  for (const { path, handle, address, length } of listsIn(type, decode(bytes))) {
    const direction = lists[path]?.direction;
    if (direction === undefined || direction === 'in') continue;
    yield {
      address,
      length: length < MOST_ELEMENTS ? length : MOST_ELEMENTS,
      size: BigInt(elementLayout(handle, abi)?.size ?? 1),
    };
  }
}

/** Whether a list that a command writes lies upon its argument: a preemption has that read again. */
export function isUponArgument(asked: Asked, command: Command): boolean {
  const { abi, codec, argument } = asked;
  const end = argument + BigInt(command.argument ? codec(command.argument, abi).size : 0);
  for (const { address, length, size } of writtenLists(asked, command))
    if (length > 1n && address < end && argument < address + length * size) return true;
  return false;
}
