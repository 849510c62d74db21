import { ObjectError } from '../object-error.js';
import { type Place, readValue, type Value } from './value.js';
import { unitReader } from './strings.js';

/** A debugging information entry (DWARF 5, chapter 2). */
export interface Entry extends Place {
  readonly tag: number;
  readonly hasChildren: boolean;
  readonly values: ReadonlyMap<number, Value>;
  /** Where the next entry begins: its first child, if it has any. */
  readonly next: number;
}

/** An entry of a byte can have hundreds of attributes that have none. */
const USUAL_ATTRIBUTES = 16;
/** And one of an attribute can have a name of megabytes, which is searched for its end. */
const USUAL_BYTES = 64;

/** The entry at a place, or nothing where a list of children ends. @throws ObjectError */
export function readEntry({ unit, at }: Place): Entry | undefined {
  const r = unitReader(unit, at);
  const code = r.uleb();
  if (code === 0) return undefined;
  const abbreviation = unit.dwarf.abbreviationsOf(unit).get(code);
  if (!abbreviation) throw r.fail(`abbreviation ${code} is not in .debug_abbrev`, at);
  const { tag, hasChildren, attributes, forms, constants } = abbreviation;
  const { reading } = unit.dwarf;
  reading.left -= 1 + attributes.length / USUAL_ATTRIBUTES;
  if (reading.left < 0) {
    if (reading.spent) throw reading.spent;
    const why = 'the same entries are read again and again; no others are';
    throw (reading.spent = new ObjectError('unsupported', unit.section.name, at, why));
  }
  const values = new Map<number, Value>();
  for (const [i, attribute] of attributes.entries())
    values.set(attribute, readValue(unit, r, forms[i]!, constants[i]!));
  reading.left -= (r.at - at) / USUAL_BYTES;
  return { unit, at, tag, hasChildren, values, next: r.at };
}

/** Entries inside one another, of a struct: a parser of them all need not be quadratic. */
const DEEPEST = 100;

/** The children of an entry, without theirs. @throws ObjectError */
export function* childrenOf(entry: Entry): Generator<Entry> {
  if (!entry.hasChildren) return;
  let depth = 0;
  for (let at = entry.next; at < entry.unit.end;) {
    const child = readEntry({ unit: entry.unit, at });
    if (!child) {
      if (depth === 0) return;
      depth--;
      at++;
      continue;
    }
    if (depth === 0) yield child;
    if (child.hasChildren && ++depth > DEEPEST)
      throw unitReader(child.unit, child.at).fail('entries are nested too deep');
    at = child.next;
  }
}
