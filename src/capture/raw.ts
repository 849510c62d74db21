import type { CaptureError } from './capture.js';
import { fromHex } from './hex.js';
import { shown } from './sources/source-error.js';
import { printable } from '../words/text.js';

/** A JSON object of a capture, of which nothing is known yet. */
export type Raw = Readonly<Record<string, unknown>>;
/** Makes the error of this line: where in it, and what is wrong. */
export type Refuse = (path: string, problem: string) => CaptureError;

export const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A key's value, `null` being the same as absent. */
export const at = (raw: Raw, key: string): unknown => raw[key] ?? undefined;

/** A value for a message: as JSON, and never long. */
export function quoted(value: unknown): string {
  if (Array.isArray(value)) return 'an array';
  if (isRaw(value)) return 'an object';
  if (typeof value !== 'string') return String(value);
  return JSON.stringify(printable(value.length > 40 ? `${value.slice(0, 40)}…` : value));
}

export function text(raw: Raw, key: string, refuse: Refuse): string | undefined {
  const value = at(raw, key);
  if (value !== undefined && typeof value !== 'string') throw refuse(key, 'is no string');
  return value;
}

/** Reads a string that is no number, where names may stand; nothing where they mean none. */
export type Naming = (word: string) => bigint | undefined;

/** An integer: a safe JSON number, a decimal or a `0x` string, or a name where there are any. */
export function integer(value: unknown, path: string, refuse: Refuse, naming?: Naming): bigint {
  if (Number.isSafeInteger(value)) return BigInt(value as number);
  if (typeof value === 'string' && /^(-?\d+|0x[\da-f]+)$/i.test(value)) {
    // More digits than any register has are not worth a conversion.
    if (value.length > 80) throw refuse(path, 'does not fit 64 bits');
    return BigInt(value);
  }
  if (typeof value === 'number' && Number.isInteger(value))
    throw refuse(path, `${value} is past 2^53: write it as a string`);
  const named = typeof value === 'string' ? naming?.(value) : undefined;
  if (named !== undefined) return named;
  throw refuse(path, `${quoted(value)} is no integer`);
}

export function register(value: unknown, path: string, refuse: Refuse, naming?: Naming): bigint {
  if (value === undefined) throw refuse(path, 'is missing');
  const register = integer(value, path, refuse, naming);
  if (BigInt.asUintN(64, register) !== register) throw refuse(path, 'does not fit 64 bits');
  return register;
}

/** An index or a number that JavaScript counts with. */
export function count(
  raw: Raw,
  key: string,
  refuse: Refuse,
  path: string = key,
): number | undefined {
  const value = at(raw, key);
  if (value === undefined) return undefined;
  if (!Number.isSafeInteger(value) || (value as number) < 0)
    throw refuse(path, `${quoted(value)} is no whole number`);
  return value as number;
}

export function hexBytes(value: unknown, path: string, refuse: Refuse): Uint8Array {
  if (typeof value !== 'string') throw refuse(path, 'is no string of hexadecimal digits');
  const bytes = fromHex(value);
  if (typeof bytes !== 'number') return bytes;
  throw refuse(
    path,
    bytes === value.length
      ? `has an odd number of digits (${bytes})`
      : `${shown(value, bytes)} at digit ${bytes} is no hexadecimal digit`,
  );
}
