import { Array as RestructureArray, EncodeStream, Struct, type Type as Leaf } from 'restructure';
import {
  type BitsPart,
  type CompoundLayout,
  type Layout,
  type MemberLayout,
  partsOf,
} from '../layout/index.js';
import { type Fields, isGiven, set, valueOf } from './fields.js';
import { elementCount, tailOf } from './flexible.js';
import { bitRun, chars, fixed, int, padding, writeInteger } from './scalar-leaves.js';

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

const bitsPiece = ({ members, offset, size }: BitsPart): Piece => ({
  leaf: bitRun(members, offset, size),
  take: (value) => members.map((m) => valueOf(m, value)),
  put: (out, raw) => members.forEach((m, i) => set(out, m.name!, (raw as unknown[])[i])),
});

const gap = (size: number): Piece => ({
  leaf: padding(size),
  take: () => undefined,
  put: () => undefined,
});

const piecesOf = (layout: CompoundLayout): readonly Piece[] =>
  partsOf(layout).map((part) => {
    if (part.kind === 'padding') return gap(part.size);
    return part.kind === 'bits' ? bitsPiece(part) : memberPiece(part.member);
  });

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
  const its = valueOf(m, value);
  if (m.bits) writeInteger(bytes, 0, m.bits, its);
  else leafOf(m.layout).encode(new EncodeStream(bytes), its);
  return bytes;
}

function union(layout: CompoundLayout): Leaf {
  const { size } = layout;
  const pieces = piecesOf(layout);
  return fixed(size, {
    decode(stream) {
      const start = stream.pos;
      const out: Record<string, unknown> = {};
      for (const piece of pieces) {
        stream.pos = start;
        piece.put(out, piece.leaf.decode(stream));
      }
      stream.pos = start + size;
      return out;
    },
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
      // Its struct reads the elements: how many there are is known there.
      return padding(0);
    case 'struct':
      return struct(layout);
    case 'union':
      return union(layout);
  }
}

const leaves = new WeakMap<Layout, Leaf>();

/** The restructure type of a layout. Values that reach its `encode` have been checked. */
export function leafOf(layout: Layout): Leaf {
  let leaf = leaves.get(layout);
  if (!leaf) leaves.set(layout, (leaf = make(layout)));
  return leaf;
}
