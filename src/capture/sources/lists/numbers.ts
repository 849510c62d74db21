import { bytesReading, littleEndian, type Reading } from '../reading.js';
import { SourceError } from '../source-error.js';
import { isAll, positionOf } from '../text.js';
import { withoutComments } from './comments.js';

/**
 * Names of integer types, as the languages that people paste from have them; never a
 * word that may as well be the name of the list.
 */
const widths: readonly (readonly [RegExp, number])[] = [
  [
    /\b(?:u?int8_t|__u8|[ui]8|u?int8|char|BYTE|(?:Ui|I)nt8(?:Clamped)?Array|array\('[bB]')(?!\w)|\bbyte(?:s|array)\s*\(|\]byte\b|\bbyte\s*\[\]|"Buffer"/,
    1,
  ],
  [/\b(?:u?int16_t|__u16|[ui]16|u?int16|short|WORD|(?:Ui|I)nt16Array|array\('[hH]')(?!\w)/, 2],
  [
    /\b(?:u?int32_t|__u32|[ui]32|u?int32|DWORD|unsigned(?! (?:long|char|short))|(?<!long |short )int|(?:Ui|I)nt32Array|array\('[iI]')(?!\w)/,
    4,
  ],
  [
    /\b(?:u?int64_t|__u64|[ui]64|u?int64|long long|QWORD|Big(?:Ui|I)nt64Array|array\('[qQ]')(?!\w)/,
    8,
  ],
];

interface List {
  readonly body: string;
  readonly from: number;
  /** Bytes of an item, where a type is named. */
  readonly width?: number | undefined;
  readonly isCells: boolean;
  /** Whether what opens the list closes it, or nothing opens it. */
  readonly isClosed: boolean;
}

function declared(head: string): number | undefined {
  for (const [pattern, width] of widths) if (pattern.test(head)) return width;
  return undefined;
}

/** `[72]`, `[u8; 72]`, `(72)`: what stands in brackets alone, before more of a declaration, is a length. */
const length = /[[(][\w;\s]*[\])]\s*(?=[=\w{[(<:*])/y;
const startsItem = /[[{(<]\s*['"]?-?\.?(?:0x)?[0-9]/y;

/** The bracket that opens the items, if there is one. */
function openingOf(text: string): number {
  for (let at = 0; at < 4096;) {
    const found = text.slice(at, at + 4096).search(/[[{(<]/);
    if (found < 0) return -1;
    const open = at + found;
    length.lastIndex = open;
    const skipped = length.exec(text)?.[0].length;
    startsItem.lastIndex = open;
    if (skipped === undefined && startsItem.test(text)) return open;
    at = open + (skipped ?? 1);
  }
  return -1;
}

/** What closes a list: brackets, and the length that `xxd -i` prints behind it, or numpy's type. */
const closing =
  /[\]});,\s]*(?:unsigned int \w+\s*=\s*\d+;\s*|dtype=(?:np\.)?['"]?(?:u?int(?:8|16|32|64)|[<|][iu][1248])['"]?\)\s*)?$/;
const numpy = /dtype=(?:np\.)?['"]?([<|]?\w{2,8})['"]?\)\s*$/;
const numpyWidths = /^(?:u?int(8|16|32|64)|[<|][iu]([1248]))$/;
const closingCells = /[>;\s]*$/;

/** A line of code before a declaration; a line of prose or of a session is none. */
const code =
  /^\s*(?:#|(?:import|use|from|package|extern|typedef|let|const|static)\b|$)|[;{}(=,[]\s*$/;

/** Words before a bracket are a declaration only where something is assigned or called. */
function isDeclaration(head: string): boolean {
  if (!/[=:]/.test(head) && /[a-z]\s+[a-z]/i.test(head)) return false;
  const lines = head.split('\n');
  return lines.slice(0, -1).every((line) => code.test(line));
}

function numpyWidth(tail: string): number | undefined {
  const [, bits, bytes] = numpyWidths.exec(numpy.exec(tail)?.[1] ?? '') ?? [];
  return bits !== undefined ? Number(bits) / 8 : bytes === undefined ? undefined : Number(bytes);
}

function listOf(text: string): List | undefined {
  const open = openingOf(text);
  if (open < 0) return { body: text, from: 0, isCells: false, isClosed: true };
  const head = text.slice(0, open);
  if (!isDeclaration(head)) return undefined;
  const cells = /\/bits\/\s*(8|16|32|64)\s*$/.exec(head)?.[1];
  const tail = text.slice(-256);
  const close =
    text.length - tail.length + tail.search(text[open] === '<' ? closingCells : closing);
  return {
    body: text.slice(open + 1, Math.max(close, open + 1)),
    from: open + 1,
    width: cells ? Number(cells) / 8 : (numpyWidth(tail) ?? declared(head)),
    isCells: text[open] === '<',
    isClosed: /[\]})>]/.test(text.slice(close)),
  };
}

interface Item {
  readonly value: bigint;
  /** Digits of a hex number, with its zeros. */
  readonly hex?: number;
  /** Bytes of a binary number, with its zeros. */
  readonly binary?: number;
  readonly width?: number;
  readonly times: number;
  readonly at: number;
  readonly end: number;
}

const item =
  /(?:\[(?:0x)?\w+\]\s*=\s*)?(['"]?)(-?)(?:0x([0-9a-f](?:[0-9a-f_']*[0-9a-f])?)|0b([01]{1,64})|([0-9][0-9_]*))(?:_?([ui](?:8|16|32|64|size)))?([ul]*)n?\1(?: <repeats (\d+) times>)?/iy;

/** What stands between items. */
const separator = /[\s,;]*(?:[}\])>][\s,;]*[{[(<])?[\s,;]*/y;

/** Whether all of a text is binary numbers, and more than one: `0b0110` alone is hex, too. */
export const areBinary = (text: string): boolean => {
  const words = text.split(/[\s,;]+/).filter((word) => word !== '');
  return words.length > 1 && words.every((word) => /^0b(?:[01]{8}){1,8}$/i.test(word));
};

/** Longer numbers are no words, and long to convert. */
const mostDigits = 32;

const bare = /[\s,;[\]{}()]*[0-9a-f]{1,16}[\s,;[\]{}()]+/iy;

/** More items than this a line of a debugger may not stand for. */
const mostTimes = 2 ** 20;

function itemsOf({ body, from }: List, text: string): Item[] | SourceError {
  const items: Item[] = [];
  let at = 0;
  let all = 0;
  const isListed = body.includes(',');
  const skip = (): void => {
    separator.lastIndex = at;
    at += separator.exec(body)?.[0].length ?? 0;
  };
  for (skip(); at < body.length; skip()) {
    item.lastIndex = at;
    const match = item.exec(body);
    const end = at + (match?.[0].length ?? 0);
    if (!match || (end < body.length && !/[\s,;}\])>]/.test(body[end]!)))
      return new SourceError(
        'digit',
        positionOf(text, from + at),
        /^[\s,0-9a-f[\]{}()]*[a-f]/i.test(body) && isAll(bare, body)
          ? 'hex without 0x, and without zeros in front, does not say how wide its numbers are'
          : 'this is no number of a list',
      );
    if (isListed && items.length > 0 && !/[,;}\])>]/.test(body.slice(items.at(-1)!.end - from, at)))
      return new SourceError(
        'digit',
        positionOf(text, from + at),
        'no comma stands before this number: the line may have been wrapped',
      );
    const [, , sign, hex, binary, decimal, rust, , repeats] = match;
    // `0x2000000` whose last digit stands in the next line.
    const isBroken =
      decimal !== undefined &&
      items.at(-1)?.hex !== undefined &&
      /^\s*\n/.test(body.slice(items.at(-1)!.end - from, at));
    if (isBroken)
      return new SourceError(
        'digit',
        positionOf(text, from + at),
        'a decimal among hex begins this line: it may have been wrapped',
      );
    if (decimal !== undefined && /^0\d/.test(decimal))
      return new SourceError('digit', positionOf(text, from + at), `${decimal} may be octal`);
    if (decimal !== undefined && decimal.length > mostDigits)
      return new SourceError(
        'order',
        positionOf(text, from + at),
        'a number is wider than 64 bits',
      );
    const value = BigInt(
      binary !== undefined
        ? `0b${binary}`
        : hex === undefined
          ? decimal!.replaceAll('_', '')
          : `0x${hex.replace(/[_']/g, '')}`,
    );
    const times = Number(repeats ?? 1);
    all += times;
    if (all > mostTimes && repeats !== undefined)
      return new SourceError(
        'size',
        positionOf(text, from + at),
        `more than ${mostTimes} items are not filled in`,
      );
    const bits = rust && /\d+/.exec(rust)?.[0];
    items.push({
      value: sign ? -value : value,
      ...(hex !== undefined && { hex: hex.replace(/[_']/g, '').length }),
      ...(binary !== undefined && [8, 16, 32, 64].includes(binary.length)
        ? { binary: binary.length / 8 }
        : undefined),
      ...(bits && { width: Number(bits) / 8 }),
      times,
      at: from + at,
      end: from + end,
    });
    at = end;
  }
  return items;
}

const holds = (value: bigint, width: number): boolean =>
  value >= -(1n << BigInt(width * 8 - 1)) && value < 1n << BigInt(width * 8);

interface Width {
  readonly width: number;
  readonly guess?: string;
}

/** The columns of `od -An`, whose numbers are set right: one more than the longest of a width. */
const pitches = new Map([
  [4, 1],
  [5, 1],
  [6, 2],
  [7, 2],
  [11, 4],
  [12, 4],
  [21, 8],
]);

/** Bytes of a number that `od -An` printed, by the columns of the lines. */
export function pitchWidth(text: string): number | undefined {
  const [line = ''] = text.split('\n', 1);
  const ends = [...line.slice(0, 400).matchAll(/\S+/g)].map(
    ({ index, 0: word }) => index + word.length,
  );
  const [pitch] = ends;
  const isColumn = ends.length > 1 || pitch === 21;
  return pitch !== undefined &&
    isColumn &&
    line.startsWith(' ') &&
    ends.every((end, i) => end === pitch * (i + 1))
    ? pitches.get(pitch)
    : undefined;
}

/** As many digits each by chance: zeros in front, or many numbers, show that they are filled up. */
function paddingDoubt(items: readonly Item[], digits: number): { guess?: string } {
  const isPadded =
    digits === 16 ||
    items.length >= 16 ||
    items.some(({ value }) => value < 1n << BigInt(4 * digits - 4));
  return isPadded
    ? {}
    : {
        guess: `the numbers are taken for ${digits === 2 ? 'bytes' : `${digits / 2}-byte words`}; words-le:N forces a width of N`,
      };
}

/** Two digits that may be hex or decimal, and three that may be decimal or octal. */
const pair = /\s*[1-9][0-9](?:\s+|$)/y;
const octal = /\s+(?:[0-7]{3}(?=\s|$)|$)/y;

/** No list of words that people print has so many of which none is larger than a byte. */
const mostSmall = 24;

/** Bytes of an item: as a type says it, or the zeros of hex; otherwise it is a guess. */
function widthOf(items: readonly Item[], list: List, size: number | undefined): Width | string {
  // Go and numpy print decimals so, device trees hex.
  if (list.from > 0 && isAll(pair, list.body))
    return 'these may be hex or decimals: hex or words-le:1 says which';
  const printed = list.from === 0 ? pitchWidth(list.body) : undefined;
  if (printed !== undefined && items.every(({ hex }) => hex === undefined)) {
    const isOctal = printed === 1 && isAll(octal, list.body);
    return isOctal
      ? 'these numbers may be octal or decimal; print them in hex'
      : { width: printed };
  }
  const said = items.find(({ width }) => width !== undefined)?.width ?? list.width;
  if (said !== undefined) return { width: said };
  if (list.isCells) return { width: 4 };
  const [{ binary }] = items as [Item];
  if (binary !== undefined && items.every((item) => item.binary === binary))
    return { width: binary };
  const digits = new Set(items.map(({ hex }) => hex));
  const [one] = digits;
  if (items.length === 1 && items[0]!.times === 1 && one !== undefined && [4, 8, 16].includes(one))
    return {
      width: one / 2,
      guess: `one number is taken for a ${one / 2}-byte word; words-le:N forces a width of N, hex takes its digits for bytes`,
    };
  if (digits.size === 1 && one !== undefined) {
    if ([2, 4, 8, 16].includes(one)) return { width: one / 2, ...paddingDoubt(items, one) };
    if (one > 16)
      return `a number of ${one} digits is wider than any word; without 0x they are bytes`;
  }
  const fits = [1, 2, 4, 8].filter((width) => items.every(({ value }) => holds(value, width)));
  const [narrowest] = fits;
  if (narrowest === undefined) return 'a number is wider than 64 bits';
  const count = items.reduce((sum, { times }) => sum + times, 0);
  const whole = fits.filter((width) => size !== undefined && (count * width) % size === 0);
  const likely = whole.length > 0 ? whole[0]! : narrowest;
  if (whole.length === 0 && narrowest > 1 && narrowest < 8)
    return `the width of these numbers is not said: ${fits.map((w) => `words-le:${w}`).join(' or ')} says it`;
  const words = likely === 1 ? 'bytes' : `${likely}-byte words`;
  // Of many numbers that are no larger than a byte, some of which use its highest bit.
  const high = items.filter(({ value }) => value >= 128n || value < 0n).length;
  const isSure = list.body.includes(',') || (list.from > 0 && !list.body.trim().includes('\n'));
  if (likely === 1 && isSure && count >= mostSmall && high > 1) return { width: 1 };
  return {
    width: likely,
    guess: `the numbers are taken for ${words}; words-le:N forces a width of N`,
  };
}

/**
 * A list of numbers, as C, Rust, Go, Python, JSON, device trees and gdb's `p/x` print it, or numbers
 * with 0x alone. A number is little-endian, but for the cells of a device tree.
 * @param size Bytes of the struct that is sought, which tells widths apart.
 * @returns the reading, or why the text is no such list.
 */
export function readNumberList(
  given: string,
  { size, width: forced }: { size?: number | undefined; width?: number | undefined } = {},
): Reading | SourceError {
  const text = withoutComments(given.replace(/^(\s*)\$\d+ = /, (all) => ' '.repeat(all.length)));
  const list = listOf(text);
  if (!list) return new SourceError('line', { line: 1, column: 1 }, 'this is no list');
  const items = itemsOf(list, text);
  if (items instanceof SourceError) return items;
  const [first] = items;
  if (!first) return new SourceError('digit', { line: 1, column: 1 }, 'this list is empty');
  const width = forced === undefined ? widthOf(items, list, size) : { width: forced };
  if (typeof width === 'string') return new SourceError('order', positionOf(text, first.at), width);
  const wide = items.find(({ value }) => !holds(value, width.width));
  if (wide)
    return new SourceError(
      'group',
      positionOf(text, wide.at),
      `a number is wider than ${width.width * 8} bits`,
    );
  const count = items.reduce((sum, { times }) => sum + times, 0);
  const bytes = new Uint8Array(count * width.width);
  let length = 0;
  for (const { value, times } of items) {
    const one = littleEndian(value, width.width);
    if (list.isCells) one.reverse();
    for (let i = 0; i < times; i++, length += one.length) bytes.set(one, length);
  }
  const isCut = !list.isClosed && items.at(-1)!.end === text.trimEnd().length;
  const guess = width.guess ?? (isCut ? 'nothing closes this list: its end may be cut' : undefined);
  const order = list.isCells ? 'big-endian' : 'little-endian';
  const words = width.width === 1 ? 'bytes' : `${width.width}-byte words, ${order}`;
  return bytesReading(`a list of numbers, ${words}`, bytes, guess);
}
