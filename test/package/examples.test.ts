import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verbs } from '../cli/run.js';
import { install, type Installed, manifest } from './installed.js';

let installed: Installed;
let elsewhere: string;
beforeAll(() => {
  installed = install();
  elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
});
afterAll(() => {
  installed.remove();
  rmSync(elsewhere, { recursive: true });
});

/** Runs a line of shell in a folder that has nothing to do with the package. */
function shell(line: string) {
  const main = join(installed.folder, 'node_modules', 'xenabi', manifest.bin.xenabi);
  const script = `xenabi() { "${process.execPath}" "${main}" "$@"; }\n${line}`;
  return spawnSync('sh', ['-c', script], { cwd: elsewhere, encoding: 'utf8' });
}

// What is recorded has to run.
test.each(verbs().filter((verb) => verb !== 'record'))(
  'the examples of %s work as installed',
  (verb) => {
    const help = shell(`xenabi ${verb} --help`).stdout.trimEnd().split('\n');
    for (const example of help.slice(-2)) {
      const { status, stdout, stderr } = shell(example);
      expect({ status, example }).toEqual({ status: 0, example });
      // The summary of a replay or a check is talk, and so is what a dump was read as.
      const talk =
        /^(\d+ (calls|compared): .*|read as: .*|xenabi: sample:\S+: \d+ lines? that .* skipped|xenabi: arguments by .*)\n/gm;
      expect(stderr.replace(talk, ''), example).toBe('');
      expect(stdout, example).not.toBe('');
    }
  },
);

test('a sample that is none is a wrong use, which names those that are', () => {
  const { status, stderr } = shell('xenabi decode sample:nothing');
  expect(status).toBe(2);
  expect(stderr).toMatch(
    /^xenabi: sample:nothing is no sample; there are .*sample:exchange\.jsonl, /,
  );
});

test('the manual page has every verb and option', () => {
  const file = join(installed.folder, 'node_modules', 'xenabi', manifest.man);
  const { stdout } = shell(`cat "${file}"`);
  expect(stdout).toMatch(/^\.TH XENABI 1/);
  for (const verb of verbs()) {
    expect(stdout).toContain(`\n.SS ${verb}\n`);
    for (const [, option] of shell(`xenabi ${verb} --help`).stdout.matchAll(/^ {2}(--[\w-]+)/gm))
      expect(stdout).toContain(option!.replaceAll('-', '\\-'));
  }
});
