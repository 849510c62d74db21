import { contentsNamed, type Elf } from '../elf/index.js';
import { readerOf } from '../reader.js';

/** What one unit of a DWARF package has of the sections that all of them share, in bytes. */
export interface Contribution {
  readonly section: '.debug_info.dwo' | '.debug_types.dwo';
  readonly start: number;
  readonly end: number;
  readonly abbrev: number;
  readonly strOffsets: number;
}

/** DW_SECT_…, the same in GNU's version 2 and in DWARF 5 (7.3.5.3). */
const SECT = { info: 1, types: 2, abbrev: 3, strOffsets: 6 };

/** The rows of an index: a hash table of signatures, then offsets and sizes by section. */
function readIndex(bytes: Uint8Array, name: string): Contribution[] {
  const r = readerOf(bytes, name);
  const version = r.u32() & 0xffff;
  if (version !== 2 && version !== 5) throw r.fail(`index version ${version} is unknown`, 0);
  const [columns, units, slots] = [r.u32(), r.u32(), r.u32()];
  r.skip(slots * 12);
  const sections = Array.from({ length: r.within(columns, 4) }, () => r.u32());
  const table = () =>
    // A row of no columns takes no bytes: any number of them would fit.
    Array.from({ length: r.within(units, Math.max(columns, 1) * 4) }, () =>
      sections.map(() => r.u32()),
    );
  const [offsets, sizes] = [table(), table()];
  const column = (id: number): number => sections.indexOf(id);
  const types = column(SECT.types);
  const own = types < 0 ? column(SECT.info) : types;
  return offsets.map((row, i) => ({
    section: types < 0 ? '.debug_info.dwo' : '.debug_types.dwo',
    start: row[own] ?? 0,
    end: (row[own] ?? 0) + (sizes[i]![own] ?? 0),
    abbrev: row[column(SECT.abbrev)] ?? 0,
    strOffsets: row[column(SECT.strOffsets)] ?? 0,
  }));
}

/** What the units of a `.dwp` contribute; nothing for other files. @throws ObjectError */
export const readPackage = (elf: Elf): readonly Contribution[] =>
  ['.debug_cu_index', '.debug_tu_index'].flatMap((name) => {
    const bytes = contentsNamed(elf, name);
    return bytes.length === 0 ? [] : readIndex(bytes, name);
  });
