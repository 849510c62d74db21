import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AbiError } from '../../src/codec/index.js';
import { paddingOf } from '../../src/layout/index.js';
import type { Subject } from '../support/engines.js';
import { accepted, bytesOf, decoded, runs } from '../support/values.js';
import { decodedForm, read, sizeOf, toBytes, toWord, write } from './reference.js';

/** Bytes before and after the struct, which no codec may touch. */
const around = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }));

function zeroPadding(layout: Subject['layout'], bytes: Uint8Array): Uint8Array {
  const zeroed = bytes.slice();
  for (const { offset, size, mask = 0xff } of paddingOf(layout))
    for (let i = offset; i < offset + size; i++) zeroed[i]! &= ~mask;
  return zeroed;
}

/** The laws that every codec of every engine keeps. `times`: runs of each property. */
export function describeLaws(subjects: readonly Subject[], times: number): void {
  describe.each(subjects)('$name on $abi, $engine', ({ codec, layout }) => {
    const { size } = layout;

    test('decode(b) is what the bits of b say, at any offset', () => {
      fc.assert(
        fc.property(bytesOf(size), around, (bytes, [before, after]) => {
          const input = new Uint8Array(before + size + after).fill(0xa5);
          input.set(bytes, before);
          expect(codec.decode(input, before)).toEqual(read(layout, toWord(bytes), size));
        }),
        runs(times),
      );
    });

    test('decode(encode(v)) is v, for v in decoded form', () => {
      fc.assert(
        fc.property(decoded(layout), (value) => {
          // A union's members that read its padding see what encode writes there: zero.
          expect(codec.decode(codec.encode(value))).toEqual(decodedForm(layout, value));
        }),
        runs(times),
      );
    });

    test('encode(v) is the bits of v and zero padding, for any form of v', () => {
      fc.assert(
        fc.property(accepted(layout), (value) => {
          const bytes = codec.encode(value);
          expect(bytes).toEqual(toBytes(write(layout, value).word, sizeOf(layout, value)));
          expect(codec.decode(bytes)).toEqual(decodedForm(layout, value));
        }),
        runs(times),
      );
    });

    test('encode(decode(b)) is b where its padding is zero', () => {
      fc.assert(
        fc.property(bytesOf(size), (bytes) => {
          const clean = zeroPadding(layout, bytes);
          expect(codec.encode(codec.decode(clean))).toEqual(clean);
        }),
        runs(times),
      );
    });

    test('encodeInto(decode(b), b) is b, whatever its padding', () => {
      fc.assert(
        fc.property(bytesOf(size), around, (bytes, [before, after]) => {
          const input = new Uint8Array(before + size + after).fill(0x5a);
          input.set(bytes, before);
          const output = input.slice();
          codec.encodeInto(codec.decode(input, before), output, before);
          expect(output).toEqual(input);
        }),
        runs(times),
      );
    });

    test('encodeInto touches the given fields only', () => {
      fc.assert(
        fc.property(accepted(layout), bytesOf(size + 18), around, (value, bytes, [at]) => {
          const { word, mask } = write(layout, value);
          const shift = BigInt(at * 8);
          const expected = (toWord(bytes) & ~(mask << shift)) | (word << shift);
          const output = bytes.slice();
          codec.encodeInto(value, output, at);
          expect(output).toEqual(toBytes(expected, bytes.length));
        }),
        runs(times),
      );
    });

    test('any bytes at any offset are a value or an AbiError', () => {
      const offset = fc.oneof(fc.integer({ min: -2, max: size + 2 }), fc.constantFrom(0.5, NaN, -0, Infinity, 2 ** 53));
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 2 * size, size: 'max' }), offset, (bytes, offset) => {
          try {
            codec.decode(bytes, offset, { padding: 'reject' });
          } catch (error) {
            expect(error).toBeInstanceOf(AbiError);
          }
        }),
        runs(times),
      );
    });
  });
}
