import { isCompound, type Layout } from '../layout/index.js';
import { type Fields, isFields, set, valueOf } from './fields.js';

/**
 * A caller's value as it is now: what is checked is what is written, though a getter answer
 * otherwise the next time. Each field is read once, and what is of the wrong type is kept.
 */
export function snapshot(layout: Layout, value: unknown): unknown {
  if (layout.kind === 'array' || layout.kind === 'flexible') {
    const isWhole =
      Array.isArray(value) && (layout.kind === 'flexible' || value.length === layout.length);
    return isWhole ? Array.from(value, (item) => snapshot(layout.element, item)) : value;
  }
  return isCompound(layout) && isFields(value) ? object(layout, value) : value;
}

function object(layout: Layout, value: Fields): Fields {
  const copy: Record<string, unknown> = {};
  // What has no place in the layout is refused by its name alone.
  for (const key of Object.keys(value)) set(copy, key, undefined);
  fields(layout, value, copy);
  return copy;
}

function fields(layout: Layout, value: Fields, into: Record<string, unknown>): void {
  if (!isCompound(layout)) return;
  for (const m of layout.members)
    if (m.name === null) fields(m.layout, value, into);
    else set(into, m.name, snapshot(m.layout, valueOf(m, value)));
}
