import * as schema from '../../schema/index.js';
import type { IntegerType, Type } from '../../schema/index.js';

const { perAbi, signed_char, typedef, uint8_t, unsigned_char } = schema;

/** Plain `char` by itself; in an array it is text. Signed on x86, unsigned elsewhere. */
const plainChar = perAbi(
  'char',
  { x86_32: signed_char, x86_64: signed_char },
  unsigned_char,
  'number',
);

/** C's integer types under each name that debug information has for them. */
const C: Readonly<Record<string, IntegerType>> = {
  char: plainChar,
  'signed char': signed_char,
  'unsigned char': unsigned_char,
  short: schema.short,
  'short int': schema.short,
  'unsigned short': schema.unsigned_short,
  'short unsigned int': schema.unsigned_short,
  int: schema.c_int,
  'unsigned int': schema.unsigned_int,
  long: schema.long,
  'long int': schema.long,
  'unsigned long': schema.unsigned_long,
  'long unsigned int': schema.unsigned_long,
  'long long': schema.long_long,
  'long long int': schema.long_long,
  'unsigned long long': schema.unsigned_long_long,
  'long long unsigned int': schema.unsigned_long_long,
  _Bool: typedef('bool', uint8_t),
};

/** The typedefs of stdint.h and stddef.h, which are there under the same names. */
const STANDARD: Readonly<Record<string, Type>> = {
  uint8_t,
  uint16_t: schema.uint16_t,
  uint32_t: schema.uint32_t,
  uint64_t: schema.uint64_t,
  int8_t: schema.int8_t,
  int16_t: schema.int16_t,
  int32_t: schema.int32_t,
  int64_t: schema.int64_t,
  size_t: schema.size_t,
  uintptr_t: schema.uintptr_t,
};

const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** The declaration of one of C's integer types. */
export const cScalar = (name: string): IntegerType | undefined => own(C, name);

/** The declaration of a typedef that every C program has. */
export const standardTypedef = (name: string): Type | undefined => own(STANDARD, name);

/** An integer that C has no name for here, by its size: an enumeration, another language's. */
export function sized(size: number, signed: boolean): IntegerType {
  const { int8_t, int16_t, int32_t, int64_t, uint16_t, uint32_t, uint64_t } = schema;
  const [unsignedOne, signedOne] =
    size === 1
      ? [uint8_t, int8_t]
      : size === 2
        ? [uint16_t, int16_t]
        : size === 4
          ? [uint32_t, int32_t]
          : [uint64_t, int64_t];
  return signed ? signedOne : unsignedOne;
}
