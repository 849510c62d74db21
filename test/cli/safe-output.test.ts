import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { at, baseType, memberDie, structDie, unitDie } from '../check/dies.js';
import { btfInt, btfStruct, writeBtf } from '../check/write-btf.js';
import { writeDwarf } from '../check/write-dwarf.js';
import { pack, RELA, RELOCATABLE, writeElf } from '../check/write-elf.js';
import { AT, FORM } from '../../src/check/dwarf/constants.js';
import { temporaryFiles } from './in-process.js';
import { jsonLines, type Ran, verbs, xenabi } from './run.js';

/**
 * Cursor up and line erased, a title, a bell, a faked line, colours by one byte, right to left,
 * isolates, line and paragraph separators, delete, a tag character.
 */
const EVIL =
  'x\u001b[1A\u001b[2K\u001b]0;t\u0007\rmatch all\n0 differ\u009b31m\u202e\u2066\u2028\u2029\u007f\u{e0001}';

/** What may never reach a terminal: only our own lines end. */
const RAW = /[^\P{C}\n]|[\u2028\u2029]/u;

function expectSafe({ stdout, stderr }: Ran): void {
  expect(stdout).not.toMatch(RAW);
  expect(stderr).not.toMatch(RAW);
  // A line of ours begins as ours do; a faked one does not begin at all.
  expect(`${stdout}\n${stderr}`).not.toMatch(/^(match all|0 differ)/m);
  expect(stderr).not.toMatch(/internal error| at .*:\d+:\d+/);
}

const file = temporaryFiles();
const folder = join(file('here', ''), '..');
mkdirSync(join(folder, 'objects'));

/** The options of a verb that take a value, as its --help names them. */
const optionsOf = (verb: string): readonly string[] =>
  [...xenabi([verb, '--help']).stdout.matchAll(/^ {2}(--[\w-]+) \S/gm)].map(([, name]) => name!);

describe('words of the command line', () => {
  test.each(verbs())('%s: operands, options and the values of options', (verb) => {
    expectSafe(xenabi([verb, EVIL]));
    expectSafe(xenabi([verb, `--${EVIL}`]));
    expectSafe(xenabi([verb, '--json', `./${EVIL}`, EVIL]));
    for (const option of optionsOf(verb)) expectSafe(xenabi([verb, option, EVIL, 'nothing']));
  });

  test('a verb, and none at all', () => {
    expectSafe(xenabi([EVIL]));
    expectSafe(xenabi([]));
  });
});

const capture = (line: object) =>
  `${JSON.stringify({ xenabi: 1, abi: 'x86_64', interface: 'xen-4.17', source: EVIL })}\n${JSON.stringify(line)}\n`;

/** A struct of a unit, with names for all that has one. */
const dwarf = writeDwarf(
  unitDie(
    [
      structDie('xen_memory_map', 24, [
        memberDie(EVIL, baseType(4, EVIL), at(0)),
        memberDie('buffer', baseType(8, EVIL), at(8)),
      ]),
      structDie('xen_memory_map', 16, [memberDie('nr_entries', baseType(8, EVIL, 4), at(0))]),
    ],
    [],
  ),
);
const unitName = writeDwarf(
  unitDie([structDie('xen_memory_map', 4, [])], [[AT.name, FORM.string, EVIL]]),
);
const split = writeDwarf(
  unitDie(
    [],
    [
      [AT.dwo_name, FORM.string, EVIL],
      [AT.comp_dir, FORM.string, EVIL],
    ],
  ),
);
const sections = writeElf(
  [
    { name: '.debug_info', bytes: pack([4, 3], [4, 0]) },
    { name: EVIL, type: RELA, info: 1, link: 1, bytes: new Uint8Array(24) },
  ],
  { type: RELOCATABLE },
);
const btf = writeBtf([
  btfInt(4),
  btfStruct('xen_memory_map', 24, [
    ['nr_entries', 1, 0],
    [EVIL, 1, 32],
  ]),
]);
const altlink = writeElf([
  { name: '.debug_info', bytes: new Uint8Array(0) },
  { name: '.gnu_debugaltlink', bytes: new TextEncoder().encode(`${EVIL}\0`) },
]);
const debuglink = writeElf([
  { name: '.gnu_debuglink', bytes: new TextEncoder().encode(`${EVIL}\0`) },
]);

describe('names out of files, under file names of the same kind', () => {
  test.each<[string, Uint8Array, string[]]>([
    ['members and types of DWARF', dwarf, []],
    ['a unit of DWARF', unitName, []],
    ['a split unit and its folder', split, []],
    ['a section', sections, []],
    ['members of BTF', btf, ['--abi', 'x86_64']],
    ['a file that others share', altlink, []],
    ['a file that debug info moved to', debuglink, []],
  ])('%s', (_, bytes, more) => {
    const name = file(`objects/${EVIL}`.replace('objects/x', 'objects/'), bytes);
    const all = [xenabi(['check', name, ...more]), xenabi(['check', '--json', name, ...more])];
    for (const ran of all) expectSafe(ran);
    // What programs read is still the name.
    for (const one of jsonLines<{ object?: string }>(all[1]!.stdout)) expect(one.object).toBe(name);
    for (const json of [[], ['--json']])
      expectSafe(xenabi(['layout', '--diff', 'x86_64', name, 'xen_memory_map', ...json]));
  });

  test.each(['decode', 'run', 'replay'])('%s: a capture', (verb) => {
    const lines = [
      { hypercall: 12, args: ['0x5', '0x1000'], label: EVIL, [EVIL]: EVIL },
      { hypercall: 12, args: ['0x5'], memory: [{ address: '0x1000', bytes: EVIL }], label: EVIL },
      { hypercall: 12, args: [EVIL], label: EVIL },
      { struct: EVIL, abi: EVIL, bytes: EVIL },
    ];
    for (const line of lines) {
      const name = file(`${EVIL}.jsonl`, capture(line));
      for (const json of [[], ['--json']]) expectSafe(xenabi([verb, name, ...json]));
    }
  });

  test('encode: values', () => {
    const args = ['encode', '--struct', 'xen_memory_map', '--abi', 'x86_64'];
    for (const value of [{ [EVIL]: 1 }, { nr_entries: EVIL, buffer: 0 }, EVIL])
      for (const json of [[], ['--json']])
        expectSafe(xenabi([...args, ...json], { input: JSON.stringify(value) }));
    expectSafe(xenabi(args, { input: EVIL }));
  });

  test('decode: bytes that are text', () => {
    const args = ['decode', '--struct', 'xen_memory_map', '--abi', 'x86_64'];
    for (const from of [[], ['--from', 'hex'], ['--from', 'hexdump'], ['--from', 'base64']])
      expectSafe(xenabi([...args, ...from, file(`${EVIL}.txt`, EVIL)]));
  });

  test('generate: a module', () => {
    const name = file(`m.mjs`, `throw new Error(${JSON.stringify(EVIL)})`);
    expectSafe(xenabi(['generate', name, '--out', join(folder, 'out')]));
    const module = `export const a = { kind: 'struct', name: ${JSON.stringify(EVIL)}, fields: {}, members: [] }`;
    expectSafe(xenabi(['generate', file('n.mjs', module), '--out', join(folder, EVIL)]));
  });
});
