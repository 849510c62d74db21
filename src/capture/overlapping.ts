import type { Fragment } from './capture.js';

/** Those of a call's fragments that have bytes of a range. */
export type Overlapping = (address: bigint, size: number) => readonly Fragment[];

const endOf = ({ address, before }: Fragment): bigint => address + BigInt(before.length);

/** Finds fragments by their place: a call can have as many of them as lists. */
export function overlapping(fragments: readonly Fragment[]): Overlapping {
  const sorted = fragments.toSorted((a, b) =>
    a.address < b.address ? -1 : a.address > b.address ? 1 : 0,
  );
  let furthest = 0n;
  /** How far those up to each one reach. */
  const reach = sorted.map((one) => {
    const end = endOf(one);
    if (end > furthest) furthest = end;
    return furthest;
  });
  return (address, size) => {
    const end = address + BigInt(size);
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle]!.address < end) low = middle + 1;
      else high = middle;
    }
    const found: Fragment[] = [];
    for (let i = low - 1; i >= 0 && reach[i]! > address; i--)
      if (endOf(sorted[i]!) > address) found.push(sorted[i]!);
    return found;
  };
}
