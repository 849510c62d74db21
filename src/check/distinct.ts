import type { CompoundLayout, Layout } from '../layout/index.js';

/** Numbers of layouts, and how many there are: about as many as there are members. */
interface Numbering {
  numberOf(layout: Layout): number;
  size(): number;
}

/**
 * Numbers layouts: equal ones get the same number. A struct's key is made of the numbers of
 * its members' types, so that types nested many times over cost nothing.
 */
export function numbering(): Numbering {
  const numbers = new Map<string, number>();
  const known = new WeakMap<object, number>();
  /** Of the members: a typedef of a struct shares them with it. */
  function numberOfMembers(members: CompoundLayout['members']): number {
    let number = known.get(members);
    if (number === undefined) {
      // One after the other: the key of them all would be longer than a string can be.
      number = 0;
      for (const { name, offset, bits, layout } of members) {
        const parts = [number, name, offset, bits?.start, bits?.width, numberOf(layout)];
        number = numberOfKey(JSON.stringify(parts));
      }
      known.set(members, number);
    }
    return number;
  }
  function numberOfKey(key: string): number {
    let number = numbers.get(key);
    if (number === undefined) numbers.set(key, (number = numbers.size));
    return number;
  }
  function numberOf(layout: Layout): number {
    const old = known.get(layout);
    if (old !== undefined) return old;
    const { kind, size, align } = layout;
    const parts: unknown[] = [kind, size, align];
    if (layout.kind === 'array') parts.push(layout.length, numberOf(layout.element));
    else if (layout.kind === 'flexible') parts.push(numberOf(layout.element));
    else if (layout.kind === 'int') parts.push(layout.signed, layout.value);
    else if (layout.kind !== 'chars' && layout.kind !== 'float')
      parts.push(numberOfMembers(layout.members));
    const number = numberOfKey(JSON.stringify(parts));
    known.set(layout, number);
    return number;
  }
  return { numberOf, size: () => numbers.size };
}
