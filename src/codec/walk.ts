import type { BitRange, CompoundShape, IntShape, MemberShape, Shape } from '../layout/index.js';
import { type Fields, isGiven, set, valueOf } from './fields.js';
import { readInteger, writeBits } from './integers.js';
import type { Parts } from './parts.js';

function readInt({ value, signed }: IntShape, bytes: Uint8Array, at: number, bits: BitRange) {
  const integer = readInteger(bytes, at, bits, signed);
  return value === 'bigint' ? integer : Number(integer);
}

/** The value at `at`, in bytes that are known to hold it. */
export function readValue(layout: Shape, bytes: Uint8Array, at: number, parts: Parts): unknown {
  switch (layout.kind) {
    case 'int':
      return readInt(layout, bytes, at, { start: 0, width: layout.size * 8 });
    case 'float':
      return parts.floats?.read(bytes, at, layout.size);
    case 'chars':
      return parts.text?.read(bytes, at, layout.size);
    case 'array':
    case 'flexible':
      return parts.lists?.read(layout, bytes, at, parts);
    default: {
      const out: Record<string, unknown> = {};
      readMembers(layout, bytes, at, parts, out);
      return out;
    }
  }
}

function readMembers(
  layout: CompoundShape,
  bytes: Uint8Array,
  at: number,
  parts: Parts,
  out: Record<string, unknown>,
): void {
  for (const m of layout.members) {
    if (m.name === null) readMembers(m.layout as CompoundShape, bytes, at + m.offset, parts, out);
    else if (m.bits) set(out, m.name, readInt(m.layout as IntShape, bytes, at, m.bits));
    else set(out, m.name, readValue(m.layout, bytes, at + m.offset, parts));
  }
  parts.tails?.read(layout, bytes, at, parts, out);
}

/** Writes the fields that a checked value gives, and no bit beside them. */
export function writeValue(
  layout: Shape,
  value: unknown,
  bytes: Uint8Array,
  at: number,
  parts: Parts,
): void {
  switch (layout.kind) {
    case 'int':
      writeBits(bytes, at, 0, layout.size * 8, BigInt(value as number | bigint));
      break;
    case 'float':
      parts.floats?.write(bytes, at, layout.size, value);
      break;
    case 'chars':
      parts.text?.write(bytes, at, layout.size, value as string);
      break;
    case 'array':
    case 'flexible':
      parts.lists?.write(layout, value, bytes, at, parts);
      break;
    default:
      for (const m of layout.members)
        if (layout.kind === 'struct' || isGiven(m, value as Fields))
          writeMember(m, value as Fields, bytes, at, parts);
  }
}

/** Writes one member's fields; `at` is where its struct or union begins. */
export function writeMember(
  m: MemberShape,
  fields: Fields,
  bytes: Uint8Array,
  at: number,
  parts: Parts,
): void {
  const value = valueOf(m, fields);
  if (m.bits) writeBits(bytes, at, m.bits.start, m.bits.width, BigInt(value as number | bigint));
  else writeValue(m.layout, value, bytes, at + m.offset, parts);
}
