import type { BitRange, FlexibleLayout, Layout } from '../../src/layout/index.js';
import type { FloatValue } from '../../src/schema/index.js';

/**
 * The codec's specification, as short as it can be and as slow as it likes: all bytes are one
 * little-endian integer, and a field is a range of its bits. Values are taken to be right.
 */

const ones = (width: number): bigint => (1n << BigInt(width)) - 1n;

export function toWord(bytes: Uint8Array): bigint {
  let word = 0n;
  for (const byte of bytes.toReversed()) word = (word << 8n) | BigInt(byte);
  return word;
}

export const toBytes = (word: bigint, size: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: size }, (_, i) => Number((word >> BigInt(i * 8)) & 0xffn));

const latin1 = (word: bigint, length: number): string =>
  String.fromCharCode(...toBytes(word, length)).replace(/\0+$/, '');

/** IEEE 754, clause 3.4, by hand: sign, exponent and fraction. */
function floatOf(raw: bigint, size: number): FloatValue {
  const [fractionBits, bias] = size === 4 ? [23, 127] : [52, 1023];
  const fraction = Number(raw & ones(fractionBits));
  const exponent = Number((raw >> BigInt(fractionBits)) & BigInt(2 * bias + 1));
  const sign = raw >> BigInt(size * 8 - 1) === 1n ? -1 : 1;
  if (exponent === 2 * bias + 1) {
    if (fraction === 0) return sign * Infinity;
    const plain = ((BigInt(2 * bias + 1) << 1n) | 1n) << BigInt(fractionBits - 1);
    return raw === plain ? NaN : `NaN(0x${raw.toString(16)})`;
  }
  const scaled = fraction / 2 ** fractionBits;
  return exponent === 0
    ? sign * scaled * 2 ** (1 - bias)
    : sign * (1 + scaled) * 2 ** (exponent - bias);
}

function wordOf(value: FloatValue, size: number): bigint {
  if (typeof value === 'string') return BigInt(value.slice(4, -1));
  if (Number.isNaN(value)) return size === 4 ? 0x7fc00000n : 0x7ff8000000000000n;
  const bytes = new Uint8Array(
    size === 4 ? Float32Array.of(value).buffer : Float64Array.of(value).buffer,
  );
  return toWord(bytes);
}

type Fields = Record<string, unknown>;
type Entries = (readonly [string, unknown])[];

/** The value whose first bit is bit `start` of `word`, which is `size` bytes long. */
export function read(
  layout: Layout,
  word: bigint,
  size: number,
  start = 0,
  bits?: BitRange,
): unknown {
  const raw = (word >> BigInt(start)) & ones(bits?.width ?? layout.size * 8);
  switch (layout.kind) {
    case 'int': {
      const value = layout.signed ? BigInt.asIntN(bits?.width ?? layout.size * 8, raw) : raw;
      return layout.value === 'bigint' ? value : Number(value);
    }
    case 'float':
      return floatOf(raw, layout.size);
    case 'chars':
      return latin1(raw, layout.size);
    case 'array':
    case 'flexible': {
      const length =
        layout.kind === 'array'
          ? layout.length
          : Math.floor((size - start / 8) / layout.element.size);
      const step = layout.element.size * 8;
      return Array.from({ length }, (_, i) => read(layout.element, word, size, start + i * step));
    }
    default: {
      const entries: Entries = [];
      for (const m of layout.members) {
        const at = start + (m.bits?.start ?? m.offset * 8);
        const value = read(m.layout, word, size, at, m.bits);
        if (m.name === null) entries.push(...Object.entries(value as Fields));
        else entries.push([m.name, cut(m.layout, value, entries)]);
      }
      return Object.fromEntries(entries);
    }
  }
}

/** A flexible array as long as its length field says. */
const cut = (layout: Layout, value: unknown, before: Entries): unknown =>
  layout.kind === 'flexible' && layout.count !== undefined
    ? (value as unknown[]).slice(0, Number(before.find(([key]) => key === layout.count)![1]))
    : value;

/** Bits that a value sets, those of them that belong to its fields, and its size in bytes. */
export interface Written {
  readonly word: bigint;
  readonly mask: bigint;
}

const at = (start: number, { word, mask }: Written): Written => ({
  word: word << BigInt(start),
  mask: mask << BigInt(start),
});
const together = (all: readonly Written[]): Written => ({
  word: all.reduce((word, each) => word | each.word, 0n),
  mask: all.reduce((mask, each) => mask | each.mask, 0n),
});

const own = (value: unknown, key: string): unknown =>
  Object.hasOwn(value as Fields, key) ? (value as Fields)[key] : undefined;

export function write(layout: Layout, value: unknown, bits?: BitRange): Written {
  const mask = ones(bits?.width ?? layout.size * 8);
  switch (layout.kind) {
    case 'int':
      return { word: BigInt(value as number | bigint) & mask, mask };
    case 'float':
      return { word: wordOf(value as FloatValue, layout.size), mask };
    case 'chars':
      return { word: toWord(Uint8Array.from(value as string, (c) => c.charCodeAt(0))), mask };
    case 'array':
    case 'flexible':
      return together(
        (value as unknown[]).map((item, i) =>
          at(i * layout.element.size * 8, write(layout.element, item)),
        ),
      );
    default:
      return together(
        layout.members
          .filter((m) => layout.kind === 'struct' || isGiven(m.name, m.layout, value))
          .map((m) => {
            const its = m.name === null ? value : own(value, m.name);
            return at(m.bits?.start ?? m.offset * 8, write(m.layout, its, m.bits));
          }),
      );
  }
}

function isGiven(name: string | null, layout: Layout, value: unknown): boolean {
  if (name !== null) return own(value, name) !== undefined;
  return 'members' in layout && layout.members.some((m) => isGiven(m.name, m.layout, value));
}

/** A struct's flexible array, which comes last. */
export function tailOf(
  layout: Layout,
): { name: string; offset: number; layout: FlexibleLayout } | undefined {
  const last = 'members' in layout ? layout.members.at(-1) : undefined;
  return last?.name && last.layout.kind === 'flexible'
    ? { name: last.name, offset: last.offset, layout: last.layout }
    : undefined;
}

/** Bytes that a value takes. */
export function sizeOf(layout: Layout, value: unknown): number {
  const tail = tailOf(layout);
  if (!tail) return layout.size;
  return tail.offset + (own(value, tail.name) as unknown[]).length * tail.layout.element.size;
}

/** What decode must give for the bytes that encode must give for a value. */
export function decodedForm(layout: Layout, value: unknown): unknown {
  return read(layout, write(layout, value).word, sizeOf(layout, value));
}
