import { type Abi, type CompoundLayout, paddingOf } from '../layout/index.js';
import { typeName } from '../schema/index.js';
import { columns } from './columns.js';
import { type Row, rowsOf } from './layout-rows.js';

/** Architectures on which a struct lies alike: one column of the table. */
export interface Column {
  readonly abis: readonly Abi[];
  readonly layout: CompoundLayout;
}

export interface TableOptions {
  /** Whether each field's line of meaning is shown. */
  readonly doc: boolean;
  /** Characters a line may have; a longer meaning is cut. */
  readonly width: number;
}

const headOf = ({ abis }: Column): string => abis.map(({ name }) => name).join(' ');
const plural = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** Bits of a byte that bit-fields share count as the part of a byte that they are. */
const paddingBytes = (layout: CompoundLayout): number =>
  paddingOf(layout).reduce(
    (sum, { size, mask }) => sum + (mask === undefined ? size : ones(mask) / 8),
    0,
  );
const ones = (mask: number): number => mask.toString(2).replaceAll('0', '').length;

function paddingText(layout: CompoundLayout): string {
  const places = paddingOf(layout).length;
  if (places === 0) return 'no padding';
  return `${plural(paddingBytes(layout), 'byte')} of padding in ${plural(places, 'place')}`;
}

const fieldCount = (rows: readonly Row[]): string =>
  plural(rows.filter(({ kind }) => kind === 'field').length, 'field');

const offsetText = ({ offset, bit }: Row): string =>
  `${offset}${bit === undefined ? '' : `.${bit}`}`;
const sizeText = ({ size, bit }: Row): string => `${size}${bit === undefined ? '' : ' bits'}`;
const nameText = ({ depth, name }: Row): string => '  '.repeat(depth) + name;

function noteCells({ notes: { direction, unit, doc } }: Row, options: TableOptions): string[] {
  return [direction ?? '', unit ?? '', options.doc ? (doc ?? '') : ''];
}

const fit = (line: string, { width }: TableOptions): string =>
  line.length > width ? `${line.slice(0, width - 1)}…` : line;

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
    ...noteCells(row, options),
  ]);
  const head = ['offset', '', 'size', 'field', 'type'];
  return [
    `${typeName(layout.type)}  (${headOf(column)})`,
    ...columns([head, ...cells], [0, 2]).map((line) => fit(`  ${line}`, options)),
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
  const widths = all.map((_, i) => Math.max(...body.map(({ places }) => places[i]![0]!.length)));
  const place = ([offset = '', size = '']: readonly string[], i: number): string =>
    offset.padStart(widths[i]!) + (size && `:${size}`);
  const line = (name: string, values: readonly string[], ...rest: readonly string[]): string[] => [
    values.every((value) => value === values[0]) ? '' : '*',
    name,
    ...values,
    ...rest,
  ];
  const total = (name: string, of: (layout: CompoundLayout) => number): string[] =>
    line(
      name,
      all.map(({ layout }, i) => `${of(layout)}`.padStart(widths[i]!)),
    );
  const lines = columns([
    ['', 'field', ...all.map(headOf), 'type'],
    ...body.map(({ row, places }) =>
      line(nameText(row), places.map(place), row.type, ...noteCells(row, options)),
    ),
    total('total size', ({ size }) => size),
    total('alignment', ({ align }) => align),
    total('bytes of padding', paddingBytes),
    total('places of padding', (layout) => paddingOf(layout).length),
  ]);
  return [
    `${typeName(all[0]!.layout.type)}  (offset:size, * where they differ)`,
    ...lines.map((text) => fit(`  ${text}`, options)),
    `  ${fieldCount(body.map(({ row }) => row))}`,
  ];
}

/** A struct's layout as a table for people. */
export function tableOf(all: readonly Column[], options: TableOptions): string {
  const [first] = all;
  if (!first) return '';
  return (all.length === 1 ? single(first, options) : several(all, options)).join('\n');
}
