import type { BitRange, CompoundLayout, MemberLayout } from './types.js';

/** A bit-field where it lies in its struct. */
export type BitMember = MemberLayout & { readonly bits: BitRange };

/** Bytes from the start of the struct. */
interface Span {
  readonly offset: number;
  readonly size: number;
}
/** A member that takes whole bytes. */
interface WholePart extends Span {
  readonly kind: 'whole';
  readonly member: MemberLayout;
}
/** Bit-fields side by side, which may share bytes. */
export interface BitsPart extends Span {
  readonly kind: 'bits';
  readonly members: readonly BitMember[];
}
/** Bytes that no member covers. */
interface PaddingPart extends Span {
  readonly kind: 'padding';
}
type Part = WholePart | BitsPart | PaddingPart;

export const isBits = (m: MemberLayout): m is BitMember => m.bits !== undefined;

/** The byte after a bit-field. */
const endOf = ({ bits }: BitMember): number => Math.ceil((bits.start + bits.width) / 8);

/** The first of these members, and the bit-fields that share or follow the bytes of one such. */
function bitsPart(first: BitMember, others: readonly MemberLayout[]): BitsPart {
  const members = [first];
  for (const m of others) {
    if (!isBits(m) || m.offset > endOf(members.at(-1)!)) break;
    members.push(m);
  }
  const { offset } = first;
  return { kind: 'bits', offset, size: endOf(members.at(-1)!) - offset, members };
}

/**
 * What lies in a struct from its first byte to its last, padding included; in a union its
 * members, whose padding is no part. A flexible array is the last part: the bytes that `sizeof`
 * counts behind its start are its own.
 */
export function partsOf({ kind, members, size }: CompoundLayout): readonly Part[] {
  const parts: Part[] = [];
  let end = 0;
  const pad = (to: number): void => {
    if (kind === 'struct' && to > end) parts.push({ kind: 'padding', offset: end, size: to - end });
  };
  for (let i = 0; i < members.length; i++) {
    const member = members[i]!;
    pad(member.offset);
    if (isBits(member)) {
      const part = bitsPart(member, kind === 'struct' ? members.slice(i + 1) : []);
      parts.push(part);
      i += part.members.length - 1;
    } else parts.push({ kind: 'whole', offset: member.offset, size: member.layout.size, member });
    const last = parts.at(-1)!;
    end = last.offset + last.size;
  }
  if (members.at(-1)?.layout.kind !== 'flexible') pad(size);
  return parts;
}
