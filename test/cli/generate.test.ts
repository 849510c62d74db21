import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printModule } from '../../src/codec/printer.js';
import { architectures } from '../../src/layout/index.js';
import { compiler, install, type Installed, output } from '../package/installed.js';
import { buildStruct } from '../support/declaration-spec.js';
import { deterministic } from '../support/declarations.js';
import { jsonLines, type Ran, root, xenabi } from './run.js';

const names = Object.keys(architectures);

/** Inside the package, so that what is written there may import `xenabi`. */
const folder = mkdtempSync(fileURLToPath(new URL('../.tmp-', import.meta.url)));
afterAll(() => rmSync(folder, { recursive: true }));

/** A module of its own folder, so that what one test leaves there no other finds. */
let folders = 0;
function module(text: string, name = 'mine.js'): { file: string; out: string } {
  const own = join(folder, `${folders++}`);
  mkdirSync(own);
  writeFileSync(join(own, name), text);
  return { file: join(own, name), out: join(own, 'out') };
}
const generate = ({ file, out }: { file: string; out: string }, ...options: string[]): Ran =>
  xenabi(['generate', file, '--abi', 'x86_64,arm32', '--out', out, ...options]);

describe('as a user has it', () => {
  let installed: Installed;
  const node = (...args: readonly string[]): string =>
    output(process.execPath, args, installed.folder);
  const ring = ['generate', 'ring.js', '--out', 'generated'];
  beforeAll(() => {
    installed = install();
    cpSync(join(root, 'test/samples/own-structs'), installed.folder, {
      recursive: true,
      filter: (path) => !path.endsWith('generated'),
    });
    writeFileSync(join(installed.folder, 'package.json'), '{ "type": "module" }');
    node('node_modules/xenabi/dist/lib/cli.js', ...ring, '--abi', 'all');
  });
  afterAll(() => installed.remove());

  test('the two files are there and nothing else', () => {
    expect(readdirSync(join(installed.folder, 'generated')).sort()).toEqual(['ring.js', 'ring.ts']);
  });

  test('the sample runs, with the generated engine for its architectures alone', () => {
    expect(node('use.js')).toBe(
      'x86_64 generated\narm64 generated\n7 [ 7, 0, 0, 0, 0, 0 ]\ninterpreted 24 16\n',
    );
  });

  test('the codecs agree with the interpreted engine, whatever the value and the bytes', () => {
    writeFileSync(
      join(installed.folder, 'agree.js'),
      `import fc from 'fast-check';
import { deepStrictEqual as same } from 'node:assert';
import { architectures, codec, pairGenerated } from 'xenabi';
import { arbitrary } from 'xenabi/vectors';
import { codecs } from './generated/ring.js';
import * as mine from './ring.js';
const generated = pairGenerated(mine, codecs);
for (const [name, type] of Object.entries(mine))
  for (const abi of Object.values(architectures)) {
    const fast = codec(type, abi, { generated });
    const slow = codec(type, abi, { engine: 'interpreted' });
    const bytes = fc.uint8Array({ minLength: fast.size, maxLength: fast.size });
    fc.assert(
      fc.property(arbitrary(type, abi), bytes, (value, noise) => {
        same(fast.encode(value), slow.encode(value));
        same(fast.decode(noise), slow.decode(noise));
        const [a, b] = [noise.slice(), noise.slice()];
        fast.encodeInto(value, a);
        slow.encodeInto(value, b);
        same(a, b);
      }),
    );
    console.log(name, abi.name, fast.engine);
  }
`,
    );
    const lines = ['ring', 'slot'].flatMap((name) =>
      names.map((abi) => `${name} ${abi} generated`),
    );
    expect(node('agree.js').trimEnd().split('\n')).toEqual(lines);
  });

  const strict = {
    module: 'nodenext',
    target: 'es2022',
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noImplicitReturns: true,
    noUnusedLocals: true,
    noUnusedParameters: true,
    verbatimModuleSyntax: true,
    erasableSyntaxOnly: true,
    allowJs: true,
    outDir: 'compiled',
  };

  test('the TypeScript type-checks strictly, with the program that uses it', () => {
    const config = { compilerOptions: { ...strict, checkJs: true }, files: ['use.js'] };
    writeFileSync(join(installed.folder, 'tsconfig.json'), JSON.stringify(config));
    expect(node(compiler, '-p', '.')).toBe('');
  });

  test('the JavaScript is what the compiler makes of the TypeScript', () => {
    const dense = (path: string): string =>
      readFileSync(join(installed.folder, path), 'utf8').replace(/\s+/g, '');
    expect(dense('generated/ring.js')).toBe(dense('compiled/generated/ring.js'));
  });
});

