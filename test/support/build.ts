import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

const changed = (file: string): number =>
  existsSync(join(root, file)) ? statSync(join(root, file)).mtimeMs : 0;

/** The sources of the built package; declaration files make no output. */
const sources = (): readonly string[] =>
  ['src', 'abi'].flatMap((top) =>
    readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
      .map((file) => join(top, file))
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts')),
  );

const isStale = (source: string): boolean =>
  changed(join('dist', source.replace(/\.ts$/, '.js'))) <
  Math.max(changed(source), changed('tsconfig.json'));

/**
 * Tests of the command line run what is in dist/: builds it when a source is newer. The compiler
 * writes its output in spite of type errors; those are for the type check to report.
 */
export default function build(): void {
  if (!sources().some(isStale)) return;
  const compiler = join(
    dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
    'bin/tsc',
  );
  const { status, stdout } = spawnSync(process.execPath, [compiler], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) process.stderr.write(`tsc: dist/ is built from sources with errors\n${stdout}`);
}
