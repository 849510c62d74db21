/** Byte order of groups: as they are written, or each a word whose least significant byte is last. */
export type Order = 'written' | 'little';

/** Which way zeros at the ends of groups point: small numbers have theirs in front. */
export interface Leaning {
  readonly order: Order | undefined;
  /** Whether every group reads the same both ways. */
  readonly isSame: boolean;
}

/**
 * What the groups themselves say of their order. A word that is written as a number begins with
 * zeros, one whose bytes are written in memory order ends with them.
 */
export function leaningOf(groups: Iterable<Uint8Array>): Leaning {
  let [leading, trailing, isSame] = [0, 0, true];
  for (const bytes of groups) {
    const { length } = bytes;
    for (let i = 0; i < length >> 1; i++) isSame &&= bytes[i] === bytes[length - 1 - i];
    const [first, last] = [bytes[0], bytes[length - 1]];
    if (first === 0 && last !== 0) leading++;
    if (last === 0 && first !== 0) trailing++;
  }
  const order = leading > 3 * trailing ? 'little' : trailing > 3 * leading ? 'written' : undefined;
  return { order, isSame };
}

const isHigh = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x80;

/** What 64-bit addresses of a kernel or of Xen among the groups say, and the other groups. */
export interface Addresses {
  /** `undefined`: there are none, or some of either order. */
  readonly order: Order | undefined;
  readonly others: readonly Uint8Array[];
}

/** `ffff8880` is the upper half of an address as a word, `8088ffff` as bytes. */
function canonical(bytes: Uint8Array): Order | undefined {
  const { length } = bytes;
  if (length !== 4 && length !== 8) return undefined;
  const ends = (at: number, step: 1 | -1): boolean =>
    bytes[at] === 0xff && bytes[at + step] === 0xff && isHigh(bytes[at + 2 * step]);
  const [little, written] = [ends(0, 1), ends(length - 1, -1)];
  return little === written ? undefined : little ? 'little' : 'written';
}

/** `82a03d00 ffffffff`: a kernel's text and data lie in the highest 2 GiB. */
function kernelText(low: Uint8Array, high: Uint8Array): Order | undefined {
  if (high.length !== 4 || !high.every((byte) => byte === 0xff)) return undefined;
  const isNumber = low.filter((byte) => byte !== 0).length < 3;
  if (isNumber || isHigh(low[0]) === isHigh(low[3])) return undefined;
  return isHigh(low[0]) ? 'little' : 'written';
}

/** In which order the groups have canonical addresses, whose zeros tell nothing. */
export function addressesIn(groups: Iterable<Uint8Array>): Addresses {
  const found = new Set<Order>();
  const others: Uint8Array[] = [];
  for (const bytes of groups) {
    const low = others.at(-1);
    const order = canonical(bytes) ?? (low && kernelText(low, bytes));
    if (order) {
      found.add(order);
      if (bytes.length === 4) others.pop();
    } else others.push(bytes);
  }
  const [one, other] = found;
  return { order: other === undefined ? one : undefined, others };
}

export function* groupsOf(bytes: Uint8Array, group: number): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += group) yield bytes.subarray(at, at + group);
}

/** The bytes with each group turned round. */
export function reversed(bytes: Uint8Array, group: number): Uint8Array {
  const turned = bytes.slice();
  for (let at = 0; at < turned.length; at += group) turned.subarray(at, at + group).reverse();
  return turned;
}

const orderWords: Record<Order, string> = {
  written: 'bytes as they are written',
  little: 'little-endian',
};

/** `4-byte words, little-endian` */
export const groupWords = (group: number, order: Order): string =>
  group === 1
    ? 'bytes'
    : `${group}-byte ${order === 'little' ? 'words' : 'groups'}, ${orderWords[order]}`;
