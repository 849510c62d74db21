import { describe, expect, test } from 'vitest';
import { ObjectError, type StructDifference } from '../../src/check/index.js';
import { type Fixture, fixtures, readFixture, verdictsOf } from './fixtures.js';

/** What the check says of each kind of mistake; of the others only the fields tell. */
const SAYS: Readonly<Record<string, RegExp>> = {
  packed: /^packed/,
  swapped: / are swapped$/,
  'bare-pointer': /^(32-bit guest handles|handles, xen_ulong_t and xen_pfn_t as pointers)/,
  'narrow-handle': /^32-bit guest handles/,
  'wide-handle': /^64-bit guest handles/,
  'wide-domid': /^a 32-bit domid/,
  aligned64: /^64-bit integers aligned to 8/,
  plain64: /^plain 64-bit integers/,
  'unsigned-long': /unsigned long/,
};

const named = (all: readonly Fixture[]): (readonly [string, Fixture])[] =>
  all.map((fixture) => [fixture.file, fixture]);
const withStructs = fixtures.filter(({ nothing }) => nothing === undefined);

/** A difference as the manifest has it. */
const asField = ({ path, what: problem, expected, actual }: StructDifference) =>
  problem === 'missing' || problem === 'extra'
    ? { path, problem }
    : { path, problem, expected, actual };
const byText = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

describe('objects that a compiler made', () => {
  test.each(named(withStructs))('%s: its right structs match', (_, fixture) => {
    const verdicts = verdictsOf(fixture);
    const wrong = fixture.wrong.map(({ struct }) => struct);
    for (const struct of fixture.right.filter((name) => !wrong.includes(name)))
      expect(verdicts.get(struct), struct).toMatchObject({ verdict: 'match', differences: [] });
    const others = [...verdicts.values()].filter(
      ({ struct, verdict }) =>
        ![...fixture.right, ...wrong].includes(struct) && verdict === 'differ',
    );
    expect(others).toEqual([]);
  });

  test.each(named(fixtures.filter(({ wrong }) => wrong.length > 0)))(
    '%s: its mistakes are found, the right fields named',
    (_, fixture) => {
      const verdicts = verdictsOf(fixture);
      for (const { struct, size, fields, mistake } of fixture.wrong) {
        const { verdict, differences, notes } = verdicts.get(struct)!;
        expect(verdict, struct).toBe('differ');
        // Only the right alignment of a struct is in the manifest.
        const found = differences.filter(({ what }) => what !== 'align').map(asField);
        const [expected, actual] = size;
        const ofSize = expected === actual ? [] : [{ path: '', problem: 'size', expected, actual }];
        expect(found.toSorted(byText), struct).toEqual([...fields, ...ofSize].toSorted(byText));
        if (SAYS[mistake]) expect(notes.join('\n'), struct).toMatch(new RegExp(SAYS[mistake], 'm'));
      }
    },
  );

  test.each(named(fixtures.filter(({ names }) => names !== undefined)))(
    '%s: other names are notes',
    (_, fixture) => {
      const verdicts = verdictsOf(fixture);
      for (const [path, name] of Object.entries(fixture.names!)) {
        const [struct = '', ...rest] = path.split('.');
        if (rest.at(-1) === name || name === '') continue;
        expect(verdicts.get(struct)!.notes.join('\n')).toContain(name);
      }
    },
  );
});

describe('files of which nothing can be said', () => {
  const REASONS: Readonly<Record<string, RegExp>> = {
    debuglink: /moved to x86_64-separate\.debug/,
    'no-debug': /no debug info/,
    'gcc-lto': /-flto/,
    bitcode: /LLVM bitcode/,
    archive: /archive/,
    'big-endian': /big-endian/,
    x32: /32 bits/,
    machine: /32 bits/,
    'mach-o': /Mach-O/,
    coff: /COFF/,
    truncated: /^offset 0x[\da-f]+: .* beyond the file's 1000 bytes/,
    empty: /empty file/,
    text: /neither ELF nor BTF/,
  };
  const rows = fixtures.filter(({ nothing }) => nothing !== undefined);

  test.each(named(rows))('%s', (_, fixture) => {
    const reason = REASONS[fixture.nothing!];
    if (reason) {
      expect(() => readFixture(fixture)).toThrow(ObjectError);
      expect(() => readFixture(fixture)).toThrow(reason);
      return;
    }
    const verdicts = [...verdictsOf(fixture).values()];
    expect(verdicts.every(({ verdict }) => verdict === 'absent')).toBe(true);
    const notes = verdicts.flatMap((one) => one.notes);
    if (fixture.nothing === 'declared') expect(notes.join()).toMatch(/declared, but never defined/);
    else expect([fixture.nothing, notes]).toEqual(['no-structs', []]);
  });
});
