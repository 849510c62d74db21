import type { Type as Leaf } from 'restructure';
import type { BitMember, BitRange, IntLayout } from '../layout/index.js';
import { readChars, readInteger, writeBits, writeChars } from './integers.js';

/** A restructure type of values that all have the same size in bytes. */
export function fixed(size: number, leaf: Omit<Leaf, 'size'>): Leaf {
  return { ...leaf, size: () => size };
}

/** Bytes that are skipped, and written as zeros. */
export const padding = (size: number): Leaf =>
  fixed(size, {
    decode(stream) {
      stream.pos += size;
    },
    encode(stream) {
      stream.buffer.fill(0, stream.pos, (stream.pos += size));
    },
  });

function readValue(
  layout: IntLayout,
  bytes: Uint8Array,
  base: number,
  bits: BitRange,
): number | bigint {
  const integer = readInteger(bytes, base, bits, layout.signed);
  return layout.value === 'bigint' ? integer : Number(integer);
}

/** Writes an integer that has been checked; the bits around it stay. */
export function writeInteger(
  bytes: Uint8Array,
  base: number,
  { start, width }: BitRange,
  value: unknown,
): void {
  writeBits(bytes, base, start, width, BigInt(value as number | bigint));
}

export function int(layout: IntLayout): Leaf {
  const { size } = layout;
  const bits = { start: 0, width: size * 8 };
  return fixed(size, {
    decode(stream) {
      const value = readValue(layout, stream.buffer, stream.pos, bits);
      stream.pos += size;
      return value;
    },
    encode(stream, value) {
      writeInteger(stream.buffer, stream.pos, bits, value);
      stream.pos += size;
    },
  });
}

export function chars(size: number): Leaf {
  return fixed(size, {
    decode(stream) {
      const text = readChars(stream.buffer, stream.pos, size);
      stream.pos += size;
      return text;
    },
    encode(stream, value) {
      writeChars(stream.buffer, stream.pos, size, value as string);
      stream.pos += size;
    },
  });
}

/** Neighbouring bit-fields share bytes, so one leaf reads and writes the run of them. */
export function bitRun(members: readonly BitMember[], offset: number, size: number): Leaf {
  return fixed(size, {
    decode(stream) {
      const base = stream.pos - offset;
      stream.pos += size;
      return members.map(({ layout, bits }) =>
        readValue(layout as IntLayout, stream.buffer, base, bits),
      );
    },
    encode(stream, values) {
      const base = stream.pos - offset;
      stream.buffer.fill(0, stream.pos, (stream.pos += size));
      for (const [i, { bits }] of members.entries())
        writeInteger(stream.buffer, base, bits, (values as readonly unknown[])[i]);
    },
  });
}
