import { test } from 'vitest';
import {
  anonymous,
  array,
  bits,
  chars,
  flexible,
  handle,
  struct,
  typedef,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  type HandleType,
  type Selector,
  type UnionType,
} from '../../src/schema/index.js';
import { testRefused } from './refused.js';

const u = uint32_t;
const list = (length: string | string[]): HandleType => handle('H', u, u, length);
const selected = (by: string, live: Selector['live'] = { 0: 'a' }): UnionType =>
  union(null, { a: u, b: uint16_t }, { selector: { by, live } });
const noLength = 'its length field m does not exist';
const noSelector = 'its selecting field kind does not exist';

testRefused([
  [() => struct('s', { n: u, one: list('m') }), `s.one: ${noLength}`],
  [() => struct('s', { n: u, product: list(['n', 'm']) }), `s.product: ${noLength}`],
  [() => struct('s', { n: u, items: array(list('m'), 2) }), `s.items: ${noLength}`],
  [() => struct('s', { n: u, alias: typedef('h_t', list('m')) }), `s.alias: ${noLength}`],
  [() => struct('s', { n: u, u: union(null, { h: list('m'), z: u }) }), `s.u.h: ${noLength}`],
  [
    () => struct('s', { n: u, _: anonymous(union(null, { h: list('m'), z: u })) }),
    `s._.h: ${noLength}`,
  ],
  // It is looked for beside the handle, not further out.
  [() => struct('s', { h: list('m'), inner: struct('t', { m: u }) }), `s.h: ${noLength}`],
  [() => struct('s', { n: u, list: flexible(u, 'm') }), `s.list: ${noLength}`],
  [() => struct('s', { n: u, items: flexible(list('m')) }), `s.items: ${noLength}`],

  [() => struct('s', { n: chars(4), h: list('n') }), 's.h: its length field n is no integer'],
  [
    () => struct('t', { n: struct('n', { a: u }), h: list('n') }),
    't.h: its length field n is no integer',
  ],
  [() => struct('v', { n: array(u, 1), h: list('n') }), 'v.h: its length field n is no integer'],
  [() => struct('s', { h: list('h') }), 's.h: its length field h is no integer'],
  [
    () => struct('s', { n: u, items: flexible(u, 'items') }),
    's.items: its length field items is no integer',
  ],
  [
    () => struct('s', { n: list([]), items: flexible(u, 'n') }),
    's.items: its length field n is no integer',
  ],

  [() => struct('s', { op: u, u: selected('kind') }), `s.u: ${noSelector}`],
  [() => struct('s', { op: u, _: anonymous(selected('kind')) }), `s._: ${noSelector}`],
  [() => struct('s', { op: u, array: array(selected('kind'), 2) }), `s.array: ${noSelector}`],
  [() => struct('s', { op: u, alias: typedef('u_t', selected('kind')) }), `s.alias: ${noSelector}`],
  [
    () => struct('s', { op: chars(2), u: selected('op') }),
    's.u: its selecting field op is no integer',
  ],
  [() => selected('op', { 0: 'a', 1: 'c' }), '(unnamed).c: is selected but does not exist'],
  [
    () => selected('op', { 0: { by: 'other', live: { 5: 'c' } } }),
    '(unnamed).c: is selected but does not exist',
  ],
  [
    () => struct('s', { op: u, u: selected('op', { 0: { by: 'kind', live: { 5: 'a' } } }) }),
    `s.u: ${noSelector}`,
  ],
]);

test('what looks wrong and is right', () => {
  const outer = union(null, { a: u }, { selector: { by: 'far', outer: true, live: { 0: 'a' } } });
  struct('s', { far: u, inner: struct(null, { u: outer }) });
  const either = anonymous(union(null, { n: u, m: uint16_t }));
  struct('s', { _: either, h: list(['n', 'm']), constant: handle('H', u, u, 7) });
  struct('s', { n: bits(u, 3), list: flexible(uint8_t, 'n') });
  struct('s', { op: typedef('op_t', u), u: selected('op', { 0: 'a', 7: 'b' }) });
  struct('s', {
    op: u,
    kind: u,
    u: selected('op', { 0: { by: 'kind', live: { 5: 'a' } }, 7: 'b' }),
  });
  union('u', { h: list('n'), pad: uint64_t }); // the struct around it holds `n`
});
