import { ObjectError } from '../object-error.js';
import type { Abbreviation } from './abbreviations.js';
import { isPlace, textOf } from './attributes.js';
import { AT, FORM, TAG } from './constants.js';
import { readEntry } from './entry.js';
import { skip } from './form-size.js';
import { indexedString, isIndexed, stringIndex, unitReader } from './strings.js';
import type { Unit } from './units.js';
import type { Place } from './value.js';
import type { Wanted } from './wanted.js';

/** An entry that defines a struct, a union or a typedef of a wanted name. */
export interface Named extends Place {
  readonly name: string;
  readonly isTypedef: boolean;
}

const NAMED: ReadonlySet<number> = new Set([
  TAG.structure_type,
  TAG.union_type,
  TAG.class_type,
  TAG.typedef,
]);

/**
 * The entries of wanted names in a unit, nested ones too. It walks over every entry and reads
 * none: a kernel has tens of millions.
 * @throws ObjectError
 */
export function findNamed(unit: Unit, wanted: Wanted): Named[] {
  const found: Named[] = [];
  const abbreviations = unit.dwarf.abbreviationsOf(unit);
  const { section, end } = unit;
  const { str, lineStr } = unit.dwarf.sections;
  const shared = unit.dwarf.supplement?.sections.str;
  const r = unitReader(unit, unit.first);

  /** The wanted name of the entry whose attributes begin at the reader. */
  function nameOf({ forms, nameAt, nameForm, attributes }: Abbreviation): string | undefined {
    if (nameAt >= 0) r.skip(nameAt);
    else for (let i = 0; attributes[i] !== AT.name; i++) skip(r, forms[i]!, unit);
    if (nameForm === FORM.strp) return wanted.at(str, r.word(unit.offsetSize));
    if (nameForm === FORM.string) return wanted.at(section.bytes, r.at);
    if (isIndexed(nameForm)) return wanted.at(str, indexedString(unit, stringIndex(r, nameForm)));
    if (nameForm === FORM.line_strp) return wanted.at(lineStr, r.word(unit.offsetSize));
    if (nameForm === FORM.GNU_strp_alt || nameForm === FORM.strp_sup)
      return shared && wanted.at(shared, r.word(unit.offsetSize));
    return undefined;
  }

  /** In C++ what was declared before has its name there: in a namespace, in a class. */
  function specifiedName(place: Place): string | undefined {
    const declaration = readEntry(place)?.values.get(AT.specification);
    const entry = declaration && isPlace(declaration) ? readEntry(declaration) : undefined;
    return entry && wanted.named(textOf(entry, AT.name) ?? '');
  }

  while (r.at < end) {
    const at = r.at;
    const code = r.uleb();
    if (code === 0) continue;
    const abbreviation = abbreviations.get(code);
    if (!abbreviation)
      throw new ObjectError(
        'malformed',
        section.name,
        at,
        `abbreviation ${code} is not in .debug_abbrev`,
      );
    const { tag, size, forms, nameForm, attributes } = abbreviation;
    const start = r.at;
    if (NAMED.has(tag) && (nameForm !== 0 || attributes.includes(AT.specification))) {
      const name = nameForm === 0 ? specifiedName({ unit, at }) : nameOf(abbreviation);
      if (name !== undefined) found.push({ name, isTypedef: tag === TAG.typedef, unit, at });
      r.at = start;
    }
    if (size >= 0) r.skip(size);
    else for (let i = 0; i < forms.length; i++) skip(r, forms[i]!, unit);
  }
  return found;
}
