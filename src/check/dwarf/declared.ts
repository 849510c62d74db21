import { DEEPEST } from '../object-layout.js';
import { isPlace } from './attributes.js';
import { AT, TAG } from './constants.js';
import { readEntry } from './entry.js';
import type { Place } from './value.js';

const NAMES: ReadonlySet<number> = new Set([
  TAG.typedef,
  TAG.const_type,
  TAG.volatile_type,
  TAG.atomic_type,
]);

/** Whether an entry stands for a struct without members, if need be by way of typedefs. */
export function isDeclared(place: Place): boolean {
  let entry = readEntry(place);
  for (let depth = 0; entry && NAMES.has(entry.tag) && depth < DEEPEST; depth++) {
    const type = entry.values.get(AT.type);
    entry = isPlace(type) ? readEntry(type) : undefined;
  }
  return entry !== undefined && entry.values.has(AT.declaration);
}