test('without types, any declaration is what the compiler makes of it with types', () => {
  const random = deterministic(60, 1).map((spec, i) => [`r${i}`, buildStruct('generated', spec)]);
  const print = (language: 'typescript' | 'javascript'): string =>
    printModule(Object.fromEntries(random), Object.values(architectures), {
      source: 'x',
      language,
    });
  const { file } = module(print('typescript'), 'typed.ts');
  const options = [
    '--ignoreConfig',
    '--target',
    'es2022',
    '--module',
    'nodenext',
    '--verbatimModuleSyntax',
    '--types',
    '',
  ];
  expect(output(process.execPath, [compiler, ...options, file], root)).toBe('');
  const dense = (text: string): string => text.replace(/\s+/g, '');
  expect(dense(print('javascript'))).toBe(dense(readFileSync(file.replace('.ts', '.js'), 'utf8')));
});

const two = `import { struct, uint32_t } from 'xenabi';
export const a = struct('a', { x: uint32_t });
export const other = 5;`;

describe('what is written', () => {
  test('is named, with the architectures', () => {
    const { file, out } = module(two);
    const [ts, js] = [join(out, 'mine.ts'), join(out, 'mine.js')];
    const stdout = `${ts}\n${js}\n  a  x86_64, arm32\n`;
    expect(generate({ file, out })).toEqual({ status: 0, stdout, stderr: '' });
    const { stdout: json } = generate({ file, out }, '--json');
    expect(jsonLines(json)).toEqual([
      {
        struct: 'a',
        export: 'a',
        abis: ['x86_64', 'arm32'],
        interpreted: [],
        absent: [],
        files: [ts, js],
      },
    ]);
  });

  test('is the same bytes from anywhere at any time, and nothing is left beside it', () => {
    const { file, out } = module(two);
    const read = (): string[] =>
      readdirSync(out).map((name) => readFileSync(join(out, name), 'utf8'));
    expect(generate({ file, out }).status).toBe(0);
    const first = read();
    expect(generate({ file: relative(root, file), out: relative(root, out) }).status).toBe(0);
    expect(read()).toEqual(first);
    expect(readdirSync(out)).toEqual(['mine.js', 'mine.ts']);
    expect(first[0]).toMatch(/^\/\/ Generated from mine\.js by xenabi generate: do not edit\.\n/);
  });

  test('follows the extension of the module', () => {
    const { file, out } = module(two, 'mine.mjs');
    expect(generate({ file, out }).status).toBe(0);
    expect(readdirSync(out)).toEqual(['mine.mjs', 'mine.mts']);
  });

  test.each([
    ['the module itself', 'mine.js'],
    ['what somebody wrote', 'mine.ts'],
  ])('never takes the place of %s', (_, name) => {
    const { file } = module(two);
    const own = join(file, '..');
    const out = name === 'mine.js' ? own : join(own, 'out');
    if (out !== own) {
      mkdirSync(out);
      writeFileSync(join(out, name), two);
    }
    const before = readdirSync(out);
    const { status, stdout, stderr } = generate({ file, out });
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      `xenabi: ${join(out, name)} is there and was not generated; name another folder with --out\n`,
    );
    expect(readFileSync(join(out, name), 'utf8')).toBe(two);
    expect(readdirSync(out)).toEqual(before);
  });
});

