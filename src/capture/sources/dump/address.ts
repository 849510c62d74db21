import { SourceError } from '../source-error.js';
import type { End, Item, Row } from './line.js';
import type { DumpStyle } from './styles.js';

type Radix = DumpStyle['radixes'][number];

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

/** How many lines begin where the line before them ended; `undefined`: not a number of the radix. */
function adjoining(items: readonly Item[], radix: Radix): number | undefined {
  let count = 0;
  let before: { row: Row; address: bigint } | undefined;
  let isRepeated = false;
  for (const item of items) {
    if (item.kind === 'repeat') {
      isRepeated = true;
      continue;
    }
    const address = parseAddress(item.address, radix);
    if (address === undefined) return undefined;
    if (before) {
      const gap = address - before.address - BigInt(before.row.bytes.length);
      if (isRepeated) count += Number(gap > 0n && gap % BigInt(before.row.bytes.length) === 0n);
      else if (item.kind === 'row') count += Number(gap === 0n);
      else count += Number(mayEndAt(address, before.address, before.row));
    }
    before = item.kind === 'row' ? { row: item, address } : undefined;
    isRepeated = false;
  }
  return count;
}

/**
 * The radix of the addresses: of those that the style knows, the one by which the most lines adjoin
 * (`od` counts in octal, `od -Ad` and `xxd -d` in decimal); the style's first where all do equally.
 */
export function radixOf(style: DumpStyle, items: readonly Item[]): Radix {
  const [first] = style.radixes;
  if (style.radixes.length === 1) return first!;
  let best: Radix | undefined;
  let most = -1;
  for (const radix of style.radixes) {
    const count = adjoining(items, radix) ?? -1;
    if (count > most) {
      best = radix;
      most = count;
    }
  }
  return best ?? first!;
}

/** Whether each line begins where the one before it ended, by one radix of the style. */
export const countsUp = (style: DumpStyle, items: readonly Item[]): boolean =>
  style.radixes.some((radix) => {
    const pairs = items.filter(({ kind }) => kind !== 'repeat').length - 1;
    return pairs > 0 && adjoining(items, radix) === pairs;
  });

/** The address of a line, which with its bytes must fit in 64 bits. */
export function addressOf(item: Row | End, radix: Radix): bigint {
  const address = parseAddress(item.address, radix);
  if (address === undefined)
    throw new SourceError('address', item, `${item.address} is no number in base ${radix}`);
  const size = item.kind === 'row' ? item.bytes.length : 0;
  if (address + BigInt(size) > 2n ** 64n)
    throw new SourceError('address', item, `the line ends past the last 64-bit address`);
  return address;
}
