import type { Command } from '../../abi/index.js';
import { hex } from '../codec/index.js';
import type { Abi } from '../layout/index.js';
import { type ArgumentRead, type ListRead, sizeOf } from './observe.js';
import { type Warning, warningsOf } from './warnings/index.js';

/** Lists of which the capture has not all elements that the call could read. */
function truncations(
  abi: Abi,
  command: Command | undefined,
  lists: readonly ListRead[],
): Warning[] {
  return lists.flatMap(({ path, address, length, type, before, reference }): Warning[] => {
    const have = BigInt(before?.length ?? 0);
    const isUnread =
      reference.direction === 'out' || (address === 0n && command?.optional?.includes(path));
    if (!type || have === length || isUnread) return [];
    return [
      {
        code: 'list-truncated',
        path,
        offset: Number(have) * sizeOf(type, abi),
        message: `${path}: the capture has ${have} of ${length} elements`,
        address: hex(address),
      },
    ];
  });
}

/** Every warning of a call's argument and lists, with the address of the one it is about. */
export function warningsOfCall(
  abi: Abi,
  command: Command | undefined,
  argument: ArgumentRead | undefined,
  lists: readonly ListRead[],
): Warning[] {
  if (!argument) return truncations(abi, command, lists);
  const { type, address, bytes, value } = argument;
  const at = hex(address);
  if (value === undefined) {
    const size = sizeOf(type, abi);
    const message = `the capture has ${bytes.length} of the ${size} bytes of ${type.name}`;
    return bytes.length === 0
      ? []
      : [{ code: 'argument-truncated', path: '', offset: bytes.length, message, address: at }];
  }
  const directions = new Map(lists.map(({ reference }) => [reference.path, reference.direction]));
  return [
    ...warningsOf({ type, abi, bytes, value }, { optional: command?.optional, directions }).map(
      (w) => ({
        ...w,
        address: at,
      }),
    ),
    ...truncations(abi, command, lists),
  ];
}
