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
