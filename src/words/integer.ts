/** Longer than any number is; no conversion is to grow with it. */
const MOST_DIGITS = 80;

/** An integer as people type it, decimal or 0x; nothing for a text that is none. */
export function integerInWords(text: string): bigint | undefined {
  if (text.length > MOST_DIGITS || !/^-?(\d+|0x[\da-f]+)$/i.test(text)) return undefined;
  return text.startsWith('-') ? -BigInt(text.slice(1)) : BigInt(text);
}
