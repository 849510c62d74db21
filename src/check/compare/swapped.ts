import type { Difference } from './difference.js';

/** Fields of one size, each at the place of the other; what is inside them moves along. */
export function swapped(
  differences: readonly Difference[],
  sizeOf: (path: string) => number | undefined,
): string[] {
  const moved = differences.filter(({ what }) => what === 'offset' || what === 'bit');
  const pairs = moved.flatMap((a, i) =>
    moved
      .slice(i + 1)
      .filter(
        (b) =>
          a.expected === b.actual && a.actual === b.expected && sizeOf(a.path) === sizeOf(b.path),
      )
      .map((b) => [a.path, b.path] as const),
  );
  const isWithin = (path: string, outer: string): boolean => `${path}.`.startsWith(`${outer}.`);
  // A struct and its only field are of one size: each would be swapped with both of the other.
  return pairs
    .filter(
      (one) => !pairs.some((o) => o !== one && isWithin(one[0], o[0]) && isWithin(one[1], o[1])),
    )
    .map(([a, b]) => `${a} and ${b} are swapped`);
}
