import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { at, call, header, le, reservation } from '../capture/decoding.js';
import { expectLinear, metered } from '../support/growth.js';
import { jsonLines, main, xenabi } from './run.js';

const hex = (n: number): string => `0x${n.toString(16)}`;
const times = <T>(n: number, make: (i: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i));
const text = (lines: readonly object[]): string =>
  lines.map((l) => `${JSON.stringify(l)}\n`).join('');

const facts = {
  host: { maxPage: 2 ** 24 },
  domain: { domid: 0, mode: 'pv', privileged: true, totPages: 64, maxPages: 2 ** 40 },
  regions: [{ start: '0x0', end: '0xffffffffffff0000', access: 'rw' }],
};
const deep = (n: number): string => `${'['.repeat(n)}${']'.repeat(n)}`;

/** Captures that are large in one way, by how large. */
const KINDS: Readonly<Record<string, (n: number) => string>> = {
  'fragments far apart': (n) =>
    text([
      header('x86_64', facts),
      call(
        ['0x2'],
        times(n, (i) => at(hex(i * 4096), '00')),
      ),
    ]),
  'fragments side by side': (n) =>
    text([
      header('x86_64', facts),
      call(
        ['0x2'],
        times(n, (i) => at(hex(i), '00', '01')),
      ),
    ]),
  'the same fragment': (n) =>
    text([
      header('x86_64', facts),
      call(
        ['0x2'],
        times(n, () => at('0x1000', '00')),
      ),
    ]),
  'runs of frames': (n) =>
    text([
      header('x86_64', { ...facts, frames: times(n, (i) => ({ mfn: hex(0x100 + 2 * i) })) }),
      call(['0x2']),
    ]),
  regions: (n) =>
    text([
      header('x86_64', {
        ...facts,
        regions: times(n, (i) => ({ start: hex(8192 * i), end: hex(8192 * i + 4096) })),
      }),
      call(['0x2']),
    ]),
  'one long list': (n) =>
    text([
      header('x86_64', facts),
      call(
        ['0x1', '0x1000'],
        [at('0x1000', reservation(0x2000, n)), at('0x2000', '00'.repeat(8 * n))],
      ),
    ]),
  'what is nested deep': (n) =>
    `${text([header('x86_64', facts)])}{"kind":"call","x":${deep(10 * n)}}\n${text([call(['0x2'])])}`,
  'bad lines': (n) => text([header('x86_64', facts), ...times(n, () => ({ kind: 'oops' }))]),
};

describe.each([
  ...Object.keys(KINDS).map((kind) => ['run', kind] as const),
  ['decode', 'fragments far apart'],
  ['decode', 'one long list'],
  ['replay', 'fragments far apart'],
  ['replay', 'runs of frames'],
] as const)('%s of %s', (verb, kind) => {
  it('is linear, in time and memory', () => {
    const make = KINDS[kind]!;
    const of = (n: number) => metered([verb, '-'], { input: make(n) });
    const [one, four, sixteen] = [of(1500), of(6000), of(24_000)];
    for (const { status, stderr } of [one, four, sixteen]) {
      expect(status).toBeLessThan(2);
      expect(stderr).not.toContain('internal error');
    }
    // Most of what the smallest run takes, every run does.
    expectLinear([one.cpu, four.cpu, sixteen.cpu], one.cpu / 2);
    expectLinear([one.peak, four.peak, sixteen.peak], one.peak / 2);
  });
});

it.each([
  [
    'header',
    `{"kind":"capture","version":1,"abi":"x86_64","host":${deep(5000)}}`,
    'line 1, host: is nested',
  ],
  [
    'header, an unknown key',
    `{"kind":"capture","version":1,"abi":"x86_64","x":{"y":${deep(5000)}}}`,
    'line 1, x.y: is nested',
  ],
])('nested deep in the %s: run, replay and decode say so', (_, line, message) => {
  for (const verb of ['decode', 'run', 'replay']) {
    const { status, stderr } = xenabi([verb, '-'], { input: `${line}\n` });
    expect(status).toBe(1);
    expect(stderr).toContain(message);
  }
});

describe('calls that ask for more than their bytes allow', () => {
  /** Increases of a million pages, a page each; the list need not be there. */
  const asks = call(
    ['0x0', '0x0'],
    [at('0x0', le(8, 0, 2 ** 20 - 1) + le(4, 0, 0) + 'f07f000000000000')],
  );

  it('run ends there, says so once, and the rest is not executed', () => {
    const { status, stdout, stderr } = xenabi(['run', '-'], {
      input: text([header('x86_64', facts), asks, call(['0x2']), call(['0x2'])]),
    });
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /^xenabi: standard input: line 2 has no result: not executed: the \d+ steps that the capture's bytes allow are used up\n$/,
    );
    const lines = jsonLines<object>(stdout);
    expect(lines).toHaveLength(4);
    for (const line of lines) expect(line).not.toHaveProperty('result');
  });

  it('of many bytes are executed, though they are many pages together', () => {
    const calls = times(100, (i) =>
      call(
        ['0x0', hex(i * 4096)],
        [at(hex(i * 4096), le(8, 0, 200) + le(4, 0, 0) + 'f07f000000000000')],
      ),
    );
    const { status, stderr } = xenabi(['run', '-'], {
      input: text([header('x86_64', facts), ...calls]),
    });
    expect([status, stderr]).toEqual([0, '']);
  });
});

it('a capture that is still being written is decoded as it comes', async () => {
  const child = spawn(process.execPath, [main, 'decode', '-']);
  child.stdin.write(text([header('x86_64', facts), call(['0x2'])]));
  let seen = '';
  while (!seen.includes('#0')) seen += String((await once(child.stdout, 'data')) as [Buffer]);
  child.stdin.end();
  expect(await once(child, 'exit')).toEqual([0, null]);
});
