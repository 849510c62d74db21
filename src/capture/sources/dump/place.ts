import { SourceError } from '../source-error.js';
import { addressOf, mayEndAt, radixOf } from './address.js';
import type { Item, Repeat, Row } from './line.js';
import type { Piece } from './merge.js';
import { printsWords, reversed } from './order.js';
import type { DumpStyle } from './styles.js';

/** A few characters of a dump can stand for any number of bytes; more than this is refused. */
const mostFill = 2 ** 28;

/** Lays the lines of a dump out in memory, in their order; `*` becomes the lines it stands for. */
export function place(style: DumpStyle, items: readonly Item[]): Piece[] {
  const radix = radixOf(style, items);
  const turn = printsWords(style, items.filter(isRow));
  const pieces: Piece[] = [];
  let before: { piece: Piece; row: Row } | undefined;
  let repeat: Repeat | undefined;
  let filled = 0;

  for (const item of items) {
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
    } else if (item.kind === 'end' && before) {
      if (!mayEndAt(address, before.piece.address, before.row))
        throw new SourceError(
          'address',
          item,
          `the dump ends at ${hex(address)}, its last line at ${hex(endOf(before.piece))}`,
        );
      pieces.push(shortened(pieces.pop()!, address));
    }
    repeat = undefined;
    before = undefined;
    if (item.kind === 'row') {
      const bytes = turn ? reversed(item) : item.bytes;
      const piece = { line: item.line, column: item.column, address, bytes, size: bytes.length };
      pieces.push(piece);
      before = { piece, row: item };
    }
  }
  if (repeat)
    throw new SourceError(
      'repeat',
      repeat,
      `no address after '*' says how many lines it stands for`,
    );
  return pieces;
}

const isRow = (item: Item): item is Row => item.kind === 'row';
const hex = (address: bigint): string => `0x${address.toString(16)}`;
const endOf = ({ address, size }: Piece): bigint => address + BigInt(size);

/** `hexdump` and `od` pad the last word with zeros; the end says how much of it there is. */
function shortened(piece: Piece, end: bigint): Piece {
  const size = Number(end - piece.address);
  return { ...piece, bytes: piece.bytes.subarray(0, size), size };
}

function fill(like: Piece, end: bigint, repeat: Repeat, atMost: number): Piece {
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
      `'*' stands for ${size} bytes; at most ${mostFill} (256 MiB) of a dump are filled in`,
    );
  const { line, column } = repeat;
  return { line, column, address: start, bytes: like.bytes, size: Number(size) };
}
