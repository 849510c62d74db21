import type { Reader } from '../reader.js';
import { FORM } from './constants.js';

/** What the size of a form depends on. */
export interface Widths {
  readonly version: number;
  /** Bytes of an address. */
  readonly addressSize: number;
  /** Bytes of an offset into a section: 4 in 32-bit DWARF, 8 in 64-bit DWARF. */
  readonly offsetSize: 4 | 8;
}

type FixedSize = number | ((widths: Widths) => number);
const offset = ({ offsetSize }: Widths): number => offsetSize;

/** Forms of a size that the unit's header fixes, in bytes (DWARF 5, 7.5.6). */
const FIXED: Readonly<Record<number, FixedSize>> = {
  [FORM.addr]: ({ addressSize }) => addressSize,
  [FORM.data1]: 1,
  [FORM.data2]: 2,
  [FORM.data4]: 4,
  [FORM.data8]: 8,
  [FORM.data16]: 16,
  [FORM.flag]: 1,
  [FORM.flag_present]: 0,
  [FORM.implicit_const]: 0,
  [FORM.ref1]: 1,
  [FORM.ref2]: 2,
  [FORM.ref4]: 4,
  [FORM.ref8]: 8,
  [FORM.ref_sig8]: 8,
  [FORM.ref_sup4]: 4,
  [FORM.ref_sup8]: 8,
  // DWARF 2 made it as wide as an address.
  [FORM.ref_addr]: (widths) => (widths.version === 2 ? widths.addressSize : widths.offsetSize),
  [FORM.strp]: offset,
  [FORM.line_strp]: offset,
  [FORM.strp_sup]: offset,
  [FORM.sec_offset]: offset,
  [FORM.GNU_ref_alt]: offset,
  [FORM.GNU_strp_alt]: offset,
  [FORM.strx1]: 1,
  [FORM.strx2]: 2,
  [FORM.strx3]: 3,
  [FORM.strx4]: 4,
  [FORM.addrx1]: 1,
  [FORM.addrx2]: 2,
  [FORM.addrx3]: 3,
  [FORM.addrx4]: 4,
};

/** Bytes of a form, or -1 where the bytes themselves tell. */
export function fixedSize(form: number, widths: Widths): number {
  const size = FIXED[form];
  return typeof size === 'function' ? size(widths) : (size ?? -1);
}

/** Moves the reader over a value of a form whose size is not fixed. */
function skipForm(r: Reader, form: number, widths: Widths): void {
  switch (form) {
    case FORM.block1:
      return r.skip(r.u8());
    case FORM.block2:
      return r.skip(r.u16());
    case FORM.block4:
      return r.skip(r.u32());
    case FORM.block:
    case FORM.exprloc:
      return r.skip(r.uleb());
    case FORM.string: {
      const end = r.bytes.indexOf(0, r.at);
      if (end < 0) throw r.fail('a string does not end');
      r.at = end + 1;
      return;
    }
    case FORM.indirect: {
      const actual = r.uleb();
      if (actual === FORM.indirect) throw r.fail('a form that is indirect twice');
      return skip(r, actual, widths);
    }
    case FORM.sdata:
    case FORM.udata:
    case FORM.ref_udata:
    case FORM.strx:
    case FORM.addrx:
    case FORM.loclistx:
    case FORM.rnglistx:
    case FORM.GNU_addr_index:
    case FORM.GNU_str_index:
      r.uleb();
      return;
    default:
      throw r.fail(`attribute form 0x${form.toString(16)} is unknown`);
  }
}

/** Moves the reader over a value of any form. */
export function skip(r: Reader, form: number, widths: Widths): void {
  const size = fixedSize(form, widths);
  if (size >= 0) r.skip(size);
  else skipForm(r, form, widths);
}
