import type { CompoundLayout, Layout, MemberLayout } from '../layout/index.js';
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

type Name = (wanted: string) => string;
type BitMember = MemberLayout & { readonly bits: NonNullable<MemberLayout['bits']> };

const isBits = (m: MemberLayout): m is BitMember => m.bits !== undefined;
const endOf = ({ bits }: BitMember): number => bits.start + bits.width;

/** Members in order; bit-fields that share or follow one another's bytes are one group. */
function grouped(layout: CompoundLayout): (MemberLayout | BitMember[])[] {
  const groups: (MemberLayout | BitMember[])[] = [];
  for (const m of layout.members) {
    const last = groups.at(-1);
    const follows =
      layout.kind === 'struct' && Array.isArray(last) && m.offset * 8 < endOf(last.at(-1)!) + 8;
    if (!isBits(m)) groups.push(m);
    else if (follows) last.push(m);
    else groups.push([m]);
  }
  return groups;
}

function bitsPiece(members: readonly BitMember[], name: Name): BitsPiece {
  const { offset } = members[0]!;
  const size = Math.ceil(endOf(members.at(-1)!) / 8) - offset;
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

/**
 * What lies in a struct from its first byte to its last, padding included; in a union its
 * members, whose padding is no piece. A flexible array is the last piece: the bytes that
 * `sizeof` counts behind its start are its own.
 */
export function piecesOf(layout: CompoundLayout, name: Name): readonly Piece[] {
  // Fields have the first choice of names, before what we name ourselves.
  const names = new Map(
    layout.members.flatMap((m) =>
      m.name === null || isBits(m) ? [] : [[m, name(m.name)] as const],
    ),
  );
  const pieces: Piece[] = [];
  let cursor = 0;
  const pad = (offset: number): void => {
    if (layout.kind === 'struct' && offset > cursor)
      pieces.push({
        kind: 'padding',
        name: name(`padding_${cursor}`),
        offset: cursor,
        size: offset - cursor,
      });
  };
  for (const group of grouped(layout)) {
    if (Array.isArray(group)) {
      pad(group[0]!.offset);
      const piece = bitsPiece(group, name);
      pieces.push(piece);
      cursor = piece.offset + piece.size;
    } else {
      const { offset, layout: inner, member } = group;
      pad(offset);
      pieces.push({
        kind: 'field',
        name: names.get(group) ?? name(`anonymous_${offset}`),
        offset,
        layout: inner,
        member,
        anonymous: group.name === null,
      });
      cursor = offset + inner.size;
    }
  }
  if (layout.members.at(-1)?.layout.kind !== 'flexible') pad(layout.size);
  return pieces;
}
