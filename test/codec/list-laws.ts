import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hex, outcome, type Subject } from '../support/engines.js';
import { accepted, bytesOf, runs } from '../support/values.js';
import { decodedForm, sizeOf, toBytes, toWord, write } from './reference.js';

/** The laws of codecs whose struct ends in a flexible array. `times`: runs of each property. */
export function describeListLaws(subjects: readonly Subject[], times: number): void {
  describe.each(subjects)('$name on $abi, $engine', ({ codec, layout }) => {
    // Room for the lists that `accepted` makes, of elements of up to 16 bytes.
    const longest = layout.size + 64;
    test('decode(encode(v)) is v, and encodeInto touches the given fields only', () => {
      fc.assert(
        fc.property(accepted(layout), bytesOf(longest), (value, bytes) => {
          const { word, mask } = write(layout, value);
          const size = sizeOf(layout, value);
          const encoded = codec.encode(value);
          expect(hex(encoded)).toBe(hex(toBytes(word, size)));
          expect(codec.decode(encoded)).toEqual(decodedForm(layout, value));
          const expected = toBytes((toWord(bytes) & ~mask) | word, bytes.length);
          codec.encodeInto(value, bytes);
          expect(hex(bytes)).toBe(hex(expected));
        }),
        runs(times),
      );
    });

    test('any bytes are a value or an AbiError', () => {
      fc.assert(
        fc.property(
          fc.uint8Array({ maxLength: longest, size: 'max' }),
          fc.nat({ max: 20 }),
          (bytes, offset) => {
            const { value, error } = outcome(() =>
              codec.decode(bytes, offset, { padding: 'reject' }),
            );
            if (!error)
              expect(hex(codec.encode(value))).toBe(
                hex(bytes.slice(offset, offset + sizeOf(layout, value))),
              );
          },
        ),
        runs(times),
      );
    });
  });
}
