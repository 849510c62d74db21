import { digitValue } from '../hex.js';
import { SourceError, shown, type Position } from '../source-error.js';
import { rightOf } from '../text.js';
import type { Group } from './columns.js';
import type { DumpStyle } from './styles.js';

export const digitsOf = ({ prefix }: DumpStyle, { text }: Group): number =>
  text.length - prefix.length;

/** The bytes of a line's groups as they are written; `body` is where the groups start. */
export function bytesOf(style: DumpStyle, groups: readonly Group[], body: Position): Uint8Array {
  let digits = 0;
  for (let i = 0; i < groups.length; i++) {
    check(style, groups, i, body);
    digits += digitsOf(style, groups[i]!);
  }
  const bytes = new Uint8Array(digits / 2);
  let length = 0;
  for (const { text } of groups)
    for (let i = style.prefix.length; i < text.length; i += 2)
      bytes[length++] = digitValue(text.charCodeAt(i)) * 16 + digitValue(text.charCodeAt(i + 1));
  return bytes;
}

/** A group has the style's prefix, hex digits only, and as many as the first of its line. */
function check(style: DumpStyle, groups: readonly Group[], which: number, body: Position): void {
  const { prefix } = style;
  const { at, text } = groups[which]!;
  if (prefix !== text.slice(0, prefix.length).toLowerCase())
    throw new SourceError(
      'digit',
      rightOf(body, at),
      `${shown(text, 0)} begins no word with ${prefix}`,
    );
  for (let i = prefix.length; i < text.length; i++)
    if (digitValue(text.charCodeAt(i)) < 0)
      throw new SourceError('digit', rightOf(body, at + i), `${shown(text, i)} is no hex digit`);

  const digits = digitsOf(style, groups[which]!);
  if (style.digits ? !style.digits.includes(digits) : digits % 2 !== 0 || digits === 0)
    throw new SourceError(
      'group',
      rightOf(body, at),
      `a group of ${digits} digits is no ${style.digits ? 'byte or word' : 'whole number of bytes'}`,
    );
  const expected = digitsOf(style, groups[0]!);
  const mayBeShort = style.digits === null && which === groups.length - 1;
  if (mayBeShort ? digits > expected : digits !== expected)
    throw new SourceError(
      'group',
      rightOf(body, at),
      `a group of ${digits} digits among groups of ${expected}`,
    );
}
