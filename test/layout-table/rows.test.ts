import { describe, expect, it } from 'vitest';
import { structs } from '../../abi/index.js';
import { rowsOf } from '../../src/layout-table/rows.js';
import {
  architectures,
  type CompoundLayout,
  existsOn,
  layoutOf,
  paddingOf,
  x86_64,
} from '../../src/layout/index.js';
import {
  anonymous,
  array,
  bits,
  type CompoundType,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
} from '../../src/schema/index.js';

const rows = (type: CompoundType) => rowsOf(layoutOf(type, x86_64));

it('a row has its key by its path, and its place from the outermost struct', () => {
  const point = struct('point', { x: uint8_t, y: uint16_t });
  const type = struct('s', { n: uint32_t, points: array(point, 2) });
  expect(
    rows(type).map(({ kind, key, depth, offset, size }) => [kind, key, depth, offset, size]),
  ).toEqual([
    ['field', 'n', 0, 0, 4],
    ['struct', 'points', 0, 4, 8],
    ['struct', 'points[0]', 1, 4, 4],
    ['field', 'points[0].x', 2, 4, 1],
    ['padding', 'padding of points[0] after points[0].x', 2, 5, 1],
    ['field', 'points[0].y', 2, 6, 2],
    ['struct', 'points[1]', 1, 8, 4],
    ['field', 'points[1].x', 2, 8, 1],
    ['padding', 'padding of points[1] after points[1].x', 2, 9, 1],
    ['field', 'points[1].y', 2, 10, 2],
  ]);
});

it('a bit-field has its first bit in its byte, and bits for a size', () => {
  const type = struct('s', { a: bits(uint32_t, 9), b: bits(uint32_t, 7) });
  expect(rows(type).filter(({ kind }) => kind === 'field')).toMatchObject([
    { name: 'a', offset: 0, bit: 0, size: 9, type: 'uint32_t : 9' },
    { name: 'b', offset: 1, bit: 1, size: 7, type: 'uint32_t : 7' },
  ]);
});

it('padding of a union comes after its members, and is told apart', () => {
  const low = struct('low', { a: bits(uint8_t, 1), b: bits(uint16_t, 9) });
  const type = union('u', { low, word: bits(uint32_t, 1), other: uint64_t });
  const keys = rows(type).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});

describe('of every struct of Xen, on every architecture', () => {
  it.each(structs.map((type) => [type.name!, type] as const))('%s', (_, type) => {
    for (const abi of Object.values(architectures)) {
      if (!existsOn(type, abi)) continue;
      const layout: CompoundLayout = layoutOf(type, abi);
      const all = rowsOf(layout);
      // A key is what joins the tables of two architectures.
      const keys = all.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
      const padding = all.filter(({ kind }) => kind === 'padding');
      expect(padding.map(({ offset, size }) => [offset, size]).toSorted(byPlace)).toEqual(
        paddingOf(layout).map(({ offset, size }) => [offset, size]),
      );
    }
  });
});

const byPlace = ([a]: readonly number[], [b]: readonly number[]): number => a! - b!;

it('anonymous members have keys of their own, however deep', () => {
  const inner = () => anonymous(union(null, { b: uint16_t, c: uint8_t }));
  const type = struct('s', {
    x: anonymous(struct(null, { a: uint8_t, x: inner() })),
    y: struct('named', { x: anonymous(struct(null, { d: uint8_t })) }),
    z: anonymous(struct(null, { e: uint8_t })),
  });
  const keys = rows(type)
    .filter(({ name }) => name === '(anonymous)')
    .map(({ key }) => key);
  expect(keys).toEqual(['anonymous ', 'anonymous  1', 'anonymous y', 'anonymous  2']);
});
