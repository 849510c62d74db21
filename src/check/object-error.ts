/** Why a file, or a part of it, cannot be read. */
export type ObjectErrorCode =
  | 'truncated'
  | 'malformed'
  | 'unsupported'
  | 'no-debug-info'
  | 'no-architecture';

/** What is wrong with an object file, in one sentence with the place. */
export class ObjectError extends Error {
  override readonly name = 'ObjectError';
  readonly code: ObjectErrorCode;
  /** The section, or the file itself when empty. */
  readonly section: string;
  /** Bytes from the start of the section, decompressed, or of the file; `null` for all of it. */
  readonly offset: number | null;
  /** The sentence without the place. */
  readonly why: string;

  constructor(code: ObjectErrorCode, section: string, offset: number | null, why: string) {
    const place = offset === null ? '' : `0x${offset.toString(16)}`;
    const where =
      section === '' ? place && `offset ${place}` : `${section}${place && ` at ${place}`}`;
    super(`${where && `${where}: `}${why}`);
    this.code = code;
    this.section = section;
    this.offset = offset;
    this.why = why;
  }
}
