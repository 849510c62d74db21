import { describe, expect, test, vi } from 'vitest';
import { AT, FORM, TAG } from '../../src/check/dwarf/constants.js';
import { KIND } from '../../src/check/btf/blob.js';
import {
  checkObject,
  everyStruct,
  ObjectError,
  type ObjectSource,
  sourceOf,
} from '../../src/check/index.js';
import { x86_64 } from '../../src/layout/index.js';
import { arrayDie, at, baseType, memberDie, structDie, typedefDie, unitDie } from './dies.js';
import { type BtfSpec, btfInt, btfStruct, writeBtf } from './write-btf.js';
import {
  type Attribute,
  die,
  type Die,
  sectionsOf,
  uleb,
  writeDwarf,
  writeUnit,
} from './write-dwarf.js';
import {
  cString,
  joined,
  pack,
  PROGBITS,
  RELA,
  RELOCATABLE,
  SYMTAB,
  writeElf,
} from './write-elf.js';

const NAME = 'xen_memory_exchange';

// Files as small as these are read in a fraction of that, on a busy machine too.
vi.setConfig({ testTimeout: 20_000 });

/**
 * What is said of a file: of all of it, or of parts. A file that takes minutes is over the time
 * that a test has.
 */
function said(file: Uint8Array | ObjectSource, options = {}, asked = everyStruct): string {
  try {
    const source = file instanceof Uint8Array ? sourceOf(file) : file;
    const object = checkObject(source, options, asked);
    return object.problems.map(({ message }) => message).join('\n');
  } catch (error) {
    if (!(error instanceof ObjectError)) throw error;
    return error.message;
  }
}

const many = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
const u32 = (): Die => baseType(4);
const btf = { abi: x86_64 };

describe('types that go round', () => {
  test('a struct that has itself as a member', () => {
    const self = structDie(NAME, 8, [memberDie('a', baseType(1), at(0))]);
    self.children[0]!.attributes[1] = [AT.type, FORM.ref4, self];
    expect(said(writeDwarf(unitDie([self])))).toMatch(
      /^\.debug_info at 0x[\da-f]+: a type is made of itself$/,
    );
  });

  test.each<[string, (self: Die) => Die]>([
    ['a typedef', (self) => typedefDie('t', self)],
    ['an array', (self) => arrayDie(self, [[AT.count, FORM.data1, 2]])],
    ['const', (self) => die(TAG.const_type, [[AT.type, FORM.ref4, self]])],
  ])('through %s', (_, around) => {
    const member = memberDie('a', u32(), at(0));
    const self = structDie(NAME, 8, [member]);
    const between = around(self);
    member.attributes[1] = [AT.type, FORM.ref4, between];
    expect(said(writeDwarf(unitDie([self, between])))).toMatch(/made of itself/);
  });

  test('a typedef of itself, an array of itself', () => {
    const typedef = typedefDie(NAME, u32());
    typedef.attributes[1] = [AT.type, FORM.ref4, typedef];
    expect(said(writeDwarf(unitDie([typedef])))).toMatch(/made of itself/);
    const list = arrayDie(u32(), [[AT.count, FORM.data1, 2]]);
    list.attributes[0] = [AT.type, FORM.ref4, list];
    expect(said(writeDwarf(unitDie([list, typedefDie(NAME, list)])))).toMatch(/made of itself/);
  });

  test('a type unit whose type is only the signature of itself', () => {
    const self = structDie(NAME, 8, [], [AT.signature, FORM.ref_sig8, 5]);
    const bytes = writeDwarf(unitDie([self]), { kind: 2, signature: 5n, about: self });
    expect(said(bytes)).toMatch(/made of itself/);
  });

  test('thousands of typedefs of a struct that goes round are not thousands of rounds', () => {
    const members = many(3000, (i) => memberDie(`m${i}`, u32(), at(0)));
    const self = structDie('loop', 8, members);
    members.at(-1)!.attributes[1] = [AT.type, FORM.ref4, self];
    const typedefs = many(3000, () => typedefDie(NAME, self));
    expect(said(writeDwarf(unitDie([self, u32(), ...typedefs])))).toMatch(/^[^\n]*made of itself$/);
  });

  test('BTF: a struct, a typedef, an array, and thousands of typedefs', () => {
    const cases: BtfSpec[][] = [
      [btfStruct(NAME, 8, [['a', 1, 0]])],
      [{ kind: KIND.TYPEDEF, name: NAME, sizeOrType: 1 }],
      [btfStruct(NAME, 8, [['a', 2, 0]]), { kind: KIND.ARRAY, data: [1, 1, 4] }],
      [
        btfStruct('loop', 8, [...many(9000, (i) => [`m${i}`, 2, 0] as const), ['m', 1, 0]]),
        btfInt(4),
        ...many(9000, (): BtfSpec => ({ kind: KIND.TYPEDEF, name: NAME, sizeOrType: 1 })),
      ],
    ];
    for (const types of cases)
      expect(said(writeBtf(types), btf)).toMatch(/^\.BTF at 0x[\da-f]+: a type is made of itself$/);
  });
});