describe('which declarations', () => {
  /** What a program that uses all that was generated prints of each: its engine. */
  function engines(file: string, out: string): string {
    const user = join(file, '..', 'user.js');
    writeFileSync(
      user,
      `import { codec, pairGenerated, x86_64 } from 'xenabi';
import { codecs } from './out/mine.js';
import * as mine from './mine.js';
const generated = pairGenerated(mine, codecs);
for (const [name, type] of Object.entries(mine)) {
  const it = codec(type, x86_64, { generated });
  console.log(name, it.engine, it.encode(it.decode(new Uint8Array(it.size))).length);
}`,
    );
    expect(readdirSync(out)).toContain('mine.js');
    return output(process.execPath, [user], root);
  }

  test('flexible arrays and what is very large are left to the interpreted engine, and it is said', () => {
    const { file, out } =
      module(`import { array, flexible, struct, uint8_t, uint32_t } from 'xenabi';
export const large = struct('large', { a: array(uint8_t, 129) });
export const list = struct('list', { n: uint32_t, list: flexible(uint8_t, 'n') });
export const small = struct('small', { n: uint32_t });`);
    const { status, stdout, stderr } = generate({ file, out });
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /\n {2}large {2}\(interpreted\)\n {2}list {3}\(interpreted\)\n {2}small {2}x86_64, arm32\n$/,
    );
    expect(stderr).toBe(
      `xenabi: large (x86_64, arm32): it has 129 numbers and strings, more than 128; left to the interpreted engine
xenabi: list (x86_64, arm32): it ends in a flexible array; left to the interpreted engine
`,
    );
    expect(engines(file, out)).toBe(
      'large interpreted 129\nlist interpreted 4\nsmall generated 4\n',
    );
  });

  test('what does not exist on an architecture is left out, and it is said', () => {
    const { file, out } = module(`import { bits, struct, uint32_t, unsigned_long } from 'xenabi';
const inner = struct('inner', { a: uint32_t }, { abis: ['arm32'] });
export const outer = struct('outer', { inner });
export const own = struct('own', { a: uint32_t }, { abis: ['x86_64'] });
export const wide = struct('wide', { a: bits(unsigned_long, 40) });`);
    const { status, stdout, stderr } = generate({ file, out }, '--json');
    expect(status).toBe(0);
    expect(stderr).toBe(
      `xenabi: outer (x86_64): inner: does not exist; left out
xenabi: own (arm32): does not exist; left out
xenabi: wide (arm32): wide.a: a bit-field of 40 bits does not fit unsigned long; left out
`,
    );
    expect(jsonLines(stdout)).toMatchObject([
      { export: 'outer', abis: ['arm32'], absent: ['x86_64'] },
      { export: 'own', abis: ['x86_64'], absent: ['arm32'] },
      { export: 'wide', abis: ['x86_64'], absent: ['arm32'] },
    ]);
  });

  test('where none is printed, there are files without codecs, which type-check', () => {
    const { file, out } = module(`import { flexible, struct, uint32_t } from 'xenabi';
export const list = struct('list', { n: uint32_t, list: flexible(uint32_t) });`);
    expect(generate({ file, out }).status).toBe(0);
    expect(engines(file, out)).toBe('list interpreted 4\n');
    const options = [
      '--ignoreConfig',
      '--module',
      'nodenext',
      '--noUnusedLocals',
      '--strict',
      '--noEmit',
      '--types',
      '',
    ];
    expect(output(process.execPath, [compiler, ...options, join(out, 'mine.ts')], root)).toBe('');
  });

  test('a declaration that is exported twice has one codec, under a name of its own', () => {
    const { file, out } = module(`import { struct, typedef, uint32_t } from 'xenabi';
const a = struct('a', { x: uint32_t });
export { a as default, a as first, a as second };
export const a_t = typedef('a_t', a);`);
    const { status, stderr } = generate({ file, out });
    expect(status).toBe(0);
    expect(stderr).toBe(
      'xenabi: second is first again; one codec serves both\nxenabi: default is first again; one codec serves both\n',
    );
    expect(engines(file, out)).toBe(
      ['a_t', 'default', 'first', 'second'].map((name) => `${name} generated 4\n`).join(''),
    );
  });

  test('names that are no identifiers, and those that are odd ones', () => {
    const { file, out } = module(`import { struct, uint32_t } from 'xenabi';
const one = () => struct('a', { view: uint32_t, U32: uint32_t, satisfies: uint32_t, Generated: uint32_t });
const [a, b, c, d, e] = [one(), one(), one(), one(), one()];
export { a as 'x y', b as class, c as $1, d as __proto__, e as größe };`);
    const { status, stderr } = generate({ file, out });
    expect(status).toBe(0);
    expect(stderr).toMatch(
      /^xenabi: __proto__ \(.*no identifier.*\nxenabi: x y \(.*no identifier.*\n$/,
    );
    expect(engines(file, out).split('\n').sort().join('\n')).toBe(
      `
$1 generated 16
__proto__ interpreted 16
class generated 16
größe generated 16
x y interpreted 16`,
    );
  });

  test('plain data with names that no code can have', () => {
    const { file, out } = module(`import { uint32_t } from 'xenabi';
const data = (name, field) => ({ kind: 'struct', name, members: [{ name: field, type: uint32_t }] });
export const a = data('a', 'x-y');
export const b = data('b', "x'; throw 'y");
export const c = data("c', 1, ('", 'x');
export const d = data('d', 'constructor');
export const e = data('e', 'größe');`);
    const { status, stderr } = generate({ file, out });
    expect(status).toBe(0);
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(/^xenabi: a \(.*\): its field "x-y" is no identifier; left to/),
      expect.stringMatching(
        /^xenabi: b \(.*\): its field "x'; throw 'y" is no identifier; left to/,
      ),
      expect.stringMatching(/^xenabi: c \(.*\): its name "c', 1, \('" is no identifier; left to/),
      '',
    ]);
    expect(engines(file, out)).toBe(
      ['a', 'b', 'c', 'd', 'e']
        .map((name) => `${name} ${name < 'd' ? 'interpreted' : 'generated'} 4\n`)
        .join(''),
    );
  });

  test('declarations of another copy of the package are as good', () => {
    const { file, out } = module(two);
    const copy = join(file, '..', 'node_modules', 'xenabi');
    for (const part of ['package.json', 'dist/lib', 'dist/src', 'dist/abi'])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    writeFileSync(join(file, '..', 'package.json'), '{ "type": "module" }');
    expect(generate({ file, out })).toMatchObject({ status: 0, stderr: '' });
    writeFileSync(
      join(file, '..', 'user.js'),
      `import { codec, pairGenerated, x86_64 } from 'xenabi';
import { codecs } from './out/mine.js';
import * as mine from './mine.js';
const it = codec(mine.a, x86_64, { generated: pairGenerated(mine, codecs) });
console.log(it.engine, [...it.encode({ x: 258 })].join());`,
    );
    expect(output(process.execPath, [join(file, '..', 'user.js')], root)).toBe(
      'generated 2,1,0,0\n',
    );
  });
});

