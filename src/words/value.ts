import { domid_t, errno } from '../../abi/index.js';
import { hex } from '../codec/index.js';
import {
  type FieldType,
  type FloatType,
  type FloatValue,
  type Names,
  namesOf,
  type Type,
  type Unit,
} from '../schema/index.js';
import { flagsOf } from './flags.js';
import { sizeInWords } from './size.js';
import { printable } from './text.js';

/** Above this order no unit of size has a name. */
const LARGEST_ORDER = 57n;

/** Bytes of 2^order pages of 4 KiB: `order 9` is 2 MiB. */
const orderSize = (order: bigint): string =>
  order >= 0n && order <= LARGEST_ORDER ? sizeInWords(4096n << order) : `2^${order} pages`;

/** A flags word: its named bits and parts, and what has no name. */
function flagWords(value: bigint, all: Names): string {
  const { parts, names, rest } = flagsOf(value, all);
  const words = [
    ...parts.map(([name, part]) => (name === '' ? `${part}` : `${name}=${part}`)),
    ...names,
    ...(rest === 0n ? [] : [hex(rest)]),
  ];
  return words.length > 0 ? words.join(' | ') : '0';
}

const nameOf = (value: bigint, { values }: Names): string | undefined =>
  Object.entries(values).find(([, number]) => BigInt(number) === value)?.[0];

export function named(value: bigint, names: Names): string {
  if (names.kind === 'flags') return flagWords(value, names);
  const name = nameOf(value, names);
  return name === undefined ? String(value) : `${name} (${value > 9n ? hex(value) : value})`;
}

function byUnit(value: bigint, unit: Unit | undefined): string {
  switch (unit) {
    case 'GFN':
    case 'MFN':
    case 'PFN':
    case 'address':
      return hex(value);
    case 'order':
      return `${value} (${orderSize(value)})`;
    case 'errno': {
      const name = Object.entries(errno).find(([, number]) => BigInt(number) === -value)?.[0];
      return name === undefined ? String(value) : `${value} ${name}`;
    }
    default:
      return String(value);
  }
}

/** The shortest decimal that is this number again, in as many bits. */
function floatInWords({ width }: FloatType, value: FloatValue): string {
  if (Object.is(value, -0)) return '-0';
  if (width === 64 || typeof value === 'string' || !Number.isFinite(value)) return String(value);
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(value);
}

/** A scalar in words: flags and values by name, orders as sizes, frames and handles in hex. */
export function inWords(type: FieldType, value: unknown, unit?: Unit): string {
  if (type.kind === 'handle' || type.kind === 'pointer')
    return value === 0n ? 'NULL' : hex(value as bigint);
  if (type.kind === 'float') return floatInWords(type, value as FloatValue);
  if (type.kind === 'chars') return printable(JSON.stringify(value));
  const names = type.kind === 'bits' ? namesOf(type.storage) : namesOf(type as Type);
  const integer = BigInt(value as bigint | number);
  return names ? named(integer, names) : byUnit(integer, unit);
}

/** A domain by its special name, else by its number. */
export const domainWords = (domid: number): string => inWords(domid_t, domid);

/** How many elements from `start` on are equal, or of a list of frames count up by one. */
function runFrom(values: readonly unknown[], start: number, isFrame: boolean): number {
  let end = start + 1;
  while (end < values.length && values[end] === values[start]) end++;
  if (end - start > 1 || !isFrame) return end - start;
  const first = BigInt(values[start] as bigint | number);
  while (end < values.length && BigInt(values[end] as bigint) === first + BigInt(end - start))
    end++;
  return end - start;
}

/** One line of an integer list: runs are folded, and after `most` words the rest is counted. */
export function listInWords(
  type: Type,
  values: readonly unknown[],
  unit: Unit | undefined,
  most: number,
): string {
  const words: string[] = [];
  const isFrame = unit === 'GFN' || unit === 'MFN' || unit === 'PFN';
  let shown = 0;
  while (shown < values.length && words.length < most) {
    const run = runFrom(values, shown, isFrame);
    const first = inWords(type, values[shown], unit);
    const last = inWords(type, values[shown + run - 1], unit);
    if (run > 2) words.push(first === last ? `${first} ×${run}` : `${first}..${last}`);
    else if (run === 2) words.push(first, last);
    else words.push(first);
    shown += run;
  }
  const left = values.length - shown;
  return words.join(' ') + (left > 0 ? ` … ${left} more` : '');
}
