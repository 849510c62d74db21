import { ObjectError } from '../object-error.js';
import { LONGEST_NAME, readerOf, textAt } from '../reader.js';

/** A type of BTF (Linux, Documentation/bpf/btf.rst): its header, and where its data begins. */
export interface BtfType {
  readonly nameAt: number;
  readonly kind: number;
  /** Number of members, elements or parameters. */
  readonly count: number;
  /** Of a struct: members have bit-field widths. */
  readonly flag: boolean;
  /** A size in bytes or another type's number, by kind. */
  readonly sizeOrType: number;
  /** Where what follows the header begins. */
  readonly data: number;
}

/** A BTF blob; a split one goes on where its base ends. */
export interface Btf {
  readonly base: Btf | undefined;
  readonly bytes: Uint8Array;
  readonly section: string;
  readonly types: readonly BtfType[];
  /** The number of the first type. */
  readonly firstType: number;
  /** The offset of the first string, counted from the base's start. */
  readonly firstString: number;
  readonly strings: Uint8Array;
  /** `.BTF.base`: of structs it has no members, for those depend on the kernel. */
  readonly isDistilled?: boolean;
}

export const KIND = Object.freeze({
  INT: 1,
  PTR: 2,
  ARRAY: 3,
  STRUCT: 4,
  UNION: 5,
  ENUM: 6,
  FWD: 7,
  TYPEDEF: 8,
  VOLATILE: 9,
  CONST: 10,
  RESTRICT: 11,
  FUNC: 12,
  FUNC_PROTO: 13,
  VAR: 14,
  DATASEC: 15,
  FLOAT: 16,
  DECL_TAG: 17,
  TYPE_TAG: 18,
  ENUM64: 19,
});

/** Bytes after the header, for kinds that have any. */
const DATA: Readonly<Record<number, (count: number) => number>> = {
  [KIND.INT]: () => 4,
  [KIND.ARRAY]: () => 12,
  [KIND.STRUCT]: (count) => count * 12,
  [KIND.UNION]: (count) => count * 12,
  [KIND.ENUM]: (count) => count * 8,
  [KIND.FUNC_PROTO]: (count) => count * 8,
  [KIND.VAR]: () => 4,
  [KIND.DATASEC]: (count) => count * 12,
  [KIND.DECL_TAG]: () => 4,
  [KIND.ENUM64]: (count) => count * 12,
};

/** What Linux 7.1 says of every kind, so that older readers can pass over new ones. */
type Sizes = (kind: number, count: number) => number | undefined;

/** Bytes of the header that has a layout section, in its last two words. */
const LAYOUT_HEADER = 32;
/** Bytes of an entry: of the kind's own data, of each element, and flags. */
const LAYOUT_ENTRY = 4;

/** The layout section's sizes, by kind: bytes after the header. */
const sizesIn =
  (layout: Uint8Array): Sizes =>
  (kind, count) => {
    const at = kind * LAYOUT_ENTRY;
    if (at + LAYOUT_ENTRY > layout.length) return undefined;
    return layout[at]! + layout[at + 1]! * count;
  };

/** @throws ObjectError when these bytes are no little-endian BTF */
export function readBtf(bytes: Uint8Array, section: string, base?: Btf): Btf {
  const r = readerOf(bytes, section);
  const magic = r.u16();
  if (magic === 0x9feb) throw new ObjectError('unsupported', section, 0, 'big-endian BTF');
  if (magic !== 0xeb9f) throw r.fail('does not begin with the BTF magic number', 0);
  const version = r.u8();
  if (version !== 1)
    throw new ObjectError('unsupported', section, 2, `BTF version ${version} is unknown`);
  r.skip(1); // flags
  const header = r.u32();
  const [typesAt, typesSize, stringsAt, stringsSize] = [r.u32(), r.u32(), r.u32(), r.u32()];
  const part = (at: number, size: number, what: string): Uint8Array => {
    if (header + at + size > bytes.length)
      throw new ObjectError(
        'truncated',
        section,
        header + at,
        `${what} (${size} bytes) end beyond the data`,
      );
    return bytes.subarray(0, header + at + size);
  };
  const strings = part(stringsAt, stringsSize, 'the strings').subarray(header + stringsAt);
  // Only a split blob lacks the empty string at offset 0.
  if (!base && strings.length > 0 && strings[0] !== 0)
    throw r.fail('split BTF: its base has to be given', header + stringsAt);
  const isLong = header >= LAYOUT_HEADER;
  const [layoutAt, layoutSize] = isLong ? [r.u32(), r.u32()] : [0, 0];
  const sizes = sizesIn(
    part(layoutAt, layoutSize, 'the layouts of kinds').subarray(header + layoutAt),
  );
  const t = readerOf(part(typesAt, typesSize, 'the types'), section, header + typesAt);
  const types: BtfType[] = [];
  while (t.at < t.bytes.length) {
    const start = t.at;
    const nameAt = t.u32();
    const info = t.u32();
    const sizeOrType = t.u32();
    // Linux 7.1 took the unused bits of both: 5 bits of kind and 16 of count before.
    const kind = (info >>> 24) & 0x7f;
    const count = info & 0xff_ffff;
    types.push({ nameAt, kind, count, flag: info >>> 31 === 1, sizeOrType, data: t.at });
    const isKnown = kind > 0 && kind <= KIND.ENUM64;
    const size = isKnown ? (DATA[kind]?.(count) ?? 0) : sizes(kind, count);
    if (kind === 0 || size === undefined) throw t.fail(`BTF kind ${kind} is unknown`, start);
    t.skip(size);
  }
  return {
    base,
    bytes,
    section,
    types,
    firstType: base ? base.firstType + base.types.length : 1,
    firstString: base ? base.firstString + base.strings.length : 0,
    strings,
  };
}

/** What is wrong with a reference that leads nowhere. */
export const notThere = (btf: Btf, what: string): ObjectError => {
  const why = btf.base ? '' : ': a split BTF refers to its base, which has to be given';
  return new ObjectError('malformed', btf.section, 0, `${what} is not there${why}`);
};

/** The string at an offset. @throws ObjectError when neither this blob nor its base has it */
export function btfString(btf: Btf, at: number): string {
  if (at === 0) return '';
  if (at < btf.firstString) return btfString(btf.base!, at);
  const own = at - btf.firstString;
  if (own >= btf.strings.length) throw notThere(btf, `string ${at}`);
  return textAt(btf.strings, `${btf.section} strings`, own, LONGEST_NAME);
}