describe('a module that cannot be imported', () => {
  test.each([
    [
      'export const a = 1;\nconst b = ;',
      ":2 cannot be imported: SyntaxError: Unexpected token ';'",
    ],
    ["\nthrow new Error('no\\nluck');", ':2 cannot be imported: Error: no'],
    ['throw null;', ' cannot be imported: Error: null'],
    [
      "import { struct, uint8_t } from 'xenabi';\n\nstruct('a', { '1': uint8_t });",
      ':3 cannot be imported: DeclarationError: a.1: is not a C identifier',
    ],
    [
      "import { strukt } from 'xenabi';",
      ":1 cannot be imported: SyntaxError: The requested module 'xenabi' does not provide an export named 'strukt'",
    ],
    ['process.exit(0);', ' cannot be imported: the process ends before it is done'],
    ['export const a = 5;', ' exports no struct and no union: nothing to generate'],
    [
      "export const a = { kind: 'struct' };",
      ' exports no struct and no union: nothing to generate',
    ],
  ])('%j is a finding, told in a sentence', (text, sentence) => {
    const { file, out } = module(text);
    const stderr = `xenabi: ${file}${sentence}\n`;
    expect(generate({ file, out })).toEqual({ status: 1, stdout: '', stderr });
    expect(readdirSync(join(file, '..'))).toEqual(['mine.js']);
  });

  test('the package is not installed where the module is', () => {
    const outside = mkdtempSync(join(tmpdir(), 'xenabi-'));
    const file = join(outside, 'mine.mjs');
    writeFileSync(file, two);
    const { status, stderr } = generate({ file, out: outside });
    rmSync(outside, { recursive: true });
    expect(status).toBe(1);
    expect(stderr).toContain("Cannot find package 'xenabi'");
    expect(stderr).toMatch(/; install xenabi in its project\n$/);
  });

  test('what only looks like a declaration', () => {
    const { file, out } = module("export const a = { kind: 'struct', name: 'a', members: [5] };");
    const { status, stderr } = generate({ file, out });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^xenabi: a is no declaration: .*\n$/);
  });

  test('a wait without end', () => {
    const { file, out } = module('await new Promise(() => {});');
    const { status, stderr } = generate({ file, out });
    expect(status).toBe(1);
    expect(stderr).toContain(
      `xenabi: ${file} cannot be imported: the process ends before it is done\n`,
    );
  });

  test.runIf(process.version.startsWith('v20.'))('TypeScript', () => {
    const { file, out } = module('export const a: number = 5;', 'mine.ts');
    const { status, stderr } = generate({ file, out });
    expect(status).toBe(2);
    expect(stderr).toMatch(/mine\.ts: Node v20\S+ runs no \.ts; name a \.js module\n$/);
  });
});

