import { describe, expect, test } from 'vitest';
import { sourceOf } from '../../src/check/index.js';
import { contentsNamed, readElf } from '../../src/check/elf/index.js';
import { joined, pack, REL, RELA, RELOCATABLE, SYMTAB, writeElf } from './write-elf.js';

const machines = { x86_32: 3, ppc64: 21, arm32: 40, x86_64: 62, arm64: 183, riscv64: 243 } as const;
type Machine = keyof typeof machines;
/** One relocation at an offset; `addend` is left out where the place itself has it. */
interface Relocation {
  readonly at: number;
  readonly type: number;
  readonly symbol?: number;
  readonly addend?: number;
}

/** Symbols 1 and 2; symbol 0 is none. */
const VALUES = [0n, 0x1_0000_1000n, 0x20n];

/** What a section has after its relocations. */
function relocated(
  machine: Machine,
  place: Uint8Array,
  relocations: readonly Relocation[],
  isRelocatable = true,
) {
  const word = machine === 'x86_32' || machine === 'arm32' ? 4 : 8;
  const hasAddend = relocations[0]?.addend !== undefined;
  const symbols = VALUES.map((value) =>
    word === 8 ? pack([8, 0], [8, value], [8, 0]) : pack([4, 0], [4, value], [8, 0]),
  );
  const table = relocations.map(({ at, type, symbol = 1, addend = 0 }) =>
    joined(
      word === 8 ? pack([8, at], [4, type], [4, symbol]) : pack([4, at], [1, type], [3, symbol]),
      hasAddend ? pack([word, addend]) : new Uint8Array(0),
    ),
  );
  const bytes = writeElf(
    [
      { name: '.debug_info', bytes: place },
      { name: '.symtab', bytes: joined(...symbols), type: SYMTAB },
      {
        name: '.rel.debug_info',
        bytes: joined(...table),
        type: hasAddend ? RELA : REL,
        link: 2,
        info: 1,
      },
    ],
    { machine: machines[machine], wordSize: word, type: isRelocatable ? RELOCATABLE : 2 },
  );
  return contentsNamed(readElf(sourceOf(bytes)), '.debug_info');
}

const of = (size: number, value: number | bigint) => pack([size, value]);
const before = new Uint8Array(8).fill(0xee);
const replaced = (part: Uint8Array) => joined(part, before.subarray(part.length));

describe('relocations that replace', () => {
  test.each<[string, Machine, number, number]>([
    ['R_X86_64_64', 'x86_64', 1, 8],
    ['R_X86_64_32', 'x86_64', 10, 4],
    ['R_X86_64_32S', 'x86_64', 11, 4],
    ['R_AARCH64_ABS64', 'arm64', 257, 8],
    ['R_AARCH64_ABS32', 'arm64', 258, 4],
    ['R_PPC64_ADDR32', 'ppc64', 1, 4],
    ['R_PPC64_ADDR64', 'ppc64', 38, 8],
    ['R_RISCV_32', 'riscv64', 1, 4],
    ['R_RISCV_64', 'riscv64', 2, 8],
    ['R_RISCV_SET32', 'riscv64', 56, 4],
    ['R_RISCV_SET16', 'riscv64', 55, 2],
    ['R_RISCV_SET8', 'riscv64', 54, 1],
    ['R_386_32 with an addend', 'x86_32', 1, 4],
    ['R_ARM_ABS32 with an addend', 'arm32', 2, 4],
  ])('%s: symbol + addend', (_, machine, type, size) => {
    const value = (VALUES[1]! + 0x34n) & ((1n << BigInt(8 * size)) - 1n);
    expect(relocated(machine, before, [{ at: 0, type, addend: 0x34 }])).toEqual(
      replaced(of(size, value)),
    );
    const less = (VALUES[1]! - 1n) & ((1n << BigInt(8 * size)) - 1n);
    expect(relocated(machine, before, [{ at: 0, type, addend: -1 }])).toEqual(
      replaced(of(size, less)),
    );
  });

  test.each<[string, Machine, number, 4 | 8]>([
    ['R_386_32', 'x86_32', 1, 4],
    ['R_ARM_ABS32', 'arm32', 2, 4],
    ['R_X86_64_64', 'x86_64', 1, 8],
  ])('%s without an addend keeps it in the place', (_, machine, type, size) => {
    const place = joined(of(size, 0x34), new Uint8Array(4));
    const value = (VALUES[1]! + 0x34n) & ((1n << BigInt(8 * size)) - 1n);
    expect(relocated(machine, place, [{ at: 0, type }])).toEqual(
      joined(of(size, value), new Uint8Array(4)),
    );
  });
});

