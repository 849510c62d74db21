/** What was wrong with a text: */
export type SourceErrorCode =
  /** a character that is no hex digit where one belongs */
  | 'digit'
  /** an odd number of hex digits */
  | 'odd'
  /** no base64, or base64 that no encoder prints */
  | 'base64'
  /** the start of a line that is no line of its dump */
  | 'line'
  /** a group of a dump that is no byte or word */
  | 'group'
  /** a text column that shows other bytes than its row has */
  | 'text'
  /** groups or numbers that may be read in several ways, and nothing tells which */
  | 'order'
  /** an address past 64 bits, or an end before the line that it ends */
  | 'address'
  /** a `*` that does not say how many lines it stands for */
  | 'repeat'
  /** two lines that give one address different bytes */
  | 'overlap'
  /** more bytes than are worth having in memory */
  | 'size';

/** Where in a text, both counted from 1; a column is a UTF-16 unit. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The one error that a text can cause; the message is a sentence with line and column. */
export class SourceError extends Error implements Position {
  override readonly name = 'SourceError';
  readonly code: SourceErrorCode;
  readonly line: number;
  readonly column: number;

  constructor(code: SourceErrorCode, { line, column }: Position, problem: string) {
    super(`line ${line}, column ${column}: ${problem}`);
    this.code = code;
    this.line = line;
    this.column = column;
  }
}

/** The character at an offset, for a message; by number when it would not show. */
export function shown(text: string, offset: number): string {
  const point = text.codePointAt(offset);
  if (point === undefined) return 'the end of the line';
  const character = String.fromCodePoint(point);
  return /[\p{C}\p{Z}\ufffd]/u.test(character)
    ? `U+${point.toString(16).toUpperCase().padStart(4, '0')}`
    : `'${character}'`;
}
