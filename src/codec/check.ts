import { type CompoundLayout, isCompound, type Layout, type Path } from '../layout/index.js';
import { checkFields } from './check-fields.js';
import { type Fault, fault } from './fault.js';
import { type Fields, isGiven, keysOf, valueOf } from './fields.js';
import { agree } from './given.js';

/** `merged`: the compound is an anonymous member, whose fields are in its parent's object. */
type Visit = (
  layout: CompoundLayout,
  value: Fields,
  base: number,
  path: Path,
  merged: boolean,
) => Fault | undefined;

/** Calls `visit` for every compound that the value gives, outermost first; stops at a fault. */
function walk(
  layout: Layout,
  value: unknown,
  base: number,
  path: Path,
  visit: Visit,
  merged = false,
): Fault | undefined {
  if (layout.kind === 'array' || layout.kind === 'flexible') {
    if (!isCompound(layout.element) && layout.element.kind !== 'array') return undefined;
    for (const [i, element] of (value as readonly unknown[]).entries()) {
      const found = walk(
        layout.element,
        element,
        base + i * layout.element.size,
        [...path, i],
        visit,
      );
      if (found) return found;
    }
    return undefined;
  }
  if (!isCompound(layout)) return undefined;
  const fields = value as Fields;
  const found = visit(layout, fields, base, path, merged);
  if (found) return found;
  for (const m of layout.members) {
    if (m.bits || (layout.kind === 'union' && !isGiven(m, fields))) continue;
    const inner = m.name === null ? path : [...path, m.name];
    const deeper = walk(
      m.layout,
      valueOf(m, fields),
      base + m.offset,
      inner,
      visit,
      m.name === null,
    );
    if (deeper) return deeper;
  }
  return undefined;
}

const checkUnion: Visit = (layout, value, base, path) =>
  layout.kind === 'union' ? agree(layout, value, base, path) : undefined;

const checkKeys: Visit = (layout, value, base, path, merged) => {
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
export const findFault = (layout: Layout, value: unknown): Fault | undefined =>
  checkFields(layout, value, 0, []) ??
  walk(layout, value, 0, [], checkUnion) ??
  walk(layout, value, 0, [], checkKeys);
