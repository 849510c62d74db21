import { describe, expect, it } from 'vitest';
import { codec } from '../../src/index.js';
import { arm32, layoutOf, x86_32, x86_64 } from '../../src/layout/index.js';
import {
  aligned,
  array,
  chars,
  DeclarationError,
  flexible,
  struct,
  typedef,
  typeName,
  uint32_t,
  uint8_t,
} from '../../src/schema/index.js';

const thrownBy = (run: () => unknown): DeclarationError => {
  try {
    run();
  } catch (error) {
    if (error instanceof DeclarationError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
};

describe('layoutOf throws DeclarationError', () => {
  it('for a struct that does not exist on the architecture', () => {
    const type = struct('only_x86', { a: uint32_t }, { abis: ['x86_32', 'x86_64'] });
    expect(layoutOf(type, x86_32).size).toBe(4);
    const error = thrownBy(() => layoutOf(struct('outer', { a: type }), arm32));
    expect(error.struct).toBe('only_x86');
    expect(error.message).toBe('only_x86: does not exist on arm32');
  });

  it('for what is larger than a safe number of bits', () => {
    const half = array(chars(2 ** 40), 2 ** 9);
    expect(layoutOf(half, x86_64).size).toBe(2 ** 49);
    expect(thrownBy(() => layoutOf(array(half, 2), x86_64)).message).toMatch(
      /^char\[.*\]: is too large$/,
    );
    const type = struct('huge', { a: half, b: half });
    expect(thrownBy(() => layoutOf(type, x86_64)).message).toBe('huge: is too large');
  });

  it('for array elements whose size is no multiple of their alignment', () => {
    const element = aligned(8, uint32_t, 'u32_8');
    const message = 'elements of 4 bytes cannot be aligned to 8';
    expect(thrownBy(() => layoutOf(array(element, 2), x86_64)).message).toBe(
      `u32_8[2]: ${message}`,
    );
    const type = struct('s', { n: uint32_t, list: flexible(element, 'n') });
    expect(thrownBy(() => layoutOf(type, x86_64)).message).toBe(`u32_8[]: ${message}`);
  });
});

// A bug once: it had a layout of size 0, and a codec that no value fits.
it.each([
  ['uint8_t[]', flexible(uint8_t)],
  ['t', typedef('t', flexible(uint8_t))],
])('a flexible array by itself has no layout: %s', (name, type) => {
  const problem = 'a flexible array is a member of a struct, and none by itself';
  expect(thrownBy(() => layoutOf(type, x86_64)).message).toBe(`${name}: ${problem}`);
  expect(thrownBy(() => codec(type, x86_64)).message).toBe(`${name}: ${problem}`);
});

it('a typedef of a flexible array is a flexible array', () => {
  const type = struct('s', { n: uint32_t, list: typedef('t', flexible(uint8_t, 'n')) });
  expect(layoutOf(type, x86_64).size).toBe(4);
  expect([...codec(type, x86_64).encode({ n: 2, list: [5, 6] })]).toEqual([2, 0, 0, 0, 5, 6]);
});

describe('a declaration that would have no layout is refused when it is made', () => {
  // Compilers warn and ignore such a pragma, so the layout would be another.
  it.each([3, 32, 0])('#pragma pack(%d)', (packed) => {
    expect(() => struct('s', { a: uint8_t }, { packed })).toThrow(
      `s: packing ${packed} is not 1, 2, 4, 8 or 16`,
    );
  });

  it('a flexible array inside, hidden by a typedef or an array', () => {
    const open = struct('open', { n: uint32_t, list: flexible(uint8_t, 'n') });
    expect(() => struct('s', { inner: typedef('open_t', open) })).toThrow(
      's.inner: holds a struct with a flexible array',
    );
    expect(() => array(open, 2)).toThrow('array: an element holds a flexible array');
  });
});

it('writes the lengths of arrays of arrays in C’s order', () => {
  expect(typeName(array(chars(16), 2))).toBe('char[2][16]');
  expect(typeName(array(array(uint8_t, 3), 2))).toBe('uint8_t[2][3]');
});
