import { describe, expect, test } from 'vitest';
import { AT, FORM, TAG } from '../../src/check/dwarf/constants.js';
import { checkObject, sourceOf } from '../../src/check/index.js';
import { memberOffset } from '../../src/check/dwarf/location.js';
import {
  arrayDie,
  at,
  baseType,
  memberDie,
  readBack,
  structDie,
  structIn,
  typedefDie,
  unitDie,
} from './dies.js';
import { type Attribute, die, type Die, uleb, writeDwarf, writeUnit } from './write-dwarf.js';
import { cString, joined, pack, writeElf } from './write-elf.js';

const bytesOf = (text: string) => Uint8Array.from(text.split(' '), (byte) => parseInt(byte, 16));
const block = (text: string) => joined(uleb(bytesOf(text).length), bytesOf(text));

describe('location expressions of members (DWARF 2 and 3)', () => {
  test.each([
    ['23 08', 8],
    ['23 80 01', 128],
    ['10 0c 22', 12],
    ['11 0c 22', 12],
    ['30 22', 0],
    ['4f 22', 31],
    ['08 ff 22', 255],
    ['0a 00 01 22', 256],
    ['0c 00 00 01 00 22', 65536],
    ['09 ff 22', -1],
    ['0b fe ff 22', -2],
    ['0d fd ff ff ff 22', -3],
    ['23 04 23 04', 8],
  ])('%s is at %i', (text, offset) =>
    expect(memberOffset(bytesOf(text), '.debug_info')).toBe(offset),
  );

  test.each([
    ['06', 'location expression in .debug_info at 0x1: operation 0x6 is no part'],
    ['23', 'location expression in .debug_info at 0x1: '],
    ['22', 'operation 0x22 is no part'],
    ['96', 'operation 0x96 is no part'],
  ])('%s is no constant', (text, why) =>
    expect(() => memberOffset(bytesOf(text), '.debug_info')).toThrow(why),
  );

  test.each<[number, number]>([
    [2, FORM.block1],
    [3, FORM.block1],
    [4, FORM.exprloc],
  ])('DWARF %i has them in a form 0x%s', (version, form) => {
    const word = baseType(4);
    const member = memberDie('a', word, [AT.data_member_location, form, block('23 08')]);
    const layout = structIn(writeDwarf(unitDie([word, structDie('s', 12, [member])]), { version }));
    expect(layout.members[0]).toMatchObject({ name: 'a', offset: 8, layout: { size: 4 } });
  });
});

/**
 * struct { uint32_t a : 3, b : 7; uint32_t c; uint16_t d : 9; } as gcc 12 and clang 14 record
 * it on x86-64: offset, unit, width and bit_offset in all versions but gcc's 5, which has
 * data_bit_offset.
 */
const BITS: readonly (readonly [
  name: string,
  offset: number,
  unit: 2 | 4,
  width: number,
  fromTop: number,
  start: number,
])[] = [
  ['a', 0, 4, 3, 29, 0],
  ['b', 0, 4, 7, 22, 3],
  ['d', 8, 2, 9, 7, 64],
];

describe('bit-fields', () => {
  const expected = BITS.map(([name, , , width, , start]) => ({
    name,
    offset: Math.floor(start / 8),
    bits: { start, width },
  }));
  const units = { 2: baseType(2), 4: baseType(4) };
  const read = (attributes: (row: (typeof BITS)[number]) => Attribute[]) => {
    const members = BITS.map((row) =>
      memberDie(row[0], units[row[2]], [AT.bit_size, FORM.data1, row[3]], ...attributes(row)),
    );
    return structIn(writeDwarf(unitDie([structDie('s', 12, members)]))).members;
  };

  test('from DW_AT_bit_offset, counted from the top of their unit', () => {
    expect(
      read(([, offset, , , fromTop]) => [at(offset), [AT.bit_offset, FORM.data1, fromTop]]),
    ).toMatchObject(expected);
  });

  test('from DW_AT_bit_offset in a unit whose size is their own attribute', () => {
    expect(
      read(([, offset, unit, , fromTop]) => [
        at(offset),
        [AT.byte_size, FORM.data1, unit],
        [AT.bit_offset, FORM.data1, fromTop],
      ]),
    ).toMatchObject(expected);
  });

  test('from DW_AT_data_bit_offset', () => {
    expect(read(([, , , , , start]) => [[AT.data_bit_offset, FORM.udata, start]])).toMatchObject(
      expected,
    );
  });
});

