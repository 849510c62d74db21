import { cleanLines } from '../lines/clean.js';
import { noFacts } from '../lines/facts.js';
import type { Reading } from '../reading.js';
import { SourceError, type Position } from '../source-error.js';
import { parseAddress, type Radix } from './address.js';
import { merge, type Piece } from './merge.js';

interface Characters extends Position {
  readonly address: string;
  readonly bytes: readonly number[];
}

const escapes: Readonly<Record<string, number>> = {
  '0': 0,
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  '\\': 0x5c,
};

/** One cell of four columns: a character, an escape, or three octal digits. */
function byteOf(cell: string): number | undefined {
  const text = cell.trim();
  if (text === '') return 0x20;
  if (text.length === 1) return text.charCodeAt(0);
  if (/^\\.$/.test(text)) return escapes[text[1]!];
  return /^[0-3][0-7]{2}$/.test(text) ? parseInt(text, 8) : undefined;
}

/** An address and sixteen cells; a width that is asked for may be larger. */
const mostLine = 4096;

function charactersOf(line: Position, text: string): Characters | undefined {
  if (text.length > mostLine) return undefined;
  const match = /^([0-9a-f]{6,8})((?: {3}.| {2}\\.| [0-7]{3})*) {0,3}$/.exec(text);
  if (!match) return undefined;
  const [, address = '', cells = ''] = match;
  const bytes: number[] = [];
  for (let at = 0; at < cells.length; at += 4) {
    const byte = byteOf(cells.slice(at, at + 4));
    if (byte === undefined) return undefined;
    bytes.push(byte);
  }
  return { line: line.line, column: line.column, address, bytes };
}

/**
 * What `od -c` and `hexdump -c` print: characters in columns of four. The next address says how
 * many a line has, for spaces at its end may be lost. `undefined`: not that.
 */
export function readCharacters(text: string): Reading | undefined {
  const rows: Characters[] = [];
  let isCharacters = false;
  for (const line of cleanLines(text)) {
    const row = charactersOf(line, line.text);
    if (!row) return undefined;
    rows.push(row);
    isCharacters ||= /[^\d\s]/.test(line.text.slice(row.address.length));
  }
  // Cells of digits alone are what od -tu1 and hexdump -b print.
  if (!isCharacters) return undefined;
  const end = rows.at(-1);
  // One character a group would do for many a text; an escape, or an end, is needed.
  if (rows.length < 2 || end!.bytes.length > 0 || !/ {2}\\|[ ][0-7]{3} /.test(text))
    return undefined;
  const found = ([8, 16, 10] as const).flatMap((radix) => piecesOf(rows, radix) ?? []);
  const [pieces, other] = found;
  if (!pieces || other)
    throw new SourceError('address', rows[0]!, 'the addresses step by no number of characters');
  return {
    style: 'od -c, bytes',
    fragments: merge(pieces),
    hasAddresses: true,
    starts: [pieces[0]!.address],
    facts: noFacts(),
    passedOver: 0,
  };
}

function piecesOf(rows: readonly Characters[], radix: Radix): [Piece[]] | undefined {
  const pieces: Piece[] = [];
  for (const [i, { line, column, address, bytes }] of rows.entries()) {
    const next = rows[i + 1];
    const start = parseAddress(address, radix);
    if (start === undefined) return undefined;
    if (!next) return [pieces];
    const size = Number((parseAddress(next.address, radix) ?? -1n) - start);
    // Spaces at the end of a line may be lost, and hexdump prints more of them.
    const isFilled = bytes.slice(Math.max(size, 0)).every((byte) => byte === 0x20);
    if (size < 1 || size > 16 || !isFilled) return undefined;
    const all = new Uint8Array(size).fill(0x20);
    all.set(bytes.slice(0, size));
    pieces.push({ line, column, block: 0, address: start, bytes: all, size });
  }
  return undefined;
}
