import { overlaps, type Pairing } from './pair.js';
import { inBits, isAddress, type Placed } from './shape.js';

/** Whether parts lie back to back from the first bit of a word to its last. */
function fill(parts: readonly Placed[], start: number, width: number): boolean {
  let end = start;
  for (const one of parts.toSorted((a, b) => inBits(a).start - inBits(b).start)) {
    const bits = inBits(one);
    if (bits.start !== end) return false;
    end += bits.width;
  }
  return end === start + width;
}

/**
 * Whether parts are what some headers have for a word of flags: bit-fields of the word's type, or
 * of narrower ones, and then with integers among them, but without a gap.
 * @param start the word's first bit
 */
export function areBitParts(parts: readonly Placed[], start: number, size: number): boolean {
  const width = size * 8;
  const isInside = (one: Placed): boolean => {
    const bits = inBits(one);
    return bits.start >= start && bits.start + bits.width <= start + width;
  };
  if (parts.length < 2 || !parts.every(isInside)) return false;
  if (parts.every(({ bits, layout }) => bits && layout.size === size)) return true;
  return (
    parts.some(({ bits }) => bits) &&
    parts.every(({ bits, layout }) => bits || (layout.kind === 'int' && !isAddress(layout))) &&
    fill(parts, start, width)
  );
}

/** How a word in parts is told. */
export const partsText = (path: string, parts: readonly Placed[]): string =>
  `${path} is kept in ${parts.length} ${parts.every(({ bits }) => bits) ? 'bit-fields' : 'parts'}`;

/** The parts that they have for a word; none where theirs is something else. */
function bitPartsOf(ours: Placed, theirs: readonly Placed[]): readonly Placed[] {
  if (ours.bits || ours.layout.kind !== 'int' || isAddress(ours.layout)) return [];
  const there = theirs.filter((one) => overlaps(one, ours));
  return areBitParts(there, ours.offset * 8, ours.layout.size) ? there : [];
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
