/** Lists of small things: a text, bytes, bits. */
import { printable } from './text.js';

/** So many letters or bytes stand where one other word does. */
const LETTERS = 8;

const more = (left: number): string => (left > 0 ? ` … ${left} more` : '');

/** A text without the NULs at its end. */
export function textInWords(letters: readonly unknown[], most: number): string {
  const text = letters.map((letter) => (letter === '' ? '\0' : letter)).join('');
  const plain = text.replace(/\0+$/, '');
  const shown = plain.slice(0, most * LETTERS);
  return printable(JSON.stringify(shown)) + more(plain.length - shown.length);
}

/** Bytes in hex, four to a word. */
export function bytesInWords(bytes: readonly number[], most: number): string {
  const shown = bytes.slice(0, most * LETTERS);
  const digits = shown.map((byte, i) => {
    const space = i > 0 && i % 4 === 0 ? ' ' : '';
    return `${space}${byte.toString(16).padStart(2, '0')}`;
  });
  return digits.join('') + more(bytes.length - shown.length);
}

/** The numbers of the bits that are set in words of so many bits: `{0-3,5}`. */
export function bitsInWords(
  words: readonly (number | bigint)[],
  width: number,
  most: number,
): string {
  const runs: [first: number, last: number][] = [];
  for (const [i, word] of words.entries()) {
    for (let bit = 0; bit < width; bit++) {
      if (((BigInt(word) >> BigInt(bit)) & 1n) === 0n) continue;
      const at = i * width + bit;
      const run = runs.at(-1);
      if (run && run[1] === at - 1) run[1] = at;
      else runs.push([at, at]);
    }
  }
  const shown = runs
    .slice(0, most)
    .map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
  const left = runs.length - shown.length;
  return `{${shown.join(',')}${left > 0 ? `, … ${left} more` : ''}}`;
}
