/** How a language writes names: what it does with those that it does not take. */
export interface Spelling {
  /** A name that the language takes in the place of C's. */
  spell(name: string): string;
  /** The same for names that the language cannot tell apart; the name itself by default. */
  fold?(name: string): string;
}

/** Words with spaces between them, as a set. */
export const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Names for one scope: spelled, and with a number where another already has that name. */
export function scope({ spell, fold = (name) => name }: Spelling): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    let name = spell(wanted);
    for (let i = 2; taken.has(fold(name)); i++) name = spell(`${wanted.replace(/\W+$/, '')}_${i}`);
    taken.add(fold(name));
    return name;
  };
}
