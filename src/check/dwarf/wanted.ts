import { LONGEST_NAME, textAt } from '../reader.js';

const utf8 = new TextEncoder();

/** Names that are looked for among millions, by their bytes. */
export interface Wanted {
  /** The name itself, if it is wanted. */
  named(name: string): string | undefined;
  /** The wanted name whose bytes, zero included, are at a place. */
  at(bytes: Uint8Array, place: number): string | undefined;
}

export function wantedNames(names: Iterable<string>): Wanted {
  const all = [...new Set(names)].map((name) => ({ name, bytes: utf8.encode(`${name}\0`) }));
  const byFirst: (typeof all)[] = Array.from({ length: 256 }, () => []);
  for (const one of all) byFirst[one.bytes[0]!]!.push(one);
  const isAt = (bytes: Uint8Array, place: number, name: Uint8Array): boolean => {
    for (let i = 0; i < name.length; i++) if (bytes[place + i] !== name[i]) return false;
    return true;
  };
  const set = new Set(all.map(({ name }) => name));
  return {
    named: (name) => (set.has(name) ? name : undefined),
    at(bytes, place) {
      for (const one of byFirst[bytes[place] ?? 0]!)
        if (isAt(bytes, place, one.bytes)) return one.name;
      return undefined;
    },
  };
}

/** Every name that there is. */
export const everyName: Wanted = {
  named: (name) => (name === '' ? undefined : name),
  at: (bytes, place) => textAt(bytes, '.debug_str', place, LONGEST_NAME) || undefined,
};
