import { cleanLines } from '../lines/clean.js';
import type { Reading } from '../reading.js';
import { SourceError } from '../source-error.js';
import { merge, type Piece } from './merge.js';

/** A session has a command before each dump; of more commands than this it is none that is looked at. */
const mostDumps = 64;

/** The lines between two commands. */
interface Part {
  readonly first: number;
  last: number;
}

function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  for (const { line, followsCommand } of cleanLines(text)) {
    const part = parts.at(-1);
    if (!part || followsCommand) parts.push({ first: line, last: line });
    else part.last = line;
    if (parts.length > mostDumps) return [];
  }
  return parts;
}

/**
 * A session in which one dump or another cannot be read with the rest: each is read alone, or skipped
 * and told. The facts are those of all lines.
 * @throws SourceError the first problem, where nothing can be read.
 */
export function readSession(
  text: string,
  read: (text: string) => Reading | undefined,
): Reading | undefined {
  let problem: SourceError | undefined;
  const attempt = (one: string): Reading | SourceError | undefined => {
    try {
      return read(one);
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      return error;
    }
  };
  const whole = attempt(text);
  if (!(whole instanceof SourceError)) return whole;
  const parts = partsOf(text);
  const lines = text.split('\n');
  const aside: { part: Part; problem: SourceError }[] = [];
  let reading: Reading | SourceError | undefined = whole;
  while (reading instanceof SourceError) {
    problem ??= reading;
    const { line } = reading;
    const part = parts.find(({ first, last }) => first <= line && line <= last);
    if (!part || parts.length < 2) throw problem;
    parts.splice(parts.indexOf(part), 1);
    aside.push({ part, problem: reading });
    for (let i = part.first - 1; i < part.last; i++) lines[i] = '';
    reading = attempt(lines.join('\n'));
  }
  if (!reading || reading.fragments.length === 0) throw problem!;
  return aside.reduce((all, one) => withPart(all, one, text.split('\n'), attempt), reading);
}

/** The reading with what one part alone is read as, if it is, and does not disagree. */
function withPart(
  reading: Reading,
  { part, problem }: { part: Part; problem: SourceError },
  lines: readonly string[],
  attempt: (text: string) => Reading | SourceError | undefined,
): Reading {
  const own = [
    ...Array.from({ length: part.first - 1 }, () => ''),
    ...lines.slice(part.first - 1, part.last),
  ];
  const alone = attempt(own.join('\n'));
  const skipped = { line: problem.line, problem: problem.message };
  if (!alone || alone instanceof SourceError || alone.after || !alone.hasAddresses)
    return { ...reading, skipped: [...(reading.skipped ?? []), skipped] };
  const fragments = merged([...reading.fragments, ...alone.fragments], part.first);
  if (!fragments) return { ...reading, skipped: [...(reading.skipped ?? []), skipped] };
  const guess = reading.guess ?? alone.guess;
  return {
    ...reading,
    style: reading.style.includes(alone.style) ? reading.style : `${reading.style}; ${alone.style}`,
    fragments,
    starts: [...reading.starts, ...alone.starts],
    ...(guess !== undefined && { guess }),
  };
}

/** `undefined` where two have different bytes at one address. */
function merged(fragments: Reading['fragments'], line: number): Reading['fragments'] | undefined {
  try {
    return merge(
      fragments.map(({ address, bytes }): Piece => ({
        line,
        column: 1,
        block: 0,
        address,
        bytes,
        size: bytes.length,
      })),
    );
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}
