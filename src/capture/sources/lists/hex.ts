import { SourceError, shown } from '../source-error.js';
import { isSpace, positionOf } from '../text.js';

/** The value of a hex digit by its character code; -1 for any other character. */
export const digitValue = (code: number): number => (code < 128 ? values[code]! : -1);

const values = Int8Array.from({ length: 128 }, (_, code) => {
  const value = parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? -1 : value;
});

const [zero, backslash, quote] = [0x30, 0x5c, 0x22];
const letterH = /h/i;

/** What may stand between items of a whole number of bytes each. */
const isSeparator = (code: number): boolean => ',;:-_'.includes(String.fromCharCode(code));

/** Digits of a word behind 0x. What has more than any word are bytes again. */
const wordDigits = new Set([4, 8, 16]);
const mostDigits = 32;

/**
 * Hex digits as bytes, in written order. White space means nothing. `,`, `:`, `-`, `_`, `0x` and `\x`
 * separate items, of a whole number of bytes each. Behind `0x` an item is a number: one byte, or a
 * little-endian word. `0x9` in a list is the byte 09, as in C, and `40h` the byte 40. The array that
 * `xxd -i` prints is read too, and the quotes around `\x` escapes are skipped.
 * @throws SourceError `digit` at a character that does not belong, `odd` at a digit left over,
 *   `group` at a number that is no word.
 */
export function readHex(text: string): Uint8Array {
  const [start, end] = insideArray(text);
  const bytes = new Uint8Array((end - start + 1) >> 1);
  const isList = text.includes(',');
  const isEscaped = text.includes('\\x');
  let [length, high, digits, first] = [0, -1, 0, start];
  let isNumber = false;

  const endItem = (at: number): void => {
    if (high >= 0 && !(isList && isNumber && digits === 1)) throw leftOver(text, at, digits);
    if (high >= 0) bytes[length++] = high;
    else if (isNumber && digits > 2 && digits <= mostDigits) {
      if (!wordDigits.has(digits))
        throw new SourceError(
          'group',
          positionOf(text, first),
          `a number of ${digits} digits is no word; without 0x they are bytes`,
        );
      bytes.subarray(length - digits / 2, length).reverse();
    }
    [high, digits, isNumber] = [-1, 0, false];
  };

  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const value = digitValue(code);
    if (isPrefix(text, at)) {
      endItem(at);
      isNumber = code === zero;
      first = at;
      at++;
    } else if (value >= 0) {
      digits++;
      if (high < 0) high = value;
      else {
        bytes[length++] = high * 16 + value;
        high = -1;
      }
    } else if (isSeparator(code)) endItem(at);
    else if (isSpace(code)) {
      if (isNumber) endItem(at);
    } else if (letterH.test(text[at]!) && high < 0 && digits > 0 && !isWord(text, at + 1))
      endItem(at);
    else if (!(isEscaped && code === quote))
      throw new SourceError('digit', positionOf(text, at), `${shown(text, at)} is no hex digit`);
  }
  endItem(end);
  return bytes.slice(0, length);
}

const isWord = (text: string, at: number): boolean => /\w/.test(text.charAt(at));

/** `0x` or `\x` with a digit behind it, and before `0x` none: `000x1` is a mistake. */
function isPrefix(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (
    (code === backslash || (code === zero && digitValue(text.charCodeAt(at - 1)) < 0)) &&
    (text[at + 1] === 'x' || text[at + 1] === 'X') &&
    digitValue(text.charCodeAt(at + 2)) >= 0
  );
}

/** The digit before `at`, which has no partner; white space may lie between. */
function leftOver(text: string, at: number, digits: number): SourceError {
  let last = at - 1;
  while (digitValue(text.charCodeAt(last)) < 0) last--;
  const count = digits === 1 ? 'one digit is' : `${digits} digits are`;
  return new SourceError(
    'odd',
    positionOf(text, last),
    `${shown(text, last)} is left over: ${count} no whole number of bytes`,
  );
}

/** `static const uint8_t x[72] = { … };`, with the length that `xxd -i` prints behind it. */
function insideArray(text: string): [start: number, end: number] {
  const open = text.indexOf('{');
  const close = text.lastIndexOf('}');
  const isArray =
    open >= 0 &&
    close > open &&
    /^(?:[\w\s*]+\[\w*\]\s*=)?$/.test(text.slice(0, open).trim()) &&
    /^;?(?:[\w\s]+=\s*\d+;)?$/.test(text.slice(close + 1).trim());
  return isArray ? [open + 1, close] : [0, text.length];
}
