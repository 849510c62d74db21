/** `1 extent`, `2 extents`; `2 entries`. */
export const counted = (count: bigint | number, thing: string, things = `${thing}s`): string =>
  `${count} ${BigInt(count) === 1n ? thing : things}`;

/** What a file says, for one line of a terminal: control characters as escapes. */
export const printable = (text: string): string =>
  text.replace(
    /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu,
    (c) => `\\u{${c.codePointAt(0)!.toString(16)}}`,
  );

/** The length of the longest of many texts: more than a call has room for arguments. */
export const widest = (texts: readonly string[]): number =>
  texts.reduce((width, text) => Math.max(width, text.length), 0);
