import { typeName, type FieldNotes } from '../schema/index.js';
import { isCompound } from './shape.js';
import type { BitRange, CompoundLayout, Layout, MemberLayout } from './types.js';

/** The way to a field: names, and the indexes of array elements. Empty for the whole. */
export type Path = readonly (string | number)[];

/** A scalar, or a struct or union, inside a layout. */
export interface Entry extends FieldNotes {
  readonly path: Path;
  /** Bytes from the start of the outermost layout. */
  readonly offset: number;
  /** Bytes; of a bit-field, those that it touches. */
  readonly size: number;
  readonly layout: Layout;
  /** From the start of the outermost layout. */
  readonly bits?: BitRange;
}

/** Where a field lies in bits, from the start of the outermost layout. */
export const inBits = ({ bits, offset, size }: Entry): BitRange =>
  bits ?? { start: offset * 8, width: size * 8 };

/** A path as C writes it: `in.extent_start`, `args[0]`. */
export function dotted(path: Path): string {
  let text = '';
  for (const step of path)
    text += typeof step === 'number' ? `[${step}]` : text === '' ? step : `.${step}`;
  return text;
}

/** The name of an entry's type as C writes it. */
export const entryType = (entry: Entry): string =>
  entry.bits ? `${typeName(entry.layout.type)} : ${entry.bits.width}` : typeName(entry.layout.type);

const notesOf = ({ member: { direction, unit, doc } }: MemberLayout): FieldNotes => ({
  ...(direction && { direction }),
  ...(unit && { unit }),
  ...(doc !== undefined && { doc }),
});

function* within(layout: Layout, offset: number, path: Path, notes: FieldNotes): Generator<Entry> {
  if (isCompound(layout)) {
    yield { path, offset, size: layout.size, layout, ...notes };
    yield* members(layout, offset, path);
  } else if (layout.kind === 'array') {
    for (let i = 0; i < layout.length; i++)
      yield* within(layout.element, offset + i * layout.element.size, [...path, i], notes);
  } else yield { path, offset, size: layout.size, layout, ...notes };
}

function* members(layout: CompoundLayout, base: number, path: Path): Generator<Entry> {
  for (const m of layout.members) {
    const offset = base + m.offset;
    if (m.name === null) yield* members(m.layout as CompoundLayout, offset, path);
    else if (m.bits) {
      const start = base * 8 + m.bits.start;
      const size = Math.ceil((start + m.bits.width) / 8) - offset;
      const bits = { start, width: m.bits.width };
      yield { path: [...path, m.name], offset, size, layout: m.layout, bits, ...notesOf(m) };
    } else yield* within(m.layout, offset, [...path, m.name], notesOf(m));
  }
}

/** The fields inside a layout, nested structs and array elements each with an entry, in order. */
export function* entriesOf(layout: Layout): Generator<Entry> {
  if (isCompound(layout)) yield* members(layout, 0, []);
  else yield* within(layout, 0, [], {});
}
