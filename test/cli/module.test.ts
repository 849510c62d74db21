import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { architectures } from '../../src/layout/index.js';
import { jsonLines, xenabi } from './run.js';

const RING = 'test/samples/own-structs/ring.js';

/** Inside the package, so that what is written there may import `xenabi`. */
const folder = mkdtempSync(fileURLToPath(new URL('../.tmp-', import.meta.url)));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function module(text: string, name = 'mine.js'): string {
  const own = join(folder, `${files++}`);
  mkdirSync(own);
  writeFileSync(join(own, name), text);
  return join(own, name);
}

const IMPORTS = `import * as x from 'xenabi';
import { XEN_GUEST_HANDLE, domid_t, xen_pfn_t, xen_ulong_t, xen_memory_domain } from 'xenabi/abi';
`;
/** As Xen has it, declared anew; and one that is wrong wherever longs have 64 bits. */
const MINE = module(`${IMPORTS}
const reservation = (nr) => ({
  extent_start: XEN_GUEST_HANDLE(xen_pfn_t, 'nr_extents'),
  nr_extents: nr,
  extent_order: x.unsigned_int,
  mem_flags: x.unsigned_int,
  domid: domid_t,
});
export const xen_memory_reservation = x.struct('xen_memory_reservation', reservation(xen_ulong_t));
export const narrow = x.struct('narrow', reservation(x.uint32_t));
const inner = x.struct('inner', { n: x.uint16_t });
export const outer_t = x.typedef('outer_t', x.struct(null, { all: x.array(inner, 3) }));
export { xen_memory_domain };
export const other = 5;
`);
const names = ['narrow', 'inner', 'outer_t', 'xen_memory_domain', 'xen_memory_reservation'];

