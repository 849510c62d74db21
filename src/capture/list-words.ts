import { integerOf } from '../schema/index.js';
import type { DecodedList } from './decoded.js';
import { rowsOf } from './fields-view.js';
import { listInWords } from './words.js';

/** What the view knows of a list besides its elements. */
export interface ListState {
  /** Elements that the argument claims after the call. */
  readonly lengthAfter?: bigint | undefined;
  readonly result?: bigint | undefined;
}

function elementsInWords(
  { type, unit }: DecodedList,
  values: readonly unknown[],
  most: number,
): string {
  if (!type) return '';
  if (integerOf(type)) return listInWords(type, values, unit, most);
  const shown = values.slice(0, Math.ceil(most / 4)).map((value) => {
    const fields = rowsOf(type, value).map(({ path, text }) => `${path}=${text}`);
    return `{${fields.join(' ')}}`;
  });
  const left = values.length - shown.length;
  return shown.join(' ') + (left > 0 ? ` … ${left} more` : '');
}

/**
 * A list behind its handle: how many elements, which, and which after the call. What lay where
 * the hypervisor only writes is not told.
 */
export function listWords(
  list: DecodedList,
  most: number,
  { lengthAfter, result }: ListState = {},
): string {
  const { address, length, before, after, direction } = list;
  const words = (values: readonly unknown[]): string => elementsInWords(list, values, most);
  const known = after ?? before;
  if (length === 0n) return '[0]';
  const isPartial = known !== undefined && BigInt(known.length) !== length;
  const have = isPartial ? `${known.length} of ${length}` : String(length);
  const isResized = lengthAfter !== undefined && lengthAfter < length;
  const count = isResized ? `[${have} → ${lengthAfter}]` : `[${have}]`;
  if (!known) return address === 0n ? count : `${count} not in the capture`;
  if (direction !== 'out')
    return `${count} ${words(before ?? [])}${after ? ` → ${words(after)}` : ''}`;
  if (!after && result === undefined) return count;
  if (!after && result !== undefined && result < 0n) return `${count} unchanged`;
  const written = isResized ? known.slice(0, Number(lengthAfter)) : known;
  return written.length === 0 ? count : `${count} ${after ? '→ ' : ''}${words(written)}`;
}
