import { readAtAddresses } from './files/at-addresses.js';
import { readGdbMi } from './files/gdb-mi.js';
import { readIntelHex } from './files/intel-hex.js';
import { readSRecords } from './files/s-record.js';
import { readAssembler } from './lists/assembler.js';
import { readBase64 } from './lists/base64.js';
import { readEscapes } from './lists/escapes.js';
import { readGdbString } from './lists/gdb-string.js';
import { readHexText } from './lists/hex-text.js';
import { readHex } from './lists/hex.js';
import { areBinary, pitchWidth, readNumberList } from './lists/numbers.js';
import { readOctal } from './lists/octal.js';
import { withoutIndexes } from './lists/indexed.js';
import { cleanLines } from './lines/clean.js';
import { unwrapped } from './lines/unwrap.js';
import { hintOf } from './hints.js';
import { bytesReading, type Reading } from './reading.js';
import { headOf } from './rows/head.js';
import { readCharacters } from './rows/read-characters.js';
import { isMarked, readDump } from './rows/read-dump.js';
import { readGroups } from './rows/read-groups.js';
import { readNumbers } from './rows/read-numbers.js';
import { readSession } from './rows/read-session.js';
import { readTelescope } from './rows/telescope.js';
import { SourceError } from './source-error.js';
import { isAll } from './text.js';

/**
 * What a text is, and its bytes. Notations that prove themselves come first; each must explain every
 * line. What two notations explain with different bytes, or none, is refused.
 * @throws SourceError
 */
export function recognised(text: string, size: number | undefined): Reading {
  try {
    return asItIs(withoutIndexes(text) ?? text, size);
  } catch (problem) {
    const whole = problem instanceof SourceError ? unwrapped(text) : undefined;
    if (whole === undefined) throw problem;
    try {
      const reading = asItIs(whole, size);
      const guess = 'the lines are taken to have been broken by a terminal, and are put together';
      // The address of the next line shows that a line is whole.
      const isShown = reading.hasAddresses && whole.trim().includes('\n');
      return isShown ? reading : { guess, ...reading };
    } catch (error) {
      throw error instanceof SourceError ? problem : error;
    }
  }
}

