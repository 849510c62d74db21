import { expect, test } from 'vitest';
import { counts, expectLinear, metered, times } from './growth.js';

const each = (n: number): number => {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += Math.sqrt(i);
  return sum;
};

test('linear work passes, quadratic work does not', () => {
  expectLinear(counts(100, (n) => 3 * n + 1000));
  expect(() => expectLinear(counts(100, (n) => n * n))).toThrow(/4n: 160000, 16n: 2560000/);
});

test('so does time', () => {
  expectLinear(times(1_000_000, (n) => () => each(n)));
  expect(() => expectLinear(times(400, (n) => () => each(n * n)))).toThrow(/16n/);
});

test('a run of the command tells what it used', () => {
  const { status, stdout, cpu, peak } = metered(['--version']);
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+\n$/)]);
  expect(cpu).toBeGreaterThan(0);
  expect(peak).toBeGreaterThan(2 ** 20);
});
