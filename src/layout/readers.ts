import { measures } from './diff.js';
import type { Layout } from './types.js';
import { dotted, entriesOf, type Entry } from './leaves.js';
import { isCompound } from './shape.js';

/** What becomes of code that was compiled for one layout and reads bytes of another. */
export interface OldReaders {
  /** The fields that it misreads, dotted. */
  readonly broken: readonly string[];
  /** Whether it would read beyond the end of the bytes. */
  readonly isShort: boolean;
  /** Whether a list of them has another size per element. */
  readonly isOtherStride: boolean;
}

const isSame = (a: Entry, b: Entry | undefined): boolean =>
  b !== undefined && measures(a, b).every(([, ours, theirs]) => ours === theirs);

/** Whether readers of `a` survive bytes that were written as `b`. */
export function oldReaders(a: Layout, b: Layout): OldReaders {
  const there = new Map([...entriesOf(b)].map((entry) => [dotted(entry.path), entry]));
  const broken = [...entriesOf(a)]
    .filter(({ layout }) => !isCompound(layout))
    .filter((entry) => !isSame(entry, there.get(dotted(entry.path))))
    .map(({ path }) => dotted(path));
  return { broken, isShort: b.size < a.size, isOtherStride: b.size !== a.size };
}
