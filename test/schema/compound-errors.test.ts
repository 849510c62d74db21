import { test } from 'vitest';
import {
  anonymous,
  array,
  chars,
  flexible,
  struct,
  typedef,
  uint16_t,
  uint32_t,
  uint8_t,
  union,
  unnamedBits,
} from '../../src/schema/index.js';
import { testRefused } from './refused.js';

const u = uint32_t;
const unnamed = unnamedBits(u, 3);
const merged = anonymous(struct(null, { b: u, a: u }));
const deep = anonymous(struct(null, { _: anonymous(union(null, { a: u })) }));
const list = struct('list', { n: u, items: flexible(uint8_t, 'n') });
const open = typedef('t', flexible(uint8_t));
const typedefOpen = struct('hidden', { n: u, list: open });
const element = 'an element holds a flexible array, which only stands alone';
const alone = 'holds a struct with a flexible array, which only stands alone';

testRefused([
  [() => struct('a-b', { a: u }), 'a-b: is not a C identifier'],
  [() => struct('', { a: u }), ': is not a C identifier'],
  [() => struct('s', { 'a b': u }), 's.a b: is not a C identifier'],
  [() => struct('s', { ok: u, '1a': u }), 's.1a: is not a C identifier'],
  [() => union('u', { größe: u }), 'u.größe: is not a C identifier'],

  [() => struct('s', { a: u, _: merged }), 's.a: is declared twice'],
  [() => struct('t', { _: merged, __: merged }), 't.b: is declared twice'],
  [() => struct('v', { _: deep, a: u }), 'v.a: is declared twice'],
  [() => union('u', { a: u, _: deep }), 'u.a: is declared twice'],

  [() => struct('s', { a: u }, { align: 3 }), 's: alignment 3 is no power of two'],
  [() => struct('s', { a: u }, { align: 0 }), 's: alignment 0 is no power of two'],
  [() => struct('s', { a: u }, { align: NaN }), 's: alignment NaN is no power of two'],
  [() => union('u', { a: u }, { align: 0.5 }), 'u: alignment 0.5 is no power of two'],
  // A bug once: its binary logarithm rounds to 53.
  [
    () => struct('s', { a: u }, { align: 2 ** 53 - 1 }),
    's: alignment 9007199254740991 is no power of two',
  ],
  [() => struct('s', { a: u }, { packed: 3 }), 's: packing 3 is not 1, 2, 4, 8 or 16'],
  [() => struct('s', { a: u }, { packed: 32 }), 's: packing 32 is not 1, 2, 4, 8 or 16'],

  [
    () => struct('s', { n: u, list: flexible(u, 'n'), z: u }),
    's.list: a flexible array must be the last field',
  ],
  [() => struct('s', { list: flexible(u) }), 's.list: a flexible array cannot be the only field'],
  // C11 6.7.2.1p18 wants another named member.
  [
    () => struct('t', { _: unnamed, list: flexible(u) }),
    't.list: a flexible array cannot be the only field',
  ],
  [() => union('u', { a: u, list: flexible(u) }), 'u.list: a flexible array cannot be in a union'],
  [() => struct('s', { a: u, inner: list }), `s.inner: ${alone}`],
  [() => struct('s', { alias: typedef('list_t', list) }), `s.alias: ${alone}`],
  [() => struct('s', { a: u, _: anonymous(list) }), `s._: ${alone}`],
  [() => union('u', { a: u, inner: list }), `u.inner: ${alone}`],
  [() => array(flexible(u), 2), 'array: a flexible array is no element'],
  // Bugs once: behind a typedef, or in an element, nobody saw it.
  [
    () => struct('s', { n: u, list: open, z: u }),
    's.list: a flexible array must be the last field',
  ],
  [() => struct('s', { list: open }), 's.list: a flexible array cannot be the only field'],
  [() => union('u', { a: u, list: open }), 'u.list: a flexible array cannot be in a union'],
  [() => struct('s', { a: u, inner: typedefOpen }), `s.inner: ${alone}`],
  [() => array(open, 2), 'array: a flexible array is no element'],
  [() => flexible(typedef('tt', open)), 'flexible array: a flexible array is no element'],
  [() => array(list, 2), `array: ${element}`],
  [() => array(typedef('list_t', list), 2), `array: ${element}`],
  [() => array(typedefOpen, 2), `array: ${element}`],
  [() => flexible(list, 'n'), `flexible array: ${element}`],
  [() => flexible(flexible(u)), 'flexible array: a flexible array is no element'],

  [() => array(u, -1), 'array: length -1 is no natural number'],
  [() => array(u, 0.5), 'array: length 0.5 is no natural number'],
  [() => array(u, 2 ** 53), 'array: length 9007199254740992 is no natural number'],
  [() => chars(0), 'char array: length 0 is no positive integer'],
  [() => chars(-1), 'char array: length -1 is no positive integer'],
]);

test('what looks wrong and is right', () => {
  struct('_', { _: u, A1: u, __proto: u, ['__proto__']: u, constructor: u });
  struct('s', {
    a: u,
    _: anonymous(struct('tagged', { b: u })),
    __: anonymous(union(null, { c: u })),
  });
  struct('s', { a: u, list: flexible(uint16_t) }, { align: 2 ** 40, packed: 16 });
});
