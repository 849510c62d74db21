import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { sourceOf } from '../../src/check/index.js';
import { contentsNamed, readElf } from '../../src/check/elf/index.js';
import { at, baseType, memberDie, readBack, structDie, structIn, unitDie } from './dies.js';
import { sectionsOf, writeDwarf } from './write-dwarf.js';
import { joined, pack, type SectionSpec, writeElf } from './write-elf.js';

const root = unitDie([structDie('s', 12, [memberDie('a', baseType(4), at(8))])]);
const sections = sectionsOf(root);
const COMPRESSED = 0x800;

describe('headers', () => {
  test.each([
    [3, 4, 'x86_32'],
    [21, 8, 'ppc64'],
    [40, 4, 'arm32'],
    [62, 8, 'x86_64'],
    [183, 8, 'arm64'],
    [243, 8, 'riscv64'],
  ] as const)('machine %i with addresses of %i bytes is %s', (machine, wordSize, name) => {
    expect(readBack(writeElf(sections, { machine, wordSize })).abi.name).toBe(name);
  });

  test.each([
    [8, 4, 'offset 0x12: ELF machine 8 is no architecture'],
    [62, 4, 'offset 0x4: addresses of 32 bits on a machine like x86_64'],
    [243, 4, 'offset 0x4: addresses of 32 bits on a machine like riscv64'],
  ] as const)('machine %i with addresses of %i bytes is refused', (machine, wordSize, why) => {
    expect(() => readBack(writeElf(sections, { machine, wordSize }))).toThrow(why);
  });

  test.each([
    [4, 3, 'offset 0x4: ELF class 3 is unknown'],
    [5, 2, 'offset 0x5: a big-endian object'],
    [5, 9, 'offset 0x5: ELF data encoding 9 is unknown'],
    [58, 12, 'offset 0x3a: section headers of 12 bytes'],
  ])('byte %i as %i', (place, value, why) => {
    const bytes = writeElf(sections);
    bytes[place] = value;
    expect(() => readBack(bytes)).toThrow(why);
  });

  test.each([4, 8] as const)(
    'sections that are counted in section 0, %i bytes a word',
    (wordSize) => {
      const machine = wordSize === 4 ? 3 : 62;
      const elf = readElf(sourceOf(writeElf(sections, { extended: true, machine, wordSize })));
      expect(elf.sections.map(({ name }) => name)).toEqual([
        '',
        '.debug_info',
        '.debug_abbrev',
        '.shstrtab',
      ]);
    },
  );

  test('no sections at all', () => {
    const bytes = writeElf(sections);
    new DataView(bytes.buffer).setBigUint64(40, 0n);
    expect(() => readBack(bytes)).toThrow('no debug info: compile with -g');
  });

  // 0x80 to 0x9f are other characters in windows-1252.
  test.each<[string, readonly number[]]>([
    ['gzip', [0x1f, 0x8b, 8]],
    ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
    ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
    ['LLVM bitcode', [0x42, 0x43, 0xc0, 0xde]],
    ['COFF', [0x64, 0x86, 2, 0]],
    ['COFF', [0x4c, 1, 2, 0]],
    ['COFF', [0x64, 0xaa, 2, 0]],
    ['WebAssembly', [0, 0x61, 0x73, 0x6d, 1]],
  ])('%s, %j', (what, start) =>
    expect(() => readBack(joined(Uint8Array.from(start), new Uint8Array(64)))).toThrow(what),
  );

  test('stabs, which tcc writes', () => {
    const bytes = writeElf([{ name: '.stab', bytes: new Uint8Array(12) }]);
    expect(() => readBack(bytes)).toThrow(/^debug info of the old form stabs: /);
  });

  test('a section that ends behind the file', () => {
    const bytes = writeElf(sections);
    new DataView(bytes.buffer).setUint32(64 + 64 + 32, 0x7fff_ffff, true);
    expect(() => readBack(bytes)).toThrow(
      /^offset 0x140: \.debug_info \(2147483647 bytes\) ends beyond the file's \d+ bytes$/,
    );
  });
});

