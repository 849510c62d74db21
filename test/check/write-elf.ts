/** A section to write; numbers as in the gABI's `Elf64_Shdr`. */
export interface SectionSpec {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly type?: number;
  readonly flags?: number;
  readonly address?: bigint;
  readonly link?: number;
  readonly info?: number;
}

export interface ElfSpec {
  /** `e_machine`; x86-64 by default. */
  readonly machine?: number;
  readonly wordSize?: 4 | 8;
  /** `e_type`; ET_EXEC by default, so that no relocations are looked for. */
  readonly type?: number;
  /** Counts sections in section 0, as a file of more than 0xff00 sections does. */
  readonly extended?: boolean;
}

export const PROGBITS = 1;
export const SYMTAB = 2;
export const RELA = 4;
export const REL = 9;
export const RELOCATABLE = 1;
const STRTAB = 3;

/** Little-endian numbers of 1, 2, 4 or 8 bytes, one after the other. */
export function pack(...fields: readonly (readonly [size: number, value: number | bigint])[]) {
  const bytes = new Uint8Array(fields.reduce((sum, [size]) => sum + size, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [size, value] of fields) {
    for (let i = 0; i < size; i++)
      view.setUint8(at + i, Number((BigInt(value) >> BigInt(8 * i)) & 0xffn));
    at += size;
  }
  return bytes;
}

export const joined = (...parts: readonly Uint8Array[]): Uint8Array => concat(parts);

/** The same of more parts than a function takes arguments. */
export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

export const cString = (text: string): Uint8Array => new TextEncoder().encode(`${text}\0`);

/** An ELF file of these sections, numbered from 1, and the table of their names. */
export function writeElf(given: readonly SectionSpec[], spec: ElfSpec = {}): Uint8Array {
  const { machine = 62, wordSize: word = 8, type = 2, extended = false } = spec;
  const names: SectionSpec = { name: '.shstrtab', bytes: new Uint8Array(0), type: STRTAB };
  const sections = [...given, names];
  const nameAt: number[] = [];
  let strings: Uint8Array = new Uint8Array(1);
  for (const { name } of sections) {
    nameAt.push(strings.length);
    strings = joined(strings, cString(name));
  }
  const header = word === 8 ? 64 : 52;
  const entry = word === 8 ? 64 : 40;
  const count = sections.length + 1;
  const table: Uint8Array[] = [];
  const body: Uint8Array[] = [];
  let at = header + count * entry;
  const put = (
    nameAt: number,
    type: number,
    flags: number,
    at: number,
    size: number,
    rest: number[],
    address = 0n,
  ) =>
    table.push(
      pack(
        [4, nameAt],
        [4, type],
        [word, flags],
        [word, address],
        [word, at],
        [word, size],
        [4, rest[0]!],
        [4, rest[1]!],
        [word, 1],
        [word, 0],
      ),
    );
  put(0, 0, 0, 0, extended ? count : 0, [extended ? count - 1 : 0, 0]);
  for (const [i, section] of sections.entries()) {
    const bytes = section === names ? strings : section.bytes;
    const { type = PROGBITS, flags = 0, link = 0, info = 0 } = section;
    put(nameAt[i]!, type, flags, at, bytes.length, [link, info], section.address);
    body.push(bytes);
    at += bytes.length;
  }
  const ident = pack([4, 0x464c457f], [1, word === 8 ? 2 : 1], [1, 1], [1, 1], [8, 0], [1, 0]);
  const head = pack(
    [2, type],
    [2, machine],
    [4, 1],
    [word, 0],
    [word, 0],
    [word, header],
    [4, 0],
    [2, header],
    [2, 0],
    [2, 0],
    [2, entry],
    [2, extended ? 0 : count],
    [2, extended ? 0xffff : count - 1],
  );
  return joined(ident, head, ...table, ...body);
}
