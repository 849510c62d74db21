import { SourceError, shown, type Position } from '../source-error.js';
import { rightOf, type Line } from '../text.js';
import { groupsOf, textOfLine, type Group } from './columns.js';
import { bytesOf, digitsOf } from './groups.js';
import type { DumpStyle } from './styles.js';

/** A line of bytes, its words not yet turned round. */
export interface Row extends Position {
  readonly kind: 'row';
  readonly address: string;
  /** In the order in which they are written. */
  readonly bytes: Uint8Array;
  /** Bytes of a group; the last may have fewer. */
  readonly group: number;
  /** The text column, one character a byte; empty when there is none or it does not fit. */
  readonly text: string;
  /** Whether a short group is set right, as only `xxd -e` does. */
  readonly isSetRight: boolean;
}

/** `*`: lines like the one before, up to the next address. */
export interface Repeat extends Position {
  readonly kind: 'repeat';
}

/** The address after the last byte, alone on its line. */
export interface End extends Position {
  readonly kind: 'end';
  readonly address: string;
}

export type Item = Row | Repeat | End;

/** Reads one line by its style. */
export function readLine(style: DumpStyle, line: Line): Item {
  const { text } = line;
  const head = style.head.exec(text);
  if (text.trim() === '*') return { kind: 'repeat', ...rightOf(line, text.indexOf('*')) };
  if (!head) throw noAddress(style, line);
  const address = head[1]!;
  const at = rightOf(line, text.indexOf(address));
  const body = rightOf(line, head[0].length);

  const { groups, rest, isSetRight } = groupsOf(style, text.slice(head[0].length));
  if (groups.length === 0) {
    if (style.hasEnd && rest === '') return { kind: 'end', address, ...at };
    throw new SourceError('group', body, `no hex digits follow the address`);
  }
  if (printsBits(style, groups, rest))
    throw new SourceError('group', body, `the groups are bits, as xxd -b prints them, not hex`);

  const bytes = bytesOf(style, groups, body);
  return {
    kind: 'row',
    line: at.line,
    column: at.column,
    address,
    bytes,
    group: digitsOf(style, groups[0]!) / 2,
    text: textOfLine(style, rest, bytes.length),
    isSetRight,
  };
}

/** Names the first character that an address cannot have, or that cannot begin one. */
function noAddress(style: DumpStyle, line: Line): SourceError {
  const match = /^(\s*)((?:0x)?[0-9a-f]*)/i.exec(line.text);
  const [all = '', spaces = '', digits = ''] = match ?? [];
  const isAddress = digits.length >= 4;
  const at = isAddress ? all.length : spaces.length;
  const problem = isAddress ? 'does not belong in an address' : 'begins no line';
  return new SourceError(
    'line',
    rightOf(line, at),
    `${shown(line.text, at)} ${problem} as ${style.name} prints it`,
  );
}

/** With eight binary digits a byte, the text column is as long as there are groups. */
const printsBits = (style: DumpStyle, groups: readonly Group[], rest: string): boolean =>
  style.digits === null &&
  rest.trim() !== '' &&
  rest.length - 2 === groups.length &&
  groups.every(({ text }) => /^[01]{8}$/.test(text));
