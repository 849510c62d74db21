import { SourceError, shown } from './source-error.js';
import { isSpace, positionOf } from './text.js';

/** The value of a hex digit by its character code; -1 for any other character. */
export const digitValue = (code: number): number => (code < 128 ? values[code]! : -1);

const values = Int8Array.from({ length: 128 }, (_, code) => {
  const value = parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(value) ? -1 : value;
});

/**
 * Hex digits as bytes, in written order. White space means nothing. Commas, `0x` and `\x` separate
 * items, of a whole number of bytes each: `0x1000` is the bytes 10 00, whatever the byte order. In
 * a list with commas `0x9` is the byte 09, as in C. The array that `xxd -i` prints is read too, and
 * the quotes around `\x` escapes are skipped.
 * @throws SourceError `digit` at a character that does not belong, `odd` at a digit left over.
 */
export function readHex(text: string): Uint8Array {
  const [start, end] = insideArray(text);
  const bytes = new Uint8Array((end - start + 1) >> 1);
  const isList = text.includes(',');
  const isEscaped = text.includes('\\x');
  let length = 0;
  let high = -1;
  let digits = 0;
  let isPrefixed = false;

  const endItem = (at: number): void => {
    if (high >= 0 && !(isList && isPrefixed && digits === 1)) throw leftOver(text, at, digits);
    if (high >= 0) bytes[length++] = high;
    high = -1;
    digits = 0;
    isPrefixed = false;
  };

  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    const value = digitValue(code);
    if (isPrefix(text, at)) {
      endItem(at);
      isPrefixed = true;
      at++;
    } else if (value >= 0) {
      digits++;
      if (high < 0) high = value;
      else {
        bytes[length++] = high * 16 + value;
        high = -1;
      }
    } else if (code === comma) endItem(at);
    else if (!(isEscaped && code === quote) && !isSpace(code))
      throw new SourceError('digit', positionOf(text, at), `${shown(text, at)} is no hex digit`);
  }
  endItem(end);
  return bytes.slice(0, length);
}

const comma = 0x2c;
const quote = 0x22;
const backslash = 0x5c;
const zero = 0x30;

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
