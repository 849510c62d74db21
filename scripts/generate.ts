/**
 * Writes the codecs of the hot headers of abi/ into src/generated/, formatted.
 * `--check` writes nothing and fails when what is committed is not what would be written.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as e820 from '../abi/e820.js';
import * as memory from '../abi/memory.js';
import * as unpin from '../abi/unpin.js';
import * as xen from '../abi/xen.js';
import { printModule } from '../src/codec/printer.js';
import { architectures } from '../src/layout/index.js';
import type { CompoundType } from '../src/schema/index.js';

const headers: Readonly<Record<string, object>> = { e820, memory, unpin, xen };

const root = fileURLToPath(new URL('../..', import.meta.url));
const target = join(root, 'src', 'generated');

const isDeclaration = (entry: [string, unknown]): entry is [string, CompoundType] => {
  const value = entry[1] as { kind?: unknown } | null;
  return typeof value === 'object' && (value?.kind === 'struct' || value?.kind === 'union');
};

/** Prints every header's codecs into `folder`, as the project formats its code. */
function generate(folder: string): string[] {
  const files = Object.entries(headers).map(([header, declarations]) => {
    const file = join(folder, `${header}.ts`);
    writeFileSync(
      file,
      printModule(
        Object.fromEntries(Object.entries(declarations).filter(isDeclaration)),
        Object.values(architectures),
        {
          source: `abi/${header}.ts`,
          by: 'scripts/generate.ts',
          runtime: '../codec/runtime.js',
        },
      ),
    );
    return file;
  });
  const oxfmt = join(root, 'node_modules', '.bin', 'oxfmt');
  execFileSync(oxfmt, ['-c', join(root, '.oxfmtrc.json'), ...files], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return files;
}

if (process.argv.includes('--check')) {
  const folder = mkdtempSync(join(root, 'src', '.generated-'));
  try {
    const stale = generate(folder).filter((file, i) => {
      const header = Object.keys(headers)[i]!;
      return readFileSync(file, 'utf8') !== readFileSync(join(target, `${header}.ts`), 'utf8');
    });
    if (stale.length > 0) {
      console.error(
        `src/generated is stale (${stale.length} files): run npm run generate and commit`,
      );
      process.exitCode = 1;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
} else for (const file of generate(target)) console.log(file.slice(root.length));