const sample = 'test/samples/own-structs/ring.js';
const nowhere = join(folder, 'nowhere');

test.each([
  [[], /needs a module: MODULE\.js/],
  [['-', '--abi', 'x86_64', '--out', nowhere], /standard input/],
  [[sample, 'b.js', '--abi', 'x86_64', '--out', nowhere], /one module, and b\.js is a second/],
  [[sample, '--out', nowhere], /needs --abi/],
  [
    [sample, '--abi', 'x86_46', '--out', nowhere],
    /x86_46 is no architecture; did you mean .*x86_64/,
  ],
  [[sample, '--abi', 'amd64', '--out', nowhere], /it is x86_64 here/],
  [[sample, '--abi', 'x86_64'], /needs --out/],
  [[sample, '--abi', 'x86_64', '--out', ''], /needs --out/],
])('generate %j is wrong use, told in one sentence', (args, sentence) => {
  const { status, stdout, stderr } = xenabi(['generate', ...args]);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(sentence);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test.each([
  [join(folder, 'missing.js'), nowhere, /missing\.js: no such file\n$/],
  [folder, nowhere, /: is a directory\n$/],
  [sample, '/dev/null', /^xenabi: \/dev\/null\/ring\.ts: not a directory\n$/],
  [sample, '/dev/null/below', /^xenabi: \/dev\/null\/below: [^']+\n$/],
  [sample, '/proc/nowhere', /^xenabi: \/proc\/nowhere: [^']+\n$/],
])('generate %s --out %s: 3, an error of the system', (file, out, sentence) => {
  const { status, stdout, stderr } = generate({ file, out });
  expect([status, stdout]).toEqual([3, '']);
  expect(stderr).toMatch(sentence);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test('a folder in the place of a file: 3, and the other is not written either', () => {
  const { file, out } = module(two);
  mkdirSync(join(out, 'mine.js'), { recursive: true });
  const { status, stdout, stderr } = generate({ file, out });
  expect([status, stdout]).toEqual([3, '']);
  expect(stderr).toMatch(/mine\.js: illegal operation on a directory\n$/);
  expect(readdirSync(out)).toEqual(['mine.js']);
});
