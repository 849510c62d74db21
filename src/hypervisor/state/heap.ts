import { createBlockSet } from './block-set.js';
import type { FrameRun } from './frames.js';
import type { Journal } from './journal.js';

/** The largest block that is kept whole: as large as any host, so that free memory takes no room. */
const MAX_ORDER = 52;

/** Free frames of the host, as a buddy allocator keeps them: blocks aligned to their size. */
export interface Heap {
  /**
   * The first of 2^order free frames below `limit`, or nothing: of the lowest block of the
   * smallest size that there is.
   */
  take(order: number, limit: bigint): bigint | undefined;
  /** Gives one frame back. */
  put(mfn: bigint): void;
  /** Frames that are free. */
  size(): bigint;
}

/** The runs between the owned ones, up to `maxPage`; frame 0 is never free (page_alloc.c). */
function* gaps(owned: readonly FrameRun[], maxPage: bigint): Generator<readonly [bigint, bigint]> {
  let at = 1n;
  for (const run of [...owned].sort((a, b) => (a.mfn < b.mfn ? -1 : 1))) {
    if (run.mfn >= maxPage) break;
    if (run.mfn > at) yield [at, run.mfn];
    if (run.mfn + run.count > at) at = run.mfn + run.count;
  }
  if (at < maxPage) yield [at, maxPage];
}

export function createHeap(owned: readonly FrameRun[], maxPage: bigint, journal?: Journal): Heap {
  const blocks = Array.from({ length: MAX_ORDER + 1 }, () => createBlockSet(journal));
  let free = 0n;
  journal?.also(() => {
    const was = free;
    return () => (free = was);
  });

  function add(first: bigint, order: number): void {
    // Two free buddies are one block of the next order.
    while (order < MAX_ORDER) {
      const buddy = first ^ (1n << BigInt(order));
      if (!blocks[order]!.delete(buddy)) break;
      if (buddy < first) first = buddy;
      order++;
    }
    blocks[order]!.add(first);
  }

  for (const [start, end] of gaps(owned, maxPage)) {
    free += end - start;
    for (let at = start; at < end;) {
      let order = 0;
      while (
        order < MAX_ORDER &&
        at % (2n << BigInt(order)) === 0n &&
        at + (2n << BigInt(order)) <= end
      )
        order++;
      add(at, order);
      at += 1n << BigInt(order);
    }
  }

  /** A block of some order whose first 2^order frames lie below the limit. */
  function find(order: number, limit: bigint): readonly [bigint, number] | undefined {
    const pages = 1n << BigInt(order);
    for (let size = order; size <= MAX_ORDER; size++) {
      const first = blocks[size]!.lowest();
      if (first !== undefined && first + pages <= limit) return [first, size];
    }
    return undefined;
  }

  return {
    take(order, limit) {
      const found = find(order, limit < maxPage ? limit : maxPage);
      if (!found) return undefined;
      const [first] = found;
      let [, size] = found;
      blocks[size]!.delete(first);
      while (size > order) {
        size--;
        blocks[size]!.add(first + (1n << BigInt(size)));
      }
      free -= 1n << BigInt(order);
      return first;
    },
    put(mfn) {
      free++;
      add(mfn, 0);
    },
    size: () => free,
  };
}