describe('arrays', () => {
  const list = (...bounds: (readonly Attribute[])[]): Die => arrayDie(baseType(2), ...bounds);
  const typeOf = (type: Die) =>
    structIn(writeDwarf(unitDie([structDie('s', 64, [memberDie('a', type, at(0))])]))).members[0]!
      .layout;

  test.each<[string, Attribute[], object]>([
    ['count 3', [[AT.count, FORM.data1, 3]], { kind: 'array', length: 3, size: 6 }],
    ['count 0', [[AT.count, FORM.data1, 0]], { kind: 'array', length: 0, size: 0 }],
    ['upper bound 4', [[AT.upper_bound, FORM.data1, 4]], { kind: 'array', length: 5, size: 10 }],
    ['upper bound 255 in one byte', [[AT.upper_bound, FORM.data1, 255]], { length: 256 }],
    ['upper bound -1', [[AT.upper_bound, FORM.sdata, -1]], { kind: 'array', length: 0, size: 0 }],
    ['upper bound -1 in four bytes', [[AT.upper_bound, FORM.data4, 0xffff_ffff]], { length: 0 }],
    ['upper bound -1 in eight bytes', [[AT.upper_bound, FORM.data8, -1n]], { length: 0 }],
    [
      'bounds 1 and 4',
      [
        [AT.lower_bound, FORM.data1, 1],
        [AT.upper_bound, FORM.data1, 4],
      ],
      { length: 4 },
    ],
    ['no bound', [], { kind: 'flexible', size: 0 }],
  ])('%s', (_, bound, expected) => expect(typeOf(list(bound))).toMatchObject(expected));

  test('a count that an expression computes is refused', () =>
    expect(() => typeOf(list([[AT.count, FORM.exprloc, block('30')]]))).toThrow(
      'an array whose length is known only when a program runs',
    ));

  test('two dimensions are an array of arrays', () => {
    expect(typeOf(list([[AT.count, FORM.data1, 3]], [[AT.count, FORM.data1, 5]]))).toMatchObject({
      length: 3,
      size: 30,
      element: { length: 5, size: 10, element: { size: 2 } },
    });
  });

  test('an array without a dimension is flexible', () =>
    expect(typeOf(list())).toMatchObject({ kind: 'flexible' }));
});

