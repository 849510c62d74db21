import { type CompoundShape, isCompound, type Shape } from '../layout/index.js';
import { type Fields, isFields, set, valueOf } from './fields.js';
import type { Parts } from './parts.js';

/**
 * A caller's value as it is now: what is checked is what is written, though a getter answer
 * otherwise the next time. Each field is read once, and what is of the wrong type is kept.
 */
export function snapshot(layout: Shape, value: unknown, parts: Parts): unknown {
  if (layout.kind === 'array' || layout.kind === 'flexible')
    return parts.lists?.snapshot(layout, value, parts);
  if (!isCompound(layout) || !isFields(value)) return value;
  const copy: Record<string, unknown> = {};
  // What has no place in the layout is refused by its name alone.
  for (const key of Object.keys(value)) set(copy, key, undefined);
  fields(layout, value, copy, parts);
  return copy;
}

function fields(
  layout: CompoundShape,
  value: Fields,
  into: Record<string, unknown>,
  parts: Parts,
): void {
  for (const m of layout.members)
    if (m.name === null) fields(m.layout as CompoundShape, value, into, parts);
    else set(into, m.name, snapshot(m.layout, valueOf(m, value), parts));
}
