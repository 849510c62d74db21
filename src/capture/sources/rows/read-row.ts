import { digitValue } from '../lists/hex.js';
import type { CleanLine } from '../lines/clean.js';
import { SourceError, shown } from '../source-error.js';
import { rightOf } from '../text.js';
import type { Head, Row, Token } from './row.js';
import { textColumn } from './text-column.js';
import { tokensOf } from './tokens.js';

/** A line with more groups than this has no text column that is worth looking for. */
const mostColumns = 512;

const neutral = { written: true, little: true };

/**
 * Spaces between groups: one; or as many everywhere, where groups are wider than a byte; or more
 * in the middle, at each fourth or eighth group. `64  34  20` are decimals, set right.
 */
function isRegular(tokens: readonly Token[], i: number): boolean {
  const { gap, mark } = tokens[i]!;
  const width = tokens[0]!.digits.length;
  // Two lines in one stand so: `…1000  …7ff0 …1008  …`.
  if (width >= 16 && !mark) return gap === tokens[1]!.gap;
  if (mark || gap === 1) return true;
  if (i % 4 === 0 && gap <= 3 && tokens[1]!.gap <= 1) return true;
  return width > 2 && (gap === tokens[1]!.gap || ((i * width) % 8 === 0 && gap <= 3));
}

/** How many groups from the first are of one width and stand where groups stand. */
function uniform(tokens: readonly Token[]): number {
  const width = tokens[0]?.digits.length ?? 0;
  let count = 0;
  while (
    count < tokens.length &&
    tokens[count]!.digits.length === width &&
    (count === 0 || isRegular(tokens, count))
  )
    count++;
  return count;
}

function bytesOf(tokens: readonly Token[]): Uint8Array {
  let digits = 0;
  for (const token of tokens) digits += token.digits.length;
  const bytes = new Uint8Array(digits >> 1);
  let length = 0;
  for (const { digits } of tokens)
    for (let i = 0; i < digits.length; i += 2)
      bytes[length++] =
        digitValue(digits.charCodeAt(i)) * 16 + digitValue(digits.charCodeAt(i + 1));
  return bytes;
}

/** What follows a single word of a debugger: the symbol that it points to. */
const symbol = /^\s+(?:[\w$.]+!)?[A-Za-z_$][\w$.:~@?<>,*& -]*(?:\+0x[0-9a-f]+)?$/;

/**
 * The readings of one line behind its head: groups of one width, then a text column or nothing.
 * Characters of a text column may look like groups, so there may be several readings.
 * @throws SourceError when there is none, at the first character that does not belong.
 */
export function readRow(line: CleanLine, head: Head): Row[] {
  const { text } = line;
  const { tokens, isNumber } = tokensOf(text, head.length);
  const [first] = tokens;
  if (!first) throw new SourceError('group', rightOf(line, head.length), notDigits(text, head));
  const width = first.digits.length;
  const count = uniform(tokens);
  if (width % 2 !== 0) throw oddGroup(line, first);
  const problem = notHex(line, head, tokens.slice(0, count), isNumber);
  if (problem) throw problem;

  const rows: Row[] = [];
  const all = bytesOf(tokens.slice(0, count));
  const consider = (count: number, bytes: Uint8Array, isSetRight: boolean): void => {
    const rest = text.slice(tokens[count - 1]!.end);
    const column = textColumn(rest, bytes, width / 2, head.hasPrefix && head.mark === '');
    const isBlank = !/[^\s│|┊]/.test(rest);
    const isPointer = head.hasTick || (head.mark === '' && head.gap === 2 && width === 8);
    const isNamed = isPointer && count === 1 && symbol.test(rest.trimEnd());
    if (!isBlank && !isNamed && !column) return;
    if (isSetRight && !column) return;
    rows.push({
      line: line.line,
      column: line.column,
      head,
      bytes,
      group: width / 2,
      isNumber,
      ...(column && { textGap: column.gap }),
      agrees: column?.agrees ?? neutral,
      isSetRight,
      isLogged: line.isLogged,
    });
  };

  for (let k = count > mostColumns ? count : 1; k <= count; k++) {
    const next = tokens[k];
    const isEnd = next === undefined || next.gap >= 2 || next.mark || (k === 16 && width === 2);
    if (isEnd) consider(k, all.subarray(0, (k * width) / 2), false);
  }
  // A last group of fewer bytes: left as xxd -g3 has it, or set right as xxd -e does.
  const short = tokens[count];
  if (
    short &&
    head.mark === ':' &&
    !isNumber &&
    width > 2 &&
    short.digits.length < width &&
    short.digits.length % 2 === 0
  ) {
    const isRight = short.gap === 1 + width - short.digits.length;
    if (short.gap === 1 || isRight)
      consider(count + 1, bytesOf(tokens.slice(0, count + 1)), isRight);
  }
  // The same where no group stands before it: spaces and digits together make a whole one.
  if (count === 1 && !short && head.mark === ':' && head.gap > 2 && !isNumber) {
    const whole = head.gap - 1 + width;
    const isShort = [4, 8, 16].includes(whole) && rows.length > 0;
    if (isShort && (rows[0]!.textGap !== undefined || /[a-f]/i.test(first.digits)))
      rows[0] = { ...rows[0]!, isSetRight: true };
    else if (isShort) throw stray(line, tokens, count);
  }
  if (rows.length > 0) return rows;
  throw stray(line, tokens, count);
}

