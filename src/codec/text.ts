import type { CharsShape, Path } from '../layout/index.js';
import { type Fault, fault } from './fault.js';
import type { Text } from './parts.js';

/** A character array as a string of Latin-1 characters, without its trailing NULs. */
export function readChars(bytes: Uint8Array, offset: number, length: number): string {
  let end = offset + length;
  while (end > offset && bytes[end - 1] === 0) end--;
  let text = '';
  for (let at = offset; at < end; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}

export function writeChars(bytes: Uint8Array, offset: number, length: number, text: string): void {
  for (let i = 0; i < length; i++) bytes[offset + i] = i < text.length ? text.charCodeAt(i) : 0;
}

/** Whether a string fits a character array of `length` bytes. */
export const isChars = (value: unknown, length: number): value is string =>
  typeof value === 'string' && value.length <= length && !/[^\0-\xff]/.test(value);

function check({ size }: CharsShape, value: unknown, base: number, path: Path): Fault | undefined {
  if (typeof value !== 'string') return fault('type', path, base, 'a string', value);
  if (/[^\0-\xff]/.test(value)) return fault('range', path, base, 'characters up to U+00FF', value);
  return value.length > size
    ? fault('count', path, base, `at most ${size} characters`, value.length)
    : undefined;
}

/** What the engine needs of character arrays. */
export const text: Text = { read: readChars, write: writeChars, check };
