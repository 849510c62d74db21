import { describe, expect, test } from 'vitest';
import { compareLayouts } from '../../src/check/index.js';
import { compound, pointer } from '../../src/check/object-layout.js';
import { type CompoundLayout, type Layout, layoutOf, x86_64 } from '../../src/layout/index.js';
import {
  aligned,
  anonymous,
  array,
  bits,
  chars,
  flexible,
  handle,
  int8_t,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
} from '../../src/schema/index.js';
import { alignedTo, at, bitsAt, float, i, list, ours, theirs, theirUnion, u } from './by-hand.js';

/** Differences as `path what expected actual`, and the notes. */
function found(mine: CompoundLayout, other: CompoundLayout): string[] {
  const { differences, notes } = compareLayouts(mine, other);
  return [
    ...differences.map(({ path, what, expected, actual }) =>
      `${path || '.'} ${what}: ${expected} ${actual}`.trim(),
    ),
    ...notes,
  ];
}

const UNKNOWN_ALIGNMENT = /^the debug info does not show an alignment/;

/** What is said of one field `f` at offset 0 that is all of its struct, beside its alignment. */
const fieldAs = (mine: Parameters<typeof struct>[1][string], other: Layout): string[] =>
  found(ours({ f: mine }), theirs(other.size, at('f', 0, other))).filter(
    (line) => !UNKNOWN_ALIGNMENT.test(line),
  );

const address = handle('H', uint64_t, uint64_t);
const halves = theirs(8, at('lo', 0, u(4)), at('hi', 4, u(4)));

describe('an address kept in several words', () => {
  test.each<[string, Layout, string]>([
    ['two words', halves, 'f is kept in 2 parts'],
    [
      'four words',
      theirs(8, ...[0, 2, 4, 6].map((n) => at(`w${n}`, n, u(2)))),
      'f is kept in 4 parts',
    ],
    ['a hole', theirs(8, at('lo', 0, u(2)), at('hi', 4, u(4))), 'f shape: pointer struct'],
    [
      'words that overlap',
      theirs(8, at('lo', 0, u(4)), at('hi', 2, u(4))),
      'f shape: pointer struct',
    ],
    ['a tail', theirs(8, at('lo', 0, u(4)), at('hi', 4, u(2))), 'f shape: pointer struct'],
    ['a float', theirs(8, at('lo', 0, u(4)), at('hi', 4, float)), 'f shape: pointer struct'],
    ['bit-fields', theirs(8, bitsAt('lo', 0, 32), bitsAt('hi', 32, 32)), 'f shape: pointer struct'],
    ['an array', list(2, u(4)), 'f shape: pointer array of 2'],
  ])('%s', (_, other, said) => expect(fieldAs(address, other)).toEqual([said]));

  test('a plain integer is no address', () =>
    expect(fieldAs(uint64_t, halves)).toEqual(['f shape: integer struct']));
});

