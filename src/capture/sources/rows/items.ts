import { learn, type Facts } from '../lines/facts.js';
import { cleanLines, type CleanLine } from '../lines/clean.js';
import { reversed } from '../order.js';
import { SourceError, shown } from '../source-error.js';
import { rightOf } from '../text.js';
import { headOf, noHead } from './head.js';
import { readRow } from './read-row.js';
import type { End, Head, Repeat, Row } from './row.js';

/** What is no memory, between lines that are: a command, a fact, or a line that was passed over. */
export interface Talk {
  readonly kind: 'talk';
  readonly isPassedOver: boolean;
}

export type Item = (Row & { readonly kind: 'row' }) | Repeat | End | Talk;

/** Lines of a text are looked at for what all of them begin with, no further than here. */
const mostLooked = 200;

/** Numbers that are set right in columns stand further apart than an address and its bytes. */
const mostGap = 4;

/** An address stands out: by its mark and a space, or by four digits. */
const isAddress = ({ digits, mark, hasPrefix, gap }: Head): boolean =>
  digits.length >= (mark === '' || mark === '|' ? 4 : 1) &&
  (mark !== ':' || gap > 0) &&
  (mark !== '' || hasPrefix || gap <= mostGap);

/** The reading with the longest text column that is whole; else that of the most groups. */
function best(rows: readonly Row[]): Row {
  const whole = rows.filter(({ textGap }) => textGap !== undefined);
  return (whole.length > 0 ? whole : rows).at(-1)!;
}

/** A row of a line, or nothing when its first characters are none of a row. */
function rowAt(line: CleanLine, isAddressed: boolean): Row | End | undefined {
  const head = isAddressed ? headOf(line.text) : noHead(line.text);
  if (!head || (isAddressed && !isAddress(head))) return undefined;
  const { text } = line;
  if (
    isAddressed &&
    (head.mark === '' || head.mark === '|') &&
    /^[\s│┊|]*$/.test(text.slice(head.length))
  )
    return { kind: 'end', line: line.line, column: line.column, head };
  return best(readRow(line, head));
}

/** Why the first line that begins with an address is no row. @throws SourceError */
export function explainFirst(text: string): void {
  for (const line of cleanLines(text)) {
    const head = headOf(line.text);
    const isLong = head?.digits.length === 6 || head?.digits.length === 7;
    if (head && isAddress(head) && (head.mark !== '' || head.gap >= 2 || isLong)) {
      rowAt(line, true);
      return;
    }
  }
}

const cutOf = (line: CleanLine, prefix: string): CleanLine | undefined =>
  line.text.startsWith(prefix)
    ? { ...line, ...rightOf(line, prefix.length), text: line.text.slice(prefix.length) }
    : undefined;

function isRow(line: CleanLine, isAddressed: boolean): boolean {
  try {
    const row = rowAt(line, isAddressed);
    return row !== undefined && !('kind' in row);
  } catch (error) {
    if (error instanceof SourceError) return false;
    throw error;
  }
}

/** The words that a program may print before each line of a dump, longest last. */
function prefixesOf(text: string): string[] {
  const prefixes: string[] = [];
  for (const { index, 0: end } of text.slice(0, 120).matchAll(/[:\s>\])|]\s*/g)) {
    prefixes.push(text.slice(0, index + end.length));
    if (prefixes.length === 12) break;
  }
  return prefixes;
}

/** What the rows of a text have in common, as its first row shows it. */
export interface Look {
  /** What each begins with before its address or its groups: mostly nothing. */
  readonly prefix: string;
  /** Digits of the first address. */
  readonly width: number;
}

const lookOf = (prefix: string, text: string): Look => ({
  prefix,
  width: headOf(text)?.digits.length ?? 0,
});

