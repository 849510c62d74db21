import { ObjectError } from '../object-error.js';
import { type Reader, readerOf, textAt } from '../reader.js';
import type { ObjectSource } from '../source.js';

/** A section header (System V gABI, "Sections"); sizes and offsets in bytes of the file. */
export interface Section {
  readonly index: number;
  readonly name: string;
  readonly type: number;
  readonly flags: number;
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
  return source.read(at, size);
}

/** The header of a section at the reader; its name is an offset until the names are known. */
function sectionAt(r: Reader, wordSize: 4 | 8, index: number): Section & { nameAt: number } {
  const nameAt = r.u32();
  const type = r.u32();
  const flags = r.u32(); // the high half has no flag that matters
  if (wordSize === 8) r.skip(4);
  r.skip(wordSize); // sh_addr
  const offset = r.word(wordSize);
  const size = r.word(wordSize);
  const [link, info] = [r.u32(), r.u32()];
  return { index, name: '', nameAt, type, flags, offset, size, link, info };
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
  const headersOf = (count: number) => {
    const table = bytesAt(source, start, count * entrySize, 'the table of section headers');
    return Array.from({ length: count }, (_, index) =>
      sectionAt(readerOf(table, 'section headers', index * entrySize), word, index),
    );
  };
  // More sections than 16 bits count are counted in the first header (gABI, e_shnum).
  const [first] = headersOf(1);
  const found = headersOf(count === 0 ? first!.size : count);
  const strings = found[names === SHN_XINDEX ? first!.link : names];
  const table =
    strings && strings.type !== SHT_NULL
      ? bytesAt(source, strings.offset, strings.size, 'the table of section names')
      : new Uint8Array(1);
  const sections = found.map(({ nameAt, ...section }) => ({
    ...section,
    name: textAt(table, 'section names', nameAt),
  }));
  checkOverlaps(sections, source.size, start);
  return { ...base, sections };
}
