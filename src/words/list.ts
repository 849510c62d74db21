import { type Direction, integerOf, type Type, unaliased, type Unit } from '../schema/index.js';
import { rowsOf } from './fields.js';
import { listInWords } from './value.js';

/** A list as it is shown: its elements, as far as somebody has their bytes. */
export interface ShownList {
  readonly address: bigint;
  /** Of an element; nothing where the header says `void`. */
  readonly type?: Type;
  readonly unit?: Unit;
  /** Which way the call moves it. */
  readonly direction?: Direction;
  /** Elements that the argument claims. */
  readonly length: bigint;
  readonly before?: readonly unknown[];
  readonly after?: readonly unknown[];
}

/** What the view knows of a list besides its elements. */
export interface ListState {
  /** Elements that the argument claims after the call. */
  readonly lengthAfter?: bigint | undefined;
  readonly result?: bigint | undefined;
}

function elementsInWords(
  { type, unit }: ShownList,
  values: readonly unknown[],
  most: number,
): string {
  if (!type) return '';
  if (integerOf(type) || unaliased(type).kind === 'float')
    return listInWords(integerOf(type) ? type : (unaliased(type) as Type), values, unit, most);
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
  list: ShownList,
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