describe('what stands in a struct beside its members', () => {
  const word = baseType(4);

  test('a base class is an anonymous member', () => {
    const base = structDie('base', 4, [memberDie('x', word, at(0))]);
    const inherited = die(TAG.inheritance, [[AT.type, FORM.ref4, base], at(4)]);
    const layout = structIn(
      writeDwarf(unitDie([structDie('s', 8, [inherited, memberDie('y', word, at(0))])])),
    );
    expect(layout.members).toMatchObject([
      { name: null, offset: 4 },
      { name: 'y', offset: 0 },
    ]);
  });

  test('static members are none, nor functions and types inside', () => {
    const members = [
      memberDie(
        'external',
        word,
        [AT.external, FORM.flag_present, 1],
        [AT.declaration, FORM.flag_present, 1],
      ),
      memberDie('declared', word, [AT.declaration, FORM.flag, 1]),
      structDie('inside', 4, [memberDie('not_mine', word, at(0))]),
      die(0x2e, [[AT.name, FORM.string, 'function']], [die(0x05, [])]),
      memberDie('y', word, at(0)),
    ];
    const bytes = writeDwarf(unitDie([structDie('s', 8, members)]));
    expect(structIn(bytes).members.map(({ name }) => name)).toEqual(['y']);
    expect(structIn(bytes, 'inside').members.map(({ name }) => name)).toEqual(['not_mine']);
  });

  test('a declaration is no definition', () => {
    const declared = die(TAG.structure_type, [
      [AT.name, FORM.string, 's'],
      [AT.declaration, FORM.flag_present, 1],
    ]);
    const object = readBack(writeDwarf(unitDie([declared])));
    expect([object.structs.size, [...object.declared]]).toEqual([0, ['s']]);
  });

  test('a declaration that names its type unit is the type of that unit', () => {
    const definition = structDie('s', 4, [memberDie('a', word, at(0))]);
    const type = writeUnit(unitDie([definition]), { kind: 2, signature: 7n, about: definition });
    const declared = die(TAG.structure_type, [
      [AT.declaration, FORM.flag_present, 1],
      [AT.signature, FORM.ref_sig8, 7n],
    ]);
    const user = writeUnit(unitDie([structDie('user', 4, [memberDie('b', declared, at(0))])]), {
      abbrevAt: type.abbrev.length,
    });
    const bytes = writeElf([
      { name: '.debug_info', bytes: joined(type.info, user.info) },
      { name: '.debug_abbrev', bytes: joined(type.abbrev, user.abbrev) },
    ]);
    expect(structIn(bytes, 'user').members[0]!.layout).toMatchObject({
      kind: 'struct',
      size: 4,
      members: [{ name: 'a' }],
    });
  });

  // clang's enumerations in type units had no bytes.
  test('so is a declared enumeration', () => {
    const values = die(TAG.enumeration_type, [[AT.byte_size, FORM.data1, 2]]);
    const type = writeUnit(unitDie([values]), { kind: 2, signature: 7n, about: values });
    const declared = die(TAG.enumeration_type, [
      [AT.declaration, FORM.flag_present, 1],
      [AT.signature, FORM.ref_sig8, 7n],
    ]);
    const user = writeUnit(unitDie([structDie('s', 2, [memberDie('b', declared, at(0))])]), {
      abbrevAt: type.abbrev.length,
    });
    const bytes = writeElf([
      { name: '.debug_info', bytes: joined(type.info, user.info) },
      { name: '.debug_abbrev', bytes: joined(type.abbrev, user.abbrev) },
    ]);
    expect(structIn(bytes).members[0]!.layout).toMatchObject({ kind: 'int', size: 2 });
  });

  // clang leaves out what another unit defines: such a member was said to have no bytes.
  test.each([
    ['a member', (type: Die) => type, 'the type of b is only declared in its unit'],
    ['a typedef of it', (type: Die) => typedefDie('t', type), 'the type of b is only declared'],
    [
      'an element',
      (type: Die) => arrayDie(type, [[AT.count, FORM.data1, 2]]),
      'the type of a part is only declared',
    ],
  ])('%s of a type that is only declared cannot be read', (_, as, why) => {
    const declared = die(TAG.structure_type, [[AT.declaration, FORM.flag_present, 1]]);
    const user = structDie('s', 4, [memberDie('b', as(declared), at(0))]);
    expect(() => structIn(writeDwarf(unitDie([user])))).toThrow(why);
  });

  test('a definition may have its name in a declaration', () => {
    const declared = die(TAG.structure_type, [
      [AT.name, FORM.string, 's'],
      [AT.declaration, FORM.flag_present, 1],
    ]);
    const definition = structDie(
      null,
      4,
      [memberDie('a', word, at(0))],
      [AT.specification, FORM.ref4, declared],
    );
    const layout = structIn(writeDwarf(unitDie([structDie('outer', 4, [declared]), definition])));
    expect(layout).toMatchObject({ size: 4, members: [{ name: 'a' }] });
  });

  // It was told twice, and said to be declared, but never defined.
  test('a type unit that cannot be read is told once, and is no declaration', () => {
    const broken = structDie('s', 4, [
      memberDie('a', word, [AT.data_member_location, FORM.exprloc, block('06')]),
    ]);
    const type = writeUnit(unitDie([broken]), { kind: 2, signature: 7n, about: broken });
    const named = die(TAG.structure_type, [
      [AT.name, FORM.string, 's'],
      [AT.declaration, FORM.flag_present, 1],
      [AT.signature, FORM.ref_sig8, 7n],
    ]);
    const forward = die(TAG.structure_type, [
      [AT.name, FORM.string, 's'],
      [AT.declaration, FORM.flag_present, 1],
    ]);
    const user = writeUnit(unitDie([named, forward]), { abbrevAt: type.abbrev.length });
    const bytes = writeElf([
      { name: '.debug_info', bytes: joined(type.info, user.info) },
      { name: '.debug_abbrev', bytes: joined(type.abbrev, user.abbrev) },
    ]);
    const object = readBack(bytes);
    expect([...object.unreadable]).toEqual(['s']);
    expect(object.problems.map(({ why }) => why)).toEqual([
      expect.stringMatching(/^s cannot be read: /),
    ]);
    const [verdict] = checkObject(sourceOf(bytes), {}, [
      { theirs: 's', ours: 'xen_memory_domain' },
    ]).structs;
    expect(verdict).toMatchObject({ verdict: 'absent', notes: ['s cannot be read'] });
  });

  test('alignment is what an attribute says, or else what the members need', () => {
    const aligned = structDie(
      's',
      64,
      [memberDie('a', word, at(0))],
      [AT.alignment, FORM.udata, 64],
    );
    expect(structIn(writeDwarf(unitDie([aligned]))).align).toBe(64);
    const packed = structDie('s', 5, [memberDie('a', word, at(1))]);
    expect(structIn(writeDwarf(unitDie([packed]))).align).toBe(1);
  });
});

