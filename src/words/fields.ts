import { type LiveField, liveFields } from '../codec/live.js';
import { integerOf, namesOf, type Type } from '../schema/index.js';
import { bytesInWords } from './octets.js';
import { inWords, listInWords } from './value.js';

/** What people are told of bytes that no live member of a union has. */
export const NOT_LIVE = '(not live)';

/** A leaf of a value for people: its dotted path and what it says. */
export interface Row {
  readonly path: string;
  readonly text: string;
}

const rowOf = ({ path, type, value, member }: LiveField): Row => ({
  path,
  text: type.kind === 'union' ? NOT_LIVE : inWords(type, value, member?.unit),
});

/** The fields of a value in words, one row each; of a union the live member alone. */
export const rowsOf = (type: Type, value: unknown): Row[] =>
  Array.from(liveFields(type, value, true), rowOf);

/** The path of the array that an integer is an element of. */
const arrayOf = ({ path, type }: LiveField): string | undefined =>
  path.endsWith(']') && integerOf(type as Type) ? path.slice(0, path.lastIndexOf('[')) : undefined;

function arrayRow(path: string, fields: readonly LiveField[], most: number): Row {
  const { type, member } = fields[0]!;
  const values = fields.map(({ value }) => value);
  const int = integerOf(type as Type);
  const isBytes = int?.kind === 'int' && int.width === 8 && !member?.unit && !namesOf(type as Type);
  const text = isBytes
    ? bytesInWords(values as number[], most)
    : listInWords(type as Type, values, member?.unit, most);
  return { path, text };
}

/** The same, with an array of integers as one row of at most so many words. */
export function foldedRowsOf(type: Type, value: unknown, most: number): Row[] {
  const rows: Row[] = [];
  let array: LiveField[] = [];
  const end = (): void => {
    if (array.length > 0) rows.push(arrayRow(arrayOf(array[0]!)!, array, most));
    array = [];
  };
  for (const field of liveFields(type, value, true)) {
    const path = arrayOf(field);
    if (array.length > 0 && path !== arrayOf(array[0]!)) end();
    if (path === undefined) rows.push(rowOf(field));
    else array.push(field);
  }
  end();
  return rows;
}
