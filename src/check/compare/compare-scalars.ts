import { isCompound, type Layout } from '../../layout/index.js';
import { areBitParts, partsText } from './bit-parts.js';
import { type At, mismatch, type Report } from './report.js';
import { isAddress, membersOf, overlay, type Placed } from './shape.js';

/** Whether two integers that are no addresses differ in being signed. */
const differInSign = (ours: Layout, theirs: Layout): boolean =>
  ours.kind === 'int' &&
  theirs.kind === 'int' &&
  !isAddress(ours) &&
  !isAddress(theirs) &&
  ours.signed !== theirs.signed;

const isWord = (layout: Layout): boolean => layout.kind === 'int';

/** Integers back to back, which together are all of a handle. */
function isWhole(parts: readonly Placed[], size: number): boolean {
  let end = 0;
  for (const { offset, layout, bits } of parts) {
    if (bits || !isWord(layout) || offset !== end) return false;
    end += layout.size;
  }
  return end === size;
}

/** Whether a struct is nothing but bit-fields, or what fills a word beside them. */
const isInBits = (parts: readonly Placed[], size: number): boolean =>
  (parts.length > 1 && parts.every(({ bits }) => bits)) || areBitParts(parts, 0, size);

/** A number or an address of ours, and what they have for it. */
export function compareScalars(ours: Layout, theirs: Layout, at: At, to: Report): void {
  const { path } = at;
  if (ours.kind === 'float' && theirs.kind === 'float' && ours.size === theirs.size) return;
  if (ours.kind === 'float') return mismatch(ours, theirs, at, to);
  const isSameSize = ours.size === theirs.size;
  if (isSameSize && (isWord(theirs) || overlay(theirs, isWord))) {
    if (!isAddress(ours) && isAddress(theirs))
      to.notes.push(`${path} is a pointer, where the ABI has an integer`);
    else if (differInSign(ours, theirs))
      to.notes.push(
        `${path} is ${theirs.kind === 'int' && theirs.signed ? 'signed' : 'unsigned'} here`,
      );
    return;
  }
  const parts = isCompound(theirs) ? membersOf(theirs) : [];
  if (isSameSize && isAddress(ours) && isWhole(parts, ours.size))
    to.notes.push(`${path} is kept in ${parts.length} parts`);
  else if (isSameSize && !isAddress(ours) && isInBits(parts, ours.size))
    to.notes.push(partsText(path, parts));
  else mismatch(ours, theirs, at, to);
}
