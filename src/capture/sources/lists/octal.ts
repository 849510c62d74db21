import { cleanLines } from '../lines/clean.js';
import { bytesReading, littleEndian, type Reading } from '../reading.js';
import { SourceError } from '../source-error.js';

/** Numbers of 1, 2, 4 and 8 bytes, with the zeros and the one space that `od -An` prints. */
const columns: readonly (readonly [line: RegExp, width: number])[] = [
  [/^ +[0-3][0-7]{2}(?: [0-3][0-7]{2})*\s*$/, 1],
  [/^ +[01][0-7]{5}(?: [01][0-7]{5})*\s*$/, 2],
  [/^ +[0-3][0-7]{10}(?: [0-3][0-7]{10})*\s*$/, 4],
  [/^ +[01][0-7]{21}(?: [01][0-7]{21})*\s*$/, 8],
];

/** Lines are no longer; `od -w` may be told of some more columns. */
const mostLine = 2 ** 16;

/** What `od -An`, `od -An -b` and `od -An -to4` print: octal numbers alone. `undefined`: not that. */
export function readOctal(text: string): Reading | undefined {
  let width: number | undefined;
  const items: string[] = [];
  for (const line of cleanLines(text)) {
    if (line.isLogged || line.text.length > mostLine) return undefined;
    if (items.length > 0 && line.text.trim() === '*')
      throw new SourceError(
        'order',
        line,
        "'*' stands for lines like the one above it, and no address says for how many: print with od -v",
      );
    const found = columns.find(([looks]) => looks.test(line.text))?.[1];
    if (found === undefined || found !== (width ?? found)) return undefined;
    width = found;
    for (const item of line.text.trim().split(' ')) items.push(item);
  }
  if (width === undefined) return undefined;
  // Bytes in decimals have no zeros in front, and are no larger than 255.
  if (width === 1 && !items.some((item) => /^[03]/.test(item))) return undefined;
  const bytes = new Uint8Array(items.length * width);
  for (const [i, item] of items.entries())
    bytes.set(littleEndian(BigInt(`0o${item}`), width), i * width);
  return bytesReading(
    `octal numbers, ${width === 1 ? 'bytes' : `${width}-byte words, little-endian`}`,
    bytes,
    width === 2 && items.length === 1 ? 'one number is taken for octal; hex forces hex' : undefined,
  );
}
