import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contentsNamed, readElf } from '../../src/check/elf/index.js';
import { expandCrel } from '../../src/check/elf/crel.js';
import { sourceOf } from '../../src/check/index.js';
import { sleb, uleb } from './write-dwarf.js';
import { concat, joined, pack, RELOCATABLE, SYMTAB, writeElf } from './write-elf.js';

interface Relocation {
  readonly at: number;
  readonly symbol: number;
  readonly type: number;
  readonly addend: number;
}

/** Compact relocations, as the gABI says: what changed since the last one, and flags for it. */
function compact(all: readonly Relocation[], hasAddend: boolean, shift: number): Uint8Array {
  const flagBits = hasAddend ? 3 : 2;
  let last: Relocation = { at: 0, symbol: 0, type: 0, addend: 0 };
  const entries = all.map((one) => {
    const steps = BigInt((one.at - last.at) / 2 ** shift);
    const deltas = [one.symbol - last.symbol, one.type - last.type];
    if (hasAddend) deltas.push(one.addend - last.addend);
    const flags = deltas.reduce((sum, delta, i) => sum + (delta === 0 ? 0 : 1 << i), 0);
    const room = BigInt(7 - flagBits);
    const low = Number(steps & ((1n << room) - 1n));
    const first = (low << flagBits) | flags;
    last = one;
    return joined(
      steps >> room === 0n
        ? Uint8Array.of(first)
        : joined(Uint8Array.of(first | 0x80), uleb(steps >> room)),
      ...deltas.filter((delta) => delta !== 0).map(sleb),
    );
  });
  return joined(uleb(all.length * 8 + (hasAddend ? 4 : 0) + shift), concat(entries));
}

/** The same as `Elf64_Rela` or `Elf64_Rel`, or those of 32 bits. */
const plain = (all: readonly Relocation[], hasAddend: boolean, word: 4 | 8): Uint8Array =>
  concat(
    all.map(({ at, symbol, type, addend }) =>
      joined(
        word === 8 ? pack([8, at], [4, type], [4, symbol]) : pack([4, at], [1, type], [3, symbol]),
        hasAddend ? pack([word, addend]) : new Uint8Array(0),
      ),
    ),
  );

/** The parts together. */
function expanded(crel: Uint8Array, word: 4 | 8): { bytes: Uint8Array; hasAddend: boolean } {
  const { parts, hasAddend } = expandCrel(crel, '.crel', word);
  return { bytes: concat([...parts]), hasAddend };
}

const relocation = fc.record({
  at: fc.nat(0xfff_ffff).map((n) => n * 8),
  symbol: fc.nat(0xff_ffff),
  type: fc.nat(0xff),
  addend: fc.integer({ min: -0x8000_0000, max: 0x7fff_ffff }),
});
const inOrder = fc
  .array(relocation, { maxLength: 20 })
  .map((all) => all.toSorted((a, b) => a.at - b.at));

describe('compact relocations', () => {
  test('are the plain ones that they were made of', () =>
    fc.assert(
      fc.property(
        inOrder,
        fc.boolean(),
        fc.nat(3),
        fc.constantFrom<4 | 8>(4, 8),
        (all, hasAddend, shift, word) => {
          const crel = compact(all, hasAddend, shift);
          expect(expanded(crel, word)).toEqual({ bytes: plain(all, hasAddend, word), hasAddend });
        },
      ),
    ));

  // clang 19, -Wa,--crel,--allow-experimental-crel, .crel.debug_info for arm: the same as
  // llvm-readelf says.
  test('of clang', () => {
    const written = Uint8Array.from(Buffer.from('244302024d01082503782d7f08', 'hex'));
    const [abbrev, offsets, line, addr] = [2, 3, 6, 5].map((symbol) => ({ symbol, type: 2 }));
    const all: readonly Relocation[] = [
      { ...abbrev!, at: 0x08, addend: 0 },
      { ...offsets!, at: 0x11, addend: 8 },
      { ...line!, at: 0x15, addend: 0 },
      { ...addr!, at: 0x1a, addend: 8 },
    ];
    expect(expanded(written, 4)).toEqual({
      bytes: plain(all, true, 4),
      hasAddend: true,
    });
    expect(compact(all, true, 0)).toEqual(written);
  });

  test.each([
    ['none', [], '.crel at 0x0: 1 bytes do not fit before the end'],
    ['fewer than the header says', [0x15, 0x08], '.crel at 0x0: 2 relocations do not fit'],
    ['an entry that ends in the middle', [0x0c, 0x0b, 1], '.crel at 0x3: 1 bytes do not fit'],
  ])('%s', (_, bytes, said) => expect(() => expanded(Uint8Array.from(bytes), 8)).toThrow(said));

  test.each([20, 0x4000_0014])('section type %i is applied', (type) => {
    const place = new Uint8Array(8).fill(0xee);
    const all = [{ at: 4, symbol: 1, type: 10, addend: 3 }];
    const bytes = writeElf(
      [
        { name: '.debug_info', bytes: place },
        {
          name: '.symtab',
          bytes: joined(new Uint8Array(32), pack([8, 0x10], [8, 0])),
          type: SYMTAB,
        },
        { name: '.crel.debug_info', bytes: compact(all, true, 0), type, link: 2, info: 1 },
      ],
      { type: RELOCATABLE },
    );
    expect(contentsNamed(readElf(sourceOf(bytes)), '.debug_info')).toEqual(
      joined(place.subarray(4), pack([4, 0x13])),
    );
  });
});

// All of them were expanded at once: 24 bytes for each byte of the file.
test('of many relocations a few are expanded at a time', () => {
  const count = 100_000;
  const { parts } = expandCrel(joined(uleb(BigInt(count * 8 + 4)), new Uint8Array(count)), '', 8);
  const sizes = [...parts].map(({ length }) => length);
  expect(Math.max(...sizes)).toBeLessThan(2 ** 20);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(24 * count);
});
