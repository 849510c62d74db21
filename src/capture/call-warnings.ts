import { hex } from '../codec/index.js';
import type { Abi } from '../layout/index.js';
import type { Request } from './hypercall/read.js';
import type { ListReference } from './lists.js';
import { type ListRead, sizeOf } from './observe.js';
import { handleWarnings, overlapWarnings } from './warnings/handles.js';
import { type Warning, warningsOf } from './warnings/index.js';

/**
 * Lists whose elements end where the captured bytes do. One that the call only writes is missed
 * only when a part of it is there; of a NULL handle it is said already, where it may not be one.
 */
function truncations(abi: Abi, lists: readonly ListRead[]): Warning[] {
  return lists.flatMap(
    ({ path, address, length, type, before, reference, isLeftOut }): Warning[] => {
      const have = before?.length ?? 0;
      const wanted = (reference.direction === 'out' && reference.after) || length;
      if (isLeftOut)
        return [
          {
            code: 'list-left-out',
            path,
            offset: 0,
            message: `${path}: its elements are in earlier lines, of which enough has been repeated`,
            address: hex(address),
          },
        ];
      if (!type || BigInt(have) >= wanted) return [];
      if (!before && (reference.direction === 'out' || address === 0n)) return [];
      const all = reference.isEndless
        ? `${have} elements, and not the last`
        : `${have} of ${wanted} elements`;
      return [
        {
          code: 'list-truncated',
          path,
          offset: have * sizeOf(type, abi),
          message: `${path}: the capture has ${all}`,
          address: hex(address),
        },
      ];
    },
  );
}

/** Lists that registers, or handles in elements of lists, point to. */
const elsewhere = (abi: Abi, lists: readonly ListReference[]): Warning[] =>
  [
    ...lists.flatMap((list) =>
      handleWarnings(list, abi, 0).map((one) => ({ one, address: list.address })),
    ),
    ...overlapWarnings(lists, abi, () => 0).map((one) => ({
      one,
      address: lists.find(({ path }) => path === one.path)!.address,
    })),
  ].map(({ one, address }) => ({ ...one, address: hex(address) }));

/** Of what an operation only writes, the bytes before the call say nothing. */
function isOfOutput({ operation, step, member }: Request, { code, path }: Warning): boolean {
  const { direction } = step ?? operation ?? {};
  return (
    (code === 'unknown-flags' || code === 'must-be-zero') &&
    direction === 'out' &&
    (typeof member !== 'string' || path.startsWith(`${member}.`))
  );
}

/** Every warning of a call's argument and lists, with the address of the one it is about. */
export function warningsOfMemory(abi: Abi, request: Request): Warning[] {
  const { argument, lists, registers } = request;
  const names = new Set(registers.map(({ member }) => member.name));
  const isOutside = ({ path }: ListRead): boolean => names.has(path.split(/\W/)[0]!);
  const references = (of: readonly ListRead[]): ListReference[] => of.map((one) => one.reference);
  const outside = [
    ...elsewhere(abi, references(lists.filter(isOutside))),
    ...truncations(abi, lists),
  ];
  if (!argument) return outside;
  const { type, whole, address, bytes, value } = argument;
  const at = hex(address);
  if (value === undefined) {
    const size = sizeOf(type, abi);
    const message = `the capture has ${bytes.length} of the ${size} bytes of ${type.name}`;
    return bytes.length === 0
      ? outside
      : [
          { code: 'argument-truncated', path: '', offset: bytes.length, message, address: at },
          ...outside,
        ];
  }
  const own = references(lists.filter((one) => !isOutside(one)));
  return [
    ...warningsOf({ type, whole, abi, bytes, value }, own)
      .filter((one) => !isOfOutput(request, one))
      .map((one) => ({ ...one, address: at })),
    ...outside,
  ];
}
