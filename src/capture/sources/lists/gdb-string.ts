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

/** `'\000' <repeats 14 times>` */
const repeated = /'([^'\\]|\\[0-7]{3}|\\.)' <repeats (\d{1,7}) times>/y;
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
  const pieces: Uint8Array[] = [];
  let length = 0;
  let at = start;
  for (;;) {
    const match = pieceAt(text, at);
    if (!match) throw new SourceError('order', positionOf(text, at), 'this is no string of gdb');
    const { times } = match;
    const one = bytesOf(match.text);
    if (!one || (times > 1 && length + times > mostTimes))
      throw new SourceError('order', positionOf(text, at), 'this is no string of bytes');
    pieces.push(times > 1 ? new Uint8Array(times).fill(one[0]!) : one);
    length += pieces.at(-1)!.length;
    at = match.end;
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
  const all = joined(pieces, length);
  if (all.length === size) return bytesReading(style, all);
  const longer = joined(pieces, length + 1);
  if (longer.length === size) return bytesReading(style, longer);
  const isWhole = all.length % 4 !== 3;
  return bytesReading(
    style,
    isWhole ? all : longer,
    `gdb leaves out a zero at the end of a string; ${isWhole ? 'none is' : 'one is'} added`,
  );
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

/** A string, or a character that is repeated, and where it ends. */
function pieceAt(
  text: string,
  start: number,
): { text: string; times: number; end: number } | undefined {
  if (text[start] !== '"') {
    repeated.lastIndex = start;
    const match = repeated.exec(text);
    return match
      ? { text: match[1]!, times: Number(match[2]), end: repeated.lastIndex }
      : undefined;
  }
  for (let at = start + 1; at < text.length; at++)
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return { text: text.slice(start + 1, at), times: 1, end: at + 1 };
  return undefined;
}

/** `undefined` where a character is no byte. */
function bytesOf(text: string): Uint8Array | undefined {
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
  return Uint8Array.from(bytes);
}
