import { architectures, type Abi } from '../layout/index.js';
import { type Call, CaptureError, type CaptureHeader, type StructVector } from './capture.js';
import { isRaw, type Refuse } from './raw.js';
import { readCall, readHeader, readStruct } from './records.js';

/** What a line of a capture turned out to be. */
export type CaptureRecord = (CaptureHeader & { readonly kind: 'capture' }) | Call | StructVector;
/** A line that could not be read; the lines after it can. */
export interface BadLine {
  readonly kind: 'error';
  readonly error: CaptureError;
  /** The index that the call would have had. */
  readonly index: number;
}

const decoder = new TextDecoder('utf-8', { fatal: false });

interface Line {
  readonly text: string;
  readonly number: number;
  /** Bytes from the start of the file. */
  readonly offset: number;
  /** Bytes. */
  readonly size: number;
  /** Whether a newline ended it; the last line of a file cut off has none. */
  readonly ended: boolean;
}

/** Lines of a stream of bytes, in constant memory but for the longest line. */
async function* linesOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Line> {
  let rest: Uint8Array[] = [];
  let number = 0;
  let offset = 0;
  let start = 0;
  const take = (last: Uint8Array, ended: boolean): Line => {
    const parts = [...rest, last];
    rest = [];
    const size = parts.reduce((sum, part) => sum + part.length, 0);
    const bytes = new Uint8Array(size);
    let at = 0;
    for (const part of parts) {
      bytes.set(part, at);
      at += part.length;
    }
    const line = { text: decoder.decode(bytes), number: ++number, offset: start, size, ended };
    start = offset;
    return line;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      offset += end - from + 1;
      yield take(chunk.subarray(from, end), true);
      from = end + 1;
    }
    if (from < chunk.length) {
      rest.push(chunk.slice(from));
      offset += chunk.length - from;
    }
  }
  if (rest.length > 0) yield take(new Uint8Array(0), false);
}

/**
 * The records of a capture, line by line: the header, then calls and struct vectors.
 * A line that is none is given as an error, and reading goes on; a last line that breaks off
 * without a newline is the error `truncated`.
 */
export async function* readCapture(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<CaptureRecord | BadLine> {
  let abi: Abi | undefined;
  let index = 0;
  let hasRead = false;
  for await (const line of linesOf(chunks)) {
    if (line.text.trim() === '') continue;
    const refuse: Refuse = (path, problem) =>
      new CaptureError('capture', line.number, line.offset, path, problem);
    try {
      const raw = parseLine(line);
      if (raw['kind'] === 'capture') {
        const header = readHeader(raw, refuse);
        abi = architectures[header.abi as keyof typeof architectures];
        yield { kind: 'capture', ...header };
      } else if (raw['kind'] === 'call') {
        if (!abi)
          throw refuse('kind', 'a call comes after a header (kind capture), and there is none');
        const call = readCall(raw, index, line.number, abi, refuse);
        index++;
        yield call;
      } else if (raw['kind'] === 'struct') yield readStruct(raw, line.number, refuse);
      else
        throw refuse(
          'kind',
          `${JSON.stringify(raw['kind'] ?? null)} is none of capture, call and struct`,
        );
      hasRead = true;
    } catch (error) {
      if (!(error instanceof CaptureError)) throw error;
      yield { kind: 'error', error, index };
      // Without a header the lines after it mean nothing either.
      if (!hasRead) return;
      if (abi) index++;
    }
  }
}

function parseLine(line: Line): Readonly<Record<string, unknown>> {
  const fail = (code: 'json' | 'capture' | 'truncated', problem: string) =>
    new CaptureError(code, line.number, line.offset, '', problem);
  let raw: unknown;
  try {
    raw = JSON.parse(line.number === 1 ? line.text.replace(/^\ufeff/, '') : line.text);
  } catch (error) {
    if (!line.ended)
      throw fail(
        'truncated',
        `the file ends in the middle of this line, at byte ${line.offset + line.size}`,
      );
    throw fail('json', `is no JSON: ${(error as Error).message}`);
  }
  if (!isRaw(raw)) throw fail('capture', 'is no JSON object');
  return raw;
}
