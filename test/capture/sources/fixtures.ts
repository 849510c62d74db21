import { readFileSync } from 'node:fs';

const read = (name: string): string =>
  readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8');

/** The bytes of an example: `golden` is the first golden example of semantics.md section 2.4. */
export const example = (name: string): Uint8Array =>
  Uint8Array.from(read(`${name}.hex`).match(/[0-9a-f]{2}/g)!, (byte) => parseInt(byte, 16));

export interface Print {
  /** The command that printed it. */
  readonly command: string;
  readonly text: string;
}

/** What the tools printed of an example; `fixtures/make.sh` made it. */
export const prints = (file: string): Print[] =>
  read(`${file}.txt`)
    .split(/^=== /m)
    .slice(1)
    .map((section) => {
      const end = section.indexOf('\n');
      return { command: section.slice(0, end).trim(), text: section.slice(end + 1) };
    });

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const hexOf = (bytes: Iterable<number>): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/** The bytes with each group of so many turned round. */
export function reversedGroups(bytes: Uint8Array, group: number): Uint8Array {
  const turned = bytes.slice();
  for (let at = 0; at < turned.length; at += group) turned.subarray(at, at + group).reverse();
  return turned;
}
