import fc from 'fast-check';
import type { BitRange, IntLayout } from '../layout/index.js';
import { type Names, namesOf, type Type } from '../schema/index.js';

/** The least and the greatest value of an integer field. */
export function limitsOf({ size, signed }: IntLayout, bits?: BitRange): readonly [bigint, bigint] {
  const width = BigInt(bits?.width ?? size * 8);
  return signed ? [-(1n << (width - 1n)), (1n << (width - 1n)) - 1n] : [0n, (1n << width) - 1n];
}

/** Where implementations err: the ends, powers of two and their neighbours, 2^53. */
function edges(min: bigint, max: bigint): bigint[] {
  const powers = [8n, 16n, 31n, 32n, 53n, 63n].map((bit) => 1n << bit);
  const all = [min, max, 0n, 1n, -1n, min + 1n, max - 1n, max / 2n + 1n];
  return [...all, ...powers.flatMap((power) => [power - 1n, power])];
}

/** A sum of some named bits, and of numbers in the named parts. */
const flagsOf = ({ values, parts = {} }: Names): fc.Arbitrary<bigint> =>
  fc
    .tuple(
      fc.subarray(Object.values(values).map(BigInt)),
      ...Object.values(parts).map(({ shift, width }) =>
        fc
          .oneof(fc.constant(0), fc.nat({ max: 2 ** width - 1 }))
          .map((part) => BigInt(part) << BigInt(shift)),
      ),
    )
    .map(([bits, ...parts]) => [...bits, ...parts].reduce((sum, bit) => sum | bit, 0n));

function namedOf(type: Type): fc.Arbitrary<bigint>[] {
  const names = namesOf(type);
  if (!names) return [];
  const values = Object.values(names.values).map(BigInt);
  const named = values.length > 0 ? [fc.constantFrom(...values)] : [];
  return names.kind === 'flags' ? [...named, flagsOf(names)] : named;
}

/** Values of an integer field: boundaries and named values favoured, all possible. */
export function integerOf(layout: IntLayout, bits?: BitRange): fc.Arbitrary<number | bigint> {
  const [min, max] = limitsOf(layout, bits);
  const isInside = (value: bigint): boolean => value >= min && value <= max;
  return fc
    .oneof(
      fc.constantFrom(...edges(min, max).filter(isInside)),
      fc.bigInt({ min, max }),
      fc.nat({ max: 63 }).map((bit) => (isInside(1n << BigInt(bit)) ? 1n << BigInt(bit) : 0n)),
      ...namedOf(layout.type).map((named) => named.map((value) => (isInside(value) ? value : max))),
    )
    .map((value) => (layout.value === 'bigint' ? value : Number(value)));
}
