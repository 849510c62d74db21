import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  flexible,
  struct,
  uint16_t,
  uint32_t,
  uint8_t,
  array,
  chars,
  bits,
  type Type,
} from '../../src/schema/index.js';
import { printModule } from '../../src/codec/printer.js';
import { x86_64 } from '../../src/layout/index.js';
import { buildStruct } from '../support/declaration-spec.js';
import { deterministic } from '../support/declarations.js';
import { print } from '../support/generated.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const tsc = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin',
  'tsc',
);

/** What the project's own compiler options say of modules printed here. */
function typeErrors(modules: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(fileURLToPath(new URL('../.tmp-', import.meta.url)));
  try {
    for (const [name, text] of Object.entries(modules))
      writeFileSync(join(folder, `${name}.ts`), text);
    const config = {
      extends: '../../tsconfig.json',
      compilerOptions: { noEmit: true, rootDir: '../..', noImplicitReturns: true },
      include: ['*.ts'],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    execFileSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8', stdio: 'pipe' });
    return '';
  } catch (error) {
    return (error as { stdout?: string }).stdout ?? String(error);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Modules that need only some of the scratch variables, each by itself. */
const alone: Record<string, Type> = {
  numbers: struct('numbers', { a: uint8_t, b: uint32_t }),
  text: struct('text', { view: chars(4) }),
  flags: struct('flags', { a: bits(uint16_t, 3) }),
  named: struct('named', { V: uint32_t, U64: array(uint8_t, 2), bytes: uint8_t, slow: uint8_t }),
  merged: struct('merged', { V8: uint8_t, M8: chars(3), get: uint8_t, toString: uint8_t }),
};

describe('printModule', () => {
  test('prints what the strictest compiler takes', () => {
    const random = deterministic(40, 1).map((spec, i) => [`r${i}`, buildStruct('generated', spec)]);
    const modules = Object.fromEntries(
      Object.entries(alone).map(([name, type]) => [name, print({ [name]: type })]),
    );
    expect(typeErrors({ ...modules, random: print(Object.fromEntries(random)) })).toBe('');
  });

  test('has no fast path for flexible arrays and very large layouts', () => {
    const text = print({
      list: struct('list', { n: uint32_t, list: flexible(uint8_t, 'n') }),
      large: struct('large', { a: array(uint8_t, 129) }),
      fits: struct('fits', { a: array(uint8_t, 128) }),
    });
    const codes = text.split(/^const (?=\w+: Generated)/m).slice(1);
    expect(codes.map((code) => [/^\w+/.exec(code)?.[0], code.includes('engine:')])).toEqual([
      ['list_x86_32', false],
      ['large_x86_32', false],
      ['fits_x86_32', true],
    ]);
  });

  test('prints a declaration once for architectures with the same layout, and not where it is not', () => {
    const text = print({
      same: struct('same', { a: uint32_t }),
      some: struct('some', { a: uint32_t }, { abis: ['arm32', 'arm64'] }),
    });
    expect(text.match(/^const same_\w+/gm)).toEqual(['const same_x86_32']);
    const some = text.slice(text.indexOf('  some: {'));
    expect([...some.matchAll(/codecOf\((.*)\)/g)].map(([, args]) => args)).toEqual([
      "'some', 'arm32', some_arm32",
      "'some', 'arm64', some_arm32",
    ]);
  });

  test('by itself, is a module for users of the package', () => {
    const text = printModule({ fits: alone['text']! }, [x86_64], { source: 'mine.js' });
    expect(text).toMatch(/^\/\/ Generated from mine\.js by xenabi: do not edit\.\n/);
    expect(text).toContain("} from 'xenabi/runtime';");
  });

  test('each module of src/generated imports the run-time, and types', () => {
    const folder = join(root, 'src', 'generated');
    for (const file of readdirSync(folder).filter((name) => name !== 'index.ts')) {
      const text = readFileSync(join(folder, file), 'utf8');
      const imports = [...text.matchAll(/^(import type)?.* from '([^']+)'/gm)]
        .filter(([, type]) => type === undefined)
        .map(([, , specifier]) => specifier);
      expect(imports, file).toEqual(['../codec/runtime.js']);
      expect(text).toMatch(
        /^\/\/ Generated from abi\/[\w-]+\.ts by scripts\/generate\.ts: do not edit\.\n/,
      );
    }
  });
});
