import { closeSync, openSync, readSync } from 'node:fs';
import { styleText } from 'node:util';
import { jsonText, printable } from '../words/text.js';
import { Exit, SYSTEM } from './exit.js';
import { standard } from './standard.js';
import { type Tone, tones } from './tones.js';

/** Thrown when the reader of our output has gone: a quiet end, as `head` expects. */
export class ClosedPipe extends Error {}

/** @throws Exit (3) when standard output cannot be written, or ClosedPipe. */
function write(data: string | Uint8Array): void {
  try {
    standard.write(1, data);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EPIPE') throw new ClosedPipe();
    throw new Exit(SYSTEM, `standard output: ${(error as Error).message}`);
  }
}

/** Talk that nobody reads is no error. */
function talk(text: string): void {
  try {
    standard.write(2, text);
  } catch {
    // The reader has gone.
  }
}

const STYLES: Readonly<Record<Tone, Parameters<typeof styleText>[0]>> = {
  changed: 'yellow',
  warning: 'magenta',
  match: 'green',
  differ: 'red',
  skip: 'cyan',
};

/** Node's own rules: `FORCE_COLOR` for any stream, else a terminal without `NO_COLOR`. */
const hasColours = (out: 1 | 2): boolean =>
  process.env['FORCE_COLOR'] === undefined
    ? standard.terminal(out)?.hasColors() === true
    : process.getBuiltinModule('node:tty').WriteStream.prototype.getColorDepth() > 2;

function coloured(line: string, marks: RegExp): string {
  return line.replace(marks, (whole: string, ...found: unknown[]) => {
    const groups = Object.entries(found.at(-1) as Record<Tone, string | undefined>);
    const [tone, text = ''] = groups.find(([, piece]) => piece !== undefined)!;
    const style = STYLES[tone as Tone];
    // Whether there are colours is decided above, for releases of Node that decide otherwise.
    const options = { validateStream: false };
    return whole.slice(0, whole.length - text.length) + styleText(style, text, options);
  });
}

/** A line for a stream: what a file says escaped, and only then our colours put on. */
function lineFor(out: 1 | 2, marks?: RegExp): (line: string) => string {
  if (!marks || !hasColours(out)) return printable;
  return (line) => coloured(printable(line), marks);
}

/** Characters that a line of a table may have: those of the terminal, any number elsewhere. */
export const lineWidth = (): number => standard.terminal(1)?.columns || Infinity;

/*
 * All text goes out by one of these, and none of them lets a control character through: names
 * come out of files, and a name may move the cursor up and write another verdict over ours.
 */
/** Bytes as they are, for a file or another program. */
export const printBytes = (bytes: Uint8Array): void => write(bytes);
/** Lines, each of which stays one. */
export const printLines = (lines: readonly string[], marks?: RegExp): void =>
  write(
    lines
      .map(lineFor(1, marks))
      .map((line) => `${line}\n`)
      .join(''),
  );
export const printLine = (text: string, marks?: RegExp): void => printLines([text], marks);
/** Text whose lines are ours: tables, views, files for other tools. */
export const print = (text: string, marks?: RegExp): void =>
  write(text.split('\n').map(lineFor(1, marks)).join('\n'));
export const printJson = (value: unknown): void => write(`${jsonText(value)}\n`);

/** Talk: progress, summaries and errors, on standard error; one line. */
export function say(text: string): void {
  talk(`${lineFor(2, tones.talk)(text)}\n`);
}

/** Talk in place of the line that is being written on a terminal; none wipes it. */
export function sayOver(text: string): void {
  talk(`\r\u001b[K${printable(text)}`);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'is a directory',
  EACCES: 'permission denied',
};

/** Why the operating system refused a file. */
export function systemReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? message;
}

const CHUNK = 2 ** 18;

function* readChunks(file: string): Generator<Uint8Array> {
  const fd = openSync(file, 'r');
  try {
    for (;;) {
      const chunk = new Uint8Array(CHUNK);
      const size = readSync(fd, chunk, 0, CHUNK, null);
      if (size === 0) return;
      // What a pipe brings by and by is kept in no more than its own size.
      yield size < CHUNK / 2 ? chunk.slice(0, size) : chunk.subarray(0, size);
    }
  } finally {
    closeSync(fd);
  }
}

/** The chunks of a file, or of standard input for `-`. @throws Exit (3) when it cannot be read. */
export async function* chunksOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of file === '-' ? process.stdin : readChunks(file))
      yield chunk as Uint8Array;
  } catch (error) {
    throw new Exit(SYSTEM, `${file}: ${systemReason(error)}`);
  }
}

/** A whole file, or standard input for `-`. */
export async function bytesOf(file: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of chunksOf(file)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
