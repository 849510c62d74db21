import type { Reading } from '../reading.js';
import { SourceError } from '../source-error.js';
import { linesOf } from '../text.js';
import { checkedRecord, filesReading, pieceAt } from './records.js';

/** Bytes of the address, by the type of the record; those of S0 and S5 to S9 hold no memory. */
const addressBytes: Readonly<Record<string, number>> = { '1': 2, '2': 3, '3': 4 };

/** Motorola's S-records: a type, a count, an address, and a sum of 255. `undefined`: not that. */
export function readSRecords(text: string): Reading | undefined {
  const pieces = [];
  let isFirst = true;
  for (const line of linesOf(text)) {
    const match = /^\s*S([0-9])([0-9a-f]{6,512})\s*$/i.exec(line.text);
    if (!match || match[2]!.length % 2 !== 0) {
      if (isFirst) return undefined;
      throw new SourceError('line', line, 'this is no S-record');
    }
    isFirst = false;
    const [, type = '', hex = ''] = match;
    const bytes = checkedRecord(line, hex, 0xff);
    if (bytes.length !== bytes[0]! + 1)
      throw new SourceError(
        'group',
        line,
        `a record of ${bytes.length - 1} bytes says ${bytes[0]}`,
      );
    const width = addressBytes[type];
    if (width === undefined) continue;
    const address = BigInt(`0x${hex.slice(2, 2 + width * 2)}`);
    pieces.push(pieceAt(line, address, bytes.subarray(1 + width, -1)));
  }
  return pieces.length > 0 ? filesReading('S-records, bytes', pieces) : undefined;
}
