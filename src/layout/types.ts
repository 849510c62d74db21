import type { CompoundType, Member, Type } from '../schema/index.js';

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
/** A floating-point number of 4 or 8 bytes. */
export interface FloatLayout extends Extent {
  readonly kind: 'float';
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
export type Layout =
  | IntLayout
  | FloatLayout
  | CharsLayout
  | ArrayLayout
  | FlexibleLayout
  | CompoundLayout;

/** Structs and unions have members; of other types only the common part is known. */
export type LayoutOf<T extends Type> = T extends CompoundType ? CompoundLayout : Layout;
