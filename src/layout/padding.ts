import { DeclarationError, typeName } from '../schema/index.js';
import type { Path } from './leaves.js';
import { isCompound, type Shape } from './shape.js';
import type { Layout } from './types.js';

/** Bytes that no field covers. */
export interface PaddingSpan {
  readonly offset: number;
  readonly size: number;
  /** The struct or union that the bytes belong to; empty for the outermost. */
  readonly owner: Path;
  /** The bits of each byte that are padding, where bit-fields take the others: 1 to 254. */
  readonly mask?: number;
}

/** Per byte of a layout, the bits that fields cover. */
type Coverage = Uint8Array;

/** Whether a layout is a struct or union, or an array of them. */
export const holdsCompound = (layout: Shape): boolean =>
  isCompound(layout) || (layout.kind === 'array' && holdsCompound(layout.element));

function cover(layout: Shape, base: number, into: Coverage): void {
  if (isCompound(layout)) {
    for (const m of layout.members) {
      if (m.bits) coverBits(base * 8 + m.bits.start, m.bits.width, into);
      else cover(m.layout, base + m.offset, into);
    }
  } else if (layout.kind === 'array' && holdsCompound(layout.element)) {
    for (let i = 0; i < layout.length; i++)
      cover(layout.element, base + i * layout.element.size, into);
  } else into.fill(0xff, base, base + layout.size);
}

/** Marks `width` bits from bit `start` on, least significant bit of a byte first. */
export function coverBits(start: number, width: number, into: Coverage): void {
  for (let bit = start; bit < start + width; bit++) into[bit >> 3]! |= 1 << (bit & 7);
}

/** Each byte to the innermost struct; a union's bytes are its own, whichever member is live. */
function own(layout: Shape, base: number, path: Path, out: (Path | undefined)[]): void {
  if (layout.kind === 'array' && holdsCompound(layout.element)) {
    for (let i = 0; i < layout.length; i++)
      own(layout.element, base + i * layout.element.size, [...path, i], out);
  }
  if (!isCompound(layout)) return;
  out.fill(path, base, base + layout.size);
  if (layout.kind === 'union') return;
  for (const m of layout.members)
    if (!m.bits) own(m.layout, base + m.offset, m.name === null ? path : [...path, m.name], out);
}

function computeSpans(layout: Shape): PaddingSpan[] {
  if (!holdsCompound(layout)) return [];
  const covered = new Uint8Array(layout.size);
  cover(layout, 0, covered);
  const owner: (Path | undefined)[] = Array.from({ length: layout.size });
  own(layout, 0, [], owner);
  const spans: PaddingSpan[] = [];
  for (let at = 0; at < layout.size;) {
    const free = ~covered[at]! & 0xff;
    let end = at + 1;
    if (free === 0xff)
      while (end < layout.size && covered[end] === 0 && owner[end] === owner[at]) end++;
    if (free !== 0)
      spans.push({
        offset: at,
        size: end - at,
        owner: owner[at] ?? [],
        ...(free !== 0xff && { mask: free }),
      });
    at = end;
  }
  return spans;
}

/** Padding is looked for byte by byte, in bytes that must have room in memory. */
const MOST_BYTES = 2 ** 26;

function checkSize({ size }: Shape, name: string): void {
  if (size > MOST_BYTES)
    throw new DeclarationError(name, null, `${size} bytes are too many to look for padding in`);
}

const cache = new WeakMap<Shape, readonly PaddingSpan[]>();

/**
 * Every padding span of a layout, in order; neighbours with other owners are spans apart.
 * @throws DeclarationError, of that name, for a layout of more than 64 MiB.
 */
export function spansOf(layout: Shape, name: string): readonly PaddingSpan[] {
  checkSize(layout, name);
  let spans = cache.get(layout);
  if (!spans) cache.set(layout, (spans = Object.freeze(computeSpans(layout))));
  return spans;
}

/**
 * The bits that fields cover, byte by byte.
 * @throws DeclarationError for a layout of more than 64 MiB.
 */
export function coverageOf(layout: Layout): Coverage {
  checkSize(layout, typeName(layout.type));
  const coverage = new Uint8Array(layout.size);
  cover(layout, 0, coverage);
  return coverage;
}

/** `spansOf` a layout. @throws DeclarationError for one of more than 64 MiB. */
export function paddingOf(layout: Layout): readonly PaddingSpan[] {
  return spansOf(layout, typeName(layout.type));
}
