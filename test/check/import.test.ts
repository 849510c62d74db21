import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, test } from 'vitest';
import { checkObject, importDeclarations, sourceOf } from '../../src/check/index.js';
import { AT, FORM } from '../../src/check/dwarf/constants.js';
import { structsFrom } from '../../src/layout/index.js';
import { at, baseType, memberDie, structDie, unitDie } from './dies.js';
import { bytesOf } from './fixtures.js';
import { type Attribute, writeDwarf } from './write-dwarf.js';

const object = (file: string) => ({ name: file, source: sourceOf(bytesOf(file)) });
const exported = (declarations: readonly { name: string; type: unknown }[]) =>
  Object.fromEntries(declarations.map(({ name, type }) => [name, type]));

/** What `check` finds in each object, compared with what was imported of all of them. */
function differences(files: readonly string[]): string[] {
  const { declarations } = importDeclarations(files.map(object));
  const { structs } = structsFrom(exported(declarations));
  return files.flatMap((file) =>
    checkObject(sourceOf(bytesOf(file)), { structs }).structs.flatMap(
      ({ struct, verdict, differences }) =>
        verdict === 'differ' ? [`${file}: ${struct} ${JSON.stringify(differences)}`] : [],
    ),
  );
}

const good = readdirSync(new URL('../objects/good', import.meta.url)).map((name) => `good/${name}`);
const family = (format: string): string[] =>
  good.filter((file) => file.endsWith(`-${format}.o`) && !/riscv|ppc/.test(file));

describe('an object has no difference from what was imported of it', () => {
  test.each(good.filter((file) => /dwarf[45]\.o$/.test(file)))('%s', (file) =>
    expect(differences([file])).toEqual([]),
  );

  test.each(['clang-dwarf4', 'clang-dwarf5', 'gcc-dwarf5'])(
    'four architectures together, %s',
    (format) => {
      expect(family(format)).toHaveLength(4);
      expect(differences(family(format))).toEqual([]);
    },
  );
});

test('a struct that is first met in a field aligned to more keeps its own alignment', () => {
  const alignment = (bytes: number): Attribute => [AT.alignment, FORM.udata, bytes];
  const packed = structDie('packed', 8, [memberDie('x', baseType(8), at(0))], alignment(1));
  const holder = structDie('holder', 8, [memberDie('a', packed, at(0), alignment(4))]);
  const source = sourceOf(writeDwarf(unitDie([holder, packed])));
  const { declarations } = importDeclarations([{ name: 'one.o', source }]);
  const { structs } = structsFrom(exported(declarations));
  expect(checkObject(source, { structs }).structs).toMatchObject([
    { verdict: 'match', differences: [] },
    { verdict: 'match', differences: [] },
  ]);
});

describe('the module', () => {
  const folder = mkdtempSync(fileURLToPath(new URL('../.tmp-', import.meta.url)));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is what was declared', async () => {
    const { text, declarations } = importDeclarations(family('clang-dwarf5').map(object), {
      language: 'javascript',
    });
    const file = join(folder, 'imported.js');
    writeFileSync(file, text);
    const module = (await import(file)) as Readonly<Record<string, unknown>>;
    expect(JSON.parse(JSON.stringify({ ...module }))).toEqual(
      JSON.parse(JSON.stringify(exported(declarations))),
    );
  });

  it('has what was asked for, and what that holds', () => {
    const { declarations, refused } = importDeclarations([object('good/x86_64-gcc-dwarf5.o')], {
      structs: ['xen_memory_exchange', 'nothing_of_it'],
    });
    const names = declarations.map(({ name }) => name);
    expect(names).toContain('xen_memory_reservation');
    expect(names.at(-1)).toBe('xen_memory_exchange');
    expect(names).not.toContain('xen_pod_target');
    expect(refused).toEqual([{ struct: 'nothing_of_it', why: 'none of the objects has it' }]);
  });
});

it('takes one object an architecture', () => {
  const [first, second] = ['good/x86_64-gcc-dwarf5.o', 'good/x86_64-clang-dwarf5.o'] as const;
  expect(() => importDeclarations([object(first), object(second)])).toThrow(
    `${first} and ${second} are both of x86_64: one object an architecture`,
  );
});

// An anonymous struct that is packed on one architecture alone was taken for a struct that it is
// not, which was an internal error: `struct { char a; int b; short c; }` inside of `outer`.
it('declares a struct twice whose anonymous member differs', () => {
  const objects = ['x86_32', 'x86_64'].map((abi) => ({
    name: `${abi}.o`,
    source: sourceOf(readFileSync(new URL(`imported/${abi}.o`, import.meta.url))),
  }));
  const { declarations, refused } = importDeclarations(objects);
  expect(refused).toEqual([]);
  const { structs } = structsFrom(exported(declarations));
  for (const { source } of objects)
    expect(
      checkObject(source, { structs }).structs.map(({ struct, verdict }) => [struct, verdict]),
    ).toEqual([
      ['outer', 'match'],
      ['plain', 'match'],
    ]);
});
