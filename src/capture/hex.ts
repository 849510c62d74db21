const DIGITS_OF = new TextEncoder().encode('0123456789abcdef');
const decoder = new TextDecoder();

/** Bytes as lower-case hexadecimal digits. */
export function toHex(bytes: Uint8Array): string {
  const digits = new Uint8Array(2 * bytes.length);
  for (let i = 0; i < bytes.length; i++) {
    digits[2 * i] = DIGITS_OF[bytes[i]! >> 4]!;
    digits[2 * i + 1] = DIGITS_OF[bytes[i]! & 15]!;
  }
  return decoder.decode(digits);
}

/** The value of a hexadecimal digit by character code, or 255. */
const DIGITS = new Uint8Array(128).fill(255);
for (let i = 0; i < 16; i++) {
  const digit = i.toString(16);
  DIGITS[digit.charCodeAt(0)] = i;
  DIGITS[digit.toUpperCase().charCodeAt(0)] = i;
}

/** Bytes of hexadecimal digits; or the index of the first character that is none. */
export function fromHex(text: string): Uint8Array | number {
  const bytes = new Uint8Array(text.length >> 1);
  for (let i = 0; i < text.length; i++) {
    const digit = DIGITS[text.charCodeAt(i)] ?? 255;
    if (digit === 255) return i;
    if (i >> 1 < bytes.length) bytes[i >> 1] = (bytes[i >> 1]! << 4) | digit;
  }
  return text.length % 2 === 0 ? bytes : text.length;
}
