import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { jsonLines, shell, xenabi } from './run.js';

const folder = mkdtempSync(join(tmpdir(), 'xenabi-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('--struct', () => {
  test('prints as many vectors as asked for, and the same for the same seed', () => {
    const args = ['vectors', '--struct', 'xen_memory_exchange', '--abi', 'riscv64', '--count', '7'];
    const { status, stdout, stderr } = xenabi(args);
    expect([status, stderr]).toEqual([0, '']);
    expect(jsonLines(stdout)).toHaveLength(7);
    expect(xenabi([...args, '--seed', '0']).stdout).toBe(stdout);
    expect(xenabi([...args, '--seed', '1']).stdout).not.toBe(stdout);
  });

  test('decode agrees with each vector', () => {
    const lines = shell('xenabi vectors --struct xen_add_to_physmap_batch --abi x86_32 --count 50');
    const vectors = jsonLines<{ value?: unknown; error?: object }>(lines.stdout);
    const decoded = xenabi(['decode', '-', '--json'], { input: lines.stdout });
    expect(decoded.status).toBe(1); // some are meant to be refused
    const found = jsonLines<{ value?: unknown; error?: object }>(decoded.stdout);
    for (const [i, { value, error }] of vectors.entries())
      expect(found[i]).toMatchObject(error ? { error } : { value });
  });
});

describe('--command', () => {
  test.each(['exchange', 'xenmem_EXCHANGE', '11', '0xb'])('%s is one', (name) => {
    const { status, stdout } = xenabi([
      'vectors',
      '--command',
      name,
      '--abi',
      'x86_64',
      '--count',
      '3',
    ]);
    expect(status).toBe(0);
    const [header, ...calls] = jsonLines<Record<string, unknown>>(stdout);
    expect(header).toMatchObject({ kind: 'capture', abi: 'x86_64', interface: 'xen-4.17' });
    expect(calls.map((call) => call['label'])).toEqual([
      'valid: equal orders',
      'boundary: nr_extents 0, lists NULL, domid of no domain',
      'invalid: start extent in the command word -> EINVAL',
    ]);
  });

  test.each(['x86_64', 'x86_32', 'arm64', 'arm32'])('what it prints for %s decodes', (abi) => {
    const line = `xenabi vectors --command exchange_and_pin --abi ${abi} --interface pin-v4 | xenabi decode - --json`;
    const { status, stdout, stderr } = shell(line);
    expect([status, stderr]).toEqual([0, '']);
    const named = jsonLines<{ command: string }>(stdout).map(({ command }) => command);
    expect(new Set(named)).toEqual(new Set(['XENMEM_exchange_and_pin']));
  });

  test('--out writes a file, which replays without a difference', () => {
    const file = join(folder, 'vectors.jsonl');
    const args = ['vectors', '--command', 'decrease_reservation', '--abi', 'arm64'];
    expect(xenabi([...args, '--out', file])).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(readFileSync(file, 'utf8')).toBe(xenabi(args).stdout);
    const { status, stdout } = xenabi(['replay', file, '--json']);
    expect(status).toBe(0);
    for (const { verdict } of jsonLines<{ verdict: string }>(stdout)) expect(verdict).toBe('match');
  });
});

const exchange = ['--command', 'exchange', '--abi', 'x86_64'];

test.each([
  [[], /needs --struct or --command/],
  [['--command', 'exchange'], /needs --abi/],
  [[...exchange, '--struct', 'xen_unpin'], /--command or --struct, not both/],
  [['exchange', '--abi', 'x86_64'], /takes no argument/],
  [['--command', 'exchagne', '--abi', 'x86_64'], /did you mean XENMEM_exchange\?/],
  [['--command', 'unpin', '--abi', 'x86_64'], /interface pin-v4 has it/],
  [['--command', 'memory_map', '--abi', 'x86_64'], /facts of the host/],
  [['--struct', 'xen_memory_exchnge', '--abi', 'x86_64'], /did you mean xen_memory_exchange/],
  [['--struct', 'xen_unpin', '--abi', 'x86_46'], /is no architecture/],
  [['--struct', 'xen_unpin', '--abi', 'arm64', '--interface', 'pin-v5'], /pin-v5 is no interface/],
  [
    ['--command', 'exchange', '--abi', 'riscv64'],
    /no guests of riscv64 are modelled.*--struct takes/,
  ],
  [[...exchange, '--count', '0'], /--count 0 is no whole number from 1 to 10000/],
  [[...exchange, '--count', '1.5'], /--count 1\.5 is no whole/],
  [[...exchange, '--count=-5'], /--count -5 is no whole/],
  [[...exchange, '--count', ''], /--count \(nothing\) is no whole/],
  [[...exchange, '--seed', 'x'], /--seed x is no whole number from 0 to 4294967295/],
  [[...exchange, '--seed', '4294967296'], /--seed 4294967296 is no whole/],
] as const)('vectors %j is wrong use, told in one sentence', (args, sentence) => {
  const { status, stdout, stderr } = xenabi(['vectors', ...args]);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(sentence);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test.each(['/nonexistent/file', '/', '/dev/full'])('--out %s cannot be written: 3', (file) => {
  const { status, stderr } = xenabi(['vectors', ...exchange, '--count', '3', '--out', file]);
  expect(status).toBe(3);
  expect(stderr).toMatch(/^xenabi: \/.*: [^']+\n$/);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});
