import type { BitRange } from './types.js';

/**
 * What a codec needs of a layout: places and kinds, no declarations. A `Layout` is one, and a
 * generated codec carries one of its own.
 */
export type Shape = IntShape | FloatShape | CharsShape | ArrayShape | FlexibleShape | CompoundShape;

/** `value` says what JavaScript holds the integer in. */
export interface IntShape {
  readonly kind: 'int';
  /** Bytes, as everywhere here. */
  readonly size: number;
  readonly signed: boolean;
  readonly value: 'number' | 'bigint';
}
export interface FloatShape {
  readonly kind: 'float';
  readonly size: number;
}
export interface CharsShape {
  readonly kind: 'chars';
  readonly size: number;
}
export interface ArrayShape {
  readonly kind: 'array';
  readonly size: number;
  readonly element: Shape;
  readonly length: number;
}
export interface FlexibleShape {
  readonly kind: 'flexible';
  readonly size: number;
  readonly element: Shape;
  readonly count?: string;
}
export interface CompoundShape {
  readonly kind: 'struct' | 'union';
  readonly size: number;
  readonly members: readonly MemberShape[];
}
export interface MemberShape {
  /** The field's name; `null` for an anonymous member. */
  readonly name: string | null;
  readonly offset: number;
  readonly layout: Shape;
  readonly bits?: BitRange;
}

/** Whether a layout is a struct's or a union's, and has members. */
export const isCompound = <S extends Shape>(
  shape: S,
): shape is Extract<S, { readonly kind: 'struct' | 'union' }> =>
  shape.kind === 'struct' || shape.kind === 'union';

/** C's name of a floating-point number, whatever its declaration calls it. */
export const floatName = ({ size }: { readonly size: number }): string =>
  size === 4 ? 'float' : 'double';
