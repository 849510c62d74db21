import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Codec } from '../../src/codec/index.js';
import type { PaddingSpan } from '../../src/layout/index.js';
import { hex, outcome, type Pair } from '../support/engines.js';
import { accepted, bytesOf, runs } from '../support/values.js';
import { anything, spoiled } from './spoil.js';

/** Runs both engines and expects the same of them: result, error, and bytes written. */
function agree({ generated, interpreted }: Pair, run: (codec: Codec) => () => unknown): void {
  const [one, other] = [outcome(run(generated)), outcome(run(interpreted))];
  expect(one.error).toEqual(other.error);
  expect(Object.is(one.actual, other.actual), 'the same actual').toBe(true);
  expect(one.value).toEqual(other.value);
}

const offsets = (size: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 3 }) },
    { weight: 1, arbitrary: fc.constantFrom(-1, -0, 0.5, NaN, Infinity, size, 2 ** 31, 2 ** 53) },
  );

/** What holds between the two engines of a codec. */
export function describeAgreement(pairs: readonly Pair[], times: number): void {
  describe.each(pairs)('$name on $abi', (pair) => {
    const { layout } = pair;

    const encodesAlike = (values: fc.Arbitrary<unknown>, times: number): void =>
      fc.assert(
        fc.property(values, offsets(layout.size), (value, offset) => {
          agree(pair, (codec) => () => hex(codec.encode(value)));
          agree(pair, (codec) => () => {
            const bytes = new Uint8Array(layout.size + 3).fill(0xa5);
            const before = bytes.slice();
            const { error, actual } = outcome(() => codec.encodeInto(value, bytes, offset));
            // Having thrown, it has written nothing.
            if (error) expect(hex(bytes)).toBe(hex(before));
            return { bytes: hex(bytes), error, actual: [actual] };
          });
        }),
        runs(times),
      );

    test('the engines agree on right values', () => encodesAlike(accepted(layout), times));
    test('the engines agree on values that are wrong in places', () =>
      encodesAlike(spoiled(layout), times * 4));
    test('the engines agree on values that are wrong altogether', () =>
      encodesAlike(anything(layout), times));

    test('the engines agree on bytes of any length, and on their padding', () => {
      const padding = fc.constantFrom<('ignore' | 'reject' | 'none' | 'hear')[]>(
        'ignore',
        'reject',
        'none',
        'hear',
      );
      const bytes = fc.oneof(
        bytesOf(layout.size + 3),
        fc.uint8Array({ maxLength: layout.size + 8, size: 'max' }),
      );
      fc.assert(
        fc.property(bytes, offsets(layout.size), padding, (bytes, offset, padding) =>
          agree(pair, (codec) => () => {
            if (padding === 'none') return codec.decode(bytes, offset);
            if (padding !== 'hear') return codec.decode(bytes, offset, { padding });
            const heard: PaddingSpan[] = [];
            return { value: codec.decode(bytes, offset, { padding: (s) => heard.push(s) }), heard };
          }),
        ),
        runs(times),
      );
    });
  });
}
