import { ObjectError } from '../object-error.js';
import { MOST_BYTES } from '../object-layout.js';
import { LONGEST_NAME, textAt } from '../reader.js';
import { AT } from './constants.js';
import type { Entry } from './entry.js';
import type { Place, Value } from './value.js';

/** Whether an attribute refers to another entry. */
export const isPlace = (value: Value): value is Place =>
  typeof value === 'object' && 'unit' in value;

/** A string attribute, or the beginning of a long one. @throws ObjectError when it does not end */
export const textOf = (
  { values }: Entry,
  attribute: number,
  longest?: number,
): string | undefined => {
  const value = values.get(attribute);
  return typeof value === 'object' && 'from' in value
    ? textAt(value.bytes, value.of, value.from, longest)
    : undefined;
};

/** The name of a type or a member: a file may have millions that share the bytes of a long one. */
export const nameOf = (entry: Entry): string | undefined => textOf(entry, AT.name, LONGEST_NAME);

/** A constant attribute. @throws ObjectError for one that is beyond every size */
export function numberOf(entry: Entry, attribute: number): number | undefined {
  const value = entry.values.get(attribute);
  if (typeof value !== 'number') return undefined;
  if (Number.isSafeInteger(value) && Math.abs(value) <= MOST_BYTES) return value;
  throw malformed(entry, `${value} is beyond every size`);
}

export const malformed = ({ unit, at }: Place, why: string): ObjectError =>
  new ObjectError('malformed', unit.section.name, at, why);
