import { describe, expect, it } from 'vitest';
import {
  architectures,
  arm64,
  coverageOf,
  dotted,
  layoutOf,
  paddingOf,
  x86_32,
  x86_64,
  type Abi,
} from '../../src/layout/index.js';
import {
  anonymous,
  array,
  bits,
  DeclarationError,
  flexible,
  struct,
  type Type,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  union,
  unnamedBits,
} from '../../src/schema/index.js';
import * as fc from 'fast-check';
import { declaration } from '../support/declarations.js';

/** `offset+size owner`, and the mask of a byte that bit-fields share. */
const spans = (type: Type, abi: Abi = x86_64): string[] =>
  paddingOf(layoutOf(type, abi)).map(({ offset, size, owner, mask }) =>
    [
      `${offset}+${size}`,
      `'${dotted(owner)}'`,
      ...(mask === undefined ? [] : [`0x${mask.toString(16)}`]),
    ].join(' '),
  );

describe('paddingOf', () => {
  // A bug once: RangeError: Invalid typed array length.
  it('says of a layout that is too large for it what it is', () => {
    const type = struct('huge', { a: array(uint8_t, 2 ** 33), b: uint32_t });
    expect(() => paddingOf(layoutOf(type, x86_64))).toThrow(
      new DeclarationError(
        'struct huge',
        null,
        '8589934596 bytes are too many to look for padding in',
      ),
    );
  });

  const inner = struct('inner', { x: uint8_t, y: uint32_t });

  it('finds the bytes between fields and at the end', () => {
    const type = struct('s', { a: uint8_t, b: uint64_t, c: uint16_t });
    expect(spans(type, x86_64)).toEqual(["1+7 ''", "18+6 ''"]);
    expect(spans(type, x86_32)).toEqual(["1+3 ''", "14+2 ''"]);
  });

  it('names the innermost struct, and keeps neighbours of two owners apart', () => {
    const tail = struct('tail', { y: uint32_t, x: uint8_t });
    const type = struct('s', { in: tail, b: uint64_t, list: array(inner, 2) });
    const outer = struct('o', { s: type, c: uint8_t });
    expect(spans(outer)).toEqual(["5+3 's.in'", "17+3 's.list[0]'", "25+3 's.list[1]'", "33+7 ''"]);
    const apart = struct('apart', { in: tail, b: struct('w', { x: tail, y: uint64_t }) });
    expect(spans(struct('o', { p: apart, q: union(null, { a: uint8_t, b: uint64_t }) }))).toEqual([
      "5+3 'p.in'",
      "13+3 'p.b.x'",
    ]);
    expect(spans(struct('o', { p: struct('p', { t: tail, u: uint8_t }), q: uint64_t }))).toEqual([
      "5+3 'p.t'",
      "9+3 'p'",
      "12+4 ''",
    ]);
    expect(spans(struct('o', { t: tail, q: uint64_t }), x86_64)).toEqual(["5+3 't'"]);
  });

  // A layout of elements in arrays of arrays was once taken for one without padding.
  it('looks into arrays of arrays', () => {
    const type = struct('s', { grid: array(array(inner, 2), 2) });
    const expected = [0, 1, 2, 3].map((i) => `${i * 8 + 1}+3 'grid[${i >> 1}][${i & 1}]'`);
    expect(spans(type)).toEqual(expected);
    expect(spans(array(array(inner, 1), 2))).toEqual(["1+3 '[0][0]'", "9+3 '[1][0]'"]);
  });

  it('in a union is what no member covers, and is the union’s', () => {
    const type = struct('s', { u: union(null, { a: inner, b: struct(null, { x: uint16_t }) }) });
    expect(spans(type)).toEqual(["2+2 'u'"]);
  });

  it('of an anonymous member is its parent’s', () => {
    const type = struct('s', {
      a: uint8_t,
      hidden: anonymous(struct(null, { b: uint32_t, c: uint8_t })),
    });
    expect(spans(type)).toEqual(["1+3 ''", "9+3 ''"]);
  });

  it('in a byte of bit-fields is a mask', () => {
    const type = struct('s', {
      a: bits(uint32_t, 3),
      pad: unnamedBits(uint32_t, 8),
      b: bits(uint32_t, 2),
    });
    expect(spans(type)).toEqual(["0+1 '' 0xf8", "1+1 '' 0xe7", "2+2 ''"]);
  });

  it('is nothing in scalars, in arrays of them, and after a flexible array', () => {
    expect(spans(uint32_t)).toEqual([]);
    expect(spans(array(array(uint32_t, 2), 2))).toEqual([]);
    expect(spans(struct('s', { n: uint32_t, list: flexible(uint8_t, 'n') }))).toEqual([]);
  });

  it('keeps one answer for a layout', () => {
    const layout = layoutOf(inner, arm64);
    expect(paddingOf(layout)).toBe(paddingOf(layout));
  });

  it('is, with what the fields cover, every bit once', () => {
    fc.assert(
      fc.property(declaration(), fc.constantFrom(...Object.values(architectures)), (type, abi) => {
        const layout = layoutOf(type, abi);
        const bytes = coverageOf(layout);
        for (const { offset, size, mask = 0xff } of paddingOf(layout)) {
          for (let i = offset; i < offset + size; i++) {
            expect(bytes[i]! & mask, `byte ${i} on ${abi.name}`).toBe(0);
            bytes[i]! |= mask;
          }
        }
        expect([...bytes].every((byte) => byte === 0xff)).toBe(true);
      }),
    );
  });
});
