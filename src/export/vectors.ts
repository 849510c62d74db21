import { type CompoundLayout, isCompound, type Layout } from '../layout/index.js';
import { largestOf, type Shape, type Shapes } from './shapes.js';
import { type Piece, pieceSize } from './pieces.js';

/** A struct's bytes as a test has them. */
export interface StructVector {
  readonly label: string;
  readonly bytes: Uint8Array;
  /** Whether they are the struct, and not too short to be it. */
  readonly isValid: boolean;
}

/** A value out of little-endian bytes. */
export function integerAt(
  bytes: Uint8Array,
  offset: number,
  size: number,
  signed: boolean,
): bigint {
  let value = 0n;
  for (let i = size; i-- > 0;) value = (value << 8n) | BigInt(bytes[offset + i]!);
  return signed ? BigInt.asIntN(size * 8, value) : value;
}

/** The parts of a shape that have a value; of a union the largest, which has all of its bytes. */
export function valuedPieces(shape: Shape): readonly Piece[] {
  const pieces = shape.pieces.filter(({ kind }) => kind !== 'padding');
  if (shape.layout.kind === 'struct') return pieces;
  const most = largestOf({ ...shape, pieces });
  return pieces.filter((piece) => pieceSize(piece) === most).slice(0, 1);
}

/** Bits of a piece's bytes that are bit-fields, not padding. */
export function bitsMask(piece: Piece & { kind: 'bits' }): readonly number[] {
  const mask = Array.from({ length: piece.size }, () => 0);
  let bit = 0;
  for (const { width, member } of piece.runs)
    for (const end = bit + width; bit < end; bit++) if (member) mask[bit >> 3]! |= 1 << (bit & 7);
  return mask;
}

/** The bits of a struct that its value has, byte by byte. */
export function valueMask(shape: Shape, shapes: Shapes): Uint8Array {
  const mask = new Uint8Array(shape.layout.size);
  const mark = (layout: Layout, base: number): void => {
    if (isCompound(layout)) markShape(shapes.of(layout)!, base);
    else if (layout.kind === 'array')
      for (let i = 0; i < layout.length; i++) mark(layout.element, base + i * layout.element.size);
    else mask.fill(0xff, base, base + layout.size);
  };
  const markShape = (one: Shape, base: number): void => {
    for (const piece of valuedPieces(one)) {
      if (piece.kind === 'bits')
        bitsMask(piece).forEach((bits, i) => (mask[base + piece.offset + i] = bits));
      else if (piece.kind === 'field') mark(piece.layout, base + piece.offset);
    }
  };
  markShape(shape, 0);
  return mask;
}

/** Whether a struct has floating point, whose values a table would round. */
export const hasFloat = (layout: Layout): boolean => {
  if (layout.kind === 'float') return true;
  if (layout.kind === 'array' || layout.kind === 'flexible') return hasFloat(layout.element);
  return isCompound(layout) && layout.members.some((member) => hasFloat(member.layout));
};

/** Whether a struct has a list at its end, whose length its type does not have. */
export const isOpen = (layout: CompoundLayout): boolean =>
  layout.members.some(
    ({ layout: inner }) => inner.kind === 'flexible' || (isCompound(inner) && isOpen(inner)),
  );
