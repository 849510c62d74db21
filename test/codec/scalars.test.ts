import { describe, expect, test } from 'vitest';
import { aligned } from '../../src/schema/index.js';
import {
  chars,
  int16_t,
  int32_t,
  int64_t,
  int8_t,
  long,
  pointer,
  struct,
  uint16_t,
  uint32_t,
  uint8_t,
} from '../../src/schema/index.js';
import { hex, refusal, subjects, only } from '../support/engines.js';

const all = await subjects({
  integers: struct(
    'integers',
    { a: int8_t, b: int16_t, c: int32_t, d: int64_t, e: uint32_t },
    { packed: true },
  ),
  words: struct('words', { l: long, p: pointer() }),
  text: struct('text', { before: uint8_t, name: chars(4), after: uint8_t }),
  aligned: struct('aligned', { a: uint8_t, b: aligned(16, uint16_t, 'a16') }),
});

describe.each(all.filter(only('integers')))('signed integers on $abi, $engine', ({ codec }) => {
  const extreme = { a: -128, b: -32768, c: -(2 ** 31), d: -(2n ** 63n), e: 2 ** 32 - 1 };

  test("are two's complement, least significant byte first", () => {
    expect(hex(codec.encode(extreme))).toBe(
      ['80', '0080', '00000080', '0000000000000080', 'ffffffff'].join(''),
    );
    expect(codec.decode(codec.encode(extreme))).toEqual(extreme);
    const ones = { a: -1, b: -1, c: -1, d: -1n, e: 1 };
    expect(hex(codec.encode(ones))).toBe('ff'.repeat(15) + '01000000');
    expect(codec.decode(codec.encode(ones))).toEqual(ones);
  });

  test.each([
    ['a', 128],
    ['a', -129],
    ['b', 32768],
    ['c', 2 ** 31],
    ['c', -(2 ** 31) - 1],
    ['d', 2n ** 63n],
    ['d', -(2n ** 63n) - 1n],
    ['e', -1],
    ['e', 2 ** 32],
  ])('%s is never %d', (field, value) => {
    const error = refusal(() => codec.encode({ ...extreme, [field]: value }));
    expect(error).toMatchObject({ code: 'range', path: [field], actual: value });
  });

  test('-0 is 0', () => {
    const value = codec.decode(codec.encode({ a: -0, b: -0, c: -0, d: -0, e: -0 }));
    expect(value).toStrictEqual({ a: 0, b: 0, c: 0, d: 0n, e: 0 });
  });
});

describe.each(all.filter(only('words')))('words on $abi, $engine', ({ codec, abi }) => {
  const width = abi === 'x86_32' || abi === 'arm32' ? 32n : 64n;

  test('are bigints on every architecture, and as wide as it has them', () => {
    const value = { l: -(2n ** (width - 1n)), p: 2n ** width - 1n };
    expect(codec.decode(codec.encode(value))).toEqual(value);
    expect(codec.decode(codec.encode({ l: -1, p: 5 }))).toEqual({ l: -1n, p: 5n });
    for (const [key, wrong] of [
      ['l', 2n ** (width - 1n)],
      ['p', 2n ** width],
      ['p', -1n],
    ] as const)
      expect(refusal(() => codec.encode({ ...value, [key]: wrong })).path).toEqual([key]);
  });
});

describe.each(all.filter(only('text')))('characters on $abi, $engine', ({ codec }) => {
  const encoded = (name: string): string => hex(codec.encode({ before: 1, name, after: 2 }));

  test.each([
    ['', '00000000'],
    ['a', '61000000'],
    ['abcd', '61626364'],
    ['\u00e9\u00ff', 'e9ff0000'],
    ['a\0b', '61006200'],
    ['\0\0\0d', '00000064'],
  ])('%j', (name, bytes) => {
    expect(encoded(name)).toBe(`01${bytes}02`);
    expect(codec.decode(codec.encode({ before: 1, name, after: 2 }))).toMatchObject({ name });
  });

  test('trailing NULs are no characters', () => {
    expect(encoded('a\0\0')).toBe(encoded('a'));
    expect(codec.decode(Uint8Array.of(1, 0x61, 0, 0, 0, 2))).toMatchObject({ name: 'a' });
  });

  test('a shorter string leaves nothing of a longer one behind', () => {
    const bytes = codec.encode({ before: 1, name: 'abcd', after: 2 });
    codec.encodeInto({ before: 1, name: 'x', after: 2 }, bytes);
    expect(hex(bytes)).toBe('017800000002');
  });

  test.each([
    ['\u0100', 'range'],
    ['\u{1f600}', 'range'],
    ['abcde', 'count'],
    ['abcd\0', 'count'],
  ])('%j is refused: %s', (name, code) => {
    expect(refusal(() => encoded(name))).toMatchObject({ code, path: ['name'], offset: 1 });
  });
});

describe.each(all.filter(only('aligned')))('an aligned field on $abi, $engine', ({ codec }) => {
  test('lies where its typedef has it', () => {
    expect(codec.size).toBe(32);
    expect(hex(codec.encode({ a: 1, b: 0x0203 }))).toBe(
      '01' + '00'.repeat(15) + '0302' + '00'.repeat(14),
    );
  });
});