describe('units', () => {
  const root = unitDie([structDie('s', 12, [memberDie('a', baseType(4), at(8))])]);
  const widths = [2, 3, 4, 5].flatMap((version) =>
    ([4, 8] as const).flatMap((offsetSize) =>
      [4, 8].map((addressSize) => ({ version, offsetSize, addressSize })),
    ),
  );

  test.each(widths)('%j', (spec) => {
    const bytes = writeDwarf(root, spec);
    expect(structIn(bytes).members).toMatchObject([{ name: 'a', offset: 8 }]);
    expect(readBack(bytes).format).toBe(`DWARF ${spec.version}`);
  });

  test.each([
    [0, '.debug_info at 0x0: DWARF version 0 is unknown'],
    [1, '.debug_info at 0x0: DWARF version 1 is unknown'],
    [6, '.debug_info at 0x0: DWARF version 6 is unknown'],
  ])('of version %i', (version, why) => {
    const { problems } = readBack(writeDwarf(root, { version }));
    expect(problems.map(({ code, message }) => [code, message])).toEqual([['unsupported', why]]);
  });

  test('empty ones between two are padding; versions are told together', () => {
    const [old, young] = [
      writeUnit(root, { version: 3 }),
      writeUnit(unitDie([structDie('t', 1, [])]), { version: 5 }),
    ];
    const second = writeUnit(unitDie([structDie('t', 1, [])]), {
      version: 5,
      abbrevAt: old.abbrev.length,
    });
    expect(young.info.length).toBe(second.info.length);
    const bytes = writeElf([
      {
        name: '.debug_info',
        bytes: joined(old.info, pack([4, 0], [4, 0]), second.info, pack([4, 0])),
      },
      { name: '.debug_abbrev', bytes: joined(old.abbrev, second.abbrev) },
    ]);
    const object = readBack(bytes, ['s', 't']);
    expect(object.problems).toEqual([]);
    expect([...object.structs.keys(), object.format]).toEqual(['s', 't', 'DWARF 3 and 5']);
  });

  test('one that cannot be read does not hide the next', () => {
    const good = writeUnit(root);
    const bad = good.info.slice();
    bad[12] = 0x55; // the code of the first entry
    const bytes = writeElf([
      { name: '.debug_info', bytes: joined(bad, good.info) },
      { name: '.debug_abbrev', bytes: good.abbrev },
    ]);
    const object = readBack(bytes);
    expect(object.problems.map(({ message }) => message)).toEqual([
      '.debug_info at 0xc: abbreviation 85 is not in .debug_abbrev',
    ]);
    expect(object.structs.get('s')).toHaveLength(1);
  });

  test('the same struct in two units is one, another of its name is a second', () => {
    const other = unitDie([structDie('s', 16, [memberDie('a', baseType(4), at(8))])]);
    const [one, two] = [
      writeUnit(root),
      writeUnit(other, { abbrevAt: writeUnit(root).abbrev.length }),
    ];
    const bytes = writeElf([
      { name: '.debug_info', bytes: joined(one.info, one.info, two.info, one.info) },
      { name: '.debug_abbrev', bytes: joined(one.abbrev, two.abbrev) },
    ]);
    expect(
      readBack(bytes)
        .structs.get('s')!
        .map(({ layout, unit }) => [layout.size, unit]),
    ).toEqual([
      [12, 'unit.c'],
      [16, 'unit.c'],
    ]);
  });
});

describe('names', () => {
  const word = baseType(4);
  const named = (form: number, value: number): Die =>
    die(
      TAG.structure_type,
      [
        [AT.name, form, value],
        [AT.byte_size, FORM.data1, 4],
      ],
      [memberDie('a', word, at(0))],
    );
  const strings = { name: '.debug_str', bytes: joined(cString('x'), cString('s')) };
  const offsets = {
    name: '.debug_str_offsets',
    bytes: pack([4, 12], [2, 5], [2, 0], [4, 0], [4, 2]),
  };

  test.each<[keyof typeof FORM, number, string]>([
    ['strp', 2, '.debug_str'],
    ['line_strp', 2, '.debug_line_str'],
    ['strx', 1, '.debug_str'],
    ['strx1', 1, '.debug_str'],
    ['strx2', 1, '.debug_str'],
    ['strx3', 1, '.debug_str'],
    ['strx4', 1, '.debug_str'],
  ])('%s', (form, value, name) => {
    const base: Attribute = [AT.str_offsets_base, FORM.sec_offset, 8];
    const bytes = writeDwarf(unitDie([named(FORM[form], value)], [base]), {
      others: [{ ...strings, name }, offsets],
    });
    expect(structIn(bytes).size).toBe(4);
  });

  test('a typedef of an anonymous struct is found by its name', () => {
    const bytes = writeDwarf(
      unitDie([typedefDie('s', structDie(null, 4, [memberDie('a', word, at(0))]))]),
    );
    expect(structIn(bytes).members).toHaveLength(1);
  });
});
