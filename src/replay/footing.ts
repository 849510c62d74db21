import { createMemory, type Fragment, type Memory } from '../capture/index.js';
import type { Domain } from '../hypervisor/state/domain.js';

/** What a call stood on: memory that it read and that its own lines do not show, and what it wrote. */
export interface Footing {
  /** The first address that was read and was seen before this call only. */
  readonly stale: bigint | undefined;
  /** Where the model wrote, in order. */
  readonly written: readonly { readonly address: bigint; readonly size: number }[];
}

/** Writes that are kept: more tell nothing new. */
const MOST_WRITTEN = 64;

interface Range {
  readonly start: bigint;
  end: bigint;
}

/** Fragments joined where they touch, in order. */
function joined(fragments: readonly Fragment[]): readonly Range[] {
  const sorted = fragments
    .filter(({ before }) => before.length > 0)
    .map(({ address, before }) => ({ start: address, end: address + BigInt(before.length) }))
    .sort((a, b) => (a.start < b.start ? -1 : 1));
  const ranges: Range[] = [];
  for (const range of sorted) {
    const last = ranges.at(-1);
    if (!last || range.start > last.end) ranges.push(range);
    else if (range.end > last.end) last.end = range.end;
  }
  return ranges;
}

/** Watches what work reads and writes of a guest's memory. @param fragments what its lines show */
export function watching<T>(
  { memory }: Domain,
  fragments: readonly Fragment[],
  work: () => T,
): { readonly result: T; readonly footing: Footing } {
  const ranges = joined(fragments);
  let [last] = ranges;
  /** What the call has written beside them. */
  let own: Memory | undefined;
  const written: Footing['written'][number][] = [];
  let stale: bigint | undefined;
  function isShown(address: bigint, size: number): boolean {
    if (size === 0) return true;
    const end = address + BigInt(size);
    if (last && address >= last.start && end <= last.end) return true;
    const found = ranges.find((range) => address >= range.start && end <= range.end);
    if (found) last = found;
    return found !== undefined;
  }
  const outside = memory.listener;
  memory.listener = (address, size, isWrite) => {
    if (isWrite && written.length < MOST_WRITTEN) written.push({ address, size });
    if (isShown(address, size)) return;
    if (isWrite) (own ??= createMemory()).write(address, new Uint8Array(size));
    else if (!own || own.read(address, size).length < size) stale ??= address;
  };
  try {
    const result = work();
    return { result, footing: { stale, written } };
  } finally {
    memory.listener = outside;
  }
}
