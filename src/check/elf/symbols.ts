import { bytesAt, type Elf, SHT_NOBITS, SHT_SYMTAB } from './elf.js';
import { textAt } from '../reader.js';

const SHT_DYNSYM = 11;
const SHN_UNDEF = 0;

/**
 * The addresses of symbols by name, of those that the file defines (gABI, "Symbol Table").
 * @param isWanted names that are of use: a kernel has hundreds of thousands
 * @throws ObjectError for tables that are cut off
 */
export function symbolsOf(elf: Elf, isWanted: (name: string) => boolean): Map<string, bigint> {
  const symbols = new Map<string, bigint>();
  const isWide = elf.wordSize === 8;
  const size = isWide ? 24 : 16;
  for (const section of elf.sections) {
    if (section.type !== SHT_SYMTAB && section.type !== SHT_DYNSYM) continue;
    const strings = elf.sections[section.link];
    if (!strings) continue;
    const names = bytesAt(elf.source, strings.offset, strings.size, strings.name);
    const table = bytesAt(elf.source, section.offset, section.size, section.name);
    const view = new DataView(table.buffer, table.byteOffset, table.length);
    for (let at = 0; at + size <= table.length; at += size) {
      if (view.getUint16(at + (isWide ? 6 : 14), true) === SHN_UNDEF) continue;
      const name = textAt(names, strings.name, view.getUint32(at, true), 256);
      if (!isWanted(name)) continue;
      symbols.set(
        name,
        isWide ? view.getBigUint64(at + 8, true) : BigInt(view.getUint32(at + 4, true)),
      );
    }
  }
  return symbols;
}

/** The bytes that a file puts at an address, or nothing where it has none there. */
export function bytesAtAddress(elf: Elf, address: bigint, length: number): Uint8Array | undefined {
  const section = elf.sections.find(
    (one) =>
      one.type !== SHT_NOBITS &&
      one.address !== 0n &&
      address >= one.address &&
      address + BigInt(length) <= one.address + BigInt(one.size),
  );
  if (!section) return undefined;
  const offset = section.offset + Number(address - section.address);
  return bytesAt(elf.source, offset, length, section.name);
}
