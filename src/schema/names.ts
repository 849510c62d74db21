import { fail, isIdentifier } from './declaration-error.js';
import { frozen } from './frozen.js';
import type { AliasType, FlagPart, IntegerType, Names, Type } from './types.js';
import { integerOf, widest } from './scalars.js';

function checkPart(
  name: string,
  key: string,
  { shift, width, bias = 0 }: FlagPart,
  type: IntegerType,
): void {
  if (!Number.isSafeInteger(shift) || shift < 0 || shift > 63)
    fail(name, key, `shift ${shift} is not in 0..63`);
  if (!Number.isSafeInteger(width) || width < 1 || width > 64)
    fail(name, key, `width ${width} is not in 1..64`);
  if (shift + width > widest(type))
    fail(name, key, `bits ${shift} to ${shift + width - 1} do not fit ${type.name}`);
  if (!Number.isSafeInteger(bias)) fail(name, key, `bias ${bias} is no integer`);
}

function named<T extends IntegerType>(name: string, type: T, names: Names): AliasType<T> {
  if (!isIdentifier(name)) fail(name, null, 'is not a C identifier');
  if (!integerOf(type)) fail(name, null, 'names values of something that is no integer');
  for (const [key, value] of Object.entries(names.values)) {
    if (!Number.isSafeInteger(value)) fail(name, key, `value ${value} is no integer`);
    if (names.kind === 'enumeration') continue;
    if (value < 0) fail(name, key, `flag ${value} is negative`);
    if (value >= 2 ** widest(type))
      fail(name, key, `flag 0x${value.toString(16)} does not fit ${type.name}`);
  }
  for (const [key, part] of Object.entries(names.parts ?? {})) checkPart(name, key, part, type);
  return Object.freeze({ kind: 'alias', name, type, names: frozen(names) });
}

/** An integer whose values have names, one at a time. Unknown values are legal. */
export function enumeration<T extends IntegerType>(
  name: string,
  type: T,
  values: Readonly<Record<string, number>>,
): AliasType<T> {
  return named(name, type, { kind: 'enumeration', values });
}

/** An integer made of named bits and of parts that hold a number. */
export function flags<T extends IntegerType>(
  name: string,
  type: T,
  values: Readonly<Record<string, number>>,
  parts: Readonly<Record<string, FlagPart>> = {},
): AliasType<T> {
  return named(name, type, { kind: 'flags', values, parts });
}

/** The names of a type's values, through its aliases. */
export function namesOf(type: Type): Names | undefined {
  return type.kind === 'alias' ? (type.names ?? namesOf(type.type)) : undefined;
}
