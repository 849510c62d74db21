import { bytesReading, type Reading } from '../reading.js';
import { SourceError } from '../source-error.js';
import { positionOf } from '../text.js';

const named: Readonly<Record<string, number>> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  e: 27,
};

/** A string, or a character that is repeated: the two pieces of what gdb prints of `char[]`. */
const piece = /"((?:[^"\\]|\\[0-7]{3}|\\.)*)"|'([^'\\]|\\[0-7]{3}|\\.)' <repeats (\d+) times>/y;
const character = /\\([0-7]{3})|\\(.)|([\s\S])/g;

/** More characters than this a few words may not stand for. */
const mostTimes = 2 ** 20;

/**
 * `$1 = "\001", '\000' <repeats 14 times>`: gdb's `print` of an array of characters. gdb leaves out
 * the last byte where it is zero, so the length must be known. `undefined`: no such print.
 * @throws SourceError where something else stands among the pieces.
 */
export function readGdbString(text: string, size: number | undefined): Reading | undefined {
  const start = /^\s*(?:\(gdb\) [^\n]*\n)?\$\d+ = (?=["'])/.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const bytes: number[] = [];
  let at = start;
  for (;;) {
    piece.lastIndex = at;
    const match = piece.exec(text);
    if (!match) throw new SourceError('order', positionOf(text, at), 'this is no string of gdb');
    const one = bytesOf(match[1] ?? match[2]!);
    const times = Number(match[3] ?? 1);
    if (!one || times > mostTimes)
      throw new SourceError('order', positionOf(text, at), 'this is no string of bytes');
    for (let i = 0; i < times; i++) for (const byte of one) bytes.push(byte);
    at += match[0].length;
    if (!text.startsWith(', ', at)) break;
    at += 2;
  }
  if (!/^\s*(?:\(gdb\)\s*)?$/.test(text.slice(at)))
    throw new SourceError(
      'order',
      positionOf(text, at),
      text.startsWith('...', at)
        ? 'gdb left out the rest; set print elements 0'
        : 'this is no string of gdb',
    );
  const style = 'a string of gdb, bytes';
  const all = Uint8Array.from(bytes);
  if (all.length === size) return bytesReading(style, all);
  const longer = Uint8Array.from([...all, 0]);
  if (longer.length === size) return bytesReading(style, longer);
  const isWhole = all.length % 4 !== 3;
  return bytesReading(
    style,
    isWhole ? all : longer,
    `gdb leaves out a zero at the end of a string; ${isWhole ? 'none is' : 'one is'} added`,
  );
}

/** `undefined` where a character is no byte. */
function bytesOf(text: string): number[] | undefined {
  const bytes: number[] = [];
  for (const [, octal, name, plain] of text.matchAll(character)) {
    const code = plain?.charCodeAt(0);
    const byte =
      octal !== undefined
        ? parseInt(octal, 8)
        : name !== undefined
          ? (named[name] ?? (/\w/.test(name) ? undefined : name.charCodeAt(0)))
          : code;
    if (byte === undefined || byte > 0xff || (code !== undefined && (code < 0x20 || code > 0x7e)))
      return undefined;
    bytes.push(byte);
  }
  return bytes;
}
