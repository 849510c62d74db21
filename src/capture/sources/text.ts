import { SourceError, type Position } from './source-error.js';

/** Engines limit a string to 2^29 units or so; a text dump of that size is a mistake anyway. */
const mostText = 2 ** 28;

/** A text shows in its beginning; this much of the input is looked at. */
const sampleSize = 2 ** 20;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1';

const isTextByte = (byte: number): boolean =>
  (byte >= 0x20 && byte < 0x7f) || (byte >= 9 && byte <= 13) || byte === 0x1b;

/** ASCII in every second byte, and nothing in the others: a text in UTF-16 that lost its mark. */
const isWide = (sample: Uint8Array, zeros: 0 | 1): boolean =>
  sample.length >= 32 &&
  sample.every((byte, i) => (i % 2 === zeros ? byte === 0 : isTextByte(byte)));

/** Latin letters, dots, arrows and the boxes that tools draw. */
const isDrawn = (unit: number): boolean =>
  (unit >= 0xa0 && unit < 0x250) || (unit >= 0x2000 && unit < 0x2c00);

/** Behind its mark a text may have other characters too, but hardly any. */
function isMarked(sample: Uint8Array, zeros: 0 | 1): boolean {
  let odd = 0;
  for (let at = 0; at + 1 < sample.length; at += 2) {
    const [high, low] = [sample[at + zeros]!, sample[at + 1 - zeros]!];
    if (!(high === 0 && isTextByte(low)) && !isDrawn(high * 256 + low)) odd++;
  }
  return sample.length > 1 && odd <= sample.length / 40;
}

/**
 * How an input is to be read as text, or `undefined` when it is none. Bytes are a text when all of
 * them are characters, or nearly all of many: a dump with one control character in it is a broken
 * dump, not raw bytes.
 */
export function encodingOf(input: Uint8Array): Encoding | undefined {
  const sample = input.subarray(0, sampleSize);
  const [first, second] = sample;
  const wide =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : undefined;
  if (wide) return isMarked(sample.subarray(2), wide === 'utf-16le' ? 1 : 0) ? wide : undefined;
  if (isWide(sample, 1)) return 'utf-16le';
  if (isWide(sample, 0)) return 'utf-16be';
  let controls = 0;
  let high = 0;
  for (const byte of sample)
    if (byte >= 0x80) high++;
    else if (!isTextByte(byte)) controls++;
  const isLong = sample.length >= 32;
  const isUtf8 = high === 0 || canDecode(sample, input.length > sample.length);
  if (isUtf8 && (controls === 0 || (isLong && controls < sample.length / 20))) return 'utf-8';
  return isLong && controls + high < sample.length / 20 ? 'latin1' : undefined;
}

/** Streaming: the sample may end within a character. */
function canDecode(sample: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream });
    return true;
  } catch {
    return false;
  }
}

// eslint-disable-next-line no-control-regex
const ansi = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;

/**
 * The input as text, without what only a terminal or a web page needs: byte order marks, colours,
 * no-break spaces, spaces of no width. What is not UTF-8 is read a character a byte, so that a text column keeps its length.
 */
export function textOf(input: Uint8Array): string {
  if (input.length > mostText)
    throw new SourceError(
      'size',
      { line: 1, column: 1 },
      `a text of ${input.length} bytes is too long; at most ${mostText} (256 MiB) are read`,
    );
  const encoding = encodingOf(input) ?? 'latin1';
  const text = new TextDecoder(encoding).decode(input);
  // Searching is cheaper than replacing, and nearly every text has none of these.
  const coloured = text.includes('\u001b') ? text.replace(ansi, '') : text;
  const plain = /[\u00a0\u200b\ufeff]/.test(coloured)
    ? coloured.replaceAll('\u00a0', ' ').replace(/[\u200b\ufeff]/g, '')
    : coloured;
  return areNumbered(plain) ? plain.replace(number, (found) => ' '.repeat(found.length)) : plain;
}

/** A number before a line, as `grep -n`, `cat -n` and `less -N` put it there. */
const number = /^(?:\d{1,6}:|(?=[ \d]{6}\t) *\d{1,6}\t|(?=[ \d]{7} ) *\d{1,6} )/gm;
const oneNumber = new RegExp(number.source);

/** Whether each line begins with a number, one more than the line before it has. */
function areNumbered(text: string): boolean {
  let [count, first] = [0, 0];
  for (const { text: line } of linesOf(text)) {
    const found = oneNumber.exec(line)?.[0];
    const value = found === undefined ? 0 : parseInt(found, 10);
    if (count === 0) first = value;
    if (value < 1 || value !== first + count) return false;
    count++;
  }
  return count > 1;
}

/**
 * Whether a text is pieces of a sticky pattern and nothing else. A pattern with a star over all of
 * them would keep each in mind, and has no room for millions.
 */
export function isAll(piece: RegExp, text: string): boolean {
  for (let at = 0; at < text.length; at = piece.lastIndex) {
    piece.lastIndex = at;
    if (!piece.test(text) || piece.lastIndex === at) return false;
  }
  return text !== '';
}

export const isSpace = (code: number): boolean => code === 0x20 || (code >= 9 && code <= 13);

/** One line, without its end; `column` is where `text` starts in it. */
export interface Line extends Position {
  readonly text: string;
}

/** The lines of a text that are not blank, one after the other; blank ones cost nothing. */
export function* linesOf(text: string): Generator<Line> {
  let line = 1;
  for (let start = 0; start < text.length; line++) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    if (end > start && !(end === start + 1 && text[start] === '\r')) {
      const stop = text[end - 1] === '\r' ? end - 1 : end;
      const whole = text.slice(start, stop);
      if (/\S/.test(whole)) yield { line, column: 1, text: whole };
    }
    start = end + 1;
  }
}

/** The line and column of an offset in a text. */
export function positionOf(text: string, offset: number): Position {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
    line++;
    start = end + 1;
  }
  return { line, column: offset - start + 1 };
}

/** A position some characters further right. */
export const rightOf = ({ line, column }: Position, by: number): Position => ({
  line,
  column: column + by,
});
