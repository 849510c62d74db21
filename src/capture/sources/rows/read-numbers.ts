import { learn, noFacts } from '../lines/facts.js';
import { cleanLines } from '../lines/clean.js';
import type { Order } from '../order.js';
import { pitchWidth } from '../lists/numbers.js';
import { littleEndian, type Reading } from '../reading.js';
import { SourceError, type Position } from '../source-error.js';
import { parseAddress, type Radix } from './address.js';
import { headOf } from './head.js';
import { isBroken } from './items.js';
import { statesOf } from './states.js';
import type { Piece } from './merge.js';
import { endless, fill, mostFill } from './place.js';
import type { Repeat } from './row.js';

/** A line of numbers that are no hex bytes or words: their width shows in the addresses alone. */
interface Numbers extends Position {
  readonly address: string;
  readonly isHexAddress: boolean;
  readonly items: readonly string[];
  readonly block: number;
  /** Whether something marks the address: without, one line may be of numbers alone. */
  readonly isMarked: boolean;
  /** Whether tabs stand between the items, as gdb has them: then `64656667` is no hex. */
  readonly isTabbed: boolean;
  /** Spaces before the first item. */
  readonly gap: number;
  /** Whether gdb prints each as a character too: one byte of it. */
  readonly isCharacters: boolean;
  /** Bytes of an item, by the columns in which od sets decimals right. */
  readonly pitch?: number | undefined;
  /** Where `*` follows the line. */
  readonly repeat?: Repeat;
  /** Bytes of an item, where the line says it. */
  readonly width?: number;
}

/** How the items of a dump may be meant. */
interface Notation {
  readonly name: string;
  /** Every item of the dump looks so. */
  readonly item: RegExp;
  readonly value: (item: string) => bigint;
  /** Bytes of an item, where its length tells. */
  readonly width?: (digits: number) => number | undefined;
  /** Whether what prints so marks its addresses, or never does. */
  readonly isMarked?: boolean;
}

const lengths = (table: Record<number, number>) => (digits: number) => table[digits];

const signed = (item: string): bigint =>
  item.startsWith('-') ? -BigInt(item.slice(1)) : BigInt(item);

const notations: readonly Notation[] = [
  // gdb's x/a: no zeros in front. Where there are some, a shorter number has lost a digit.
  { name: 'hex numbers', item: /^0x(?:0|[1-9a-f][0-9a-f]{0,15})$/i, value: BigInt },
  {
    name: 'bits',
    item: /^(?:[01]{8}){1,8}$/,
    value: (item) => BigInt(`0b${item}`),
    width: (digits) => digits / 8,
  },
  {
    // od -b and -o, hexdump -b and -o: zeros fill each number up.
    name: 'octal numbers',
    item: /^[0-7]{3}$|^[0-7]{6}$|^[0-7]{11}$|^[0-7]{22}$/,
    value: (item) => BigInt(`0o${item}`),
    width: lengths({ 3: 1, 6: 2, 11: 4, 22: 8 }),
    isMarked: false,
  },
  {
    // gdb's x/o
    name: 'octal numbers',
    item: /^0(?:[1-7][0-7]{0,21})?$/,
    value: (item) => BigInt(`0o${item}`),
    isMarked: true,
  },
  {
    // hexdump -d
    name: 'decimals',
    item: /^[0-9]{5}$/,
    value: (item) => BigInt(item.replace(/^0+(?=.)/, '')),
    width: lengths({ 5: 2 }),
  },
  { name: 'decimals', item: /^(?:0|-?[1-9][0-9]{0,19})$/, value: signed },
];

/** `64 '@'` as gdb's x/c prints a byte, and the symbols that its x/a adds. */
const characters = /(?<![-\d])(-?\d+) '(?:\\[0-7]{3}|\\.|[^\\])'/g;
const symbols = / <[^<>]*>/g;

const lldbTypes: Readonly<Record<string, number>> = {
  uint8_t: 1,
  int8_t: 1,
  uint16_t: 2,
  int16_t: 2,
  uint32_t: 4,
  int32_t: 4,
  uint64_t: 8,
  int64_t: 8,
};
const lldb = /^\s*\((u?int(?:8|16|32|64)_t)\) (0x[0-9a-f]{1,16}) = (-?\d{1,20})\s*$/;

