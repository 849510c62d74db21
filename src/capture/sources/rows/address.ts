import { SourceError, type Position } from '../source-error.js';
import type { Item } from './items.js';
import type { End, Head, Row } from './row.js';

export type Radix = 16 | 8 | 10;

/** How many bytes behind the last one the end may lie: the rest of a padded word is not there. */
export const mayEndAt = (end: bigint, address: bigint, { bytes, group }: Row): boolean => {
  const missing = address + BigInt(bytes.length) - end;
  return missing >= 0n && missing < BigInt(group);
};

/** `undefined` where a digit is none of the radix. */
export function parseAddress(digits: string, radix: Radix): bigint | undefined {
  if (radix === 16) return BigInt(`0x${digits}`);
  if (radix === 8) return /^[0-7]+$/.test(digits) ? BigInt(`0o${digits}`) : undefined;
  return /^[0-9]+$/.test(digits) ? BigInt(digits) : undefined;
}

/** By how many lines a radix fits: where one begins at which the line before it ended. */
export interface Fit {
  readonly radix: Radix;
  readonly adjoining: number;
  /** Neighbours in all, the ends among them. */
  readonly pairs: number;
  /** Whether the end is exactly where the last line ends, or fills whole lines. */
  readonly isExact: boolean;
}

/** `undefined` where an address is no number of the radix. */
function fit(items: readonly Item[], radix: Radix): Fit | undefined {
  let [adjoining, pairs, isExact] = [0, 0, true];
  let before: { row: Row; address: bigint } | undefined;
  let isRepeated = false;
  for (const item of items) {
    if (item.kind === 'talk') continue;
    if (item.kind === 'repeat') {
      isRepeated = true;
      continue;
    }
    const address = parseAddress(item.head.digits, radix);
    if (address === undefined) return undefined;
    if (before) {
      pairs++;
      const { row } = before;
      const gap = address - before.address - BigInt(row.bytes.length);
      const isWhole = isRepeated ? gap > 0n && gap % BigInt(row.bytes.length) === 0n : gap === 0n;
      const isNear = !isRepeated && item.kind === 'end' && mayEndAt(address, before.address, row);
      if (isWhole || isNear) adjoining++;
      if (!isWhole && item.kind === 'end') isExact = false;
    }
    before = item.kind === 'row' ? { row: item, address } : undefined;
    isRepeated = false;
  }
  return { radix, adjoining, pairs, isExact };
}

/** Which radixes a tool may count in, the likeliest first. */
function radixesOf(head: Head, group: number): Radix[] {
  const { mark, digits, gap } = head;
  if (countsInHex(head)) return [16];
  if (mark !== '') return digits.length === 8 ? [16, 10] : [16];
  // od prints seven digits, or six with -Ax; hexdump seven in hex; others eight.
  if (digits.length === 7 && gap > 2) return [16];
  if (digits.length === 7 && group !== 2) return [8, 16, 10];
  if (digits.length === 7 || (digits.length > 7 && digits.length < 16 && gap === 1))
    return [16, 8, 10];
  return [16];
}

/** Every tool that says its base, or has always the same, counts in hex. */
const countsInHex = ({ hasPrefix, hasTick, mark }: Head): boolean =>
  hasPrefix || hasTick || mark === '=' || mark === '|';

const bases: readonly Radix[] = [16, 8, 10];

/**
 * The radix by which the most lines adjoin, the likelier where several do; and which do as well. A
 * base that the look of the addresses does not suggest is one by lines that adjoin in no other.
 */
export function radixOf(items: readonly Item[], first: Row): { best: Fit; others: readonly Fit[] } {
  const likely = radixesOf(first.head, first.group);
  const rest = countsInHex(first.head) ? [] : bases.filter((radix) => !likely.includes(radix));
  const fits = [...likely, ...rest]
    .map((radix) => fit(items, radix))
    .filter((one) => one !== undefined)
    .sort((a, b) => b.adjoining - a.adjoining || Number(b.isExact) - Number(a.isExact));
  const best = fits[0] ?? fit(items, 16)!;
  const others = fits.filter(
    (one) =>
      one !== best &&
      likely.includes(one.radix) &&
      one.adjoining === best.adjoining &&
      one.isExact === best.isExact,
  );
  return { best, others };
}

/** The address of a line, which with its bytes must fit in 64 bits. */
export function addressOf(item: (Row | End) & Position, radix: Radix): bigint {
  const address = parseAddress(item.head.digits, radix);
  if (address === undefined)
    throw new SourceError('address', item, `${item.head.digits} is no number in base ${radix}`);
  const size = 'bytes' in item ? item.bytes.length : 0;
  if (address + BigInt(size) > 2n ** 64n)
    throw new SourceError('address', item, `the line ends past the last 64-bit address`);
  return address;
}
