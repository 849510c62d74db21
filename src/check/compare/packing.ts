import { type Abi, type CompoundLayout, isCompound, layoutOf } from '../../layout/index.js';
import { uint32_t, uint64_t } from '../../schema/index.js';
import { recordedAlign } from '../object-layout.js';
import type { Rewrite } from './rewrite.js';

/** A packed declaration: every struct in it, too. */
export const packedAll: Rewrite = (type) =>
  type.kind === 'struct' || type.kind === 'union' ? { ...type, packed: true } : undefined;
export const PACKED = 'packed: the compiler was told to leave no padding';

export const PACKED_TO = 'packed: the compiler was told to align no field to more than';
/** As `#pragma pack(4)` aligns: what has an alignment of its own, too. */
export const packedTo =
  (most: number, abi: Abi): Rewrite =>
  (type) => {
    if (type.kind === 'handle') return layoutOf(type, abi).size === 8 ? uint64_t : uint32_t;
    const isMore = type.kind === 'alias' && type.align !== undefined && type.align > most;
    return isMore ? { ...type, align: most } : undefined;
  };
/** An architecture on which no scalar is aligned to more. */
export function clamped(abi: Abi, most: number): Abi {
  const { 1: one, 2: two, 4: four, 8: eight } = abi.aligns;
  const aligns = {
    1: one,
    2: Math.min(two, most),
    4: Math.min(four, most),
    8: Math.min(eight, most),
  };
  return { ...abi, aligns };
}

/** Of structs that were asked about: thousands of members may share one type. */
const known = new WeakMap<CompoundLayout['members'], boolean>();

/** Whether a struct has less room than its members' alignment asks for: only packing does that. */
export function isSqueezed(theirs: CompoundLayout): boolean {
  if (recordedAlign(theirs) === 1) return true;
  const old = known.get(theirs.members);
  if (old !== undefined) return old;
  const found = theirs.members.some(
    ({ offset, layout, bits }) =>
      (!bits && offset % layout.align !== 0) ||
      theirs.size % layout.align !== 0 ||
      (isCompound(layout) && isSqueezed(layout)),
  );
  known.set(theirs.members, found);
  return found;
}
