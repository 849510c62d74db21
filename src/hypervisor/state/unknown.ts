/** What neither the capture's header nor the model tells: the outcome cannot be told. */
export class UnknownFact extends Error {}

/** An unknown fact that can be in two ways only: a replayer can try both. */
export class Doubt extends UnknownFact {
  /** What makes each of them the model's truth. */
  readonly ways: readonly [() => void, () => void];

  constructor(message: string, ways: Doubt['ways']) {
    super(message);
    this.ways = ways;
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