function numbersOf(line: Position, text: string, block: number): Numbers | undefined {
  const typed = lldb.exec(text);
  const at = { line: line.line, column: line.column, block };
  if (typed) {
    const [, type = '', address = '', value = ''] = typed;
    return {
      ...at,
      address: address.slice(2),
      isHexAddress: true,
      items: [value],
      isMarked: true,
      isTabbed: true,
      isCharacters: false,
      gap: 1,
      width: lldbTypes[type]!,
    };
  }
  const head = headOf(text);
  if (!head || (head.mark === '' && head.digits.length < 6)) return undefined;
  if (head.mark === ':' && head.gap === 0) return undefined;
  const shown = text.slice(head.length);
  const plain = shown.replace(characters, '$1');
  const body = plain.replace(symbols, '');
  // The bits of xxd -b have a text column.
  const bits = /^(?:[01]{8} )+(?= )/.exec(body.slice(0, 4096))?.[0] ?? '';
  const isText = body.slice(bits.length).trim().length <= bits.length / 9;
  const items = (isText ? bits : body).trim().split(/\s+/);
  const isMarked = head.mark !== '' || head.hasPrefix;
  return {
    ...at,
    address: head.digits,
    isHexAddress: isMarked,
    items: items[0] === '' ? [] : items,
    isMarked,
    pitch: isMarked ? undefined : pitchWidth(text.replace(/^\s*[0-9a-f]+/i, '')),
    isTabbed: head.hasTab,
    gap: head.gap,
    isCharacters: plain.length < shown.length,
  };
}

/** Bytes that a last number was filled up with, where the end says so. */
function filledUp(
  rows: readonly Numbers[],
  addresses: readonly bigint[],
  i: number,
  width: number,
): number {
  const isLast = i === rows.length - 2 && rows[i + 1]!.items.length === 0 && !rows[i]!.repeat;
  if (!isLast) return 0;
  const missing = rows[i]!.items.length * width - Number(addresses[i + 1]! - addresses[i]!);
  return missing > 0 && missing < width ? missing : 0;
}

/** Bytes of an item by the addresses: the same for every line that the next one follows. */
function widthOf(
  rows: readonly Numbers[],
  addresses: readonly bigint[],
  known: number | undefined,
): number | undefined {
  let width: number | undefined;
  for (let i = 0; i + 1 < rows.length; i++) {
    const { items, block, repeat } = rows[i]!;
    if (items.length === 0 || repeat || block !== rows[i + 1]!.block) continue;
    const isFilled = known !== undefined && filledUp(rows, addresses, i, known) > 0;
    const step = isFilled ? known : Number(addresses[i + 1]! - addresses[i]!) / items.length;
    if (![1, 2, 4, 8].includes(step) || (width !== undefined && width !== step)) return undefined;
    width = step;
  }
  return width;
}

const all = (rows: readonly Numbers[]): string[] => rows.flatMap(({ items }) => items);

interface Candidate {
  readonly name: string;
  readonly width: number;
  readonly pieces: readonly Piece[];
}

function candidate(
  rows: readonly Numbers[],
  notation: Notation,
  radix: Radix,
  order: Order | undefined,
): Candidate | undefined {
  const addresses = rows.map(({ address, isHexAddress }) =>
    parseAddress(address, isHexAddress ? 16 : radix),
  );
  if (!addresses.every((address) => address !== undefined)) return undefined;
  const { length } = rows[0]!.items[0]!;
  const ofLength = notation.width?.(length);
  if (notation.width && rows.some(({ items }) => items.some((item) => item.length !== length)))
    return undefined;
  const ofColumns = notation.value === signed ? rows[0]!.pitch : undefined;
  const ofSteps = widthOf(rows, addresses, ofLength ?? ofColumns);
  const width = rows[0]!.width ?? ofLength ?? ofColumns ?? ofSteps;
  if (width === undefined || (ofSteps ?? width) !== width) return undefined;
  // od and hexdump print bytes in octal one space apart.
  const isOctal = notation.name === 'octal numbers' && length === 3 && !rows[0]!.isMarked;
  if (isOctal && rows.some(({ items, gap }) => items.length > 0 && gap !== 1)) return undefined;
  // Of wider numbers x/c shows the last byte alone.
  if (width > 1 && rows.some(({ isCharacters }) => isCharacters)) return undefined;
  // Lines that adjoin nothing would allow any width.
  const isAlone = rows.length === 1 && rows[0]!.isMarked;
  if (!isAlone && rows[0]!.width === undefined && ofSteps === undefined) return undefined;
  // Eight digits everywhere for each four bytes are hex, though none of them is a letter.
  if (
    !rows[0]!.isTabbed &&
    notation.name !== 'bits' &&
    all(rows).every((one) => one.length === 2 * width && !one.startsWith('-'))
  )
    return undefined;
  const full = (one: string): boolean => one.length === 2 + 2 * width;
  const shorter = all(rows).filter((one) => !full(one)).length;
  if (notation.name === 'hex numbers' && shorter < 2 && all(rows).length > 2) return undefined;
  const [least, most] = [-(1n << BigInt(width * 8 - 1)), 1n << BigInt(width * 8)];
  const pieces: Piece[] = [];
  let filled = 0;
  for (const [i, { items, line, column, block, repeat }] of rows.entries()) {
    if (items.length === 0) continue;
    const bytes = new Uint8Array(items.length * width);
    for (const [k, item] of items.entries()) {
      const value = notation.value(item);
      if (value < least || value >= most) return undefined;
      const word = littleEndian(value, width);
      bytes.set(order === 'written' ? word.toReversed() : word, k * width);
    }
    const size = bytes.length - filledUp(rows, addresses, i, width);
    const piece = { line, column, block, address: addresses[i]!, bytes, size };
    pieces.push(size === bytes.length ? piece : { ...piece, bytes: bytes.subarray(0, size) });
    if (!repeat) continue;
    const end = addresses[i + 1]!;
    const gap = end - piece.address - BigInt(piece.size);
    // In another base it stands for no whole lines.
    if (gap <= 0n || gap % BigInt(piece.size) !== 0n) return undefined;
    const more = fill(piece, end, repeat, mostFill - filled);
    filled += more.size;
    pieces.push(more);
  }
  return { name: notation.name, width, pieces };
}

