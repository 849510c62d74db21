import {
  type BitsType,
  type CompoundType,
  DeclarationError,
  type Type,
  typeName,
} from '../schema/index.js';
import { type Abi, existsOn, integerAlign } from './abi.js';
import type { CompoundLayout, Layout, MemberLayout } from './types.js';

export const roundUp = (n: number, to: number): number => Math.ceil(n / to) * to;

/** Where a bit-field goes when `cursor` bits are taken; `unit` is the layout of its storage. */
function placeBits(
  type: BitsType,
  unit: Layout,
  abi: Abi,
  cursor: number,
  owner: CompoundType,
  field: string,
) {
  const unitBits = unit.size * 8;
  if (type.width > unitBits)
    throw new DeclarationError(
      owner.name,
      field,
      `a bit-field of ${type.width} bits does not fit ${typeName(type.storage)} on ${abi.name}`,
    );
  if (unit.align !== unit.size && unit.align !== integerAlign(abi, unit.size))
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
  return { start, raises };
}

/**
 * Places the members of a struct or union, each laid out by `layOut` when its turn comes.
 * @throws DeclarationError for a struct that the architecture lacks, or a bit-field that no
 * compiler or not every compiler would place.
 */
export function layoutOfCompound(
  type: CompoundType,
  abi: Abi,
  layOut: (type: Type, abi: Abi) => Layout,
): CompoundLayout {
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
      const { width, unnamed, storage } = member.type;
      const unit = layOut(storage, abi);
      const { start, raises } = placeBits(member.type, unit, abi, cursor, type, member.name);
      // Packing caps no bit-field of width 0 (GCC, update_alignment_for_field; clang the same).
      const cap = width === 0 ? Infinity : limit;
      if (raises) align = Math.max(align, Math.min(unit.align, cap));
      cursor = start + width;
      if (!unnamed)
        add({
          name: member.name,
          member,
          offset: Math.floor(start / 8),
          layout: unit,
          bits: Object.freeze({ start, width }),
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
