import { readerOf } from '../reader.js';
import { AT, FORM } from './constants.js';
import { fixedSize, type Widths } from './form-size.js';

/** How the entries of one code look (DWARF 5, 7.5.3). */
export interface Abbreviation {
  readonly tag: number;
  readonly hasChildren: boolean;
  readonly attributes: readonly number[];
  readonly forms: readonly number[];
  /** Values that stand here and not in the entry. */
  readonly constants: readonly number[];
  /** Bytes of an entry after its code, or -1 where each tells its own. */
  readonly size: number;
  /** Bytes before the name, when they are fixed; -1 when it has no such name. */
  readonly nameAt: number;
  /** The form of the name at `nameAt`. */
  readonly nameForm: number;
}

export type Abbreviations = ReadonlyMap<number, Abbreviation>;

/** No entry has an attribute twice, and compilers give it a few dozen at most. */
const MOST_ATTRIBUTES = 255;

/** A table, and where it ends. */
interface AbbreviationTable {
  readonly table: Abbreviations;
  readonly end: number;
}

/** Bytes of the first `count` forms, or -1. */
function sizeOf(forms: readonly number[], count: number, widths: Widths): number {
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const size = fixedSize(forms[i]!, widths);
    if (size < 0) return -1;
    sum += size;
  }
  return sum;
}

/** The table of abbreviations at an offset of `.debug_abbrev`. @throws ObjectError */
export function readAbbreviations(
  bytes: Uint8Array,
  section: string,
  offset: number,
  widths: Widths,
): AbbreviationTable {
  const r = readerOf(bytes, section, offset);
  const table = new Map<number, Abbreviation>();
  for (let code = r.uleb(); code !== 0; code = r.uleb()) {
    const tag = r.uleb();
    const hasChildren = r.u8() !== 0;
    const [attributes, forms, constants]: number[][] = [[], [], []];
    for (;;) {
      const [attribute, form] = [r.uleb(), r.uleb()];
      if (attribute === 0 && form === 0) break;
      if (attributes!.length >= MOST_ATTRIBUTES)
        throw r.fail(`an abbreviation of more than ${MOST_ATTRIBUTES} attributes`);
      attributes!.push(attribute);
      forms!.push(form);
      constants!.push(form === FORM.implicit_const ? r.sleb() : 0);
    }
    const name = attributes!.indexOf(AT.name);
    table.set(code, {
      tag,
      hasChildren,
      attributes: attributes!,
      forms: forms!,
      constants: constants!,
      size: sizeOf(forms!, forms!.length, widths),
      nameAt: name < 0 ? -1 : sizeOf(forms!, name, widths),
      nameForm: name < 0 ? 0 : forms![name]!,
    });
  }
  return { table, end: r.at };
}