describe('types that are too much', () => {
  test('a chain of a thousand typedefs', () => {
    const base = u32();
    const chain: Die[] = [];
    for (let type = base; chain.length < 1000;) chain.push((type = typedefDie(NAME, type)));
    expect(said(writeDwarf(unitDie([base, ...chain.toReversed()])))).toMatch(/nested too deep/);
    const types = [
      btfInt(4),
      ...many(1000, (i): BtfSpec => ({
        kind: KIND.TYPEDEF,
        name: NAME,
        sizeOrType: i === 999 ? 1 : i + 3,
      })),
    ];
    expect(said(writeBtf(types), btf)).toMatch(/nested too deep/);
  });

  test('anonymous structs of two anonymous structs each, 40 times over', () => {
    let inner = structDie(null, 1, [memberDie('x', baseType(1), at(0))]);
    const levels = [inner];
    for (let i = 0; i < 40; i++) {
      inner = structDie(i === 39 ? NAME : null, 1, [
        memberDie(null, inner, at(0)),
        memberDie(null, inner, at(0)),
      ]);
      levels.push(inner);
    }
    expect(said(writeDwarf(unitDie(levels)))).toMatch(/too many members/);
    const types = many(41, (i) =>
      i === 40
        ? btfStruct('', 1, [])
        : btfStruct(i === 0 ? NAME : '', 1, [
            ['', i + 2, 0],
            ['', i + 2, 0],
          ]),
    );
    expect(said(writeBtf(types), btf)).toMatch(/too many members/);
  });

  test('a struct of more members than a function takes arguments', () => {
    const byte = baseType(1);
    const members = many(200_000, () => memberDie('m', byte, at(0)));
    expect(said(writeDwarf(unitDie([byte, structDie(NAME, 1, members)])))).toMatch(
      /too many members/,
    );
    const many65535 = many(65_535, () => ['m', 1, 0] as const);
    expect(said(writeBtf([btfInt(1), btfStruct(NAME, 1, many65535)]), btf)).toBe('');
  });

  test('an array of ten thousand dimensions', () => {
    const list = arrayDie(u32(), ...many(10_000, (): Attribute[] => [[AT.count, FORM.data1, 1]]));
    expect(said(writeDwarf(unitDie([list, typedefDie(NAME, list)])))).toMatch(
      /an array of 10000 dimensions/,
    );
  });

  test('arrays of arrays that double in size', () => {
    const types = [
      ...many(64, (i): BtfSpec => ({ kind: KIND.ARRAY, data: [i + 2, 65, 2] })),
      btfInt(4),
      btfStruct(NAME, 1, [['a', 1, 0]]),
    ];
    expect(said(writeBtf(types), btf)).toMatch(/an array too large/);
    const long = arrayDie(u32(), [[AT.count, FORM.data8, 2n ** 50n]]);
    expect(
      said(writeDwarf(unitDie([long, structDie(NAME, 1, [memberDie('a', long, at(0))])]))),
    ).toMatch(/beyond every size/);
  });

  test('ten thousand definitions of one name', () => {
    const byte = baseType(1);
    const definitions = many(10_000, (i) => structDie(NAME, i + 1, [memberDie('a', byte, at(i))]));
    expect(said(writeDwarf(unitDie([byte, ...definitions])))).toBe(
      `${NAME} has more than 100 definitions; the others are not compared`,
    );
  });

  test('members and bit-fields where nothing is', () => {
    const byte = baseType(1);
    const far: Attribute = [
      AT.data_member_location,
      FORM.exprloc,
      joined(uleb(18), pack([1, 0x23], [8, -1], [8, -1], [1, 0x7f])),
    ];
    const faults: [string, Die][] = [
      ['a member at offset', memberDie('a', byte, far)],
      ['a member at offset -1', memberDie('a', byte, [AT.data_member_location, FORM.sdata, -1])],
      [
        '4 bits at bit -12',
        memberDie('a', byte, at(0), [AT.bit_size, FORM.data1, 4], [AT.bit_offset, FORM.data1, 16]),
      ],
      ['-4 bits at bit 0', memberDie('a', byte, at(0), [AT.bit_size, FORM.sdata, -4])],
    ];
    for (const [why, member] of faults)
      expect(said(writeDwarf(unitDie([byte, structDie(NAME, 1, [member])])))).toContain(why);
  });
});

