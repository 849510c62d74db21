import { leaningOf, groupWords, groupsOf, reversed } from '../order.js';
import type { Reading } from '../reading.js';
import type { Forced } from '../rows/row-order.js';
import { withoutComments } from '../lists/comments.js';
import { SourceError } from '../source-error.js';
import { linesOf } from '../text.js';
import { filesReading, pieceAt } from './records.js';

/**
 * `@ADDRESS` before groups, as TI's text and Verilog's memory files have it: bytes, or words whose
 * number the address counts. `srec_cat` writes the bytes of a word as they lie; others may not.
 * `undefined`: not that.
 */
export function readAtAddresses(text: string, forced: Forced = {}): Reading | undefined {
  const body = /@[0-9a-f]/i.test(text) ? withoutComments(text) : '';
  if (!/^\s*@[0-9a-f]{1,16}\b/i.test(body)) return undefined;
  const blocks: { line: number; column: number; address: bigint; groups: string[] }[] = [];
  let isOver = false;
  for (const line of linesOf(body)) {
    for (const word of line.text.trim().split(/\s+/)) {
      if (isOver) throw new SourceError('line', line, 'this follows the end of the file');
      if (/^q$/i.test(word)) isOver = true;
      else if (/^@[0-9a-f]{1,16}$/i.test(word))
        blocks.push({
          line: line.line,
          column: line.column,
          address: BigInt(`0x${word.slice(1)}`),
          groups: [],
        });
      else if (word.length % 2 === 0 && /^[0-9a-f]+$/i.test(word)) blocks.at(-1)!.groups.push(word);
      else throw new SourceError('digit', line, `this is no line of a memory file`);
    }
  }
  const widths = new Set(blocks.flatMap(({ groups }) => groups.map(({ length }) => length / 2)));
  const [group = 1, other] = widths;
  if (other !== undefined)
    throw new SourceError('group', blocks[0]!, 'groups of several widths follow the addresses');
  const all = blocks.map((block) => ({
    ...block,
    bytes: Uint8Array.from(block.groups.join('').match(/../g) ?? [], (digits) =>
      parseInt(digits, 16),
    ),
  }));
  const { order, isSame } = leaningOf(all.flatMap(({ bytes }) => [...groupsOf(bytes, group)]));
  const isSrecord = /srecord/.test(text.slice(0, 200));
  const likely = forced.order ?? (isSrecord || isSame || group === 1 ? 'written' : order);
  if (!likely)
    throw new SourceError(
      'order',
      blocks[0]!,
      `nothing tells the byte order of these ${group}-byte groups: words-le:${group} or words-be:${group} says it`,
    );
  const isGuess = !forced.order && !isSrecord && !isSame && group > 1;
  return {
    ...filesReading(
      `a memory file, ${groupWords(group, likely)}`,
      all.map((block) =>
        pieceAt(
          block,
          block.address * BigInt(group),
          likely === 'little' ? reversed(block.bytes, group) : block.bytes,
        ),
      ),
    ),
    ...(isGuess && {
      guess: `${group}-byte groups are taken as ${likely === 'little' ? 'little-endian words' : 'bytes as written'}; words-${likely === 'little' ? 'be' : 'le'}:${group} forces the other order`,
    }),
  };
}
