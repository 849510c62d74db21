import {
  type BitRange,
  type CompoundLayout,
  floatName,
  isCompound,
  type Layout,
} from '../../layout/index.js';
import { unaliased } from '../../schema/index.js';

/** A member with anonymous structs and unions opened, as C merges their members. */
export interface Placed {
  readonly name: string;
  /** Bytes from the start of the struct. */
  readonly offset: number;
  readonly layout: Layout;
  /** From the start of the struct. */
  readonly bits?: BitRange;
}

/** Where a member lies, in bits from the start of its struct. */
export const inBits = ({ bits, offset, layout }: Placed): BitRange =>
  bits ?? { start: offset * 8, width: layout.size * 8 };

/** Fields inside a member, those of its structs too, that are looked at one by one. */
const MOST_LEAVES = 10_000;

/** The named members of a struct, those of its anonymous members too. */
export function membersOf(layout: CompoundLayout, base = 0, all: Placed[] = []): readonly Placed[] {
  for (const m of layout.members) {
    const offset = base + m.offset;
    const bits = m.bits && { start: base * 8 + m.bits.start, width: m.bits.width };
    if (m.name === null && isCompound(m.layout)) membersOf(m.layout, offset, all);
    else
      all.push({ name: m.name ?? '(anonymous)', offset, layout: m.layout, ...(bits && { bits }) });
  }
  return all;
}

/** The members of a member that is a struct or union, under dotted names. */
export const membersWithin = ({ name, offset, layout }: Placed): readonly Placed[] =>
  (isCompound(layout) ? membersOf(layout) : []).map((inner) => {
    const bits = inner.bits && { ...inner.bits, start: offset * 8 + inner.bits.start };
    const place = { name: `${name}.${inner.name}`, offset: offset + inner.offset };
    return { ...inner, ...place, ...(bits && { bits }) };
  });

/** The fields inside a member that is a struct, under dotted names; any other is its own. */
export function leavesOf(member: Placed, all: Placed[] = []): readonly Placed[] {
  if (member.layout.kind !== 'struct') all.push(member);
  else
    for (const inner of membersWithin(member)) {
      if (all.length >= MOST_LEAVES) break;
      leavesOf(inner, all);
    }
  return all;
}

/** Whether a struct has no members at all, or anything no bytes: an array of none, Rust's `()`. */
export const isEmpty = (layout: Layout): boolean =>
  layout.size === 0 || (isCompound(layout) && layout.members.length === 0);

/** A struct around one member of the same size is that member: Rust's newtypes, Xen's handles. */
export function unwrapped(layout: Layout): Layout {
  if (!isCompound(layout)) return layout;
  // Rust's enumerations have empty variants.
  const [only, ...others] = membersOf(layout).filter((m) => !isEmpty(m.layout));
  const isAlone = only && others.length === 0 && only.offset === 0 && !only.bits;
  return isAlone && only.layout.size === layout.size ? unwrapped(only.layout) : layout;
}

/** A guest handle or a pointer: an integer that is an address. */
export const isAddress = ({ type }: Layout): boolean =>
  ['handle', 'pointer'].includes(unaliased(type).kind);

/** What a layout is, in a word. */
export function shapeOf(layout: Layout): string {
  if (isCompound(layout)) return layout.kind;
  if (layout.kind === 'int') return isAddress(layout) ? 'pointer' : 'integer';
  if (layout.kind === 'float') return floatName(layout);
  if (layout.kind === 'array') return `array of ${layout.length}`;
  if (layout.kind === 'flexible') return 'flexible array';
  return layout.type.kind === 'alias' ? layout.type.name : 'bytes';
}

/** An array of arrays as one array; anything else as one element. */
export function flattened(layout: Layout): { length: number; element: Layout } {
  if (layout.kind !== 'array') return { length: 1, element: layout };
  const inner = flattened(layout.element);
  return { length: layout.length * inner.length, element: inner.element };
}

/** A union in which a pointer or an integer as large as the whole lies at the start. */
export const overlay = (layout: Layout, isWanted: (layout: Layout) => boolean): boolean =>
  isCompound(layout) &&
  membersOf(layout).some(
    (m) =>
      m.offset === 0 && !m.bits && m.layout.size === layout.size && isWanted(unwrapped(m.layout)),
  );
