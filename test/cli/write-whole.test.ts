import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { main, xenabi } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'xenabi-'));
afterAll(() => rmSync(folder, { recursive: true }));

const out = join(folder, 'out.jsonl');
const other = join(folder, 'other.txt');
const args = ['vectors', '--struct', 'xen_memory_domain', '--abi', 'arm64', '--out', out];

beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  writeFileSync(other, 'mine\n');
});

it('a file of vectors is written again, of either kind, with the permissions it had', () => {
  const command = ['vectors', '--command', 'exchange', '--abi', 'x86_64', '--count', '2'];
  const runs = [args, [...command, '--out', out], args];
  for (const run of runs) {
    expect(xenabi(run)).toEqual({ status: 0, stdout: '', stderr: '' });
    chmodSync(out, 0o600);
  }
  expect(xenabi(args).status).toBe(0);
  expect(statSync(out).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).sort()).toEqual(['other.txt', 'out.jsonl']);
});

it('an empty file has nothing to lose', () => {
  writeFileSync(out, '');
  expect(xenabi(args).status).toBe(0);
});

it.each([
  'precious\n',
  '{"kind":"capture","version":1,"abi":"x86_64"}\n',
  '{"kind":"capture","version":1,"abi":"x86_64","interface":"xen-4.17","source":"my recording"}\n',
])('what is there and is none is kept: %j', (text) => {
  writeFileSync(out, text);
  const { status, stderr } = xenabi(args);
  expect([status, stderr]).toEqual([
    2,
    `xenabi: ${out} is there and is no file of vectors; name another one with --out\n`,
  ]);
  expect(readFileSync(out, 'utf8')).toBe(text);
  expect(readdirSync(folder)).toHaveLength(2);
});

describe('what is no plain file', () => {
  it('a link is not followed, wherever it leads', () => {
    for (const target of [other, join(folder, 'nothing')]) {
      rmSync(out, { force: true });
      symlinkSync(target, out);
      const { status, stderr } = xenabi(args);
      expect([status, stderr]).toEqual([
        3,
        `xenabi: ${out}: is a link, which is not written through\n`,
      ]);
      expect(readFileSync(other, 'utf8')).toBe('mine\n');
      expect(existsSync(join(folder, 'nothing'))).toBe(false);
    }
  });

  it('a FIFO is not waited for', () => {
    spawnSync('mkfifo', [out]);
    const { status, stderr } = xenabi(args);
    expect([status, stderr]).toEqual([3, `xenabi: ${out}: is no plain file\n`]);
  });
});

it.each(['SIGINT', 'SIGTERM', 'SIGKILL'] as const)(
  '%s leaves the old file whole',
  async (signal) => {
    expect(xenabi(args).status).toBe(0);
    const old = readFileSync(out);
    const more = spawn(process.execPath, [main, ...args, '--count', '1000000']);
    const exit = once(more, 'exit');
    while (readdirSync(folder).length < 3 && more.exitCode === null) await wait(5);
    more.kill(signal);
    expect(await exit).toEqual([null, signal]);
    expect(readFileSync(out)).toEqual(old);
    // Nobody hears SIGKILL.
    if (signal !== 'SIGKILL') expect(readdirSync(folder)).toHaveLength(2);
  },
);
