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
  ['src', 'abi', 'scripts']
    .flatMap((top) =>
      readdirSync(join(root, top), { recursive: true, encoding: 'utf8' })
        .filter((file) => top !== 'scripts' || file === 'bundle.ts')
        .map((file) => join(top, file)),
    )
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));

const outputOf = (source: string): string => join('dist', source.replace(/\.ts$/, '.js'));

const isStale = (source: string): boolean =>
  changed(outputOf(source)) < Math.max(changed(source), changed('tsconfig.json'));

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });

/**
 * Tests of the command line run what is in dist/: builds it when a source is newer. The compiler
 * writes its output in spite of type errors; those are for the type check to report.
 */
export default function build(): void {
  const all = sources();
  if (all.some(isStale)) {
    const typescript = createRequire(import.meta.url).resolve('typescript/package.json');
    const { status, stdout } = run(join(dirname(typescript), 'bin/tsc'));
    if (status !== 0)
      process.stderr.write(`tsc: dist/ is built from sources with errors\n${stdout}`);
  }
  const bundled = changed('dist/lib/cli.js');
  if (all.every((source) => changed(outputOf(source)) < bundled)) return;
  const { status, stderr } = run('dist/scripts/bundle.js');
  if (status !== 0) throw new Error(`dist/lib is not built: ${stderr}`);
}
