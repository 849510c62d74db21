import { KIND } from '../../src/check/btf/blob.js';
import { cString, joined, pack } from './write-elf.js';

/** A type of BTF to write: its number is its place in the list, from 1. */
export interface BtfSpec {
  readonly kind: number;
  readonly name?: string;
  /** A size in bytes or a type's number, by kind. */
  readonly sizeOrType?: number;
  readonly count?: number;
  readonly flag?: boolean;
  /** What follows the header, as 32-bit numbers; a string is a name's offset. */
  readonly data?: readonly (number | string)[];
}

export const btfInt = (size: number, isSigned = false, bits = size * 8): BtfSpec => ({
  kind: KIND.INT,
  name: `${isSigned ? 'i' : 'u'}${bits}`,
  sizeOrType: size,
  data: [((isSigned ? 1 : 0) << 24) | bits],
});

/** A member without a bit-field's width lies at `bit`; with one, BTF's flag says so. */
export const btfStruct = (
  name: string,
  size: number,
  members: readonly (readonly [name: string, type: number, bit: number, width?: number])[],
  kind: number = KIND.STRUCT,
): BtfSpec => ({
  kind,
  name,
  sizeOrType: size,
  count: members.length,
  flag: true,
  data: members.flatMap(([name, type, bit, width = 0]) => [
    name,
    type,
    ((width << 24) | bit) >>> 0,
  ]),
});

/** What Linux 7.1 says of a kind: bytes of its own data, and of each element. */
export type KindLayout = readonly [own: number, element: number];

/**
 * A BTF blob; a split one's strings begin where its base's end.
 * @param kinds the layout section, by kind
 */
export function writeBtf(
  types: readonly BtfSpec[],
  firstString = 0,
  kinds: readonly KindLayout[] = [],
): Uint8Array {
  const offsets = new Map<string, number>([['', 0]]);
  let strings: Uint8Array = firstString === 0 ? new Uint8Array(1) : new Uint8Array(0);
  const offsetOf = (text: string): number => {
    let at = offsets.get(text);
    if (at === undefined) {
      at = firstString + strings.length;
      offsets.set(text, at);
      strings = joined(strings, cString(text));
    }
    return at;
  };
  const words = types.flatMap(
    ({ kind, name = '', sizeOrType = 0, count = 0, flag = false, data = [] }) => [
      offsetOf(name),
      ((((flag ? 0x80 : 0) | kind) << 24) | count) >>> 0,
      sizeOrType,
      ...data.map((one) => (typeof one === 'string' ? offsetOf(one) : one)),
    ],
  );
  const body = new Uint8Array(4 * words.length);
  const view = new DataView(body.buffer);
  words.forEach((word, i) => view.setUint32(4 * i, word, true));
  const layout = joined(...kinds.map(([own, element]) => pack([1, own], [1, element], [2, 0])));
  const isLong = kinds.length > 0;
  const head = pack(
    [2, 0xeb9f],
    [1, 1],
    [1, 0],
    [4, isLong ? 32 : 24],
    [4, 0],
    [4, body.length],
    [4, body.length + layout.length],
    [4, strings.length],
    ...(isLong
      ? ([
          [4, body.length],
          [4, layout.length],
        ] as const)
      : []),
  );
  return joined(head, body, layout, strings);
}
