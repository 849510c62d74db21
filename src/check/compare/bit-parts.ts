import { overlaps, type Pairing } from './pair.js';
import { inBits, isAddress, type Placed } from './shape.js';

/** Whether a member is a bit-field in the word that an integer of ours is. */
function isPartOf(part: Placed, ours: Placed): boolean {
  const [word, bits] = [inBits(ours), inBits(part)];
  return (
    part.bits !== undefined &&
    part.layout.size === ours.layout.size &&
    bits.start >= word.start &&
    bits.start + bits.width <= word.start + word.width
  );
}

/**
 * The bit-fields that some headers have for a word of flags: all that they have at its place,
 * and several. None where theirs is something else.
 */
function bitPartsOf(ours: Placed, theirs: readonly Placed[]): readonly Placed[] {
  if (ours.bits || ours.layout.kind !== 'int' || isAddress(ours.layout)) return [];
  const there = theirs.filter((one) => overlaps(one, ours));
  return there.length > 1 && there.every((one) => isPartOf(one, ours)) ? there : [];
}

/** Our integers for which they have bit-fields, with these. */
export function wordsInBits({
  ours,
  pairs,
  extra,
}: Pairing): ReadonlyMap<Placed, readonly Placed[]> {
  const left = ours.filter((one) => !pairs.has(one));
  const all = left.map((one) => [one, bitPartsOf(one, extra)] as const);
  return new Map(all.filter(([, parts]) => parts.length > 0));
}
