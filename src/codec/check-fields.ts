import type {
  BitRange,
  CompoundLayout,
  IntLayout,
  Layout,
  MemberLayout,
  Path,
} from '../layout/index.js';
import { type Fault, fault } from './fault.js';
import { type Fields, get, isFields, isGiven, keysOf, valueOf } from './fields.js';
import { countField } from './flexible.js';
import { limits } from './integers.js';

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

/** The first fault of presence, type, range or count, in declaration order. */
export function checkFields(
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
