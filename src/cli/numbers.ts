import { integerInWords } from '../words/integer.js';
import { usage } from './exit.js';
import type { Given } from './verb.js';

/** A register or an address, of at most 64 bits. @throws Exit (wrong use) */
export function register(text: string, what: string): bigint {
  const value = integerInWords(text);
  if (value === undefined || value < 0n)
    throw usage(`${what} ${text || '(nothing)'} is no whole number`);
  if (value >> 64n !== 0n) throw usage(`${what} ${text} does not fit 64 bits`);
  return value;
}

/**
 * The whole number of an option, or nothing where it is not given.
 * @throws Exit (wrong use) outside of the limits
 */
export function numberOption(
  given: Given,
  name: string,
  least = 0,
  most = Number.MAX_SAFE_INTEGER,
): number | undefined {
  const text = given.text(name);
  if (text === undefined) return undefined;
  const value = Number(integerInWords(text) ?? NaN);
  if (value >= least && value <= most) return value;
  const range = most < Number.MAX_SAFE_INTEGER ? ` from ${least} to ${most}` : '';
  throw usage(`--${name} ${text || '(nothing)'} is no whole number${range}`);
}
