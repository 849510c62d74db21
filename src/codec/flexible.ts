import {
  type CompoundShape,
  type FlexibleShape,
  isCompound,
  type MemberShape,
  type Path,
  type Shape,
} from '../layout/index.js';
import { type Fault, fault } from './fault.js';
import { type Fields, get, set, valueOf } from './fields.js';
import { readInteger } from './integers.js';
import { readAll } from './lists.js';
import type { Parts, Tails } from './parts.js';

/** A struct's flexible array member, which is its last. Its elements begin at its offset. */
export interface Tail {
  readonly name: string;
  /** Bytes from the start of the struct; may lie before its size, in the tail padding. */
  readonly offset: number;
  readonly layout: FlexibleShape;
}

export function tailOf(layout: Shape): Tail | undefined {
  if (!isCompound(layout)) return undefined;
  const last = layout.members.at(-1);
  return last?.name && last.layout.kind === 'flexible'
    ? { name: last.name, offset: last.offset, layout: last.layout }
    : undefined;
}

/** Bytes that a value of this layout takes at the least. */
export const fixedSize = (layout: Shape): number => tailOf(layout)?.offset ?? layout.size;

/** Bytes that this very value takes. */
export function encodedSize(layout: Shape, value: unknown): number {
  const tail = tailOf(layout);
  if (!tail) return layout.size;
  const elements = (get(value as Fields, tail.name) as readonly unknown[]).length;
  return tail.offset + elements * tail.layout.element.size;
}

/** An integer in a struct: bits from the start of the struct. */
interface Counter {
  /** Bytes from the start of the struct; of a bit-field, its first byte. */
  readonly offset: number;
  readonly start: number;
  readonly width: number;
  readonly signed: boolean;
}

/** The field that holds a flexible array's length, be it an anonymous member's. */
function countField(layout: CompoundShape, count: string, base = 0): Counter | undefined {
  for (const m of layout.members) {
    const offset = base + m.offset;
    if (m.name === null) {
      const inner = countField(m.layout as CompoundShape, count, offset);
      if (inner) return inner;
    } else if (m.name === count && m.layout.kind === 'int') {
      const start = m.bits ? base * 8 + m.bits.start : offset * 8;
      const width = m.bits?.width ?? m.layout.size * 8;
      return { offset, start, width, signed: m.layout.signed };
    }
  }
  return undefined;
}

/** How many elements the bytes say there are: the length field's word, be it negative, else all that fit. */
export function elementCount(
  layout: CompoundShape,
  tail: Tail,
  bytes: Uint8Array,
  at: number,
): number {
  const { count, element } = tail.layout;
  if (count === undefined) return Math.floor((bytes.length - at - tail.offset) / element.size);
  // The declaration was checked: there is such a field.
  const counter = countField(layout, count)!;
  return Number(readInteger(bytes, at, counter, counter.signed));
}

/** Whether the bytes hold as many elements as the length field says. */
function tailFault(layout: Shape, bytes: Uint8Array, offset: number): Fault | undefined {
  const tail = tailOf(layout);
  if (!tail) return undefined;
  const elements = elementCount(layout as CompoundShape, tail, bytes, offset);
  const need = elements * tail.layout.element.size;
  const have = bytes.length - offset - tail.offset;
  if (elements >= 0 && need <= have) return undefined;
  const expected = elements < 0 ? `${elements} elements` : `${elements} elements, ${need} bytes`;
  return fault('length', [tail.name], tail.offset, expected, `${have} bytes`);
}

function read(
  layout: CompoundShape,
  bytes: Uint8Array,
  at: number,
  parts: Parts,
  out: Record<string, unknown>,
): void {
  const tail = tailOf(layout);
  if (!tail) return;
  const length = elementCount(layout, tail, bytes, at);
  set(out, tail.name, readAll(tail.layout, length, bytes, at + tail.offset, parts));
}

/** A flexible array is as long as its length field says. */
function checkCount(
  layout: CompoundShape,
  m: MemberShape,
  value: Fields,
  base: number,
  path: Path,
): Fault | undefined {
  if (m.layout.kind !== 'flexible' || m.layout.count === undefined) return undefined;
  const name = m.layout.count;
  const count = get(value, name) as number | bigint | undefined;
  // A member of an anonymous union, and another one was given.
  if (count === undefined) {
    const { offset } = countField(layout, name)!;
    return fault('missing', [...path, name], base + offset, 'a value', count);
  }
  const { length } = valueOf(m, value) as readonly unknown[];
  return BigInt(count) === BigInt(length)
    ? undefined
    : fault(
        'count',
        [...path, m.name!],
        base + m.offset,
        `${count} elements, as ${name} says`,
        length,
      );
}

/** What the engine needs of flexible arrays. */
export const tails: Tails = { fixedSize, encodedSize, tailOf, read, tailFault, checkCount };
