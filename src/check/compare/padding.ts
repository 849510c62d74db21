import type { Layout } from '../../layout/index.js';
import { overlaps } from './pair.js';
import type { Placed } from './shape.js';

/** Fields that only fill a gap: their names differ everywhere. */
export const isPadding = (name: string): boolean =>
  /^_*(pad|padding|rsvd|reserved|unused|bindgen_padding|bindgen_align)_?\d*_*$/i.test(name);

/** Whether a member only names padding that we have, too; what makes a struct longer does not. */
export const isInPadding = (one: Placed, ours: Layout, expected: readonly Placed[]): boolean =>
  isPadding(one.name.split('.').at(-1)!) &&
  one.offset + one.layout.size <= ours.size &&
  !expected.some((our) => overlaps(one, our));
