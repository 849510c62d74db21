import { noFacts } from '../lines/facts.js';
import type { Reading } from '../reading.js';
import { merge, type Piece } from '../rows/merge.js';
import { SourceError, type Position } from '../source-error.js';

const bytesIn = (hex: string): Uint8Array =>
  Uint8Array.from(hex.match(/../g) ?? [], (digits) => parseInt(digits, 16));

/** A piece of memory at a line of a file. */
export const pieceAt = ({ line, column }: Position, address: bigint, bytes: Uint8Array): Piece => ({
  line,
  column,
  block: 0,
  address,
  bytes,
  size: bytes.length,
});

/** @throws SourceError where a piece lies past the last address, or two disagree. */
export function filesReading(style: string, pieces: readonly Piece[]): Reading {
  const far = pieces.find(({ address, size }) => address + BigInt(size) > 2n ** 64n);
  if (far) throw new SourceError('address', far, 'the bytes end past the last 64-bit address');
  return {
    style,
    fragments: merge(pieces.filter(({ size }) => size > 0)),
    hasAddresses: true,
    starts: [pieces[0]?.address ?? 0n],
    facts: noFacts(),
    passedOver: 0,
  };
}

/** The bytes of a record, whose sum is known. @throws SourceError when it is another. */
export function checkedRecord(at: Position, hex: string, sum: number): Uint8Array {
  const bytes = bytesIn(hex);
  if ((bytes.reduce((a, b) => a + b, 0) & 0xff) !== sum)
    throw new SourceError('group', at, 'the checksum of this record is wrong');
  return bytes;
}
