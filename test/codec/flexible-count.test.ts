import { describe, expect, test } from 'vitest';
import {
  anonymous,
  bits,
  flexible,
  int32_t,
  struct,
  uint16_t,
  uint64_t,
  uint8_t,
  union,
} from '../../src/schema/index.js';
import { hex, refusal, subjects, only } from '../support/engines.js';

const all = await subjects({
  byBits: struct('by_bits', {
    a: bits(uint8_t, 3),
    n: bits(uint8_t, 5),
    list: flexible(uint8_t, 'n'),
  }),
  byWide: struct('by_wide', { n: uint64_t, list: flexible(uint8_t, 'n') }),
  bySigned: struct('by_signed', { n: int32_t, list: flexible(uint8_t, 'n') }),
  byUnion: struct('by_union', {
    _: anonymous(union(null, { n: uint16_t, half: uint8_t })),
    list: flexible(uint8_t, 'n'),
  }),
});

describe.each(all.filter(only('byBits')))(
  'a list counted by a bit-field on $abi, $engine',
  ({ codec }) => {
    test('is as long as its bits say', () => {
      expect(hex(codec.encode({ a: 7, n: 2, list: [1, 2] }))).toBe('170102');
      expect(codec.decode(Uint8Array.of(0x17, 1, 2))).toEqual({ a: 7, n: 2, list: [1, 2] });
    });
  },
);

describe.each(all.filter(only('byWide')))(
  'a list counted by 64 bits on $abi, $engine',
  ({ codec }) => {
    test('takes a number or a bigint, and no more elements than there are bytes', () => {
      expect(codec.encode({ n: 1, list: [9] })).toEqual(codec.encode({ n: 1n, list: [9] }));
      expect(refusal(() => codec.decode(new Uint8Array(9).fill(0xff))).code).toBe('length');
    });
  },
);

describe.each(all.filter(only('bySigned')))(
  'a list counted by a signed field on $abi, $engine',
  ({ codec }) => {
    test('is never shorter than empty', () => {
      expect(refusal(() => codec.encode({ n: -1, list: [] }))).toMatchObject({
        code: 'count',
        path: ['list'],
      });
      expect(refusal(() => codec.decode(new Uint8Array(9).fill(0xff))).code).toBe('length');
    });
  },
);

describe.each(all.filter(only('byUnion')))(
  'a list counted by a union member on $abi, $engine',
  ({ codec }) => {
    test('needs that member', () => {
      expect(hex(codec.encode({ n: 1, list: [9] }))).toBe('010009');
      expect(codec.decode(Uint8Array.of(1, 0, 9))).toEqual({ n: 1, half: 1, list: [9] });
      // A bug once: the missing length was turned into a bigint, which threw a TypeError.
      const error = refusal(() => codec.encode({ half: 1, list: [9] }));
      expect(error).toMatchObject({ code: 'missing', path: ['n'], offset: 0 });
    });
  },
);