// Authors of bindings split the word of flags that mem_flags is.
describe('a word kept in bit-fields', () => {
  const word = ours({ f: uint32_t, g: uint32_t });
  const g = at('g', 4, u(4));
  const [low, high] = [bitsAt('low', 0, 8), bitsAt('high', 8, 20)];
  const missing = 'f missing: 0 null';
  const part = (name: string, start: number, width: number, unit: Layout) => ({
    ...at(name, Math.floor(start / 8), unit),
    bits: { start, width },
  });

  test.each<[string, CompoundLayout, string[]]>([
    ['side by side', theirs(8, low, high, g), ['f is kept in 2 bit-fields']],
    [
      'in a struct of the name',
      theirs(8, at('f', 0, theirs(4, low, high)), g),
      ['f is kept in 2 bit-fields'],
    ],
    [
      'of narrower types, which fill it',
      theirs(8, part('a', 0, 8, u(1)), part('b', 8, 12, u(2)), part('c', 20, 12, u(2)), g),
      ['f is kept in 3 bit-fields'],
    ],
    [
      'beside an integer, which fill it',
      theirs(8, part('a', 0, 3, u(1)), part('b', 3, 13, u(2)), at('c', 2, u(2)), g),
      ['f is kept in 3 parts'],
    ],
    [
      'of narrower types, with a gap',
      theirs(8, part('a', 0, 8, u(1)), part('b', 16, 16, u(2)), g),
      [missing, 'a extra: null 0', 'b extra: null 2'],
    ],
    ['one alone', theirs(8, low, g), [missing, 'low extra: null 0']],
    [
      'one that goes on',
      theirs(8, low, bitsAt('high', 8, 30), g),
      [missing, 'low extra: null 0', 'high is one more member of a union'],
    ],
    [
      'a byte beside them',
      theirs(8, low, high, at('x', 3, u(1)), g),
      [missing, 'low extra: null 0', 'high extra: null 1', 'x extra: null 3'],
    ],
    [
      'of a narrower type',
      theirs(8, { ...low, layout: u(1) }, { ...high, layout: u(1) }, g),
      [missing, 'low extra: null 0', 'high extra: null 1'],
    ],
  ])('%s', (_, other, said) => expect(found(word, other)).toEqual(said));
});

describe('arrays', () => {
  test.each<[string, Parameters<typeof fieldAs>[0], Layout, string[]]>([
    [
      'other elements in as many bytes',
      array(uint16_t, 4),
      list(8, u(1)),
      ['f length: 4 8', 'f[0] size: 2 1', 'f has 8 elements, should have 4'],
    ],
    [
      'fewer elements',
      array(uint16_t, 4),
      list(3, u(2)),
      ['f size: 8 6', '. size: 8 6', 'f has 3 elements, should have 4'],
    ],
    ['dimensions that multiply to as many', array(uint16_t, 4), list(2, list(2, u(2))), []],
    ['elements of another kind', array(uint32_t, 2), list(2, float), ['f[0] shape: integer float']],
    ['a struct around one', array(uint32_t, 2), theirs(8, at('a', 0, list(2, u(4)))), []],
    ['one element in place of its array', array(uint32_t, 1), u(4), []],
    [
      'floating point as large as all of it',
      array(uint8_t, 4),
      float,
      ['f shape: array of 4 float'],
    ],
    ['characters', chars(8), list(8, i(1)), []],
    [
      'words for characters',
      chars(8),
      list(4, u(2)),
      ['f length: 8 4', 'f[0] size: 1 2', 'f has 4 elements, should have 8'],
    ],
    [
      'structs around an integer for characters',
      chars(2),
      list(2, theirs(1, at('b', 0, u(1)))),
      [],
    ],
    [
      'structs for characters',
      chars(2),
      list(2, theirs(1, bitsAt('b', 0, 8))),
      ['f[0] shape: integer struct'],
    ],
    // This recursed until the stack was full.
    ['floating point for characters', chars(4), float, ['f shape: bytes float']],
  ])('%s', (_, mine, other, said) => expect(fieldAs(mine, other)).toEqual(said));
});

describe('flexible arrays', () => {
  const open = ours({ n: uint32_t, f: flexible(uint32_t) });
  const n = at('n', 0, u(4));

  test.each<[string, CompoundLayout, string[]]>([
    ['[]', theirs(4, n, at('f', 4, list(null, u(4)))), []],
    ['[0]', theirs(4, n, at('f', 4, list(0, u(4)))), []],
    ['another element', theirs(4, n, at('f', 4, list(0, u(2)))), ['f size: 4 2']],
    [
      'an element of another kind',
      theirs(4, n, at('f', 4, list(null, float))),
      ['f shape: integer float'],
    ],
    ['[1]', theirs(8, n, at('f', 4, list(1, u(4)))), ['f size: 0 4', '. size: 4 8']],
    ['none', theirs(4, n), ['f missing: 4 null']],
    ['no array', theirs(4, n, at('f', 4, theirs(0))), ['f shape: flexible array struct']],
  ])('%s', (_, other, said) => expect(found(open, other)).toEqual(said));

  test('one that the ABI has not moves no byte', () =>
    expect(found(ours({ n: uint32_t }), theirs(4, n, at('f', 4, list(null, u(4)))))).toEqual([
      'f is empty',
    ]));
});

