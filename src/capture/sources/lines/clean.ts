import { linesOf, type Line } from '../text.js';
import { logPrefix } from './log-prefix.js';
import { sessionLine } from './session-line.js';

/** A line that may be data, without what a logger, a mail or a prompt put before it. */
export interface CleanLine extends Line {
  /** Whether a logger had put something before it. */
  readonly isLogged: boolean;
  /** Whether a command was left out before it. */
  readonly followsTalk: boolean;
  /** Whether a debugger was told something there. */
  readonly followsCommand: boolean;
}

/** `> `, as mail and chat quote; a line may have been quoted again. */
const quote = /^(?:\s*>)+ ?(?=[^a-z]|[a-f])/i;
const quotedBy = (line: string): number => quote.exec(line.slice(0, 256))?.[0].length ?? 0;

/** What was indented with what a logger put before it; a time alone may be bytes. */
const indented =
  /^[ \t]+(?=\((?:XEN|d\d)|\[ *\d+\.\d|<\d{1,3}>\[|[A-Z][a-z]{2} [ \d]\d \d\d:|\[?\d{4}-\d\d-\d\d[T ]\d\d:)/;

/** ` | 00000  40 40 …  @@.... |`, as strace shows what was read and written. */
const strace = /^ \| ([0-9a-f]{5,} {2}\S.{0,200}) \|\s*$/;

/** What a line is behind quotes and what loggers put before it. */
function partsOf(whole: string): { quoted: number; logged: number; rest: string } {
  const quoted = /^\s*>>> /.test(whole) ? 0 : quotedBy(whole);
  const body = whole.slice(quoted);
  const traced = strace.exec(body.slice(0, 256))?.[1];
  if (traced !== undefined) return { quoted: quoted + 3, logged: 0, rest: traced };
  const indent = indented.exec(body.slice(0, 256))?.[0].length ?? 0;
  const logged = indent + logPrefix(body.slice(indent));
  return { quoted, logged, rest: body.slice(logged) };
}

/** How many lines have bytes behind `#`, which are left out. */
export function commentsIn(text: string): number {
  let count = 0;
  if (!text.includes('#')) return count;
  for (const { text: whole } of linesOf(text))
    if (whole.includes('#') && sessionLine(partsOf(whole).rest).kind === 'comment') count++;
  return count;
}

/** The lines that may be data; blank ones, commands, pagers, comments and rulers are left out. */
export function* cleanLines(text: string): Generator<CleanLine> {
  let [followsTalk, followsCommand] = [false, false];
  for (const { line, column, text: whole } of linesOf(text)) {
    const { quoted, logged, rest } = partsOf(whole);
    const session = sessionLine(rest);
    if (session.kind !== 'data') {
      followsTalk = true;
      followsCommand ||= session.kind === 'talk' && session.isCommand;
      continue;
    }
    const clean = rest.slice(session.skip);
    if (!/\S/.test(clean) || /^\s*>\s*$/.test(clean)) continue;
    yield {
      line,
      column: column + quoted + logged + session.skip,
      text: clean,
      isLogged: logged > 0,
      followsTalk,
      followsCommand,
    };
    [followsTalk, followsCommand] = [false, false];
  }
}
