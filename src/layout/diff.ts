import { typeName } from '../schema/index.js';
import type { Layout } from './types.js';
import { dotted, entriesOf, type Entry, inBits } from './leaves.js';
import { floatName, isCompound } from './shape.js';

/** One number on two sides; `null` where a side does not have the field. */
export interface FieldDifference {
  /** Dotted; empty for the whole layout. */
  readonly path: string;
  /** Bytes, but of a bit-field its first `bit` and its `width` in bits; of a shape a word. */
  readonly what: 'missing' | 'extra' | 'offset' | 'size' | 'bit' | 'width' | 'shape' | 'align';
  readonly a: number | string | null;
  readonly b: number | string | null;
}

type Measures = readonly (readonly [
  what: FieldDifference['what'],
  a: number | string,
  b: number | string,
])[];

/** What an entry is, in a word: an integer, a struct, a union, or bytes under their type's name. */
function shapeOf({ layout }: Entry): string {
  if (layout.kind === 'int') return 'integer';
  if (layout.kind === 'float') return floatName(layout);
  return isCompound(layout) ? layout.kind : typeName(layout.type);
}

/** In what two entries of one path may differ. */
export function measures(a: Entry, b: Entry): Measures {
  if (!a.bits && !b.bits)
    return [
      ['offset', a.offset, b.offset],
      ['size', a.size, b.size],
      // Another size says more than another shape.
      ...(a.size === b.size ? [['shape', shapeOf(a), shapeOf(b)] as const] : []),
    ];
  const [left, right] = [inBits(a), inBits(b)];
  return [
    ['bit', left.start, right.start],
    ['width', left.width, right.width],
  ];
}

const byPath = (layout: Layout): Map<string, Entry> =>
  new Map(
    [...entriesOf(layout)]
      // The whole is compared by itself.
      .filter((entry) => entry.path.length > 0)
      .map((entry) => [dotted(entry.path), entry]),
  );

/** What differs between two layouts, field by field, and last the size and alignment. */
export function diffLayouts(a: Layout, b: Layout): FieldDifference[] {
  const left = byPath(a);
  const right = byPath(b);
  const differences: FieldDifference[] = [];
  const compare = (path: string, all: Measures): void => {
    for (const [what, a, b] of all) if (a !== b) differences.push({ path, what, a, b });
  };
  for (const [path, entry] of left) {
    const other = right.get(path);
    if (other) compare(path, measures(entry, other));
    else differences.push({ path, what: 'missing', a: entry.offset, b: null });
  }
  for (const [path, entry] of right)
    if (!left.has(path)) differences.push({ path, what: 'extra', a: null, b: entry.offset });
  compare('', [
    ['size', a.size, b.size],
    ['align', a.align, b.align],
  ]);
  return differences;
}
