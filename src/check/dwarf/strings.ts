import { ObjectError } from '../object-error.js';
import { type Reader, readerOf } from '../reader.js';
import { AT, FORM } from './constants.js';
import { skip } from './form-size.js';
import type { Unit } from './units.js';

/** A cursor that ends where the unit does. */
export const unitReader = ({ section, end }: Unit, at: number): Reader =>
  readerOf(section.bytes.subarray(0, end), section.name, at);

/** What a unit's first entry says of its string offsets, if it says anything. */
function givenBase(unit: Unit): number | undefined {
  const r = unitReader(unit, unit.first);
  const root = unit.dwarf.abbreviationsOf(unit).get(r.uleb());
  const index = root?.attributes.indexOf(AT.str_offsets_base) ?? -1;
  if (!root || index < 0) return undefined;
  for (const form of root.forms.slice(0, index)) skip(r, form, unit);
  return r.word(unit.offsetSize);
}

/** Where a unit's table of string offsets begins. */
function stringBase(unit: Unit): number {
  const { stringBases } = unit.dwarf;
  let base = stringBases.get(unit);
  if (base === undefined) {
    // A split unit's table begins after its section's header, which GNU's older form lacks.
    const header = unit.version >= 5 ? 2 * unit.offsetSize : 0;
    stringBases.set(unit, (base = givenBase(unit) ?? unit.strings + header));
  }
  return base;
}

/** The offset in `.debug_str` of a string that is given by its index. */
export function indexedString(unit: Unit, index: number): number {
  const offsets = unit.dwarf.sections.strOffsets;
  const at = stringBase(unit) + index * unit.offsetSize;
  if (at + unit.offsetSize > offsets.length) {
    const why = `string ${index} is not in .debug_str_offsets`;
    throw new ObjectError('malformed', unit.section.name, unit.start, why);
  }
  return readerOf(offsets, '.debug_str_offsets', at).word(unit.offsetSize);
}

/** The number of a `strx` form, as wide as the form is. */
export function stringIndex(r: Reader, form: number): number {
  if (form === FORM.strx1) return r.u8();
  if (form === FORM.strx2) return r.u16();
  if (form === FORM.strx3) return r.u24();
  return form === FORM.strx4 ? r.u32() : r.uleb();
}

const INDEXED: ReadonlySet<number> = new Set([
  FORM.strx,
  FORM.strx1,
  FORM.strx2,
  FORM.strx3,
  FORM.strx4,
  FORM.GNU_str_index,
]);
export const isIndexed = (form: number): boolean => INDEXED.has(form);