describe('pairs of RISC-V: the difference of two labels', () => {
  test.each([
    ['ADD8 and SUB8', 33, 37, 1],
    ['ADD16 and SUB16', 34, 38, 2],
    ['ADD32 and SUB32', 35, 39, 4],
    ['ADD64 and SUB64', 36, 40, 8],
    ['SET8 and SUB8', 54, 37, 1],
    ['SET16 and SUB16', 55, 38, 2],
    ['SET32 and SUB32', 56, 39, 4],
  ])('%s', (name, first, second, size) => {
    const old = name.startsWith('ADD') ? 5n : 0n;
    const place = joined(of(size, 5), new Uint8Array(8 - size));
    const value = (VALUES[1]! + 3n + old - VALUES[2]!) & ((1n << BigInt(8 * size)) - 1n);
    const both = [
      { at: 0, type: first, addend: 3 },
      { at: 0, type: second, symbol: 2, addend: 0 },
    ];
    expect(relocated('riscv64', place, both)).toEqual(
      joined(of(size, value), new Uint8Array(8 - size)),
    );
  });

  test('SET6 and SUB6 leave the upper bits', () => {
    const both = [
      { at: 0, type: 53, symbol: 2, addend: 0x11 },
      { at: 0, type: 52, symbol: 2, addend: 0 },
    ];
    expect(relocated('riscv64', before, both)[0]).toBe(0xc0 | 0x11);
  });

  test('SET_ULEB128 and SUB_ULEB128 keep the number of bytes', () => {
    const both = [
      { at: 0, type: 60, symbol: 2, addend: 0x181 },
      { at: 0, type: 61, symbol: 2, addend: 0 },
    ];
    const place = Uint8Array.of(0x80, 0x80, 0x00, 0xee);
    expect(relocated('riscv64', place, both)).toEqual(Uint8Array.of(0x81, 0x83, 0x00, 0xee));
  });
});

// Each was read as far as it went on, into one number: 200 KB took 41 seconds.
test.each([
  ['the bytes end', 8],
  ['a number of 64 bits ends', 30],
])('a ULEB128 number that goes on until %s is refused', (_, size) => {
  const endless = new Uint8Array(size).fill(0xff);
  expect(() => relocated('riscv64', endless, [{ at: 0, type: 60, addend: 0 }])).toThrow(
    '.rel.debug_info at 0x0: a LEB128 number does not end',
  );
});

test('a relocation is told by its place in the table, however many come before it', () => {
  const all = Array.from({ length: 3 }, (_, i) => ({
    at: 0,
    type: 1,
    symbol: i < 2 ? 1 : 9,
    addend: 0,
  }));
  expect(() => relocated('x86_64', before, all)).toThrow(
    '.rel.debug_info at 0x30: symbol 9 is not in the symbol table',
  );
});

describe('what is left alone', () => {
  test.each<[string, Machine, number]>([
    ['R_X86_64_NONE', 'x86_64', 0],
    ['R_X86_64_DTPOFF64', 'x86_64', 17],
    ['R_AARCH64_NONE', 'arm64', 256],
    ['R_386_NONE', 'x86_32', 0],
    ['R_386_GOTOFF', 'x86_32', 9],
    ['R_386_TLS_LDO_32', 'x86_32', 32],
    ['R_386_TLS_LE_32', 'x86_32', 34],
    ['R_386_TLS_DTPOFF32', 'x86_32', 36],
    ['R_PPC64_TPREL64', 'ppc64', 73],
    ['R_PPC64_DTPREL64', 'ppc64', 78],
    ['R_ARM_TLS_LDO32', 'arm32', 106],
    ['R_ARM_TLS_LE32', 'arm32', 108],
    ['R_X86_64_TPOFF64', 'x86_64', 18],
    ['R_X86_64_DTPOFF32', 'x86_64', 21],
    ['R_X86_64_TPOFF32', 'x86_64', 23],
    ['R_AARCH64_TLS_DTPREL', 'arm64', 1029],
    ['R_AARCH64_TLS_TPREL', 'arm64', 1030],
    ['R_RISCV_TLS_DTPREL32', 'riscv64', 8],
    ['R_RISCV_TLS_DTPREL64', 'riscv64', 9],
  ])('%s', (_, machine, type) =>
    expect(relocated(machine, before, [{ at: 0, type, addend: 1 }])).toEqual(before),
  );

  test('relocations that a linker kept (--emit-relocs): they were applied', () => {
    expect(relocated('x86_64', before, [{ at: 0, type: 1, addend: 1 }], false)).toEqual(before);
  });
});

describe('tables that make no sense', () => {
  test.each<[string, Relocation, string]>([
    [
      'a symbol that is not there',
      { at: 0, type: 1, symbol: 3, addend: 0 },
      '.rel.debug_info at 0x0: symbol 3 is not in the symbol table',
    ],
    [
      'a place behind the end',
      { at: 1, type: 1, addend: 0 },
      '.rel.debug_info at 0x0: a relocation lies beyond the end of .debug_info',
    ],
    [
      'a place far away',
      { at: 2 ** 40, type: 10, addend: 0 },
      '.rel.debug_info at 0x0: a relocation lies beyond the end of .debug_info',
    ],
  ])('%s', (_, relocation, why) =>
    expect(() => relocated('x86_64', before, [relocation])).toThrow(why),
  );

  test.each<[Machine, number]>([
    ['x86_32', 2],
    ['x86_64', 2],
    ['x86_64', 0x0100_0001],
    ['arm64', 259],
    ['riscv64', 3],
  ])('%s: a type that is none of debug sections, %i', (machine, type) =>
    expect(() => relocated(machine, before, [{ at: 0, type, addend: 0 }])).toThrow(
      `.rel.debug_info at 0x0: relocation type ${type} is unknown in .debug_info`,
    ),
  );

  test('no table of symbols', () => {
    const bytes = writeElf(
      [
        { name: '.debug_info', bytes: before },
        {
          name: '.rela.debug_info',
          bytes: pack([8, 0], [4, 1], [4, 0], [8, 0]),
          type: RELA,
          link: 1,
          info: 1,
        },
      ],
      { type: RELOCATABLE },
    );
    expect(() => contentsNamed(readElf(sourceOf(bytes)), '.debug_info')).toThrow(
      '.rela.debug_info at 0x0: has no symbol table',
    );
  });
});
