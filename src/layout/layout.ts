import {
  type BitsType,
  type CompoundType,
  DeclarationError,
  type Member,
  type Type,
  typeName,
} from '../schema/index.js';
import type { Abi } from './abi.js';

/** Where a bit-field lies: bits from the start of its struct, least significant first. */
export interface BitRange {
  readonly start: number;
  readonly width: number;
}

interface Extent {
  /** The declaration, with its aliases: names and units are found there. */
  readonly type: Type;
  /** Bytes. */
  readonly size: number;
  /** Bytes. */
  readonly align: number;
}

/** An integer, handle or pointer: `value` says what JavaScript holds it in. */
export interface IntLayout extends Extent {
  readonly kind: 'int';
  readonly signed: boolean;
  readonly value: 'number' | 'bigint';
}
/** A character array, whose value is a string. */
export interface CharsLayout extends Extent {
  readonly kind: 'chars';
}
/** `length` elements back to back. */
export interface ArrayLayout extends Extent {
  readonly kind: 'array';
  readonly element: Layout;
  readonly length: number;
}
/** A struct's last member. Size 0: the elements follow the other fields. */
export interface FlexibleLayout extends Extent {
  readonly kind: 'flexible';
  readonly element: Layout;
  readonly count?: string;
}
/** A member where it lies in its struct or union. */
export interface MemberLayout {
  /** The field's name; `null` for an anonymous member. */
  readonly name: string | null;
  readonly member: Member;
  /** Bytes from the start of the struct; of a bit-field, its first byte. */
  readonly offset: number;
  readonly layout: Layout;
  readonly bits?: BitRange;
}
/** A struct, or a union, whose members lie over one another. */
export interface CompoundLayout extends Extent {
  readonly kind: 'struct' | 'union';
  readonly members: readonly MemberLayout[];
}
/** A declaration laid out on one architecture, told apart by `kind`. Nobody can change it. */
export type Layout = IntLayout | CharsLayout | ArrayLayout | FlexibleLayout | CompoundLayout;

const roundUp = (n: number, to: number): number => Math.ceil(n / to) * to;

function scalar(
  type: Type,
  abi: Abi,
  size: number,
  signed: boolean,
  value: IntLayout['value'],
): IntLayout {
  const align = abi.aligns[size as 1 | 2 | 4 | 8];
  return { kind: 'int', type, size, align, signed, value };
}

function checkSize(layout: Layout, what: string | null): Layout {
  if (!Number.isSafeInteger(layout.size * 8))
    throw new DeclarationError(what, null, 'is too large');
  return layout;
}

/** C11 6.5.3.4: an array's elements lie back to back, so a size that is no multiple cannot be. */
function elementOf(type: Type & { readonly element: Type }, abi: Abi): Layout {
  const element = layOut(type.element, abi);
  if (element.size % element.align !== 0)
    throw new DeclarationError(
      typeName(type),
      null,
      `elements of ${element.size} bytes cannot be aligned to ${element.align}`,
    );
  return element;
}

/** Where a bit-field goes when `cursor` bits are taken, or nothing for width 0. */
function placeBits(type: BitsType, abi: Abi, cursor: number, owner: CompoundType, field: string) {
  const unit = layOut(type.storage, abi) as IntLayout;
  const unitBits = unit.size * 8;
  if (type.width > unitBits)
    throw new DeclarationError(
      owner.name,
      field,
      `a bit-field of ${type.width} bits does not fit ${typeName(type.storage)} on ${abi.name}`,
    );
  if (unit.align !== unit.size && unit.align !== abi.aligns[unit.size as 1 | 2 | 4 | 8])
    throw new DeclarationError(
      owner.name,
      field,
      `gcc and clang disagree on a bit-field in units of ${unit.size} bytes aligned to ${unit.align}`,
    );
  // System V psABI, "Bit-Fields": a bit-field lies within a storage unit of its declared
  // type, so it moves to the next boundary when it would straddle one. Packing lifts that.
  const align = unit.align * 8;
  const straddles = owner.packed === undefined && (cursor % align) + type.width > unitBits;
  const start = type.width === 0 || straddles ? roundUp(cursor, align) : cursor;
  const raises = !type.unnamed || abi.unnamedBitsAlign;
  return { start, raises, unit };
}

/** Whether a declaration is for an architecture. */
export const existsOn = (
  { abis }: { readonly abis?: readonly string[] },
  { name }: Pick<Abi, 'name'>,
): boolean => abis?.includes(name) ?? true;

