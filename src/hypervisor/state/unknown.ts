/*
 * What is unknown ends its call: nothing is guessed. A run or a replay takes back what the call
 * has done, skips it, and goes on from what was recorded.
 */

/** What neither the capture's header nor the model tells: the outcome cannot be told. */
export class UnknownFact extends Error {}

/** Guest memory that the model would have to guess: the outcome cannot be told. */
export class UnknownMemory extends Error {
  readonly address: bigint;

  constructor(address: bigint) {
    super(`the content of guest memory at 0x${address.toString(16)} is unknown`);
    this.address = address;
  }
}

/** Whether an error says that a call's outcome cannot be told. */
export const isUnknown = (error: unknown): error is UnknownFact | UnknownMemory =>
  error instanceof UnknownFact || error instanceof UnknownMemory;

/** A fact of the header. @throws UnknownFact where it does not say it */
export function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new UnknownFact(`the header does not say ${what}`);
  return value;
}

/**
 * An unknown that can be in a few ways only. It stays so until a call agrees with one of them
 * alone: a replay tries all, and makes that one the model's truth. A run cannot, and skips.
 */
export class Doubt extends UnknownFact {
  /** What makes each of them the model's truth. */
  readonly ways: readonly (() => void)[];
  /**
   * Where it can be in other ways too: makes it unknown again after one of these has agreed, but for
   * what the call itself made of it. Nothing differs because none of these agrees.
   */
  readonly reopen: ((way: number) => void) | undefined;

  constructor(message: string, ways: Doubt['ways'], reopen?: Doubt['reopen']) {
    super(message);
    this.ways = ways;
    this.reopen = reopen;
  }
}

/** How many frames, and how many GFNs of a domain, the model keeps that a capture has changed. */
export const MOST_TOUCHED = 1 << 22;

/** How many pages one call changes, each of which costs time and room: 4 GiB. */
const MOST_CHANGED = 2 ** 20;

/** @throws UnknownFact when a call changes more pages than that, as a few bytes can ask for */
export function checkChanged(pages: number): void {
  if (pages > MOST_CHANGED) throw new UnknownFact('a call changes more pages than the model does');
}

/** Sets a key of a map that is to stay within bounds, whatever a capture asks for. */
export function touch<K, V>(map: Map<K, V>, key: K, value: V, most: number): void {
  if (map.size >= most && !map.has(key))
    throw new UnknownFact('more frames were touched than the model keeps');
  map.set(key, value);
}
