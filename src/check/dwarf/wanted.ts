const utf8 = new TextEncoder();

/** Names that are looked for among millions, by their bytes. */
export interface Wanted {
  /** The wanted name whose bytes, zero included, are at a place. */
  at(bytes: Uint8Array, place: number): string | undefined;
  /** Where the wanted names are in a section of strings: linkers merge tails, too. */
  offsetsIn(strings: Uint8Array): ReadonlyMap<number, string>;
}

export function wantedNames(names: Iterable<string>): Wanted {
  const all = [...new Set(names)].map((name) => ({ name, bytes: utf8.encode(`${name}\0`) }));
  const group = (key: (bytes: Uint8Array) => number) => {
    const groups: (typeof all)[] = Array.from({ length: 256 }, () => []);
    for (const one of all) groups[key(one.bytes)]!.push(one);
    return groups;
  };
  const byFirst = group((bytes) => bytes[0]!);
  const byLast = group((bytes) => bytes.at(-2)!);
  const isAt = (bytes: Uint8Array, place: number, name: Uint8Array): boolean => {
    for (let i = 0; i < name.length; i++) if (bytes[place + i] !== name[i]) return false;
    return true;
  };
  return {
    at: (bytes, place) =>
      byFirst[bytes[place] ?? 0]!.find((one) => isAt(bytes, place, one.bytes))?.name,
    offsetsIn(strings) {
      const found = new Map<number, string>();
      for (let end = strings.indexOf(0); end >= 0; end = strings.indexOf(0, end + 1))
        for (const { name, bytes } of byLast[strings[end - 1] ?? 0]!) {
          const place = end + 1 - bytes.length;
          if (place >= 0 && isAt(strings, place, bytes)) found.set(place, name);
        }
      return found;
    },
  };
}
