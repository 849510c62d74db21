/** A line longer than this is no line of a capture; its bytes are not kept. */
const LONGEST = 2 ** 28;

/** One line of a stream of bytes, without its newline. */
export interface Line {
  /** Empty where the line is too long. */
  readonly text: string;
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

const decoder = new TextDecoder();

function join(parts: readonly Uint8Array[], size: number): Uint8Array {
  const [first] = parts;
  if (first && parts.length === 1) return first;
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Lines of a stream of bytes, in constant memory but for the longest line. */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let size = 0;
  let number = 0;
  let offset = 0;
  const add = (part: Uint8Array): void => {
    size += part.length;
    if (size > LONGEST) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const take = (isEnded: boolean): Line => {
    const isTooLong = size > LONGEST;
    const text = isTooLong ? '' : decoder.decode(join(parts, size));
    const line = { text, number: ++number, offset, size, isEnded, isTooLong };
    offset += size + (isEnded ? 1 : 0);
    parts = [];
    size = 0;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      add(chunk.subarray(from, end));
      yield take(true);
      from = end + 1;
    }
    // A copy: the caller may use the chunk's memory again.
    if (from < chunk.length) add(size > LONGEST ? chunk.subarray(from) : chunk.slice(from));
  }
  if (size > 0) yield take(false);
}
