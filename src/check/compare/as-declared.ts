import { type CompoundLayout, isCompound, type Layout } from '../../layout/index.js';
import { array, compound, recordedAlign } from '../object-layout.js';
import { wordsInBits } from './bit-parts.js';
import { pairedMembers } from './compare.js';
import { membersOf, overlay, unwrapped } from './shape.js';

/**
 * An object's struct in the ABI's terms, so that the two can be compared entry by entry: fields
 * under our names, and a handle as one integer, whatever it is wrapped in. Offsets and sizes
 * stay the object's.
 */
export function asDeclared(ours: CompoundLayout, theirs: CompoundLayout): CompoundLayout {
  const pairing = pairedMembers(ours, theirs);
  const known = [...pairing.pairs].map(([our, their]) => ({
    ...their,
    name: our.name,
    layout: adapted(our.layout, their.layout),
  }));
  const words = wordsInBits(pairing);
  const parts = new Set([...words.values()].flat());
  const others = pairing.extra.filter((one) => !parts.has(one));
  const members = [...known, ...words.keys(), ...others].toSorted((a, b) => a.offset - b.offset);
  const { type, kind, size } = theirs;
  const name = 'name' in type ? type.name : null;
  return compound(kind, name, size, members, recordedAlign(theirs));
}

const isInteger = (layout: Layout): boolean => layout.kind === 'int';

function adapted(ours: Layout, theirs: Layout): Layout {
  if (isCompound(ours) && isCompound(theirs)) return asDeclared(ours, theirs);
  if (isCompound(ours))
    return overlay(ours, isInteger) && ours.size === theirs.size ? ours : theirs;
  if (ours.kind === 'array' && theirs.kind === 'array')
    return array(adapted(ours.element, theirs.element), theirs.length);
  const inner = unwrapped(theirs);
  if (ours.kind !== 'int' || !isCompound(inner)) return inner;
  return membersOf(inner).find(({ layout }) => layout.size === inner.size)?.layout ?? inner;
}