function layoutOfCompound(type: CompoundType, abi: Abi): CompoundLayout {
  if (!existsOn(type, abi))
    throw new DeclarationError(type.name, null, `does not exist on ${abi.name}`);
  const limit = type.packed === true ? 1 : (type.packed ?? Infinity);
  const members: MemberLayout[] = [];
  const add = (m: MemberLayout): void => void members.push(Object.freeze(m));
  let cursor = 0; // bits taken so far; in a union, by the member at hand
  let end = 0; // bits taken by the largest member
  let align = 1;
  for (const member of type.members) {
    if (type.kind === 'union') cursor = 0;
    if (member.type.kind === 'bits') {
      const { start, raises, unit } = placeBits(member.type, abi, cursor, type, member.name);
      // Packing caps no bit-field of width 0 (GCC, update_alignment_for_field; clang the same).
      const cap = member.type.width === 0 ? Infinity : limit;
      if (raises) align = Math.max(align, Math.min(unit.align, cap));
      cursor = start + member.type.width;
      if (!member.type.unnamed)
        add({
          name: member.name,
          member,
          offset: Math.floor(start / 8),
          layout: unit,
          bits: Object.freeze({ start, width: member.type.width }),
        });
    } else {
      const isAnonymous = member.type.kind === 'anonymous';
      const layout = layOut(member.type.kind === 'anonymous' ? member.type.type : member.type, abi);
      // C11 6.7.2.1p14-15 and the psABIs, "Aggregates and Unions": each member at the next
      // multiple of its alignment; packing caps the alignment.
      const memberAlign = Math.min(layout.align, limit);
      align = Math.max(align, memberAlign);
      const offset = roundUp(Math.ceil(cursor / 8), memberAlign);
      add({ name: isAnonymous ? null : member.name, member, offset, layout });
      cursor = (offset + layout.size) * 8;
    }
    end = Math.max(end, cursor);
  }
  // The psABIs again: as aligned as its most aligned member, and a multiple of that in size.
  align = Math.max(align, type.align ?? 1);
  const size = roundUp(Math.ceil(end / 8), align);
  return { kind: type.kind, type, size, align, members: Object.freeze(members) };
}

function compute(type: Type, abi: Abi): Layout {
  switch (type.kind) {
    case 'int': {
      const size = typeof type.width === 'number' ? type.width / 8 : abi.sizes[type.width];
      return scalar(type, abi, size, type.signed, type.value);
    }
    case 'perAbi':
      return {
        ...(layOut(
          (Object.hasOwn(type.choices, abi.name) ? type.choices[abi.name] : undefined) ??
            type.otherwise,
          abi,
        ) as IntLayout),
        type,
        value: type.value,
      };
    case 'alias': {
      const layout = layOut(type.type, abi);
      // GCC manual, "Common Type Attributes": on a typedef, `aligned` raises and lowers.
      return { ...layout, type, align: type.align ?? layout.align };
    }
    case 'pointer':
      return scalar(type, abi, abi.sizes.pointer, false, 'bigint');
    case 'handle':
      return { ...(layOut(type.storage, abi) as IntLayout), type, value: 'bigint' };
    case 'chars':
      return { kind: 'chars', type, size: type.length, align: 1 };
    case 'array': {
      const element = elementOf(type, abi);
      const { length } = type;
      return {
        kind: 'array',
        type,
        element,
        length,
        size: element.size * length,
        align: element.align,
      };
    }
    case 'flexible': {
      const element = elementOf(type, abi);
      const { count } = type;
      return {
        kind: 'flexible',
        type,
        element,
        size: 0,
        align: element.align,
        ...(count === undefined ? {} : { count }),
      };
    }
    case 'struct':
    case 'union':
      return layoutOfCompound(type, abi);
  }
}

const cache = new WeakMap<Abi, WeakMap<Type, Layout>>();

function layOut(type: Type, abi: Abi): Layout {
  let layouts = cache.get(abi);
  if (!layouts) cache.set(abi, (layouts = new WeakMap()));
  let layout = layouts.get(type);
  if (!layout) {
    layout = checkSize(
      Object.freeze(compute(type, abi)),
      'name' in type ? type.name : typeName(type),
    );
    layouts.set(type, layout);
  }
  return layout;
}

/**
 * The layout of a declaration on an architecture: sizes, alignments and offsets in bytes.
 * The same object for the same pair.
 * @throws DeclarationError when the type does not exist there or cannot be laid out.
 */
export function layoutOf<T extends Type>(type: T, abi: Abi): LayoutOf<T>;
export function layoutOf(type: Type, abi: Abi): Layout {
  const layout = layOut(type, abi);
  if (layout.kind === 'flexible')
    throw new DeclarationError(
      typeName(type),
      null,
      'a flexible array is a member of a struct, and none by itself',
    );
  return layout;
}

/** Structs and unions have members; of other types only the common part is known. */
export type LayoutOf<T extends Type> = T extends CompoundType ? CompoundLayout : Layout;
