/** Exit statuses, a contract: see README. */
export const OK = 0;
/** Bad input bytes, a difference, a truncated file, nothing compared. */
export const FINDINGS = 1;
/** An unknown struct, architecture or option; a value that is none. */
export const USAGE = 2;
/** An error of the operating system. */
export const SYSTEM = 3;

/** What ends the run: a sentence for stderr and the status. No stack trace reaches a user. */
export class Exit extends Error {
  readonly status: number;
  /** Further sentences. */
  readonly more: readonly string[];

  constructor(status: number, message: string, more: readonly string[] = []) {
    super(message);
    this.status = status;
    this.more = more;
  }
}

export const usage = (message: string, ...more: readonly string[]): Exit =>
  new Exit(USAGE, message, more);