describe('integers', () => {
  test.each<[string, Parameters<typeof fieldAs>[0], Layout, string[]]>([
    ['signed', uint8_t, i(1), ['f is signed here']],
    ['unsigned', int8_t, u(1), ['f is unsigned here']],
    [
      'an address',
      uint64_t,
      pointer('void *', 8, x86_64),
      ['f is a pointer, where the ABI has an integer'],
    ],
    [
      'a union with an integer',
      uint64_t,
      theirUnion(8, at('a', 0, list(8, u(1))), at('b', 0, u(8))),
      [],
    ],
    [
      'a union with an integer that is smaller',
      uint64_t,
      theirUnion(8, at('a', 0, list(8, u(1))), at('b', 0, u(4))),
      ['f shape: integer union'],
    ],
    [
      'a struct whose integer is not at its start',
      uint64_t,
      theirs(8, at('a', 1, u(8)), at('b', 0, u(1))),
      ['f shape: integer struct'],
    ],
    ['bits of a struct', uint32_t, theirs(4, bitsAt('b', 0, 32)), ['f shape: integer struct']],
    [
      'a struct that its integer does not begin',
      uint64_t,
      theirs(8, at('a', 1, u(8))),
      ['f shape: integer struct'],
    ],
    ['floating point', uint32_t, float, ['f shape: integer float']],
    ['a handle that has a sign', address, i(8), []],
  ])('%s', (_, mine, other, said) => expect(fieldAs(mine, other)).toEqual(said));
});

describe('a union that one side names', () => {
  const named = ours({ a: uint32_t, u: union(null, { p: uint32_t, q: uint64_t }) });
  const unnamed = theirs(16, at('a', 0, u(4)), at('p', 8, u(4)), at('q', 8, u(8)));
  test('it has no name here', () => {
    expect(found(named, unnamed)).toEqual(['u.p is called p', 'u.q is called q']);
  });
  test('one of its members is missing', () => {
    const three = ours({ u: union(null, { p: uint32_t, q: uint64_t, r: uint32_t }) });
    const fewer = theirs(8, at('q', 0, u(8)), at('r', 0, u(4)));
    expect(found(three, fewer)).toEqual([
      'u.p is called r',
      'u.q is called q',
      'u.r is not named; r has its bytes',
    ]);
  });
  test('its members are elsewhere', () => {
    const elsewhere = theirs(16, at('a', 0, u(4)), at('p', 4, u(4)), at('q', 4, u(8)));
    expect(found(named, elsewhere)).toContain('u missing: 8 null');
  });
  test('it has a name here', () => {
    const bare = ours({ a: uint32_t, _: anonymous(union(null, { p: uint32_t, q: uint64_t })) });
    const inner = theirUnion(8, at('p', 0, u(4)), at('q', 0, u(8)));
    expect(found(bare, theirs(16, at('a', 0, u(4)), at('u', 8, inner)))).toEqual([
      'p is called u.p',
      'q is called u.q',
    ]);
  });
});

describe('unions', () => {
  const choice = union('u', { a: uint16_t, b: uint32_t });

  test.each<[string, Layout, string[]]>([
    ['an integer of their size', u(4), ['f is a plain f in place of the union']],
    ['a smaller integer', u(2), ['f size: 4 2', '. size: 4 2', '. align: 4 null']],
    ['floating point', float, ['f shape: union float']],
  ])('%s', (_, other, said) => expect(fieldAs(choice, other)).toEqual(said));

  test('one of theirs stands for several of ours', () =>
    expect(
      found(
        layoutOf(union('s', { a: uint32_t, b: uint32_t }), x86_64),
        theirs(4, at('c', 0, u(4))),
      ),
    ).toEqual(['a is called c', 'b is not named; c has its bytes']));

  test('a struct of two is no integer', () =>
    expect(fieldAs(struct('p', { a: uint32_t, b: uint32_t }), u(8))).toEqual([
      'f shape: struct integer',
    ]));
});