describe('entries that are too much', () => {
  test('structs inside one another, a hundred thousand deep', () => {
    // One abbreviation with children; no list of children ever ends.
    const abbrev = joined(
      pack([1, 1], [1, 0x11], [1, 1], [2, 0]),
      pack([1, 2], [1, TAG.structure_type], [1, 1], [1, AT.name], [1, FORM.strp], [2, 0], [1, 0]),
    );
    const entry = pack([1, 2], [4, 0]);
    const body = joined(pack([2, 4], [4, 0], [1, 8], [1, 1]), ...many(100_000, () => entry));
    const bytes = writeElf([
      { name: '.debug_info', bytes: joined(pack([4, body.length]), body) },
      { name: '.debug_abbrev', bytes: abbrev },
      { name: '.debug_str', bytes: cString(NAME) },
    ]);
    expect(said(bytes)).toMatch(/^\.debug_info at 0x[\da-f]+: entries are nested too deep/);
  });

  test('an abbreviation of a hundred thousand attributes', () => {
    const attributes = many(100_000, (): Attribute => [AT.external, FORM.flag_present, 1]);
    const root = unitDie([die(TAG.structure_type, attributes)]);
    expect(said(writeDwarf(root))).toMatch(
      /^\.debug_abbrev at 0x[\da-f]+: an abbreviation of more than 255 attributes$/,
    );
  });

  test('thousands of units that each begin at another place of one table', () => {
    const table = many(60_000, () => pack([1, 1], [1, 0x11], [1, 0], [2, 0]));
    const unit = (offset: number) => pack([4, 8], [2, 4], [4, offset], [1, 8], [1, 1]);
    for (const end of [pack([1, 0]), new Uint8Array(0)]) {
      const bytes = writeElf([
        { name: '.debug_info', bytes: joined(...many(20_000, (i) => unit(5 * i))) },
        { name: '.debug_abbrev', bytes: joined(...table, end) },
      ]);
      expect(said(bytes)).toMatch(
        /\.debug_abbrev at 0x[\da-f]+: too many tables of abbreviations share one end/,
      );
    }
  });

  test('a form that is indirect for ever', () => {
    const indirect: Attribute = [AT.byte_size, FORM.indirect, uleb(FORM.indirect)];
    const root = unitDie([structDie(NAME, 1, [], indirect)]);
    expect(said(writeDwarf(root))).toMatch(
      /^\.debug_info at 0x[\da-f]+: a form that is indirect twice$/,
    );
  });

  test('a reference into the middle of an entry, before all entries, and behind the unit', () => {
    for (const offset of [13, 0, 4, 1e6, 0xffff_ffff]) {
      const member = die(TAG.member, [
        [AT.name, FORM.string, 'a'],
        [AT.type, FORM.ref4, offset],
        at(0),
      ]);
      expect(said(writeDwarf(unitDie([structDie(NAME, 4, [member])])))).toMatch(
        /^$|^\.debug_info at 0x/,
      );
    }
  });

  test('a string whose index is beyond every size has a place that is none', () => {
    const index = joined(new Uint8Array(18).fill(0xff), pack([1, 0x7f]));
    const others = [{ name: '.debug_str_offsets', bytes: new Uint8Array(16) }];
    const root = unitDie([structDie(NAME, 1, [die(TAG.member, [[AT.name, FORM.strx, index]])])]);
    expect(said(writeDwarf(root, { others }))).toMatch(
      /^\.debug_info at 0x0: string \d\S* is not in \.debug_str_offsets$/,
    );
  });

  test('names that share a string of a megabyte', () => {
    const byte = baseType(1);
    const long = new Uint8Array(1_000_001).fill(97);
    long[1_000_000] = 0;
    const members = many(10_000, (i) =>
      die(TAG.member, [[AT.name, FORM.strp, pack([4, i])], [AT.type, FORM.ref4, byte], at(0)]),
    );
    const others = [{ name: '.debug_str', bytes: long }];
    expect(said(writeDwarf(unitDie([byte, structDie(NAME, 1, members)]), { others }))).toBe('');
  });
});

