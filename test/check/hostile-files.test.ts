import { describe, expect, test, vi } from 'vitest';
import { AT, FORM } from '../../src/check/dwarf/constants.js';
import { type ObjectSource, sourceOf } from '../../src/check/index.js';
import { readElf } from '../../src/check/elf/index.js';
import { at, memberDie, readBack, structDie, unitDie } from './dies.js';
import { btf, ENOUGH, many, NAME, said, u32 } from './said.js';
import { btfStruct, writeBtf } from './write-btf.js';
import { sectionsOf, writeDwarf, writeUnit } from './write-dwarf.js';
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

vi.setConfig(ENOUGH);

const ZSTD = 0xfd2fb528;
const TOO_MUCH = /^unpacks to \d+ bytes$/;

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
    ['zlib', 1, '00000010', /^9 bytes cannot become 268435456$/],
    ['zlib', 1, 'ffffffff', TOO_MUCH],
    ['zlib', 1, 'ffffffffffff0f00', TOO_MUCH],
    ['zstd', 2, '00000010', /^9 bytes cannot become 268435456$/],
    ['zstd', 2, 'ffffffff', TOO_MUCH],
    ['zstd', 2, 'ffffffffffff0f00', TOO_MUCH],
  ])('%s (%i) of a few bytes that promises 0x%s', (_, type, size, why) => {
    const promise = joined(
      pack([4, type], [4, 0]),
      Buffer.from(size.padEnd(16, '0'), 'hex'),
      pack([8, 1]),
    );
    const bytes = writeElf([
      {
        name: '.debug_info',
        // An empty last block is all that there is of the frame.
        bytes: joined(promise, pack([4, ZSTD], [1, 0], [1, 0], [3, 1])),
        flags: 0x800,
      },
    ]);
    const [place, reason] = said(bytes).split(': ', 2);
    expect(place).toBe('.debug_info at 0x0');
    expect(reason).toMatch(why);
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

  /** A frame of blocks that repeat a byte, 128 KiB each. */
  const repeated = (byte: number, blocks: number) =>
    joined(
      pack([4, ZSTD], [1, 0], [1, 0x50]),
      ...many(blocks, () => pack([3, ((2 ** 17) << 3) | 2], [1, byte])),
      pack([3, 1]),
    );
  const named = (name: string, frame: Uint8Array, size: number) => ({
    name,
    flags: 0x800,
    bytes: joined(pack([4, 2], [4, 0], [8, size], [8, 1]), frame),
  });

  test('a section of 288 MiB in few bytes is read', () => {
    const root = unitDie([structDie(NAME, 4, [memberDie('a', u32(), at(0))])]);
    const others = [named('.debug_str', repeated(0x61, 2304), 2304 * 2 ** 17)];
    const bytes = writeDwarf(root, { others });
    expect(bytes.length).toBeLessThan(20_000);
    expect(readBack(bytes, [NAME]).structs.get(NAME)).toHaveLength(1);
  });

  test('more than half a gigabyte of a small file is not unpacked, in one section or in many', () => {
    const half = 2048 * 2 ** 17;
    const strings = named('.debug_str', repeated(0, 2048), half);
    const one = writeDwarf(unitDie([]), {
      others: [named('.debug_str', repeated(0, 4097), 4097 * 2 ** 17)],
    });
    expect(said(one)).toMatch(
      /^\.debug_str at 0x0: unpacks to 537001984 bytes: of a file of \d+ bytes, 536870912 are unpacked at most$/,
    );
    const lines = named('.debug_line_str', repeated(0, 2049), half + 2 ** 17);
    expect(said(writeDwarf(unitDie([]), { others: [strings, lines] }))).toMatch(
      /^\.debug_line_str at 0x0: unpacks to 268566528 bytes, and others to 268435456: of a file/,
    );
  });

  test('hundreds of thousands of sections whose long names share their bytes', () => {
    const count = 200_000;
    const name = 'n'.repeat(5000);
    const table = new Uint8Array(64 * count);
    const view = new DataView(table.buffer);
    for (let i = 1; i < count; i++) {
      view.setUint32(64 * i, 1 + (i % 4700), true);
      view.setUint32(64 * i + 4, 8, true);
    }
    const head = writeElf([], {});
    const strings = cString(`\0${name}`);
    const bytes = joined(head.subarray(0, 64), table, strings);
    const whole = new DataView(bytes.buffer);
    // Counted in the first header, and so is the index of the names: the last section.
    whole.setUint16(60, 0, true);
    whole.setUint16(62, 0xffff, true);
    whole.setUint32(64 + 32, count, true);
    whole.setUint32(64 + 40, count - 1, true);
    const last = 64 + 64 * (count - 1);
    whole.setUint32(last + 4, 3, true);
    whole.setUint32(last + 24, 64 + table.length, true);
    whole.setUint32(last + 32, strings.length, true);
    const { sections } = readElf(sourceOf(bytes));
    expect(sections).toHaveLength(count);
    const kept = new Set(sections.map((one) => one.name));
    expect([...kept].reduce((sum, { length }) => sum + length, 0)).toBeLessThan(4701 * 260);
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

// The whole of it was asked for at once, and the error of that was nobody's.
test('raw BTF of more bytes than there is memory for', () => {
  const start = new Uint8Array(0x240);
  start.set([0x9f, 0xeb]);
  const read = (_: number, size: number) => (size > start.length ? new Uint8Array(size) : start);
  expect(said({ size: 2 ** 53 - 1, read }, btf)).toBe(
    'offset 0x0: the BTF (9007199254740991 bytes) is more than there is memory for',
  );
});

// The name was printed whole: an error of megabytes.
test('of a long name of a file that debug info moved to the beginning is told', () => {
  const bytes = writeElf([{ name: '.gnu_debuglink', bytes: cString('n'.repeat(100_000)) }]);
  expect(said(bytes)).toBe(`no debug info: it was moved to ${'n'.repeat(256)}…, check that file`);
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
