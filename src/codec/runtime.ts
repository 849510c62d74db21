/** What generated codecs import, and all that they import. */
export type { Generated } from './codec.js';
export { get, type Fields } from './fields.js';
export { readBits, readChars, writeBits, writeChars } from './integers.js';

/** The caller's array when it is one of `length` elements. */
export const elements = (value: unknown, length: number): readonly unknown[] | undefined =>
  Array.isArray(value) && value.length === length ? value : undefined;

/** Whether a string fits a character array of `length` bytes. */
export const isChars = (value: unknown, length: number): value is string =>
  typeof value === 'string' && value.length <= length && !/[^\0-\xff]/.test(value);

/**
 * Adds one union member's bytes to those of the members before it.
 * @returns whether it agrees with them on every byte that both have.
 */
export function merge(
  into: Uint8Array,
  mask: Uint8Array,
  from: Uint8Array,
  offset: number,
  size: number,
): boolean {
  for (let at = offset; at < offset + size; at++) {
    if (mask[at] !== 0 && into[at] !== from[at]) return false;
    into[at] = from[at]!;
    mask[at] = 1;
  }
  return true;
}
