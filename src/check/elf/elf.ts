import { ObjectError } from '../object-error.js';
import { LONGEST_NAME, type Reader, readerOf, textAt } from '../reader.js';
import type { ObjectSource } from '../source.js';

/** A section header (System V gABI, "Sections"); sizes and offsets in bytes of the file. */
export interface Section {
  readonly index: number;
  readonly name: string;
  readonly type: number;
  readonly flags: number;
  /** Where it is in memory. */
  readonly address: bigint;
  readonly offset: number;
  readonly size: number;
  readonly link: number;
  readonly info: number;
}

/** An ELF file's headers. */
export interface Elf {
  readonly source: ObjectSource;
  /** Bytes of an address: 4 or 8. */
  readonly wordSize: 4 | 8;
  /** `e_machine`. */
  readonly machine: number;
  /** A relocatable object, whose relocations are still to be applied. */
  readonly isRelocatable: boolean;
  readonly sections: readonly Section[];
}

const ET_REL = 1;
const SHT_NULL = 0;
export const SHT_SYMTAB = 2;
export const SHT_RELA = 4;
export const SHT_NOBITS = 8;
export const SHT_REL = 9;
const SHN_XINDEX = 0xffff;

export const isElf = (start: Uint8Array): boolean =>
  start[0] === 0x7f && start[1] === 0x45 && start[2] === 0x4c && start[3] === 0x46;

/** Bytes of the file at a place that a header gives. @throws ObjectError beyond the end */
export function bytesAt(source: ObjectSource, at: number, size: number, what: string): Uint8Array {
  if (at + size > source.size)
    throw new ObjectError(
      'truncated',
      '',
      at,
      `${what} (${size} bytes) ends beyond the file's ${source.size} bytes`,
    );
  try {
    return source.read(at, size);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const why = `${what} (${size} bytes) is more than there is memory for`;
    throw new ObjectError('unsupported', '', at, why);
  }
}

/** The header of a section at the reader, whose name is given as an offset. */
function sectionAt(
  r: Reader,
  wordSize: 4 | 8,
  index: number,
  nameOf: (at: number) => string,
): Section {
  const name = nameOf(r.u32());
  const type = r.u32();
  const flags = r.u32(); // the high half has no flag that matters
  if (wordSize === 8) r.skip(4);
  const low = BigInt(r.u32());
  const address = wordSize === 8 ? low | (BigInt(r.u32()) << 32n) : low;
  const offset = r.word(wordSize);
  const size = r.word(wordSize);
  const [link, info] = [r.u32(), r.u32()];
  return { index, name, type, flags, address, offset, size, link, info };
}

/**
 * Sections may not overlap (gABI, "Sections"); thousands that share their bytes would be
 * read thousands of times.
 */
function checkOverlaps(sections: readonly Section[], fileSize: number, at: number): void {
  const inFile = sections.filter(
    ({ type, offset, size }) =>
      type !== SHT_NULL && type !== SHT_NOBITS && offset + size <= fileSize,
  );
  const total = inFile.reduce((sum, { size }) => sum + size, 0);
  if (total <= 2 * fileSize) return;
  const why = `sections overlap: they have ${total} bytes, the file has ${fileSize}`;
  throw new ObjectError('malformed', '', at, why);
}

/** The names of sections by their offsets: many sections share one. */
function sectionNames(
  source: ObjectSource,
  headerAt: (index: number, nameOf: () => string) => Section,
  index: number,
  total: number,
): (at: number) => string {
  const strings = index < total ? headerAt(index, () => '') : undefined;
  const table =
    strings && strings.type !== SHT_NULL
      ? bytesAt(source, strings.offset, strings.size, 'the table of section names')
      : new Uint8Array(1);
  const known = new Map<number, string>();
  return (at) => {
    let name = known.get(at);
    if (name === undefined)
      known.set(at, (name = textAt(table, 'section names', at, LONGEST_NAME)));
    return name;
  };
}

/**
 * The headers of an ELF file, gABI chapters 4.1 and 4.2.
 * @throws ObjectError for a big-endian or a truncated one
 */
export function readElf(source: ObjectSource): Elf {
  const ident = bytesAt(source, 0, 16, 'the ELF identification');
  const [wordSize, data] = [ident[4], ident[5]];
  if (wordSize !== 1 && wordSize !== 2)
    throw new ObjectError('malformed', '', 4, `ELF class ${wordSize} is unknown`);
  if (data === 2)
    throw new ObjectError('unsupported', '', 5, 'a big-endian object: Xen has no such guests');
  if (data !== 1) throw new ObjectError('malformed', '', 5, `ELF data encoding ${data} is unknown`);
  const word = wordSize === 1 ? 4 : 8;
  const headerSize = word === 4 ? 52 : 64;
  const r = readerOf(bytesAt(source, 0, headerSize, 'the ELF header'), '', 16);
  const [type, machine] = [r.u16(), r.u16()];
  r.skip(4 + 2 * word); // e_version, e_entry, e_phoff
  const start = r.word(word);
  r.skip(4 + 2 + 2 + 2); // e_flags, e_ehsize, e_phentsize, e_phnum
  const [entrySize, count, names] = [r.u16(), r.u16(), r.u16()];
  const base = { source, wordSize: word, machine, isRelocatable: type === ET_REL } as const;
  if (start === 0) return { ...base, sections: [] };
  const least = word === 4 ? 40 : 64;
  if (entrySize < least)
    throw new ObjectError('malformed', '', r.at - 6, `section headers of ${entrySize} bytes`);
  const headersOf = (count: number): Reader =>
    readerOf(
      bytesAt(source, start, count * entrySize, 'the table of section headers'),
      'section headers',
    );
  const unnamed = (): string => '';
  // More sections than 16 bits count are counted in the first header (gABI, e_shnum).
  const first = sectionAt(headersOf(1), word, 0, unnamed);
  const total = count === 0 ? first.size : count;
  const headers = headersOf(total);
  const headerAt = (index: number, nameOf: (at: number) => string): Section => {
    headers.at = index * entrySize;
    return sectionAt(headers, word, index, nameOf);
  };
  const nameOf = sectionNames(source, headerAt, names === SHN_XINDEX ? first.link : names, total);
  const sections = Array.from({ length: total }, (_, index) => headerAt(index, nameOf));
  checkOverlaps(sections, source.size, start);
  return { ...base, sections };
}
