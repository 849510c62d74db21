import { describe, expect, test } from 'vitest';
import { flexible, struct, uint16_t, uint32_t, uint8_t } from '../../src/schema/index.js';
import { hex, refusal, subjects, only } from '../support/engines.js';
import { describeListLaws } from './list-laws.js';

const all = await subjects({
  counted: struct('counted', { n: uint32_t, list: flexible(uint16_t, 'n') }),
  open: struct('open', { a: uint8_t, list: flexible(uint32_t) }),
  inPadding: struct('in_padding', { a: uint32_t, n: uint8_t, list: flexible(uint8_t, 'n') }),
  structs: struct('structs', {
    n: uint16_t,
    list: flexible(struct('item', { a: uint8_t, b: uint16_t }), 'n'),
  }),
});

describe.each(all.filter(only('counted')))('a counted list on $abi, $engine', ({ codec }) => {
  const value = { n: 3, list: [1, 2, 0xffff] };

  test('is as long as its length field says', () => {
    expect(codec.size).toBe(4);
    expect(hex(codec.encode(value))).toBe('0300000001000200ffff');
    expect(codec.decode(codec.encode(value))).toEqual(value);
    expect(hex(codec.encode({ n: 0, list: [] }))).toBe('00000000');
    expect(codec.decode(new Uint8Array(4))).toEqual({ n: 0, list: [] });
  });

  test('leaves what lies behind it', () => {
    const bytes = new Uint8Array(14).fill(0xee);
    codec.encodeInto(value, bytes, 2);
    expect(hex(bytes)).toBe('eeee0300000001000200ffffeeee');
    expect(codec.decode(bytes, 2)).toEqual(value);
  });

  test.each<[value: object, code: string, path: (string | number)[], offset: number]>([
    [{ n: 2, list: [1] }, 'count', ['list'], 4],
    [{ n: 0, list: [1] }, 'count', ['list'], 4],
    [{ n: 1, list: [] }, 'count', ['list'], 4],
    [{ n: 2, list: [1, 65536] }, 'range', ['list', 1], 6],
    [{ n: 2 }, 'missing', ['list'], 4],
    [{ n: 2, list: 'ab' }, 'type', ['list'], 4],
    [{ list: [] }, 'missing', ['n'], 0],
    [{ n: 0, list: [], stray: 1 }, 'unknown', ['stray'], 0],
  ])('%j is refused: %s', (value, code, path, offset) => {
    expect(refusal(() => codec.encode(value))).toMatchObject({ code, path, offset });
  });

  test('that does not fit the bytes is refused', () => {
    expect(refusal(() => codec.decode(codec.encode(value).subarray(0, 9)))).toMatchObject({
      code: 'length',
      path: ['list'],
      offset: 4,
      expected: '3 elements, 6 bytes',
      actual: '5 bytes',
    });
    expect(refusal(() => codec.decode(new Uint8Array(3)))).toMatchObject({
      code: 'length',
      path: [],
    });
    expect(refusal(() => codec.decode(new Uint8Array(8).fill(0xff))).code).toBe('length');
    const bytes = new Uint8Array(9).fill(0xee);
    expect(refusal(() => codec.encodeInto(value, bytes))).toMatchObject({
      code: 'length',
      offset: 0,
    });
    expect(hex(bytes)).toBe('ee'.repeat(9));
  });
});

describe.each(all.filter(only('open')))(
  'a list without a length field on $abi, $engine',
  ({ codec }) => {
    test('is all that fits', () => {
      const value = { a: 1, list: [2, 3] };
      expect(hex(codec.encode(value))).toBe('010000000200000003000000');
      expect(codec.decode(codec.encode(value))).toEqual(value);
      expect(codec.decode(new Uint8Array(4 + 4 + 3))).toEqual({ a: 0, list: [0] });
      expect(codec.decode(new Uint8Array(4))).toEqual({ a: 0, list: [] });
      const later = new Uint8Array(7 + 4 + 8 + 3).fill(1);
      expect(codec.decode(later, 7)).toEqual({ a: 1, list: [0x01010101, 0x01010101] });
    });
  },
);

describe.each(all.filter(only('inPadding')))(
  'a list in tail padding on $abi, $engine',
  ({ codec }) => {
    test('begins at its offset, before sizeof', () => {
      expect(codec.size).toBe(8);
      expect(hex(codec.encode({ a: 1, n: 1, list: [9] }))).toBe('010000000109');
      expect(codec.decode(Uint8Array.of(1, 0, 0, 0, 1, 9))).toEqual({ a: 1, n: 1, list: [9] });
    });
  },
);

describe.each(all.filter(only('structs')))('a list of structs on $abi, $engine', ({ codec }) => {
  const value = {
    n: 2,
    list: [
      { a: 1, b: 2 },
      { a: 3, b: 4 },
    ],
  };

  test('has paths and offsets inside its elements', () => {
    expect(hex(codec.encode(value))).toBe('02000100020003000400');
    const wrong = { n: 2, list: [value.list[0], { a: 3, b: -4 }] };
    expect(refusal(() => codec.encode(wrong))).toMatchObject({ path: ['list', 1, 'b'], offset: 8 });
    const stray = { n: 2, list: [value.list[0], { ...value.list[1], c: 1 }] };
    expect(refusal(() => codec.encode(stray))).toMatchObject({ path: ['list', 1, 'c'], offset: 6 });
  });

  test('keeps the padding of its elements', () => {
    const bytes = new Uint8Array(10).fill(0xee);
    codec.encodeInto(value, bytes);
    expect(hex(bytes)).toBe('020001ee020003ee0400');
  });
});

describeListLaws(all, 5);
