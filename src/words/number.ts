/** The numbers that words say: the inverse of `value.ts`. */
import { errno } from '../../abi/index.js';
import { type FieldType, type Names, namesOf, type Type, type Unit } from '../schema/index.js';
import { integerInWords } from './integer.js';
import { nearest } from './nearest.js';
import { inWords } from './value.js';

const valueNamed = (name: string, { values }: Names): bigint | undefined =>
  Object.hasOwn(values, name) ? BigInt(values[name]!) : undefined;

/** A flags word: names, numbers and `part=number` between bars. Parts may not contradict the rest. */
function flagsInWords(text: string, names: Names): bigint | undefined {
  let value = 0n;
  const parts: { readonly mask: bigint; readonly bits: bigint }[] = [];
  for (const term of text.split('|').map((t) => t.trim())) {
    const [key = '', number, ...others] = term.split(/ ?= ?/);
    if (others.length > 0) return undefined;
    const part = names.parts && Object.hasOwn(names.parts, key) ? names.parts[key] : undefined;
    const given = number === undefined ? undefined : integerInWords(number);
    if (part && given !== undefined) {
      const stored = given - BigInt(part.bias ?? 0);
      if (BigInt.asUintN(part.width, stored) !== stored) return undefined;
      const shift = BigInt(part.shift);
      const mask = ((1n << BigInt(part.width)) - 1n) << shift;
      parts.push({ mask, bits: stored << shift });
      value |= stored << shift;
      continue;
    }
    const bits = integerInWords(term) ?? valueNamed(term, names);
    if (bits === undefined) return undefined;
    value |= bits;
  }
  return parts.every(({ mask, bits }) => (value & mask) === bits) ? value : undefined;
}

const typeNames = (type: FieldType): Names | undefined =>
  type.kind === 'bits' ? namesOf(type.storage) : namesOf(type as Type);

function plainNumber(type: FieldType, text: string, unit: Unit | undefined): bigint | undefined {
  const integer = integerInWords(text);
  if (integer !== undefined) return integer;
  if (type.kind === 'handle' || type.kind === 'pointer') return text === 'NULL' ? 0n : undefined;
  const names = typeNames(type);
  if (names) return names.kind === 'flags' ? flagsInWords(text, names) : valueNamed(text, names);
  const error = unit === 'errno' && text.startsWith('-') ? text.slice(1) : '';
  return Object.hasOwn(errno, error) ? -BigInt(errno[error as keyof typeof errno]) : undefined;
}

/**
 * The number of a scalar in the words that `inWords` has for it, in a shorter form of them
 * (`DOMID_SELF`, `9`), or in digits; nothing for words that say none, or contradict themselves.
 */
export function numberInWords(type: FieldType, words: string, unit?: Unit): bigint | undefined {
  const text = words.trim().replace(/\s+/g, ' ');
  const plain = plainNumber(type, text, unit);
  if (plain !== undefined) return plain;
  // `DOMID_SELF (0x7ff0)`, `9 (2 MiB)`, `-22 EINVAL`: what stands behind is to be true.
  const [, head = ''] = /^(\S+) ./.exec(text) ?? [];
  const value = plainNumber(type, head, unit);
  return value !== undefined && inWords(type, value, unit) === text ? value : undefined;
}

/** What a scalar's words are made of. */
function namesFor(type: FieldType, unit: Unit | undefined): readonly string[] {
  const names = typeNames(type);
  if (names) return [...Object.keys(names.values), ...Object.keys(names.parts ?? {})];
  return unit === 'errno' ? Object.keys(errno).map((name) => `-${name}`) : [];
}

/** More names than these are not all told. */
const MOST_NAMES = 8;

/**
 * What a scalar takes where names are taken, and the name that unknown words may have meant;
 * nothing for a scalar whose values have no names.
 */
export function expectedWords(type: FieldType, words: string, unit?: Unit): string | undefined {
  const names = namesFor(type, unit);
  if (names.length === 0) return undefined;
  const unknown = words
    .split('|')
    .map((term) => term.trim().replace(/ ?=.*| \(?.*/, ''))
    .filter((term) => integerInWords(term) === undefined && !names.includes(term))
    .slice(0, MOST_NAMES);
  const hint = unknown.map((term) => nearest(term, names)).find((text) => text !== '');
  const all = names.slice(0, MOST_NAMES).join(', ') + (names.length > MOST_NAMES ? ', …' : '');
  return `a number or a name${hint ?? ` (${all})`}`;
}
