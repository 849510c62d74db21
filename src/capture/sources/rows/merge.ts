import type { Fragment } from '../source.js';
import { SourceError, type Position } from '../source-error.js';

/** Bytes that one line of a dump gives, repeated up to `size`. */
export interface Piece extends Position {
  readonly address: bigint;
  readonly bytes: Uint8Array;
  readonly size: number;
  /** Counts up with each command or other line before it. */
  readonly block: number;
}

/**
 * Joins the pieces that touch or overlap, in the order of their addresses.
 * @throws SourceError `overlap` where two lines disagree, at the later one.
 */
export function merge(pieces: readonly Piece[]): Fragment[] {
  const fragments: Fragment[] = [];
  let run: Piece[] = [];
  let end = 0n;
  for (const piece of pieces.toSorted(byAddress)) {
    if (run.length > 0 && piece.address > end) {
      fragments.push(join(run, end));
      run = [];
    }
    const pieceEnd = piece.address + BigInt(piece.size);
    if (run.length === 0 || pieceEnd > end) end = pieceEnd;
    run.push(piece);
  }
  if (run.length > 0) fragments.push(join(run, end));
  return fragments;
}

const byAddress = (a: Piece, b: Piece): number =>
  a.address < b.address ? -1 : Number(a.address > b.address);

function join(run: readonly Piece[], end: bigint): Fragment {
  const { address } = run[0]!;
  const bytes = new Uint8Array(Number(end - address));
  let known = 0;
  for (const piece of run) {
    const start = Number(piece.address - address);
    const { length } = piece.bytes;
    if (start < known) checkAgainst(bytes.subarray(start, known), piece, run);
    bytes.set(piece.bytes, start);
    for (let at = length; at < piece.size; at *= 2)
      bytes.copyWithin(start + at, start, start + Math.min(at, piece.size - at));
    known = Math.max(known, start + piece.size);
  }
  return { address, bytes };
}

function checkAgainst(known: Uint8Array, piece: Piece, run: readonly Piece[]): void {
  for (let i = 0; i < Math.min(known.length, piece.size); i++)
    if (known[i] !== piece.bytes[i % piece.bytes.length]) throw disagreement(run, piece, i);
}

/** Every piece before `piece` in the run agreed so far, so the first that has the byte will do. */
function disagreement(run: readonly Piece[], piece: Piece, offset: number): SourceError {
  const at = piece.address + BigInt(offset);
  const byteOf = ({ address, bytes }: Piece): string =>
    `0x${bytes[Number(at - address) % bytes.length]!.toString(16).padStart(2, '0')}`;
  const other = run.find(({ address, size }) => address <= at && at < address + BigInt(size))!;
  const [earlier, later] = other.line < piece.line ? [other, piece] : [piece, other];
  return new SourceError(
    'overlap',
    later,
    `address 0x${at.toString(16)} is ${byteOf(later)} here and ${byteOf(earlier)} on line ${earlier.line}`,
  );
}
