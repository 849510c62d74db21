import { SourceError, type Position } from './source-error.js';

/** Engines limit a string to 2^29 units or so; a text dump of that size is a mistake anyway. */
const mostText = 2 ** 28;

/** What a byte order mark says that a text is written in: UTF-8 without one. */
export function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/**
 * The input as text in UTF-8, or UTF-16 that says so, without its byte order mark. What is not UTF-8 becomes U+FFFD, so that it
 * is either a stray character with a line and column, or harmless in the text column of a dump.
 */
export function textOf(input: Uint8Array): string {
  if (input.length > mostText)
    throw new SourceError(
      'size',
      { line: 1, column: 1 },
      `a text of ${input.length} bytes is too long; at most ${mostText} (256 MiB) are read`,
    );
  return plainSpaces(new TextDecoder(encodingOf(input)).decode(input));
}

/** Web pages give no-break spaces for spaces; dumps are told apart by how many spaces there are. */
export const plainSpaces = (text: string): string => text.replaceAll('\u00a0', ' ');

export const isSpace = (code: number): boolean => code === 0x20 || (code >= 9 && code <= 13);

/** One line, without its end; `column` is where `text` starts in it. */
export interface Line extends Position {
  readonly text: string;
}

/** What debuggers and shells print before a command; people paste it with the dump. */
const prompt =
  /^(?:\((?:gdb|kgdb|lldb|qemu)\)|(?:crash|pwndbg)>|gef➤|=>|(?:\[\d+\])?kdb>|(?:[^\s@]+@[^\s@]+)?[$#]|\[[^\s@]+@[^\s@]+ \S+\][$#])(?=\s|$)\s*/u;

/**
 * The lines that matter: neither blank nor a prompt with its command. A debugger that reads its
 * commands from a pipe prints data right after the prompt, so what looks like data is kept.
 */
export function* linesOf(text: string): Generator<Line> {
  let line = 0;
  for (const whole of text.split(/\r?\n/)) {
    line++;
    const skip = prompt.exec(whole)?.[0].length ?? 0;
    const rest = whole.slice(skip);
    const isCommand = skip > 0 && !/^(?:0x[0-9a-f]|[0-9a-f]{4})/i.test(rest);
    if (!isCommand && /\S/.test(rest)) yield { line, column: skip + 1, text: rest };
  }
}

/** The line and column of an offset in a text. */
export function positionOf(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r?\n/);
  return { line: before.length, column: before.at(-1)!.length + 1 };
}

/** A position some characters further right. */
export const rightOf = ({ line, column }: Position, by: number): Position => ({
  line,
  column: column + by,
});
