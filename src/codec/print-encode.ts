import type { Layout } from '../layout/index.js';
import { noRoom, takeBytes } from './print-decode.js';
import { isWide, type Target, writeLeaf } from './print-leaf.js';
import { type Held, printReads, type Reads } from './print-reads.js';

/** Runs of bytes that the leaves cover, as [start, end) pairs. */
function spansOf(held: readonly Held[], size: number): [number, number][] {
  const covered = new Uint8Array(size);
  for (const { leaf } of held) covered.fill(1, leaf.offset, leaf.offset + leaf.size);
  const spans: [number, number][] = [];
  for (let at = 0; at < size; at++) {
    if (covered[at] === 0) continue;
    const last = spans.at(-1);
    if (last && last[1] === at) last[1]++;
    else spans.push([at, at + 1]);
  }
  return spans;
}

const BYTES: Target = { bytes: 'bytes', view: 'view', base: 'offset' };
const SCRATCH: Target = { bytes: 'V8', view: 'V', base: '0' };

/** Writes of one set of leaves: the wide ones into scratch words first, then all. */
function printLeaves(held: readonly Held[], to: Target): string[] {
  const wide = held.filter(({ leaf }) => isWide(leaf));
  return [
    ...wide.map(({ x, leaf }, slot) => `${leaf.signed ? 'I64' : 'U64'}[${slot}] = ${x};`),
    ...held.map((h) => writeLeaf(h.leaf, h.x, wide.indexOf(h), to)),
  ];
}

/** Statements that merge what the members of unions give, take the bytes, and write all. */
function printWrites(reads: Reads, size: number): string[] {
  const united: string[] = [];
  for (const { given, held } of reads.branches) {
    if (held.length === 0) continue;
    united.push(`if (${given}) {`, ...printLeaves(held, SCRATCH));
    for (const [start, end] of spansOf(held, size))
      united.push(`if (!merge(U8, M8, V8, ${start}, ${end - start})) break fast;`);
    united.push('}');
  }
  const all = spansOf(
    reads.branches.flatMap(({ held }) => held),
    size,
  );
  const direct = printLeaves(reads.held, BYTES);
  return [
    ...(united.length > 0 ? [`M8.fill(0, 0, ${size});`, ...united] : []),
    // Again, for a getter of the value may have taken the bytes away.
    `if (!(offset + ${size} <= bytes.length)) break fast;`,
    takeBytes(direct.join(), 'break fast'),
    ...direct,
    ...all.map(
      ([start, end]) =>
        `for (let i = ${start}; i < ${end}; i++) if (M8[i] !== 0) bytes[offset + i] = U8[i]!;`,
    ),
  ];
}

/** The encodeInto function: every field read and checked into locals, then written. */
export function printEncode(layout: Layout): string {
  const reads = printReads(layout);
  // Bits inside unions share bytes with each other: that is left to the other engine.
  if (reads.branches.some(({ held }) => held.some(({ leaf }) => leaf.bits)))
    return 'encodeInto: slow.encodeInto,';
  return `encodeInto(value, bytes, offset = 0) {
    fast: {
      if (${noRoom(layout.size)}) break fast;
      ${[...reads.lets, ...reads.lines, ...printWrites(reads, layout.size)].join('\n      ')}
      return;
    }
    slow.encodeInto(value, bytes, offset);
  },`;
}
