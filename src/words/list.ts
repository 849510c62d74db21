import {
  type Direction,
  integerOf,
  namesOf,
  type Type,
  unaliased,
  type Unit,
} from '../schema/index.js';
import { rowsOf } from './fields.js';
import { bitsInWords, bytesInWords, textInWords } from './octets.js';
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
  /** Elements that are valid after the call, where they are fewer. */
  readonly lengthAfter?: bigint;
  /** May be NULL whatever the length says. */
  readonly isOptional?: true;
  /** Its end is not known: the length is what it has at least. */
  readonly isEndless?: true;
  /** Bits of an element, where bit n of the list is about thing n. */
  readonly bits?: number;
}

function elementsInWords(
  { type, unit, bits }: ShownList,
  values: readonly unknown[],
  most: number,
): string {
  if (!type) return '';
  if (type.kind === 'chars' && type.length === 1) return textInWords(values, most);
  const int = integerOf(type);
  if (bits !== undefined) return bitsInWords(values as number[], bits, most);
  if (int?.kind === 'int' && int.width === 8 && !unit && !namesOf(type))
    return bytesInWords(values as number[], most);
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
export function listWords(list: ShownList, most: number, result?: bigint): string {
  const { address, length, lengthAfter, before, after, direction, isEndless } = list;
  const words = (values: readonly unknown[]): string => elementsInWords(list, values, most);
  const known = after ?? before;
  if (length === 0n) return '[0]';
  const isPartial = known !== undefined && BigInt(known.length) !== length;
  const all = isEndless ? `more than ${length - 1n}` : length;
  const have = isPartial ? `${known.length} of ${all}` : String(all);
  const isResized = lengthAfter !== undefined && lengthAfter < length;
  const count = isResized ? `[${have} → ${lengthAfter}]` : `[${have}]`;
  if (!known && isEndless) return 'not in the capture';
  if (!known) return address === 0n ? count : `${count} not in the capture`;
  if (direction !== 'out')
    return `${count} ${words(before ?? [])}${after ? ` → ${words(after)}` : ''}`;
  if (!after && result === undefined) return count;
  if (!after && result !== undefined && result < 0n) return `${count} unchanged`;
  const written = isResized ? known.slice(0, Number(lengthAfter)) : known;
  return written.length === 0 ? count : `${count} ${after ? '→ ' : ''}${words(written)}`;
}
