import { noFacts } from '../lines/facts.js';
import { groupWords, type Order } from '../order.js';
import type { Reading } from '../reading.js';
import { SourceError } from '../source-error.js';
import { type Fit, radixOf } from './address.js';
import { decimalDoubt } from './doubts.js';
import { explainFirst, itemsOf, lookAt, type Item } from './items.js';
import { place, type Placed } from './place.js';
import type { Row } from './row.js';
import { rowOrder, type Forced } from './row-order.js';
import { statesOf } from './states.js';

type RowItem = Row & { readonly kind: 'row' };
const isRow = (item: Item): item is RowItem => item.kind === 'row';

/**
 * Whether the first column may as well be a group as the others are: then it must count up to be
 * the address. Groups of another width, and any mark, tell.
 */
const isUnmarked = ({ head, isNumber, group, textGap }: Row): boolean =>
  head.mark === '' &&
  !head.hasTick &&
  !head.hasSymbol &&
  head.hasPrefix === isNumber &&
  textGap === undefined &&
  (head.digits.length % 2 === 0 || isNumber) &&
  (head.gap === 1 || (isNumber && head.digits.length === 2 * group)) &&
  head.digits.length <= 16;

/** Whether the first row of a text shows that it has an address. */
export function isMarked(text: string): boolean {
  const look = lookAt(text, true);
  if (!look) return false;
  try {
    for (const item of itemsOf(text, look, true, noFacts()))
      if (isRow(item)) return !isUnmarked(item);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return true;
  }
  return false;
}

/** `undefined`: not a dump with addresses. */
export function readDump(text: string, forced: Forced = {}): Reading | undefined {
  const look = lookAt(text, true);
  if (!look) {
    explainFirst(text);
    return undefined;
  }
  const facts = noFacts();
  const items = [...itemsOf(text, look, true, facts)];
  const rows = items.filter(isRow);
  const [first] = rows;
  if (!first) return undefined;
  refuseMixed(rows);
  const { best: likely, others } = radixOf(items, first);
  let guess: string | undefined;
  if (isUnmarked(first)) {
    const countsUp = likely.pairs > 0 && likely.adjoining === likely.pairs;
    const isAlike = first.isNumber || first.head.digits.length === 2 * first.group;
    if (!countsUp && (likely.pairs > 0 || isAlike)) return undefined;
    if (!countsUp)
      guess = `the first column, ${first.head.digits}, is taken for an address; hex forces it to be bytes`;
  }
  refuseOdd(rows, likely);
  const {
    name,
    order,
    guess: orderGuess,
  } = rowOrder(rows, look.prefix !== '', forced, facts.order);
  if (order === 'little') refuseCut(rows);
  const { placed, doubt: baseDoubt } = placedBest(
    items,
    likely,
    others,
    order,
    // od counts in octal, and Wireshark in hex.
    first.head.digits.length === 7 && first.head.mark === '',
  );
  const { pieces, starts } = placed;
  guess ??= baseDoubt ?? cutDoubt(items, likely, first);
  const [fragments, after] = statesOf(pieces);
  const doubt = guess ?? orderGuess ?? decimalDoubt(rows);
  return {
    style: `${name}, ${groupWords(first.group, order)}`,
    fragments,
    ...(after && { after }),
    hasAddresses: true,
    starts,
    facts,
    passedOver: items.filter((item) => item.kind === 'talk' && item.isPassedOver).length,
    ...(order === 'little' && { word: first.group }),
    ...(doubt !== undefined && { guess: doubt }),
  };
}

/** Neighbours of which nothing tells where a terminal cut them. */
function stepsOf(items: readonly Item[]): { step: bigint; bytes: number }[] {
  return items.flatMap((item, i) => {
    const next = items[i + 1];
    if (item.kind !== 'row' || next?.kind !== 'row') return [];
    const step = BigInt(`0x${next.head.digits}`) - BigInt(`0x${item.head.digits}`);
    return [{ step, bytes: item.bytes.length }];
  });
}

