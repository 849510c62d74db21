import { describe, expect, test } from 'vitest';
import {
  anonymous,
  array,
  bits,
  chars,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
} from '../../src/schema/index.js';
import { hex, refusal, subjects } from '../support/engines.js';

/*
 * The order is design.md's: length; field by field in declaration order presence, type, range;
 * agreement of union members; unknown keys. Each value has faults of two kinds, or in two places.
 */
const outer = struct('outer', {
  a: uint8_t, // 0
  inner: struct('inner', { x: uint16_t, y: array(uint8_t, 2) }), // 2
  u: union(null, { w: uint16_t, b: array(uint8_t, 2) }), // 6
  z: uint32_t, // 8
  name: chars(4), // 12
  low: bits(uint16_t, 4), // 16, bits 0..3
  high: bits(uint16_t, 4), // 16, bits 4..7
  _: anonymous(union(null, { p: uint16_t, q: array(uint8_t, 2) })), // 18
  wide: array(uint64_t, 1), // 20 or 24
});
const right = {
  a: 1,
  inner: { x: 2, y: [3, 4] },
  u: { w: 5 },
  z: 6,
  name: 'xen',
  low: 7,
  high: 8,
  p: 9,
  wide: [10],
};
const without = (key: keyof typeof right, more: object = {}): object => {
  const { [key]: _, ...rest } = right;
  return { ...rest, ...more };
};
const inner = (more: object): object => ({ inner: { ...right.inner, ...more } });

type Row = readonly [
  what: string,
  value: unknown,
  code: string,
  path: (string | number)[],
  offset: number,
];
const rows: readonly Row[] = [
  ['no value', undefined, 'missing', [], 0],
  ['null', null, 'type', [], 0],
  ['an array', [right], 'type', [], 0],
  ['the first field missing, a later one wrong', without('a', { z: 'x' }), 'missing', ['a'], 0],
  ['a field out of range, a later one missing', { ...without('z'), a: 256 }, 'range', ['a'], 0],
  ['a field of wrong type, a later one missing', { ...without('z'), a: 1n }, 'type', ['a'], 0],
  ['undefined', { ...right, a: undefined, inner: 5 }, 'missing', ['a'], 0],
  [
    'null for a struct, a later field missing',
    { ...without('z'), inner: null },
    'type',
    ['inner'],
    2,
  ],
  [
    'a nested field, before a later one',
    { ...without('u'), ...inner({ x: -1 }) },
    'range',
    ['inner', 'x'],
    2,
  ],
  [
    'an element, before a later field',
    { ...without('u'), ...inner({ y: [0, '1'] }) },
    'type',
    ['inner', 'y', 1],
    5,
  ],
  [
    'a hole in an array',
    { ...right, ...inner({ y: [0, undefined] }) },
    'missing',
    ['inner', 'y', 1],
    5,
  ],
  [
    'the length of an array, before its elements',
    { ...right, ...inner({ y: ['x'] }) },
    'count',
    ['inner', 'y'],
    4,
  ],
  [
    'an array that is none',
    { ...right, ...inner({ y: { length: 2 } }) },
    'type',
    ['inner', 'y'],
    4,
  ],
  ['no member of a union, before a later field', { ...right, u: {}, z: -1 }, 'missing', ['u'], 6],
  ['only a stray member of a union', { ...right, u: { stray: 1 } }, 'missing', ['u'], 6],
  [
    'a member of a union, before a later field',
    { ...right, u: { w: -1 }, z: -1 },
    'range',
    ['u', 'w'],
    6,
  ],
  ['a range, before a union', { ...right, u: { w: 5, b: [6, 0] }, z: 2 ** 32 }, 'range', ['z'], 8],
  ['the type of a string', { ...right, name: 5 }, 'type', ['name'], 12],
  [
    'the characters of a string, before its length',
    { ...right, name: '12345\u0100' },
    'range',
    ['name'],
    12,
  ],
  ['the length of a string', { ...right, name: '12345' }, 'count', ['name'], 12],
  ['a bit-field out of range', { ...right, high: 16, p: -1 }, 'range', ['high'], 16],
  ['no member of an anonymous union', without('p', { wide: 5 }), 'missing', [], 18],
  ['a member of an anonymous union', without('p', { q: [1, 256] }), 'range', ['q', 1], 19],
  [
    'the last field, before a union',
    { ...right, u: { w: 5, b: [6, 0] }, wide: [-1] },
    'range',
    ['wide', 0],
    -1,
  ],
  ['2 ** 53, which is no safe integer', { ...right, wide: [2 ** 53] }, 'type', ['wide', 0], -1],
  ['2n ** 64n', { ...right, wide: [2n ** 64n] }, 'range', ['wide', 0], -1],
  ['NaN', { ...right, z: NaN }, 'type', ['z'], 8],
  ['a fraction', { ...right, z: 0.5 }, 'type', ['z'], 8],
  [
    'a union, before a stray key',
    { ...right, stray: 1, u: { w: 5, b: [6, 0] } },
    'union',
    ['u'],
    6,
  ],
  ['the second byte of a union', { ...right, u: { w: 5, b: [5, 1] } }, 'union', ['u'], 7],
  [
    'a union, before the anonymous one after it',
    { ...right, u: { w: 5, b: [5, 1] }, q: [0, 0] },
    'union',
    ['u'],
    7,
  ],
  ['an anonymous union, before a stray key', { ...right, q: [9, 1], stray: 1 }, 'union', [], 19],
  ['a stray key', { ...right, stray: undefined }, 'unknown', ['stray'], 0],
  [
    'a stray key inside, after one outside',
    { ...right, ...inner({ stray: 1 }), other: 1 },
    'unknown',
    ['other'],
    0,
  ],
  ['a stray key inside', { ...right, ...inner({ stray: 1 }) }, 'unknown', ['inner', 'stray'], 2],
  [
    'a stray key beside a member',
    { ...right, u: { w: 5, stray: 1 } },
    'unknown',
    ['u', 'stray'],
    6,
  ],
  ['an own __proto__', { ...right, ['__proto__']: 1 }, 'unknown', ['__proto__'], 0],
  ['an own constructor', { ...right, constructor: 1 }, 'unknown', ['constructor'], 0],
];

describe.each(await subjects({ outer }))('$name on $abi, $engine', ({ codec, abi }) => {
  const wide = abi === 'x86_32' ? 20 : 24;
  const at = 3;

  test('the value that the rows break is right', () => {
    expect(codec.decode(codec.encode(right))).toMatchObject({ a: 1, u: { w: 5, b: [5, 0] } });
  });

  test.each(rows)('%s', (_, value, code, path, offset) => {
    const bytes = new Uint8Array(at + codec.size).fill(0xa5);
    const error = refusal(() => codec.encodeInto(value, bytes, at));
    expect(error).toMatchObject({ code, path, offset: at + (offset === -1 ? wide : offset) });
    expect(hex(bytes), 'nothing is written').toMatch(/^(a5)*$/);
    expect(refusal(() => codec.encode(value))).toMatchObject({ code, path });
  });

  test('the length, before all else', () => {
    const bytes = new Uint8Array(codec.size + 2);
    const error = refusal(() => codec.encodeInto(null, bytes, at));
    expect(error).toMatchObject({ code: 'length', path: [], offset: at });
  });
});
