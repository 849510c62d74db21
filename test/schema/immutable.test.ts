import { describe, expect, test } from 'vitest';
import * as xen from '../../abi/index.js';
import { architectures, codec, layoutOf, x86_32 } from '../../src/index.js';
import * as schema from '../../src/schema/index.js';
import {
  anonymous,
  array,
  bits,
  chars,
  enumeration,
  field,
  flags,
  flexible,
  handle,
  perAbi,
  pointer,
  struct,
  typedef,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  unnamedBits,
} from '../../src/schema/index.js';

/** The paths of everything inside that somebody could change. */
function* open(value: unknown, path: string, seen = new Set<unknown>()): Generator<string> {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (!Object.isFrozen(value)) yield path;
  for (const key of Reflect.ownKeys(value))
    yield* open((value as Record<PropertyKey, unknown>)[key], `${path}.${String(key)}`, seen);
}

const lengths = ['n', 'm'];
const abis = ['x86_32'];
const selector = { by: 'n', live: { 0: 'a' } };
const values = { A: 1 };
const parts = { node: { shift: 8, width: 8, bias: -1 } };
const choices = { x86_32: uint32_t };
const fields = {
  n: field(enumeration('e', uint32_t, values), { direction: 'in', unit: 'count', doc: 'how many' }),
  m: flags('f', uint32_t, values, parts),
  h: handle('H', uint64_t, perAbi('word', choices, uint64_t), lengths),
  p: pointer(uint8_t),
  b: bits(uint32_t, 3),
  _: unnamedBits(uint32_t, 0),
  u: union(null, { a: typedef('a_t', array(chars(2), 2)) }, { selector }),
  __: anonymous(struct(null, { inner: uint8_t })),
  list: flexible(uint8_t, 'n'),
};
const type = struct('all', fields, { abis, packed: 4, align: 8 });

describe('a declaration cannot be changed', () => {
  test('at any depth', () => expect([...open(type, 'all')]).toEqual([]));

  test.each(Object.entries(schema).filter(([, value]) => typeof value === 'object'))(
    '%s',
    (name, value) => expect([...open(value, name)]).toEqual([]),
  );

  test('nor can those of Xen', () => {
    for (const declaration of xen.structs)
      expect([...open(declaration, declaration.name!)]).toEqual([]);
  });

  test('assignment throws', () => {
    expect(() => Object.assign(type, { name: 'other' })).toThrow(TypeError);
    expect(() => Object.assign(type.fields, { n: uint8_t })).toThrow(TypeError);
    expect(() => Object.assign(type.fields.n, { doc: 'x' })).toThrow(TypeError);
    expect(() => Object.assign(type.fields.u.selector!.live, { 1: 'b' })).toThrow(TypeError);
    expect(() => (type.members as unknown[]).push({})).toThrow(TypeError);
  });

  test('through what it was made of', () => {
    lengths.push('b');
    abis.push('arm32');
    selector.live[0] = 'b';
    values.A = 2;
    parts.node.shift = 0;
    Object.assign(choices, { x86_64: uint8_t });
    Object.assign(fields, { later: uint8_t });
    expect(type.fields.h.length).toEqual(['n', 'm']);
    expect(type.abis).toEqual(['x86_32']);
    expect(type.fields.u.selector).toEqual({ by: 'n', live: { 0: 'a' } });
    expect(type.fields.n.type.names!.values).toEqual({ A: 1 });
    expect(type.fields.m.names!.parts).toEqual({ node: { shift: 8, width: 8, bias: -1 } });
    expect(Object.keys(type.fields)).not.toContain('later');
    expect(layoutOf(type, x86_32).members.map((m) => m.name)).not.toContain('later');
  });
});

test('nor can a layout, at any depth', () => {
  const ofXen = xen.structs.filter(({ abis }) => abis?.includes(x86_32.name) ?? true);
  for (const declaration of [type, ...ofXen])
    expect([...open(layoutOf(declaration, x86_32), declaration.name!)]).toEqual([]);
});

test('nor can an architecture, or a codec', () => {
  expect([...open(architectures, 'architectures')]).toEqual([]);
  expect(Object.isFrozen(codec(xen.xen_memory_exchange, x86_32))).toBe(true);
});
