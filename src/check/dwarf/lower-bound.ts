import { ObjectError } from '../object-error.js';
import { isPlace, numberOf } from './attributes.js';
import { AT, TAG } from './constants.js';
import type { Dwarf } from './dwarf.js';
import { childrenOf, type Entry, readEntry } from './entry.js';
import type { Unit } from './units.js';

/**
 * DW_LANG_… of the languages whose arrays begin at 1 where nothing else is said: Ada, COBOL,
 * Fortran, Pascal, Modula, PL/I, Julia, ALGOL 68 (DWARF 5, table 7.17, and later registrations).
 */
const FROM_ONE: ReadonlySet<number> = new Set([
  0x03, 0x05, 0x06, 0x07, 0x08, 0x09, 0x0a, 0x0d, 0x0e, 0x0f, 0x17, 0x1f, 0x22, 0x23, 0x2d, 0x2e,
  0x2f, 0x3f, 0x44,
]);
/** The same of DW_LNAME_…, which has no versions (DWARF 6, and GNU's DWARF 5). */
const NAMED_FROM_ONE: ReadonlySet<number> = new Set([
  0x01, 0x05, 0x09, 0x0d, 0x0f, 0x10, 0x15, 0x16, 0x2e,
]);

/** DW_LANG_… that have no arrays: assembly, GNU's number and the later one. */
const NO_ARRAYS: ReadonlySet<number> = new Set([0x8001, 0x31]);

/** Where arrays of a unit begin by default; nothing where it names no language. */
function boundOf(root: Entry): number | undefined {
  const language = numberOf(root, AT.language);
  if (language !== undefined && NO_ARRAYS.has(language)) return undefined;
  if (language !== undefined) return FROM_ONE.has(language) ? 1 : 0;
  const name = numberOf(root, AT.language_name);
  return name === undefined ? undefined : NAMED_FROM_ONE.has(name) ? 1 : 0;
}

/** What is known of units: a bound, or that several who import them do not agree. */
type Bound = number | 'unclear';

/** The first entry of a unit; nothing of one that cannot be read, which is told elsewhere. */
function rootOf(unit: Unit): Entry | undefined {
  try {
    return readEntry({ unit, at: unit.first });
  } catch (error) {
    if (error instanceof ObjectError) return undefined;
    throw error;
  }
}

/** The bounds of a file's units: a partial unit names no language, and has its importers'. */
function boundsIn({ units }: Dwarf): ReadonlyMap<Unit, Bound> {
  const bounds = new Map<Unit, Bound>();
  const imports = new Map<Unit, readonly Unit[]>();
  for (const unit of units) {
    const root = rootOf(unit);
    const bound = root && boundOf(root);
    if (bound !== undefined) bounds.set(unit, bound);
    if (root) imports.set(unit, importedBy(root));
  }
  const told = new Set(bounds.keys());
  // Partial units import others: a set goes on with what is added on the way, and a unit
  // changes twice at most.
  const queue = new Set(told);
  for (const unit of queue) {
    const own = bounds.get(unit)!;
    for (const other of imports.get(unit) ?? []) {
      const old = bounds.get(other);
      if (told.has(other) || old === own || old === 'unclear') continue;
      bounds.set(other, old === undefined ? own : 'unclear');
      queue.delete(other);
      queue.add(other);
    }
  }
  return bounds;
}

/** The units that a unit begins with the import of, as dwz writes them. */
function importedBy(root: Entry): readonly Unit[] {
  const found: Unit[] = [];
  try {
    for (const child of childrenOf(root)) {
      if (child.tag !== TAG.imported_unit) break;
      const place = child.values.get(AT.import);
      if (isPlace(place)) found.push(place.unit);
    }
  } catch (error) {
    if (!(error instanceof ObjectError)) throw error;
  }
  return found;
}

/** What all compile units of a file agree on. */
function commonOf(bounds: ReadonlyMap<Unit, Bound>): Bound {
  const all = new Set(bounds.values());
  // Where no unit names a language, it is C's.
  const [only = 0, ...others] = all;
  return others.length === 0 ? only : 'unclear';
}

export interface LowerBounds {
  /** Where arrays of a unit begin by default; nothing where that cannot be known. */
  of(unit: Unit): number | undefined;
}

/**
 * The default lower bounds of arrays (DWARF 5, 5.13).
 * @param main the object; the units of files that it shares are imported from there
 */
export function lowerBounds(main: Dwarf): LowerBounds {
  const files = new Map<Dwarf, ReadonlyMap<Unit, Bound>>();
  const boundsOf = (dwarf: Dwarf): ReadonlyMap<Unit, Bound> => {
    const bounds = files.get(dwarf) ?? boundsIn(dwarf);
    files.set(dwarf, bounds);
    return bounds;
  };
  const known = new Map<Unit, number | undefined>();
  return {
    of(unit) {
      if (known.has(unit)) return known.get(unit);
      const root = rootOf(unit);
      const bound =
        (root && boundOf(root)) ?? boundsOf(unit.dwarf).get(unit) ?? commonOf(boundsOf(main));
      known.set(unit, bound === 'unclear' ? undefined : bound);
      return known.get(unit);
    },
  };
}
