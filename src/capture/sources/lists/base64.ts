import { SourceError, shown } from '../source-error.js';
import { isSpace, positionOf } from '../text.js';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** RFC 4648 sections 4 and 5: the last two characters differ. */
const alphabets = [`${letters}+/`, `${letters}-_`];

const values = Int8Array.from({ length: 128 }, (_, code) =>
  Math.max(...alphabets.map((alphabet) => alphabet.indexOf(String.fromCharCode(code)))),
);

/**
 * Base64 in the standard or the URL alphabet, not in both; white space means nothing and padding
 * may be missing. What no encoder prints is refused: padding of a wrong length, text after it, a
 * group of one character, and bits left over that are not zero (RFC 4648 section 3.5).
 * @throws SourceError `base64`, with the place.
 */
export function readBase64(text: string): Uint8Array {
  const fail = (at: number, problem: string): never => {
    throw new SourceError('base64', positionOf(text, at), problem);
  };
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  let characters = 0;
  let padding = 0;
  let bits = 0;
  let last = 0;
  let special: string | undefined;

  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (isSpace(text.charCodeAt(at))) continue;
    last = at;
    if (character === '=') {
      padding++;
      continue;
    }
    const value = values[character.charCodeAt(0)] ?? -1;
    if (value < 0) fail(at, `${shown(text, at)} is no base64 character`);
    if (padding > 0) fail(at, `'${character}' follows the padding`);
    if (value >= 62) {
      special ??= character;
      if (
        alphabets.every((alphabet) => !alphabet.includes(special!) || !alphabet.includes(character))
      )
        fail(at, `'${character}' and '${special}' are of different base64 alphabets`);
    }
    bits = ((bits << 6) | value) & 0xffffff;
    characters++;
    if (characters % 4 !== 1) bytes[length++] = bits >> leftOver(characters);
  }

  const open = characters % 4;
  if (open === 1) fail(last, `a last group of one character is no byte`);
  if (padding > 0 && padding !== (4 - open) % 4)
    fail(last, `padding of ${padding} where ${(4 - open) % 4} belongs`);
  if ((bits & ((1 << leftOver(characters)) - 1)) !== 0 && open !== 0)
    fail(last, `the last group has bits that belong to no byte`);
  return bytes.slice(0, length);
}

/** Bits that are not yet part of a byte after so many characters of a group. */
const leftOver = (characters: number): number => (characters * 6) % 8;
