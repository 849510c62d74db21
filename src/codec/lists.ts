import type { Path } from '../layout/index.js';
import { type Visit, walk } from './check.js';
import { checkFields } from './check-fields.js';
import { type Fault, fault } from './fault.js';
import type { List, Lists, Parts } from './parts.js';
import { snapshot } from './snapshot.js';
import { readValue, writeValue } from './walk.js';

/** The elements at `at`, back to back. */
export const readAll = (
  { element }: List,
  length: number,
  bytes: Uint8Array,
  at: number,
  parts: Parts,
): unknown[] =>
  Array.from({ length }, (_, i) => readValue(element, bytes, at + i * element.size, parts));

function write(list: List, value: unknown, bytes: Uint8Array, at: number, parts: Parts): void {
  const { element } = list;
  for (const [i, item] of (value as readonly unknown[]).entries())
    writeValue(element, item, bytes, at + i * element.size, parts);
}

/** The first fault of a list's elements. */
function first(
  { element }: List,
  value: unknown,
  base: number,
  path: Path,
  find: (item: unknown, at: number, path: Path) => Fault | undefined,
): Fault | undefined {
  for (const [i, item] of (value as readonly unknown[]).entries()) {
    const found = find(item, base + i * element.size, [...path, i]);
    if (found) return found;
  }
  return undefined;
}

function check(list: List, value: unknown, base: number, path: Path, parts: Parts) {
  if (!Array.isArray(value)) return fault('type', path, base, 'an array', value);
  if (list.kind === 'array' && value.length !== list.length)
    return fault('count', path, base, `${list.length} elements`, value.length);
  return first(list, value, base, path, (item, at, inner) =>
    checkFields(list.element, item, at, inner, parts),
  );
}

/** Only structs, unions and lists of them have anything to visit. */
const isPlain = ({ kind }: List['element']): boolean => ['int', 'float', 'chars'].includes(kind);

const visitAll = (
  list: List,
  value: unknown,
  base: number,
  path: Path,
  visit: Visit,
  parts: Parts,
): Fault | undefined =>
  isPlain(list.element)
    ? undefined
    : first(list, value, base, path, (item, at, inner) =>
        walk(list.element, item, at, inner, visit, parts),
      );

function copy(list: List, value: unknown, parts: Parts): unknown {
  const isWhole =
    Array.isArray(value) && (list.kind === 'flexible' || value.length === list.length);
  return isWhole ? Array.from(value, (item) => snapshot(list.element, item, parts)) : value;
}

/** What the engine needs of arrays. */
export const lists: Lists = {
  // A flexible array's elements are read by its struct, which knows how many there are.
  read: (list, bytes, at, parts) =>
    readAll(list, list.kind === 'array' ? list.length : 0, bytes, at, parts),
  write,
  check,
  walk: visitAll,
  snapshot: copy,
};
