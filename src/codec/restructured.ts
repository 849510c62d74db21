import { Array as RestructureArray, type Base, Struct, type Type } from 'restructure';
import {
  type BitsPart,
  type CompoundLayout,
  type Layout,
  type MemberLayout,
  partsOf,
} from '../layout/index.js';
import { type Fields, set, valueOf } from './fields.js';
import { encodedSize, tails } from './flexible.js';
import type { Parts } from './parts.js';
import { readValue, writeValue } from './walk.js';

/** The type itself, but for these methods. */
export const over = (type: Base, methods: Partial<Base>): Base =>
  Object.assign(Object.create(type) as Base, methods);

/** Reads and writes at a place in bytes that are known to have room. */
interface Leaf {
  read(bytes: Uint8Array, at: number): unknown;
  write(value: unknown, bytes: Uint8Array, at: number): void;
  /** Bytes. */
  size(value: unknown): number;
}

/** A restructure type that puts zeros where the leaf writes nothing. */
const typeOf = ({ read, write, size }: Leaf): Base =>
  // What restructure's own inherit from; it does not export that.
  over((Object.getPrototypeOf(Struct) as { readonly prototype: Base }).prototype, {
    decode(stream) {
      const value = read(stream.buffer, stream.pos);
      stream.pos += size(value);
      return value;
    },
    encode(stream, value) {
      const at = stream.pos;
      stream.pos += size(value);
      stream.buffer.fill(0, at, stream.pos);
      write(value, stream.buffer, at);
    },
    size,
  });

/** A type in a restructure Struct, under a key of ours, and the fields that it holds. */
interface Piece {
  readonly type: Type;
  take(value: Fields): unknown;
  put(out: Record<string, unknown>, raw: unknown): void;
}

/** Its fields are among those of the struct. */
const merged = (type: Type): Piece => ({
  type,
  take: (value) => value,
  put(out, raw) {
    for (const [key, value] of Object.entries(raw as Fields)) set(out, key, value);
  },
});

const named = (m: MemberLayout, name: string, type: Type): Piece => ({
  type,
  take: (value) => valueOf(m, value),
  put: (out, raw) => set(out, name, raw),
});

const gap = (size: number): Piece => ({
  type: typeOf({ read: () => undefined, write: () => undefined, size: () => size }),
  take: () => undefined,
  put: () => undefined,
});

/** The elements at the end of a struct, which says how many there are. */
function flexible(layout: CompoundLayout, offset: number, name: string, parts: Parts): Type {
  return typeOf({
    read(bytes, at) {
      const out: Record<string, unknown> = {};
      tails.read(layout, bytes, at - offset, parts, out);
      return out[name];
    },
    write: (value, bytes, at) => writeValue(layout.members.at(-1)!.layout, value, bytes, at, parts),
    size: (value) => encodedSize(layout, { [name]: value }) - offset,
  });
}

/** Bit-fields share bytes: a struct of them alone is read and written as one. */
function bitFields(layout: CompoundLayout, { members, offset, size }: BitsPart, parts: Parts) {
  const run: CompoundLayout = { ...layout, members };
  return typeOf({
    read: (bytes, at) => readValue(run, bytes, at - offset, parts),
    write: (value, bytes, at) => writeValue(run, value, bytes, at - offset, parts),
    size: () => size,
  });
}

function memberPiece(layout: CompoundLayout, m: MemberLayout, parts: Parts): Piece {
  if (m.name === null) return merged(restructured(m.layout, parts));
  const isTail = m.layout.kind === 'flexible';
  const type = isTail ? flexible(layout, m.offset, m.name, parts) : restructured(m.layout, parts);
  return named(m, m.name, type);
}

const piecesOf = (layout: CompoundLayout, parts: Parts): readonly Piece[] =>
  partsOf(layout).map((part) => {
    if (part.kind === 'padding') return gap(part.size);
    return part.kind === 'bits'
      ? merged(bitFields(layout, part, parts))
      : memberPiece(layout, part.member, parts);
  });

function struct(layout: CompoundLayout, parts: Parts): Base {
  const pieces = piecesOf(layout, parts).map((piece, i) => ({ key: `f${i}`, ...piece }));
  // restructure walks over all keys that it finds, and what `Object.prototype` has is no field.
  const table = Object.create(null) as Record<string, Type>;
  for (const { key, type } of pieces) table[key] = type;
  const inner = Object.assign(new Struct(table), {
    process: undefined,
    preEncode: undefined,
    // Keys of ours are set in an object that inherits none.
    _setup: (...args: Parameters<Struct['_setup']>) =>
      Object.setPrototypeOf(Struct.prototype._setup(...args), null) as object,
  });
  return over(inner, {
    decode(stream, parent) {
      const raw = inner.decode(stream, parent);
      const out: Record<string, unknown> = {};
      for (const { key, put } of pieces) put(out, raw[key]);
      return out;
    },
    encode(stream, value, parent) {
      const raw = Object.create(null) as Record<string, unknown>;
      for (const { key, take } of pieces) raw[key] = take(value as Fields);
      inner.encode(stream, raw, parent);
    },
    size: (value) => encodedSize(layout, value),
  });
}

/**
 * A layout as a restructure type: a Struct for a struct, an Array for an array, and leaves that
 * walk over the rest. It is for bytes and values that have been checked.
 */
export function restructured(layout: Layout, parts: Parts): Base {
  if (layout.kind === 'struct') return struct(layout, parts);
  if (layout.kind === 'array')
    return new RestructureArray(restructured(layout.element, parts), layout.length);
  return typeOf({
    read: (bytes, at) => readValue(layout, bytes, at, parts),
    write: (value, bytes, at) => writeValue(layout, value, bytes, at, parts),
    size: () => layout.size,
  });
}
