import { noFacts } from '../lines/facts.js';
import { groupWords, reversed } from '../order.js';
import { bytesReading, type Reading } from '../reading.js';
import { decimalDoubt, refuseCounting, refuseDecimals } from './doubts.js';
import { itemsOf, lookAt, type Item } from './items.js';
import type { Row } from './row.js';
import { textOrder, zerosOrder, type Forced } from './row-order.js';

const isRow = (item: Item): item is Row & { readonly kind: 'row' } => item.kind === 'row';

/**
 * Lines of groups without addresses, with a prefix or a text column perhaps: what a logger or
 * `od -An` prints, and a stack trace. `undefined`: no such lines.
 */
export function readGroups(text: string, forced: Forced = {}): Reading | undefined {
  const look = lookAt(text, false);
  if (!look) return undefined;
  const facts = noFacts();
  const items = [...itemsOf(text, look, false, facts)];
  const rows = items.filter(isRow);
  const [first] = rows;
  if (!first || rows.length < items.filter(({ kind }) => kind !== 'talk').length) return undefined;
  const { group } = first;
  // One group alone is a run of digits.
  const isAlone = rows.length === 1 && first.bytes.length === group && !first.isNumber;
  if (isAlone && facts.start === undefined) return undefined;
  if (rows.some((row) => row.group !== group || row.isNumber !== first.isNumber)) return undefined;
  // A stack has whole words.
  if (facts.start !== undefined && group !== 4 && group !== 8) return undefined;
  if (!forced.order) refuseCounting(rows);
  refuseDecimals(rows);
  // More than eight bytes are no word: they are bytes as they are written.
  const isBytes = group === 1 || group > 8;
  const { order, guess } = isBytes
    ? { order: 'written' as const, guess: forced.order ? undefined : decimalDoubt(rows) }
    : groupOrder(rows, facts.start !== undefined, forced);
  const bytes = joined(rows);
  const read = order === 'little' ? reversed(bytes, group) : bytes;
  const name = facts.start === undefined ? (first.isLogged ? 'log' : 'hex') : 'stack trace';
  return {
    ...bytesReading(`${name}, ${groupWords(isBytes ? 1 : group, order)}`, read, guess, facts.start),
    facts,
    ...(order === 'little' && { word: group }),
  };
}

function joined(rows: readonly Row[]): Uint8Array {
  const bytes = new Uint8Array(rows.reduce((sum, row) => sum + row.bytes.length, 0));
  let length = 0;
  for (const row of rows) {
    bytes.set(row.bytes, length);
    length += row.bytes.length;
  }
  return bytes;
}

function groupOrder(
  rows: readonly Row[],
  isTrace: boolean,
  forced: Forced,
): { order: 'written' | 'little'; guess?: string | undefined } {
  const [first] = rows;
  const { group } = first!;
  if (forced.order) return { order: forced.order };
  if (isTrace || first!.isNumber) return { order: 'little' };
  const order = textOrder(rows);
  return order ? { order } : zerosOrder(rows, group);
}
