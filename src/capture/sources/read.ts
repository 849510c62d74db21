import { readBase64 } from './base64.js';
import { readDump } from './dump/index.js';
import { readHex } from './hex.js';
import type { Fragment, Source } from './source.js';
import { textOf } from './text.js';

const atZero = (bytes: Uint8Array): Fragment[] =>
  bytes.length > 0 ? [{ address: 0n, bytes }] : [];

const readers: Record<Source['format'], (input: Uint8Array) => Fragment[]> = {
  raw: atZero,
  hex: (input) => atZero(readHex(textOf(input))),
  base64: (input) => atZero(readBase64(textOf(input))),
  hexdump: (input) => readDump(textOf(input)),
};

/**
 * The bytes that an input means in a format. `raw` shares the input's memory; the others do not.
 * @throws SourceError with line and column when a text is not in its format.
 */
export const readSource = (input: Uint8Array, format: Source['format']): Source => ({
  format,
  fragments: readers[format](input),
  hasAddresses: format === 'hexdump',
});