describe('members that only one side has', () => {
  const mine = ours({ a: uint32_t, b: uint16_t });
  const [a, b] = [at('a', 0, u(4)), at('b', 4, u(2))];

  test.each<[string, CompoundLayout, string[]]>([
    ['empty', theirs(8, a, b, at('c', 6, theirs(0))), ['c is empty']],
    ['padding beside fields', theirs(8, a, b, at('__pad', 6, u(2))), ['__pad names padding']],
    [
      'padding in place of a field',
      theirs(8, a, at('_pad0', 4, u(2))),
      ['b is only padding here, called _pad0'],
    ],
    [
      'padding over a field',
      theirs(8, a, b, at('_pad0', 5, u(2))),
      ['_pad0 is one more member of a union'],
    ],
    [
      'without a name',
      theirs(8, a, b, at(null, 6, u(2))),
      ['(anonymous) lies in padding, where no field is'],
    ],
    [
      'another field in padding',
      theirs(8, a, b, at('c', 6, u(2))),
      ['c lies in padding, where no field is'],
    ],
    ['over a field', theirs(8, a, b, at('c', 4, u(4))), ['c is one more member of a union']],
    // It was padding: nothing named what had made the struct longer.
    [
      'padding behind the end',
      theirs(12, a, b, at('reserved', 8, u(4))),
      ['reserved extra: null 8', '. size: 8 12'],
    ],
    [
      'bits in padding',
      theirs(8, a, b, bitsAt('c', 48, 4)),
      ['c lies in padding, where no field is'],
    ],
    ['bits behind the end', theirs(8, a, b, bitsAt('c', 64, 4)), ['c extra: null 8']],
    [
      'what bindgen aligns with',
      theirs(8, at('_bindgen_align', 0, list(0, u(8))), a, b),
      ['_bindgen_align is empty'],
    ],
    ['an array of nothing', theirs(8, a, b, at('c', 6, list(0, u(1)))), ['c is empty']],
    [
      'an array of nothing at the start',
      theirs(8, at('c', 0, list(0, u(4))), a, b),
      ['c is empty'],
    ],
  ])('%s', (_, other, said) => expect(found(mine, other)).toEqual(said));
});

test('a struct is not opened for a field of another size', () =>
  expect(
    found(ours({ t: struct('t', { b: uint32_t }) }), theirs(4, at('x', 0, u(2)))).slice(0, 2),
  ).toEqual(['t missing: 0 null', 'x extra: null 0']));

// A guest that needs little of a struct has one array over all that it does not need.
describe('padding over several fields', () => {
  const mine = ours({
    a: uint32_t,
    b: array(uint16_t, 4),
    c: struct('c', { d: uint32_t }),
    e: uint8_t,
  });
  const [a, e] = [at('a', 0, u(4)), at('e', 16, u(1))];

  test.each<[string, CompoundLayout, string[]]>([
    [
      'an array of bytes',
      theirs(20, a, at('pad0', 4, list(12, u(1))), e),
      ['b is only padding here, called pad0', 'c is only padding here, called pad0'],
    ],
    [
      'and over what is padding anyway',
      theirs(20, a, at('b', 4, list(4, u(2))), at('_unused', 12, list(8, u(1)))),
      ['c is only padding here, called _unused', 'e is only padding here, called _unused'],
    ],
    [
      'that ends in the middle of a field',
      theirs(20, a, at('pad0', 4, list(10, u(1))), e),
      ['b missing: 4 null', 'c missing: 12 null', 'pad0 extra: null 4'],
    ],
    [
      'of another name is none',
      theirs(20, a, at('data', 4, list(12, u(1))), e),
      ['b missing: 4 null', 'c missing: 12 null', 'data extra: null 4'],
    ],
    [
      'behind the end is none',
      theirs(24, a, at('pad0', 4, list(20, u(1)))),
      [
        'b missing: 4 null',
        'c missing: 12 null',
        'e missing: 16 null',
        'pad0 extra: null 4',
        '. size: 20 24',
      ],
    ],
  ])('%s', (_, other, said) => expect(found(mine, other)).toEqual(said));
});