describe('compressed sections', () => {
  const header = (type: number, size: number, word: 4 | 8) =>
    word === 8 ? pack([4, type], [4, 0], [8, size], [8, 1]) : pack([4, type], [4, size], [4, 1]);
  const zlib = ({ name, bytes }: SectionSpec, word: 4 | 8, size = bytes.length): SectionSpec => ({
    name,
    flags: COMPRESSED,
    bytes: joined(header(1, size, word), deflateSync(bytes)),
  });
  const big = (size: number) => pack([8, size]).toReversed();
  const gnu = ({ name, bytes }: SectionSpec, size = bytes.length): SectionSpec => ({
    name: name.replace('.debug', '.zdebug'),
    bytes: joined(new TextEncoder().encode('ZLIB'), big(size), deflateSync(bytes)),
  });

  test.each([4, 8] as const)('zlib, with a header of words of %i bytes', (wordSize) => {
    const machine = wordSize === 4 ? 3 : 62;
    const bytes = writeElf(
      sections.map((one) => zlib(one, wordSize)),
      { machine, wordSize },
    );
    expect(structIn(bytes).size).toBe(12);
  });

  test('the older form of GNU', () =>
    expect(structIn(writeElf(sections.map((one) => gnu(one)))).size).toBe(12));

  test.each<[string, SectionSpec, RegExp]>([
    [
      'a header that says more',
      zlib(sections[0]!, 8, 500),
      /^\.debug_info at 0x0: decompresses to \d+ bytes, its header says 500$/,
    ],
    [
      'a header that says more, GNU',
      gnu(sections[0]!, 500),
      /^\.zdebug_info at 0x0: decompresses to \d+ bytes, its header says 500$/,
    ],
    [
      'another magic',
      { name: '.zdebug_info', bytes: new Uint8Array(20) },
      /^\.zdebug_info at 0x0: does not begin with ZLIB$/,
    ],
    [
      'a type that nobody knows',
      { name: '.debug_info', flags: COMPRESSED, bytes: header(3, 9, 8) },
      /^\.debug_info at 0x0: compression type 3 is unknown$/,
    ],
    [
      'half a header',
      { name: '.debug_info', flags: COMPRESSED, bytes: header(1, 9, 8).subarray(0, 9) },
      /^\.debug_info at 0x8: /,
    ],
    [
      'no zlib',
      { name: '.debug_info', flags: COMPRESSED, bytes: joined(header(1, 9, 8), new Uint8Array(9)) },
      /^\.debug_info at 0x0: cannot be decompressed: /,
    ],
    [
      'no zstd',
      { name: '.debug_info', flags: COMPRESSED, bytes: joined(header(2, 9, 8), new Uint8Array(9)) },
      /^\.debug_info, compressed at 0x0: no zstd frame$/,
    ],
    [
      'half a zlib stream',
      {
        name: '.debug_info',
        flags: COMPRESSED,
        bytes: joined(header(1, 9, 8), deflateSync(sections[0]!.bytes).subarray(0, 20)),
      },
      /^\.debug_info at 0x0: /,
    ],
  ])('%s', (_, section, why) =>
    expect(() => readBack(writeElf([section, sections[1]!]))).toThrow(why),
  );

  /** Frames of zstd by hand (RFC 8878): a raw block, one byte repeated, and one to be skipped. */
  test('zstd: several frames, blocks of each plain kind, checksums', () => {
    const magic = pack([4, 0xfd2fb528]);
    const raw = joined(
      magic,
      pack([1, 0x20], [1, 3]),
      pack([3, (3 << 3) | 1]),
      Uint8Array.of(1, 2, 3),
    );
    const repeated = joined(
      magic,
      pack([1, 0x24], [1, 5]),
      pack([3, (5 << 3) | 2 | 1], [1, 9]),
      pack([4, 0]),
    );
    const skipped = pack([4, 0x184d2a53], [4, 2], [2, 0xffff]);
    const unsized = joined(
      magic,
      pack([1, 0], [1, 0]),
      pack([3, (2 << 3) | 1]),
      Uint8Array.of(7, 8),
    );
    const frames = joined(raw, skipped, repeated, unsized);
    const bytes = writeElf([
      { name: '.debug_str', flags: COMPRESSED, bytes: joined(header(2, 10, 8), frames) },
    ]);
    expect([...contentsNamed(readElf(sourceOf(bytes)), '.debug_str')]).toEqual([
      1, 2, 3, 9, 9, 9, 9, 9, 7, 8,
    ]);
  });
});

test('a word of 8 bytes beyond 2^53 is no offset', () => {
  const bytes = writeDwarf(root);
  new DataView(bytes.buffer).setBigUint64(40, 2n ** 53n, true);
  expect(() => readBack(bytes)).toThrow('offset 0x28: a number of 64 bits is beyond every size');
});
