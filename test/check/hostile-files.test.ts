import { describe, expect, test, vi } from 'vitest';
import { AT, FORM } from '../../src/check/dwarf/constants.js';
import { type ObjectSource, sourceOf } from '../../src/check/index.js';
import { at, memberDie, structDie, unitDie } from './dies.js';
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
