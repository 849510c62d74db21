import { ObjectError } from '../object-error.js';
import { type Abbreviations, type AbbreviationTable, readAbbreviations } from './abbreviations.js';
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
  /** Where a unit's string offsets begin, once its first entry said so. */
  readonly stringBases: Map<Unit, number>;
  /** The unit that holds an offset of a section. */
  unitAt(section: UnitSection, offset: number): Unit | undefined;
}

/**
 * Bytes of `.debug_abbrev` whose tables are kept: a large object has thousands, and each unit
 * is read in one go.
 */
const KEPT = 2 ** 20;
/** Tables that may end at one place: one for each version and width, and some to spare. */
const MOST_OVERLAPS = 64;

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

/**
 * The tables of abbreviations, each read when it is first asked for. Thousands of units that
 * each begin at another place of one long table would have it read thousands of times.
 */
function abbreviationTables({ abbrev }: DwarfSections): Dwarf['abbreviationsOf'] {
  const tables = new Map<string, AbbreviationTable & { readonly size: number }>();
  const endings = new Map<number, Set<string>>();
  let kept = 0;

  function endsAt(end: number, key: string, offset: number): void {
    const keys = endings.get(end) ?? new Set();
    endings.set(end, keys.add(key));
    if (keys.size <= MOST_OVERLAPS) return;
    const why = 'too many tables of abbreviations share one end';
    throw new ObjectError('malformed', '.debug_abbrev', offset, why);
  }

  function read(unit: Unit, key: string): AbbreviationTable {
    const offset = unit.abbrevOffset;
    if ((endings.get(abbrev.length)?.size ?? 0) >= MOST_OVERLAPS)
      endsAt(abbrev.length, key, offset);
    try {
      return readAbbreviations(abbrev, '.debug_abbrev', offset, unit);
    } catch (error) {
      endsAt(abbrev.length, key, offset);
      throw error;
    }
  }

  return (unit) => {
    const { abbrevOffset, version, addressSize, offsetSize } = unit;
    const key = `${abbrevOffset} ${version} ${addressSize} ${offsetSize}`;
    const known = tables.get(key);
    if (known) return known.table;
    const { table, end } = read(unit, key);
    endsAt(end, key, abbrevOffset);
    const size = end - abbrevOffset;
    tables.set(key, { table, end, size });
    kept += size;
    for (const [old, { size }] of tables) {
      if (kept <= KEPT || old === key) break;
      tables.delete(old);
      kept -= size;
    }
    return table;
  };
}

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
