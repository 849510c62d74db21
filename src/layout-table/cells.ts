import { type Abi, type CompoundLayout, paddingOf } from '../layout/index.js';
import { columns, type Fold } from '../words/columns.js';
import { counted } from '../words/text.js';
import type { Row } from './rows.js';

/** Architectures on which a struct lies alike: one column of the table. */
export interface Column {
  readonly abis: readonly Abi[];
  readonly layout: CompoundLayout;
}

export interface TableOptions {
  /** Whether each field's line of meaning is shown. */
  readonly doc: boolean;
  /** Characters a line may have; a longer one goes on below. */
  readonly width: number;
}

export const headOf = ({ abis }: Column): string => abis.map(({ name }) => name).join(' ');

/** Bits of a byte that bit-fields share count as the part of a byte that they are. */
export const paddingBytes = (layout: CompoundLayout): number =>
  paddingOf(layout).reduce(
    (sum, { size, mask }) => sum + (mask === undefined ? size : ones(mask) / 8),
    0,
  );
const ones = (mask: number): number => mask.toString(2).replaceAll('0', '').length;

export function paddingText(layout: CompoundLayout): string {
  const places = paddingOf(layout).length;
  if (places === 0) return 'no padding';
  return `${counted(paddingBytes(layout), 'byte')} of padding in ${counted(places, 'place')}`;
}

export const fieldCount = (rows: readonly Row[]): string =>
  counted(rows.filter(({ kind }) => kind === 'field').length, 'field');

export const offsetText = ({ offset, bit }: Row): string =>
  `${offset}${bit === undefined ? '' : `.${bit}`}`;
export const sizeText = ({ size, bit }: Row): string =>
  `${size}${bit === undefined ? '' : ' bits'}`;
export const nameText = ({ depth, name }: Row): string => '  '.repeat(depth) + name;

/** What a field is: its type, notes, and its meaning if that is asked for. */
export const typeCells = (
  { type, notes: { direction, unit, doc } }: Row,
  options: TableOptions,
): string[] => [type, direction ?? '', unit ?? '', ...(options.doc ? [doc ?? ''] : [])];

const MARGIN = '  ';

/** A table in the margin of its heading. */
export const tableLines = (
  rows: readonly (readonly string[])[],
  { width, ...fold }: Fold,
  right: readonly number[] = [],
): string[] =>
  columns(rows, right, { ...fold, width: width - MARGIN.length }).map((line) =>
    `${MARGIN}${line}`.trimEnd(),
  );
