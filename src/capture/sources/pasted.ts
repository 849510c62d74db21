import { readAtAddresses } from './files/at-addresses.js';
import { readGdbMi } from './files/gdb-mi.js';
import { readIntelHex } from './files/intel-hex.js';
import { readSRecords } from './files/s-record.js';
import { kindOf } from './kind.js';
import { readAssembler } from './lists/assembler.js';
import { readBase64 } from './lists/base64.js';
import { readEscapes } from './lists/escapes.js';
import { readHexWords, withoutBrackets } from './lists/hex-text.js';
import { readHex } from './lists/hex.js';
import { commentsIn } from './lines/clean.js';
import { noFacts } from './lines/facts.js';
import { bytesReading, type Reading } from './reading.js';
import { recognised } from './recognise.js';
import { readNumberList } from './lists/numbers.js';
import { readOctal } from './lists/octal.js';
import { readCharacters } from './rows/read-characters.js';
import { readDump } from './rows/read-dump.js';
import { readGroups } from './rows/read-groups.js';
import { readNumbers } from './rows/read-numbers.js';
import type { Forced } from './rows/row-order.js';
import { readTelescope } from './rows/telescope.js';
import type { Fragment } from './source.js';
import { SourceError } from './source-error.js';
import { sourceNames } from './styles.js';
import { textOf } from './text.js';

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
  /** Where each run of lines begins that does not go on where the one before it ended. */
  readonly starts: readonly bigint[];
  /** What a session's `info registers` shows first, by names in lower case. */
  readonly registers: ReadonlyMap<string, bigint>;
  /** The arguments in gdb's line about the frame, `f (cmd=11, arg=0x403040 <ex>) at …`. */
  readonly frame?: readonly bigint[];
  /** What a session's `finish` returned. */
  readonly result?: bigint;
  /** Sentences for people: lines that are no dump and were skipped, what memory is missing. */
  readonly said: readonly string[];
  /** How many dumps of a session could not be read, and are told. */
  readonly skipped: number;
  /** Bytes of a word, where the bytes are whole words: the last may be filled up with others. */
  readonly word?: number;
  /** Why the reading is a guess; absent when it is certain. */
  readonly guess?: string;
}

/**
 * Reads the memory that a file shows. Where `guess` is set the caller tells it (`input-guessed`) or
 * refuses. Raw bytes share the input's memory; others do not.
 * @param from A name of `sourceNames`, to read the text as that; otherwise it is recognised.
 * @param size Bytes of the struct that is sought: tells apart readings that differ in length.
 * @throws SourceError with line and column when the text has no one reading, or is a capture.
 */
export function readPasted(input: Uint8Array, from?: string, size?: number): Pasted {
  const kind = from ?? kindOf(input);
  if (kind === 'capture')
    throw new SourceError('line', { line: 1, column: 1 }, 'this is a capture, no dump');
  if (kind === 'raw') return pasted(bytesReading('raw bytes', input));
  const text = textOf(input);
  const reading = from === undefined ? recognised(text, size) : readAs(text, from, size);
  return pasted({ ...reading, passedOver: reading.passedOver + commentsIn(text) });
}

function pasted({
  facts,
  passedOver,
  style,
  fragments,
  after,
  hasAddresses,
  starts,
  skipped = [],
  word,
  guess,
}: Reading): Pasted {
  const said = [
    ...(passedOver > 0
      ? [`${passedOver} ${passedOver === 1 ? 'line that is' : 'lines that are'} no dump skipped`]
      : []),
    ...skipped.map(({ problem }) => `a dump that cannot be read is skipped: ${problem}`),
    ...(facts.missing > 0 ? ['the debugger could not read all of the memory'] : []),
  ];
  return {
    style,
    fragments,
    ...(after && { after }),
    hasAddresses,
    starts,
    registers: facts.registers,
    ...(facts.frame && { frame: facts.frame }),
    ...(facts.result !== undefined && { result: facts.result }),
    said,
    skipped: skipped.length,
    ...(word !== undefined && { word }),
    ...(guess !== undefined && { guess }),
  };
}

type Reader = (text: string, forced: Forced, size: number | undefined) => Reading | undefined;

const asList: Reader = (text, { group }, size) => {
  const reading = readNumberList(text, { size, width: group });
  if (reading instanceof SourceError) throw reading;
  return reading;
};

const asWords: Reader = (text, { group, order }) =>
  group && order ? readHexWords(text, group, order) : undefined;

const readers: Readonly<Record<string, Reader>> = {
  hex: (text) => bytesReading('hex, bytes as they are written', readHex(withoutBrackets(text))),
  base64: (text) => bytesReading('base64, bytes', readBase64(text)),
  list: asList,
  string: readEscapes,
  assembler: readAssembler,
  'intel-hex': readIntelHex,
  's-record': readSRecords,
  'memory-file': readAtAddresses,
  'gdb-mi': readGdbMi,
  hexdump: readDump,
  groups: readGroups,
  numbers: readNumbers,
  characters: readCharacters,
  telescope: readTelescope,
};

/** `words-le:4` */
const words = /^words-(le|be):([1248])$/;

/** Reads a text as what it is said to be. A forced reading is no guess. */
function readAs(text: string, from: string, size: number | undefined): Reading {
  if (!/\S/.test(text)) return { ...bytesReading(from, new Uint8Array()), facts: noFacts() };
  const [, order, width] = words.exec(from) ?? [];
  const forced: Forced = order
    ? { order: order === 'le' ? 'little' : 'written', group: Number(width) }
    : readers[from]
      ? {}
      : { style: from };
  const tried: readonly Reader[] = order
    ? [readDump, readGroups, readAtAddresses, asWords, asList]
    : from === 'hexdump' || !readers[from]
      ? [readDump, readCharacters, readNumbers, readOctal]
      : [readers[from]];
  let problem: SourceError | undefined;
  for (const read of tried) {
    try {
      const reading = read(text, forced, size);
      if (!reading) continue;
      if (!order) return reading;
      const { guess: _, ...sure } = reading;
      if (!reading.style.includes(width === '1' ? ', bytes' : `, ${width}-byte`)) continue;
      return sure;
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      problem ??= error;
    }
  }
  throw problem ?? new SourceError('line', { line: 1, column: 1 }, `this is not ${from}`);
}

export const isSourceName = (name: string): boolean => sourceNames.includes(name);
