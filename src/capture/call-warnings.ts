import type { Command } from '../../abi/index.js';
import { hex } from '../codec/index.js';
import type { Abi } from '../layout/index.js';
import { type ArgumentRead, type ListRead, sizeOf } from './observe.js';
import { handleWarnings } from './warnings/handles.js';
import { type Warning, warningsOf } from './warnings/index.js';

/**
 * Lists whose elements end where the captured bytes do. One that the call only writes is missed
 * only when a part of it is there; of a NULL handle it is said already, where it may not be one.
 */
function truncations(abi: Abi, lists: readonly ListRead[]): Warning[] {
  return lists.flatMap(({ path, address, length, type, before, reference }): Warning[] => {
    const have = before?.length ?? 0;
    if (!type || BigInt(have) === length) return [];
    if (!before && (reference.direction === 'out' || address === 0n)) return [];
    return [
      {
        code: 'list-truncated',
        path,
        offset: have * sizeOf(type, abi),
        message: `${path}: the capture has ${have} of ${length} elements`,
        address: hex(address),
      },
    ];
  });
}

/** A list that a register points to, as a multicall's. */
const ofRegister = (abi: Abi, { address, reference }: ListRead): Warning[] =>
  handleWarnings(reference, abi, 0, false).map((w) => ({ ...w, address: hex(address) }));

/** Every warning of a call's argument and lists, with the address of the one it is about. */
export function warningsOfCall(
  abi: Abi,
  command: Command | undefined,
  argument: ArgumentRead | undefined,
  lists: readonly ListRead[],
): Warning[] {
  if (!argument)
    return [...lists.flatMap((list) => ofRegister(abi, list)), ...truncations(abi, lists)];
  const { type, address, bytes, value } = argument;
  const at = hex(address);
  if (value === undefined) {
    const size = sizeOf(type, abi);
    const message = `the capture has ${bytes.length} of the ${size} bytes of ${type.name}`;
    return bytes.length === 0
      ? []
      : [{ code: 'argument-truncated', path: '', offset: bytes.length, message, address: at }];
  }
  return [
    ...warningsOf({ type, abi, bytes, value }, command?.optional).map((w) => ({
      ...w,
      address: at,
    })),
    ...truncations(abi, lists),
  ];
}