describe('files that are too much', () => {
  test('thousands of sections on the same bytes', () => {
    const { info, abbrev } = writeUnit(unitDie([]));
    const bytes = writeElf([
      ...many(5000, () => ({ name: '.debug_info', bytes: new Uint8Array(0) })),
      { name: '.debug_abbrev', bytes: abbrev },
      { name: '.debug_info', bytes: joined(info, new Uint8Array(100_000)) },
    ]);
    // Each header's size becomes that of the last.
    const view = new DataView(bytes.buffer);
    for (let i = 1; i <= 5000; i++) {
      view.setUint32(64 + i * 64 + 24, bytes.length - 200_000, true);
      view.setUint32(64 + i * 64 + 32, 100_000, true);
    }
    expect(said(bytes)).toMatch(
      /^offset 0x40: sections overlap: they have \d+ bytes, the file has \d+$/,
    );
  });

  test('as many sections as 64 bits count', () => {
    const bytes = writeElf(sectionsOf(unitDie([])), { extended: true });
    for (const [low, high] of [
      [0xffff_ffff, 0],
      [0, 0x1f_ffff],
      [0, 0x7fff_ffff],
    ] as const) {
      new DataView(bytes.buffer).setUint32(64 + 32, low, true);
      new DataView(bytes.buffer).setUint32(64 + 36, high, true);
      expect(said(bytes)).toMatch(/^(offset 0x40|section headers at 0x20): /);
    }
  });

  test('a thousand tables of relocations share a table of symbols', () => {
    const { info, abbrev } = writeUnit(unitDie([]));
    const bytes = writeElf(
      [
        { name: '.debug_info', bytes: info },
        { name: '.debug_abbrev', bytes: abbrev },
        { name: '.symtab', bytes: new Uint8Array(24 * 20_000), type: SYMTAB },
        ...many(1000, () => ({
          name: '.rela',
          bytes: pack([8, 0], [8, 0], [8, 0]),
          type: RELA,
          link: 3,
          info: 1,
        })),
      ],
      { type: RELOCATABLE },
    );
    let count = 0;
    const source: ObjectSource = {
      size: bytes.length,
      read(offset, size) {
        if (size === 24 * 20_000) count++;
        return bytes.slice(offset, offset + size);
      },
    };
    said(source);
    expect(count).toBe(1);
  });

  test.each([
    ['zlib', 1, 'ffffffff'],
    ['zlib', 1, 'ffffffffffff0f00'],
    ['zstd', 2, 'ffffffff'],
    ['zstd', 2, 'ffffffffffff0f00'],
  ])('%s (%i) of a few bytes that promises 0x%s', (_, type, size) => {
    const promise = joined(
      pack([4, type], [4, 0]),
      Buffer.from(size.padEnd(16, '0'), 'hex'),
      pack([8, 1]),
    );
    const bytes = writeElf([
      { name: '.debug_info', bytes: joined(promise, new Uint8Array(9)), flags: 0x800 },
    ]);
    expect(said(bytes)).toMatch(/^\.debug_info at 0x0: 9 bytes cannot become \d+$/);
  });

  const compressed = (frame: Uint8Array, size: number) =>
    writeElf([
      {
        name: '.debug_info',
        type: PROGBITS,
        flags: 0x800,
        bytes: joined(pack([4, 2], [4, 0], [8, size], [8, 1]), frame),
      },
    ]);
  const ZSTD = 0xfd2fb528;

  test('zstd: a window of 2 GiB is never made', () => {
    // Not a single segment, the largest window; one empty last block.
    const frame = pack([4, ZSTD], [1, 0], [1, (31 - 10) << 3], [3, 1]);
    const before = process.memoryUsage().arrayBuffers;
    said(compressed(frame, 0));
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2 ** 24);
  });

  test('zstd: a byte that is repeated for ever', () => {
    const frame = joined(
      pack([4, ZSTD], [1, 0], [1, 0]),
      ...many(10_000, () => pack([3, (0x1f_ffff << 3) | 2], [1, 0])),
    );
    expect(said(compressed(frame, 1_000_000))).toMatch(/a zstd block of 2097151 bytes/);
    const legal = joined(
      pack([4, ZSTD], [1, 0], [1, 0x50]),
      ...many(10_000, () => pack([3, (0x2_0000 << 3) | 2], [1, 0])),
      pack([3, 1]),
    );
    expect(said(compressed(legal, 1_000_000))).toMatch(/./);
  });

  test.each(['.debug_cu_index', '.debug_tu_index'])(
    '%s of no columns and 4 billion units',
    (name) => {
      const bytes = writeElf([
        { name: '.debug_info.dwo', bytes: new Uint8Array(0) },
        { name, bytes: pack([4, 5], [4, 0], [4, 0xffff_ffff], [4, 0]) },
      ]);
      expect(said(bytes)).toMatch(new RegExp(`^\\${name} at 0x10: 17179869180 bytes do not fit`));
      const wide = writeElf([
        { name: '.debug_info.dwo', bytes: new Uint8Array(0) },
        { name, bytes: pack([4, 5], [4, 0xffff_ffff], [4, 0xffff_ffff], [4, 0xffff_ffff]) },
      ]);
      expect(said(wide)).toMatch(new RegExp(`^\\${name} at 0x10: \\d+ bytes do not fit`));
    },
  );

  test('a package of thousands of units', () => {
    const count = 20_000;
    const unit = pack([4, 8], [2, 4], [4, 0], [1, 8], [1, 1]);
    const rows = many(count, (i) => pack([4, 12 * i], [4, 0]));
    const sizes = many(count, () => pack([4, 12], [4, 5]));
    const index = joined(
      pack([4, 2], [4, 2], [4, count], [4, 0], [4, 1], [4, 3]),
      ...rows,
      ...sizes,
    );
    const bytes = writeElf([
      { name: '.debug_info.dwo', bytes: joined(...many(count, () => unit)) },
      { name: '.debug_abbrev.dwo', bytes: pack([1, 1], [1, 0x11], [1, 0], [2, 0], [1, 0]) },
      { name: '.debug_cu_index', bytes: index },
    ]);
    expect(said(bytes)).toBe('');
  });
});

