import { cleanLines } from '../lines/clean.js';
import { addressesIn, groupWords, leaningOf, type Order, reversed } from '../order.js';
import { bytesReading, type Reading } from '../reading.js';
import { SourceError } from '../source-error.js';
import { isAll } from '../text.js';
import { octalWord } from '../rows/read-row.js';
import { readHex } from './hex.js';

/** What stands before bytes in brackets: `<Buffer 40 22>`, `[40 22]`, `(0x40 0x22);`. */
const opening = /^(?:<Buffer|<|\[|\{|\()/;
const closing = /[\]})>];?$/;

/** `data = [40 40 00];` of a device tree, where a digit shows that it is hex. */
const property = /^[\w,.+?#-]{1,64}\s{0,8}=\s{0,8}(?=\[)/;

/** What is between brackets, or the text itself. */
export function withoutBrackets(text: string): string {
  const trimmed = text.trim().replace(property, '');
  const open = opening.exec(trimmed);
  const close = closing.exec(trimmed.slice(-2));
  return open && close ? trimmed.slice(open[0].length, -close[0].length).trim() : text;
}

/** Groups of so many bytes, with spaces or commas between them, whose order is forced. */
export function readHexWords(text: string, group: number, order: Order): Reading | undefined {
  const lines = [...cleanLines(text)].map((line) => line.text.replace(label, ''));
  const words = withoutBrackets(lines.join('\n')).split(/[\s,;]+/);
  const digits = words.filter((word) => word !== '');
  const isWord = (word: string): boolean => word.length === 2 * group && /^[0-9a-f]+$/i.test(word);
  if (digits.length === 0 || !digits.every(isWord)) return undefined;
  const bytes = readHex(digits.join(' '));
  return bytesReading(
    `hex, ${groupWords(group, order)}`,
    order === 'little' ? reversed(bytes, group) : bytes,
  );
}

/** `xenmem: ` before hex, as a logger's own words. */
const label =
  /^(?:[A-Za-z][\w.-]*(?:\[\d+\])?: +){0,2}(?:[A-Za-z][\w.]{0,40} ?= ?)?(?=[0-9a-f]{2})/;

/**
 * `40:22` and `4022:0000` of hex(':') and its like: items of one width, but for the first or the
 * last; more than one on each line, or the first of each is an address.
 */
function areSeparated(words: readonly string[]): boolean {
  const all = words.map((word) => word.split(/[:_-]/).filter((one) => one !== ''));
  const width = all[0]?.[1]?.length ?? all[0]?.[0]?.length;
  const isSingle =
    all.length > 1 && all.every((items) => items.length < 2 || (items.length === 2 && width! > 2));
  if (isSingle) return false;
  return all.every((items, i) => {
    const [isFirst, isLast] = [i === 0, i === all.length - 1];
    if (items.length < 2 && !isLast) return false;
    return items.every(
      ({ length }, k) =>
        length === width ||
        (isFirst && k === 0 && length < width!) ||
        (isLast && k === items.length - 1 && length < width!),
    );
  });
}

/** Whether all words are `0b11110000`, which is hex, too. */
const isBinary = (text: string): boolean =>
  text.split(/[\s,;]+/).every((word) => word === '' || /^0b[01]{8,}$/i.test(word)) &&
  /0b/i.test(text);

/** `40:22:`, `40,`, `4022`; `40h`, `040h`. */
const separated = /[0-9a-f]+(?:[:_-](?=[0-9a-f]|$)|[,;]|$)/iy;
const assembled = /0?[0-9a-f]{2}h[,;]?/iy;

/**
 * Hex without addresses: one run of digits, or bytes with separators between them. Groups of several
 * bytes with spaces between them are words or bytes; `readGroups` tells which.
 * `undefined`: not only hex. @throws SourceError where digits are left over, or groups tell nothing.
 */
export function readHexText(text: string): Reading | undefined {
  const lines: string[] = [];
  let isPrinted = false;
  for (const { text: line, isLogged } of cleanLines(text)) {
    isPrinted ||= isLogged || /^ +(?=\S)/.test(line);
    lines.push(line.replace(label, ''));
  }
  const all = lines.join('\n');
  if (isBinary(all))
    throw new SourceError('order', { line: 1, column: 1 }, 'these numbers may be binary or hex');
  const body = withoutBrackets(all);
  const words = body.split(/\s+/).filter((word) => word !== '');
  // `DB 0F0h` is a directive and a byte: what has an `h` anywhere has it everywhere.
  const isHex =
    words.every((word) => isAll(separated, word)) || words.every((word) => isAll(assembled, word));
  // `40:22:` may go on in the next line; `0040:` is an address.
  const isAddress = words.some((word) => /^[^:]*:$/.test(word));
  if (!isHex || isAddress || words.length === 0) return undefined;
  if (words.every((word) => octalWord.test(word)))
    throw new SourceError('order', { line: 1, column: 1 }, 'these numbers may be octal or hex');
  // hex(':') and its like separate bytes as they lie; a list of decimals has no letter and commas.
  // A digit left over belongs to no byte, unless a long run was broken there.
  const odd = words.slice(0, -1).find((word) => /^[0-9a-f]+$/i.test(word) && word.length % 2 !== 0);
  if (
    odd !== undefined &&
    !words.slice(0, -1).every(({ length }) => length === odd.length && length > 16)
  ) {
    if (/[a-f]/i.test(body)) readHex(odd);
    return undefined;
  }
  const isSeparated = /[:_-]/.test(body);
  if (isSeparated && !areSeparated(words)) return undefined;
  if (/,/.test(body) && !/[a-f]|\b0[0-9]/i.test(body)) return undefined;
  const widths = new Set(words.map((word) => word.length));
  const isRun = words.length === 1 || words.some(({ length }) => length > 16);
  const isBytes = words.every((word) => /^[0-9a-f]{2}[,;]?$|h[,;]?$/i.test(word));
  const isShortened =
    widths.size === 2 &&
    words.length === lines.length &&
    words.slice(0, -1).every(({ length }) => length === words[0]!.length) &&
    words.at(-1)!.length < words[0]!.length;
  if (!isSeparated && !isRun && !isBytes && !isShortened)
    throw new SourceError(
      'order',
      { line: 1, column: 1 },
      'groups of several widths may be words or bytes; hex takes them as bytes in written order',
    );
  // `%016lx` a line, and the last of them cut: a run that is broken into lines has no zeros in front.
  const [long = ''] = words;
  if (isShortened && [4, 8, 16].includes(long.length) && !isRun) {
    const groups = words.slice(0, -1).map((word) => readHex(word));
    if (isPrinted || leaningOf(groups).order === 'little' || addressesIn(groups).order === 'little')
      throw new SourceError(
        'order',
        { line: 1, column: 1 },
        'the last of these words is shorter than the others: it may be cut; hex takes all for bytes',
      );
  }
  const isListed = words.length > 1 && words.slice(0, -1).every((word) => /[,;]$/.test(word));
  const [wide = 0] = widths;
  if (isListed && wide > 3)
    throw new SourceError(
      'order',
      { line: 1, column: 1 },
      `groups of ${wide - 1} digits may be words or bytes; words-le:${(wide - 1) / 2} or hex says it`,
    );
  const [only] = words;
  const isDecimal =
    words.length === 1
      ? /^[1-9][0-9]+$/.test(only!)
      : words.every((word) => /^[1-9][0-9][,;]?$/.test(word));
  if (words.length === 1 && only!.length === 16 && /^[0-9a-f]+$/i.test(only!)) {
    const bytes = readHex(only!);
    if (addressesIn([bytes]).order === 'little')
      return bytesReading(
        'hex, 8-byte words, little-endian',
        bytes.toReversed(),
        'one group is taken for an address, as a word; hex takes its digits for bytes',
      );
  }
  const isLong =
    words.length === 1 &&
    /^[0-9a-f]{16}$/i.test(only!) &&
    leaningOf([readHex(only!)]).order !== 'written' &&
    addressesIn([readHex(only!)]).order !== 'written';
  const isWord =
    words.length === 1 &&
    /^(?:.{4}|.{6}|.{8}|.{16})$/.test(only!) &&
    ((isPrinted && only!.length !== 6) || /^00.*(?!00)..$|^00.{14}$/.test(only!));
  const mayBeCut =
    isShortened &&
    !isRun &&
    [4, 8, 16].includes(long.length) &&
    leaningOf(words.slice(0, -1).map((word) => readHex(word))).order !== 'written';
  return bytesReading(
    'hex, bytes as they are written',
    readHex(body.replace(/\b0([0-9a-f]{2})h/gi, '$1')),
    mayBeCut
      ? 'the last line is shorter: if these are words it is cut; hex takes all for bytes'
      : isDecimal
        ? 'digits without a letter are taken for hex, but may be decimals; hex forces hex'
        : (isWord || isLong) && /^[0-9a-f]+$/i.test(only!)
          ? `one group is taken for bytes as they are written${only!.length === 6 ? ', and may be an address' : `; words-le:${only!.length / 2} takes it for a word`}`
          : undefined,
  );
}
