import { readBase64 } from './base64.js';
import { countsUp } from './dump/address.js';
import { readLine, type Item } from './dump/line.js';
import { styleOf } from './dump/styles.js';
import { readHex } from './hex.js';
import type { SourceFormat } from './source.js';
import { SourceError } from './source-error.js';
import { encodingOf, linesOf, plainSpaces } from './text.js';

/** A format shows in its beginning; this much of the input is looked at. */
const sampleSize = 2 ** 20;

/** What an input most likely is; never throws. The reader of that format has the last word. */
export function recognise(input: Uint8Array): SourceFormat {
  const isWhole = input.length <= sampleSize;
  // JSON shows by its start, whatever follows: its reader tells what is wrong and where.
  if (/^(?:\ufeff|\xef\xbb\xbf)?\s*\{\s*"/.test(latin1(input.subarray(0, 256)))) return 'capture';
  const text = sampleOf(input);
  if (text === undefined || input.length === 0) return 'raw';
  if (/^\s*\{\s*(?:["}]|$)/.test(text)) return 'capture';
  if (isDump(text)) return 'hexdump';
  if (isHex(text)) return 'hex';
  const digits = hexShare(text);
  const isMistypedHex = digits.hex >= 0.75 && digits.decimal >= 0.4;
  if (!isMistypedHex && isBase64(text, isWhole)) return 'base64';
  return digits.hex > 0.5 ? 'hex' : 'raw';
}

const isControl = (byte: number): boolean => byte < 9 || (byte > 13 && byte < 32) || byte === 127;

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** The beginning as text; `undefined` when there are bytes that text does not have. */
function sampleOf(input: Uint8Array): string | undefined {
  const sample = input.subarray(0, sampleSize);
  const encoding = encodingOf(sample);
  if (encoding === 'utf-8' && sample.some(isControl)) return undefined;
  try {
    // Streaming: the sample may end within a character.
    const stream = input.length > sample.length;
    const text = new TextDecoder(encoding, { fatal: true }).decode(sample, { stream });
    // A dump in UTF-16 has nothing but ASCII, whatever a struct that begins with its mark has.
    if (encoding !== 'utf-8' && !/^[\t-\r -~]+$/.test(text)) return undefined;
    return plainSpaces(text);
  } catch {
    return undefined;
  }
}

/**
 * A dump shows in its first line. Without a colon or a text column it might be hex too; then its
 * first column must count up by what is on each line, or look like nothing else: six or seven
 * digits that end in 0 before groups of another width.
 */
function isDump(text: string): boolean {
  const lines = linesOf(
    text.length > 2 ** 16 ? text.slice(0, text.lastIndexOf('\n', 2 ** 16)) : text,
  );
  const first = lines.next().value;
  const style = first && styleOf(first.text);
  if (!first || !style) return false;
  const hasText = first.text.includes(' >') && first.text.trimEnd().endsWith('<');
  if (style.isProof || hasText) return true;
  const match = /^([0-9a-f]{5,6}0)((?:\s+[0-9a-f]+)+)\s*$/i.exec(first.text);
  if (match) {
    const widths = new Set(
      match[2]!
        .trim()
        .split(/\s+/, 64)
        .map(({ length }) => length),
    );
    if (widths.size === 1 && !widths.has(match[1]!.length)) return true;
  }
  const items: Item[] = [];
  try {
    items.push(readLine(style, first));
    for (const line of lines) items.push(readLine(style, line));
  } catch {
    return false;
  }
  return countsUp(style, items);
}

function isHex(text: string): boolean {
  try {
    readHex(text);
    return true;
  } catch (error) {
    return error instanceof SourceError && error.code === 'odd';
  }
}

/** Space between characters of one line is not base64; as the words of a sentence it would be. */
function isBase64(text: string, isWhole: boolean): boolean {
  if (/\S[ \t]+\S/.test(text)) return false;
  const characters = text.replace(/\s+/g, '');
  const groups = characters.length - (characters.length % 4);
  try {
    readBase64(isWhole ? characters : characters.slice(0, groups));
    return true;
  } catch {
    return false;
  }
}

/** How much of a text is hex digits, and how much decimal ones, prefixes and separators aside. */
function hexShare(text: string): { hex: number; decimal: number } {
  const marks = text.replace(/0x|\\x|[\s,]+/gi, '');
  const count = (pattern: RegExp): number => marks.length - marks.replace(pattern, '').length;
  const all = Math.max(marks.length, 1);
  return { hex: count(/[0-9a-f]+/gi) / all, decimal: count(/[0-9]+/g) / all };
}
