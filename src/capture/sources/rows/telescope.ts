import { cleanLines, type CleanLine } from '../lines/clean.js';
import { learn, noFacts } from '../lines/facts.js';
import { littleEndian, type Reading } from '../reading.js';
import { SourceError, type Position } from '../source-error.js';
import type { Piece } from './merge.js';
import { statesOf } from './states.js';

/** A line of a telescope: an address, and the word that lies there. */
interface Word extends Position {
  readonly address: bigint;
  readonly value: bigint;
  /** Bytes of the word, where its zeros tell. */
  readonly width?: number;
  readonly block: number;
}

/** `0x403010│+0x0010: 0x0000000000403000  →  …`: GEF fills words up with zeros. */
const gef = /^\s*0x([0-9a-f]{1,16})│\+0x[0-9a-f]+:\s+/i;
const padded = /^0x([0-9a-f]{8}|[0-9a-f]{16})(?![0-9a-z])/i;

/** `02:0010│ rsp 0x7fffffffe6f0 —▸ 0x403000 ◂— 0x1`: pwndbg does not. */
const pwndbg = /^\s*[0-9a-f]{2,8}:[0-9a-f]{4,8}│/i;
const place = /(?:^|[\s+-])0x([0-9a-f]{1,16})(?: \([^)]*\))? (?:—▸|◂—) /i;
const short = /^(?:0x([0-9a-f]{1,16})|([0-9]))(?![0-9a-z])/i;

/** Lines like the one before, left out. */
const skipped = /^\s*\.\.\. ↓\s+(\d{1,5}) skipped\s*$/;

/** An address and what is said of it. */
function partsOf(text: string): { digits: string; said: string; value: RegExp } | undefined {
  const byGef = gef.exec(text);
  if (byGef) return { digits: byGef[1]!, said: text.slice(byGef[0].length), value: padded };
  const index = pwndbg.exec(text)?.[0].length;
  const at = index === undefined ? undefined : place.exec(text.slice(index));
  if (index === undefined || !at) return undefined;
  const said = text.slice(index + at.index + at[0].length);
  return { digits: at[1]!, said, value: short };
}

function wordOf(line: CleanLine, block: number): Word | undefined {
  const parts = partsOf(line.text.slice(0, 4096));
  if (!parts) return undefined;
  const { digits, said, value } = parts;
  const match = value.exec(said);
  if (!match)
    throw new SourceError(
      'order',
      line,
      'this telescope shows a string or code in place of a word: print the memory in hex (hexdump, x/…xg)',
    );
  const hex = match[1] ?? match[2]!;
  return {
    line: line.line,
    column: line.column,
    address: BigInt(`0x${digits}`),
    value: BigInt(`0x${hex}`),
    ...(value === padded && { width: hex.length / 2 }),
    block,
  };
}

/** By zeros, by the steps of the addresses, or by an address that only 64 bits have. */
function widthOf(words: readonly Word[]): number {
  const [first] = words;
  if (first!.width !== undefined) return first!.width;
  for (const [i, { address, block }] of words.entries()) {
    const next = words[i + 1];
    if (next?.block !== block) continue;
    const step = next.address > address ? next.address - address : address - next.address;
    if (step === 4n || step === 8n) return Number(step);
  }
  if (words.some(({ address, value }) => address >= 1n << 32n || value >= 1n << 32n)) return 8;
  throw new SourceError(
    'order',
    first!,
    'the width of these words is not said: print more than one',
  );
}

/**
 * What GEF and pwndbg print as a telescope: a word a line, and where it points. `undefined`: none.
 * @throws SourceError where a line says no word.
 */
export function readTelescope(text: string): Reading | undefined {
  if (!text.includes('│')) return undefined;
  const facts = noFacts();
  const words: Word[] = [];
  const repeats = new Map<Word, number>();
  let [block, passedOver] = [0, 0];
  for (const line of cleanLines(text)) {
    if (line.followsTalk) block++;
    const times = skipped.exec(line.text.slice(0, 256))?.[1];
    const last = words.at(-1);
    if (times !== undefined && last) {
      repeats.set(last, Number(times));
      continue;
    }
    const word = wordOf(line, block);
    if (word) words.push(word);
    else if (!learn(facts, line.text)) {
      if (words.length === 0 && /^\s*(?:0x)?[0-9a-f]{4,}\b/i.test(line.text)) return undefined;
      if (/0x[0-9a-f]{4}|│/i.test(line.text))
        throw new SourceError('line', line, 'this is no line of a telescope');
      passedOver++;
    }
  }
  if (words.length === 0) return undefined;
  const width = widthOf(words);
  const order = facts.order ?? 'little';
  const pieces = words.flatMap((word) => piecesOf(word, width, order, repeats.get(word) ?? 0));
  const [fragments, after] = statesOf(pieces);
  return {
    style: `a telescope, ${width}-byte words, ${order === 'little' ? 'little' : 'big'}-endian`,
    fragments,
    ...(after && { after }),
    hasAddresses: true,
    starts: pieces.flatMap(({ address }, i) => {
      const before = pieces[i - 1];
      return before && before.address + BigInt(before.size) === address ? [] : [address];
    }),
    facts,
    passedOver,
  };
}

/** The word, and as many like it behind it as were left out. */
function piecesOf(word: Word, width: number, order: 'little' | 'written', more: number): Piece[] {
  const { line, column, block, address, value } = word;
  if (value >= 1n << BigInt(width * 8) || (word.width ?? width) !== width)
    throw new SourceError('group', word, `this word has more than ${width} bytes, or fewer`);
  const size = width * (more + 1);
  if (address + BigInt(size) > 2n ** 64n)
    throw new SourceError('address', word, 'the word ends past the last 64-bit address');
  const bytes = littleEndian(value, width);
  if (order === 'written') bytes.reverse();
  return [{ line, column, block, address, bytes, size }];
}
