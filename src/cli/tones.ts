/** What a piece of a line is, whatever it looks like. */
export type Tone = 'changed' | 'warning' | 'match' | 'differ' | 'skip';

/**
 * Which pieces of our own lines have a tone: a group of that name, at the end of the match. The
 * views stay plain text for programs; a terminal alone is given colours, after all text is escaped.
 */
export const tones = {
  /** decode: what the call changed, and warnings. */
  call: /^ {2}(?:(?<changed>\* .*)|(?<warning>warning: .*))$/g,
  /** check: a line per struct. */
  check: /^ {2}(?:(?<match>match)|(?<differ>differ)|(?<skip>absent))(?= )/g,
  /** replay: a line per call; the word stands before the label, which may say anything. */
  replay: /^#\d+ .*? (?:(?<match>matches)|(?<differ>differs)|(?<skip>skipped))(?=:| |$)/g,
  /** layout --diff: the two values. */
  diff: /(?<= )(?:offset|size|bit|width|shape|align) (?<differ>\S.*? -> [^,]+)/g,
  /** layout --abi: the cells of a row that differs. */
  table: /(?<=^ {2}\* .*) (?<differ>[\d.]+(?::[\d.]+(?: bits)?)?|-)(?= {2}|$)/g,
  talk: /^(?:xenabi: .*?)?(?<warning>warning: .*)$/g,
} as const satisfies Readonly<Record<string, RegExp>>;
