import { spawnSync } from 'node:child_process';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  compiler,
  entries,
  example,
  install,
  type Installed,
  manifest,
  output,
} from './installed.js';

let installed: Installed;
beforeAll(() => {
  installed = install();
});
afterAll(() => installed.remove());

/** A program that uses a little of everything, as JavaScript. */
const program = `
import { AbiError, codec, struct, uint32_t, uint64_t, x86_64 } from 'xenabi';
import { xen_memory_exchange } from 'xenabi/abi';

const bytes = new Uint8Array(72);
bytes[64] = 5;
const { nr_exchanged } = codec(xen_memory_exchange, x86_64).decode(bytes);
const mine = codec(struct('mine', { a: uint32_t, b: uint64_t }), x86_64);
let code = '';
try {
  mine.decode(bytes, 60);
} catch (error) {
  code = error instanceof AbiError ? error.code : String(error);
}
const report = [nr_exchanged, mine.encode({ a: 1, b: 2 }), code].join(' ');
`;
const reported = '5 1,0,0,0,0,0,0,0,2,0,0,0,0,0,0,0 length';

describe('the tarball', () => {
  test('holds the built library and what documents it', () => {
    const { files } = installed;
    expect(files).toContain('dist/src/index.d.ts');
    const others = files.filter((file) => !/^dist\/(lib\/.*\.js|(src|abi)\/.*\.d\.ts)$/.test(file));
    for (const file of others)
      expect(file).toMatch(
        /^(package\.json|LICENSE|[A-Z]+\.md|docs\/.*\.md|samples\/.*|dist\/man\/xenabi\.1|dist\/lib\/NOTICE|src\/.*\.schema\.json)$/,
      );
  });

  test('holds every file that its manifest names', () => {
    const targets = Object.entries(manifest.exports).flatMap(([path, target]) =>
      (typeof target === 'string' ? [target] : Object.values(target ?? {})).map((one) =>
        example(path, one),
      ),
    );
    for (const target of targets) expect(installed.files).toContain(target.replace('./', ''));
  });

  test.each(entries)('lets Node import %s', (entry) => {
    const script = `const m = await import('${entry}'); console.log(Object.keys(m).length > 0);`;
    const args = ['--input-type=module', '-e', script];
    expect(output(process.execPath, args, installed.folder)).toBe('true\n');
  });

  test('works in Node', () => {
    const args = ['--input-type=module', '-e', `${program}; console.log(report);`];
    expect(output(process.execPath, args, installed.folder)).toBe(`${reported}\n`);
  });

  test('runs codecs that are printed for a module of its user', () => {
    const declared = `import { struct, uint32_t, uint64_t } from 'xenabi';
export const mine = struct('mine', { a: uint32_t, b: uint64_t });`;
    const printer = `import { architectures, printModule } from 'xenabi';
import * as mine from './mine.mjs';
process.stdout.write(printModule(mine, Object.values(architectures), { source: 'mine.mjs' }));`;
    const user = `import { codec, pairGenerated, x86_32 } from 'xenabi';
import * as mine from './mine.mjs';
import { codecs } from './codecs.mjs';
const it = codec(mine.mine, x86_32, { generated: pairGenerated(mine, codecs) });
console.log(it.engine, [...it.encode({ a: 1, b: 2 })].join());`;
    const folder = installed.folder;
    const files = { 'mine.mjs': declared, 'printer.mjs': printer, 'user.mjs': user };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    writeFileSync(join(folder, 'codecs.mts'), output(process.execPath, ['printer.mjs'], folder));
    const options = ['--target', 'es2022', '--module', 'nodenext', '--strict', '--types', ''];
    expect(output(process.execPath, [compiler, ...options, 'codecs.mts'], folder)).toBe('');
    const ran = output(process.execPath, ['user.mjs'], folder);
    expect(ran).toBe('generated 1,0,0,0,2,0,0,0,0,0,0,0\n');
  });

  test('says what to install where the optional peer is missing', () => {
    const peer = join(installed.folder, 'node_modules', 'fast-check');
    renameSync(peer, `${peer}.away`);
    try {
      const cli = join(installed.folder, 'node_modules', 'xenabi', manifest.bin.xenabi);
      const run = (...args: string[]) =>
        spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });
      expect(run('vectors', '--struct', 'xen_memory_exchange')).toMatchObject({
        status: 3,
        stdout: '',
        stderr:
          'xenabi: this verb needs fast-check, which is not installed: npm install fast-check\n',
      });
      expect(run('decode', 'sample:exchange.jsonl').status).toBe(0);
    } finally {
      renameSync(`${peer}.away`, peer);
    }
  });

  test('exports nothing but what its manifest says', () => {
    const script = "import('xenabi/dist/lib/chunks/codec.js').catch((e) => console.log(e.code));";
    const args = ['--input-type=module', '-e', script];
    const code = output(process.execPath, args, installed.folder);
    expect(code).toBe('ERR_PACKAGE_PATH_NOT_EXPORTED\n');
  });
});

