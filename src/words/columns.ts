import { widest } from './text.js';

type Cells = readonly string[];

/** What gives way where a table is wider than a line. */
export interface Fold {
  /** Characters that a line may have. */
  readonly width: number;
  /** The column whose text goes on below, with all that follow it. */
  readonly from: number;
  /** The first and the end of columns that may come in further tables below. */
  readonly blocks?: readonly [first: number, end: number] | undefined;
}

/** Less room than this is no column to write in: the text goes below its row instead. */
const LEAST = 20;
const BELOW = 4;
const GAP = 2;

/** A text in pieces of at most `width`, broken at spaces where it has any. */
function broken(text: string, width: number): string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > width) {
    const last = rest.lastIndexOf(' ', width);
    const at = last > 0 ? last : rest.indexOf(' ');
    if (at < 0) break;
    pieces.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...pieces, rest];
}

/** Where a column of these widths begins; one that is empty in all rows takes no room. */
const startOf = (widths: readonly number[], column: number): number =>
  widths.slice(0, column).reduce((sum, n) => sum + (n > 0 ? n + GAP : 0), 0);

/** The columns of each of the tables that a wide one becomes: what begins a row begins all. */
function blocksOf(widths: readonly number[], { width, from, blocks = [0, 0] }: Fold): number[][] {
  const [first, end] = blocks;
  const all = [...widths.keys()];
  const span = (a: number, b: number): number => startOf(widths, b) - startOf(widths, a);
  const tail = span(end, from) + Math.min(LEAST, span(from, widths.length));
  const groups = [
    ...all.slice(first, end).map((i) => ({ columns: [i], needed: widths[i]! + GAP })),
    { columns: all.slice(end), needed: tail },
  ].filter(({ columns }) => columns.length > 0);
  const tables: number[][] = [];
  let left = 0;
  for (const { columns, needed } of groups) {
    if (tables.length === 0 || left < needed) {
      tables.push(all.slice(0, first));
      left = width - startOf(widths, first);
    }
    left -= needed;
    tables.at(-1)!.push(...columns);
  }
  return tables;
}

/** Rows with their cells below each other; the columns in `right` end where the others start. */
export function columns(
  rows: readonly Cells[],
  right: readonly number[] = [],
  fold: Fold = { width: Infinity, from: 0 },
): readonly string[] {
  const widths: number[] = [];
  for (const row of rows)
    row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)));
  const padded = rows.map((row) =>
    row.map((cell, i) => (right.includes(i) ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!))),
  );
  const join = (cells: Cells): string =>
    cells
      .filter((_, i) => widths[i]! > 0)
      .join(' '.repeat(GAP))
      .trimEnd();
  const lines = padded.map(join);
  const { width, from, blocks } = fold;
  if (widest(lines) <= width) return lines;
  if (blocks) {
    return blocksOf(widths, fold).flatMap((shown, n) => [
      ...(n > 0 ? [''] : []),
      ...columns(
        padded
          .map((row) => shown.map((i) => row[i] ?? ''))
          .filter((row) => row.some((cell) => cell.trim() !== '')),
        [],
        { width, from: shown.includes(from) ? shown.indexOf(from) : shown.length },
      ),
    ]);
  }
  // As many columns as fit stay in their line.
  let kept = Math.min(from, widths.length);
  while (kept > 1 && startOf(widths, kept) - GAP > width) kept--;
  const start = startOf(widths, kept);
  const isBelow = width - start < LEAST;
  const indent = ' '.repeat(isBelow ? BELOW : start);
  return lines.flatMap((line) => {
    const pieces = broken(line.slice(start), width - indent.length);
    const head = line.slice(0, start);
    if (!isBelow) return pieces.map((piece, i) => ((i === 0 ? head : indent) + piece).trimEnd());
    return [head.trimEnd(), ...pieces.filter(Boolean).map((piece) => indent + piece)];
  });
}
