import { describe, expectTypeOf, test } from 'vitest';
import {
  aligned,
  anonymous,
  array,
  bits,
  chars,
  double,
  enumeration,
  field,
  flags,
  float,
  flexible,
  handle,
  int64_t,
  int8_t,
  long,
  perAbi,
  pointer,
  size_t,
  struct,
  typedef,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  unnamedBits,
  type CompoundType,
  type FieldType,
  type FloatValue,
  type Infer,
  type InferInput,
  type StructType,
  type Type,
} from '../../src/index.js';

const word = perAbi('word', { x86_32: uint32_t }, uint64_t);
const narrow = perAbi('narrow', { x86_32: uint8_t }, uint16_t, 'number');

describe('scalars', () => {
  test('a number where it is never 64 bits wide, a bigint where it can be', () => {
    expectTypeOf<Infer<typeof uint8_t>>().toEqualTypeOf<number>();
    expectTypeOf<Infer<typeof int8_t>>().toEqualTypeOf<number>();
    expectTypeOf<Infer<typeof narrow>>().toEqualTypeOf<number>();
    expectTypeOf<Infer<typeof uint64_t>>().toEqualTypeOf<bigint>();
    expectTypeOf<Infer<typeof int64_t>>().toEqualTypeOf<bigint>();
    expectTypeOf<Infer<typeof long>>().toEqualTypeOf<bigint>();
    expectTypeOf<Infer<typeof size_t>>().toEqualTypeOf<bigint>();
    expectTypeOf<Infer<typeof word>>().toEqualTypeOf<bigint>();
  });

  test('a float is a number, or the bits of a NaN', () => {
    expectTypeOf<Infer<typeof float>>().toEqualTypeOf<number | `NaN(0x${string})`>();
    const seconds = struct('seconds', { at: typedef('seconds_t', double) });
    expectTypeOf<Infer<typeof seconds>>().toEqualTypeOf<{ at: FloatValue }>();
    expectTypeOf<InferInput<typeof seconds>>().toEqualTypeOf<{ readonly at: FloatValue }>();
  });

  test('a number is taken for a bigint, never a bigint for a number', () => {
    expectTypeOf<InferInput<typeof uint8_t>>().toEqualTypeOf<number>();
    expectTypeOf<InferInput<typeof narrow>>().toEqualTypeOf<number>();
    expectTypeOf<InferInput<typeof uint64_t>>().toEqualTypeOf<bigint | number>();
    expectTypeOf<InferInput<typeof word>>().toEqualTypeOf<bigint | number>();
  });

  test('aliases, enumerations and flags are their integers', () => {
    const t = typedef('t', typedef('u', uint32_t));
    const e = enumeration('e', uint16_t, { A: 1 });
    const f = flags('f', word, { B: 2 });
    const a = aligned(8, uint64_t, 'uint64_aligned_t');
    expectTypeOf<Infer<typeof t>>().toEqualTypeOf<number>();
    expectTypeOf<Infer<typeof e>>().toEqualTypeOf<number>();
    expectTypeOf<Infer<typeof f>>().toEqualTypeOf<bigint>();
    expectTypeOf<Infer<typeof a>>().toEqualTypeOf<bigint>();
    expectTypeOf<InferInput<typeof f>>().toEqualTypeOf<bigint | number>();
  });

  test('pointers and handles are bigints, characters a string', () => {
    const p = pointer(uint8_t);
    const h = handle('HANDLE(uint8_t)', uint8_t, uint32_t);
    const c = chars(8);
    expectTypeOf<Infer<typeof p>>().toEqualTypeOf<bigint>();
    expectTypeOf<Infer<typeof h>>().toEqualTypeOf<bigint>();
    expectTypeOf<InferInput<typeof h>>().toEqualTypeOf<bigint | number>();
    expectTypeOf<Infer<typeof c>>().toEqualTypeOf<string>();
    expectTypeOf<InferInput<typeof c>>().toEqualTypeOf<string>();
  });
});

