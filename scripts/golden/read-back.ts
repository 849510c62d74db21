import { GoldenError } from './compile.js';
import type { Truth } from './truth.js';

/** A struct to ask a compiler about: its name in C, and which paths. */
export interface Subject {
  readonly name: string;
  readonly asked: Truth;
}

/** In the order of the questions. */
export interface Answers {
  readonly constants: readonly number[];
  readonly truths: readonly Truth[];
}

const table = '.golden.table';
const witness = (subject: number, field: number): string => `.golden.${subject}.${field}`;

const isSigned = (value: string): string =>
  `_Generic(${value}, signed char: 1, short: 1, int: 1, long: 1, long long: 1, default: 0)`;

/**
 * C whose object file holds the answers: one array of numbers, and per bit-field an instance
 * in a section of its own in which that bit-field alone is all ones. Nothing is executed.
 */
export function questions(subjects: readonly Subject[], constants: readonly string[] = []): string {
  const rows = subjects.map(({ name, asked }) => [
    `sizeof(${name}), _Alignof(${name}),`,
    ...Object.keys(asked.fields).map((path) => {
      const value = `((${name} *)0)->${path}`;
      return `__builtin_offsetof(${name}, ${path}), sizeof(${value}), ${isSigned(value)},`;
    }),
  ]);
  const witnesses = subjects.flatMap(({ name, asked }, s) =>
    Object.keys(asked.bits).map(
      (path, b) =>
        `const ${name} golden_${s}_${b} __attribute__((section("${witness(s, b)}"), used)) = { .${path} = -1 };`,
    ),
  );
  return [
    `const unsigned long long golden[] __attribute__((section("${table}"), used)) = {`,
    ...constants.map((constant) => `${constant},`),
    ...rows.flat(),
    '};',
    ...witnesses,
    '',
  ].join('\n');
}

/** The contents of an ELF file's sections by name: little-endian, 32 or 64 bits (gABI chapter 4). */
function sectionsOf(elf: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(elf.buffer, elf.byteOffset, elf.byteLength);
  const wide = elf[4] === 2;
  const word = (at: number) =>
    wide ? Number(view.getBigUint64(at, true)) : view.getUint32(at, true);
  const u16 = (at: number) => view.getUint16(at, true);
  const headers = word(wide ? 0x28 : 0x20);
  const entry = u16(wide ? 0x3a : 0x2e);
  const count = u16(wide ? 0x3c : 0x30);
  const header = (i: number) => {
    const at = headers + i * entry;
    const offset = word(at + (wide ? 0x18 : 0x10));
    const size = word(at + (wide ? 0x20 : 0x14));
    return { name: view.getUint32(at, true), bytes: elf.subarray(offset, offset + size) };
  };
  const names = header(u16(wide ? 0x3e : 0x32)).bytes;
  const nameAt = (at: number) => new TextDecoder().decode(names.subarray(at, names.indexOf(0, at)));
  return new Map(
    Array.from({ length: count }, (_, i) => header(i)).map((h) => [nameAt(h.name), h.bytes]),
  );
}

/** First bit and width of the ones in a witness. */
function ones(bytes: Uint8Array): [start: number, width: number] {
  const set = [...bytes].flatMap((byte, i) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((b) => (byte >> b) & 1).map((b) => i * 8 + b),
  );
  const [first = 0, last = -1] = [set.at(0), set.at(-1)];
  if (set.length !== last - first + 1)
    throw new GoldenError('a bit-field does not lie in one piece');
  return [first, set.length];
}

/** The answers to `questions` in an object file. */
export function readBack(
  subjects: readonly Subject[],
  object: Uint8Array,
  constants: readonly string[] = [],
): Answers {
  const sections = sectionsOf(object);
  const bytes = sections.get(table);
  if (!bytes) throw new GoldenError('the object file holds no table');
  const numbers = Array.from(new BigUint64Array(Uint8Array.from(bytes).buffer), Number);
  let at = 0;
  const next = (): number => numbers[at++] ?? -1;
  const values = constants.map(next);
  const truths = subjects.map(({ asked }, s) => {
    const [size, align] = [next(), next()];
    const fields = Object.keys(asked.fields).map((path): [string, number[]] => {
      const [offset, bytes, signed] = [next(), next(), next()];
      return [path, signed ? [offset, bytes, 1] : [offset, bytes]];
    });
    const bits = Object.keys(asked.bits).map((path, b): [string, number[]] => [
      path,
      ones(sections.get(witness(s, b)) ?? new Uint8Array()),
    ]);
    return { size, align, fields: Object.fromEntries(fields), bits: Object.fromEntries(bits) };
  });
  return { constants: values, truths };
}
