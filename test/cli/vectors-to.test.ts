import { expect, it, test } from 'vitest';
import { printerNamed, vectorSource } from '../../src/cli/vectors-to.js';
import { vectorsInC, vectorsInRust } from '../../src/export/index.js';
import { x86_64 } from '../../src/layout/index.js';
import { type CompoundType, double, flexible, struct, uint32_t } from '../../src/schema/index.js';
import { type StructLine, structVectors } from '../../src/vectors/index.js';

const plain = struct('plain', { a: uint32_t });
const lines = (type: CompoundType, count: number): Iterable<StructLine> =>
  structVectors(type, x86_64, { count, seed: 0 });

test.each([
  [undefined, undefined],
  ['json', undefined],
  ['c', vectorsInC],
  ['rust', vectorsInRust],
])('--to %s', (to, printer) => expect(printerNamed(to)).toBe(printer));

it.each([
  ['rsut', 'rsut is nothing to make vectors for; did you mean rust?'],
  ['fortran', 'fortran is nothing to make vectors for; there are json, c, rust'],
])('--to %s is wrong use, with what was meant or what there is', (to, sentence) =>
  expect(() => printerNamed(to)).toThrow(sentence),
);

it('hands the lines on, those of too few bytes without a value', () => {
  const text = vectorSource(vectorsInRust, plain, x86_64, lines(plain, 8));
  expect(text).toContain('pub static VECTORS: [Vector; 8] = [');
  expect(text).toMatch(/label: "invalid: 3 of 4 bytes -> length", bytes: &\[.*\], value: None/);
});

test.each<[string, CompoundType, string]>([
  [
    'that ends in a list',
    struct('open', { a: uint32_t, list: flexible(uint32_t) }),
    'open ends in a list of any length, which no table holds: --to json',
  ],
  [
    'with floating point',
    struct('real', { d: double }),
    'real has floating point, which no table holds exactly: --to json',
  ],
])('a struct %s is refused', (_, type, sentence) =>
  expect(() => vectorSource(vectorsInC, type, x86_64, [])).toThrow(sentence),
);

it('more vectors than a compiler likes are refused', () => {
  const one = [...lines(plain, 1)][0]!;
  const many = (count: number): StructLine[] => Array.from({ length: count }, () => one);
  const source = (count: number) => vectorSource(() => 'text', plain, x86_64, many(count));
  expect(source(10_000)).toBe('text');
  expect(() => source(10_001)).toThrow('--count is at most 10000 with --to c and --to rust');
});
