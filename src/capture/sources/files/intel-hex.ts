import type { Reading } from '../reading.js';
import { SourceError } from '../source-error.js';
import { linesOf } from '../text.js';
import { checkedRecord, filesReading, pieceAt } from './records.js';

/** Intel's hex: `:LLAAAATT…CC`, a sum of 0; types 2 and 4 move what follows. `undefined`: not that. */
export function readIntelHex(text: string): Reading | undefined {
  const pieces = [];
  let base = 0n;
  let isOver = false;
  for (const line of linesOf(text)) {
    const hex = /^\s*:([0-9a-f]{10,520})\s*$/i.exec(line.text)?.[1];
    if (hex === undefined || hex.length % 2 !== 0 || isOver) {
      if (pieces.length === 0) return undefined;
      throw new SourceError('line', line, 'this is no record of Intel hex');
    }
    const bytes = checkedRecord(line, hex, 0);
    const [count = 0, high = 0, low = 0, type] = bytes;
    if (bytes.length !== count + 5)
      throw new SourceError('group', line, `a record of ${bytes.length - 5} bytes says ${count}`);
    const data = bytes.subarray(4, -1);
    const word = BigInt((data[0] ?? 0) * 256 + (data[1] ?? 0));
    if (type === 0) pieces.push(pieceAt(line, base + BigInt(high * 256 + low), data));
    else if (type === 1) isOver = true;
    else if (type === 2) base = word << 4n;
    else if (type === 4) base = word << 16n;
  }
  return pieces.length > 0 ? filesReading('Intel hex, bytes', pieces) : undefined;
}
