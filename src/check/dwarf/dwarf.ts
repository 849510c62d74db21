import { ObjectError } from '../object-error.js';
import { type Abbreviations, readAbbreviations } from './abbreviations.js';
import type { Contribution } from './package.js';
import type { DwarfSections, UnitSection } from './sections.js';
import { readUnits, type Unit } from './units.js';

/** One file's debug information, as far as it is read before anybody asks for a struct. */
export interface Dwarf {
  readonly sections: DwarfSections;
  readonly units: readonly Unit[];
  /** The file that several objects share (dwz), where it was found. */
  readonly supplement: Dwarf | undefined;
  /** Type units by signature. */
  readonly bySignature: ReadonlyMap<string, Unit>;
  abbreviationsOf(unit: Unit): Abbreviations;
  /** How many more entries are read: structs inside others, and types of types, are read twice. */
  readonly reading: { left: number; spent?: ObjectError };
  /** Where a unit's string offsets begin, once its first entry said so. */
  readonly stringBases: Map<Unit, number>;
  /** The unit that holds an offset of a section. */
  unitAt(section: UnitSection, offset: number): Unit | undefined;
}

/** Entries that are read of a file: so many, and so many for each byte of its units. */
const ENTRIES = 2 ** 20;
const ENTRIES_PER_BYTE = 2;

/**
 * Bytes of `.debug_abbrev` whose tables are kept: a large object has thousands, and each unit
 * is read in one go.
 */
const KEPT = 2 ** 20;
/**
 * Bytes of tables that are read in all: so many, and so many for each byte of the section. Units
 * may each begin at another place of one long table, or take turns with tables that do not fit.
 */
const ALWAYS = 2 ** 22;
const PER_BYTE = 16;

/** A unit of a package counts from the start of its own part of the shared sections. */
function contributed(units: readonly Unit[], all: readonly Contribution[]): readonly Unit[] {
  const parts = all
    .filter(({ start, end }) => start < end)
    .toSorted((one, other) => one.start - other.start);
  let next = 0;
  return units.map((unit) => {
    while (next < parts.length && parts[next]!.start <= unit.start) next++;
    const own = parts[next - 1];
    if (!own || unit.start >= own.end) return unit;
    return { ...unit, abbrevOffset: unit.abbrevOffset + own.abbrev, strings: own.strOffsets };
  });
}

/** A table that is kept, and the bytes that it was read from. */
interface Table {
  readonly table: Abbreviations;
  readonly size: number;
}

/** The tables of abbreviations, each read when it is first asked for; the last ones are kept. */
function abbreviationTables({ abbrev }: DwarfSections): Dwarf['abbreviationsOf'] {
  const tables = new Map<string, Table>();
  const most = ALWAYS + PER_BYTE * abbrev.length;
  let [kept, read] = [0, 0];
  /** Told once. */
  let spent: ObjectError | undefined;
  let last: { readonly unit: Unit; readonly table: Abbreviations } | undefined;

  function tableOf(unit: Unit): Abbreviations {
    const { abbrevOffset, version, addressSize, offsetSize } = unit;
    const key = `${abbrevOffset} ${version} ${addressSize} ${offsetSize}`;
    const known = tables.get(key);
    if (known) {
      tables.delete(key);
      tables.set(key, known);
      return known.table;
    }
    if (read > most) {
      if (spent) throw spent;
      const why = `${most} bytes of abbreviations were read, the same ones again and again; no others are`;
      throw (spent = new ObjectError('unsupported', '.debug_abbrev', abbrevOffset, why));
    }
    let end = abbrev.length;
    try {
      const found = readAbbreviations(abbrev, '.debug_abbrev', abbrevOffset, unit);
      ({ end } = found);
      const size = end - abbrevOffset;
      tables.set(key, { table: found.table, size });
      kept += size;
      for (const [old, { size }] of tables) {
        if (kept <= KEPT || old === key) break;
        tables.delete(old);
        kept -= size;
      }
      return found.table;
    } finally {
      read += Math.max(end - abbrevOffset, 0);
    }
  }

  return (unit) => {
    if (last?.unit !== unit) last = { unit, table: tableOf(unit) };
    return last.table;
  };
}

const sizeOf = ({ units }: DwarfSections): number =>
  units.reduce((sum, { bytes }) => sum + bytes.length, 0);

/** The unit around an offset: the units of a section are in order. */
function unitAround(units: readonly Unit[], offset: number): Unit | undefined {
  let [low, high] = [0, units.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const unit = units[middle]!;
    if (offset < unit.start) high = middle - 1;
    else if (offset >= unit.end) low = middle + 1;
    else return unit;
  }
  return undefined;
}

/** @param broken hears of units that cannot be read */
export function openDwarf(
  sections: DwarfSections,
  supplement: Dwarf | undefined,
  broken: (error: ObjectError) => void,
): Dwarf {
  const units: Unit[] = [];
  const bySignature = new Map<string, Unit>();
  const bySection = new Map<UnitSection, readonly Unit[]>();
  const dwarf: Dwarf = {
    sections,
    units,
    supplement,
    bySignature,
    stringBases: new Map(),
    abbreviationsOf: abbreviationTables(sections),
    reading: { left: ENTRIES + ENTRIES_PER_BYTE * sizeOf(sections) },
    unitAt: (section, offset) => unitAround(bySection.get(section) ?? [], offset),
  };
  for (const section of sections.units) {
    const own = sections.contributions.filter((one) => one.section === section.name);
    const all = contributed(readUnits(dwarf, section, broken), own);
    bySection.set(section, all);
    for (const unit of all) {
      units.push(unit);
      if (unit.signature !== null) bySignature.set(unit.signature, unit);
    }
  }
  return dwarf;
}
