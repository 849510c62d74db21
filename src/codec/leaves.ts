import {
  Array as RestructureArray,
  EncodeStream,
  type Stream,
  Struct,
  type Type as Leaf,
} from 'restructure';
import type { BitRange, CompoundLayout, IntLayout, Layout, MemberLayout } from '../layout/index.js';
import { type Fields, isGiven, set, valueOf } from './fields.js';
import { elementCount, tailOf } from './flexible.js';
import { readBits, readChars, writeBits, writeChars } from './integers.js';

/** Restructure types made from a layout. Values that reach `encode` have been checked. */

function toValue(layout: IntLayout, raw: bigint, width: number): number | bigint {
  const value = layout.signed ? BigInt.asIntN(width, raw) : raw;
  return layout.value === 'bigint' ? value : Number(value);
}

function fixed(size: number, leaf: Omit<Leaf, 'size'>): Leaf {
  return { ...leaf, size: () => size };
}

const padding = (size: number): Leaf =>
  fixed(size, {
    decode(stream) {
      stream.pos += size;
    },
    encode(stream) {
      stream.buffer.fill(0, stream.pos, (stream.pos += size));
    },
  });

function int(layout: IntLayout): Leaf {
  const { size } = layout;
  return fixed(size, {
    decode(stream) {
      const raw = readBits(stream.buffer, stream.pos, 0, size * 8);
      stream.pos += size;
      return toValue(layout, raw, size * 8);
    },
    encode(stream, value) {
      writeBits(stream.buffer, stream.pos, 0, size * 8, BigInt(value as number | bigint));
      stream.pos += size;
    },
  });
}

function chars(size: number): Leaf {
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

interface BitField {
  readonly layout: IntLayout;
  readonly bits: BitRange;
}

/** Neighbouring bit-fields share bytes, so one leaf reads and writes the run of them. */
function bitRun(fields: readonly BitField[], offset: number, size: number): Leaf {
  return fixed(size, {
    decode(stream) {
      const base = stream.pos - offset;
      stream.pos += size;
      return fields.map(({ layout, bits }) =>
        toValue(layout, readBits(stream.buffer, base, bits.start, bits.width), bits.width),
      );
    },
    encode(stream, values) {
      const base = stream.pos - offset;
      stream.buffer.fill(0, stream.pos, (stream.pos += size));
      for (const [i, { bits }] of fields.entries())
        writeBits(
          stream.buffer,
          base,
          bits.start,
          bits.width,
          BigInt((values as (number | bigint)[])[i]!),
        );
    },
  });
}

/** A piece of a restructure Struct under a key of ours, and the fields that it holds. */
interface Piece {
  readonly leaf: Leaf;
  take(value: Fields): unknown;
  put(out: Record<string, unknown>, raw: unknown): void;
}

function memberPiece(m: MemberLayout): Piece {
  const { name } = m;
  return {
    leaf: leafOf(m.layout),
    take: (value) => valueOf(m, value),
    put:
      name === null
        ? (out, raw) =>
            Object.entries(raw as Fields).forEach(([key, value]) => set(out, key, value))
        : (out, raw) => set(out, name, raw),
  };
}

function bitPiece(run: readonly MemberLayout[], offset: number, size: number): Piece {
  return {
    leaf: bitRun(run as readonly (MemberLayout & BitField)[], offset, size),
    take: (value) => run.map((m) => valueOf(m, value)),
    put: (out, raw) => run.forEach((m, i) => set(out, m.name!, (raw as unknown[])[i])),
  };
}

const gap = (size: number): Piece => ({
  leaf: padding(size),
  take: () => undefined,
  put: () => undefined,
});

function piecesOf(layout: CompoundLayout): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const upTo = (offset: number) => {
    if (offset > at) pieces.push(gap(offset - at));
    at = Math.max(at, offset);
  };
  for (let i = 0; i < layout.members.length; i++) {
    const m = layout.members[i]!;
    if (m.layout.kind === 'flexible') continue;
    upTo(m.offset);
    if (m.bits) {
      const run = [m];
      while (layout.members[i + 1]?.bits) run.push(layout.members[++i]!);
      const { start, width } = run.at(-1)!.bits!;
      const end = Math.ceil((start + width) / 8);
      pieces.push(bitPiece(run, m.offset, end - m.offset));
      at = end;
    } else {
      pieces.push(memberPiece(m));
      at = m.offset + m.layout.size;
    }
  }
  upTo(tailOf(layout)?.offset ?? layout.size);
  return pieces;
}

