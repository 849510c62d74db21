import { LONGEST_LINE } from './line-bounds.js';

/** One line of a stream of bytes, without its newline. */
export interface Line {
  /** Empty where the line is too long. */
  readonly bytes: Uint8Array;
  /** From 1. */
  readonly number: number;
  /** Bytes from the start of the file. */
  readonly offset: number;
  /** Bytes. */
  readonly size: number;
  /** Whether a newline ended it; the last line of a file cut off has none. */
  readonly isEnded: boolean;
  readonly isTooLong: boolean;
}

/** Bytes with room for more behind them. */
function grown(bytes: Uint8Array, needed: number): Uint8Array {
  if (needed <= bytes.length) return bytes;
  const more = new Uint8Array(Math.max(needed, 2 * bytes.length));
  more.set(bytes);
  return more;
}

/** Lines of a stream of bytes, in constant memory but for the longest line. */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Line> {
  /** Of the line at hand what earlier chunks had: a copy, for their memory may be used again. */
  let held: Uint8Array = new Uint8Array(0);
  let size = 0;
  let number = 0;
  let offset = 0;
  const hold = (part: Uint8Array): void => {
    size += part.length;
    if (size > LONGEST_LINE) held = new Uint8Array(0);
    else {
      held = grown(held, size);
      held.set(part, size - part.length);
    }
  };
  const take = (bytes: Uint8Array, length: number, isEnded: boolean): Line => {
    const isTooLong = length > LONGEST_LINE;
    const line = { bytes, number: ++number, offset, size: length, isEnded, isTooLong };
    offset += length + (isEnded ? 1 : 0);
    held = new Uint8Array(0);
    size = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      const part = chunk.subarray(from, end);
      from = end + 1;
      if (size === 0) yield take(part, part.length, true);
      else {
        hold(part);
        yield take(held.subarray(0, size), size, true);
      }
    }
    if (from < chunk.length) hold(chunk.subarray(from));
  }
  if (size > 0) yield take(held.subarray(0, size), size, false);
}
