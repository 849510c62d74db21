import { describe, expect, test } from 'vitest';
import { AT, FORM, TAG } from '../../src/check/dwarf/constants.js';
import type { Layout } from '../../src/layout/index.js';
import {
  arrayDie,
  at,
  baseType,
  memberDie,
  readBack,
  structDie,
  structIn,
  unitDie,
} from './dies.js';
import { type Attribute, die, type Die, writeDwarf, writeUnit } from './write-dwarf.js';
import { joined, writeElf } from './write-elf.js';

const [C11, ADA83, FORTRAN08, ASSEMBLY] = [0x1d, 0x03, 0x23, 0x8001];
const ADA = 0x01;
const upper = (n: number): Attribute => [AT.upper_bound, FORM.data1, n];
const lower = (n: number): Attribute => [AT.lower_bound, FORM.sdata, n];
const language = (n: number): Attribute => [AT.language, FORM.data2, n];

/** The type of a struct's only member, in a unit of these attributes. */
function typeOf(type: Die, ...attributes: readonly Attribute[]): Layout {
  const root = unitDie([structDie('s', 64, [memberDie('a', type, at(0))])], attributes);
  return structIn(writeDwarf(root)).members[0]!.layout;
}
const word = baseType(8);

// An array of six in Fortran was said to have seven elements.
describe('where arrays begin by default is the language of the unit', () => {
  test.each<[string, readonly Attribute[], number]>([
    ['C', [language(C11)], 7],
    ['Fortran', [language(FORTRAN08)], 6],
    ['Ada', [language(ADA83)], 6],
    ['Ada by its name', [[AT.language_name, FORM.data1, ADA]], 6],
    ['C++ by its name', [[AT.language_name, FORM.data1, 0x04]], 7],
    ['none', [], 7],
  ])('%s', (_, attributes, length) =>
    expect(typeOf(arrayDie(word, [upper(6)]), ...attributes)).toMatchObject({ length }),
  );

  test('a bound that is given is that', () => {
    const layout = typeOf(arrayDie(word, [lower(-2), upper(3)]), language(FORTRAN08));
    expect(layout).toMatchObject({ length: 6 });
  });
});

const PARTIAL_UNIT = 0x3c;

/** Units that import a partial one, which names no language: what dwz makes. */
function shared(...languages: readonly number[]) {
  const struct = structDie('s', 64, [memberDie('a', arrayDie(word, [upper(6)]), at(0))]);
  const partial = writeUnit(die(PARTIAL_UNIT, [], [struct]), { kind: 3 });
  const first = 12;
  const importing = die(TAG.imported_unit, [[AT.import, FORM.ref_addr, first]]);
  const parts = [partial];
  for (const one of languages) {
    const abbrevAt = joined(...parts.map(({ abbrev }) => abbrev)).length;
    const user = unitDie(one === ASSEMBLY ? [] : [importing], [language(one)]);
    parts.push(writeUnit(user, { abbrevAt }));
  }
  return writeElf([
    { name: '.debug_info', bytes: joined(...parts.map(({ info }) => info)) },
    { name: '.debug_abbrev', bytes: joined(...parts.map(({ abbrev }) => abbrev)) },
  ]);
}

describe('a partial unit has the language of those that import it', () => {
  test.each<[string, readonly number[], number]>([
    ['C', [C11], 7],
    ['Fortran', [FORTRAN08, ADA83], 6],
    ['Fortran beside assembly', [ASSEMBLY, FORTRAN08], 6],
    ['nobody', [], 7],
  ])('%s', (_, languages, length) =>
    expect(structIn(shared(...languages)).members[0]!.layout).toMatchObject({ length }),
  );

  test('where they do not agree, that is said', () => {
    const { problems, unreadable } = readBack(shared(C11, FORTRAN08));
    expect([...unreadable]).toEqual(['s']);
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^\.debug_info at 0x[\da-f]+: s cannot be read: where an array begins is left to the language/,
      ),
    ]);
  });
});

const BOOLEAN = 2;
const array = (element: Die, attributes: readonly Attribute[], count: number): Die =>
  die(
    TAG.array_type,
    [[AT.type, FORM.ref4, element], ...attributes],
    [die(TAG.subrange_type, [[AT.count, FORM.data2, count]])],
  );

