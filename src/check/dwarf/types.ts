import { type Abi, type CompoundLayout, isCompound, type Layout } from '../../layout/index.js';
import { typeName } from '../../schema/index.js';
import {
  alias,
  array,
  compound,
  enumeration,
  floating,
  integer,
  type MemberFound,
  DEEPEST,
  MOST_BYTES,
  MOST_MEMBERS,
  opaque,
  openedCount,
  TOO_MANY_MEMBERS,
  pointer,
} from '../object-layout.js';
import { ObjectError } from '../object-error.js';
import { isPlace, malformed, nameOf, numberOf } from './attributes.js';
import { AT, TAG } from './constants.js';
import { isDeclared } from './declared.js';
import { arrayOf } from './array.js';
import { childrenOf, type Entry, readEntry } from './entry.js';
import type { LowerBounds } from './lower-bound.js';
import { memberOffset } from './location.js';
import type { UnitSection } from './sections.js';
import type { Place } from './value.js';

/** A type that is being read: to come back to it is to go round. */
const OPEN = Symbol('open');
/** DW_ATE_…: what counts as a signed integer, as a real, and as neither (DWARF 5, 7.8). */
const SIGNED: ReadonlySet<number> = new Set([0x05, 0x06]);
const FLOAT = 0x04;
const NO_INTEGER: ReadonlySet<number> = new Set([
  0x03, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x0e, 0x0f, 0x13,
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
/** Types that have a type of their own size beside the one that they refer to. */
const OF_OTHERS: ReadonlySet<number> = new Set([TAG.subroutine_type, TAG.set_type, TAG.file_type]);
/** DW_END_big: what `scalar_storage_order` may ask for (DWARF 5, 7.8). */
const BIG_ENDIAN = 1;

/** Makes layouts of entries: of structs, and of all that they are made of. */
export function dwarfTypes(abi: Abi, bounds: LowerBounds) {
  /** A type that cannot be read is not tried again. */
  const known = new Map<UnitSection, Map<number, Layout | ObjectError | typeof OPEN>>();
  let depth = 0;
  /** Members of the structs that are known, and of those that one struct needed. */
  let [kept, fresh] = [0, 0];
  const tooMany = (place: Place): ObjectError =>
    new ObjectError('unsupported', place.unit.section.name, place.at, TOO_MANY_MEMBERS);

  const typeOf = (entry: Entry): Place | undefined => {
    const type = entry.values.get(AT.type);
    return isPlace(type) ? type : undefined;
  };

  function layoutAt(place: Place): Layout {
    if (depth === 0) {
      fresh = 0;
      if (kept > MOST_MEMBERS) {
        known.clear();
        kept = 0;
      }
    }
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
      const own = isCompound(layout) ? layout.members.length : 1;
      kept += own;
      fresh += own;
      if (fresh > MOST_MEMBERS) throw tooMany(place);
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

  /**
   * The type of a member or an element: it has to be there. clang leaves out structs that other
   * units define (-fno-standalone-debug), and what is nowhere has no size.
   */
  function complete(entry: Entry): Layout {
    const layout = inner(entry);
    if (layout.size > 0 || layout.kind !== 'chars') return layout;
    const type = typeOf(entry);
    const isMissing = type ? isDeclared(type) : entry.values.has(AT.type);
    if (!isMissing) return layout;
    const { unit, at } = entry;
    const [what, help] = type
      ? ['is only declared in its unit', ': compile with -fstandalone-debug']
      : ['is not in this file', ''];
    const why = `the type of ${nameOf(entry) ?? 'a part'} ${what}${help}`;
    throw new ObjectError('unsupported', unit.section.name, at, why);
  }

  const sizeOf = (entry: Entry): number => {
    const size = numberOf(entry, AT.byte_size) ?? 0;
    if (size < 0) throw malformed(entry, `a size of ${size} bytes`);
    return size;
  };

  function pointerName(entry: Entry): string {
    const target = typeOf(entry);
    const name = target && readEntry(target);
    return `${(name && nameOf(name)) ?? 'void'} *`;
  }

  function layoutOfEntry(entry: Entry): Layout {
    const name = nameOf(entry) ?? '';
    const { tag, unit } = entry;
    // Another entry has all of it: this one only names its type unit.
    const definition = entry.values.get(AT.signature);
    if (isPlace(definition)) return layoutAt(definition);
    if (QUALIFIERS.has(tag)) return aligned(inner(entry), entry);
    if (tag === TAG.typedef) return alias(inner(entry), name, numberOf(entry, AT.alignment));
    if (POINTERS.has(tag))
      return pointer(pointerName(entry), sizeOf(entry) || unit.addressSize, abi);
    if (tag === TAG.base_type || tag === TAG.enumeration_type) return scalar(entry, name);
    if (tag === TAG.array_type) return aligned(arrayOf(entry, complete(entry), bounds, abi), entry);
    if (tag === TAG.string_type) return text(entry);
    if (tag === TAG.ptr_to_member_type) return toMember(entry);
    if (tag === TAG.structure_type || tag === TAG.class_type || tag === TAG.union_type) {
      if (entry.values.has(AT.declaration)) return opaque(`struct ${name}, only declared`, 0);
      return compoundOf(entry);
    }
    const isSized = entry.values.has(AT.byte_size) || entry.values.has(AT.bit_size);
    if (tag === TAG.subrange_type && isSized) return scalar(entry, name);
    // Whatever it is, it is laid out as what it refers to, unless it has a size of its own.
    if (!isSized && typeOf(entry) && !OF_OTHERS.has(tag))
      return name === '' ? inner(entry) : alias(inner(entry), name);
    return opaque(name || `type of tag 0x${tag.toString(16)}`, sizeOf(entry));
  }

  /** Fortran's characters: so many of them, or those of a descriptor. */
  function text(entry: Entry): Layout {
    const size = sizeOf(entry);
    const character = integer('character', 1, false, abi);
    if (entry.values.has(AT.string_length) || entry.values.has(AT.data_location))
      return opaque('a string of any length', size);
    return size === 1 ? character : array(character, size);
  }

  /** C++'s pointers to members: an offset, or of functions two words (Itanium C++ ABI, 2.3). */
  function toMember(entry: Entry): Layout {
    const { addressSize } = entry.unit;
    const target = typeOf(entry);
    const isFunction = target && readEntry(target)?.tag === TAG.subroutine_type;
    const size = sizeOf(entry) || addressSize * (isFunction ? 2 : 1);
    return opaque('pointer to member', size, addressSize);
  }

  function scalar(entry: Entry, name: string): Layout {
    const base = typeOf(entry) && inner(entry);
    const size = entry.values.has(AT.byte_size)
      ? sizeOf(entry)
      : (base?.size ?? Math.ceil((numberOf(entry, AT.bit_size) ?? 0) / 8));
    const encoding = numberOf(entry, AT.encoding);
    if (numberOf(entry, AT.endianity) === BIG_ENDIAN) return opaque(`big-endian ${name}`, size);
    const isSigned =
      encoding === undefined ? base?.kind === 'int' && base.signed : SIGNED.has(encoding);
    if (encoding === FLOAT) return floating(name, size, abi);
    if (entry.tag === TAG.enumeration_type)
      return enumeration(integer(name, size, isSigned, abi), name, valuesOf(entry));
    return NO_INTEGER.has(encoding ?? 0)
      ? opaque(name, size, Math.min(size, abi.aligns[8]))
      : integer(name, size, isSigned, abi);
  }

  /** The names of an enumeration's values, as far as they are numbers here. */
  function valuesOf(entry: Entry): Readonly<Record<string, number>> {
    const values: [string, number][] = [];
    for (const child of childrenOf(entry)) {
      const value = child.tag === TAG.enumerator ? child.values.get(AT.const_value) : undefined;
      const name = nameOf(child);
      if (name !== undefined && Number.isSafeInteger(value)) values.push([name, value as number]);
    }
    return Object.fromEntries(values);
  }

  const aligned = (layout: Layout, entry: Entry): Layout => {
    const align = numberOf(entry, AT.alignment);
    return align === undefined ? layout : alias(layout, typeName(layout.type), align);
  };

  function memberOf(entry: Entry): MemberFound {
    const layout = aligned(complete(entry), entry);
    const name = entry.tag === TAG.inheritance ? null : (nameOf(entry) ?? null);
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

  /** Its own children, and those of a Rust enumeration's variants, which lie over one another. */
  function* partsOf(entry: Entry): Generator<Entry> {
    for (const child of childrenOf(entry))
      if (child.tag !== TAG.variant_part) yield child;
      else
        for (const variant of childrenOf(child))
          if (variant.tag === TAG.variant) yield* childrenOf(variant);
  }

  function compoundOf(entry: Entry): CompoundLayout {
    const members: MemberFound[] = [];
    for (const part of partsOf(entry)) {
      if (part.tag !== TAG.member && part.tag !== TAG.inheritance) continue;
      // A static member of C++ before DWARF 5.
      if (part.values.has(AT.external) || part.values.has(AT.declaration)) continue;
      if (members.length === MOST_MEMBERS) throw tooMany(entry);
      members.push(memberOf(part));
    }
    if (openedCount(members) > MOST_MEMBERS) throw tooMany(entry);
    const kind = entry.tag === TAG.union_type ? 'union' : 'struct';
    const name = nameOf(entry) ?? null;
    return compound(kind, name, sizeOf(entry), members, numberOf(entry, AT.alignment));
  }

  return { layoutAt };
}
