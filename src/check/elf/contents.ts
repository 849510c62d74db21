import { bytesAt, type Elf, type Section, SHT_NOBITS } from './elf.js';
import { decompressed, decompressedGnu, type Unpacked } from './decompress.js';
import { relocate } from './relocate.js';

const SHF_COMPRESSED = 0x800;

/** The sections of a name: `.debug_info` also finds `.zdebug_info`. */
export const sectionsNamed = (elf: Elf, name: string): readonly Section[] => {
  const gnu = name.replace(/^\.debug_/, '.zdebug_');
  return elf.sections.filter(
    (one) => (one.name === name || one.name === gnu) && one.type !== SHT_NOBITS,
  );
};

const known = new WeakMap<Elf, Unpacked>();

function unpackedOf(elf: Elf): Unpacked {
  let unpacked = known.get(elf);
  if (!unpacked) known.set(elf, (unpacked = { fileSize: elf.source.size, bytes: 0 }));
  return unpacked;
}

/** A section's bytes as the program would see them: decompressed, relocations applied. */
export function contentsOf(elf: Elf, section: Section): Uint8Array {
  const raw = bytesAt(elf.source, section.offset, section.size, section.name);
  let bytes = raw;
  if ((section.flags & SHF_COMPRESSED) !== 0)
    bytes = decompressed(raw, elf.wordSize, section.name, unpackedOf(elf));
  else if (section.name.startsWith('.zdebug_'))
    bytes = decompressedGnu(raw, section.name, unpackedOf(elf));
  if (elf.isRelocatable) relocate(elf, section, bytes);
  return bytes;
}

/** The first section of a name, or no bytes at all. */
export function contentsNamed(elf: Elf, name: string): Uint8Array {
  const [section] = sectionsNamed(elf, name);
  return section ? contentsOf(elf, section) : new Uint8Array(0);
}
