import type { Abi, CompoundLayout, Layout } from '../../layout/index.js';
import { typeName } from '../../schema/index.js';
import {
  alias,
  array,
  compound,
  integer,
  type MemberFound,
  DEEPEST,
  MOST_BYTES,
  MOST_MEMBERS,
  opaque,
  openedCount,
  pointer,
} from '../object-layout.js';
import { ObjectError } from '../object-error.js';
import { isPlace, malformed, numberOf, textOf } from './attributes.js';
import { AT, TAG } from './constants.js';
import { childrenOf, type Entry, readEntry } from './entry.js';
import { memberOffset } from './location.js';
import type { UnitSection } from './sections.js';
import type { Place } from './value.js';

/** No language has arrays of more dimensions (Fortran: 15). */
const MOST_DIMENSIONS = 32;
/** A type that is being read: to come back to it is to go round. */
const OPEN = Symbol('open');
/** DW_ATE_…: what counts as a signed integer, and what is no integer at all (DWARF 5, 7.8). */
const SIGNED: ReadonlySet<number> = new Set([0x05, 0x06]);
const NO_INTEGER: ReadonlySet<number> = new Set([
  0x03, 0x04, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f, 0x13,
]);

const QUALIFIERS: ReadonlySet<number> = new Set([
  TAG.const_type,
  TAG.volatile_type,
  TAG.restrict_type,
  TAG.atomic_type,
  TAG.packed_type,
  TAG.shared_type,
  TAG.immutable_type,
]);
const POINTERS: ReadonlySet<number> = new Set([
  TAG.pointer_type,
  TAG.reference_type,
  TAG.rvalue_reference_type,
]);
/** DW_END_big: what `scalar_storage_order` may ask for (DWARF 5, 7.8). */
const BIG_ENDIAN = 1;

