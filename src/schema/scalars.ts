import { fail, isIdentifier, isPowerOfTwo } from './declaration-error.js';
import type {
  AliasType,
  IntegerType,
  IntType,
  IntValue,
  IntWidth,
  PerAbiType,
  Type,
} from './types.js';

const int = <V extends IntValue>(
  name: string,
  width: IntWidth,
  signed: boolean,
  value: V,
): IntType<V> => Object.freeze({ kind: 'int', name, width, signed, value });

export const uint8_t = int('uint8_t', 8, false, 'number');
export const uint16_t = int('uint16_t', 16, false, 'number');
export const uint32_t = int('uint32_t', 32, false, 'number');
export const uint64_t = int('uint64_t', 64, false, 'bigint');
export const int8_t = int('int8_t', 8, true, 'number');
export const int16_t = int('int16_t', 16, true, 'number');
export const int32_t = int('int32_t', 32, true, 'number');
export const int64_t = int('int64_t', 64, true, 'bigint');

export const signed_char = int('signed char', 'char', true, 'number');
export const unsigned_char = int('unsigned char', 'char', false, 'number');
export const short = int('short', 'short', true, 'number');
export const unsigned_short = int('unsigned short', 'short', false, 'number');
export const c_int = int('int', 'int', true, 'number');
export const unsigned_int = int('unsigned int', 'int', false, 'number');
export const long = int('long', 'long', true, 'bigint');
export const unsigned_long = int('unsigned long', 'long', false, 'bigint');
export const long_long = int('long long', 'long long', true, 'bigint');
export const unsigned_long_long = int('unsigned long long', 'long long', false, 'bigint');
export const size_t = int('size_t', 'pointer', false, 'bigint');
export const uintptr_t = int('uintptr_t', 'pointer', false, 'bigint');

/** The integer type at the bottom of aliases, or nothing for what is no integer. */
export function integerOf(type: Type): IntType | PerAbiType | undefined {
  if (type.kind === 'alias') return integerOf(type.type);
  return type.kind === 'int' || type.kind === 'perAbi' ? type : undefined;
}

/** A C typedef. */
export function typedef<T extends Type>(name: string, type: T): AliasType<T> {
  if (!isIdentifier(name)) fail(name, null, 'is not a C identifier');
  return Object.freeze({ kind: 'alias', name, type });
}

/** A typedef aligned to `align` bytes, be it more or less than its type's alignment (GCC's aligned attribute). */
export function aligned<T extends Type>(
  align: number,
  type: T,
  name: string = `aligned(${align}) ${'name' in type ? type.name : type.kind}`,
): AliasType<T> {
  if (!isPowerOfTwo(align)) fail(name, null, `alignment ${align} is no power of two`);
  return Object.freeze({ kind: 'alias', name, type, align });
}

/** A scalar that is `choices[abi]` on the architectures named there and `otherwise` elsewhere. */
export function perAbi<const C extends Readonly<Record<string, IntegerType>>>(
  name: string,
  choices: C,
  otherwise: IntegerType,
): PerAbiType<'bigint'>;
export function perAbi<V extends IntValue>(
  name: string,
  choices: Readonly<Record<string, IntegerType>>,
  otherwise: IntegerType,
  value: V,
): PerAbiType<V>;
export function perAbi(
  name: string,
  choices: Readonly<Record<string, IntegerType>>,
  otherwise: IntegerType,
  value: IntValue = 'bigint',
): PerAbiType {
  for (const type of [...Object.values(choices), otherwise]) {
    const int = integerOf(type);
    if (!int) fail(name, null, 'is made of something that is no integer');
    if (int.value === 'bigint' && value === 'number')
      fail(name, null, `can be 64 bits wide (${int.name}), so its value must be a bigint`);
  }
  return Object.freeze({
    kind: 'perAbi',
    name,
    value,
    choices: Object.freeze({ ...choices }),
    otherwise,
  });
}
