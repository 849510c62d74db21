import { describe, expect, test, vi } from 'vitest';
import { AT, FORM } from '../../src/check/dwarf/constants.js';
import { readElf } from '../../src/check/elf/index.js';
import { checkObject, ObjectError, sourceOf } from '../../src/check/index.js';
import { detailLines } from '../../src/check/verdict-view.js';
import { x86_64 } from '../../src/layout/index.js';
import { type Costs, counts, expectLinear, times } from '../support/growth.js';
import { baseType, structDie, unitDie } from './dies.js';
import { btf, many, NAME, said, wideStruct } from './said.js';
import { btfInt, btfStruct, writeBtf } from './write-btf.js';
import { writeUnit } from './write-dwarf.js';
import { concat, cString, joined, pack, writeElf } from './write-elf.js';

vi.setConfig({ testTimeout: 120_000 });

/** All that `check` does with a file. */
function checked(bytes: Uint8Array, abi = x86_64): number {
  try {
    const { structs, problems } = checkObject(sourceOf(bytes), { abi });
    return structs.flatMap(detailLines).join('\n').length + problems.length;
  } catch (error) {
    if (!(error instanceof ObjectError)) throw error;
    return 0;
  }
}

const time = (n: number, make: (n: number) => Uint8Array): Costs =>
  times(n, (size) => {
    const bytes = make(size);
    return () => checked(bytes);
  });

/** Names of which each begins a byte after the one before: all share what is behind. */
const shared = cString('n'.repeat(5000));

/** Skeletons that each name a file in a folder of its own. */
const skeletons = (n: number): Uint8Array => {
  const { info, abbrev } = writeUnit(
    unitDie(
      [],
      [
        [AT.dwo_name, FORM.string, 'self.dwo'],
        [AT.comp_dir, FORM.strp, pack([4, 0])],
      ],
    ),
  );
  const at = info.length - 4;
  const units = many(n, (i) => {
    const unit = info.slice();
    unit[at] = i & 0xff;
    unit[at + 1] = (i >> 8) & 0x7;
    return unit;
  });
  return writeElf([
    { name: '.debug_info', bytes: concat(units) },
    { name: '.debug_abbrev', bytes: abbrev },
    { name: '.debug_str', bytes: cString('/'.repeat(3000)) },
  ]);
};

/** Units that take turns with two tables, neither of which is kept beside the other. */
const turns = (n: number): Uint8Array => {
  const table = concat([
    pack([1, 1], [1, 0x11], [1, 0], [2, 0]),
    ...many(60_000, () => pack([1, 2], [1, 0x34], [1, 0], [2, 0])),
    pack([1, 0]),
  ]);
  const long = joined(table, table, table, table);
  const places = [0, 1, 2, 3].map((i) => i * table.length);
  return writeElf([
    {
      name: '.debug_info',
      bytes: concat(many(n, (i) => pack([4, 8], [2, 4], [4, places[i % 4]!], [1, 8], [1, 1]))),
    },
    { name: '.debug_abbrev', bytes: long },
  ]);
};

const sections = (n: number): Uint8Array => {
  const bytes = joined(writeElf([]).subarray(0, 64), new Uint8Array(64 * n), shared);
  const view = new DataView(bytes.buffer);
  for (let i = 1; i < n; i++) {
    view.setUint32(64 + 64 * i, i % 4000, true);
    view.setUint32(64 + 64 * i + 4, 8, true);
  }
  view.setUint16(60, 0, true);
  view.setUint16(62, 0xffff, true);
  view.setUint32(64 + 32, n, true);
  view.setUint32(64 + 40, n - 1, true);
  const last = 64 + 64 * (n - 1);
  view.setUint32(last + 4, 3, true);
  view.setUint32(last + 24, 64 + 64 * n, true);
  view.setUint32(last + 32, shared.length, true);
  return bytes;
};

/** Members that are each a struct of as many members, all of one type. */
const squared = (n: number): Uint8Array =>
  writeBtf([
    btfInt(4),
    btfStruct(
      'inner',
      4,
      many(n, (i) => [`m${i}`, 1, 0] as const),
    ),
    btfStruct(
      NAME,
      72,
      many(n, (i) => [`g${i}`, 2, 0] as const),
    ),
  ]);

describe('time grows with the input', () => {
  test.each<[string, number, (n: number) => Uint8Array]>([
    ['members that share a long name', 4000, (n) => wideStruct(n, shared)],
    ['members of structs of as many members (BTF)', 500, squared],
    ['sections that share a long name', 4000, sections],
    [
      'definitions of one name',
      500,
      (n) => {
        const { info, abbrev } = writeUnit(
          unitDie(many(n, (i) => structDie(NAME, i + 1, [])).concat(baseType(4))),
        );
        return writeElf([
          { name: '.debug_info', bytes: info },
          { name: '.debug_abbrev', bytes: abbrev },
        ]);
      },
    ],
  ])('%s', (_, n, make) => {
    expectLinear(time(n, make));
  });
});

describe('what is done and kept is counted', () => {
  test('files that skeletons name: each name is looked for once, one file is searched once', () => {
    const opened = (n: number, id?: string): number => {
      let count = 0;
      const bytes = skeletons(n);
      said(bytes, {
        open() {
          count++;
          return id === undefined ? undefined : { ...sourceOf(bytes), id };
        },
      });
      return count;
    };
    for (const id of ['1:2', undefined]) {
      const costs = counts(100, (n) => opened(n, id));
      expectLinear(costs);
      expect(costs[2]).toBeLessThanOrEqual(501);
    }
    expect(said(skeletons(1600))).toMatch(
      /500 files of split debug info were not found, or were read already; no others are looked for/,
    );
  });

  test('tables of abbreviations that push each other out: a bound on all units together', () => {
    const texts = [500, 2000].map((n) => said(turns(n)));
    for (const text of texts)
      expect(text).toMatch(/^\.debug_abbrev at 0x\d+\S*: \d+ bytes of abbreviations were read/);
    expect(texts[0]).toBe(texts[1]);
  });

  test('names of members and of sections are cut', () => {
    const longest = (n: number): number => {
      const { structs } = checkObject(sourceOf(wideStruct(n, shared)), {}, [
        { theirs: NAME, ours: NAME },
      ]);
      return Math.max(...structs[0]!.differences.map(({ path }) => path.length));
    };
    expect(longest(500)).toBe(257);
    const kept = counts(1000, (n) => {
      const names = new Set(readElf(sourceOf(sections(n))).sections.map(({ name }) => name));
      return [...names].reduce((sum, { length }) => sum + length, 0);
    });
    expect(kept[2]).toBeLessThanOrEqual(257 * 4001);
  });

  test('what is told of one struct', () => {
    for (const bytes of [wideStruct(2000), wideStruct(8000)]) {
      const { structs } = checkObject(sourceOf(bytes));
      const one = structs.find(({ struct }) => struct === NAME)!;
      expect(one.differences).toHaveLength(1000);
      expect(one.notes[0]).toMatch(/^\d+ differences, of which 1000 are told$/);
      const lines = detailLines(one);
      expect(lines.length).toBeLessThan(210);
      expect(lines[100]).toBe('and 900 more');
    }
  });

  test('definitions of thousands of members are kept up to a bound', () => {
    const types = many(8, (i) =>
      btfStruct(
        NAME,
        4,
        many(50_000, (j) => [`a${i}`, 1, 8 * ((i + j) % 7)] as const),
      ),
    );
    expect(said(writeBtf([btfInt(1), ...types]), btf)).toMatch(
      /^the definitions have more than 262144 members together; the others are not compared$/,
    );
  });
});
