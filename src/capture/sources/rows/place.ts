import { SourceError } from '../source-error.js';
import { reversed, type Order } from '../order.js';
import { addressOf, mayEndAt, type Radix } from './address.js';
import type { Item } from './items.js';
import type { Piece } from './merge.js';
import type { Repeat, Row } from './row.js';

/** A few characters of a dump can stand for any number of bytes; more than this is refused. */
export const mostFill = 2 ** 22;

export interface Placed {
  readonly pieces: readonly Piece[];
  /** Where a run of lines begins that does not go on where the one before it ended. */
  readonly starts: readonly bigint[];
}

/** Lays the lines of a dump out in memory, in their order; `*` becomes the lines it stands for. */
export function place(items: readonly Item[], radix: Radix, order: Order): Placed {
  const pieces: Piece[] = [];
  const starts: bigint[] = [];
  let before: { piece: Piece; row: Row } | undefined;
  let repeat: Repeat | undefined;
  let talked = true;
  let end: bigint | undefined;
  let [filled, block, widest] = [0, 0, 0];

  for (const item of items) {
    if (item.kind === 'talk') {
      block++;
      talked = true;
      widest = 0;
      continue;
    }
    if (item.kind === 'repeat') {
      if (!before || repeat) throw new SourceError('repeat', item, `'*' repeats no line`);
      repeat = item;
      continue;
    }
    const address = addressOf(item, radix);
    if (repeat) {
      const piece = fill(before!.piece, address, repeat, mostFill - filled);
      filled += piece.size;
      pieces.push(piece);
      end = address;
    } else if (item.kind === 'end' && before) {
      if (!mayEndAt(address, before.piece.address, before.row))
        throw new SourceError(
          'address',
          item,
          `the dump ends at ${hex(address)}, its last line at ${hex(endOf(before.piece))}`,
        );
      pieces.push(shortened(pieces.pop()!, address));
    } else if (item.kind === 'end')
      throw new SourceError('line', item, 'nothing follows this address, and no line ends at it');
    else if (item.kind === 'row' && before && !talked)
      refuseHole(before.piece, item, address, widest);
    repeat = undefined;
    before = undefined;
    if (item.kind === 'row') {
      const bytes = order === 'little' ? reversed(item.bytes, item.group) : item.bytes;
      const { line, column } = item;
      const piece = { line, column, address, bytes, size: bytes.length, block };
      pieces.push(piece);
      if (address !== end) starts.push(address);
      end = endOf(piece);
      before = { piece, row: item };
      widest = Math.max(widest, bytes.length);
      talked = false;
    }
  }
  if (repeat) throw endless(repeat);
  return { pieces, starts };
}

const hex = (address: bigint): string => `0x${address.toString(16)}`;
const endOf = ({ address, size }: Piece): bigint => address + BigInt(size);

/** A line has as many bytes as the addresses step by, or they are no bytes as they are read. */
function refuseHole(before: Piece, row: Row, address: bigint, widest: number): void {
  const step = address - before.address;
  if (step <= 0n || step === BigInt(before.size) || step > BigInt(widest)) return;
  throw new SourceError(
    'address',
    row,
    `the address is ${step} after that of line ${before.line}, which has ${before.size} bytes`,
  );
}

/** `hexdump` and `od` pad the last word with zeros; the end says how much of it there is. */
function shortened(piece: Piece, end: bigint): Piece {
  const size = Number(end - piece.address);
  return { ...piece, bytes: piece.bytes.subarray(0, size), size };
}

export const endless = (repeat: Repeat): SourceError =>
  new SourceError('repeat', repeat, `no address after '*' says how many lines it stands for`);

export function fill(like: Piece, end: bigint, repeat: Repeat, atMost: number): Piece {
  const start = endOf(like);
  const size = end - start;
  if (size <= 0n || size % BigInt(like.size) !== 0n)
    throw new SourceError(
      'repeat',
      repeat,
      `'*' stands for ${size} bytes, no whole number of lines of ${like.size}`,
    );
  if (size > BigInt(atMost))
    throw new SourceError(
      'size',
      repeat,
      `'*' stands for ${size} bytes; at most ${mostFill} (4 MiB) of a dump are filled in`,
    );
  const { line, column } = repeat;
  return { ...like, line, column, address: start, size: Number(size) };
}
