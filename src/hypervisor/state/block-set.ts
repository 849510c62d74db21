import type { Journal } from './journal.js';

/** A set of blocks, by their first frames, that tells the lowest of them. */
export interface BlockSet {
  add(first: bigint): void;
  /** Tells whether it was there. */
  delete(first: bigint): boolean;
  lowest(): bigint | undefined;
}

/** Adds to a binary heap: no number in it is lower than its parent, at half its place. */
function push(queue: bigint[], added: bigint): void {
  let at = queue.length;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (queue[parent]! <= added) break;
    queue[at] = queue[parent]!;
    at = parent;
  }
  queue[at] = added;
}

/** Takes the lowest number, the first, out of a binary heap. */
function pop(queue: bigint[]): void {
  const last = queue.pop();
  if (last === undefined || queue.length === 0) return;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child + 1 < queue.length && queue[child + 1]! < queue[child]!) child++;
    if (child >= queue.length || queue[child]! >= last) break;
    queue[at] = queue[child]!;
    at = child;
  }
  queue[at] = last;
}

/** @param journal takes changes back; what is lowest does not depend on how the set came to be */
export function createBlockSet(journal?: Journal): BlockSet {
  const blocks = journal?.map<bigint, true>() ?? new Map<bigint, true>();
  /** The blocks, and some that are there no more; nothing when it is to be made anew. */
  let queue: bigint[] | undefined = [];
  journal?.also(() => () => (queue = undefined));
  return {
    add(first) {
      blocks.set(first, true);
      if (queue) push(queue, first);
    },
    delete: (first) => blocks.delete(first),
    lowest() {
      // Each block leaves the queue once it is found to be gone: in time those that came.
      if (!queue || queue.length > 2 * blocks.size + 64)
        queue = [...blocks.keys()].sort((a, b) => (a < b ? -1 : 1));
      while (queue.length > 0 && !blocks.has(queue[0]!)) pop(queue);
      return queue[0];
    },
  };
}
