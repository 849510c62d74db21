import { describe, expect, it } from 'vitest';
import { architectures, layoutOf, x86_64 } from '../../src/layout/index.js';
import {
  aligned,
  bits,
  c_int,
  struct,
  type StructOptions,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  unnamedBits,
  unsigned_long,
} from '../../src/schema/index.js';
import { allAbis, onAll, shapesOn } from './shape.js';

const on = (abis: readonly string[], shape: string) =>
  Object.fromEntries(abis.map((abi) => [abi, shape]));
const arm = ['arm32', 'arm64'];
const others = allAbis.filter((abi) => !arm.includes(abi));

describe('bit-fields (System V psABI, "Bit-Fields")', () => {
  it('share a storage unit, and a unit with the field before', () => {
    const type = struct('s', { a: uint8_t, b: bits(uint32_t, 5), c: bits(c_int, 19), d: uint8_t });
    expect(shapesOn(type, ...allAbis)).toEqual(onAll('a@0+1 b:bit 8+5 c:bit 13+19 d@4+1 | 8/4'));
  });

  it('move to the next unit rather than straddle one', () => {
    const type = struct('s', { a: bits(uint32_t, 20), b: bits(uint32_t, 13), c: uint8_t });
    expect(shapesOn(type, ...allAbis)).toEqual(onAll('a:bit 0+20 b:bit 32+13 c@6+1 | 8/4'));
  });

  it('of other units: each judged by its own', () => {
    const type = struct('s', { a: bits(uint32_t, 12), b: bits(uint8_t, 5), c: bits(uint16_t, 3) });
    expect(shapesOn(type, ...allAbis)).toEqual(onAll('a:bit 0+12 b:bit 16+5 c:bit 21+3 | 4/4'));
  });

  it('of 8-byte units straddle a 4-byte boundary on i386, where those are aligned to 4', () => {
    const type = struct('s', {
      a: bits(uint32_t, 20),
      b: bits(uint64_t, 40),
      c: bits(uint64_t, 20),
    });
    const shape = 'a:bit 0+20 b:bit 20+40 c:bit 64+20 | 16/8';
    expect(shapesOn(type, ...allAbis)).toEqual({
      ...onAll(shape),
      x86_32: 'a:bit 0+20 b:bit 20+40 c:bit 60+20 | 12/4',
    });
  });

  it('follow an aligned typedef of their unit', () => {
    const type = struct('s', { a: uint32_t, b: bits(aligned(8, uint64_t), 40) });
    expect(shapesOn(type, ...allAbis)).toEqual(onAll('a@0+4 b:bit 64+40 | 16/8'));
  });

  it('start over in every member of a union', () => {
    const type = union('u', { a: bits(uint16_t, 9), b: bits(uint8_t, 3) });
    expect(shapesOn(type, ...allAbis)).toEqual(onAll('a:bit 0+9 b:bit 0+3 | 2/2'));
  });
});

describe('packed bit-fields', () => {
  const fields = { a: bits(uint32_t, 20), b: bits(uint32_t, 13), c: uint8_t } as const;

  it.each<[string, StructOptions, string]>([
    ['the packed attribute', { packed: true }, 'a:bit 0+20 b:bit 20+13 c@5+1 | 6/1'],
    ['#pragma pack(2)', { packed: 2 }, 'a:bit 0+20 b:bit 20+13 c@5+1 | 6/2'],
    ['#pragma pack(16), which caps nothing', { packed: 16 }, 'a:bit 0+20 b:bit 20+13 c@5+1 | 8/4'],
  ])('straddle under %s', (_, options, shape) => {
    expect(shapesOn(struct('s', fields, options), ...allAbis)).toEqual(onAll(shape));
  });
});

describe('unnamed bit-fields', () => {
  // AAPCS32 5.5 and AAPCS64 8.1.8 give a container's alignment to the struct even without a name.
  it('raise the alignment of a struct on Arm only', () => {
    const type = struct('s', { a: uint8_t, pad: unnamedBits(uint32_t, 3), b: uint8_t });
    expect(shapesOn(type, ...allAbis)).toEqual({
      ...on(others, 'a@0+1 b@2+1 | 3/1'),
      ...on(arm, 'a@0+1 b@2+1 | 4/4'),
    });
  });

  it('of width 0 end the unit', () => {
    const type = struct('s', { a: bits(uint8_t, 3), end: unnamedBits(uint32_t, 0), b: uint8_t });
    expect(shapesOn(type, ...allAbis)).toEqual({
      ...on(others, 'a:bit 0+3 b@4+1 | 5/1'),
      ...on(arm, 'a:bit 0+3 b@4+1 | 8/4'),
    });
  });

  // Found against clang: packing caps unnamed bit-fields, but none of width 0.
  it.each<[string, StructOptions]>([
    ['the packed attribute', { packed: true }],
    ['#pragma pack(1)', { packed: 1 }],
  ])('of width 0 raise the alignment on Arm under %s', (_, options) => {
    const type = union('u', { end: unnamedBits(unsigned_long, 0), a: uint8_t }, options);
    expect(shapesOn(type, ...allAbis)).toEqual({
      ...on(others, 'a@0+1 | 1/1'),
      arm32: 'a@0+1 | 4/4',
      arm64: 'a@0+1 | 8/8',
    });
    const wider = struct('s', { pad: unnamedBits(unsigned_long, 3), a: uint8_t }, options);
    expect(shapesOn(wider, ...allAbis)).toEqual(onAll('a@1+1 | 2/1'));
  });
});

describe('bit-fields that no layout is given', () => {
  it('are wider than their unit on some architecture', () => {
    const type = struct('s', { wide: bits(unsigned_long, 40) });
    expect(layoutOf(type, x86_64).size).toBe(8);
    expect(() => layoutOf(type, architectures.arm32)).toThrow(
      's.wide: a bit-field of 40 bits does not fit unsigned long on arm32',
    );
  });

  // gcc 12 and clang 14: a bit-field of 5 bits after a byte is at bit 8 or at bit 64.
  it('have a unit aligned to other than its size or the psABI alignment', () => {
    const type = struct('s', { a: uint8_t, b: bits(aligned(8, uint32_t), 5) });
    expect(() => layoutOf(type, x86_64)).toThrow(
      's.b: gcc and clang disagree on a bit-field in units of 4 bytes aligned to 8',
    );
  });
});
