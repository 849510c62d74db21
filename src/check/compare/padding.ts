import type { Layout } from '../../layout/index.js';
import { overlaps, type Pairing } from './pair.js';
import { inBits, isEmpty, type Placed } from './shape.js';

/** What people and tools call a field that only fills a gap: bindgen, cgo, bpftool; Go has `_`. */
const NAMES: readonly string[] = [
  'align',
  'anon',
  'bindgen_align',
  'bindgen_padding',
  'blank',
  'dummy',
  'fill',
  'filler',
  'gap',
  'hole',
  'ignored',
  'mbz',
  'must_be_zero',
  'pad',
  'pad_cgo',
  'padding',
  'placeholder',
  'reserved',
  'rfu',
  'rsv',
  'rsvd',
  'skip',
  'spare',
  'unused',
];
const PADDING = new RegExp(`^(?:${NAMES.join('|')})?_?\\d*$`, 'i');

/** A name without the underscores around it: they stand in no pattern, where they could be shared. */
function bare(name: string): string {
  let [start, end] = [0, name.length];
  while (name[start] === '_') start++;
  while (end > start && name[end - 1] === '_') end--;
  return name.slice(start, end);
}

/** Whether a field, by its name or its path, only fills a gap. */
export const isPadding = (name: string): boolean => PADDING.test(bare(name.split('.').at(-1)!));

/** Whether one place is wholly inside another. */
function isWithin(one: Placed, other: Placed): boolean {
  const [inner, outer] = [inBits(one), inBits(other)];
  return inner.start >= outer.start && inner.start + inner.width <= outer.start + outer.width;
}

/**
 * Whether a member lies in padding that we have, too, whatever it is called: no field is where it
 * is. What makes a struct longer does not.
 */
export function isInPadding(one: Placed, ours: Layout, expected: readonly Placed[]): boolean {
  const { start, width } = inBits(one);
  return start + width <= ours.size * 8 && !expected.some((our) => overlaps(one, our));
}

/** Fields of ours over which they have nothing but padding, each with their name of it. */
export function padded({ ours, pairs, extra }: Pairing, size: number): ReadonlyMap<Placed, Placed> {
  const found = new Map<Placed, Placed>();
  for (const pad of extra) {
    if (!isPadding(pad.name) || isEmpty(pad.layout) || pad.offset + pad.layout.size > size)
      continue;
    const under = ours.filter((one) => overlaps(one, pad));
    if (under.every((one) => !pairs.has(one) && isWithin(one, pad)))
      for (const one of under) found.set(one, pad);
  }
  return found;
}