function struct(layout: CompoundLayout): Leaf {
  const pieces = piecesOf(layout);
  // Keys of ours: restructure keeps state under names that a field may have.
  const inner = new Struct(Object.fromEntries(pieces.map(({ leaf }, i) => [`f${i}`, leaf])));
  const tail = tailOf(layout);
  const element = tail && leafOf(tail.layout.element);
  const elements = (value: unknown) => (value as Record<string, unknown[]>)[tail!.name]!;
  return {
    decode(stream, parent) {
      const start = stream.pos;
      const raw = inner.decode(stream, parent);
      const out: Record<string, unknown> = {};
      pieces.forEach((piece, i) => piece.put(out, raw[`f${i}`]));
      if (tail && element) {
        const length = elementCount(layout, tail, stream.buffer, start);
        set(
          out,
          tail.name,
          Array.from({ length }, () => element.decode(stream)),
        );
      }
      return out;
    },
    encode(stream, value, parent) {
      const raw = Object.fromEntries(
        pieces.map((piece, i) => [`f${i}`, piece.take(value as Fields)]),
      );
      inner.encode(stream, raw, parent);
      if (element) for (const item of elements(value)) element.encode(stream, item);
    },
    size: (value) =>
      tail && element && value !== undefined
        ? tail.offset + elements(value).length * element.size()
        : layout.size,
  };
}

/** The bytes of one union member alone, zero where it has none. */
export function encodeMember(union: CompoundLayout, m: MemberLayout, value: Fields): Uint8Array {
  const bytes = new Uint8Array(union.size);
  if (m.bits)
    writeBits(bytes, 0, m.bits.start, m.bits.width, BigInt(valueOf(m, value) as number | bigint));
  else leafOf(m.layout).encode(new EncodeStream(bytes), valueOf(m, value));
  return bytes;
}

function union(layout: CompoundLayout): Leaf {
  const { size } = layout;
  const pieces = layout.members.map((m) =>
    m.bits ? bitPiece([m], 0, Math.ceil(m.bits.width / 8)) : memberPiece(m),
  );
  const decode = (stream: Stream): unknown => {
    const start = stream.pos;
    const out: Record<string, unknown> = {};
    for (const piece of pieces) {
      stream.pos = start;
      piece.put(out, piece.leaf.decode(stream));
    }
    stream.pos = start + size;
    return out;
  };
  return fixed(size, {
    decode,
    encode(stream, value) {
      const bytes = stream.buffer.subarray(stream.pos, (stream.pos += size)).fill(0);
      // The members agree where they meet and are zero elsewhere: together they are the union.
      for (const m of layout.members) {
        if (!isGiven(m, value as Fields)) continue;
        for (const [i, byte] of encodeMember(layout, m, value as Fields).entries())
          bytes[i]! |= byte;
      }
    },
  });
}

function make(layout: Layout): Leaf {
  switch (layout.kind) {
    case 'int':
      return int(layout);
    case 'chars':
      return chars(layout.size);
    case 'array':
      return new RestructureArray(leafOf(layout.element), layout.length);
    case 'flexible':
      return padding(0);
    case 'struct':
      return struct(layout);
    case 'union':
      return union(layout);
  }
}

const leaves = new WeakMap<Layout, Leaf>();

export function leafOf(layout: Layout): Leaf {
  let leaf = leaves.get(layout);
  if (!leaf) leaves.set(layout, (leaf = make(layout)));
  return leaf;
}
