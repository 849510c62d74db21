import type { CompoundLayout, Layout } from '../layout/index.js';

/**
 * Numbers layouts: equal ones get the same number. A struct's key is made of the numbers of
 * its members' types, so that types nested many times over cost nothing.
 */
export function numbering(): (layout: Layout) => number {
  const numbers = new Map<string, number>();
  const known = new WeakMap<object, number>();
  /** Of the members: a typedef of a struct shares them with it. */
  function numberOfMembers(members: CompoundLayout['members']): number {
    let number = known.get(members);
    if (number === undefined) {
      const parts = members.map(({ name, offset, bits, layout }) => [
        name,
        offset,
        bits?.start,
        bits?.width,
        numberOf(layout),
      ]);
      known.set(members, (number = numberOfKey(JSON.stringify(parts))));
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
    else if (layout.kind !== 'chars') parts.push(numberOfMembers(layout.members));
    const number = numberOfKey(JSON.stringify(parts));
    known.set(layout, number);
    return number;
  }
  return numberOf;
}
