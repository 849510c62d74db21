import { inBits, leavesOf, membersWithin, type Placed } from './shape.js';

/** Which of their members is which of ours. */
export interface Pairing {
  /** All of ours, in order. */
  readonly ours: readonly Placed[];
  readonly pairs: ReadonlyMap<Placed, Placed>;
  /** Pairs of different names. */
  readonly renamed: readonly (readonly [ours: Placed, theirs: Placed, isShared: boolean])[];
  /** Theirs that are none of ours. */
  readonly extra: readonly Placed[];
}

/** Whether two members share a bit. */
export function overlaps(a: Placed, b: Placed): boolean {
  const [one, other] = [inBits(a), inBits(b)];
  return one.start < other.start + other.width && other.start < one.start + one.width;
}

const samePlace = (a: Placed, b: Placed): boolean =>
  a.offset === b.offset &&
  a.layout.size === b.layout.size &&
  a.bits?.start === b.bits?.start &&
  a.bits?.width === b.bits?.width;

/** Members at one place that are tried, and members that are opened: headers have few. */
const MOST_TRIALS = 8;
const MOST_OPENED = 100;

const lastName = ({ name }: Placed): string => name.slice(name.lastIndexOf('.') + 1);

/**
 * A struct's fields in place of the struct, where one of them lies like one of the others: some
 * headers put into a struct of its own what others have side by side.
 */
const opened = (members: readonly Placed[], others: readonly Placed[]): readonly Placed[] =>
  members.length > MOST_OPENED
    ? members
    : members.flatMap((member) => {
        const leaves = leavesOf(member);
        return leaves.some((leaf) => others.some((other) => samePlace(leaf, other)))
          ? leaves
          : [member];
      });

/**
 * A union's members in place of the union, where several of them have names and places of the
 * others: some headers leave a union without a name.
 */
const unnamed = (member: Placed, others: readonly Placed[]): readonly Placed[] => {
  if (member.layout.kind !== 'union') return [member];
  const inner = membersWithin(member);
  const isThere = (one: Placed): boolean =>
    others.some((other) => lastName(one) === lastName(other) && samePlace(one, other));
  return inner.length <= MOST_OPENED && inner.filter(isThere).length > 1 ? inner : [member];
};

/**
 * Pairs members by name; those that are left, by place where `isAlike` says that they are the
 * same under another name, if need be inside a struct of their own. One of theirs may stand for
 * several of our union.
 */
export function pairMembers(
  namedOurs: readonly Placed[],
  namedTheirs: readonly Placed[],
  isAlike: (ours: Placed, theirs: Placed) => boolean,
): Pairing {
  const pairs = new Map<Placed, Placed>();
  for (const one of namedOurs) {
    const named = namedTheirs.find(({ name }) => name === one.name);
    if (named) pairs.set(one, named);
  }
  const taken = new Set(pairs.values());
  const renamed: [Placed, Placed, boolean][] = [];
  const isOurs = (one: Placed): boolean => !pairs.has(one);
  const isTheirs = (one: Placed): boolean => !taken.has(one);
  const [leftOurs, leftTheirs] = [namedOurs.filter(isOurs), namedTheirs.filter(isTheirs)];
  const [ours, theirs] = [
    namedOurs.flatMap((one) => (isOurs(one) ? unnamed(one, leftTheirs) : [one])),
    namedTheirs.flatMap((one) => (isTheirs(one) ? unnamed(one, leftOurs) : [one])),
  ];
  const pairByPlace = (some: readonly Placed[], others: readonly Placed[]): void => {
    for (const one of some.filter(isOurs)) {
      const isInUnion = ours.some((other) => other !== one && overlaps(one, other));
      const found = others
        .filter((other) => samePlace(one, other) && (isInUnion || isTheirs(other)))
        .toSorted(
          (a, b) => Number(lastName(b) === lastName(one)) - Number(lastName(a) === lastName(one)),
        )
        .slice(0, MOST_TRIALS)
        .find((other) => isAlike(one, other));
      if (!found) continue;
      renamed.push([one, found, taken.has(found)]);
      pairs.set(one, found);
      taken.add(found);
    }
  };
  pairByPlace(ours, theirs);
  const [someOurs, someTheirs] = [ours.filter(isOurs), theirs.filter(isTheirs)];
  const openOurs = opened(someOurs, someTheirs);
  const openTheirs = opened(someTheirs, openOurs);
  pairByPlace(openOurs, openTheirs);
  return {
    ours: [...ours.filter((one) => !someOurs.includes(one)), ...openOurs].toSorted(
      (a, b) => a.offset - b.offset,
    ),
    pairs,
    renamed,
    extra: openTheirs.filter(isTheirs),
  };
}
