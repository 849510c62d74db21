import type { Row } from './line.js';
import type { DumpStyle } from './styles.js';

/** The bytes of a line with each group turned round. */
export function reversed({ bytes, group }: Row): Uint8Array {
  const turned = new Uint8Array(bytes.length);
  for (let start = 0; start < bytes.length; start += group) {
    const end = Math.min(start + group, bytes.length);
    for (let i = start; i < end; i++) turned[i] = bytes[start + end - 1 - i]!;
  }
  return turned;
}

/**
 * Whether the groups print words, the least significant byte last. The text column shows the bytes
 * in memory order, so the order in which more of them are what it shows is the dump's. It may say
 * nothing, as every tool prints a dot for what it cannot show; then the style decides.
 */
export function printsWords(style: DumpStyle, rows: readonly Row[]): boolean {
  if (rows.some(({ isSetRight }) => isSetRight)) return true;
  let votes = 0;
  for (const row of rows) {
    if (row.text === '' || row.group === 1) continue;
    const turned = reversed(row);
    for (let i = 0; i < row.text.length; i++) {
      const shown = row.text.charCodeAt(i);
      if (turned[i] === shown) votes++;
      if (row.bytes[i] === shown) votes--;
    }
  }
  return votes === 0 ? style.order === 'little' : votes > 0;
}
