import { interfaceMeaning, releaseName } from '../../abi/index.js';
import {
  type Call,
  CaptureError,
  type CaptureErrorCode,
  type CaptureHeader,
  interfaceTold,
  type StructVector,
} from './capture.js';
import { namedIn } from './fragments.js';
import { excessOf, LONGEST_LINE } from './line-bounds.js';
import { at, isRaw, quoted, type Raw, type Refuse } from './raw.js';
import { readCall, readHeader, readStruct, tableFor } from './records.js';
import { type Line, linesOf } from './text-lines.js';
import { printable } from '../words/text.js';
import { type FindStructs, structFinder } from '../words/xen-structs.js';

/** A header, and where it stands in the file. */
export interface HeaderRecord extends CaptureHeader {
  readonly kind: 'capture';
  /** Of the file, from 1. */
  readonly line: number;
  /** Bytes from the start of the file to the line. */
  readonly offset: number;
}
/** What a line of a capture turned out to be. */
export type CaptureRecord = HeaderRecord | Call | StructVector;
/** A line that could not be read; the lines after it can. */
export interface BadLine {
  readonly kind: 'error';
  readonly error: CaptureError;
  /** The index that the call, or the vector, would have had. */
  readonly index: number;
}

/** Lines before the header that may be none; after these the file is no capture. */
const MOST_PREFACE = 100;

/**
 * The records of a capture, line by line: the header, then calls and struct vectors.
 * A line that is none is given as an error, and reading goes on; a last line that breaks off
 * without a newline is the error `truncated`. Without a header, or after a bad one, one error
 * stands for all. `find` looks up the structs that lines name; by default Xen's, of the release
 * that the header names.
 */
export async function* readCapture(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  find: FindStructs = structFinder(),
): AsyncGenerator<CaptureRecord | BadLine> {
  let last: CaptureHeader | undefined;
  let calls = 0;
  let vectors = 0;
  let hasRead = false;
  let isMuted = false;
  let failures = 0;
  for await (const line of linesOf(chunks)) {
    if (isBlank(line)) continue;
    const refuse: Refuse = (path, problem) =>
      new CaptureError('capture', line.number, line.offset, path, problem);
    let kind: unknown;
    try {
      const raw = parseLine(line);
      kind = raw['kind'];
      if (kind === 'capture') {
        const header = readHeader(raw, refuse);
        last = header;
        yield { kind: 'capture', line: line.number, offset: line.offset, ...header };
      } else if (kind === 'call') {
        if (!last)
          throw refuse('kind', 'a call comes after a header (kind capture), and there is none');
        const table = await tableFor(raw, refuse);
        const named = await namedIn(raw, releaseOf(last), find);
        const place = { index: calls, line: line.number, header: last, refuse, table, named };
        yield readCall(raw, place);
        calls++;
      } else if (kind === 'struct') {
        const release = releaseOf(last);
        yield await readStruct(raw, { index: vectors, line: line.number, refuse, release, find });
        vectors++;
      } else if (kind === undefined || kind === null) throw refuse('kind', 'is missing');
      else throw refuse('kind', `${quoted(kind)} is none of capture, call and struct`);
      hasRead = true;
      isMuted = false;
    } catch (error) {
      if (!(error instanceof CaptureError)) throw error;
      const index = kind === 'struct' ? vectors++ : last ? calls++ : calls;
      if (!isMuted) yield { kind: 'error', error, index };
      if (!hasRead && ++failures === MOST_PREFACE) return;
      // Calls after a header that means nothing are not those of the header before it.
      if (kind === 'capture') last = undefined;
      if (kind === 'capture' || !hasRead) isMuted = true;
    }
  }
}

/** The release whose structs a header's lines name. */
const releaseOf = (header: CaptureHeader | undefined): string =>
  releaseName(interfaceMeaning(header ? interfaceTold(header) : 'xen-4.17')!.release);

const isBlank = ({ bytes, isTooLong }: Line): boolean =>
  !isTooLong && bytes.every((byte) => byte === 0x20 || (byte >= 9 && byte <= 13));

const decoder = new TextDecoder();

/** Whether the result is a number of more bits than a double has: not every recorder quotes it. */
function hasWide(raw: Raw): boolean {
  const result = at(raw, 'result');
  return typeof result === 'number' && Number.isInteger(result) && !Number.isSafeInteger(result);
}

/** A result of as many digits as some have that no double holds; and strings, which stay. */
const RESULT = /"result"\s*:\s*(-?\d{16,})(?![\d.eE])|"(?:[^"\\]|\\.)*"/g;
const quoteResult = (token: string, result: string | undefined): string =>
  result === undefined ? token : `"result":"${result}"`;

function parseLine(line: Line): Raw {
  const fail = (code: CaptureErrorCode, problem: string, path = ''): CaptureError =>
    new CaptureError(code, line.number, line.offset, path, problem);
  if (line.isTooLong)
    throw fail('capture', `has ${line.size} bytes; a line has ${LONGEST_LINE} at the most`);
  const excess = excessOf(line.bytes);
  if (excess) throw fail('capture', excess.problem, excess.path);
  let raw: unknown;
  try {
    const text = decoder.decode(line.bytes);
    raw = JSON.parse(text);
    if (isRaw(raw) && hasWide(raw)) raw = JSON.parse(text.replace(RESULT, quoteResult));
  } catch (error) {
    if (!line.isEnded)
      throw fail(
        'truncated',
        `the file ends in the middle of this line, at byte ${line.offset + line.size}`,
      );
    throw fail('json', `is no JSON: ${printable((error as Error).message).slice(0, 200)}`);
  }
  if (!isRaw(raw)) throw fail('capture', 'is no JSON object');
  return raw;
}
