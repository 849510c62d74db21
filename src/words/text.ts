/** `1 extent`, `2 extents`; `2 entries`. */
export const counted = (count: bigint | number, thing: string, things = `${thing}s`): string =>
  `${count} ${Number(count) === 1 ? thing : things}`;

/** Most text is no more than this, and is seen to be so in no time. */
const PLAIN = /^[ -~]*$/;
/** What moves a cursor, changes colours, breaks a line or turns the direction of writing. */
const CONTROLS = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;

/** What a file says, for one line of a terminal: control characters as escapes. */
export const printable = (text: string): string =>
  PLAIN.test(text) ? text : text.replace(CONTROLS, (c) => `\\u{${c.codePointAt(0)!.toString(16)}}`);

const unit = (c: string): string => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** A value as one line of JSON that is safe on a terminal: the same value, with more escapes. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value);
  return PLAIN.test(text) ? text : text.replace(CONTROLS, (c) => c.split('').map(unit).join(''));
}

/** Whether bytes are spaces and ends of lines alone. */
export const isBlank = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte === 0x20 || (byte >= 9 && byte <= 13));

/** The length of the longest of many texts: more than a call has room for arguments. */
export const widest = (texts: readonly string[]): number =>
  texts.reduce((width, text) => Math.max(width, text.length), 0);