test.each(['_', '__', 'Pad_cgo_0', 'mbz', '_filler', 'spare1', '__rsvd2', '_pad', 'reserved0'])(
  '%s is a name of padding',
  (name) => {
    const [a, b] = [at('a', 0, u(4)), at('b', 4, u(2))];
    expect(found(ours({ a: uint32_t, b: uint16_t }), theirs(8, a, b, at(name, 6, u(2))))).toEqual([
      `${name} names padding`,
    ]);
  },
);

// A path was compared with a plain name.
test('padding inside a struct of ours is only called otherwise', () => {
  const mine = ours({ arch: struct('arch', { cr2: uint32_t, pad: uint32_t }) });
  expect(found(mine, theirs(8, at('cr2', 0, u(4)), at('pad', 4, u(4))))).toEqual([
    'arch.cr2 is called cr2',
    'arch.pad is called pad',
  ]);
});

// They were told twice.
test('remarks about what lies in a struct of theirs are told once', () => {
  const base = theirs(8, at('start', 0, i(4)), at('end', 4, u(4)));
  const other = theirs(12, at('base', 0, base), at('x', 8, u(4)));
  expect(found(ours({ start: uint32_t, end: uint32_t, x: uint32_t }), other)).toEqual([
    'start is called base.start',
    'end is called base.end',
    'start is signed here',
  ]);
});

test('padding in place of padding is only another name', () => {
  const mine = ours({ a: uint32_t, pad: uint32_t });
  const other = theirs(8, at('a', 0, u(4)), at('__reserved', 4, u(4)));
  expect(found(mine, other)).toEqual(['pad is called __reserved']);
});

test('padding in a struct of their own is padding', () => {
  const clock = theirs(8, at('version', 0, u(4)), at('_pad', 4, u(4)));
  const other = theirs(16, at('a', 0, u(8)), at('wc', 8, clock));
  expect(found(ours({ a: uint64_t, wc_version: uint32_t }), other)).toEqual([
    'wc_version is called wc.version',
    'wc._pad names padding',
  ]);
});

