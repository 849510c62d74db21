import { describe, expect, test } from 'vitest';
import { vcpu_info_x86_64 as vcpu_info, vcpu_time_info } from '../../abi/index.js';
import { judge } from '../../src/check/index.js';
import { type Abi, type CompoundLayout, layoutOf, x86_32, x86_64 } from '../../src/layout/index.js';
import {
  aligned,
  array,
  bits,
  type CompoundType,
  handle,
  int8_t,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  unsigned_long,
} from '../../src/schema/index.js';
import { alignedTo, at, bitsAt, theirs, u } from './by-hand.js';

/** What is said of the mistake in a struct. */
function said(type: CompoundType, layout: CompoundLayout, abi: Abi = x86_64): readonly string[] {
  const structs = new Map([['s', [{ layout, unit: '', name: 's', isTag: true }]]]);
  const none = { declared: new Set<string>(), unreadable: new Set<string>(), problems: [] };
  const object = { abi, format: '', structs, ...none };
  const { verdict, notes } = judge(object, 's', type);
  expect(verdict).toBe('differ');
  return notes;
}

const PACKED = 'packed: the compiler was told to leave no padding';

describe('packing', () => {
  const inner = struct('inner', { x: uint8_t, y: uint32_t });
  const outer = struct('s', { a: uint8_t, inner });

  test.each([
    ['of a struct and those in it', 6, 5, 1],
    ['of the outermost struct alone', 9, 8, 4],
  ])('%s', (_, size, innerSize, y) => {
    const its = theirs(innerSize, at('x', 0, u(1)), at('y', y, u(4)));
    expect(said(outer, theirs(size, at('a', 0, u(1)), at('inner', 1, its)))).toEqual([PACKED]);
  });

  // Of two words, 8 bytes need no more alignment than a word.
  test('is not blamed where fields lie as they would without it', () => {
    const type = struct('s', { h: handle('H', uint64_t, uint64_t), n: uint32_t });
    const halves = theirs(8, at('lo', 0, u(4)), at('hi', 4, u(4)));
    const notes = said(type, theirs(12, at('h', 0, halves), at('n', 8, u(4))));
    expect(notes).not.toContain(PACKED);
    expect(said(type, theirs(12, at('h', 0, u(8)), at('n', 8, u(4))))).toEqual([PACKED]);
  });

  // `#pragma pack(4)`: what is smaller keeps its own alignment.
  test.each([
    [4, uint16_t, 2, 12],
    [4, uint8_t, 1, 12],
    [2, uint8_t, 1, 10],
  ])('to %i bytes', (most, first, size, whole) => {
    const type = struct('s', { a: first, b: aligned(8, uint64_t) });
    const layout = theirs(whole, at('a', 0, u(size)), at('b', most, u(8)));
    expect(said(type, layout)[0]).toBe(
      `packed: the compiler was told to align no field to more than ${most} bytes`,
    );
  });

  test('shows in a place alone, where the size needs no padding', () => {
    const type = struct('s', { a: uint32_t, b: uint64_t, c: uint32_t });
    const layout = theirs(16, at('a', 0, u(4)), at('b', 4, u(8)), at('c', 12, u(4)));
    expect(said(type, layout)[0]).toBe(PACKED);
  });

  test('is not blamed for bit-fields that begin inside their unit', () => {
    const h = handle('H', uint64_t, uint64_t);
    const type = struct('s', { a: bits(uint32_t, 8), b: bits(uint32_t, 24), h });
    const halves = theirs(8, at('lo', 0, u(4)), at('hi', 4, u(4)));
    const layout = theirs(12, bitsAt('a', 0, 8), bitsAt('b', 8, 24), at('h', 4, halves));
    expect(said(type, layout)).not.toContain(PACKED);
  });

  test('explains no alignment that was recorded', () => {
    const type = struct('s', { a: uint64_t });
    expect(said(type, alignedTo(1, theirs(8, at('a', 0, u(8)))))).toEqual([]);
  });
});

describe('handles of 64 bits on x86_32', () => {
  const type = struct('s', { n: uint32_t, h: handle('H', uint32_t, unsigned_long) });

  test.each([
    ['aligned to 4', uint64_t],
    ['aligned to 8', aligned(8, uint64_t)],
  ])('%s', (_, h) => {
    const wrong = layoutOf(struct('s', { n: uint32_t, h }), x86_32);
    expect(said(type, wrong, x86_32)).toEqual(['64-bit guest handles, where x86_32 has others']);
  });
});

describe('fields that are swapped', () => {
  test('have one size', () => {
    const type = struct('s', { a: uint32_t, b: uint16_t, c: uint16_t });
    const order = (a: number, b: number, c: number) =>
      theirs(8, at('a', a, u(4)), at('b', b, u(2)), at('c', c, u(2)));
    expect(said(type, order(0, 6, 4))).toEqual(['b and c are swapped']);
    expect(said(type, order(4, 0, 2))).toEqual([]);
  });

  test.each([
    ['of two fields', struct('t', { p: uint32_t, q: uint32_t })],
    ['of one field', struct('t', { p: uint32_t })],
  ])('structs %s are said once, what is inside them moves along', (_, inner) => {
    const type = struct('s', { x: inner, y: inner });
    const wrong = layoutOf(struct('s', { y: inner, x: inner }), x86_64);
    expect(said(type, wrong)).toEqual(['x and y are swapped']);
  });

  test('may be bit-fields', () => {
    const type = struct('s', { a: bits(uint32_t, 4), b: bits(uint32_t, 4) });
    expect(said(type, theirs(4, bitsAt('a', 4, 4), bitsAt('b', 0, 4)))).toEqual([
      'a and b are swapped',
    ]);
  });

  test('inside a struct are said with its name', () => {
    const inner = struct('t', { p: uint32_t, q: uint32_t });
    const wrong = struct('t', { q: uint32_t, p: uint32_t });
    expect(said(struct('s', { x: inner }), layoutOf(struct('s', { x: wrong }), x86_64))).toEqual([
      'x.p and x.q are swapped',
    ]);
  });
});

// 40 bits fit into an unsigned long here, and not where it has 32: no such struct is tried.
test('a declaration that other architectures cannot have is no mistake', () => {
  const type = struct('s', { a: bits(unsigned_long, 40) });
  expect(() => layoutOf(type, x86_32)).toThrow();
  expect(said(type, theirs(8, at('a', 0, u(8))))).toEqual([]);
});

// Without __XEN_INTERFACE_VERSION__ Xen's own headers declare it so.
test('the time of old interface versions is known, in what holds it, too', () => {
  const old = struct('vcpu_time_info', {
    version: uint32_t,
    pad0: uint32_t,
    tsc_timestamp: uint64_t,
    system_time: uint64_t,
    tsc_to_system_mul: uint32_t,
    tsc_shift: int8_t,
    pad1: array(int8_t, 3),
  });
  const told = expect.stringMatching(/interface versions below 0x00040600/);
  expect(said(vcpu_time_info, layoutOf(old, x86_32), x86_32)).toContainEqual(told);
  const time = layoutOf(old, x86_64);
  const info = layoutOf(vcpu_info, x86_64);
  const members = info.members.map(({ name, offset, layout }) =>
    at(name, offset, name === 'time' ? time : layout),
  );
  expect(said(vcpu_info, theirs(64, ...members))).toContainEqual(told);
});
