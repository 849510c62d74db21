import { readHex } from '../lists/hex.js';
import type { Reading } from '../reading.js';
import { positionOf } from '../text.js';
import { filesReading, pieceAt } from './records.js';

/** What gdb's machine interface answers to -data-read-memory-bytes. `undefined`: not that. */
export function readGdbMi(text: string): Reading | undefined {
  const block =
    /begin="0x([0-9a-f]+)",offset="0x[0-9a-f]+",end="0x[0-9a-f]+",contents="([0-9a-f]*)"/gi;
  const pieces = [...text.matchAll(block)].map(({ index, 1: begin, 2: contents = '' }) =>
    pieceAt(positionOf(text, index), BigInt(`0x${begin}`), readHex(contents)),
  );
  return pieces.length > 0 ? filesReading('gdb/MI, bytes', pieces) : undefined;
}
