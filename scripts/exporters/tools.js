/** Compilers as child processes, and one file at a time for them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const versions = new Map();

/** The first line of a tool's `--version`, or nothing where it is not installed. */
export function versionOf(tool) {
  if (!versions.has(tool)) {
    const run = spawnSync(tool, ['--version'], { encoding: 'utf8' });
    versions.set(tool, run.status === 0 ? run.stdout.split('\n')[0] : undefined);
  }
  return versions.get(tool);
}

/** Runs a tool on a text as a file; `{ ok, errors }`, the errors as the tool printed them. */
export function runOn(tool, args, name, text) {
  const folder = mkdtempSync(join(tmpdir(), 'xenabi-export-'));
  try {
    const file = join(folder, name);
    writeFileSync(file, text);
    const run = spawnSync(tool, [...args, file], { encoding: 'utf8', cwd: folder });
    return { ok: run.status === 0, errors: `${run.stderr}${run.stdout}` };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The first line of errors, for a table. */
export const firstError = (errors) =>
  (errors.split('\n').find((line) => line.includes('error')) ?? errors).trim().slice(0, 160);
