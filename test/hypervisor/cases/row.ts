/** A test case of Xen's rules, under its number in the table that they were collected in. */
export interface Row {
  readonly number: string;
  readonly says: string;
  /** Where the rule is from: Xen's sources of 4.17, a commit, an XSA, the proposal, a recording. */
  readonly source: string;
  /** What measuring a real Xen has corrected in the row. */
  readonly corrected?: string;
  readonly run: () => void;
}

/** A row, or a part of one, that no interface of the model has; and why. */
export interface NotModelled {
  readonly number: string;
  readonly says: string;
  readonly why: string;
}

export const row = (number: string, says: string, source: string, run: () => void): Row => ({
  number,
  says,
  source,
  run,
});

/** The same, of which a recording has shown more than the sources do. */
export const correctedRow = (
  number: string,
  says: string,
  source: string,
  corrected: string,
  run: () => void,
): Row => ({ number, says, source, corrected, run });
