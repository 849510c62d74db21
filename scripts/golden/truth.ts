import { isCompound, type CompoundLayout, type Layout } from '../../src/layout/index.js';

/** What a compiler says of one struct on one architecture. */
export interface Truth {
  readonly size: number;
  readonly align: number;
  /** Offset and size in bytes by C path, and a 1 after them when the integer is signed. */
  readonly fields: Readonly<Record<string, readonly number[]>>;
  /** First bit and width of the bit-fields. */
  readonly bits: Readonly<Record<string, readonly number[]>>;
}

type Row = [path: string, numbers: readonly number[]];

function* within(layout: Layout, path: string, offset: number): Generator<Row> {
  const signed = layout.kind === 'int' && layout.signed;
  // A flexible array has an offset, but no size that C would tell.
  if (layout.kind !== 'flexible') yield [path, [offset, layout.size, ...(signed ? [1] : [])]];
  if (isCompound(layout)) yield* fieldsOf(layout, `${path}.`, offset);
  if (layout.kind === 'array') {
    // The first element and the last stand for all: C has no gaps between them.
    for (const i of new Set([0, layout.length - 1]))
      yield* within(layout.element, `${path}[${i}]`, offset + i * layout.element.size);
  }
}

function* fieldsOf(layout: CompoundLayout, prefix: string, base: number): Generator<Row> {
  for (const { name, offset, layout: inner, bits } of layout.members) {
    if (name === null) yield* fieldsOf(inner as CompoundLayout, prefix, base + offset);
    else if (!bits) yield* within(inner, `${prefix}${name}`, base + offset);
  }
}

function* bitFieldsOf(layout: Layout, prefix: string, base: number): Generator<Row> {
  if (layout.kind === 'array')
    for (const i of new Set([0, layout.length - 1]))
      yield* bitFieldsOf(layout.element, `${prefix}[${i}]`, base + i * layout.element.size);
  if (!isCompound(layout)) return;
  const inside = prefix === '' ? '' : `${prefix}.`;
  for (const { name, offset, layout: inner, bits } of layout.members) {
    if (bits) yield [`${inside}${name}`, [base * 8 + bits.start, bits.width]];
    else yield* bitFieldsOf(inner, name === null ? prefix : `${inside}${name}`, base + offset);
  }
}

/** What `layoutOf` says, in the form in which compilers are recorded. */
export function truthOf(layout: CompoundLayout): Truth {
  return {
    size: layout.size,
    align: layout.align,
    // Not by assignment: a field may be called __proto__.
    fields: Object.fromEntries(fieldsOf(layout, '', 0)),
    bits: Object.fromEntries(bitFieldsOf(layout, '', 0)),
  };
}

/** One number on which a compiler and `layoutOf` disagree. */
export interface Disagreement {
  readonly field: string;
  readonly expected: string;
  readonly actual: string;
}

function compareRows(
  expected: Truth['fields'],
  actual: Truth['fields'],
  what: string,
): Disagreement[] {
  const ours = new Map(Object.entries(actual));
  const theirs = new Map(Object.entries(expected));
  const text = (row: readonly number[] | undefined) =>
    row ? `${what} ${row.join(', ')}` : 'absent';
  return [...new Set([...theirs.keys(), ...ours.keys()])].flatMap((field) => {
    const pair = { field, expected: text(theirs.get(field)), actual: text(ours.get(field)) };
    return pair.expected === pair.actual ? [] : [pair];
  });
}

/** Everything on which two disagree; `expected` is the compiler's. */
export function disagreements(expected: Truth, actual: Truth): Disagreement[] {
  const whole = ({ size, align }: Truth) => `size ${size}, align ${align}`;
  const all = { field: '(all)', expected: whole(expected), actual: whole(actual) };
  return [
    ...(all.expected === all.actual ? [] : [all]),
    ...compareRows(expected.fields, actual.fields, 'offset, size, signed'),
    ...compareRows(expected.bits, actual.bits, 'bit, width'),
  ];
}
