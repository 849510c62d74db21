import type {
  Abi,
  BitRange,
  CharsLayout,
  CompoundLayout,
  IntLayout,
  Layout,
  MemberLayout,
} from '../layout/index.js';
import type { CompoundType, Type } from '../schema/index.js';

/**
 * Layouts as debug information has them: the same data as `layoutOf` gives for a declaration,
 * so that both can be compared. What debug information does not say is the alignment; it is
 * the one that sizes and offsets allow, unless an `aligned` attribute was recorded.
 */

const alignOf = (abi: Abi, size: number): number =>
  size === 1 || size === 2 || size === 4 || size === 8 ? abi.aligns[size] : 16;

export function integer(name: string, size: number, signed: boolean, abi: Abi): Layout {
  if (size !== 1 && size !== 2 && size !== 4 && size !== 8) return opaque(name, size);
  const width = (size * 8) as 8 | 16 | 32 | 64;
  const value = size === 8 ? 'bigint' : 'number';
  const type: Type = { kind: 'int', name, value, signed, width };
  return { kind: 'int', type, size, align: alignOf(abi, size), signed, value };
}

/** An integer whose values have names. */
export function enumeration(
  layout: Layout,
  name: string,
  values: Readonly<Record<string, number>>,
): Layout {
  const names = { kind: 'enumeration', values } as const;
  return layout.kind === 'int'
    ? { ...layout, type: { kind: 'alias', name, type: layout.type, names } }
    : layout;
}

export function floating(name: string, size: number, abi: Abi): Layout {
  if (size !== 4 && size !== 8) return opaque(name, size, Math.min(size || 1, abi.aligns[8]));
  const type: Type = { kind: 'float', name, width: size === 4 ? 32 : 64 };
  return { kind: 'float', type, size, align: alignOf(abi, size) };
}

export function pointer(name: string, size: number, abi: Abi): IntLayout {
  const type: Type = { kind: 'pointer', name };
  return { kind: 'int', type, size, align: alignOf(abi, size), signed: false, value: 'bigint' };
}

/** Bytes of which only the number is known: long floating point, functions, variant parts. */
export const opaque = (name: string, size: number, align = 1): CharsLayout => ({
  kind: 'chars',
  type: { kind: 'alias', name, type: { kind: 'chars', length: size } },
  size,
  align,
});

/** @param length `null` where the declaration gives none */
export function array(element: Layout, length: number | null): Layout {
  const { align } = element;
  if (length === null) {
    const type: Type = { kind: 'flexible', element: element.type };
    return { kind: 'flexible', type, element, size: 0, align };
  }
  const type: Type = { kind: 'array', element: element.type, length };
  return { kind: 'array', type, element, length, size: element.size * length, align };
}

/** A typedef, or an `aligned` attribute. */
export function alias(layout: Layout, name: string, align?: number): Layout {
  const type: Type = {
    kind: 'alias',
    name,
    type: layout.type,
    ...(align !== undefined && { align }),
  };
  const copy = { ...layout, type, align: align ?? layout.align };
  const count = opened.get(layout);
  if (count !== undefined) opened.set(copy, count);
  return copy;
}

/** A member before the struct around it is known. */
export interface MemberFound {
  /** `null` for an anonymous member. */
  readonly name: string | null;
  /** Bytes; of a bit-field, those of `bits.start`. */
  readonly offset: number;
  readonly layout: Layout;
  readonly bits?: BitRange;
}

/** The largest power of two that divides a number; of 0, any. */
const lowBit = (n: number): number => {
  if (n === 0) return Infinity;
  let bit = 1;
  while (n % (bit * 2) === 0) bit *= 2;
  return bit;
};

/** No type is so large that this many bytes are meant. */
export const MOST_BYTES = 2 ** 40;
/** Types within types: no header nests so deep, and a type made of itself never ends. */
export const DEEPEST = 100;
/** Members of a struct and of all that it is made of: of those with more nothing is read. */
export const MOST_MEMBERS = 2 ** 17;
export const TOO_MANY_MEMBERS = `too many members: more than ${MOST_MEMBERS}, those of its own structs too`;
const opened = new WeakMap<Layout, number>();

/** How many members a struct has once its anonymous ones are opened, they and theirs. */
export const openedCount = (members: readonly MemberFound[]): number =>
  members.reduce(
    (sum, { name, layout }) => sum + 1 + (name === null ? (opened.get(layout) ?? 0) : 0),
    0,
  );

/** A struct or union. `align` is what an attribute asked for, where that was recorded. */
export function compound(
  kind: 'struct' | 'union',
  name: string | null,
  size: number,
  found: readonly MemberFound[],
  align?: number,
): CompoundLayout {
  const members: MemberLayout[] = found.map(({ name, offset, layout, bits }) => ({
    name,
    member: { name: name ?? '', type: layout.type },
    offset,
    layout,
    ...(bits && { bits }),
  }));
  const natural = found.reduce(
    (most, m) => Math.max(most, Math.min(m.layout.align, lowBit(m.offset))),
    1,
  );
  const inferred = Math.min(natural, lowBit(size));
  const layout: CompoundLayout = {
    kind,
    type: {
      kind,
      name,
      fields: {},
      members: members.map(({ member }) => member),
      ...(align !== undefined && { align }),
    },
    size,
    // On a struct the attribute only raises; gcc records packing as an alignment of 1.
    align: align === 1 ? 1 : Math.max(align ?? 1, inferred),
    members,
  };
  opened.set(layout, openedCount(found));
  return layout;
}

/** A struct as it is by itself, where a typedef or a field around it asked for another alignment. */
export const byItself = ({ kind, size, members }: CompoundLayout, type: CompoundType) =>
  compound(kind, type.name, size, members, type.align);

/** The alignment that a declaration's attributes ask for, as far as they were recorded. */
export function recordedAlign({ type }: Layout): number | undefined {
  for (let at: Type | undefined = type; at; at = at.kind === 'alias' ? at.type : undefined)
    if ((at.kind === 'alias' || at.kind === 'struct' || at.kind === 'union') && at.align)
      return at.align;
  return undefined;
}
