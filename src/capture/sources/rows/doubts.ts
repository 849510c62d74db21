import { SourceError } from '../source-error.js';
import type { Row } from './row.js';

/** Whether bytes as they are written show decimal digits alone, the first of each no zero. */
const areDecimals = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte >= 0x10 && byte < 0xa0 && (byte & 0xf) < 10);

/** Two digits in each group and never a letter: they may be decimals. Why it is a guess, if so. */
export function decimalDoubt(rows: readonly Row[]): string | undefined {
  const [first] = rows;
  const isSure = rows.some(
    ({ group, textGap, isNumber, bytes }) =>
      group !== 1 || isNumber || textGap !== undefined || !areDecimals(bytes),
  );
  return isSure || (rows.length === 1 && first!.bytes.length === 1 && first!.head.gap < 2)
    ? undefined
    : 'groups of two digits are taken for hex, but may be decimals; hex or hexdump forces hex';
}

const digits = (byte: number): number | undefined =>
  byte < 0xa0 && (byte & 0xf) < 10 ? (byte >> 4) * 10 + (byte & 0xf) : undefined;

const wordOf = ({ bytes, group }: Row): bigint =>
  bytes.subarray(0, group).reduce((value, byte) => (value << 8n) | BigInt(byte), 0n);

/** The same of words: most lines begin with one that is as much larger as there are bytes behind it. */
function refuseAddresses(rows: readonly Row[]): void {
  const [first] = rows;
  const { group } = first!;
  if (group < 4 || group > 8 || rows.length < 3) return;
  const steps = rows.slice(1).filter((row, i) => {
    const before = rows[i]!;
    const behind = before.bytes.length - group;
    return behind > 0 && wordOf(row) - wordOf(before) === BigInt(behind);
  });
  if (steps.length > 1 && 2 * steps.length >= rows.length - 1)
    throw new SourceError(
      'order',
      first!,
      'the first column counts up by the bytes behind it: it may be an address; words-le:N takes it for a word',
    );
}

/**
 * Lines without an address whose first byte counts up by how many follow it: `10 00 00 …`, then
 * `20 …`, as a dump is whose addresses are as short as bytes.
 * @throws SourceError
 */
export function refuseCounting(rows: readonly Row[]): void {
  const [first] = rows;
  refuseAddresses(rows);
  const behind = first!.bytes.length - 1;
  const least = behind < 4 ? 3 : 2;
  if (rows.length < least || ![1, 2, 4, 8, 16, 32].includes(behind)) return;
  const counts = (value: (byte: number) => number | undefined): boolean =>
    rows.every(({ bytes }, i) => {
      if (i === 0) return true;
      const [before, here] = [value(rows[i - 1]!.bytes[0]!), value(bytes[0]!)];
      const isWhole = bytes.length === behind + 1 || i === rows.length - 1;
      return isWhole && before !== undefined && here === before + behind;
    });
  if (first!.group === 1 && !first!.isNumber && (counts((byte) => byte) || counts(digits)))
    throw new SourceError(
      'order',
      first!,
      'the first column counts up by the bytes behind it: it may be an address; hex takes it for bytes',
    );
}

/** @throws SourceError where groups of twenty digits have no letter: 64 bits as decimals. */
export function refuseDecimals(rows: readonly Row[]): void {
  const [first] = rows;
  const isDecimal = ({ bytes }: Row): boolean =>
    bytes.every((byte) => byte < 0xa0 && (byte & 0xf) < 10);
  if (first!.group === 10 && !first!.isNumber && rows.every(isDecimal))
    throw new SourceError(
      'order',
      first!,
      'numbers of 20 digits may be decimals; print them in hex',
    );
}
