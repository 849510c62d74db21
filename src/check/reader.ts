import { ObjectError } from './object-error.js';

/** A cursor over little-endian bytes; reading beyond the end throws with the place. */
export interface Reader {
  /** Bytes from the start. */
  at: number;
  readonly section: string;
  readonly bytes: Uint8Array;
  u8(): number;
  u16(): number;
  u24(): number;
  u32(): number;
  /** @throws ObjectError for a number that is no safe integer. */
  u64(): number;
  /** 4 or 8 bytes. */
  word(size: number): number;
  /** Values past 2^53, and below -2^48, lose their low bits: no offset or size is that large. */
  uleb(): number;
  sleb(): number;
  /** Up to the next zero byte, which is consumed; of a long one only the beginning. */
  string(): string;
  take(length: number): Uint8Array;
  skip(length: number): void;
  /** The same count, once that many things of a size are known to fit before the end. */
  within(count: number, size: number): number;
  fail(why: string, at?: number): ObjectError;
}

const utf8 = new TextDecoder();
const SAFE_HIGH = 2 ** 21;
/** Bytes that are kept of a string: no path is longer. */
const LONGEST = 4096;
/** Bytes that are kept of a name, of which a file may have millions that share their bytes. */
export const LONGEST_NAME = 256;

/**
 * The string at a place; of a longer one the beginning, and dots.
 * @throws ObjectError when it does not end
 */
export function textAt(bytes: Uint8Array, section: string, at: number, longest = LONGEST): string {
  const most = bytes.subarray(at, at + longest);
  const end = most.indexOf(0);
  if (end >= 0) return utf8.decode(most.subarray(0, end));
  if (most.length < longest)
    throw new ObjectError('truncated', section, at, 'a string does not end');
  return `${utf8.decode(most)}…`;
}

/** @param section how errors name these bytes */
export function readerOf(bytes: Uint8Array, section: string, start = 0): Reader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  /** The place of the next `length` bytes, which are consumed. */
  const next = (length: number): number => {
    const { at } = reader;
    if (!(length >= 0 && at + length <= bytes.length))
      throw new ObjectError('truncated', section, at, `${length} bytes do not fit before the end`);
    reader.at = at + length;
    return at;
  };
  const leb = (signed: boolean): number => {
    const start = reader.at;
    let [value, scale, byte] = [0, 1, 0];
    do {
      if (reader.at - start > 18) throw reader.fail('a LEB128 number does not end', start);
      byte = bytes[next(1)]!;
      value += (byte & 0x7f) * scale;
      scale *= 128;
    } while (byte >= 0x80);
    return signed && (byte & 0x40) !== 0 ? value - scale : value;
  };
  const reader: Reader = {
    at: start,
    section,
    bytes,
    u8: () => bytes[next(1)]!,
    u16: () => view.getUint16(next(2), true),
    u24: () => view.getUint16(next(3), true) + bytes[reader.at - 1]! * 0x1_00_00,
    u32: () => view.getUint32(next(4), true),
    u64() {
      const at = next(8);
      const high = view.getUint32(at + 4, true);
      if (high >= SAFE_HIGH) throw reader.fail('a number of 64 bits is beyond every size', at);
      return high * 2 ** 32 + view.getUint32(at, true);
    },
    word: (size) => (size === 8 ? reader.u64() : reader.u32()),
    uleb() {
      const byte = bytes[reader.at];
      if (byte === undefined || byte >= 0x80) return leb(false);
      reader.at++;
      return byte;
    },
    sleb: () => leb(true),
    string() {
      const from = reader.at;
      const text = textAt(bytes, section, from);
      const end = bytes.indexOf(0, from);
      if (end < 0) throw new ObjectError('truncated', section, from, 'a string does not end');
      reader.at = end + 1;
      return text;
    },
    take(length) {
      const at = next(length);
      return bytes.subarray(at, at + length);
    },
    skip: (length) => void next(length),
    within(count, size) {
      reader.at = next(count * size);
      return count;
    },
    fail: (why, at = reader.at) => new ObjectError('malformed', section, at, why),
  };
  return reader;
}
