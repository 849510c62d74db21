import { type CompoundLayout, isCompound, type Layout } from '../../layout/index.js';
import { recordedAlign } from '../object-layout.js';
import { partsText, wordsInBits } from './bit-parts.js';
import { compareScalars } from './compare-scalars.js';
import type { Comparison } from './difference.js';
import { isInPadding, isPadding, padded } from './padding.js';
import { overlaps, pairMembers, type Pairing } from './pair.js';
import { type At, differ, mismatch, report, type Report, within } from './report.js';
import {
  flattened,
  inBits,
  isEmpty,
  membersOf,
  overlay,
  type Placed,
  shapeOf,
  unwrapped,
} from './shape.js';

/** Compares what an object has with what the ABI says, by offset, size and shape. */
export function compareLayouts(ours: CompoundLayout, theirs: CompoundLayout): Comparison {
  const to = report();
  compareCompounds(ours, theirs, START, to);
  differ(to, '', 'size', ours.size, theirs.size);
  compareAlignment(ours, theirs, to);
  return to;
}

/**
 * Debug information has no alignment but that of an attribute, and of packing not even that.
 * What is left is that sizeof is a multiple of it: then only that much is known.
 */
function compareAlignment(ours: Layout, theirs: Layout, to: Report): void {
  if (recordedAlign(theirs) !== undefined) differ(to, '', 'align', ours.align, theirs.align);
  else if (theirs.size % ours.align !== 0)
    to.differences.push({ path: '', what: 'align', expected: ours.align, actual: null });
  else if (theirs.align < ours.align)
    to.notes.push(
      `the debug info does not show an alignment of ${ours.align}; its fields alone need ${theirs.align}`,
    );
}

const START: At = { path: '', called: '', ours: 0, theirs: 0 };

/** Which members of two structs are the same, other names included. */
export const pairedMembers = (ours: CompoundLayout, theirs: CompoundLayout): Pairing =>
  pairMembers(membersOf(ours), membersOf(theirs), (a, b) => {
    const trial = report();
    compareMember(a, b, START, trial);
    return trial.differences.length === 0;
  });

function compareCompounds(ours: CompoundLayout, theirs: CompoundLayout, at: At, to: Report): void {
  const pairing = pairedMembers(ours, theirs);
  const { ours: expected, pairs, renamed, extra } = pairing;
  const words = wordsInBits(pairing);
  const pads = padded(pairing, ours.size);
  const known = new Set([...words.values()].flat().concat(...pads.values()));
  for (const [one, other, isShared] of renamed) {
    // Said where the types are compared.
    if (isCompound(one.layout) && !isCompound(other.layout)) continue;
    const path = within(at, one.name);
    to.notes.push(
      isShared
        ? `${path} is not named; ${other.name} has its bytes`
        : `${path} is ${isPadding(other.name) && !isPadding(one.name) ? 'only padding here, ' : ''}called ${other.name}`,
    );
  }
  for (const one of expected) {
    const other = pairs.get(one);
    const path = within(at, one.name);
    const [parts, pad] = [words.get(one), pads.get(one)];
    if (other) compareMember(one, other, at, to);
    else if (parts) to.notes.push(partsText(path, parts));
    else if (pad) to.notes.push(`${path} is only padding here, called ${pad.name}`);
    else
      to.differences.push({ path, what: 'missing', expected: at.ours + one.offset, actual: null });
  }
  const paired = [...pairs.values()];
  for (const one of extra) {
    if (known.has(one)) continue;
    const path = within(at, one.name);
    // In C++ an empty struct has a byte.
    if (isEmpty(one.layout)) to.notes.push(`${path} is empty`);
    else if (isInPadding(one, ours, expected))
      to.notes.push(
        isPadding(one.name)
          ? `${path} names padding`
          : `${path} lies in padding, where no field is`,
      );
    else if (paired.some((other) => overlaps(one, other)))
      to.notes.push(`${path} is one more member of a union`);
    else
      to.differences.push({ path, what: 'extra', expected: null, actual: at.theirs + one.offset });
  }
}

function compareMember(ours: Placed, theirs: Placed, at: At, to: Report): void {
  const path = within(at, ours.name);
  const inner: At = {
    path,
    called: theirs.name,
    ours: at.ours + ours.offset,
    theirs: at.theirs + theirs.offset,
  };
  if (ours.bits || theirs.bits) {
    const [a, b] = [inBits(ours), inBits(theirs)];
    differ(to, path, 'bit', at.ours * 8 + a.start, at.theirs * 8 + b.start);
    differ(to, path, 'width', a.width, b.width);
    return;
  }
  differ(to, path, 'offset', inner.ours, inner.theirs);
  compareTypes(ours.layout, theirs.layout, inner, to);
}

/** The element of an array of no bytes: C's flexible one, or GNU's of no elements. */
const openElement = (layout: Layout): Layout | undefined =>
  layout.kind === 'flexible' || (layout.kind === 'array' && layout.length === 0)
    ? layout.element
    : undefined;

/** The types of one field on both sides: size and shape, and what is inside. */
function compareTypes(ours: Layout, theirs: Layout, at: At, to: Report): void {
  if (ours.kind === 'struct' || ours.kind === 'union') {
    if (isCompound(theirs)) {
      compareCompounds(ours, theirs, at, to);
      differ(to, at.path, 'size', ours.size, theirs.size);
    } else compareWithScalar(ours, theirs, at, to);
    return;
  }
  const element = openElement(ours);
  const other = element && openElement(unwrapped(theirs));
  if (element && other) compareTypes(element, other, at, to);
  else if (element) mismatch(ours, theirs, at, to);
  else if (ours.kind === 'array' || ours.kind === 'chars') compareArrays(ours, theirs, at, to);
  else compareScalars(ours, unwrapped(theirs), at, to);
}

/** A plain integer where we have a struct around one, or a union. */
function compareWithScalar(ours: CompoundLayout, theirs: Layout, at: At, to: Report): void {
  const inner = unwrapped(ours);
  const isLike = (one: Layout): boolean => one.kind === 'int' && theirs.kind === 'int';
  if (!isCompound(inner)) compareTypes(inner, theirs, at, to);
  else if (ours.size === theirs.size && overlay(ours, isLike))
    to.notes.push(`${at.path} is a plain ${at.called} in place of the ${ours.kind}`);
  else mismatch(ours, theirs, at, to);
}

function compareArrays(ours: Layout, theirs: Layout, at: At, to: Report): void {
  const { path } = at;
  const other = unwrapped(theirs);
  const [all, b] = [flattened(ours), flattened(other)];
  // Only ours are characters: of theirs that is what nothing is known of, as floating point.
  const isText = all.element.kind === 'chars';
  const a = isText ? { ...all, length: all.length * all.element.size } : all;
  if (other.kind !== 'array' && a.length !== 1) return mismatch(ours, other, at, to);
  differ(to, path, 'size', ours.size, theirs.size);
  if (a.length !== b.length) {
    if (ours.size === theirs.size) differ(to, path, 'length', a.length, b.length);
    to.notes.push(`${path} has ${b.length} elements, should have ${a.length}`);
  }
  const element = { ...at, path: `${path}[0]` };
  if (!isText) compareTypes(a.element, b.element, element, to);
  else if (b.element.size !== 1) differ(to, element.path, 'size', 1, b.element.size);
  else differ(to, element.path, 'shape', 'integer', shapeOf(unwrapped(b.element)));
}
