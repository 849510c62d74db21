/** Where numbers end that the recorder was not told the end of, as far as calls have shown it. */
export interface Bound {
  /** All below this are there. */
  readonly least: bigint;
  /** None from this on is there. */
  readonly most: bigint;
}

/** What of a bound's numbers is there is known. */
export const exactly = (end: bigint): Bound => ({ least: end, most: end });

/** Whether a number is there; nothing where only a call can show it. */
export const isWithin = ({ least, most }: Bound, n: bigint): boolean | undefined =>
  n < least ? true : n >= most ? false : undefined;

/** A bound with what a call has shown of one number. */
export const narrowed = ({ least, most }: Bound, n: bigint, isThere: boolean): Bound =>
  isThere ? { least: n < least ? least : n + 1n, most } : { least, most: n < most ? n : most };
