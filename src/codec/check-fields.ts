import type { BitRange, CompoundShape, IntShape, Path, Shape } from '../layout/index.js';
import { type Fault, fault } from './fault.js';
import { type Fields, isFields, isGiven, keysOf, valueOf } from './fields.js';
import { limits } from './integers.js';
import type { Parts } from './parts.js';

function checkInt(
  layout: IntShape,
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
  layout: Shape,
  value: unknown,
  base: number,
  path: Path,
  parts: Parts,
  bits?: BitRange,
): Fault | undefined {
  if (value === undefined) return fault('missing', path, base, 'a value', value);
  switch (layout.kind) {
    case 'int':
      return checkInt(layout, bits, value, base, path);
    case 'float':
      return parts.floats?.check(layout, value, base, path);
    case 'chars':
      return parts.text?.check(layout, value, base, path);
    case 'array':
    case 'flexible':
      return parts.lists?.check(layout, value, base, path, parts);
    default:
      return isFields(value)
        ? checkMembers(layout, value, base, path, parts)
        : fault('type', path, base, 'an object', value);
  }
}

function checkMembers(
  layout: CompoundShape,
  value: Fields,
  base: number,
  path: Path,
  parts: Parts,
): Fault | undefined {
  const members =
    layout.kind === 'union' ? layout.members.filter((m) => isGiven(m, value)) : layout.members;
  if (members.length === 0 && layout.members.length > 0)
    return fault('missing', path, base, `one of ${keysOf(layout).join(', ')}`, undefined);
  for (const m of members) {
    const inner = m.name === null ? path : [...path, m.name];
    const found =
      checkFields(m.layout, valueOf(m, value), base + m.offset, inner, parts, m.bits) ??
      parts.tails?.checkCount(layout, m, value, base, path);
    if (found) return found;
  }
  return undefined;
}
