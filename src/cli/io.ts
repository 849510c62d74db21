import { createReadStream } from 'node:fs';
import { WriteStream } from 'node:tty';
import { styleText } from 'node:util';
import { jsonText, printable } from '../words/text.js';
import { Exit, SYSTEM } from './exit.js';
import { type Tone, tones } from './tones.js';

/** Thrown when the reader of our output has gone: a quiet end, as `head` expects. */
export class ClosedPipe extends Error {}

let broken: Error | undefined;
let waiting: (() => void)[] = [];

function resume(): void {
  const ready = waiting;
  waiting = [];
  for (const go of ready) go();
}

/** Output goes through here, so that a reader that goes away ends the run quietly. */
export function watchOutput(): void {
  process.stdout.on('drain', resume);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    const gone = error.code === 'EPIPE';
    broken = gone ? new ClosedPipe() : new Exit(SYSTEM, `standard output: ${error.message}`);
    resume();
  });
  // Talk that nobody reads is no error.
  process.stderr.on('error', () => {});
}

function check(): void {
  if (broken) throw broken;
}

/** Writes to standard output, and waits when the reader is slow. */
async function write(data: string | Uint8Array): Promise<void> {
  check();
  if (process.stdout.write(data)) return;
  await new Promise<void>((resolve) => waiting.push(resolve));
  check();
}

/** Waits until all output is written. @throws Exit (3) when it could not be, or ClosedPipe. */
export async function flush(): Promise<void> {
  check();
  await new Promise<void>((resolve) => process.stdout.write('', () => setImmediate(resolve)));
  check();
}

const STYLES: Readonly<Record<Tone, Parameters<typeof styleText>[0]>> = {
  changed: 'yellow',
  warning: 'magenta',
  match: 'green',
  differ: 'red',
  skip: 'cyan',
};

/** Node's own rules: `FORCE_COLOR` for any stream, else a terminal without `NO_COLOR`. */
const hasColours = (stream: NodeJS.WriteStream): boolean =>
  process.env['FORCE_COLOR'] === undefined
    ? stream.isTTY && stream.hasColors()
    : WriteStream.prototype.getColorDepth() > 2;

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
function lineFor(stream: NodeJS.WriteStream, marks?: RegExp): (line: string) => string {
  if (!marks || !hasColours(stream)) return printable;
  return (line) => coloured(printable(line), marks);
}

/** Characters that a line of a table may have: those of the terminal, any number elsewhere. */
export const lineWidth = (): number => process.stdout.columns || Infinity;

/*
 * All text goes out by one of these, and none of them lets a control character through: names
 * come out of files, and a name may move the cursor up and write another verdict over ours.
 */
/** Bytes as they are, for a file or another program. */
export const printBytes = (bytes: Uint8Array): Promise<void> => write(bytes);
/** Lines, each of which stays one. */
export const printLines = (lines: readonly string[], marks?: RegExp): Promise<void> =>
  write(
    lines
      .map(lineFor(process.stdout, marks))
      .map((line) => `${line}\n`)
      .join(''),
  );
export const printLine = (text: string, marks?: RegExp): Promise<void> => printLines([text], marks);
/** Text whose lines are ours: tables, views, files for other tools. */
export const print = (text: string, marks?: RegExp): Promise<void> =>
  write(text.split('\n').map(lineFor(process.stdout, marks)).join('\n'));
export const printJson = (value: unknown): Promise<void> => write(`${jsonText(value)}\n`);

/** Talk: progress, summaries and errors, on standard error; one line. */
export function say(text: string): void {
  process.stderr.write(`${lineFor(process.stderr, tones.talk)(text)}\n`);
}

/** Talk in place of the line that is being written on a terminal; none wipes it. */
export function sayOver(text: string): void {
  process.stderr.write(`\r\u001b[K${printable(text)}`);
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

/** The chunks of a file, or of standard input for `-`. @throws Exit (3) when it cannot be read. */
export async function* chunksOf(file: string): AsyncGenerator<Uint8Array> {
  const stream = file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 1 << 18 });
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
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
