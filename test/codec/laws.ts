import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AbiError, type Codec } from '../../src/codec/index.js';
import type { PaddingSpan } from '../../src/layout/index.js';
import { hex, outcome, type Subject } from '../support/engines.js';
import { accepted, bytesOf, decoded, runs } from '../support/values.js';
import { decodedForm, read, sizeOf, toBytes, toWord, write } from './reference.js';

type Layout = Subject['layout'];

/** How many bytes of a buffer lie before the struct and after it, which no codec may touch. */
const around = fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }));

function framed(bytes: Uint8Array, [before, after]: readonly [number, number]): Uint8Array {
  const frame = new Uint8Array(before + bytes.length + after).fill(0xa5);
  frame.set(bytes, before);
  return frame;
}

/** The bits that fields cover, from the reference alone. */
const coverage = (layout: Layout): bigint => write(layout, read(layout, 0n, layout.size)).mask;

/** The laws that every codec of every engine keeps. `times`: runs of each property. */
export function describeLaws(subjects: readonly Subject[], times: number): void {
  describe.each(subjects)('$name on $abi, $engine', ({ codec, layout }) => {
    const { size } = layout;
    const law = <T extends unknown[]>(
      name: string,
      arbitraries: { [K in keyof T]: fc.Arbitrary<T[K]> },
      holds: (...values: T) => void,
    ): void => {
      const all = fc.tuple<T>(...arbitraries);
      test(name, () =>
        fc.assert(
          fc.property(all, (values) => holds(...values)),
          runs(times),
        ),
      );
    };

    law('decode(b) is what the bits of b say', [bytesOf(size), around], (bytes, frame) => {
      const value = codec.decode(framed(bytes, frame), frame[0]);
      expect(value).toEqual(read(layout, toWord(bytes), size));
    });

    law('decode(encode(v)) is v in decoded form', [decoded(layout)], (value) => {
      expect(codec.decode(codec.encode(value))).toEqual(decodedForm(layout, value));
    });

    law('encode(v) is the bits of v and zero padding', [accepted(layout)], (value) => {
      const expected = toBytes(write(layout, value).word, sizeOf(layout, value));
      expect(hex(codec.encode(value))).toBe(hex(expected));
    });

    law('encode(decode(b)) is b where its padding is zero', [bytesOf(size)], (bytes) => {
      const clean = toBytes(toWord(bytes) & coverage(layout), size);
      expect(hex(codec.encode(codec.decode(clean)))).toBe(hex(clean));
    });

    law('encodeInto(decode(b), b) is b', [bytesOf(size), around], (bytes, frame) => {
      const output = framed(bytes, frame);
      codec.encodeInto(codec.decode(output, frame[0]), output, frame[0]);
      expect(hex(output)).toBe(hex(framed(bytes, frame)));
    });

    law(
      'encodeInto touches the given fields only',
      [accepted(layout), bytesOf(size), around],
      (value, bytes, frame) => {
        const { word, mask } = write(layout, value);
        const expected = toBytes((toWord(bytes) & ~mask) | word, size);
        const output = framed(bytes, frame);
        codec.encodeInto(value, output, frame[0]);
        expect(hex(output)).toBe(hex(framed(expected, frame)));
      },
    );

    law(
      'what is heard of padding is every bit that is not zero and no field covers',
      [bytesOf(size), around],
      (bytes, frame) => expectPadding(codec, layout, bytes, frame),
    );

    law(
      'any bytes at any offset are a value or an AbiError',
      [
        fc.uint8Array({ maxLength: 2 * size, size: 'max' }),
        fc.oneof(fc.integer({ min: -2, max: size + 2 }), fc.double()),
      ],
      (bytes, offset) => {
        const { error } = outcome(() => codec.decode(bytes, offset, { padding: 'reject' }));
        const fits = Number.isInteger(offset) && offset >= 0 && offset + size <= bytes.length;
        if (!fits) expect(error).toMatchObject({ code: 'length', path: [], offset: offset + 0 });
        else if (error) expect(error).toMatchObject({ code: 'padding' });
      },
    );
  });
}

/** Hears of the padding of `bytes` and has it rejected, and compares both with the reference. */
function expectPadding(
  codec: Codec,
  layout: Layout,
  bytes: Uint8Array,
  frame: readonly [number, number],
): void {
  const stray = toBytes(toWord(bytes) & ~coverage(layout), layout.size);
  const input = framed(bytes, frame);
  const heard: PaddingSpan[] = [];
  codec.decode(input, frame[0], { padding: (span) => heard.push(span) });
  const seen = new Uint8Array(layout.size);
  for (const { offset, size, mask = 0xff } of heard) {
    const at = offset - frame[0];
    const span = bytes.slice(at, at + size).map((byte) => byte & mask);
    expect(
      span.some((byte) => byte !== 0),
      `a span of zeros at ${offset}`,
    ).toBe(true);
    for (const [i, byte] of span.entries()) seen[at + i]! |= byte;
  }
  expect(hex(seen)).toBe(hex(stray));

  const first = stray.findIndex((byte) => byte !== 0);
  let rejection: unknown;
  try {
    codec.decode(input, frame[0], { padding: 'reject' });
  } catch (error) {
    rejection = error;
  }
  if (first === -1) expect(rejection).toBeUndefined();
  else {
    expect(rejection).toBeInstanceOf(AbiError);
    expect(rejection).toMatchObject({ code: 'padding', offset: frame[0] + first });
  }
}
