/** Why nothing more can be recorded: the stub's side of it. */
export type RecordErrorCode = 'closed' | 'silent' | 'refused' | 'malformed' | 'symbols';

/** @see createClient, record */
export class RecordError extends Error {
  override readonly name = 'RecordError';
  readonly code: RecordErrorCode;

  constructor(code: RecordErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
