import {
  type BitRange,
  type CompoundLayout,
  type IntLayout,
  isCompound,
  type Layout,
  type MemberLayout,
  type Path,
} from '../layout/index.js';
import type { AbiErrorCode } from './error.js';
import { type Fields, get, isFields, isGiven, keysOf, valueOf } from './fields.js';
import { countField } from './flexible.js';
import { limits } from './integers.js';

/** A fault of a value, before it is an error of some struct on some architecture. */
export interface Fault {
  readonly code: AbiErrorCode;
  readonly path: Path;
  /** Bytes from the start of the value's struct. */
  readonly offset: number;
  readonly expected: string;
  readonly actual: unknown;
}

/** Compares the members that one union's value gives. */
export type Agreement = (
  union: CompoundLayout,
  value: Fields,
  base: number,
  path: Path,
) => Fault | undefined;
/** `merged`: the compound is an anonymous member, whose fields are in its parent's object. */
type Visit = (
  layout: CompoundLayout,
  value: Fields,
  base: number,
  path: Path,
  merged: boolean,
) => Fault | undefined;

function fault(
  code: AbiErrorCode,
  path: Path,
  offset: number,
  expected: string,
  actual: unknown,
): Fault {
  return { code, path, offset, expected, actual };
}

function checkInt(
  layout: IntLayout,
  bits: BitRange | undefined,
  value: unknown,
  at: number,
  path: Path,
) {
  const fits =
    layout.value === 'bigint'
      ? typeof value === 'bigint' || Number.isSafeInteger(value)
      : Number.isInteger(value);
  if (!fits)
    return fault(
      'type',
      path,
      at,
      layout.value === 'bigint' ? 'a bigint or a safe integer' : 'an integer',
      value,
    );
  const [min, max] = limits(bits?.width ?? layout.size * 8, layout.signed);
  const integer = value as number | bigint;
  return integer < min || integer > max
    ? fault('range', path, at, `an integer from ${min} to ${max}`, value)
    : undefined;
}

/** The first fault of presence, type or range, in declaration order. */
function checkFields(
  layout: Layout,
  value: unknown,
  base: number,
  path: Path,
  bits?: BitRange,
): Fault | undefined {
  if (value === undefined) return fault('missing', path, base, 'a value', value);
  switch (layout.kind) {
    case 'int':
      return checkInt(layout, bits, value, base, path);
    case 'chars':
      if (typeof value !== 'string') return fault('type', path, base, 'a string', value);
      if (/[^\0-\xff]/.test(value))
        return fault('range', path, base, 'characters up to U+00FF', value);
      return value.length > layout.size
        ? fault('count', path, base, `at most ${layout.size} characters`, value.length)
        : undefined;
    case 'array':
    case 'flexible': {
      if (!Array.isArray(value)) return fault('type', path, base, 'an array', value);
      if (layout.kind === 'array' && value.length !== layout.length)
        return fault('count', path, base, `${layout.length} elements`, value.length);
      for (let i = 0; i < value.length; i++) {
        const found = checkFields(layout.element, value[i], base + i * layout.element.size, [
          ...path,
          i,
        ]);
        if (found) return found;
      }
      return undefined;
    }
    default:
      return isFields(value)
        ? checkMembers(layout, value, base, path)
        : fault('type', path, base, 'an object', value);
  }
}

function checkMembers(
  layout: CompoundLayout,
  value: Fields,
  base: number,
  path: Path,
): Fault | undefined {
  const members =
    layout.kind === 'union' ? layout.members.filter((m) => isGiven(m, value)) : layout.members;
  if (members.length === 0)
    return fault('missing', path, base, `one of ${keysOf(layout).join(', ')}`, undefined);
  for (const m of members) {
    const inner = m.name === null ? path : [...path, m.name];
    const found =
      checkFields(m.layout, valueOf(m, value), base + m.offset, inner, m.bits) ??
      checkCount(layout, m, value, base, path);
    if (found) return found;
  }
  return undefined;
}

/** A flexible array is as long as its length field says. */
function checkCount(
  layout: CompoundLayout,
  m: MemberLayout,
  value: Fields,
  base: number,
  path: Path,
): Fault | undefined {
  if (m.layout.kind !== 'flexible' || m.layout.count === undefined) return undefined;
  const name = m.layout.count;
  const count = get(value, name) as number | bigint | undefined;
  // A member of an anonymous union, and another one was given.
  if (count === undefined)
    return fault(
      'missing',
      [...path, name],
      base + countField(layout, name).offset,
      'a value',
      count,
    );
  const { length } = valueOf(m, value) as readonly unknown[];
  return BigInt(count) === BigInt(length)
    ? undefined
    : fault(
        'count',
        [...path, m.name!],
        base + m.offset,
        `${count} elements, as ${name} says`,
        length,
      );
}

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

function checkKeys(layout: Layout, value: unknown): Fault | undefined {
  return walk(layout, value, 0, [], (compound, fields, base, path, merged) => {
    if (merged) return undefined;
    const keys = keysOf(compound);
    const stray = Object.keys(fields).find((key) => !keys.includes(key));
    return stray === undefined
      ? undefined
      : fault('unknown', [...path, stray], base, `one of ${keys.join(', ')}`, stray);
  });
}

/**
 * The first fault of a value that is to be encoded: fields in declaration order (presence,
 * type, range), then agreement of union members, then unknown keys.
 */
export function findFault(layout: Layout, value: unknown, agree: Agreement): Fault | undefined {
  return (
    checkFields(layout, value, 0, []) ??
    walk(layout, value, 0, [], (l, v, base, path) =>
      l.kind === 'union' ? agree(l, v, base, path) : undefined,
    ) ??
    checkKeys(layout, value)
  );
}
