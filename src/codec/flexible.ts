import {
  type CompoundLayout,
  entriesOf,
  type Entry,
  type FlexibleLayout,
  inBits,
  isCompound,
  type Layout,
} from '../layout/index.js';
import { type Fields, get } from './fields.js';
import { readInteger } from './integers.js';

/** A struct's flexible array member, which is its last. Its elements begin at its offset. */
export interface Tail {
  readonly name: string;
  /** Bytes from the start of the struct; may lie before its size, in the tail padding. */
  readonly offset: number;
  readonly layout: FlexibleLayout;
}

export function tailOf(layout: Layout): Tail | undefined {
  if (!isCompound(layout)) return undefined;
  const last = layout.members.at(-1);
  return last?.name && last.layout.kind === 'flexible'
    ? { name: last.name, offset: last.offset, layout: last.layout }
    : undefined;
}

/** Bytes that a value of this layout takes at the least. */
export const fixedSize = (layout: Layout): number => tailOf(layout)?.offset ?? layout.size;

/** Bytes that this very value takes. */
export function encodedSize(layout: Layout, value: unknown): number {
  const tail = tailOf(layout);
  if (!tail) return layout.size;
  const elements = (get(value as Fields, tail.name) as readonly unknown[]).length;
  return tail.offset + elements * tail.layout.element.size;
}

/** The field that holds a flexible array's length, be it an anonymous member's. */
export function countField(layout: CompoundLayout, count: string): Entry {
  for (const entry of entriesOf(layout))
    if (entry.path.length === 1 && entry.path[0] === count) return entry;
  throw new Error(`no field ${count}, though the declaration was checked`);
}

/** How many elements the bytes say there are: the length field's word, be it negative, else all that fit. */
export function elementCount(
  layout: CompoundLayout,
  tail: Tail,
  bytes: Uint8Array,
  at: number,
): number {
  const { count, element } = tail.layout;
  if (count === undefined) return Math.floor((bytes.length - at - tail.offset) / element.size);
  const counter = countField(layout, count);
  const isSigned = counter.layout.kind === 'int' && counter.layout.signed;
  return Number(readInteger(bytes, at, inBits(counter), isSigned));
}
