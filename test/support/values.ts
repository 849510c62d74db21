import fc from 'fast-check';
import type { BitRange, CompoundLayout, IntLayout, Layout } from '../../src/layout/index.js';
import { read, tailOf, toWord } from '../codec/reference.js';

/** How often a property runs, as many times more as XENABI_RUNS says. */
export const runs = (times: number): { numRuns: number } => ({
  numRuns: Math.ceil(times * Number(process.env['XENABI_RUNS'] ?? 1)),
});

const edgeByte = fc.constantFrom(0, 0xff, 0x80, 0x7f, 1);
const byte = fc.oneof(edgeByte, fc.nat({ max: 255 }));

/** Bytes as a guest might leave them: boundary values favoured. */
export const bytesOf = (size: number): fc.Arbitrary<Uint8Array<ArrayBuffer>> =>
  fc
    .array(byte, { minLength: size, maxLength: size, size: 'max' })
    .map((bytes) => Uint8Array.from(bytes));

/** The least and the greatest value of an integer field. */
export function limitsOf({ size, signed }: IntLayout, bits?: BitRange): readonly [bigint, bigint] {
  const width = bits?.width ?? size * 8;
  return signed ? [-(2n ** BigInt(width - 1)), 2n ** BigInt(width - 1) - 1n] : [0n, 2n ** BigInt(width) - 1n];
}

function integer(layout: IntLayout, bits?: BitRange): fc.Arbitrary<number | bigint> {
  const [min, max] = limitsOf(layout, bits);
  const edges = [min, max, 0n, 1n, -1n, max - 1n, min + 1n, max / 2n + 1n, 2n ** 53n - 1n, 2n ** 53n];
  const inside = edges.filter((edge) => edge >= min && edge <= max);
  return fc
    .oneof(fc.constantFrom(...inside), fc.bigInt({ min, max }))
    .map((value) => (layout.value === 'bigint' ? value : Number(value)));
}

const text = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(0, 0x41, 0xe9, 0xff), byte), { maxLength: length, size: 'max' })
    .map((codes) => String.fromCharCode(...codes).replace(/\0+$/, ''));

type Entries = (readonly [string, unknown])[];

/** Values as `decode` returns them. */
export function decoded(layout: Layout, bits?: BitRange): fc.Arbitrary<unknown> {
  switch (layout.kind) {
    case 'int':
      return integer(layout, bits);
    case 'chars':
      return text(layout.size);
    case 'array':
      return fc.array(decoded(layout.element), {
        minLength: layout.length,
        maxLength: layout.length,
        size: 'max',
      });
    case 'flexible':
      return fc.array(decoded(layout.element), { maxLength: 4 });
    case 'union': // every member reads the same bytes
      return bytesOf(layout.size).map((bytes) => read(layout, toWord(bytes), layout.size));
    case 'struct':
      return fc.tuple(...layout.members.map(memberEntries)).map((entries) => counted(layout, entries.flat()));
  }
}

const memberEntries = ({ name, layout, bits }: CompoundLayout['members'][number]): fc.Arbitrary<Entries> =>
  decoded(layout, bits).map((value) => (name === null ? Object.entries(value as object) : [[name, value]]));

/** The object of these fields, the length field of its flexible array made right. */
function counted(layout: CompoundLayout, entries: Entries): unknown {
  const value = Object.fromEntries(entries);
  const tail = tailOf(layout);
  const count = tail?.layout.count;
  if (tail && count !== undefined) {
    const length = (value[tail.name] as unknown[]).length;
    value[count] = typeof value[count] === 'bigint' ? BigInt(length) : length;
  }
  return value;
}

type Choose = (options: number) => number;

/** The same value in another form that `encode` takes. */
function reword(layout: Layout, value: unknown, choose: Choose): unknown {
  switch (layout.kind) {
    case 'int': {
      const number = Number(value);
      if (!Number.isSafeInteger(number) || choose(2) === 0) return value;
      return number === 0 && choose(2) === 0 ? -0 : number;
    }
    case 'chars':
      return (value as string).padEnd(choose(layout.size + 1), '\0');
    case 'array':
    case 'flexible':
      return (value as unknown[]).map((item) => reword(layout.element, item, choose));
    default: {
      const entries = rewordFields(layout, value as Record<string, unknown>, choose);
      if (choose(4) === 0) entries.reverse();
      const object = Object.fromEntries(entries);
      return choose(8) === 0 ? Object.setPrototypeOf(object, null) : object;
    }
  }
}

function rewordFields(layout: CompoundLayout, value: Record<string, unknown>, choose: Choose): Entries {
  const first = choose(layout.members.length);
  return layout.members.flatMap((m, i): Entries => {
    const isGiven = layout.kind === 'struct' || i === first || choose(3) === 0;
    if (m.name === null) return isGiven ? rewordFields(m.layout as CompoundLayout, value, choose) : [];
    if (isGiven) return [[m.name, reword(m.layout, value[m.name], choose)]];
    return choose(4) === 0 ? [[m.name, undefined]] : [];
  });
}

/** A sequence of choices that shrinks to zeros. */
export const choices = (): fc.Arbitrary<Choose> =>
  fc.array(fc.nat({ max: 255 }), { minLength: 64, maxLength: 64, size: 'max' }).map((numbers) => {
    let taken = 0;
    return (options) => numbers[taken++ % numbers.length]! % options;
  });

/**
 * Values that `encode` accepts: numbers for bigints, one member of a union or several that
 * agree, NULs after a string, keys in any order, objects without a prototype.
 */
export const accepted = (layout: Layout): fc.Arbitrary<unknown> =>
  fc.tuple(decoded(layout), choices()).map(([value, choose]) => reword(layout, value, choose));
