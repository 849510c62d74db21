import type { Draft } from './case.js';
import { CONTROL, FRAMES, type Guest, ORDINARY } from './guest.js';
import type { Random } from './random.js';

/** What cases are made of: frames that no call has touched, and page numbers that none has used. */
export interface Site {
  readonly guest: Guest;
  readonly random: Random;
  /** 1 to 8, or up to `most`. */
  few(most?: number): number;
  /** Extents that a domain owns, by the numbers that it names them by, aligned to their order. */
  extents(count: number, order?: number, domid?: number): bigint[];
  /** Page numbers where nothing is, as many as the extents have, aligned to their order. */
  targets(count: number, order?: number): bigint[];
  /** A frame number of nobody. */
  readonly nobody: bigint;
  /** A frame that is in use: it is, or page tables map it. */
  readonly inUse: bigint;
  /** Makes a call that another needs; gives its last list as it is after it. */
  prepare(command: string, what: string, draft: Draft): readonly bigint[];
}

/** Free ends of the frames that a domain begins with. */
interface Pool {
  low: bigint;
  high: bigint;
  /** From an MFN to the number by which the domain names it. */
  readonly shift: bigint;
}

/** Past every frame of the host: a number that is told is none that was asked for. */
const FIRST_TARGET = 0x800000n;

const roundUp = (n: bigint, to: bigint): bigint => ((n + to - 1n) / to) * to;

export function createSite(guest: Guest, random: Random, prepare: Site['prepare']): Site {
  const poolOf = (domid: typeof CONTROL | typeof ORDINARY): Pool => {
    const { mfn, inUse, count } = FRAMES[domid];
    const shift = guest.mode === 'pv' ? 0n : FRAMES[CONTROL].mfn - mfn;
    return { low: mfn + inUse, high: mfn + count, shift };
  };
  const pools = new Map<number, Pool>([
    [CONTROL, poolOf(CONTROL)],
    [ORDINARY, poolOf(ORDINARY)],
  ]);
  let target = FIRST_TARGET;

  /** Small extents are taken from below and large ones from above, so that little is lost. */
  function extent(pool: Pool, order: number): bigint {
    const pages = 1n << BigInt(order);
    const isLarge = order > 3;
    const first = isLarge ? ((pool.high - pages) / pages) * pages : roundUp(pool.low, pages);
    if (isLarge) pool.high = first;
    else pool.low = first + pages;
    if (pool.low > pool.high) throw new RangeError('the domain has no more untouched frames');
    return first + pool.shift;
  }

  return {
    guest,
    random,
    few: (most = 8) => 1 + random(most),
    extents: (count, order = 0, domid = CONTROL) =>
      Array.from({ length: count }, () => extent(pools.get(domid)!, order)),
    targets(count, order = 0) {
      const pages = 1n << BigInt(order);
      return Array.from({ length: count }, () => {
        const first = roundUp(target, pages);
        target = first + pages;
        return first;
      });
    },
    nobody: 0x7fffffn,
    inUse: FRAMES[CONTROL].mfn + 5n,
    prepare,
  };
}
