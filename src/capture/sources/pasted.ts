import { readSource } from './read.js';
import { recognise } from './recognise.js';
import type { Fragment, SourceFormat } from './source.js';
import { SourceError } from './source-error.js';

/** What a file says of a guest's memory: a dump, a whole debugger session, or bytes alone. */
export interface Pasted {
  /** What it was read as, in words: `xxd, 4-byte words, little-endian`. */
  readonly style: string;
  /** Memory as it is shown first. Fragments ascend, and neighbours do not touch. */
  readonly fragments: readonly Fragment[];
  /** Memory as a session shows it later, where it shows an address twice with other bytes. */
  readonly after?: readonly Fragment[];
  /** Whether the text says addresses; otherwise there is one fragment, at 0. */
  readonly hasAddresses: boolean;
  /** What a session's `info registers` shows first, by names in lower case. */
  readonly registers: ReadonlyMap<string, bigint>;
  /** What a session's `finish` returned. */
  readonly result?: bigint;
  /** Sentences for people: lines that are no dump and were skipped, what memory is missing. */
  readonly said: readonly string[];
  /** Why the reading is a guess; absent when it is certain. */
  readonly guess?: string;
}

/**
 * Reads the memory that a file shows; `from` forces a name of `xenabi list sources`, otherwise the
 * notation is recognised. Where `guess` is set the caller tells it (`input-guessed`) or refuses.
 * @throws SourceError with line and column when the text has no one reading, or is a capture.
 */
export function readPasted(input: Uint8Array, from?: string): Pasted {
  const format = (from as SourceFormat | undefined) ?? recognise(input);
  if (format === 'capture')
    throw new SourceError('line', { line: 1, column: 1 }, 'this is a capture, no dump');
  const { fragments, hasAddresses } = readSource(input, format);
  return { style: format, fragments, hasAddresses, registers: new Map(), said: [] };
}
