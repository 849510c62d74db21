import { addressesIn, groupsOf, leaningOf, type Order } from '../order.js';
import { SourceError } from '../source-error.js';
import type { Row } from './row.js';
import { type Look, type WordStyle, wordStyles } from './word-styles.js';

/** The gap that a whole line would have before its text, as the tools pad short ones. */
function wholeGap({ bytes, group, textGap }: Row): number | undefined {
  const missing = 16 - bytes.length;
  if (textGap === undefined || textGap <= 4 || missing <= 0) return textGap;
  const gap = textGap - (missing / group) * (2 * group + 1);
  return gap >= 2 && gap <= 4 ? gap : textGap;
}

const nowhere = { textGap: undefined, textAt: undefined };

const textAt = ({ bytes, group, textGap }: Row): number =>
  2 * bytes.length + Math.ceil(bytes.length / group) - 1 + textGap!;

export interface RowOrder {
  readonly name: string;
  readonly order: Order;
  /** Why this is a guess, where it is one. */
  readonly guess?: string;
}

/** An order that is forced, or the name of the tool that is said to have printed. */
export interface Forced {
  readonly order?: Order;
  readonly group?: number;
  readonly style?: string;
}

/**
 * In which order the bytes of each group lie in memory. A text column shows memory order: where it
 * agrees with one reading alone, that is the dump's. Otherwise a debugger may say its order (`told`);
 * else the tool's own style decides, and is doubted where the zeros of the groups say otherwise. Where
 * tools differ, the zeros of the groups make one of the readings likelier: a guess.
 * @throws SourceError where the text column agrees with neither, or nothing decides.
 */
export function rowOrder(
  rows: readonly Row[],
  isPrefixed: boolean,
  forced: Forced,
  told?: Order,
): RowOrder {
  const first = rows.find(({ group }) => group > 1) ?? rows[0]!;
  const shown = rows.find(({ textGap }) => textGap !== undefined);
  const { head, group, isNumber } = first;
  const isLogged = first.isLogged || isPrefixed;
  const look: Look = {
    head,
    group,
    isNumber,
    isLogged,
    ...(shown ? { textGap: wholeGap(shown), textAt: textAt(shown) } : nowhere),
  };
  const named = wordStyles.filter(
    ({ name }) => forced.style === undefined || name === forced.style,
  );
  const style = named.find(({ matches }) => matches(look)) ?? (forced.style ? named[0] : undefined);
  const tool: WordStyle = style ?? wordStyles.at(-1)!;
  if (group === 1) return { name: forced.style ?? 'hexdump', order: 'written' };
  if (forced.order) return { name: tool.name, order: forced.order };

  if (rows.some(({ isSetRight }) => isSetRight)) return { name: 'xxd -e', order: 'little' };
  const shownOrder = textOrder(rows);
  if (shownOrder) return { name: tool.name, order: shownOrder };
  // No word has as many bytes.
  if (![2, 4, 8].includes(group)) return { name: tool.name, order: 'written' };
  if (told) return { name: tool.name, order: told };
  if (tool.order !== 'unsaid')
    return { name: tool.name, order: tool.order, ...(!forced.style && doubtOf(rows, tool)) };
  return { name: tool.name, ...(group === 2 ? pairsOrder(rows) : zerosOrder(rows, group)) };
}

/** xxd without options prints two bytes a group, and few tools print such words (`xxd -e -g2`). */
function pairsOrder(rows: readonly Row[]): { order: Order; guess?: string } {
  const { order, isSame } = leaningOf(allGroups(rows));
  return {
    order: 'written',
    ...(order !== 'written' && !isSame && { guess: guessOf('written', 2) }),
  };
}

/**
 * Small numbers or addresses the other way round: od may have been told `--endian=big`, a target may be
 * big-endian.
 */
function doubtOf(
  rows: readonly Row[],
  { order }: WordStyle,
): { order?: Order; guess: string } | undefined {
  const { group } = rows[0]!;
  if (order !== 'little') return undefined;
  const { order: canonical, others } = addressesIn(allGroups(rows));
  if (canonical === 'written') return { order: canonical, guess: guessOf(canonical, group) };
  if (canonical || leaningOf(others).order !== 'written') return undefined;
  return {
    guess: `${group}-byte groups are taken as little-endian words, but their zeros are where big-endian ones have them; words-be:${group} takes them so`,
  };
}

/**
 * The order with which the text column agrees, where it agrees with one alone.
 * @throws SourceError where it agrees with neither.
 */
export function textOrder(rows: readonly Row[]): Order | undefined {
  const text = { written: true, little: true };
  for (const row of rows) {
    text.written &&= row.agrees.written;
    text.little &&= row.agrees.little;
    if (!text.written && !text.little)
      throw new SourceError(
        'order',
        row,
        `the text column agrees with the groups in neither byte order; they may be of several dumps`,
      );
  }
  return text.written === text.little ? undefined : text.little ? 'little' : 'written';
}

function guessOf(order: Order, group: number): string {
  const [is, other] =
    order === 'little'
      ? ['little-endian words', 'be']
      : ['bytes in the order in which they are written', 'le'];
  return `${group}-byte groups are taken as ${is}; words-${other}:${group} forces the other order`;
}

/**
 * The order in which the groups are canonical addresses, where their zeros do not say another; else
 * that to which the zeros point: a guess, unless both read alike.
 * @throws SourceError where nothing points anywhere.
 */
export function zerosOrder(rows: readonly Row[], group: number): { order: Order; guess?: string } {
  const { isSame } = leaningOf(allGroups(rows));
  if (isSame) return { order: 'written' };
  const { order: canonical, others } = addressesIn(allGroups(rows));
  const { order: leaning } = leaningOf(others);
  if (canonical && (leaning ?? canonical) === canonical) return { order: canonical };
  const order = canonical ?? leaning;
  if (!order)
    throw new SourceError(
      'order',
      rows[0]!,
      `nothing tells the byte order of these ${group}-byte groups: words-le:${group} or words-be:${group} says it`,
    );
  return { order, guess: guessOf(order, group) };
}

function* allGroups(rows: readonly Row[]): Generator<Uint8Array> {
  for (const { bytes, group } of rows) yield* groupsOf(bytes, group);
}