/**
 * A dump whose groups are numbers in another notation than padded hex: decimals, octal numbers,
 * bits, or hex without leading zeros. Their width is what the addresses step by.
 * `undefined`: no such dump. @throws SourceError when the notation is one, but has several readings.
 */
export function readNumbers(text: string): Reading | undefined {
  const facts = noFacts();
  const rows: Numbers[] = [];
  let [block, passedOver] = [0, 0];
  for (const line of cleanLines(text)) {
    if (line.followsTalk) block++;
    if (line.text.trim() === '*') {
      const before = rows.pop();
      if (!before || before.items.length === 0 || before.repeat) return undefined;
      rows.push({ ...before, repeat: { kind: 'repeat', line: line.line, column: line.column } });
      continue;
    }
    const row = learn(facts, line.text) ? undefined : numbersOf(line, line.text, block);
    const isNumbers =
      row?.items.every((item) => notations.some(({ item: looks }) => looks.test(item))) ?? false;
    if (row && isNumbers && !(row.items.length === 0 && rows.length === 0)) rows.push(row);
    else {
      block++;
      passedOver++;
      // A line of another kind within the dump may be a broken one.
      const mayBeRow =
        /^\s*(?:0x)?[0-9a-f]{4,}\b|^[\s\d-]*$|^\s*\+?[0-9a-f]+:\s+[0-9a-f]+\b/i.test(line.text) ||
        isBroken(line.text);
      if (mayBeRow && !/\b(?:in|at)\b/.test(line.text)) return undefined;
    }
  }
  const [first] = rows;
  if (!first || first.items.length === 0) return undefined;
  const open = rows.at(-1)!.repeat;
  if (open) throw endless(open);
  const fitting = notations.filter(
    ({ item, isMarked }) =>
      (isMarked ?? first.isMarked) === first.isMarked &&
      rows.every(({ items }) => items.every((one) => item.test(one))),
  );
  const radixes: readonly Radix[] = first.isHexAddress ? [16] : [8, 16, 10];
  const found: Candidate[] = [];
  for (const notation of fitting)
    for (const radix of radixes) {
      const one = candidate(rows, notation, radix, facts.order);
      if (one && !found.some((other) => isSame(one, other))) found.push(one);
    }
  const [best, other] = found;
  if (!best || other)
    throw new SourceError(
      'order',
      first,
      `the ${other ? 'groups may be ' + found.map(({ name, width }) => `${name} of ${width} bytes`).join(' or ') : 'width of these numbers is not said'}; print them in hex`,
    );
  const [fragments, after] = statesOf(best.pieces);
  return {
    style: `${best.name}, ${best.width === 1 ? 'bytes' : `${best.width}-byte words, ${facts.order === 'written' ? 'big' : 'little'}-endian`}`,
    fragments,
    ...(after && { after }),
    hasAddresses: true,
    starts: best.pieces.flatMap(({ address }, i) => {
      const before = best.pieces[i - 1];
      return before && before.address + BigInt(before.size) === address ? [] : [address];
    }),
    facts,
    passedOver,
    word: best.width,
  };
}

const isSame = (a: Candidate, b: Candidate): boolean =>
  a.pieces.length === b.pieces.length &&
  a.pieces.every(({ address, bytes }, i) => {
    const other = b.pieces[i]!;
    return address === other.address && `${bytes}` === `${other.bytes}`;
  });