describe('elements that are not as far apart as they are large', () => {
  const flag = baseType(1, 'boolean', BOOLEAN);
  const bitStride = (n: number): Attribute => [AT.bit_stride, FORM.data1, n];
  const byteSize = (n: number): Attribute => [AT.byte_size, FORM.data2, n];

  test('bits: a struct of bit-fields', () => {
    const layout = typeOf(array(flag, [bitStride(1)], 64));
    expect(layout).toMatchObject({ kind: 'struct', size: 8 });
    expect(layout.kind === 'struct' && layout.members[63]?.bits).toEqual({ start: 63, width: 1 });
  });

  test.each<[string, Die, object]>([
    [
      'too many bits: their bytes',
      array(flag, [bitStride(1)], 8192),
      { kind: 'chars', size: 1024 },
    ],
    ['nibbles, rounded up', array(flag, [bitStride(4)], 3), { kind: 'struct', size: 2 }],
    ['a size of its own', array(flag, [bitStride(1), byteSize(8)], 40), { size: 8 }],
    ['a size that no stride explains', array(flag, [byteSize(8)], 64), { kind: 'chars', size: 8 }],
    ['the size that it has anyway', array(flag, [byteSize(64)], 64), { kind: 'array', length: 64 }],
    ['words for flags', array(flag, [bitStride(32)], 4), { kind: 'array', length: 4, size: 16 }],
    [
      'structs with room between them',
      array(structDie('e', 4, [memberDie('x', baseType(4), at(0))]), [bitStride(64)], 4),
      { kind: 'array', length: 4, size: 32, element: { members: [{ name: null }] } },
    ],
  ])('%s', (_, type, expected) => expect(typeOf(type)).toMatchObject(expected));

  test('a stride in bytes, of the dimension', () => {
    const dimension = die(TAG.subrange_type, [
      [AT.count, FORM.data1, 3],
      [AT.byte_stride, FORM.data1, 4],
    ]);
    const type = die(TAG.array_type, [[AT.type, FORM.ref4, baseType(2)]], [dimension]);
    expect(typeOf(type)).toMatchObject({ kind: 'array', size: 12, element: { size: 4 } });
  });
});

test('a dimension that is an enumeration has as many elements', () => {
  const values = ['a', 'b', 'c'].map((name) => die(TAG.enumerator, [[AT.name, FORM.string, name]]));
  const index = die(TAG.enumeration_type, [[AT.byte_size, FORM.data1, 1]], values);
  const type = die(TAG.array_type, [[AT.type, FORM.ref4, word]], [index]);
  expect(typeOf(type)).toMatchObject({ kind: 'array', length: 3 });
});

test('an array behind a descriptor is refused', () => {
  const type = die(
    TAG.array_type,
    [
      [AT.type, FORM.ref4, word],
      [AT.data_location, FORM.data1, 0],
    ],
    [die(TAG.subrange_type, [upper(3)])],
  );
  expect(() => typeOf(type)).toThrow('an array that is kept elsewhere, behind a descriptor');
});

// Ada's subtypes and C++'s template aliases were taken for types of no bytes.
describe('any tag with a type and without a size is that type', () => {
  const refers = (tag: number, ...more: readonly Attribute[]): Die =>
    die(tag, [[AT.name, FORM.string, 't'], [AT.type, FORM.ref4, baseType(4, 'i32', 5)], ...more]);
  const TEMPLATE_ALIAS = 0x43;
  const DYNAMIC_TYPE = 0x46;
  const OF_TOMORROW = 0x3fff;

  test.each<[string, Die, object]>([
    ['a subrange', refers(TAG.subrange_type), { kind: 'int', size: 4, signed: true }],
    ['a template alias', refers(TEMPLATE_ALIAS), { kind: 'int', size: 4 }],
    ['a dynamic type', refers(DYNAMIC_TYPE), { kind: 'int', size: 4 }],
    ['one that nobody knows yet', refers(OF_TOMORROW), { kind: 'int', size: 4 }],
    [
      'a subrange of its own size',
      refers(TAG.subrange_type, [AT.byte_size, FORM.data1, 2]),
      { kind: 'int', size: 2, signed: true },
    ],
    ['a set, of its own size', refers(TAG.set_type, [AT.byte_size, FORM.data1, 32]), { size: 32 }],
  ])('%s', (_, type, expected) => expect(typeOf(type)).toMatchObject(expected));
});

test.each([
  ['one character', 1, { kind: 'int', size: 1 }],
  ['sixteen', 16, { kind: 'array', length: 16, element: { kind: 'int', size: 1 } }],
])('characters of Fortran: %s', (_, size, expected) =>
  expect(typeOf(die(TAG.string_type, [[AT.byte_size, FORM.data1, size]]))).toMatchObject(expected),
);

test("C++'s pointers to members have one word, to functions two", () => {
  const pointerTo = (type: Die): Die => die(TAG.ptr_to_member_type, [[AT.type, FORM.ref4, type]]);
  expect(typeOf(pointerTo(word)).size).toBe(8);
  expect(typeOf(pointerTo(die(TAG.subroutine_type, []))).size).toBe(16);
});