/** An address is no word that a program prints. */
const addressed = /0x[0-9a-f]|(?:^|[\s:])[0-9a-f`]{6,17}:?\s/i;

/** How the rows of a text look, if it has any. */
export function lookAt(text: string, isAddressed: boolean): Look | undefined {
  const lines: CleanLine[] = [];
  for (const line of cleanLines(text)) {
    if (isRow(line, isAddressed)) return lookOf('', line.text);
    lines.push(line);
    if (lines.length === mostLooked) break;
  }
  for (const line of lines.slice(0, 8))
    for (const prefix of prefixesOf(line.text)) {
      const cut = cutOf(line, prefix)!;
      const isLine =
        isBroken(prefix) || addressed.test(prefix) || isRow({ ...line, text: prefix }, true);
      const isWord = /[g-z:\])>|]/i.test(prefix) || (isAddressed && headOf(cut.text)?.mark !== '');
      // `arg=01:` is the beginning of bytes.
      const isByte = /(?:^|[^\w])[0-9a-f]{2}[:-]$/i.test(prefix);
      if (isWord && !isLine && !isByte && !cut.text.startsWith('#'))
        if (isRow(cut, isAddressed) && sharesPrefix(lines, prefix, isAddressed))
          return lookOf(prefix, cut.text);
    }
  return undefined;
}

/** Lines that have a row anywhere must have it behind the prefix. */
const sharesPrefix = (lines: readonly CleanLine[], prefix: string, isAddressed: boolean): boolean =>
  lines.every((line) => {
    const cut = cutOf(line, prefix);
    if (cut) return !isBroken(cut.text) || isRow(cut, isAddressed);
    const head = headOf(line.text);
    return !isBroken(line.text) && !(head && isAddress(head));
  });

const groups =
  /(?:^|[\s:|])(?:0x)?[0-9a-f]{2,16}(?:[\s:|-]{1,3}(?:0x)?[0-9a-f]{2,16}){2,}(?=[\s:|]|$)/i;

/** `0x403040: 0000000000000004`, behind anything. */
const addressedWord =
  /(?:^|[\s:+])(?:0x)?(?:[0-9a-f]{6,16}:\s{1,4}(?:0x)?[0-9a-f]{4,16}|[0-9a-f]{2,16}:\s{1,4}(?:0x)?[0-9a-f]{8,16})(?=\s|$)/i;

/** The same with an address of any length, in a line that does not begin as the others do. */
const mayBeOther =
  /(?:^|[\s+|])(?:0x)?[0-9a-f]{1,16} ?[:=]\s{1,4}(?:0x)?[0-9a-f]{2,16}(?=\s|$)|[0-9a-f]{8}`[0-9a-f]{8}|(?:^|[\s#|:])[0-9a-f]{6,16}\s{1,2}[0-9a-f]{4,16}(?=\s|$)/i;

/** Whether a line that is no row may have been one: it has groups in a row. */
export const isBroken = (text: string): boolean => {
  const start = text.slice(0, 4096);
  return groups.test(start) || addressedWord.test(start);
};

/** What gdb prints of code, and where it stopped: addresses with words behind them. */
const isCode =
  /^\s*(?:=> ?)?0x[0-9a-f]+(?: <[^>]*>)?(?: in [a-z?(_]|:\s+(?!x[0-9a-f]|[0-9a-f]{2}\s|[0-9a-f]{8,16}\s)[a-z]{2}[a-z0-9.]*(?:\s|$))/i;

/**
 * The lines of a dump in any style, as rows, repeats and ends. Lines of another kind are passed
 * over and kept as talk, but never one that may be a row with a mistake in it.
 */
export function* itemsOf(
  text: string,
  { prefix, width }: Look,
  isAddressed: boolean,
  facts: Facts,
): Generator<Item> {
  let before: Row | undefined;
  for (const whole of cleanLines(text)) {
    if (whole.followsTalk) {
      before = undefined;
      yield { kind: 'talk', isPassedOver: false };
    }
    const line = cutOf(whole, prefix);
    if (isRepeat(line?.text ?? '') || isRepeat(whole.text)) {
      yield { kind: 'repeat', ...rightOf(whole, whole.text.lastIndexOf('*')) };
      continue;
    }
    const { order = 'little' } = facts;
    if (learn(facts, whole.text)) {
      if (before && (facts.order ?? 'little') !== order)
        throw new SourceError(
          'order',
          whole,
          'the byte order changes here: what is above and what is below are two dumps',
        );
      yield { kind: 'talk', isPassedOver: false };
      continue;
    }
    let problem: SourceError | undefined;
    try {
      if (line && before && isAddressed && isAgain(line, before)) continue;
      const row = line && rowAt(line, isAddressed);
      if (row) {
        if (before && !('kind' in row)) refuseOther(before, row);
        before = 'kind' in row ? undefined : row;
        yield 'kind' in row ? row : { kind: 'row', ...row };
        continue;
      }
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      problem = error;
    }
    const isOther = line === undefined && mayBeOther.test(whole.text.slice(0, 4096));
    if (!isAddressed || isOther || mayBeRow(line ?? whole, width, before))
      throw problem ?? noRow(line ?? whole);
    before = undefined;
    yield { kind: 'talk', isPassedOver: true };
  }
}

/** Lines of one print have the same marks at their addresses. @throws SourceError */
function refuseOther({ head, line, bytes, group, isNumber }: Row, row: Row): void {
  const goesOn =
    isNumber &&
    head.digits !== '' &&
    BigInt(`0x${head.digits}`) + BigInt(bytes.length) === BigInt(`0x${row.head.digits}`);
  if (goesOn && group !== row.group)
    throw new SourceError(
      'group',
      row,
      `numbers of ${row.group * 2} digits go on where those of line ${line} have ${group * 2}`,
    );
  const isSame =
    head.mark === row.head.mark &&
    head.hasPrefix === row.head.hasPrefix &&
    head.hasTick === row.head.hasTick &&
    (head.mark !== '' || row.head.digits.length >= head.digits.length);
  if (!isSame)
    throw new SourceError('line', row, `this line begins otherwise than line ${line} above it`);
}

/** `od -tx1 -tx4` prints a line again in another width, below where its groups began. */
function isAgain(line: CleanLine, { head, bytes, group }: Row): boolean {
  const again = noHead(line.text);
  if (head.mark !== '' || again.length <= head.indent + head.digits.length) return false;
  const row = best(readRow(line, again));
  const readings = (one: Uint8Array, width: number): string[] => [
    `${one}`,
    `${reversed(one, width)}`,
  ];
  if (!readings(bytes, group).some((one) => readings(row.bytes, row.group).includes(one)))
    throw new SourceError('group', line, 'this line has other bytes than the one above it');
  return true;
}

/** hexyl puts `*` into a box. */
const isRepeat = (text: string): boolean => /^[\s│|]*\*[\s│┊|]*$/.test(text);

const digitsAt = (text: string): number =>
  /^[\s|│]*(?:0x)?([0-9a-f`]*)/i.exec(text)![1]!.replace('`', '').length;

/** What a terminal put on a line of its own: groups, and nothing that names or marks them. */
const isWrapped = (text: string): boolean =>
  /^[\s0-9a-fx]+$/i.test(text) &&
  /(?:^|\s)(?:0x)?[0-9a-f]{2,16}(?:\s|$)/i.test(text) &&
  /[0-9]/.test(text);

/** Groups as those of the line above it, and something behind them: the rest of a line that was cut. */
function mayGoOn(text: string, { group, isNumber }: Row): boolean {
  const [first = '', second = ''] = text.trim().split(/[ \t]+/, 2);
  const isGroup = (word: string): boolean =>
    /^(?:0x)?[0-9a-f]+$/i.test(word) && word.length === 2 * group + (isNumber ? 2 : 0);
  const isShort =
    !isNumber &&
    first.length < 2 * group &&
    /^\s*(?:[0-9a-f]{2})+ {2,}\S/i.test(text) &&
    /[0-9]/.test(first);
  return isShort || (isGroup(first) && (/[0-9]/.test(first) || isGroup(second)));
}

/** Whether a line that is no row may be one with a mistake: it has groups, or such an address. */
function mayBeRow({ text }: CleanLine, width: number, before: Row | undefined): boolean {
  if (isCode.test(text)) return false;
  if (before && mayGoOn(text.slice(0, 256), before)) return true;
  if (/^\s*0x[0-9a-f]+(?: <[^>]*>)?:\s+-?[0-9]/i.test(text)) return true;
  if (/^\s*#\s*[0-9a-f]{4}/i.test(text)) return true;
  return isBroken(text) || isWrapped(text) || digitsAt(text) >= Math.max(4, width - 2);
}

function noRow(line: CleanLine): SourceError {
  const { text } = line;
  const digits = digitsAt(text);
  const start = text.search(/\S/);
  const at = digits >= 4 ? start + (text.startsWith('0x', start) ? 2 : 0) + digits : start;
  const what = digits >= 4 ? 'does not belong in an address' : 'begins no line of a dump';
  return new SourceError('line', rightOf(line, at), `${shown(text, at)} ${what}`);
}
