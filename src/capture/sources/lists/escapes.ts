import { bytesReading, type Reading } from '../reading.js';
import { SourceError } from '../source-error.js';
import { isAll, positionOf } from '../text.js';

const named: Readonly<Record<string, number>> = {
  '0': 0,
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  e: 27,
  '\\': 0x5c,
  "'": 0x27,
  '"': 0x22,
  '`': 0x60,
};

/** Hex escapes have two digits, octal ones up to three: as every tool that prints bytes has them. */
const escape = /\\(?:x([0-9a-f]{2})|([0-3][0-7]{2}|[0-7]{1,2}(?![0-7]))|(.))/iy;

/** What may stand before, between and after the strings of an expression. */
const assigned = /^[\w\s*&[\]:.=<>]*=/;
const before = /(?:bytearray|bytes|buf|u8|b|r|\s|\()/y;
const between = /^[\s+,;)(\\]*(?:b|u8)?$/;

function isBefore(piece: string): boolean {
  const calls = piece.slice(assigned.exec(piece)?.[0].length ?? 0);
  return calls === '' || isAll(before, calls);
}

/**
 * Strings with `\x40`, in Python, C, Rust or a shell, or the escapes alone as bpftrace prints them.
 * `undefined`: no escapes. @throws SourceError where something else stands among the strings.
 */
export function readEscapes(text: string): Reading | undefined {
  if (!/\\x[0-9a-f]{2}/i.test(text) && !/(?:["']|^\s*)\\(?:[0-3][0-7]{2}|0)/.test(text))
    return undefined;
  // bpftrace prints a map so.
  const start = /^\s*@\w{0,64}(?:\[[^\]]{0,200}\])?: /.exec(text)?.[0].length ?? text.search(/\S/);
  const quote = /^(?:[^\\"']*)(["'])/.exec(text)?.[1];
  const isQuoted = quote !== undefined && new RegExp(String.raw`${quote}[\s;,)]*$`).test(text);
  const bytes = new Uint8Array(text.length);
  let [length, plain] = [0, 0];
  const fail = (at: number, problem: string): never => {
    throw new SourceError('digit', positionOf(text, at), problem);
  };
  // Escapes alone are one line; around a string stands what is none of its bytes.
  const stray = isQuoted
    ? -1
    : text
        .trimEnd()
        .slice(start)
        .search(/["'\n\r]/);
  if (stray >= 0) fail(start + stray, 'this is no string of bytes alone');
  // `arg: \\xf0\\x7f`: whether the words are bytes, only quotes would tell.
  if (!isQuoted && text[start] !== '\\')
    throw new SourceError(
      'order',
      positionOf(text, start),
      'text stands before the escapes: leave it out, or put what is bytes into quotes',
    );
  let isOpen = !isQuoted;
  let outside = 0;
  const end = isQuoted ? text.length : text.trimEnd().length;
  for (let at = isQuoted ? 0 : start; at < end;) {
    const code = text.charCodeAt(at);
    if (isQuoted && text[at] === quote) {
      if (!isOpen) {
        const piece = text.slice(outside, at);
        if (outside === 0 ? !isBefore(piece) : !between.test(piece))
          fail(outside, 'this is no string of bytes');
      }
      isOpen = !isOpen;
      outside = ++at;
    } else if (!isOpen) at++;
    else if (code === 0x5c) {
      escape.lastIndex = at;
      const match = escape.exec(text);
      if (!match) return fail(at, 'an escape without an end');
      const [whole, hex, octal, name] = match;
      const byte =
        hex !== undefined
          ? parseInt(hex, 16)
          : octal !== undefined
            ? parseInt(octal, 8)
            : named[name!];
      if (byte === undefined) return fail(at, `${whole} is no escape of a byte`);
      bytes[length++] = byte;
      at += whole.length;
    } else if (code >= 0x20 && code < 0x7f) {
      bytes[length++] = code;
      plain++;
      at++;
    } else fail(at, 'a byte that is no ASCII must be an escape');
  }
  if (isQuoted && isOpen) fail(text.length - 1, 'a string without an end');
  if (isQuoted && !/^[\s;,)\]}]*$/.test(text.slice(outside)))
    fail(outside, 'this is no string of bytes');
  // A paste may have lost spaces at its ends, or found some; escapes alone have none.
  const isBare = !isQuoted && plain > 0;
  return bytesReading(
    'a string with escapes, bytes',
    bytes.slice(0, length),
    isBare ? 'the string has no quotes: spaces at its ends are taken for none of it' : undefined,
  );
}
