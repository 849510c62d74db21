import { FORM } from '../../src/check/dwarf/constants.js';
import {
  concat,
  cString,
  type ElfSpec,
  joined,
  pack,
  type SectionSpec,
  writeElf,
} from './write-elf.js';

/** What stands in an entry: bytes stand for themselves whatever the form is. */
type Content = number | bigint | string | Die | Uint8Array;
export type Attribute = readonly [attribute: number, form: number, value: Content];

/** An entry to write; attributes may be added later, so that types can go round. */
export interface Die {
  readonly tag: number;
  readonly attributes: Attribute[];
  readonly children: readonly Die[];
}

export const die = (
  tag: number,
  attributes: readonly Attribute[],
  children: readonly Die[] = [],
): Die => ({
  tag,
  attributes: [...attributes],
  children,
});

export interface UnitSpec {
  readonly version?: number;
  readonly offsetSize?: 4 | 8;
  readonly addressSize?: number;
  /** DW_UT_…; a compile unit by default. */
  readonly kind?: number;
  /** Where the table of abbreviations begins. */
  readonly abbrevAt?: number;
  /** Of a type unit, and the entry that it is about. */
  readonly signature?: bigint;
  readonly about?: Die;
}

export const uleb = (value: number | bigint): Uint8Array => {
  const bytes: number[] = [];
  let left = BigInt(value);
  do {
    const byte = Number(left & 0x7fn);
    left >>= 7n;
    bytes.push(left === 0n ? byte : byte | 0x80);
  } while (left !== 0n);
  return Uint8Array.from(bytes);
};

export const sleb = (value: number | bigint): Uint8Array => {
  const bytes: number[] = [];
  let left = BigInt(value);
  for (;;) {
    const byte = Number(left & 0x7fn);
    left >>= 7n;
    const isLast = (left === 0n && byte < 0x40) || (left === -1n && byte >= 0x40);
    bytes.push(isLast ? byte : byte | 0x80);
    if (isLast) return Uint8Array.from(bytes);
  }
};

/** Bytes of the forms that have the same number of them everywhere. */
const SIZES: Readonly<Record<number, number>> = {
  [FORM.data1]: 1,
  [FORM.data2]: 2,
  [FORM.data4]: 4,
  [FORM.data8]: 8,
  [FORM.flag]: 1,
  [FORM.flag_present]: 0,
  [FORM.implicit_const]: 0,
  [FORM.ref1]: 1,
  [FORM.ref2]: 2,
  [FORM.ref4]: 4,
  [FORM.ref8]: 8,
  [FORM.ref_sig8]: 8,
  [FORM.strx1]: 1,
  [FORM.strx2]: 2,
  [FORM.strx3]: 3,
  [FORM.strx4]: 4,
};

/** The entries that others refer to, and that are nobody's children. */
function strays(root: Die): readonly Die[] {
  const seen = new Set([root]);
  const owned = new Set<Die>();
  for (const one of seen) {
    for (const child of one.children) {
      owned.add(child);
      seen.add(child);
    }
    for (const [, , value] of one.attributes)
      if (typeof value === 'object' && !(value instanceof Uint8Array)) seen.add(value);
  }
  return [...seen].filter((one) => one !== root && !owned.has(one));
}

/**
 * One unit and its table of abbreviations. Entries that are only referred to are written as
 * the unit's last.
 */
export function writeUnit(
  given: Die,
  spec: UnitSpec = {},
): { info: Uint8Array; abbrev: Uint8Array } {
  const { version = 5, offsetSize = 4, addressSize = 8, kind = 1, abbrevAt = 0, signature } = spec;
  const root = { ...given, children: [...given.children, ...strays(given)] };
  const abbrev: Uint8Array[] = [];
  const parts: Uint8Array[] = [];
  const places = new Map<Die, number>();
  const references: (() => void)[] = [];
  const codes = new Map<string, number>();
  const head = [
    pack([2, version]),
    ...(version >= 5
      ? [pack([1, kind], [1, addressSize], [offsetSize, abbrevAt])]
      : [pack([offsetSize, abbrevAt], [1, addressSize])]),
    ...(signature === undefined ? [] : [pack([8, signature], [offsetSize, 0])]),
  ];
  const headSize = offsetSize === 4 ? 4 : 12;
  let at = headSize + joined(...head).length;
  const put = (bytes: Uint8Array): void => {
    parts.push(bytes);
    at += bytes.length;
  };

  function codeOf({ tag, attributes, children }: Die): number {
    const pairs = attributes.flatMap(([attribute, form, value]) => [
      uleb(attribute),
      uleb(form),
      ...(form === FORM.implicit_const ? [sleb(value as number)] : []),
    ]);
    const hasChildren = pack([1, children.length > 0 ? 1 : 0]);
    const bytes = joined(uleb(tag), hasChildren, concat(pairs), pack([2, 0]));
    const key = bytes.join();
    let code = codes.get(key);
    if (code === undefined) {
      codes.set(key, (code = codes.size + 1));
      abbrev.push(uleb(code), bytes);
    }
    return code;
  }

  function putValue([, form, value]: Attribute): void {
    if (value instanceof Uint8Array) put(value);
    else if (typeof value === 'string') put(cString(value));
    else if (typeof value === 'object') {
      const bytes = new Uint8Array(SIZES[form] ?? offsetSize);
      references.push(() => bytes.set(pack([bytes.length, places.get(value)!])));
      put(bytes);
    } else if (form === FORM.udata || form === FORM.ref_udata || form === FORM.strx)
      put(uleb(value));
    else if (form === FORM.sdata) put(sleb(value));
    else put(pack([SIZES[form] ?? offsetSize, form === FORM.implicit_const ? 0 : value]));
  }

  // Without recursion: hostile entries are nested thousands deep.
  const todo: (Die | null)[] = [root];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    if (next === null) {
      put(pack([1, 0]));
      continue;
    }
    places.set(next === root ? given : next, at);
    put(uleb(codeOf(next)));
    for (const attribute of next.attributes) putValue(attribute);
    if (next.children.length > 0) todo.push(null);
    for (const child of next.children.toReversed()) todo.push(child);
  }
  for (const resolve of references) resolve();
  if (signature !== undefined)
    head.splice(
      -1,
      1,
      pack([8, signature], [offsetSize, spec.about ? places.get(spec.about)! : 0]),
    );
  const body = joined(...head, concat(parts));
  const length =
    offsetSize === 4 ? pack([4, body.length]) : pack([4, 0xffff_ffff], [8, body.length]);
  return { info: joined(length, body), abbrev: joined(concat(abbrev), pack([1, 0])) };
}

/** The sections of one unit. */
export function sectionsOf(root: Die, spec?: UnitSpec): readonly SectionSpec[] {
  const { info, abbrev } = writeUnit(root, spec);
  return [
    { name: '.debug_info', bytes: info },
    { name: '.debug_abbrev', bytes: abbrev },
  ];
}

/** An ELF file with one unit of debug information, and other sections. */
export const writeDwarf = (
  root: Die,
  { others = [], elf, ...unit }: UnitSpec & { others?: readonly SectionSpec[]; elf?: ElfSpec } = {},
): Uint8Array => writeElf([...sectionsOf(root, unit), ...others], elf);
