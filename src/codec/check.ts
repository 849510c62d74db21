import { type CompoundShape, isCompound, type Path, type Shape } from '../layout/index.js';
import { checkFields } from './check-fields.js';
import { type Fault, fault } from './fault.js';
import { type Fields, isGiven, keysOf, valueOf } from './fields.js';
import type { Parts } from './parts.js';

/** `merged`: the compound is an anonymous member, whose fields are in its parent's object. */
export type Visit = (
  layout: CompoundShape,
  value: Fields,
  base: number,
  path: Path,
  parts: Parts,
  merged: boolean,
) => Fault | undefined;

/** Calls `visit` for every compound that the value gives, outermost first; stops at a fault. */
export function walk(
  layout: Shape,
  value: unknown,
  base: number,
  path: Path,
  visit: Visit,
  parts: Parts,
  merged = false,
): Fault | undefined {
  if (layout.kind === 'array' || layout.kind === 'flexible')
    return parts.lists?.walk(layout, value, base, path, visit, parts);
  if (!isCompound(layout)) return undefined;
  const fields = value as Fields;
  const found = visit(layout, fields, base, path, parts, merged);
  if (found) return found;
  for (const m of layout.members) {
    if (m.bits || (layout.kind === 'union' && !isGiven(m, fields))) continue;
    const inner = m.name === null ? path : [...path, m.name];
    const isMerged = m.name === null;
    const deeper = walk(
      m.layout,
      valueOf(m, fields),
      base + m.offset,
      inner,
      visit,
      parts,
      isMerged,
    );
    if (deeper) return deeper;
  }
  return undefined;
}

const checkUnion: Visit = (layout, value, base, path, parts) =>
  layout.kind === 'union' ? parts.agree?.(layout, value, base, path, parts) : undefined;

const checkKeys: Visit = (layout, value, base, path, _, merged) => {
  if (merged) return undefined;
  const keys = keysOf(layout);
  const stray = Object.keys(value).find((key) => !keys.includes(key));
  return stray === undefined
    ? undefined
    : fault('unknown', [...path, stray], base, `one of ${keys.join(', ')}`, stray);
};

/**
 * The first fault of a value that is to be encoded: fields in declaration order (presence,
 * type, range, count), then agreement of union members, then unknown keys.
 */
export const findFault = (layout: Shape, value: unknown, parts: Parts): Fault | undefined =>
  checkFields(layout, value, 0, [], parts) ??
  (parts.agree && walk(layout, value, 0, [], checkUnion, parts)) ??
  walk(layout, value, 0, [], checkKeys, parts);
