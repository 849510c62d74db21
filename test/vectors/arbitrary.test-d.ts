import type fc from 'fast-check';
import { expectTypeOf, test } from 'vitest';
import { xen_memory_exchange, type XenMemoryExchange } from '../../abi/index.js';
import { array, struct, uint8_t, uint64_t, union, x86_64, type Type } from '../../src/index.js';
import { arbitrary } from '../../src/vectors/index.js';

test('values have the type that decode returns', () => {
  expectTypeOf(arbitrary(xen_memory_exchange, x86_64)).toEqualTypeOf<
    fc.Arbitrary<XenMemoryExchange>
  >();
  expectTypeOf(arbitrary(array(uint64_t, 2), x86_64)).toEqualTypeOf<fc.Arbitrary<bigint[]>>();
  const mine = struct('mine', { u: union(null, { a: uint8_t, b: uint64_t }) });
  expectTypeOf(arbitrary(mine, x86_64)).toEqualTypeOf<
    fc.Arbitrary<{ u: { a: number; b: bigint } }>
  >();
});

test('of a declaration that is known as a Type nothing is known', () => {
  const type: Type = uint8_t;
  expectTypeOf(arbitrary<Type>(type, x86_64)).toEqualTypeOf<fc.Arbitrary<unknown>>();
});

test('what is no declaration has no values', () => {
  // @ts-expect-error a name is no declaration
  arbitrary('xen_memory_exchange', x86_64);
  // @ts-expect-error an architecture is the object
  arbitrary(uint8_t, 'x86_64');
});
