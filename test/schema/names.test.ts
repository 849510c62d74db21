import { describe, expect, test } from 'vitest';
import { xen_memory_exchange, xen_memory_reservation, xenmemf } from '../../abi/index.js';
import {
  aligned,
  anonymous,
  array,
  bits,
  chars,
  enumeration,
  flexible,
  handle,
  namedMembers,
  namesOf,
  perAbi,
  pointer,
  struct,
  type FieldType,
  typedef,
  typeName,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  unnamedBits,
} from '../../src/schema/index.js';

describe('typeName writes a type as C does', () => {
  const item = struct('item', { a: uint8_t });
  test.each<[type: FieldType, name: string]>([
    [uint8_t, 'uint8_t'],
    [xen_memory_exchange, 'struct xen_memory_exchange'],
    [struct(null, { a: uint8_t }), 'struct'],
    [union('u', { a: uint8_t }), 'union u'],
    [union(null, { a: uint8_t }), 'union'],
    [typedef('item_t', item), 'item_t'],
    // Names of values are ours; C knows the integer.
    [enumeration('e', uint32_t, {}), 'uint32_t'],
    [aligned(8, uint64_t, 'uint64_aligned_t'), 'uint64_aligned_t'],
    [aligned(8, uint64_t), 'aligned(8) uint64_t'],
    [perAbi('word', { x86_32: uint32_t }, uint64_t), 'word'],
    [pointer(), 'void *'],
    [pointer(item), 'struct item *'],
    [handle('XEN_GUEST_HANDLE(item)', item, uint64_t), 'XEN_GUEST_HANDLE(item)'],
    [chars(16), 'char[16]'],
    [array(uint8_t, 3), 'uint8_t[3]'],
    [array(array(item, 3), 2), 'struct item[2][3]'],
    [array(chars(16), 2), 'char[2][16]'],
    [flexible(array(uint8_t, 3)), 'uint8_t[][3]'],
    [bits(uint32_t, 5), 'uint32_t : 5'],
    [unnamedBits(uint32_t, 0), 'uint32_t : 0'],
    [anonymous(item), 'struct item'],
  ])('%#', (type, name) => expect(typeName(type)).toBe(name));
});

test('namesOf finds the names of values through aliases', () => {
  const named = enumeration('e', uint32_t, { A: 1 });
  expect(namesOf(named)).toEqual({ kind: 'enumeration', values: { A: 1 } });
  expect(namesOf(typedef('outer', typedef('inner', named)))).toBe(namesOf(named));
  expect(namesOf(enumeration('f', named, { B: 2 }))!.values).toEqual({ B: 2 });
  expect(namesOf(uint32_t)).toBeUndefined();
  expect(namesOf(xenmemf)!.parts).toHaveProperty('node');
});

test('namedMembers are those that C names, through anonymous members', () => {
  const type = struct('s', {
    a: uint8_t,
    _: anonymous(union(null, { b: uint8_t, __: anonymous(struct(null, { c: uint8_t })) })),
    hidden: unnamedBits(uint8_t, 3),
    d: bits(uint8_t, 3),
  });
  expect(namedMembers(type).map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd']);
  expect(namedMembers(xen_memory_reservation)[0]).toMatchObject({
    name: 'extent_start',
    direction: 'inout',
    unit: 'GFN',
  });
});
