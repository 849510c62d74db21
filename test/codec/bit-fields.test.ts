import { describe, expect, test } from 'vitest';
import {
  bits,
  int32_t,
  int64_t,
  int8_t,
  struct,
  uint16_t,
  uint32_t,
  uint64_t,
  uint8_t,
  unnamedBits,
} from '../../src/schema/index.js';
import { hex, refusal, subjects, only } from '../support/engines.js';

const all = await subjects({
  flags: struct('flags', {
    a: bits(uint32_t, 3),
    b: bits(uint32_t, 13),
    c: bits(uint32_t, 16),
    d: bits(uint32_t, 32),
  }),
  straddling: struct(
    'straddling',
    { a: bits(uint8_t, 5), b: bits(uint64_t, 62), c: bits(uint16_t, 13) },
    { packed: true },
  ),
  signed: struct('signed', {
    a: bits(int8_t, 3),
    b: bits(int32_t, 17),
    c: bits(int64_t, 33),
    d: bits(int8_t, 1),
  }),
  holes: struct('holes', {
    a: bits(uint8_t, 2),
    _: unnamedBits(uint8_t, 3),
    b: bits(uint8_t, 3),
    end: unnamedBits(uint8_t, 0),
    c: bits(uint8_t, 1),
  }),
});

describe.each(all.filter(only('flags')))('bit-fields on $abi, $engine', ({ codec }) => {
  test('lie from the least significant bit on', () => {
    expect(hex(codec.encode({ a: 7, b: 0, c: 0, d: 0 }))).toBe('0700000000000000');
    expect(hex(codec.encode({ a: 0, b: 0x1fff, c: 0, d: 0 }))).toBe('f8ff000000000000');
    expect(hex(codec.encode({ a: 0, b: 1, c: 0x8001, d: 2 ** 31 }))).toBe('0800018000000080');
    expect(codec.decode(new Uint8Array(8).fill(0xff))).toEqual({
      a: 7,
      b: 8191,
      c: 65535,
      d: 2 ** 32 - 1,
    });
  });
});

describe.each(all.filter(only('straddling')))('packed bit-fields on $abi, $engine', ({ codec }) => {
  test('straddle bytes and storage units', () => {
    expect(codec.size).toBe(10);
    expect(hex(codec.encode({ a: 31, b: 0, c: 0 }))).toBe('1f' + '00'.repeat(9));
    expect(hex(codec.encode({ a: 0, b: 2n ** 62n - 1n, c: 0 }))).toBe(
      'e0' + 'ff'.repeat(7) + '0700',
    );
    expect(hex(codec.encode({ a: 0, b: 0, c: 0x1fff }))).toBe('00'.repeat(8) + 'f8ff');
    expect(refusal(() => codec.encode({ a: 0, b: 2n ** 62n, c: 0 }))).toMatchObject({
      path: ['b'],
      offset: 0,
    });
    expect(refusal(() => codec.encode({ a: 0, b: 0, c: 0x2000 }))).toMatchObject({
      path: ['c'],
      offset: 8,
    });
  });
});

describe.each(all.filter(only('signed')))('signed bit-fields on $abi, $engine', ({ codec }) => {
  test('have a sign at their own top bit', () => {
    const least = { a: -4, b: -65536, c: -(2n ** 32n), d: -1 };
    expect(codec.decode(codec.encode(least))).toEqual(least);
    const most = { a: 3, b: 65535, c: 2n ** 32n - 1n, d: 0 };
    expect(codec.decode(codec.encode(most))).toEqual(most);
    for (const [key, wrong] of [
      ['a', 4],
      ['a', -5],
      ['b', 65536],
      ['c', 2n ** 32n],
      ['d', 1],
    ] as const)
      expect(
        refusal(() => codec.encode({ ...most, [key]: wrong })),
        key,
      ).toMatchObject({ code: 'range', path: [key] });
  });
});

describe.each(all.filter(only('holes')))('unnamed bit-fields on $abi, $engine', ({ codec }) => {
  test('keep their bits', () => {
    const bytes = Uint8Array.of(0xff, 0xff);
    codec.encodeInto({ a: 0, b: 0, c: 0 }, bytes);
    expect(hex(bytes)).toBe('1cfe');
    expect(hex(codec.encode({ a: 3, b: 7, c: 1 }))).toBe('e301');
  });
});