/** Lines that end before the next one begins may have lost what is behind them. */
function cutDoubt(
  items: readonly Item[],
  { radix, adjoining }: Fit,
  first: Row,
): string | undefined {
  const { head, bytes } = first;
  const isOd = head.mark === '' && head.gap === 1 && head.digits.length >= 7;
  const steps = stepsOf(items);
  // Lines of 8 bytes at 10, 20, 30, or of 16 at 20, 40, 60, may be parts of lines of 16 in hex.
  const [one] = steps;
  const isHex = one && one.step % 16n === 0n && steps.every(({ step }) => step === one.step);
  if (isHex && radix !== 16 && !isOd)
    return `the addresses are taken to be in base ${radix}; in hex there are gaps between the lines`;
  const isNear = steps.every((one) => one.step > one.bytes && one.step <= 4 * one.bytes);
  return adjoining === 0 && steps.length > 0 && isNear
    ? `the lines have ${bytes.length} bytes, and their addresses step by ${steps[0]!.step}; they may have been cut`
    : undefined;
}

/** In the base that makes the least of `*`; and what there is in others that fit as well. */
function placedBest(
  items: readonly Item[],
  likely: Fit,
  others: readonly Fit[],
  order: Order,
  isSeven: boolean,
): { placed: Placed; doubt?: string } {
  let placed = place(items, likely.radix, order);
  const sizes = new Set([sizeOf(placed)]);
  const starts = new Set([startOf(placed)]);
  for (const { radix } of others)
    try {
      const other = place(items, radix, order);
      if (sizeOf(other) < sizeOf(placed)) placed = other;
      sizes.add(sizeOf(other));
      starts.add(startOf(other));
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
    }
  sizes.delete(sizeOf(placed));
  starts.delete(startOf(placed));
  const doubt = 'the addresses may count in another base';
  if (sizes.size > 0)
    return { placed, doubt: `${doubt}; then the dump has ${[...sizes].join(' or ')} bytes` };
  const begins = [...starts].map((start) => `0x${start.toString(16)}`).join(' or ');
  return starts.size > 0 && isSeven
    ? { placed, doubt: `${doubt}; then the dump begins at ${begins}` }
    : { placed };
}

const startOf = ({ pieces }: Placed): bigint => pieces[0]?.address ?? 0n;

const sizeOf = ({ pieces }: Placed): number => pieces.reduce((sum, { size }) => sum + size, 0);

/** Lines of one dump have groups of one width; only debuggers' numbers say theirs on each line. */
function refuseMixed(rows: readonly Row[]): void {
  const [first] = rows;
  const last = rows.at(-1)!;
  const other = rows.find(
    (row) =>
      row.isNumber !== first!.isNumber ||
      (!row.isNumber && row.group !== first!.group && !(row === last && isShortLine(row, first!))),
  );
  if (other)
    throw new SourceError(
      'group',
      other,
      `groups of ${other.group * 2} digits, and of ${first!.group * 2} on line ${first!.line}`,
    );
}

/** Groups that are no words are bytes where a text column or the next address shows it. */
function refuseOdd([first]: readonly Row[], { adjoining }: Fit): void {
  const { group, textGap, head } = first!;
  if ([1, 2, 4, 8, 16].includes(group) || adjoining > 0 || textGap !== undefined) return;
  if (head.mark === ':' && head.hasPrefix === false && head.digits.length < 16) return;
  throw new SourceError(
    'group',
    first!,
    `groups of ${group * 2} digits are no words; they may be octal numbers or decimals`,
  );
}

/** Tools print whole words, but for `xxd -e`, which sets a short one right. */
function refuseCut(rows: readonly Row[]): void {
  const [{ group }] = rows as [Row];
  const cut = rows.find(
    ({ bytes, isSetRight, isNumber, textGap }) =>
      bytes.length % group !== 0 && !isSetRight && !isNumber && textGap === undefined,
  );
  if (cut) throw new SourceError('group', cut, `the last of these ${group}-byte words is cut`);
}

/** The last line may have fewer bytes than a group. */
const isShortLine = (row: Row, like: Row): boolean =>
  row.bytes.length === row.group && row.group < like.group;