describe('the structs of a module', () => {
  it('are those that layout and export list', () => {
    const { status, stdout, stderr } = xenabi([
      'layout',
      '--module',
      MINE,
      '--abi',
      'arm32',
      '--json',
    ]);
    expect(status).toBe(0);
    const sizes = jsonLines<{ struct: string; size: number }>(stdout);
    expect(sizes.map(({ struct, size }) => `${struct} ${size}`)).toEqual([
      'narrow 24',
      'inner 2',
      'outer_t 6',
      'xen_memory_domain 2',
      'xen_memory_reservation 32',
    ]);
    expect(stderr).toBe(
      `xenabi: ${MINE}: xen_memory_reservation: meant as declared there, not as in Xen\n`,
    );
    const exported = xenabi(['export', '--to', 'json', '--module', RING, '--abi', 'x86_64']);
    expect(jsonLines<{ struct: string }>(exported.stdout).map(({ struct }) => struct)).toEqual([
      'slot',
      'ring',
    ]);
  });

  it.each(['slot', 'struct slot', 'slot_t'])('are found as %s', (name) => {
    const { status, stdout } = xenabi(['layout', name, '--module', RING]);
    expect({ status, first: stdout.split('\n')[0] }).toEqual({
      status: 0,
      first: 'struct slot  (x86_64)',
    });
  });

  // An operand could be a sample, and this could not.
  it('are found in a sample', () => {
    const { status, stdout } = xenabi(['layout', 'slot', '--module', 'sample:ring.js']);
    expect({ status, first: stdout.split('\n')[0] }).toEqual({
      status: 0,
      first: 'struct slot  (x86_64)',
    });
    expect(xenabi(['layout', '--module', 'sample:nope.js'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('sample:nope.js is no sample; there are'),
    });
  });

  it('stand beside those of Xen, and are not there without --module', () => {
    expect(xenabi(['layout', 'xen_memory_exchange', '--module', RING]).status).toBe(0);
    expect(xenabi(['layout', 'slot'])).toMatchObject({ status: 2, stdout: '' });
  });

  it('differ between architectures, as layout --diff says', () => {
    const { stdout } = xenabi(['layout', '--module', RING, '--diff', 'x86_32', 'x86_64', '--json']);
    expect(jsonLines<{ struct: string }>(stdout).map(({ struct }) => struct)).toEqual([
      'slot',
      'ring',
    ]);
  });
});

it.each(Object.keys(architectures))('vectors, decode and encode agree on %s', (abi) => {
  const own = ['--module', RING];
  const vectors = xenabi([
    'vectors',
    '--struct',
    'ring',
    '--abi',
    abi,
    '--count',
    '5',
    ...own,
  ]).stdout;
  const lines = jsonLines<{ bytes: string; value?: object }>(vectors);
  expect(lines).toHaveLength(5);
  const header = '{"kind":"capture","version":1,"abi":"x86_64"}\n';
  const decoded = xenabi(['decode', '-', '--json', ...own], { input: header + vectors });
  const valid = lines.filter(({ value }) => value);
  expect(jsonLines<{ value?: object }>(decoded.stdout).flatMap(({ value }) => value ?? [])).toEqual(
    valid.map(({ value }) => value),
  );
  const input = valid.map(({ value }) => JSON.stringify(value)).join('\n');
  const encoded = xenabi(['encode', '--struct', 'ring', '--abi', abi, ...own], { input });
  expect(encoded.stderr).toBe('');
  const bytes = xenabi(['decode', '--struct', 'ring', '--abi', abi, '--json', ...own], {
    input: encoded.stdout,
  });
  expect(jsonLines<{ value: object }>(bytes.stdout).map(({ value }) => value)).toEqual(
    valid.map(({ value }) => value),
  );
});

describe('check with a module', () => {
  it.each(Object.keys(architectures))(
    'compares with it alone, and says what is absent, on %s',
    (abi) => {
      const object = `test/objects/good/${abi}-gcc-dwarf5.o`;
      const { status, stdout, stderr } = xenabi(['check', object, '--module', MINE]);
      expect({ status, stdout }).toEqual({
        status: 0,
        stdout: [
          `${object}  (${abi}, DWARF 5)`,
          ...names.map(
            (name) => `  ${name === 'xen_memory_reservation' ? 'match ' : 'absent'}  ${name}`,
          ),
          '',
        ].join('\n'),
      });
      expect(stderr).toContain('1 compared: 1 match, 0 differ; 4 absent');
    },
  );

  it.each(Object.keys(architectures))('takes THEIRS=OURS on %s', (abi) => {
    const object = `test/objects/good/${abi}-clang-dwarf4.o`;
    const { status, stdout } = xenabi([
      'check',
      object,
      '--module',
      MINE,
      '--struct',
      'xen_memory_reservation=narrow',
      '--json',
    ]);
    const [verdict] = jsonLines<{ struct: string; differences: { path: string; what: string }[] }>(
      stdout,
    );
    expect(verdict!.struct).toBe('narrow');
    const found = verdict!.differences.map(({ path, what }) => `${path} ${what}`);
    const isNarrow = abi === 'x86_32';
    expect([status, found.includes('nr_extents size')]).toEqual(isNarrow ? [0, false] : [1, true]);
  });

  it.each(Object.keys(architectures))('compares floating point, under a typedef, on %s', (abi) => {
    const metric = 'test/samples/own-structs/metric';
    const object = `${metric}/${abi}.o`;
    const args = ['check', object, '--module', `${metric}/metric.js`];
    expect(xenabi(args)).toMatchObject({
      status: 1,
      stdout: `${object}  (${abi}, DWARF 5)\n  absent  metric_header\n  absent  metric\n`,
    });
    const { status, stdout } = xenabi([...args, '--struct', 'measured_t=metric', '--json']);
    expect({ status, ...jsonLines<object>(stdout)[0] }).toEqual({
      status: 0,
      struct: 'metric',
      abi,
      object,
      verdict: 'match',
      differences: [],
      notes: ['it is called measured_t here'],
    });
  });

  it('knows no struct of Xen that the module lacks', () => {
    const ran = xenabi([
      'check',
      'test/objects/good/x86_64-gcc-dwarf5.o',
      '--module',
      MINE,
      '--struct',
      'xen_memory_exchange',
    ]);
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain('xen_memory_exchange is no struct');
  });
});

describe('a module is refused in one sentence', () => {
  it.each<[string, string, number, RegExp, string?]>([
    [
      'that throws',
      'throw new Error("not\\ntoday");',
      1,
      /mine\.js:1 cannot be imported: Error: not$/m,
    ],
    ['that does not parse', 'export const = 5;', 1, /mine\.js:1 cannot be imported: SyntaxError/],
    ['without declarations', 'export const a = 5;', 1, /exports no struct and no union$/m],
    [
      'that is no JavaScript',
      'struct a { int b; };',
      2,
      /mine\.c: Node .* runs no \.c; name a \.js module/,
      'mine.c',
    ],
    [
      'with what looks like a declaration',
      'export const a = {kind: "struct", name: "a", members: [5]};',
      1,
      /^xenabi: a is no declaration: /,
    ],
    [
      'with a declaration that is wrong',
      `${IMPORTS}export const a = x.struct('a', { b: x.bits(x.uint8_t, 9) });`,
      1,
      /a\.b: 9 bits do not fit uint8_t/,
    ],
  ])('%s', (_, text, status, message, name) => {
    for (const args of [['layout'], ['decode', '--struct', 'a', '--abi', 'x86_64', '00']]) {
      const ran = xenabi([...args, '--module', module(text, name)]);
      expect(ran).toMatchObject({ status, stdout: '' });
      expect(ran.stderr).toMatch(message);
      expect(ran.stderr.trimEnd().split('\n')).toHaveLength(1);
    }
  });

  it.each<[string, readonly string[], number, string]>([
    ['a file that is not there', ['layout', '--module', 'nope.js'], 3, 'nope.js: no such file'],
    ['standard input', ['layout', '--module', '-'], 2, '--module imports a module'],
    [
      'beside --command',
      ['vectors', '--command', 'exchange', '--abi', 'x86_64', '--module', RING],
      2,
      '--module goes with --struct',
    ],
    [
      'beside --args',
      ['decode', '--args', '0x2', '--abi', 'x86_64', '--module', RING],
      2,
      '--module does not go with --args',
    ],
    [
      'for a name that it lacks',
      ['layout', 'slto', '--module', RING],
      2,
      'slto is no struct; did you mean slot?',
    ],
    [
      'for a name like none',
      ['layout', 'qqqqqqqq', '--module', RING],
      2,
      'qqqqqqqq is no struct; there are slot, ring',
    ],
  ])('%s', (_, args, status, message) => {
    const ran = xenabi(args);
    expect(ran).toMatchObject({ status, stdout: '' });
    expect(ran.stderr).toContain(message);
  });
});

describe('names that several declarations have', () => {
  const file = module(`${IMPORTS}
export const old = x.struct('page', { a: x.uint8_t });
export const now = x.struct('page', { a: x.uint16_t });
export const wide = x.struct('word', { a: x.uint64_t }, { abis: ['x86_64'] });
export const thin = x.struct('word', { a: x.uint32_t }, { abis: ['x86_32', 'arm32'] });
export const tight = x.struct('tight', { a: x.bits(x.unsigned_long, 40) });
`);

  it('are told, and found by the names of their exports', () => {
    const { stdout, stderr } = xenabi(['layout', 'page', 'old', '--module', file, '--json']);
    expect(jsonLines<{ size: number }>(stdout).map(({ size }) => size)).toEqual([2, 1]);
    expect(stderr).toBe(`xenabi: ${file}: page is declared several times: now is taken\n`);
  });

  it('are each for their architectures', () => {
    const { stdout, stderr } = xenabi([
      'layout',
      'word',
      '--module',
      file,
      '--json',
      '--abi',
      'all',
    ]);
    expect(
      jsonLines<{ abi: string; size: number }>(stdout).map(({ abi, size }) => [abi, size]),
    ).toEqual([
      ['x86_32', 4],
      ['x86_64', 8],
      ['arm32', 4],
    ]);
    expect(stderr).toContain('word does not exist on arm64, riscv64, ppc64');
  });

  it('may lack an architecture for a reason', () => {
    const { status, stderr } = xenabi([
      'decode',
      '--struct',
      'tight',
      '--abi',
      'arm32',
      '--module',
      file,
      '00',
    ]);
    expect(status).toBe(2);
    expect(stderr).toContain('xenabi: tight cannot be laid out on arm32: ');
  });
});

describe('structs that end in a flexible array', () => {
  const file = module(`${IMPORTS}
export const list = x.struct('list', { n: x.uint32_t, items: x.flexible(x.uint32_t, 'n') });
export const rest = x.struct('rest', { a: x.uint8_t, items: x.flexible(x.uint16_t) });
`);
  const bytes = '02000000 01000000 02000000 01000000 05000000 00000000'.replaceAll(' ', '');
  const decode = (args: string[], input: string | Uint8Array) =>
    xenabi(['decode', '--abi', 'x86_64', '--module', file, '--json', ...args], { input });
  const expected = [
    [0, { n: 2, items: [1, 2] }],
    [12, { n: 1, items: [5] }],
    [20, { n: 0, items: [] }],
  ];
  const found = (stdout: string) =>
    jsonLines<{ offset: number; value: unknown }>(stdout).map(({ offset, value }) => [
      offset,
      value,
    ]);

  it('lie back to back by what each has, pasted and raw', () => {
    const pasted = decode(['--struct', 'list', '--from', 'hex', '-'], bytes);
    expect([pasted.status, found(pasted.stdout)]).toEqual([0, expected]);
    const raw = decode(['--struct', 'list', '--from', 'raw', '-'], Buffer.from(bytes, 'hex'));
    expect([raw.status, found(raw.stdout)]).toEqual([0, expected]);
  });

  it('take what is left where nothing counts', () => {
    const { stdout } = decode(
      ['--struct', 'rest', '--from', 'raw', '-'],
      Buffer.from('0100 0200 0300'.replaceAll(' ', ''), 'hex'),
    );
    expect(found(stdout)).toEqual([[0, { a: 1, items: [2, 3] }]]);
  });

  it('that end too early are an error once', () => {
    const { status, stdout } = decode(
      ['--struct', 'list', '--from', 'hex', '-'],
      `${bytes}09000000`,
    );
    expect(status).toBe(1);
    expect(jsonLines<{ error?: { code: string } }>(stdout).at(-1)!.error?.code).toBe('length');
  });

  it('are vectors that decode', () => {
    const vectors = xenabi([
      'vectors',
      '--struct',
      'list',
      '--abi',
      'x86_64',
      '--module',
      file,
      '--count',
      '9',
    ]);
    const { stdout, stderr } = xenabi(['decode', '--module', file, '--json', '-'], {
      input: vectors.stdout,
    });
    const isWrong = (text: string) =>
      jsonLines<{ kind?: string; error?: unknown }>(text)
        .filter(({ kind }) => kind !== 'header')
        .map(({ error }) => error !== undefined);
    expect(isWrong(stdout), stderr).toEqual(isWrong(vectors.stdout));
    expect(isWrong(stdout)).toContain(false);
  });
});
