import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { flags } from './toolchains.js';

/** A step that failed, with what it printed. */
export class StepFailed extends Error {
  override readonly name = 'StepFailed';
}

/**
 * Runs shell commands, with `flags` as $FLAGS, in a new folder with the given files; gives the
 * wanted ones.
 * @throws StepFailed at the first command that fails.
 */
export function runIn(
  sources: Readonly<Record<string, string>>,
  steps: readonly string[],
  wanted: readonly string[],
): Uint8Array[] {
  const folder = mkdtempSync(join(tmpdir(), 'objects-'));
  try {
    for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, name), text);
    for (const step of steps) {
      // C's locale: tools sort by it, and their messages are read by people.
      const env = { ...process.env, LC_ALL: 'C', FLAGS: flags.replace('$PWD', folder) };
      const run = spawnSync('sh', ['-c', step], { cwd: folder, encoding: 'utf8', env });
      if (run.status !== 0)
        throw new StepFailed([step, ...run.stderr.split('\n').slice(0, 6)].join('\n'));
    }
    return wanted.map((name) => readFileSync(join(folder, name)));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
