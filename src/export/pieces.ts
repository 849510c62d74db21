import {
  type BitsPart,
  type CompoundLayout,
  isBits,
  type Layout,
  partsOf,
} from '../layout/index.js';
import type { Member } from '../schema/index.js';

/** A member that takes whole bytes. */
export interface FieldPiece {
  readonly kind: 'field';
  readonly name: string;
  /** Bytes from the start of its struct; so of all pieces. */
  readonly offset: number;
  readonly layout: Layout;
  readonly member: Member;
  /** An anonymous member, whose fields are its parent's in C and nowhere else. */
  readonly anonymous: boolean;
}
/** Bit-fields side by side, and the bits between them that none covers. */
export interface BitsPiece {
  readonly kind: 'bits';
  readonly name: string;
  readonly offset: number;
  /** Bytes that they touch. */
  readonly size: number;
  /** From the least significant bit of the first byte on, without gaps. */
  readonly runs: readonly BitRun[];
}
export interface BitRun {
  readonly name: string;
  readonly width: number;
  readonly signed: boolean;
  /** Nothing for bits that are padding. */
  readonly member?: Member;
}
/** Bytes of a struct that no member covers. */
export interface PaddingPiece {
  readonly kind: 'padding';
  readonly name: string;
  readonly offset: number;
  readonly size: number;
}
export type Piece = FieldPiece | BitsPiece | PaddingPiece;

/** Bytes of a piece. */
export const pieceSize = (piece: Piece): number =>
  piece.kind === 'field' ? piece.layout.size : piece.size;

type Name = (wanted: string) => string;

function bitsPiece({ offset, size, members }: BitsPart, name: Name): BitsPiece {
  const runs: BitRun[] = [];
  let bit = offset * 8;
  const pad = (to: number): void => {
    if (to > bit) runs.push({ name: name(`padding_bits_${bit}`), width: to - bit, signed: false });
    bit = to;
  };
  for (const { name: field, bits, layout, member } of members) {
    pad(bits.start);
    const signed = layout.kind === 'int' && layout.signed;
    runs.push({ name: name(field!), width: bits.width, signed, member });
    bit += bits.width;
  }
  pad((offset + size) * 8);
  return { kind: 'bits', name: name(`bits_${offset}`), offset, size, runs };
}

/** The parts of a struct or union, each with a name; see `partsOf`. */
export function piecesOf(layout: CompoundLayout, name: Name): readonly Piece[] {
  // Fields have the first choice of names, before what we name ourselves.
  const names = new Map(
    layout.members.flatMap((m) =>
      m.name === null || isBits(m) ? [] : [[m, name(m.name)] as const],
    ),
  );
  return partsOf(layout).map((part): Piece => {
    const { offset, size } = part;
    if (part.kind === 'bits') return bitsPiece(part, name);
    if (part.kind === 'padding')
      return { kind: 'padding', name: name(`padding_${offset}`), offset, size };
    const { member } = part;
    return {
      kind: 'field',
      name: names.get(member) ?? name(`anonymous_${offset}`),
      offset,
      layout: member.layout,
      member: member.member,
      anonymous: member.name === null,
    };
  });
}