const consumer = `
import { codec, struct, uint8_t, x86_64, type Codec, type Infer, type InferInput } from 'xenabi';
import { xen_memory_exchange, type XenMemoryExchange } from 'xenabi/abi';

const mine = struct('mine', { a: uint8_t });
export const exchange: XenMemoryExchange = codec(xen_memory_exchange, x86_64).decode(new Uint8Array(72));
export const nr: bigint = exchange.in.nr_extents;
export const a: Infer<typeof mine> = { a: 5 };
export const input: InferInput<typeof xen_memory_exchange> = { ...exchange, nr_exchanged: 5 };
export const whichever: Codec = codec(mine, x86_64);
// @ts-expect-error a string is no integer
codec(mine, x86_64).encode({ a: '5' });
// @ts-expect-error no such field
exchange.nr;
`;

describe('the declaration files', () => {
  test.each([
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])('type-check strictly: module %s, resolution %s', (module, moduleResolution) => {
    const compilerOptions = {
      module,
      moduleResolution,
      target: 'es2022',
      lib: ['es2022'],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
    };
    const imports = entries.map((entry, i) => `import * as _${i} from '${entry}';\nvoid _${i};`);
    writeFileSync(join(installed.folder, 'consumer.mts'), consumer + imports.join('\n'));
    const config = { compilerOptions, files: ['consumer.mts'] };
    writeFileSync(join(installed.folder, 'tsconfig.json'), JSON.stringify(config));
    expect(output(process.execPath, [compiler, '-p', '.'], installed.folder)).toBe('');
  });

  /** What comes with types of its own. */
  const typed = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });

  /** The text, without comments, of every declaration file that an entry reaches. */
  function reachable(): Map<string, string> {
    const home = join(installed.folder, 'node_modules', 'xenabi');
    const texts = new Map<string, string>();
    const visit = (file: string): void => {
      if (texts.has(file)) return;
      const text = readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*$/gm, '');
      texts.set(file, text);
      for (const [, specifier = ''] of text.matchAll(/(?:from |import\(?)\s*['"]([^'"]+)['"]/g)) {
        if (specifier.startsWith('.'))
          visit(join(dirname(file), specifier.replace(/\.js$/, '.d.ts')));
        else expect(typed, `imported by ${relative(home, file)}`).toContain(specifier);
      }
    };
    for (const [path, target] of Object.entries(manifest.exports))
      if (typeof target === 'object' && target !== null)
        visit(join(home, example(path, target['types']!)));
    return texts;
  }

  test('need nothing that has no types, and say any nowhere', () => {
    const texts = reachable();
    expect(texts.size).toBeGreaterThan(20);
    for (const [file, text] of texts) {
      const wrong = /.*(\bany\b|['"]restructure['"]|\bNodeJS\b|\bBuffer\b).*/.exec(text);
      expect(wrong?.[0], file).toBeUndefined();
    }
  });
});

describe('in a browser', () => {
  // A recorder needs a socket.
  const everywhere = entries.filter((entry) => entry !== 'xenabi/record');

  /** All that the entry points reach and not only what is used, as one script. */
  async function bundle(treeshake: boolean): Promise<{ code: string; ours: string }> {
    const file = join(installed.folder, 'browser.js');
    const imports = everywhere.map((entry, i) => `import * as _${i} from '${entry}';`);
    const uses = `globalThis.keys = [${everywhere.map((_, i) => `Object.keys(_${i}).length`)}];`;
    const all = treeshake ? '' : [...imports, uses].join('\n');
    writeFileSync(file, `${all}\n${program}\nglobalThis.report = report;`);
    const build = await rolldown({
      input: file,
      platform: 'browser',
      treeshake,
      onwarn: (warning) => expect.unreachable(warning.message ?? String(warning)),
    });
    const { output } = await build.generate({ format: 'iife', comments: false });
    await build.close();
    expect(output).toHaveLength(1);
    const [{ code, modules }] = output;
    const own = Object.entries(modules).filter(([id]) => id.includes('/node_modules/xenabi/'));
    return { code, ours: own.map(([, module]) => module.code).join('\n') };
  }

  test.each([false, true])('a bundle works without Node (tree-shaken: %s)', async (treeshake) => {
    const { code, ours } = await bundle(treeshake);
    expect(ours.length).toBeGreaterThan(50_000);
    // Others may look whether they are in Node; we do not.
    const node = /(?<![.\w$])(Buffer|process|require|__dirname|setImmediate)\b\s*[.([]/;
    expect(node.exec(ours)?.[0]).toBeUndefined();
    expect(/['"`]node:|(?<![.\w$])require\(/.exec(code)?.[0]).toBeUndefined();
    expect(/\bnew Function\b|\beval\(/.exec(ours)?.[0]).toBeUndefined();
    const context = createContext({ TextDecoder, TextEncoder, setTimeout, clearTimeout });
    runInContext(code, context);
    expect(context['report']).toBe(reported);
  });

  test('what is not used is shaken off', async () => {
    const [all, used] = [await bundle(false), await bundle(true)];
    expect(used.code.length).toBeLessThan(all.code.length);
  });
});
