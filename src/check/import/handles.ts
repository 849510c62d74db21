import type { CompoundLayout } from '../../layout/index.js';
import {
  aligned,
  handle,
  type IntegerType,
  perAbi,
  type Type,
  uint64_t,
  uint8_t,
  uintptr_t,
} from '../../schema/index.js';
import type { Seen } from './merge.js';
import { standardTypedef } from './scalars.js';

/** The names by which Xen's headers know the integers behind handles. */
const INTEGERS = /^(uint|int)(8|16|32|64)$/;

/** In what a handle is kept: eight bytes, aligned to eight, or as much as a pointer needs. */
const storageOf = ({ abi, layout }: Seen): 'wide' | 'pointer' =>
  layout.size > abi.sizes.pointer || (layout as CompoundLayout).kind === 'union'
    ? 'wide'
    : 'pointer';

/**
 * A guest handle of Xen's headers, as a handle: the address of a list, and not the struct around a
 * pointer that C needs for it.
 */
export function handleOf(
  name: string,
  seen: readonly Seen[],
  declared: (tag: string) => Type | undefined,
): Type {
  const bare = name.replace(/^const_/, '');
  const integer = INTEGERS.test(bare) ? `${bare}_t` : bare;
  const target =
    standardTypedef(integer) ??
    (bare === 'void' ? uint8_t : (declared(bare) ?? declared(bare.replace(/_t$/, ''))));
  const wide = aligned(8, uint64_t, 'uint64_aligned_t');
  const narrow = seen.filter((one) => storageOf(one) === 'pointer');
  const storage: IntegerType =
    narrow.length === seen.length
      ? uintptr_t
      : narrow.length === 0
        ? wide
        : perAbi(
            'guest_handle',
            Object.fromEntries(narrow.map(({ where }) => [where.abi, uintptr_t] as const)),
            wide,
          );
  return handle(`XEN_GUEST_HANDLE(${name})`, target, storage);
}
