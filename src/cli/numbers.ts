import type { Abi } from '../layout/index.js';
import { int64_t } from '../schema/index.js';
import { integerInWords } from '../words/integer.js';
import { numberInWords } from '../words/number.js';
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

/**
 * What a call returned, from --result: a number, a register as a debugger prints it, `-EINVAL`.
 * @throws Exit (wrong use)
 */
export function resultOption(given: Given, abi: Abi): bigint | undefined {
  const text = given.text('result');
  if (text === undefined) return undefined;
  const value = numberInWords(int64_t, text, 'errno');
  if (value === undefined)
    throw usage(
      `--result ${text || '(nothing)'} is no whole number and no error, as 0, -22 and -EINVAL are`,
    );
  const bits = abi.sizes.long * 8;
  if (value < -(1n << BigInt(bits - 1)) || value >> BigInt(bits) > 0n)
    throw usage(`--result ${text} does not fit ${bits} bits`);
  return BigInt.asIntN(bits, value);
}
