import type { Fragment } from '../source.js';
import { SourceError, shown } from '../source-error.js';
import { linesOf } from '../text.js';
import { readLine, type Item } from './line.js';
import { merge } from './merge.js';
import { place } from './place.js';
import { styleOf, type DumpStyle } from './styles.js';

/** How gdb prints decimals (`x/8db`): a tab after the address, and no 0x before the numbers. */
const DECIMAL = /^\s*0x[0-9a-f]+(?: <[^>]*>)?:\t-?\d+(?:\t|\s*$)/i;

/**
 * Reads a dump in any of the styles of `styles.ts`; the first line that is no prompt decides which.
 * Lines may come in any order and leave gaps; where two say the same address they must agree.
 * @throws SourceError
 */
export function readDump(text: string): Fragment[] {
  let style: DumpStyle | undefined;
  const items: Item[] = [];
  for (const line of linesOf(text)) {
    if (DECIMAL.test(line.text)) {
      const { line: number, column } = line;
      const at = { line: number, column: column + line.text.indexOf('\t') + 1 };
      throw new SourceError('group', at, 'these are decimals: let the debugger print hex (x/…x)');
    }
    style ??= styleOf(line.text);
    if (!style) {
      const start = line.text.search(/\S/);
      const { line: number, column } = line;
      throw new SourceError(
        'line',
        { line: number, column: column + start },
        `${shown(line.text, start)} begins no line of a known hexdump style`,
      );
    }
    items.push(readLine(style, line));
  }
  return style ? merge(place(style, items)) : [];
}
