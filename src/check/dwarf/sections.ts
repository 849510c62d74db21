import { readerOf } from '../reader.js';
import { type Contribution, readPackage } from './package.js';
import { contentsNamed, contentsOf, type Elf, sectionsNamed } from '../elf/index.js';

/** A section of units: `.debug_info`, or the `.debug_types` of DWARF 4. */
export interface UnitSection {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The debug sections of an object that structs are read from, or those of a `.dwo`. */
export interface DwarfSections {
  readonly units: readonly UnitSection[];
  readonly abbrev: Uint8Array;
  readonly str: Uint8Array;
  readonly lineStr: Uint8Array;
  readonly strOffsets: Uint8Array;
  /** Of a split unit's own file: its string offsets begin at their section's start. */
  readonly isSplit: boolean;
  /** Of a `.dwp`: which part of the sections each unit means. */
  readonly contributions: readonly Contribution[];
}

/** Whether there is DWARF to read, split or not. */
export const hasDwarf = (elf: Elf): boolean =>
  ['', '.dwo'].some((suffix) => sectionsNamed(elf, `.debug_info${suffix}`).length > 0);

/** Whether an object keeps what is split off in itself (`-gsplit-dwarf=single`). */
export const keepsSplit = (elf: Elf): boolean =>
  sectionsNamed(elf, '.debug_info').length > 0 && sectionsNamed(elf, '.debug_info.dwo').length > 0;

/** Whether a file is what is split off; one that others share may have strings alone. */
const isSplitOff = (elf: Elf): boolean =>
  sectionsNamed(elf, '.debug_info').length === 0 &&
  sectionsNamed(elf, '.debug_info.dwo').length > 0;

/**
 * A relocatable object has a `.debug_info` or `.debug_types` for each type unit (COMDAT).
 * @param isSplit whether to read what is split off; all of a `.dwo` is
 */
export function readSections(elf: Elf, isSplit = isSplitOff(elf)): DwarfSections {
  const suffix = isSplit ? '.dwo' : '';
  const named = (name: string): Uint8Array => contentsNamed(elf, `.debug_${name}${suffix}`);
  return {
    units: ['info', 'types'].flatMap((name) =>
      sectionsNamed(elf, `.debug_${name}${suffix}`).map((section) => ({
        name: section.name,
        bytes: contentsOf(elf, section),
      })),
    ),
    abbrev: named('abbrev'),
    str: named('str'),
    lineStr: contentsNamed(elf, '.debug_line_str'),
    strOffsets: named('str_offsets'),
    isSplit,
    contributions: isSplit ? readPackage(elf) : [],
  };
}

/** The file that dwz moved shared debug information to: GNU's section, or DWARF 5's (7.3.6). */
export function supplementName(elf: Elf): string {
  const link = contentsNamed(elf, '.gnu_debugaltlink');
  if (link.length > 0) return readerOf(link, '.gnu_debugaltlink').string();
  const bytes = contentsNamed(elf, '.debug_sup');
  if (bytes.length === 0) return '';
  const r = readerOf(bytes, '.debug_sup');
  r.skip(2); // version
  return r.u8() === 0 ? r.string() : '';
}