describe('files that name themselves', () => {
  const found = structDie(NAME, 4, [memberDie('a', u32(), at(0))]);

  test('a skeleton whose flesh is itself', () => {
    const bytes = writeDwarf(unitDie([], [[AT.dwo_name, FORM.string, 'self.dwo']]));
    let opened = 0;
    const open = () => (opened++, sourceOf(bytes));
    expect(said(bytes, { open })).toBe('');
    expect(opened).toBe(1);
  });

  test('thousands of skeletons of one file have it searched once', () => {
    const { info, abbrev } = writeUnit(unitDie([], [[AT.dwo_name, FORM.string, 'all.dwo']]));
    const bytes = writeElf([
      { name: '.debug_info', bytes: joined(...many(5000, () => info)) },
      { name: '.debug_abbrev', bytes: abbrev },
    ]);
    let opened = 0;
    const open = () => (opened++, sourceOf(writeDwarf(unitDie([found]))));
    expect(said(bytes, { open })).toBe('');
    expect(opened).toBe(1);
  });

  test.each([
    ['.gnu_debugaltlink', cString('self.o')],
    ['.debug_sup', joined(pack([2, 5], [1, 0]), cString('self.o'))],
  ])('a file whose supplement is itself (%s)', (name, bytes) => {
    const self = writeDwarf(unitDie([]), { others: [{ name, bytes }] });
    let opened = 0;
    const open = () => (opened++, sourceOf(self));
    expect(said(self, { open })).toBe('');
    expect(opened).toBe(1);
  });

  test('split BTF whose base is itself', () => {
    const bytes = writeBtf([btfStruct(NAME, 4, [['a', 2, 0]])]);
    expect(said(bytes, { ...btf, base: sourceOf(bytes) })).toMatch(
      /type 2 is not there|made of itself/,
    );
  });
});

