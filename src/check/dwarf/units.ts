import { ObjectError } from '../object-error.js';
import { readerOf } from '../reader.js';
import type { Dwarf } from './dwarf.js';
import type { Widths } from './form-size.js';
import type { UnitSection } from './sections.js';

/** A unit's header (DWARF 5, 7.5.1); offsets in bytes from the start of its section. */
export interface Unit extends Widths {
  readonly dwarf: Dwarf;
  readonly section: UnitSection;
  readonly start: number;
  /** The first entry. */
  readonly first: number;
  readonly end: number;
  readonly abbrevOffset: number;
  /** Where its part of `.debug_str_offsets` begins. */
  readonly strings: number;
  /** Of a type unit. */
  readonly signature: string | null;
  /** The entry that a type unit is about, from the unit's start. */
  readonly typeOffset: number;
}

const UT_TYPE = 0x02;
const UT_SKELETON = 0x04;
const UT_SPLIT_COMPILE = 0x05;
const UT_SPLIT_TYPE = 0x06;

/** A type signature as the key of a map. */
export const signatureText = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * The units of a section. What follows a header that makes no sense cannot be found:
 * `broken` is told, and the units before it remain.
 */
export function readUnits(
  dwarf: Dwarf,
  section: UnitSection,
  broken: (error: ObjectError) => void,
): Unit[] {
  const units: Unit[] = [];
  const r = readerOf(section.bytes, section.name);
  try {
    while (r.at < section.bytes.length) {
      const start = r.at;
      let length = r.u32();
      if (length === 0) continue; // padding between the units of two objects
      const offsetSize = length === 0xffff_ffff ? 8 : 4;
      if (offsetSize === 8) length = r.u64();
      else if (length >= 0xffff_fff0) throw r.fail('a reserved unit length', start);
      const end = r.at + length;
      if (end > section.bytes.length)
        throw new ObjectError(
          'truncated',
          section.name,
          start,
          `a unit of ${length} bytes ends beyond the section's ${section.bytes.length}`,
        );
      units.push(unitAt(dwarf, section, start, r.at, end, offsetSize));
      r.at = end;
    }
  } catch (error) {
    if (!(error instanceof ObjectError)) throw error;
    broken(error);
  }
  return units;
}

function unitAt(
  dwarf: Dwarf,
  section: UnitSection,
  start: number,
  at: number,
  end: number,
  offsetSize: 4 | 8,
): Unit {
  const r = readerOf(section.bytes.subarray(0, end), section.name, at);
  const version = r.u16();
  if (version < 2 || version > 5)
    throw new ObjectError(
      'unsupported',
      section.name,
      start,
      `DWARF version ${version} is unknown`,
    );
  const kind = version >= 5 ? r.u8() : 0;
  let addressSize = version >= 5 ? r.u8() : 0;
  const abbrevOffset = r.word(offsetSize);
  if (version < 5) addressSize = r.u8();
  if (![2, 4, 8].includes(addressSize)) throw r.fail(`addresses of ${addressSize} bytes`, start);
  if (kind === UT_SKELETON || kind === UT_SPLIT_COMPILE) r.skip(8); // the id that pairs them
  const isType =
    kind === UT_TYPE || kind === UT_SPLIT_TYPE || /^\.z?debug_types/.test(section.name);
  const signature = isType ? signatureText(r.take(8)) : null;
  const typeOffset = isType ? r.word(offsetSize) : 0;
  return {
    dwarf,
    section,
    start,
    first: r.at,
    end,
    version,
    addressSize,
    offsetSize,
    abbrevOffset,
    strings: 0,
    signature,
    typeOffset,
  };
}
