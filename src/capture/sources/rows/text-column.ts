import type { Agreement } from './row.js';

/** How a text column marks what it cannot show. */
type Manner = 'plain' | 'words' | 'boxed' | 'seven-bit' | 'padded';

/**
 * Whether a byte may be shown as a character: what is printable is shown as it is, everything else
 * as a dot or as a character that is not ASCII. A few tools also print dots for ` ` and `~`.
 */
function shows(byte: number, code: number, manner: Manner): boolean {
  const isPrintable = byte >= 0x20 && byte < 0x7f;
  if (code === byte && isPrintable) return true;
  // PowerShell shows NUL as a space; it prints bytes.
  if (code === 0x20 && manner === 'plain') return byte === 0;
  if (code === 0x2e) return !isPrintable || byte === 0x20 || byte === 0x7e;
  if (code >= 0x80) return !isPrintable || (manner === 'boxed' && byte === 0x20);
  if (code === 0x3f) return byte >= 0x80;
  if (manner === 'seven-bit') return (byte & 0x7f) === code;
  // hexyl shows NUL as 0 and white space as _.
  if (manner === 'boxed')
    return code === 0x30 ? byte === 0 : code === 0x5f && (byte === 0x20 || (byte > 8 && byte < 14));
  return false;
}

/** Where the byte at `i` lies when each group is turned round. */
export function turned(length: number, group: number, i: number): number {
  const start = i - (i % group);
  return start + Math.min(start + group, length) - 1 - i;
}

function agreement(bytes: Uint8Array, group: number, text: string, manner: Manner): Agreement {
  let written = true;
  let little = true;
  const { length } = bytes;
  for (let i = 0; i < text.length && (written || little); i++) {
    const code = text.charCodeAt(i);
    written &&= shows(bytes[i]!, code, manner);
    little &&= group > 1 ? shows(bytes[turned(length, group, i)]!, code, manner) : written;
  }
  // Only spaces can have been lost at the end of a line; od fills the last word up with zeros.
  const lost = manner === 'padded' ? 0 : 0x20;
  for (let i = manner === 'boxed' ? length : text.length; i < length; i++) {
    written &&= bytes[i] === lost;
    little &&= bytes[turned(length, group, i)] === lost;
  }
  return { written, little };
}

export interface TextColumn {
  readonly gap: number;
  readonly agrees: Agreement;
}

const agreesAtAll = ({ written, little }: Agreement): boolean => written || little;

/** Without Unicode hexyl draws `|` around and between the halves; without a box a space is there. */
function halved(rest: string, start: number, length: number): string[] {
  const trimmed = rest.trimEnd();
  const panel = trimmed.slice(-19);
  const isBoxed = panel.length === 19 && panel[0] === '|' && panel[9] === '|' && panel[18] === '|';
  if (isBoxed) return [panel.slice(1, 9) + panel.slice(10, 18)];
  return [2, 3, start, start - 1]
    .filter((gap) => gap >= 2 && gap <= start && trimmed.length <= gap + length + 1)
    .map((gap) => rest.slice(gap, gap + length + 1))
    .filter((text) => text[8] === ' ' || (text[8] === undefined && length < 9))
    .map((text) => text.slice(0, 8) + text.slice(9));
}

/** hexyl has two boxes, with halves between dotted lines; pwndbg has a box for each four bytes. */
function boxed(rest: string): string {
  const end = rest.lastIndexOf('│');
  if (!rest.includes('┊')) return rest.replaceAll('│', '');
  return rest.slice(rest.lastIndexOf('│', end - 1) + 1, end).replaceAll('┊', '');
}

/** The text between two delimiters, and how it marks. */
function delimited(rest: string): { text: string; manner: Manner } | undefined {
  const start = rest.search(/[^ \t]/);
  const open = rest[start];
  const body = rest.slice(start + 1);
  const until = (close: string): string | undefined => {
    const end = body.lastIndexOf(close);
    return end >= 0 && /^\s*$/.test(body.slice(end + 1)) ? body.slice(0, end) : undefined;
  };
  const shown = (text: string | undefined, manner: Manner) =>
    text === undefined ? undefined : { text, manner };
  if (open === '|' || open === '*') return shown(until(open), 'plain');
  if (open === '>') return shown(until('<'), 'padded');
  if (open === '#') return { text: body, manner: 'seven-bit' };
  if (open === '│' || open === '┊') return { text: boxed(rest.trim()), manner: 'boxed' };
  return undefined;
}

/** radare2 adds what it knows behind the text: `  ; section`, or of one word anything. */
function withComment(rest: string, bytes: Uint8Array, group: number): TextColumn | undefined {
  for (const gap of [2, 3]) {
    const behind = rest.slice(gap + bytes.length);
    const isComment = behind.startsWith('  ; ') || (bytes.length === group && /^ \S/.test(behind));
    if (!isComment || rest.slice(0, gap).trim() !== '') continue;
    const agrees = agreement(bytes, group, rest.slice(gap, gap + bytes.length), 'plain');
    if (agreesAtAll(agrees)) return { gap, agrees };
  }
  return undefined;
}

/** Spaces that a tool or a terminal may leave at the end of a line. */
const mostPadding = 1024;

/**
 * What follows the groups of a line, read as its text column: one character a byte, no longer than
 * the bytes, and each character what its byte is shown as. `undefined` when it is none. The column
 * may begin with spaces of its own, and spaces at its end may have been trimmed.
 * @param mayComment Whether a tool like radare2 may have added something behind it.
 */
export function textColumn(
  rest: string,
  bytes: Uint8Array,
  group: number,
  mayComment: boolean,
): TextColumn | undefined {
  const { length } = bytes;
  const start = rest.search(/[^ \t]/);
  // A box has some characters more, and a line some spaces behind it.
  if (start < 0 || rest.length - start > 2 * length + mostPadding) return undefined;
  const gap = rest.slice(0, start).replaceAll('\t', '        ').length;
  const marks = delimited(rest);
  if (marks) {
    const text = marks.text.slice(0, length);
    if (marks.text.slice(length).trim() === '') {
      const agrees = agreement(bytes, group, text, marks.manner);
      if (agreesAtAll(agrees)) return { gap, agrees };
    }
  }
  for (const text of halved(rest, start, length)) {
    const agrees = agreement(bytes, group, text.slice(0, length), 'boxed');
    const isWhole = text.length >= length && text.slice(length).trim() === '';
    if (isWhole && agreesAtAll(agrees)) return { gap, agrees };
  }
  const commented = mayComment ? withComment(rest, bytes, group) : undefined;
  if (commented) return commented;
  const trimmed = rest.trimEnd();
  if (trimmed.length - start > length) return undefined;
  // Where every byte has its character the column begins so far from the line's end.
  const exact = rest.length - length;
  const first = exact >= 1 && exact <= start ? [exact] : [];
  for (const from of [...first, start, ...[1, 2, 3, 4].filter((from) => from < start)]) {
    const text = rest.slice(from, from + length);
    if (trimmed.length - from > length) continue;
    const agrees = agreement(bytes, group, text, group === 1 ? 'plain' : 'words');
    if (agreesAtAll(agrees)) return { gap: from, agrees };
  }
  return undefined;
}
