/**
 * Writes a module of codecs for every struct of abi/ into src/generated/, formatted, and the
 * index of those that `codec` knows from the start.
 * `--check` writes nothing and fails when what is committed is not what would be written.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as e820 from '../abi/e820.js';
import * as memory from '../abi/memory.js';
import * as physdev from '../abi/pci-device.js';
import * as sharedInfo from '../abi/shared-info.js';
import * as unpin from '../abi/unpin.js';
import * as xen from '../abi/xen.js';
import { type Declared, printStruct } from '../src/codec/printer.js';
import { architectures } from '../src/layout/index.js';
import type { CompoundType } from '../src/schema/index.js';

const headers: Readonly<Record<string, object>> = {
  e820,
  memory,
  unpin,
  xen,
  'pci-device': physdev,
  'shared-info': sharedInfo,
};
/** Those whose structs `codec` is bound to: what hypercalls of memory pass. */
const HOT: readonly string[] = ['e820', 'memory', 'unpin', 'xen'];

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = join(root, 'src', 'generated');

interface Struct extends Declared {
  readonly type: CompoundType;
  readonly header: string;
}

const isDeclaration = (value: unknown): value is CompoundType => {
  const { kind } = (value ?? {}) as { kind?: unknown };
  return kind === 'struct' || kind === 'union';
};

const declared: readonly Struct[] = Object.entries(headers).flatMap(([header, exports]) =>
  Object.entries(exports).flatMap(([name, type]: [string, unknown]) =>
    isDeclaration(type) && type.name !== null
      ? [{ name, type, header, from: `../../abi/${header}.js` }]
      : [],
  ),
);

/** The declarations of each struct by its name; another architecture may have another. */
const structs = new Map<string, Struct[]>();
for (const struct of declared)
  structs.set(struct.type.name!, [...(structs.get(struct.type.name!) ?? []), struct]);

const by = 'scripts/generate.ts';
const sourceOf = (all: readonly Struct[]): string => `abi/${all[0]!.header}.ts`;

function printIndex(): string {
  const hot = declared.filter(({ header }) => HOT.includes(header));
  const alias = (header: string): string => `${header}_h`;
  return [
    `// Generated from abi/ by ${by}: do not edit.`,
    ...HOT.map((header) => `import * as ${alias(header)} from '../../abi/${header}.js';`),
    "import type { GeneratedCodecs, PrintedCodecs } from '../codec/index.js';",
    "import type { Type } from '../schema/index.js';",
    ...[...new Set(hot.map(({ type }) => type.name!))].map(
      (name) => `import { codecs as ${name} } from './${name}.js';`,
    ),
    '\n/** The codecs of the structs that hypercalls of memory pass. */',
    'export const generated: GeneratedCodecs = new Map<Type, PrintedCodecs>([',
    ...hot.map(({ name, type, header }) => `[${alias(header)}.${name}, ${type.name}],`),
    ']);\n',
  ].join('\n');
}

/** Prints every struct's codecs into `folder`, as the project formats its code. */
function generate(folder: string): void {
  const options = { by, runtime: '../codec/runtime.js' };
  const texts = new Map([['index', printIndex()]]);
  for (const [name, all] of structs)
    texts.set(
      name,
      printStruct(all, Object.values(architectures), { ...options, source: sourceOf(all) }),
    );
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of texts) writeFileSync(join(folder, `${name}.ts`), text);
  const oxfmt = join(root, 'node_modules', '.bin', 'oxfmt');
  execFileSync(oxfmt, ['-c', join(root, '.oxfmtrc.json'), folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

const textsIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));

if (process.argv.includes('--check')) {
  const folder = mkdtempSync(join(root, 'src', '.generated-'));
  try {
    generate(folder);
    const [fresh, committed] = [textsIn(folder), textsIn(target)];
    const names = new Set([...fresh.keys(), ...committed.keys()]);
    const stale = [...names].filter((name) => fresh.get(name) !== committed.get(name));
    if (stale.length > 0) {
      console.error(
        `src/generated is stale (${stale.join(', ')}): run npm run generate and commit`,
      );
      process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
} else {
  rmSync(target, { recursive: true, force: true });
  generate(target);
  console.log(`src/generated: ${structs.size} structs`);
}