/** Makes layouts of entries: of structs, and of all that they are made of. */
export function dwarfTypes(abi: Abi) {
  /** A type that cannot be read is not tried again. */
  const known = new Map<UnitSection, Map<number, Layout | ObjectError | typeof OPEN>>();
  let depth = 0;

  const typeOf = (entry: Entry): Place | undefined => {
    const type = entry.values.get(AT.type);
    return isPlace(type) ? type : undefined;
  };

  function layoutAt(place: Place): Layout {
    let inSection = known.get(place.unit.section);
    if (!inSection) known.set(place.unit.section, (inSection = new Map()));
    const old = inSection.get(place.at);
    if (old === OPEN) throw malformed(place, 'a type is made of itself');
    if (old instanceof ObjectError) throw old;
    if (old) return old;
    if (depth >= DEEPEST) throw malformed(place, 'types are nested too deep');
    depth++;
    inSection.set(place.at, OPEN);
    try {
      const entry = readEntry(place);
      if (!entry) throw malformed(place, 'a type was referred to where there is none');
      const layout = layoutOfEntry(entry);
      inSection.set(place.at, layout);
      return layout;
    } catch (error) {
      if (error instanceof ObjectError) inSection.set(place.at, error);
      throw error;
    } finally {
      depth--;
    }
  }

  /** The type that an entry refers to; none is void. */
  function inner(entry: Entry): Layout {
    const type = entry.values.get(AT.type);
    if (isPlace(type)) return layoutAt(type);
    return opaque(entry.values.has(AT.type) ? 'a type that is not in this file' : 'void', 0);
  }

  const sizeOf = (entry: Entry): number => {
    const size = numberOf(entry, AT.byte_size) ?? 0;
    if (size < 0) throw malformed(entry, `a size of ${size} bytes`);
    return size;
  };

  function pointerName(entry: Entry): string {
    const target = typeOf(entry);
    const name = target && readEntry(target);
    return `${(name && textOf(name, AT.name)) ?? 'void'} *`;
  }

  function layoutOfEntry(entry: Entry): Layout {
    const name = textOf(entry, AT.name) ?? '';
    const { tag, unit } = entry;
    if (QUALIFIERS.has(tag)) return aligned(inner(entry), entry);
    if (tag === TAG.typedef) return alias(inner(entry), name, numberOf(entry, AT.alignment));
    if (POINTERS.has(tag))
      return pointer(pointerName(entry), sizeOf(entry) || unit.addressSize, abi);
    if (tag === TAG.base_type || tag === TAG.enumeration_type) return scalar(entry, name);
    if (tag === TAG.array_type) return arrayOf(entry);
    if (tag === TAG.structure_type || tag === TAG.class_type || tag === TAG.union_type) {
      // Another entry may have the members: this one only names its type unit.
      const definition = entry.values.get(AT.signature);
      if (isPlace(definition)) return layoutAt(definition);
      if (entry.values.has(AT.declaration)) return opaque(`struct ${name}, only declared`, 0);
      return compoundOf(entry);
    }
    return opaque(name || `type of tag 0x${tag.toString(16)}`, sizeOf(entry));
  }

  function scalar(entry: Entry, name: string): Layout {
    const size = entry.values.has(AT.byte_size) ? sizeOf(entry) : inner(entry).size;
    const encoding = numberOf(entry, AT.encoding) ?? 0;
    if (numberOf(entry, AT.endianity) === BIG_ENDIAN) return opaque(`big-endian ${name}`, size);
    return NO_INTEGER.has(encoding)
      ? opaque(name, size, Math.min(size, abi.aligns[8]))
      : integer(name, size, SIGNED.has(encoding), abi);
  }

  const aligned = (layout: Layout, entry: Entry): Layout => {
    const align = numberOf(entry, AT.alignment);
    return align === undefined ? layout : alias(layout, typeName(layout.type), align);
  };

  /** Elements of one dimension (DWARF 5, 5.13); `null` where no bound is given. */
  function lengthOf(dimension: Entry): number | null {
    const count = numberOf(dimension, AT.count);
    if (count !== undefined) return Math.max(count, 0);
    const upper = numberOf(dimension, AT.upper_bound);
    if (upper === undefined) return null;
    // GNU's arrays of no elements end at -1, in as many bits as it likes.
    if (upper === 0xffff_ffff) return 0;
    return Math.max(upper - (numberOf(dimension, AT.lower_bound) ?? 0) + 1, 0);
  }

  function arrayOf(entry: Entry): Layout {
    const dimensions = [...childrenOf(entry)].filter(
      ({ tag }) => tag === TAG.subrange_type || tag === TAG.enumeration_type,
    );
    if (dimensions.length > MOST_DIMENSIONS)
      throw malformed(entry, `an array of ${dimensions.length} dimensions`);
    let layout = inner(entry);
    for (const dimension of dimensions.toReversed()) {
      const length = lengthOf(dimension);
      if (layout.size * (length ?? 0) > MOST_BYTES) throw malformed(entry, 'an array too large');
      layout = array(layout, length);
    }
    return aligned(dimensions.length === 0 ? array(layout, null) : layout, entry);
  }

  function memberOf(entry: Entry): MemberFound {
    const layout = aligned(inner(entry), entry);
    const name = entry.tag === TAG.inheritance ? null : (textOf(entry, AT.name) ?? null);
    const location = entry.values.get(AT.data_member_location);
    const offset =
      location instanceof Uint8Array
        ? memberOffset(location, entry.unit.section.name)
        : (numberOf(entry, AT.data_member_location) ?? 0);
    if (!(offset >= 0 && offset <= MOST_BYTES))
      throw malformed(entry, `a member at offset ${offset}`);
    const width = numberOf(entry, AT.bit_size);
    if (width === undefined) return { name, offset, layout };
    const start = bitStart(entry, offset, layout, width);
    if (start < 0 || width < 0) throw malformed(entry, `${width} bits at bit ${start}`);
    return { name, offset: Math.floor(start / 8), layout, bits: { start, width } };
  }

  /** The first bit of a bit-field from the start of its struct (DWARF 5, 5.7.6). */
  function bitStart(entry: Entry, offset: number, layout: Layout, width: number): number {
    const fromStart = numberOf(entry, AT.data_bit_offset);
    if (fromStart !== undefined) return offset * 8 + fromStart;
    // DWARF 2 and 3 count from the most significant bit of the storage unit.
    const fromTop = numberOf(entry, AT.bit_offset);
    if (fromTop === undefined) return offset * 8;
    const unit = numberOf(entry, AT.byte_size) ?? layout.size;
    return offset * 8 + unit * 8 - fromTop - width;
  }

  /** The members of a Rust enumeration's variants lie over one another. */
  const variantsOf = (part: Entry): Entry[] =>
    [...childrenOf(part)]
      .filter(({ tag }) => tag === TAG.variant)
      .flatMap((variant) => [...childrenOf(variant)]);

  function compoundOf(entry: Entry): CompoundLayout {
    const members = [...childrenOf(entry)]
      .flatMap((child) => (child.tag === TAG.variant_part ? variantsOf(child) : [child]))
      .filter(
        (child) =>
          (child.tag === TAG.member || child.tag === TAG.inheritance) &&
          // A static member of C++ before DWARF 5.
          !child.values.has(AT.external) &&
          !child.values.has(AT.declaration),
      )
      .map(memberOf);
    if (openedCount(members) > MOST_MEMBERS) throw malformed(entry, 'too many members');
    const kind = entry.tag === TAG.union_type ? 'union' : 'struct';
    const name = textOf(entry, AT.name) ?? null;
    return compound(kind, name, sizeOf(entry), members, numberOf(entry, AT.alignment));
  }

  return { layoutAt };
}
