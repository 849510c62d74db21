import { describe, expect, test } from 'vitest';
import { AT, FORM, TAG } from '../../src/check/dwarf/constants.js';
import { compareLayouts } from '../../src/check/index.js';
import type { CompoundLayout, Layout } from '../../src/layout/index.js';
import { handle, uint64_t } from '../../src/schema/index.js';
import { ours } from './by-hand.js';
import { at, baseType, memberDie, structDie, structIn, unitDie } from './dies.js';
import { type Attribute, die, type Die, writeDwarf } from './write-dwarf.js';

const structOf = (size: number, type: Die): CompoundLayout =>
  structIn(writeDwarf(unitDie([structDie('s', size, [memberDie('a', type, at(0))])])));
const layoutOf = (type: Die): Layout => structOf(8, type).members[0]!.layout;

describe('base types', () => {
  // DW_ATE_…: DWARF 5, 7.8.
  test.each<[string, number, object]>([
    ['address', 0x01, { kind: 'int', signed: false }],
    ['boolean', 0x02, { kind: 'int', signed: false }],
    ['complex_float', 0x03, { kind: 'chars' }],
    ['float', 0x04, { kind: 'float', align: 4 }],
    ['signed', 0x05, { kind: 'int', signed: true }],
    ['signed_char', 0x06, { kind: 'int', signed: true }],
    ['unsigned', 0x07, { kind: 'int', signed: false }],
    ['unsigned_char', 0x08, { kind: 'int', signed: false }],
    ['imaginary_float', 0x09, { kind: 'chars' }],
    ['packed_decimal', 0x0a, { kind: 'chars' }],
    ['numeric_string', 0x0b, { kind: 'chars' }],
    ['edited', 0x0c, { kind: 'chars' }],
    ['signed_fixed', 0x0d, { kind: 'chars' }],
    ['unsigned_fixed', 0x0e, { kind: 'chars' }],
    ['decimal_float', 0x0f, { kind: 'chars' }],
    ['UTF', 0x10, { kind: 'int', signed: false }],
    ['ASCII', 0x12, { kind: 'int', signed: false }],
    ['complex_signed', 0x13, { kind: 'chars' }],
  ])('DW_ATE_%s', (_, encoding, expected) =>
    expect(layoutOf(baseType(4, 'n', encoding))).toMatchObject({ size: 4, ...expected }),
  );

  // gcc's attribute scalar_storage_order gives its own base types to what it turns round.
  test.each<[string, number, object]>([
    ['DW_END_default', 0, { kind: 'int' }],
    ['DW_END_big', 1, { kind: 'chars', type: { name: 'big-endian n' } }],
    ['DW_END_little', 2, { kind: 'int' }],
  ])('%s', (_, endianity, expected) => {
    const type = baseType(4, 'n');
    type.attributes.push([AT.endianity, FORM.data1, endianity]);
    expect(layoutOf(type)).toMatchObject({ size: 4, ...expected });
  });

  test.each<[number, number]>([
    [4, 4],
    [8, 8],
    [16, 8],
  ])('floating point of %i bytes is aligned to %i', (size, align) =>
    expect(layoutOf(baseType(size, 'n', 4))).toMatchObject({ size, align }),
  );
});

describe('qualifiers', () => {
  const names = 'const volatile restrict atomic packed shared immutable'.split(' ');
  const tags = names.map((name) => TAG[`${name}_type` as keyof typeof TAG]);

  test.each(tags.map((tag, i) => [names[i]!, tag] as const))('%s', (_, tag) => {
    const qualified = (...more: Attribute[]): Die =>
      die(tag, [[AT.type, FORM.ref4, baseType(4)], ...more]);
    expect(layoutOf(qualified())).toMatchObject({ kind: 'int', size: 4, align: 4 });
    expect(layoutOf(qualified([AT.alignment, FORM.udata, 8]))).toMatchObject({ size: 4, align: 8 });
    expect(layoutOf(die(tag, []))).toMatchObject({ kind: 'chars', size: 0 });
  });
});

describe("Rust's enumerations", () => {
  const pointer = die(TAG.pointer_type, [[AT.type, FORM.ref4, baseType(1)]]);
  const nonNull = structDie('NonNull', 8, [memberDie('pointer', pointer, at(0))]);
  const some = structDie('Some', 8, [memberDie('__0', nonNull, at(0))]);
  const none = structDie('None', 8, []);
  const tag = (offset: number) => die(TAG.member, [[AT.type, FORM.ref4, baseType(8)], at(offset)]);
  const option = (size: number, ...others: Die[]) =>
    structDie('Option', size, [
      die(
        TAG.variant_part,
        [],
        [
          ...others,
          die(TAG.variant, [], [memberDie('None', none, at(0))]),
          die(TAG.variant, [], [memberDie('Some', some, at(size - 8))]),
        ],
      ),
    ]);
  const declared = ours({ a: handle('H', uint64_t, uint64_t) });

  test('Option<NonNull> is a handle', () => {
    expect(compareLayouts(declared, structOf(8, option(8, tag(0))))).toEqual({
      differences: [],
      notes: [],
    });
  });

  test('Option<NonNull> is the pointer in it', () => {
    const { notes } = compareLayouts(ours({ a: uint64_t }), structOf(8, option(8)));
    expect(notes).toEqual(['a is a pointer, where the ABI has an integer']);
  });

  test('an Option with a tag is none', () => {
    const { differences } = compareLayouts(declared, structOf(16, option(16, tag(0))));
    expect(differences).toEqual([
      { path: 'a', what: 'size', expected: 8, actual: 16 },
      { path: '', what: 'size', expected: 8, actual: 16 },
    ]);
  });
});
