import { domid_t, uint64_aligned_t, xen_pfn_t, xen_ulong_t } from '../../../abi/index.js';
import {
  type Abi,
  architectures,
  type CompoundLayout,
  isCompound,
  type Layout,
  layoutOf,
} from '../../layout/index.js';
import {
  type CompoundType,
  DeclarationError,
  type Type,
  uint32_t,
  uint64_t,
  unsigned_long,
} from '../../schema/index.js';
import { recordedAlign } from '../object-layout.js';
import { compareLayouts } from './compare.js';
import type { Difference } from './difference.js';
import { rewrite, type Rewrite } from './rewrite.js';

/** A mistake that people make, and the layout that they get by it. */
interface Mistake {
  readonly says: string;
  readonly layout: () => Layout;
}

const packedAll: Rewrite = (type) =>
  type.kind === 'struct' || type.kind === 'union' ? { ...type, packed: true } : undefined;
const PACKED = 'packed: the compiler was told to leave no padding';

const bits = (size: number): string => `${size * 8}-bit`;

/** A handle is declared as wide as `storage`. */
const handlesAs =
  (storage: Type): Rewrite =>
  (type) =>
    type.kind === 'handle' ? storage : undefined;
const pointer: Type = { kind: 'pointer', name: 'void *' };

/** Whether a struct has less room than its members' alignment asks for: only packing does that. */
const isSqueezed = (theirs: CompoundLayout): boolean =>
  recordedAlign(theirs) === 1 ||
  theirs.members.some(
    ({ offset, layout, bits }) =>
      (!bits && offset % layout.align !== 0) ||
      theirs.size % layout.align !== 0 ||
      (isCompound(layout) && isSqueezed(layout)),
  );

/** The mistakes that are possible on an architecture, the plainest first. */
function mistakesOf(type: CompoundType, abi: Abi): readonly Mistake[] {
  const own = (says: string, by: Rewrite, on: Abi = abi): Mistake => ({
    says,
    layout: () => layoutOf(rewrite(type, by), on),
  });
  const word = abi.sizes.pointer;
  const other = word === 4 ? 8 : 4;
  const naturally: Abi = { ...abi, aligns: { ...abi.aligns, 8: 8 } };
  const ofOthers = Object.values(architectures).filter((one) => one.name !== abi.name);
  const cWords: Rewrite = (one) => {
    if (one === xen_pfn_t || one === xen_ulong_t) return unsigned_long;
    return one.kind === 'handle' ? pointer : undefined;
  };
  return [
    own(PACKED, packedAll),
    { says: PACKED, layout: () => layoutOf({ ...type, packed: true }, abi) },
    own(
      `${bits(word)} guest handles: on ${abi.name} a handle in memory has 64 bits, a pointer ${word * 8}`,
      handlesAs(pointer),
    ),
    own(
      `${bits(other)} guest handles, where ${abi.name} has others`,
      handlesAs(other === 8 ? uint64_t : uint32_t),
    ),
    own(`${bits(other)} guest handles, where ${abi.name} has others`, handlesAs(uint64_aligned_t)),
    own('xen_ulong_t and xen_pfn_t as unsigned long: they are not on this architecture', (one) =>
      one === xen_pfn_t || one === xen_ulong_t ? unsigned_long : undefined,
    ),
    own(
      `handles, xen_ulong_t and xen_pfn_t as pointers and unsigned long: they are wider on ${abi.name}`,
      cWords,
    ),
    own('64-bit integers aligned to 8: i386 aligns them to 4', () => undefined, naturally),
    own('plain 64-bit integers: uint64_aligned_t and 64-bit handles are aligned to 8', (one) => {
      if (one === uint64_aligned_t) return uint64_t;
      return one.kind === 'handle' && one.storage === uint64_aligned_t ? uint64_t : undefined;
    }),
    own('a 32-bit domid: domid_t has 16 bits', (one) => (one === domid_t ? uint32_t : undefined)),
    ...ofOthers.map((one) => ({
      says: `wrong data model: this is the layout of ${one.name}`,
      layout: () => layoutOf(type, one),
    })),
  ];
}

function isExplainedBy({ layout }: Mistake, theirs: CompoundLayout): boolean {
  try {
    const guess = layout();
    if (!isCompound(guess)) return false;
    // The alignment of what they have is a guess, too.
    return compareLayouts(guess, theirs).differences.every(({ what }) => what === 'align');
  } catch (error) {
    // Not every mistake can be made on every architecture.
    if (error instanceof DeclarationError) return false;
    throw error;
  }
}

/** Fields of one size, each at the place of the other; what is inside them moves along. */
function swapped(
  differences: readonly Difference[],
  sizeOf: (path: string) => number | undefined,
): string[] {
  const moved = differences.filter(({ what }) => what === 'offset' || what === 'bit');
  const pairs = moved.flatMap((a, i) =>
    moved
      .slice(i + 1)
      .filter(
        (b) =>
          a.expected === b.actual && a.actual === b.expected && sizeOf(a.path) === sizeOf(b.path),
      )
      .map((b) => [a.path, b.path] as const),
  );
  const isWithin = (path: string, outer: string): boolean => `${path}.`.startsWith(`${outer}.`);
  // A struct and its only field are of one size: each would be swapped with both of the other.
  return pairs
    .filter(
      (one) => !pairs.some((o) => o !== one && isWithin(one[0], o[0]) && isWithin(one[1], o[1])),
    )
    .map(([a, b]) => `${a} and ${b} are swapped`);
}

/** What the mistake behind differences usually is, where it is recognisable. */
export function mistakeIn(
  type: CompoundType,
  abi: Abi,
  theirs: CompoundLayout,
  differences: readonly Difference[],
  sizes: ReadonlyMap<string, number>,
): readonly string[] {
  if (differences.every(({ what }) => what === 'align')) return [];
  const swaps = swapped(differences, (path) => sizes.get(path));
  if (swaps.length > 0) return swaps;
  const found = mistakesOf(type, abi)
    .filter(({ says }) => says !== PACKED || isSqueezed(theirs))
    .find((mistake) => isExplainedBy(mistake, theirs));
  return found ? [found.says] : [];
}