test('arrays are mutable when decoded and may be immutable to be encoded', () => {
  const a = array(uint64_t, 3);
  const nested = array(array(uint8_t, 2), 3);
  const tail = flexible(uint16_t);
  expectTypeOf<Infer<typeof a>>().toEqualTypeOf<bigint[]>();
  expectTypeOf<InferInput<typeof a>>().toEqualTypeOf<readonly (bigint | number)[]>();
  expectTypeOf<Infer<typeof nested>>().toEqualTypeOf<number[][]>();
  expectTypeOf<InferInput<typeof nested>>().toEqualTypeOf<readonly (readonly number[])[]>();
  expectTypeOf<Infer<typeof tail>>().toEqualTypeOf<number[]>();
});

const inner = struct('inner', { x: uint16_t, y: word });
const outer = struct('outer', {
  flag: bits(uint32_t, 3),
  wide: bits(uint64_t, 40),
  _pad: unnamedBits(uint32_t, 5),
  noted: field(inner, { direction: 'in', doc: 'with notes' }),
  list: field(array(inner, 2), { direction: 'out' }),
  name: chars(4),
});

test('structs have their named fields, whatever their notes', () => {
  expectTypeOf<Infer<typeof inner>>().toEqualTypeOf<{ x: number; y: bigint }>();
  expectTypeOf<InferInput<typeof inner>>().toEqualTypeOf<{
    readonly x: number;
    readonly y: bigint | number;
  }>();
  expectTypeOf<Infer<typeof outer>>().toEqualTypeOf<{
    flag: number;
    wide: bigint;
    noted: { x: number; y: bigint };
    list: { x: number; y: bigint }[];
    name: string;
  }>();
  expectTypeOf<Infer<typeof outer>>().not.toHaveProperty('_pad');
});

const either = union('either', { a: uint32_t, b: array(uint8_t, 4), c: inner });

describe('unions', () => {
  type Input = InferInput<typeof either>;

  test('decode to every member', () => {
    expectTypeOf<Infer<typeof either>>().toEqualTypeOf<{
      a: number;
      b: number[];
      c: { x: number; y: bigint };
    }>();
  });

  test('are encoded from one member at least', () => {
    expectTypeOf<{ a: number }>().toExtend<Input>();
    expectTypeOf<{ b: number[] }>().toExtend<Input>();
    expectTypeOf<{ a: number; c: { x: number; y: number } }>().toExtend<Input>();
    expectTypeOf<Infer<typeof either>>().toExtend<Input>();
    expectTypeOf<object>().not.toExtend<Input>();
    expectTypeOf<{ a: bigint }>().not.toExtend<Input>();
    expectTypeOf<{ a: string; b: number[] }>().not.toExtend<Input>();
  });
});

const merged = struct('merged', {
  before: uint8_t,
  _: anonymous(
    union(null, { p: uint32_t, q: anonymous(struct(null, { low: uint16_t, high: word })) }),
  ),
  __: anonymous(struct(null, { after: uint8_t })),
});

describe('anonymous members', () => {
  type Input = InferInput<typeof merged>;

  test("have their fields among the parent's", () => {
    expectTypeOf<Infer<typeof merged>>().toEqualTypeOf<{
      before: number;
      p: number;
      low: number;
      high: bigint;
      after: number;
    }>();
  });

  test('are encoded as the union that they are', () => {
    expectTypeOf<{ before: number; p: number; after: number }>().toExtend<Input>();
    expectTypeOf<Infer<typeof merged>>().toExtend<Input>();
    expectTypeOf<{ before: number; after: number }>().not.toExtend<Input>();
    expectTypeOf<{ before: number; p: number }>().not.toExtend<Input>();
  });
});

test('what is decoded can be encoded again', () => {
  expectTypeOf<Infer<typeof outer>>().toExtend<InferInput<typeof outer>>();
});

test('of a declaration that is not known, nothing is known', () => {
  expectTypeOf<Infer<Type>>().toEqualTypeOf<unknown>();
  expectTypeOf<InferInput<Type>>().toEqualTypeOf<unknown>();
  expectTypeOf<Infer<FieldType>>().toEqualTypeOf<unknown>();
  expectTypeOf<Infer<StructType>>().toExtend<Record<string, unknown>>();
  expectTypeOf<Infer<CompoundType>>().toExtend<Record<string, unknown>>();
});
