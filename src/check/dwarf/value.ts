import type { Reader } from '../reader.js';
import { FORM } from './constants.js';
import type { Dwarf } from './dwarf.js';
import { fixedSize, skip } from './form-size.js';
import type { UnitSection } from './sections.js';
import { indexedString, isIndexed, stringIndex } from './strings.js';
import { signatureText, type Unit } from './units.js';

/** Where an entry lies: bytes from the start of its unit's section. */
export interface Place {
  readonly unit: Unit;
  readonly at: number;
}

/** A number, a string, an expression, a reference, or what nobody here reads. */
export type Value = number | Text | Uint8Array | Place | undefined;

/** A string where it lies: most are never asked for. */
export interface Text {
  readonly bytes: Uint8Array;
  /** What the bytes are called. */
  readonly of: string;
  readonly from: number;
}

/** A reference inside the unit. */
const local = (unit: Unit, at: number): Value => checkedPlace(unit, unit.start + at);

/** A reference across a section, or into the one of the shared file, which has only one. */
function distant(dwarf: Dwarf | undefined, section: UnitSection | undefined, at: number): Value {
  const unit = dwarf && section && dwarf.unitAt(section, at);
  return unit && checkedPlace(unit, at);
}

const checkedPlace = (unit: Unit, at: number): Value =>
  at >= unit.first && at < unit.end ? { unit, at } : undefined;

/** A 64-bit constant; all ones is the -1 that an empty array's upper bound has. */
function constant8(r: Reader): number {
  const [low, high] = [r.u32(), r.u32()];
  return (high >= 2 ** 31 ? high - 2 ** 32 : high) * 2 ** 32 + low;
}

/** The value of an attribute of a form; `constant` is what its abbreviation has. */
export function readValue(unit: Unit, r: Reader, form: number, constant: number): Value {
  const { dwarf } = unit;
  const { sections, supplement } = dwarf;
  const start = r.at;
  if (isIndexed(form))
    return {
      bytes: sections.str,
      of: '.debug_str',
      from: indexedString(unit, stringIndex(r, form)),
    };
  switch (form) {
    case FORM.data1:
    case FORM.flag:
      return r.u8();
    case FORM.data2:
      return r.u16();
    case FORM.data4:
      return r.u32();
    case FORM.data8:
      return constant8(r);
    case FORM.sec_offset:
      return r.word(unit.offsetSize);
    case FORM.sdata:
      return r.sleb();
    case FORM.udata:
      return r.uleb();
    case FORM.flag_present:
      return 1;
    case FORM.implicit_const:
      return constant;
    case FORM.string:
      skip(r, form, unit);
      return { bytes: r.bytes, of: r.section, from: start };
    case FORM.strp:
      return { bytes: sections.str, of: '.debug_str', from: r.word(unit.offsetSize) };
    case FORM.line_strp:
      return { bytes: sections.lineStr, of: '.debug_line_str', from: r.word(unit.offsetSize) };
    case FORM.block1:
      return r.take(r.u8());
    case FORM.block2:
      return r.take(r.u16());
    case FORM.block4:
      return r.take(r.u32());
    case FORM.block:
    case FORM.exprloc:
      return r.take(r.uleb());
    case FORM.ref1:
      return local(unit, r.u8());
    case FORM.ref2:
      return local(unit, r.u16());
    case FORM.ref4:
      return local(unit, r.u32());
    case FORM.ref8:
      return local(unit, r.u64());
    case FORM.ref_udata:
      return local(unit, r.uleb());
    case FORM.ref_addr:
      return distant(dwarf, unit.section, r.word(fixedSize(form, unit)));
    case FORM.ref_sup4:
    case FORM.ref_sup8:
    case FORM.GNU_ref_alt: {
      const at = r.word(fixedSize(form, unit));
      return distant(supplement, supplement?.sections.units[0], at);
    }
    case FORM.strp_sup:
    case FORM.GNU_strp_alt: {
      const at = r.word(unit.offsetSize);
      return supplement && { bytes: supplement.sections.str, of: '.debug_str', from: at };
    }
    case FORM.ref_sig8: {
      const target = dwarf.bySignature.get(signatureText(r.take(8)));
      return target && { unit: target, at: target.start + target.typeOffset };
    }
    case FORM.indirect: {
      const actual = r.uleb();
      if (actual === FORM.indirect) throw r.fail('a form that is indirect twice');
      return readValue(unit, r, actual, 0);
    }
    default:
      // Addresses, and lists of ranges.
      skip(r, form, unit);
      return undefined;
  }
}
