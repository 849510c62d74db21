import { fail, isIdentifier } from './declaration-error.js';
import { frozen } from './frozen.js';
import type { AliasType, FlagPart, IntegerType, Names, Type } from './types.js';
import { integerOf } from './scalars.js';

function named<T extends IntegerType>(name: string, type: T, names: Names): AliasType<T> {
  if (!isIdentifier(name)) fail(name, null, 'is not a C identifier');
  if (!integerOf(type)) fail(name, null, 'names values of something that is no integer');
  for (const [key, value] of Object.entries(names.values)) {
    if (!Number.isSafeInteger(value)) fail(name, key, `value ${value} is no integer`);
  }
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
