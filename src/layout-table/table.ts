import { paddingOf } from '../layout/index.js';
import { typeName } from '../schema/index.js';
import type { Fold } from '../words/columns.js';
import { widest } from '../words/text.js';
import {
  type Column,
  fieldCount,
  headOf,
  nameText,
  offsetText,
  paddingBytes,
  paddingText,
  sizeText,
  tableLines,
  type TableOptions,
  typeCells,
} from './cells.js';
import { type Row, rowsOf } from './rows.js';

/** Offset, size, name, type and notes of each field, for one architecture or several alike. */
function single(column: Column, options: TableOptions): string[] {
  const { layout } = column;
  const { width, doc } = options;
  const rows = rowsOf(layout);
  const digits = layout.size.toString(16).length;
  const cells = rows.map((row) => [
    offsetText(row),
    `0x${row.offset.toString(16).padStart(digits, '0')}`,
    sizeText(row),
    nameText(row),
    ...typeCells(row, options),
  ]);
  const head = ['offset', '', 'size', 'field', 'type'];
  return [
    `${typeName(layout.type)}  (${headOf(column)})`,
    ...tableLines([head, ...cells], { width, from: doc ? 7 : 4 }, [0, 2]),
    `  size ${layout.size}, align ${layout.align}, ${fieldCount(rows)}, ${paddingText(layout)}`,
  ];
}

/** A key of several tables, and the one that comes after it. */
interface Link {
  readonly key: string;
  next: Link | undefined;
}

/** The keys of several tables as one list, each table's in its own order. */
function merged(tables: readonly (readonly Row[])[]): readonly string[] {
  const known = new Map<string, Link>();
  const start: Link = { key: '', next: undefined };
  for (const rows of tables) {
    let last = start;
    for (const { key } of rows) {
      const link = known.get(key) ?? (last.next = { key, next: last.next });
      known.set(key, link);
      last = link;
    }
  }
  const order: string[] = [];
  for (let link = start.next; link; link = link.next) order.push(link.key);
  return order;
}

/** `offset:size` per column, the colons below each other; a row that differs is marked. */
function several(all: readonly Column[], options: TableOptions): string[] {
  const tables = all.map(({ layout }) => rowsOf(layout));
  const byKey = tables.map((rows) => new Map(rows.map((row) => [row.key, row])));
  const body = merged(tables).map((key) => {
    const found = byKey.map((rows) => rows.get(key));
    const row = found.find((one) => one !== undefined)!;
    return {
      row,
      places: found.map((one) => (one ? [offsetText(one), sizeText(one)] : ['-', ''])),
    };
  });
  const totals = all.map(({ layout }) => [
    layout.size,
    layout.align,
    paddingBytes(layout),
    paddingOf(layout).length,
  ]);
  const widths = all.map((_, i) =>
    widest([...body.map(({ places }) => places[i]![0]!), ...totals[i]!.map((n) => `${n}`)]),
  );
  const place = ([offset = '', size = '']: readonly string[], i: number): string =>
    offset.padStart(widths[i]!) + (size && `:${size}`);
  const line = (name: string, values: readonly string[], ...rest: readonly string[]): string[] => [
    values.every((value) => value.trim() === values[0]?.trim()) ? '' : '*',
    name,
    ...values,
    ...rest,
  ];
  const lines = [
    ...body.map(({ row, places }) =>
      line(nameText(row), places.map(place), ...typeCells(row, options)),
    ),
    ...['total size', 'alignment', 'bytes of padding', 'places of padding'].map((name, n) =>
      line(
        name,
        totals.map((values, i) => `${values[n]}`.padStart(widths[i]!)),
      ),
    ),
  ];
  const end = 2 + all.length;
  const fold: Fold = { width: options.width, from: end + (options.doc ? 3 : 0), blocks: [2, end] };
  const wide = tableLines([['', 'field', ...all.map(headOf), 'type'], ...lines], {
    ...fold,
    width: Infinity,
  });
  const isNarrow = widest(wide) > options.width;
  const isAbsent = body.some(({ places }) => places.some(([offset]) => offset === '-'));
  const legend = [
    ...(!isNarrow && all.some(({ abis }) => abis.length > 1)
      ? ['under an architecture, an empty cell is as the one left of it']
      : []),
    ...(isAbsent ? ['-: not there'] : []),
  ];
  return [
    `${typeName(all[0]!.layout.type)}  (offset:size, * where they differ)`,
    ...(isNarrow ? tableLines([...stackedHeads(all), ...lines], fold) : wide),
    `  ${fieldCount(body.map(({ row }) => row))}`,
    ...(legend.length > 0 ? [`  ${legend.join('; ')}`] : []),
  ];
}

/** The heads of columns with each architecture on a line of its own. */
function stackedHeads(all: readonly Column[]): string[][] {
  const height = Math.max(...all.map(({ abis }) => abis.length));
  return Array.from({ length: height }, (_, line) => {
    const isLast = line === height - 1;
    const names = all.map(({ abis }) => abis[line - (height - abis.length)]?.name ?? '');
    return ['', isLast ? 'field' : '', ...names, isLast ? 'type' : ''];
  });
}

/** A struct's layout as a table for people. */
export function tableOf(all: readonly Column[], options: TableOptions): string {
  const [first] = all;
  if (!first) return '';
  return (all.length === 1 ? single(first, options) : several(all, options)).join('\n');
}