/** 64 bits, as `od -to8` prints them. */
export const octalWord = /^[01][0-7]{21}$/;

const words = new Set([2, 4, 8, 16, 32]);

/**
 * What makes groups that could be hex something else: decimals and octal numbers are set right in
 * columns, and gdb writes 0x before every hex number.
 */
function notHex(
  line: CleanLine,
  head: Head,
  tokens: readonly Token[],
  isNumber: boolean,
): SourceError | undefined {
  const [first, second] = tokens;
  const width = first!.digits.length;
  const fail = (problem: string): SourceError =>
    new SourceError('group', rightOf(line, first!.at), problem);
  if (tokens.some(({ mark, at }) => mark && /[\t ]-$/.test(line.text.slice(0, at).slice(-2))))
    return fail('a negative number is no hex');
  if ((isNumber || (head.mark === '' && head.digits !== '')) && !words.has(width))
    return fail(`a group of ${width} digits is no byte or word`);
  if (isNumber) return undefined;
  if (tokens.every(({ digits }) => octalWord.test(digits)))
    return fail('numbers of 22 digits may be octal');
  const binary = tokens.length <= 16 && tokens.every(({ digits }) => /^[01]{8}$/.test(digits));
  const behind = line.text.slice(tokens.at(-1)!.end).trim();
  if (binary && behind.length === tokens.length && behind !== '|')
    return fail('groups of ones and zeros, each with a character, are bits');
  const isGdb = head.hasTab && head.hasPrefix && head.mark === ':';
  const isTabbed = second === undefined || line.text[second.at - 1] === '\t';
  if ((head.hasSymbol && head.mark === ':') || (isGdb && isTabbed))
    return fail('gdb writes 0x before hex numbers');
  const isSetRight = head.mark === ':' && head.gap > 4 && !head.hasTab;
  if (isSetRight && ![4, 8, 16].includes(head.gap - 1 + width))
    return fail('numbers that are set right in a column are no hex');
  const spread = second && second.gap > 1 && !(second.gap === 4 && width === 4);
  if (spread && !second.mark && tokens.every(({ digits }) => /^[1-9][0-9]*$/.test(digits)))
    return fail('numbers that are set right in a column may be decimals');
  return undefined;
}

const notDigits = (text: string, head: Head): string =>
  head.length < text.length
    ? `${shown(text, head.length)} is no hex digit`
    : 'no hex digits follow the address';

const oddGroup = (line: CleanLine, { at, digits }: Token): SourceError =>
  new SourceError(
    'group',
    rightOf(line, at),
    `a group of ${digits.length} digits is no whole number of bytes`,
  );

/** Names what follows the groups and is neither a group nor a text column. */
function stray(line: CleanLine, tokens: readonly Token[], count: number): SourceError {
  const { text } = line;
  const next = tokens[count];
  const width = tokens[0]!.digits.length;
  if (next && next.digits.length !== width && next.gap <= 1)
    return new SourceError(
      'group',
      rightOf(line, next.at),
      `a group of ${next.digits.length} digits among groups of ${width}`,
    );
  const last = tokens[Math.max(count, 1) - 1]!;
  const rest = text.slice(last.end);
  const gap = rest.length - rest.trimStart().length;
  const word = /^(?:0x)?[0-9a-f]*/i.exec(rest.trimStart())![0].length;
  const at = last.end + gap;
  const column = rest.trim().replace(/^\|(.*)\|$|^>(.*)<$|^\*(.*)\*$/, '$1$2$3');
  if (gap >= 2 && column.length > 1 && column.length <= (count * width) / 2)
    return new SourceError(
      'text',
      rightOf(line, at),
      `the text column of this row disagrees with its ${(count * width) / 2} bytes`,
    );
  return gap < 2 && !next
    ? new SourceError(
        'digit',
        rightOf(line, at + word),
        `${shown(text, at + word)} is no hex digit`,
      )
    : new SourceError(
        'line',
        rightOf(line, at),
        `what follows the groups is no text column of their ${(count * width) / 2} bytes`,
      );
}