/** @throws SourceError */
function asItIs(text: string, size: number | undefined): Reading {
  if (!/\S/.test(text)) return bytesReading('nothing', new Uint8Array());
  const problems: SourceError[] = [];
  const attempt = (read: () => Reading | SourceError | undefined): Reading | undefined => {
    let problem: SourceError;
    try {
      const reading = read();
      if (!(reading instanceof SourceError)) return reading;
      problem = reading;
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      problem = error;
    }
    // A notation that fits but has several readings is not to be read as another.
    if (problem.code === 'order') throw problem;
    problems.push(problem);
    return undefined;
  };
  const found =
    attempt(() => readGdbMi(text)) ??
    attempt(() => readIntelHex(text)) ??
    attempt(() => readSRecords(text)) ??
    attempt(() => readAtAddresses(text)) ??
    attempt(() => readOctal(text)) ??
    attempt(() => columns(text, size)) ??
    attempt(() => dumped(text)) ??
    attempt(() => readAssembler(text)) ??
    attempt(() => readGdbString(text, size)) ??
    attempt(() => readEscapes(text)) ??
    attempt(() => listed(text, size)) ??
    attempt(() => grouped(text)) ??
    attempt(() => zeros(text)) ??
    attempt(() => readHexText(text)) ??
    attempt(() => decimals(text, size)) ??
    attempt(() => base64(text));
  if (found) return found;
  const shown = problems.find(({ code }) => code === 'text');
  if (shown) throw shown;
  const hint = hintOf(text);
  if (hint) throw hint;
  // What has digits and little else was meant to be hex: its reader knows the character.
  const body = text.replace(/0x|\\x|[\s,]+/gi, '');
  const { hex } = hexShare(body);
  const isHex =
    hex > 0.5 &&
    !/[[{(<]/.test(body) &&
    !problems.some(({ code }) => code !== 'line' && code !== 'digit');
  if (isHex) attempt(() => bytesReading('hex', readHex(text)));
  throw (isHex ? problems.at(-1) : problems[0]) ?? unknown(text);
}

const decimal = /\s+(?:(?:0|-?[1-9][0-9]*)(?=\s|$)|$)/y;

/** What `od -An` prints of words as decimals: set right, and without zeros in front. */
function columns(text: string, size: number | undefined): Reading | SourceError | undefined {
  return isAll(decimal, text) && (pitchWidth(text) ?? 1) > 1
    ? readNumberList(text, { size })
    : undefined;
}

/** Dumps with addresses; of a session, those that can be read. */
const dumped = (text: string): Reading | undefined => readSession(text, readRows);

/** Hex, or numbers of another notation where hex does not explain them. */
function readRows(text: string): Reading | undefined {
  const problems: SourceError[] = [];
  for (const read of [readCharacters, readTelescope, readDump, readNumbers])
    try {
      const reading = read(text);
      if (reading) return reading;
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      problems.push(error);
    }
  const problem = problems.find(({ code }) => code === 'order') ?? problems[0];
  if (problem && (beginsWithAddress(text) || isMarked(text))) throw problem;
  return undefined;
}

/** Numbers with 0x, or in brackets; or bytes in brackets without 0x. */
function listed(text: string, size: number | undefined): Reading | SourceError | undefined {
  const body = [...cleanLines(text)].map(({ text: line }) => line).join('\n');
  if (!/0x[0-9a-f]|[[{(<]/i.test(body) && !areBinary(body)) return undefined;
  const list = readNumberList(body, { size });
  if (!(list instanceof SourceError) || list.code === 'order') return list;
  return readHexText(text) ?? list;
}

const grouped = (text: string): Reading | undefined => {
  // `0b01111111` of what is binary is hex, too.
  if (/(?:^|\s)0b[01]{8}(?=\s|$)/.test(text.slice(0, 4096))) return undefined;
  try {
    return readGroups(text);
  } catch (error) {
    // `1234` of what else is hex is told by the reader of hex.
    if (error instanceof SourceError && error.code !== 'order') return undefined;
    throw error;
  }
};

/** Zeros in base64 are hex of 0xaa. @throws SourceError */
function zeros(text: string): undefined {
  const lines = [...cleanLines(text)].map((line) => line.text.trim());
  if (lines.length > 0 && lines.every((line) => /^A{4,}$/.test(line)))
    throw new SourceError(
      'order',
      { line: 1, column: 1 },
      'these may be zeros in base64, or hex: base64 or hex says it',
    );
}

/** Decimals without brackets: only what can be no hex. */
function decimals(text: string, size: number | undefined): Reading | SourceError | undefined {
  if (!/^[\s,;0-9-]+$/.test(text)) return undefined;
  const lines = text.trim().split('\n');
  const isCounted = ([first, ...more]: readonly string[], i: number): boolean =>
    first === String(i) && more.length === 1;
  if (lines.length > 1 && lines.every((line, i) => isCounted(line.trim().split(/\s+/), i)))
    throw new SourceError(
      'order',
      { line: 1, column: 1 },
      'the first number of each line counts the lines: leave it out',
    );
  return readNumberList(text, { size });
}

/** Whether the first line that may be data begins with what only an address has. */
function beginsWithAddress(text: string): boolean {
  for (const line of cleanLines(text)) {
    const head = headOf(line.text);
    return (
      head !== undefined &&
      (head.mark !== '' || head.gap >= 2 || head.digits.length === 7 || head.digits.length === 6)
    );
  }
  return false;
}

/** Lines of one length but the last, of many characters or with padding: no word of a sentence. */
function base64(text: string): Reading | undefined {
  const clean = [...cleanLines(text)];
  const [at = { line: 1, column: 1 }] = clean;
  const lines = clean.map((line) => line.text.trim());
  const characters = lines.join('');
  const digits = hexShare(characters);
  if (digits.hex > 0.5 && (digits.hex === 1 || (digits.hex >= 0.75 && digits.decimal >= 0.4))) {
    readHex(text);
    return undefined;
  }
  const [first] = lines;
  const isEven = lines.every(
    (line, i) =>
      line.length === first!.length || (i === lines.length - 1 && line.length < first!.length),
  );
  const isWord = /^[A-Z]?[a-z]*$/.test(characters) || characters.length < 4;
  // `00-10-00` that a terminal wrapped.
  if (/^[0-9a-f_-]+$/i.test(characters) && /[_-]/.test(characters)) return undefined;
  if (/\s/.test(characters) || !isEven || isWord) return undefined;
  // base32, and base32hex: no lower case and no signs, in groups of eight.
  const isCapital = /^[0-9A-Z]+=*$/.test(characters);
  if (isCapital && characters.length % 8 === 0)
    throw new SourceError('order', at, 'this may be base32; base64 says that it is not');
  try {
    return bytesReading(
      'base64, bytes',
      readBase64(characters),
      /^[^a-z]+$/.test(characters)
        ? 'this has no small letters, as base32 has none; base64 forces it'
        : undefined,
    );
  } catch (error) {
    if (error instanceof SourceError && digits.hex <= 0.5) return undefined;
    throw error;
  }
}

/** How much of a text is hex digits, and how much decimal ones. */
function hexShare(text: string): { hex: number; decimal: number } {
  const count = (pattern: RegExp): number => text.length - text.replace(pattern, '').length;
  const all = Math.max(text.length, 1);
  return { hex: count(/[0-9a-f]+/gi) / all, decimal: count(/[0-9]+/g) / all };
}

const known =
  'hex, base64, lists of numbers, strings with escapes, dumps of xxd, hexdump, od, gdb, QEMU, lldb, crash, kdb, WinDbg, U-Boot, OpenOCD and their like, Intel hex and S-records';

function unknown(text: string): SourceError {
  for (const line of cleanLines(text)) {
    const start = line.text.search(/\S/);
    const look = line.text.trim().slice(0, 60);
    return new SourceError(
      'line',
      { line: line.line, column: line.column + start },
      `'${look.replace(/[^ -~]/g, '?')}' begins no notation of bytes that is known: ${known}`,
    );
  }
  return new SourceError(
    'line',
    { line: 1, column: 1 },
    `nothing but commands; known are ${known}`,
  );
}
