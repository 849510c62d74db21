import fc from 'fast-check';
import type { FloatLayout } from '../layout/index.js';
import type { FloatValue } from '../schema/index.js';

/** NaNs that are not JavaScript's: signalling, with a payload, and the one that x86 makes. */
const NANS: Readonly<Record<number, readonly FloatValue[]>> = {
  4: ['NaN(0x7f800001)', 'NaN(0x7fc00001)', 'NaN(0xffc00000)', 'NaN(0xffffffff)'],
  8: ['NaN(0x7ff0000000000001)', 'NaN(0x7ff8000000000001)', 'NaN(0xfff8000000000000)'],
};
const ENDS: Readonly<Record<number, readonly number[]>> = {
  4: [2 ** -149, 2 ** -126, 2 ** 24, (2 - 2 ** -23) * 2 ** 127],
  8: [Number.MIN_VALUE, 2 ** -1022, 2 ** 53, Number.MAX_VALUE],
};

/** Values of a floating-point field: zeros, ends, infinities and NaNs favoured, all possible. */
export function floatOf({ size }: FloatLayout): fc.Arbitrary<FloatValue> {
  const ends = ENDS[size]!.flatMap((end) => [end, -end]);
  const edges = [0, -0, 1, -1, 0.5, Infinity, -Infinity, NaN, ...ends];
  return fc.oneof(fc.constantFrom(...edges, ...NANS[size]!), size === 4 ? fc.float() : fc.double());
}
