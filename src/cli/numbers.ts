import { usage } from './exit.js';
import type { Given } from './verb.js';

/** An integer as people type it, decimal or 0x; nothing for a text that is none. */
export function integerOf(text: string): bigint | undefined {
  // Longer than any register is; no conversion is to grow with it.
  if (text.length > 80 || !/^-?(\d+|0x[\da-f]+)$/i.test(text)) return undefined;
  return text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text);
}

/** A register or an address, of at most 64 bits. @throws Exit (wrong use) */
export function register(text: string, what: string): bigint {
  const value = integerOf(text);
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
  const value = Number(integerOf(text) ?? NaN);
  if (value >= least && value <= most) return value;
  const range = most < Number.MAX_SAFE_INTEGER ? ` from ${least} to ${most}` : '';
  throw usage(`--${name} ${text || '(nothing)'} is no whole number${range}`);
}
