import { fail, isIdentifier, isPowerOfTwo } from './declaration-error.js';
import type {
  AliasType,
  FieldType,
  FloatType,
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

// What has 64 bits on some architecture is a bigint on all: one value encodes for every one.

/** 8 bits, unsigned; a number. */
export const uint8_t = /* @__PURE__ */ int('uint8_t', 8, false, 'number');
/** 16 bits, unsigned; a number. */
export const uint16_t = /* @__PURE__ */ int('uint16_t', 16, false, 'number');
/** 32 bits, unsigned; a number. */
export const uint32_t = /* @__PURE__ */ int('uint32_t', 32, false, 'number');
/** 64 bits, unsigned; a bigint. */
export const uint64_t = /* @__PURE__ */ int('uint64_t', 64, false, 'bigint');
/** 8 bits, signed; a number. */
export const int8_t = /* @__PURE__ */ int('int8_t', 8, true, 'number');
/** 16 bits, signed; a number. */
export const int16_t = /* @__PURE__ */ int('int16_t', 16, true, 'number');
/** 32 bits, signed; a number. */
export const int32_t = /* @__PURE__ */ int('int32_t', 32, true, 'number');
/** 64 bits, signed; a bigint. */
export const int64_t = /* @__PURE__ */ int('int64_t', 64, true, 'bigint');

/** 8 bits, signed; a number. */
export const signed_char = /* @__PURE__ */ int('signed char', 'char', true, 'number');
/** 8 bits, unsigned; a number. */
export const unsigned_char = /* @__PURE__ */ int('unsigned char', 'char', false, 'number');
/** 16 bits, signed; a number. */
export const short = /* @__PURE__ */ int('short', 'short', true, 'number');
/** 16 bits, unsigned; a number. */
export const unsigned_short = /* @__PURE__ */ int('unsigned short', 'short', false, 'number');
/** 32 bits, signed; a number. */
export const c_int = /* @__PURE__ */ int('int', 'int', true, 'number');
/** 32 bits, unsigned; a number. */
export const unsigned_int = /* @__PURE__ */ int('unsigned int', 'int', false, 'number');
/** 32 bits where pointers have 32, else 64, signed; a bigint. */
export const long = /* @__PURE__ */ int('long', 'long', true, 'bigint');
/** 32 bits where pointers have 32, else 64, unsigned; a bigint. */
export const unsigned_long = /* @__PURE__ */ int('unsigned long', 'long', false, 'bigint');
/** 64 bits, signed; a bigint. */
export const long_long = /* @__PURE__ */ int('long long', 'long long', true, 'bigint');
/** 64 bits, unsigned; a bigint. */
export const unsigned_long_long = /* @__PURE__ */ int(
  'unsigned long long',
  'long long',
  false,
  'bigint',
);
/** As many bits as a pointer, unsigned; a bigint. */
export const size_t = /* @__PURE__ */ int('size_t', 'pointer', false, 'bigint');
/** As many bits as a pointer, unsigned; a bigint. */
export const uintptr_t = /* @__PURE__ */ int('uintptr_t', 'pointer', false, 'bigint');

const floating = (name: string, width: 32 | 64): FloatType =>
  Object.freeze({ kind: 'float', name, width });

/** IEEE 754's binary32; a number. */
export const float = floating('float', 32);
/** IEEE 754's binary64, aligned as an 8-byte integer; a number. */
export const double = floating('double', 64);

/** The integer type at the bottom of aliases, or nothing for what is no integer. */
export function integerOf(type: Type): IntType | PerAbiType | undefined {
  if (type.kind === 'alias') return integerOf(type.type);
  return type.kind === 'int' || type.kind === 'perAbi' ? type : undefined;
}

/** What a typedef stands for, through typedefs of typedefs. */
export function unaliased(type: FieldType): Exclude<FieldType, AliasType> {
  return type.kind === 'alias' ? unaliased(type.type) : type;
}

/** The bits of an integer where it has most; `layoutOf` knows how many it has on an architecture. */
export function widest(type: IntegerType): number {
  const int = integerOf(type)!;
  if (int.kind === 'perAbi')
    return Math.max(...[...Object.values(int.choices), int.otherwise].map(widest));
  if (typeof int.width === 'number') return int.width;
  return { char: 8, short: 16, int: 32, long: 64, 'long long': 64, pointer: 64 }[int.width];
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
