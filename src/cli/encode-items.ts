import { excessOf, LONGEST_LINE } from '../capture/line-bounds.js';
import { type Line, linesOf } from '../capture/text-lines.js';
import { isBlank, printable } from '../words/text.js';
import { Exit, FINDINGS } from './exit.js';
import type { Input } from './input.js';

type Raw = Readonly<Record<string, unknown>>;
const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value of the input, or the sentence of why its line is none. */
export type Item =
  | { readonly value: unknown; readonly struct?: string; readonly isCall?: true }
  | { readonly problem: string };

/** A line of `decode --json` carries its value; a bare value is itself. */
function itemOf(json: unknown): Item {
  if (!isRaw(json)) return { value: json };
  if (isRaw(json['error']) && 'index' in json)
    return { problem: 'is a record that could not be decoded' };
  if ('call' in json && 'argument' in json) return { value: json, isCall: true };
  if (!('struct' in json && 'value' in json)) return { value: json };
  return { value: json['value'], struct: String(json['struct']) };
}

/** JSON that was read, or the sentence of why it was not. */
type Parsed = { readonly json: unknown } | { readonly problem: string };

const decoder = new TextDecoder();

function parse(bytes: Uint8Array): Parsed {
  const excess = excessOf(bytes);
  if (excess) return { problem: `${excess.path} ${excess.problem}`.trimStart() };
  try {
    return { json: JSON.parse(decoder.decode(bytes)) };
  } catch (error) {
    return { problem: `is no JSON: ${printable((error as Error).message).slice(0, 200)}` };
  }
}

const tooLong = (what: string): Parsed => ({
  problem: `is ${what} of more than ${LONGEST_LINE} bytes, which is not read`,
});

const parseLine = ({ bytes, isTooLong }: Line): Parsed =>
  isTooLong ? tooLong('a line') : parse(bytes);

const itemIn = (parsed: Parsed): Item => ('json' in parsed ? itemOf(parsed.json) : parsed);

/** One JSON document, an array of which is several values; or lines that begin as none does. */
function itemsOf(lines: readonly Line[]): readonly Item[] {
  const whole = parse(Buffer.concat(lines.flatMap(({ bytes }) => [bytes, Buffer.from('\n')])));
  if ('json' in whole) return Array.isArray(whole.json) ? whole.json.map(itemOf) : [itemIn(whole)];
  const parsed = lines.map(parseLine);
  // Of a document that is written over several lines no line is an object.
  const isLines = lines.length > 1 && parsed.some((line) => 'json' in line && isRaw(line.json));
  return isLines ? parsed.map(itemIn) : [whole];
}

/**
 * The values of an input, JSON Lines or one JSON document. Lines are given as they come, in
 * constant memory, when the first one is a value by itself.
 * @throws Exit for an input that is empty
 */
export async function* itemsIn({ name, chunks }: Input): AsyncGenerator<Item> {
  let held: Line[] | undefined = [];
  let size = 0;
  for await (const line of linesOf(chunks)) {
    if (!line.isTooLong && isBlank(line.bytes)) continue;
    if (!held || held.length === 0) {
      const parsed = parseLine(line);
      if ('json' in parsed && isRaw(parsed.json)) held = undefined;
      if (!held) {
        yield itemIn(parsed);
        continue;
      }
    }
    size += line.size;
    if (size > LONGEST_LINE) {
      yield itemIn(tooLong('a document'));
      return;
    }
    // A copy: the memory of a line may be used again.
    held.push({ ...line, bytes: line.bytes.slice() });
  }
  if (held?.length === 0) throw new Exit(FINDINGS, `${name} is empty`);
  if (held) yield* itemsOf(held);
}
