import { noFacts, type Facts } from './lines/facts.js';
import type { Fragment } from './source.js';

/** What one notation makes of a whole text. */
export interface Reading {
  /** In words: `xxd, 4-byte words, little-endian`. */
  readonly style: string;
  readonly fragments: readonly Fragment[];
  /** Memory as it is shown later, where an address is shown twice with other bytes. */
  readonly after?: readonly Fragment[];
  readonly hasAddresses: boolean;
  /** Where each run of lines begins that does not go on where the one before it ended. */
  readonly starts: readonly bigint[];
  readonly facts: Facts;
  /** Lines that are no dump. */
  readonly passedOver: number;
  /** Dumps of a session that cannot be read: where, and why. */
  readonly skipped?: readonly { readonly line: number; readonly problem: string }[];
  /** Bytes of a word that its tool fills up, where there are words. */
  readonly word?: number;
  /** Why it is a guess, where it is one. */
  readonly guess?: string;
}

/** Bytes of a notation without addresses. */
export const bytesReading = (
  style: string,
  bytes: Uint8Array,
  guess?: string,
  start = 0n,
): Reading => ({
  style,
  fragments: bytes.length > 0 ? [{ address: start, bytes }] : [],
  hasAddresses: start !== 0n,
  starts: [start],
  facts: noFacts(),
  passedOver: 0,
  ...(guess !== undefined && { guess }),
});

/** A number of some bytes, the least significant first; negative ones in two's complement. */
export function littleEndian(value: bigint, width: number): Uint8Array {
  const bytes = new Uint8Array(width);
  let rest = BigInt.asUintN(width * 8, value);
  for (let i = 0; i < width; i++, rest >>= 8n) bytes[i] = Number(rest & 0xffn);
  return bytes;
}
