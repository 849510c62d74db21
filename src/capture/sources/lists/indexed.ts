import { linesOf } from '../text.js';

const index =
  /^\s{0,64}[\w.>-]{0,64}\[(0x[0-9a-f]{1,8}|\d{1,8})\]\s{0,8}[:=]?\s{0,8}(?=[0-9a-fx])/i;

/**
 * `buf[0] = 0x40`, `[1] 22`: the values alone, where each line has one and the indexes count up from
 * 0. `undefined`: not that.
 */
export function withoutIndexes(text: string): string | undefined {
  const values: string[] = [];
  for (const { text: line } of linesOf(text)) {
    const [head, digits] = index.exec(line) ?? [];
    const value = head === undefined ? '' : line.slice(head.length).trim().replace(/[,;]$/, '');
    if (Number(digits) !== values.length || !/^[0-9a-fx]{1,24}$/i.test(value)) return undefined;
    values.push(value);
  }
  return values.length > 1 ? `${values.join('\n')}\n` : undefined;
}
