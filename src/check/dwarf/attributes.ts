import { ObjectError } from '../object-error.js';
import { MOST_BYTES } from '../object-layout.js';
import type { Entry } from './entry.js';
import type { Place, Value } from './value.js';

/** Whether an attribute refers to another entry. */
export const isPlace = (value: Value): value is Place =>
  typeof value === 'object' && !(value instanceof Uint8Array);

/** A string attribute. */
export const textOf = ({ values }: Entry, attribute: number): string | undefined => {
  const value = values.get(attribute);
  return typeof value === 'string' ? value : undefined;
};

/** A constant attribute. @throws ObjectError for one that is beyond every size */
export function numberOf(entry: Entry, attribute: number): number | undefined {
  const value = entry.values.get(attribute);
  if (typeof value !== 'number') return undefined;
  if (Number.isSafeInteger(value) && Math.abs(value) <= MOST_BYTES) return value;
  throw malformed(entry, `${value} is beyond every size`);
}

export const malformed = ({ unit, at }: Place, why: string): ObjectError =>
  new ObjectError('malformed', unit.section.name, at, why);
