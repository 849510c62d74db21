import { describe, expect, test } from 'vitest';
import { compareLayouts } from '../../src/check/index.js';
import { compound, pointer } from '../../src/check/object-layout.js';
import { arm32, layoutOf, x86_64 } from '../../src/layout/index.js';
import {
  array,
  handle,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
} from '../../src/schema/index.js';
import { e820entry, xen_memory_exchange } from '../../abi/index.js';
import { at, ours, theirs, u } from './by-hand.js';

describe('other names', () => {
  const pair = ours({ a: uint32_t, b: uint32_t });

  test('in the same place are notes', () => {
    expect(compareLayouts(pair, theirs(8, at('a', 0, u(4)), at('x', 4, u(4))))).toEqual({
      differences: [],
      notes: ['b is called x'],
    });
  });

  test('of another size or place are a missing field and an extra one', () => {
    const { differences } = compareLayouts(pair, theirs(8, at('a', 0, u(4)), at('x', 4, u(2))));
    expect(differences).toEqual([
      { path: 'b', what: 'missing', expected: 4, actual: null },
      { path: 'x', what: 'extra', expected: null, actual: 4 },
    ]);
  });

  test('inside a struct of their own, or beside each other where we have a struct', () => {
    const clock = theirs(8, at('version', 0, u(4)), at('sec', 4, u(4)));
    const flat = ours({ a: uint64_t, wc_version: uint32_t, wc_sec: uint32_t });
    const nested = theirs(16, at('a', 0, u(8)), at('wc', 8, clock));
    expect(compareLayouts(flat, nested)).toEqual({
      differences: [],
      notes: ['wc_version is called wc.version', 'wc_sec is called wc.sec'],
    });
    const dev = struct('dev', { seg: uint16_t, bus: uint8_t, fn: uint8_t });
    const open = theirs(4, at('seg', 0, u(2)), at('bus', 2, u(1)), at('devfn', 3, u(1)));
    expect(compareLayouts(ours({ dev }), open).differences).toEqual([]);
  });

  // Two fields of equal size that changed places keep their names: no renaming explains it.
  test('never hide a swap', () => {
    const { differences } = compareLayouts(pair, theirs(8, at('b', 0, u(4)), at('a', 4, u(4))));
    expect(differences.map(({ path, expected, actual }) => [path, expected, actual])).toEqual([
      ['a', 0, 4],
      ['b', 4, 0],
    ]);
  });
});

describe('a guest handle', () => {
  const wide = ours({ h: handle('H', uint32_t, uint64_t) }, arm32);
  const p = pointer('T *', 4, arm32);
  const p64 = pointer('T *', 8, x86_64);

  test.each([
    ['a 64-bit integer', u(8, arm32)],
    ['a struct around one', theirs(8, at('q', 0, u(8, arm32)))],
    [
      'a union with a pointer',
      compound('union', null, 8, [at('p', 0, p), at('q', 0, u(8, arm32))]),
    ],
    [
      'an anonymous union in a struct',
      theirs(8, at(null, 0, compound('union', null, 8, [at('p', 0, p), at('q', 0, u(8, arm32))]))),
    ],
    ['a pointer of 64 bits', p64],
  ])('may be %s', (_, layout) => {
    expect(compareLayouts(wide, theirs(8, at('h', 0, layout))).differences).toEqual([]);
  });

  test.each([
    ['a pointer of 32 bits', p, { what: 'size', expected: 8, actual: 4 }],
    ['a struct around one', theirs(4, at('p', 0, p)), { what: 'size', expected: 8, actual: 4 }],
  ])('is too narrow as %s', (_, layout, wanted) => {
    expect(compareLayouts(wide, theirs(8, at('h', 0, layout))).differences).toEqual([
      { path: 'h', ...wanted },
    ]);
  });
});

describe('shapes', () => {
  test('a union in ours may be a plain integer in theirs', () => {
    const choice = union('u', { domid: uint16_t, res0: uint16_t });
    expect(compareLayouts(ours({ u: choice }), theirs(2, at('domid', 0, u(2))))).toEqual({
      differences: [],
      notes: ['u is a plain domid in place of the union'],
    });
  });

  test('an array is no integer of its size', () => {
    const four = compareLayouts(ours({ a: array(uint8_t, 4) }), theirs(4, at('a', 0, u(4))));
    expect(four.differences).toEqual([
      { path: 'a', what: 'shape', expected: 'array of 4', actual: 'integer' },
    ]);
  });

  test('a field that names padding is a remark, and so is another one there', () => {
    const some = ours({ a: uint64_t, b: uint16_t });
    const there = (name: string) =>
      compareLayouts(some, theirs(16, at('a', 0, u(8)), at('b', 8, u(2)), at(name, 10, u(2))));
    expect(there('_pad1')).toEqual({ differences: [], notes: ['_pad1 names padding'] });
    expect(there('flags')).toEqual({
      differences: [],
      notes: ['flags lies in padding, where no field is'],
    });
  });
});

// Debug information does not say that a struct is packed: what its fields would need is no
// alignment of theirs, and a right e820entry was said to differ.
test('the alignment that fields would need is none that a packed struct has', () => {
  const packed = theirs(20, at('addr', 0, u(8)), at('size', 8, u(8)), at('type', 16, u(4)));
  expect(compareLayouts(layoutOf(e820entry, x86_64), packed)).toEqual({
    differences: [],
    notes: [],
  });
});

// Each of ours tried each of theirs, member by member inside them: minutes for an 18 KB file.
test('thousands of members at one place are not all tried', () => {
  const inner = theirs(1, ...Array.from({ length: 2000 }, (_, i) => at(`m${i}`, 0, u(1))));
  const all = theirs(72, ...Array.from({ length: 2000 }, (_, i) => at(`n${i}`, 0, inner)));
  // A minute would be over the time that a test has.
  expect(compareLayouts(layoutOf(xen_memory_exchange, x86_64), all).differences).not.toEqual([]);
});
