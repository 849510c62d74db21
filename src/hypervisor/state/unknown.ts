/** What neither the capture's header nor the model tells: the outcome cannot be told. */
export class UnknownFact extends Error {}

/** How many frames, and how many GFNs of a domain, the model keeps that a capture has changed. */
export const MOST_TOUCHED = 1 << 22;

/** Sets a key of a map that is to stay within bounds, whatever a capture asks for. */
export function touch<K, V>(map: Map<K, V>, key: K, value: V, most: number): void {
  if (map.size >= most && !map.has(key))
    throw new UnknownFact('more frames were touched than the model keeps');
  map.set(key, value);
}
