import { describe, expect, test } from 'vitest';
import { anonymous, array, bits, chars, flexible, struct, uint16_t, uint32_t, uint8_t, union, unsigned_short } from '../../src/schema/index.js';
import { x86_64 } from '../../src/layout/index.js';
import { subjects, refusal } from '../support/engines.js';

describe.each(
  await subjects({
    union_bits: struct('s', { u: union(null, { a: bits(uint16_t, 4), b: uint8_t }) }),
  }),
)('$name on $abi, $engine', ({ codec }) => {
  test('a bit-field that is a union member does not write its whole storage unit', () => {
    const bytes = Uint8Array.of(0xff, 0xff);
    codec.encodeInto({ u: { a: 1 } }, bytes);
    expect(bytes).toEqual(Uint8Array.of(0xf1, 0xff));
  });
});
describe.each(
  await subjects({ scratch_names: struct('s', { V: uint32_t, V8: array(uint8_t, 2), U8: uint8_t, M8: uint8_t, U32: uint32_t, U64: uint32_t, view: chars(2) }) }),
)('$name on $abi, $engine', ({ codec }) => {
  test('a field named as a scratch variable', () => {
    const v = { V: 1, V8: [2, 3], U8: 4, M8: 5, U32: 6, U64: 7, view: 'a' };
    expect(codec.decode(codec.encode(v))).toEqual(v);
  });
});
const plain = await subjects({ plain: struct('s', { a: uint16_t }) });
describe.each(plain)('$name on $abi, $engine', ({ codec }) => {
  test.each([new Uint16Array(9), [1, 2, 3], 'abcd', null, undefined, new ArrayBuffer(8), new DataView(new ArrayBuffer(8)), new Uint8ClampedArray(8), { length: 9 }])('%o', (b) => {
    expect(refusal(() => codec.decode(b as never)).code).toBe('length');
    expect(refusal(() => codec.decode(b as never, 0, { padding: 'reject' })).code).toBe('length');
    expect(refusal(() => codec.encodeInto({ a: 1 }, b as never)).code).toBe('length');
  });
  test.each([0n, '0', Symbol('s'), {}, null, true])('offset %s', (b) => {
    expect(refusal(() => codec.decode(new Uint8Array(8), b as never)).code).toBe('length');
    expect(refusal(() => codec.encodeInto({ a: 1 }, new Uint8Array(8), b as never)).code).toBe('length');
  });
  test('getter', () => {
    class Wrapper { _a = 1; get a() { return this._a; } }
    expect(refusal(() => codec.encode(new Wrapper())).path).toEqual(['_a']);
  });
});
