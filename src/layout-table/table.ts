import { paddingOf } from '../layout/index.js';
import { typeName } from '../schema/index.js';
import { columns } from '../words/columns.js';
import {
  type Column,
  fieldCount,
  headOf,
  indent,
  nameText,
  noteCells,
  offsetText,
  paddingBytes,
  paddingText,
  sizeText,
  type TableOptions,
  withDocs,
} from './cells.js';
import { type Row, rowsOf } from './rows.js';

/** Offset, size, name, type and notes of each field, for one architecture or several alike. */
function single(column: Column, options: TableOptions): string[] {
  const { layout } = column;
  const rows = rowsOf(layout);
  const digits = layout.size.toString(16).length;
  const cells = rows.map((row) => [
    offsetText(row),
    `0x${row.offset.toString(16).padStart(digits, '0')}`,
    sizeText(row),
    nameText(row),
    row.type,
    ...noteCells(row),
  ]);
  const head = ['offset', '', 'size', 'field', 'type'];
  return [
    `${typeName(layout.type)}  (${headOf(column)})`,
    ...withDocs(columns([head, ...cells], [0, 2]).map(indent), [undefined, ...rows], options),
    `  size ${layout.size}, align ${layout.align}, ${fieldCount(rows)}, ${paddingText(layout)}`,
  ];
}

/** The keys of several tables as one list, each table's in its own order. */
function merged(tables: readonly (readonly Row[])[]): readonly string[] {
  const order: string[] = [];
  for (const rows of tables) {
    let at = 0;
    for (const { key } of rows) {
      const known = order.indexOf(key);
      if (known < 0) order.splice(at, 0, key);
      at = (known < 0 ? at : known) + 1;
    }
  }
  return order;
}

/** `offset:size` per column, the colons below each other; a row that differs is marked. */
function several(all: readonly Column[], options: TableOptions): string[] {
  const tables = all.map(({ layout }) => rowsOf(layout));
  const body = merged(tables).map((key) => {
    const found = tables.map((rows) => rows.find((row) => row.key === key));
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
    Math.max(
      ...body.map(({ places }) => places[i]![0]!.length),
      ...totals[i]!.map((n) => `${n}`.length),
    ),
  );
  const place = ([offset = '', size = '']: readonly string[], i: number): string =>
    offset.padStart(widths[i]!) + (size && `:${size}`);
  const line = (name: string, values: readonly string[], ...rest: readonly string[]): string[] => [
    values.every((value) => value.trim() === values[0]?.trim()) ? '' : '*',
    name,
    ...values,
    ...rest,
  ];
  const lines = columns([
    ['', 'field', ...all.map(headOf), 'type'],
    ...body.map(({ row, places }) =>
      line(nameText(row), places.map(place), row.type, ...noteCells(row)),
    ),
    ...['total size', 'alignment', 'bytes of padding', 'places of padding'].map((name, n) =>
      line(
        name,
        totals.map((values, i) => `${values[n]}`.padStart(widths[i]!)),
      ),
    ),
  ]);
  return [
    `${typeName(all[0]!.layout.type)}  (offset:size, * where they differ)`,
    ...withDocs(lines.map(indent), [undefined, ...body.map(({ row }) => row)], options),
    `  ${fieldCount(body.map(({ row }) => row))}`,
  ];
}

/** A struct's layout as a table for people. */
export function tableOf(all: readonly Column[], options: TableOptions): string {
  const [first] = all;
  if (!first) return '';
  return (all.length === 1 ? single(first, options) : several(all, options)).join('\n');
}
