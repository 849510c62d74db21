import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  architectures,
  arm64,
  diffLayouts,
  layoutOf,
  x86_32,
  x86_64,
} from '../../src/layout/index.js';
import {
  bits,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  unsigned_long,
} from '../../src/schema/index.js';
import { declaration } from '../support/declarations.js';

describe('diffLayouts', () => {
  it('finds what moved, and the size and alignment', () => {
    const type = struct('s', { a: uint32_t, b: uint64_t });
    expect(diffLayouts(layoutOf(type, x86_32), layoutOf(type, x86_64))).toEqual([
      { path: 'b', what: 'offset', a: 4, b: 8 },
      { path: '', what: 'size', a: 12, b: 16 },
      { path: '', what: 'align', a: 4, b: 8 },
    ]);
  });

  // The fields agree: only the padding behind them differs.
  it('finds a size that no field shows', () => {
    const type = struct('s', { a: uint64_t, b: uint32_t });
    expect(diffLayouts(layoutOf(type, x86_32), layoutOf(type, x86_64))).toEqual([
      { path: '', what: 'size', a: 12, b: 16 },
      { path: '', what: 'align', a: 4, b: 8 },
    ]);
  });

  it('finds fields that one side lacks, and another size', () => {
    const a = struct('s', { x: struct('in', { y: uint16_t }), z: uint16_t });
    const b = struct('s', { x: struct('in', { w: uint16_t }), z: uint8_t });
    expect(diffLayouts(layoutOf(a, arm64), layoutOf(b, arm64))).toEqual([
      { path: 'x.y', what: 'missing', a: 0, b: null },
      { path: 'z', what: 'size', a: 2, b: 1 },
      { path: 'x.w', what: 'extra', a: null, b: 0 },
    ]);
  });

  // A bug once: the scalar was a field of itself, and its size was told twice.
  it('finds what differs between two scalars once', () => {
    expect(diffLayouts(layoutOf(unsigned_long, x86_32), layoutOf(unsigned_long, x86_64))).toEqual([
      { path: '', what: 'size', a: 4, b: 8 },
      { path: '', what: 'align', a: 4, b: 8 },
    ]);
  });

  it('tells bit-fields of one byte apart', () => {
    const a = struct('s', { x: bits(uint8_t, 2), y: bits(uint8_t, 3), z: uint8_t });
    const b = struct('s', { x: bits(uint8_t, 3), y: bits(uint8_t, 3), z: bits(uint8_t, 8) });
    expect(diffLayouts(layoutOf(a, x86_64), layoutOf(b, x86_64))).toEqual([
      { path: 'x', what: 'width', a: 2, b: 3 },
      { path: 'y', what: 'bit', a: 2, b: 3 },
    ]);
  });

  it('finds nothing between a layout and itself', () => {
    fc.assert(
      fc.property(declaration(), fc.constantFrom(...Object.values(architectures)), (type, abi) => {
        expect(diffLayouts(layoutOf(type, abi), layoutOf(type, abi))).toEqual([]);
      }),
    );
  });
});
