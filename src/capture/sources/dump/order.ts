import type { Row } from './line.js';
import type { DumpStyle } from './styles.js';

/** Where the byte at `i` lies when each group is turned round. */
function turned({ bytes, group }: Row, i: number): number {
  const start = i - (i % group);
  return start + Math.min(start + group, bytes.length) - 1 - i;
}

/** The bytes of a line with each group turned round. */
export const reversed = (row: Row): Uint8Array =>
  row.bytes.map((_, i) => row.bytes[turned(row, i)]!);

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
    for (let i = 0; i < row.text.length; i++) {
      const shown = row.text.charCodeAt(i);
      if (row.bytes[turned(row, i)] === shown) votes++;
      if (row.bytes[i] === shown) votes--;
    }
  }
  return votes === 0 ? style.order === 'little' : votes > 0;
}