describe('counts that are too much', () => {
  test('BTF: a struct of 65,535 members in no bytes', () => {
    const bytes = writeBtf([{ kind: KIND.STRUCT, name: NAME, sizeOrType: 8, count: 0xffff }]);
    expect(said(bytes, btf)).toMatch(/^\.BTF at 0x24: 786420 bytes do not fit before the end$/);
  });

  test.each([4, 8, 12, 16, 20])(
    'BTF: a header whose number at %i is as large as 32 bits go',
    (place) => {
      const bytes = writeBtf([btfInt(4), btfStruct(NAME, 4, [['a', 1, 0]])]);
      new DataView(bytes.buffer).setUint32(place, 0xffff_fffc, true);
      expect(said(bytes, btf)).toMatch(/^\.BTF (strings )?at 0x/);
    },
  );

  test('BTF: thousands of types that share a name of a megabyte', () => {
    const types = many(20_000, (i): BtfSpec => ({
      kind: KIND.TYPEDEF,
      name: i === 0 ? 'a'.repeat(1_000_000) : '',
      sizeOrType: 0,
    }));
    const bytes = writeBtf(types);
    const view = new DataView(bytes.buffer);
    for (let i = 0; i < 20_000; i++) view.setUint32(24 + 12 * i, 1 + i, true);
    expect(said(bytes, btf)).toBe('');
  });

  test('units of every length that 32 and 64 bits have', () => {
    const lengths = [
      pack([4, 1]),
      pack([4, 0x7fff_ffff]),
      pack([4, 0xffff_fff0]),
      pack([4, 0xffff_ffff], [8, -1]),
      pack([4, 0xffff_ffff], [8, 0x1f_ffff_ffff_ffffn]),
    ];
    for (const length of lengths) {
      const bytes = writeElf([{ name: '.debug_info', bytes: joined(length, new Uint8Array(20)) }]);
      expect(said(bytes)).toMatch(/^\.debug_info at 0x[04]: /);
    }
  });
});
