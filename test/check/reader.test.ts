import { describe, expect, test } from 'vitest';
import * as fc from 'fast-check';
import { ObjectError } from '../../src/check/index.js';
import { readerOf } from '../../src/check/reader.js';
import { sleb, uleb } from './write-dwarf.js';

const hex = (text: string) =>
  Uint8Array.from(text.match(/../g) ?? [], (byte) => parseInt(byte, 16));
const read = (text: string) => readerOf(hex(text), 'bytes');

describe('LEB128 (DWARF 5, 7.6, its tables of examples)', () => {
  test.each([
    ['02', 2],
    ['7f', 127],
    ['8001', 128],
    ['8101', 129],
    ['b964', 12857],
    ['8000', 0],
    ['ffffffff0f', 0xffff_ffff],
  ])('unsigned %s is %i', (text, value) => expect(read(text).uleb()).toBe(value));

  test.each([
    ['02', 2],
    ['7e', -2],
    ['ff00', 127],
    ['817f', -127],
    ['8001', 128],
    ['807f', -128],
    ['8101', 129],
    ['ff7e', -129],
  ])('signed %s is %i', (text, value) => expect(read(text).sleb()).toBe(value));

  test('every number comes back, and only its bytes are consumed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 48), max: 2 ** 48 }), fc.maxSafeNat(), (some, large) => {
        const s = readerOf(sleb(some), '');
        expect([s.sleb(), s.at]).toEqual([some, s.bytes.length]);
        const u = readerOf(uleb(large), '');
        expect([u.uleb(), u.at]).toEqual([large, u.bytes.length]);
      }),
    );
  });

  test('a number that does not end', () => {
    expect(() => read('80').uleb()).toThrow('bytes at 0x1: 1 bytes do not fit before the end');
    expect(() => read('80'.repeat(30)).uleb()).toThrow(
      'bytes at 0x0: a LEB128 number does not end',
    );
  });
});

describe('numbers and strings', () => {
  test('are little-endian', () => {
    const r = read('0102030405060708090a0b0c0d0e0f1011120000');
    expect([r.u8(), r.u16(), r.u24(), r.u32()]).toEqual([0x01, 0x0302, 0x060504, 0x0a090807]);
    expect(r.at).toBe(10);
    expect(() => r.u64()).toThrow('bytes at 0xa: a number of 64 bits is beyond every size');
  });

  test('end with the bytes', () => {
    for (const name of ['u8', 'u16', 'u24', 'u32', 'u64', 'uleb', 'sleb', 'string'] as const) {
      const r = read('');
      expect(() => r[name](), name).toThrow(ObjectError);
      expect(() => r[name](), name).toThrow(/^bytes at 0x0: /);
    }
  });

  test('a string is consumed with its zero, a long one whole, though its end is not kept', () => {
    const r = read('6162006300');
    expect([r.string(), r.at, r.string(), r.at]).toEqual(['ab', 3, 'c', 5]);
    const long = readerOf(new Uint8Array(10_001).fill(0x61, 0, 10_000), 'bytes');
    expect(long.string()).toBe(`${'a'.repeat(4096)}…`);
    expect(long.at).toBe(10_001);
    expect(() => readerOf(new Uint8Array(10_000).fill(0x61), 'bytes').string()).toThrow(
      'a string does not end',
    );
  });
});