describe('bit-fields', () => {
  const mine = ours({ a: bits(uint32_t, 3), b: bits(uint32_t, 5) });
  const [a, b] = [bitsAt('a', 0, 3), bitsAt('b', 3, 5)];

  test.each<[string, CompoundLayout, string[]]>([
    ['the same', theirs(4, a, b), []],
    ['moved', theirs(4, a, bitsAt('b', 4, 5)), ['b bit: 3 4']],
    ['wider', theirs(4, a, bitsAt('b', 3, 6)), ['b width: 5 6']],
    ['a field of its own', theirs(4, a, at('b', 1, u(1))), ['b bit: 3 8', 'b width: 5 8']],
    ['renamed', theirs(4, a, bitsAt('c', 3, 5)), ['b is called c']],
    [
      'renamed and moved',
      theirs(4, a, bitsAt('c', 4, 5)),
      ['b missing: 0 null', 'c extra: null 0'],
    ],
    [
      'renamed and wider',
      theirs(4, a, bitsAt('c', 3, 6)),
      ['b missing: 0 null', 'c extra: null 0'],
    ],
    ['one more', theirs(4, a, b, bitsAt('c', 8, 2)), ['c lies in padding, where no field is']],
    [
      'one more in the same byte, unnamed in ours',
      theirs(4, a, bitsAt('b', 3, 5), at('c', 1, u(2))),
      ['c lies in padding, where no field is'],
    ],
    [
      'one over two others',
      theirs(4, a, b, bitsAt('c', 2, 2)),
      ['c is one more member of a union'],
    ],
  ])('%s', (_, other, said) => expect(found(mine, other)).toEqual(said));

  test.each([bitsAt('x', 3, 3), bitsAt('x', 0, 4), at('x', 0, u(4))])(
    'a struct is not opened for what lies otherwise: %j',
    (other) =>
      expect(found(ours({ t: struct('t', { b: bits(uint32_t, 3) }) }), theirs(4, other))).toEqual([
        't missing: 0 null',
        'x extra: null 0',
      ]),
  );

  test('in structs of their own, named or not, lie where those do', () => {
    const pair = theirs(4, bitsAt('b', 0, 3), bitsAt('c', 3, 5));
    const mine = ours({ a: uint32_t, b: bits(uint32_t, 3), c: bits(uint32_t, 5) });
    expect(found(mine, theirs(8, at('a', 0, u(4)), at(null, 4, pair)))).toEqual([]);
    expect(found(mine, theirs(8, at('a', 0, u(4)), at('t', 4, pair)))).toEqual([
      'b is called t.b',
      'c is called t.c',
    ]);
  });

  test('in place of a whole integer', () =>
    expect(found(ours({ f: uint32_t }), theirs(4, bitsAt('f', 0, 31)))).toEqual([
      'f width: 32 31',
    ]));

  test('inside a struct count from the outermost one', () =>
    expect(
      found(
        ours({ n: uint32_t, f: struct('t', { a: bits(uint32_t, 3) }) }),
        theirs(8, at('n', 0, u(4)), at('f', 4, theirs(4, bitsAt('a', 1, 3)))),
      ),
    ).toEqual(['f.a bit: 32 33']));

  // The one member of a struct is seen through; bits are only a part of it.
  test('a struct around one is none', () =>
    expect(fieldAs(struct('t', { a: bits(uint32_t, 32) }), u(4))).toEqual([
      'f shape: struct integer',
    ]));
});

describe('alignment', () => {
  const mine = ours({ a: uint64_t, b: uint32_t });
  const words = [at('a', 0, u(8)), at('b', 8, u(4))];

  test.each<[string, CompoundLayout, CompoundLayout, string[]]>([
    ['not recorded, a size that it divides', mine, theirs(16, ...words), []],
    [
      'not recorded, a size that it does not divide',
      mine,
      theirs(12, ...words),
      ['. size: 16 12', '. align: 8 null'],
    ],
    ['recorded, as ours', mine, alignedTo(8, theirs(16, ...words)), []],
    ['recorded, larger', mine, alignedTo(16, theirs(16, ...words)), ['. align: 8 16']],
    ['recorded as none', mine, compound('struct', 's', 16, words, 1), ['. align: 8 1']],
    ['of a packed struct', mine, alignedTo(1, theirs(16, ...words)), ['. align: 8 1']],
    [
      'of the struct alone',
      layoutOf(struct('s', { a: uint32_t, b: uint32_t }, { align: 8 }), x86_64),
      theirs(8, at('a', 0, u(4)), at('b', 4, u(4))),
      ['the debug info does not show an alignment of 8; its fields alone need 4'],
    ],
    [
      'of a member',
      ours({ a: aligned(8, uint32_t) }),
      theirs(8, at('a', 0, u(4))),
      ['the debug info does not show an alignment of 8; its fields alone need 4'],
    ],
  ])('%s', (_, one, other, said) => expect(found(one, other)).toEqual(said));
});

test('an array of no elements is a flexible one, whichever side has it', () => {
  const open = layoutOf(struct('s', { n: uint32_t, list: flexible(uint32_t) }), x86_64);
  const none = layoutOf(struct('s', { n: uint32_t, list: array(uint32_t, 0) }), x86_64);
  expect(found(open, none)).toEqual([]);
  expect(found(none, open)).toEqual([]);
});
