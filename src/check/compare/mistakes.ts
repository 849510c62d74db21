import {
  domid_t,
  uint64_aligned_t,
  vcpu_time_info,
  xen_pfn_t,
  xen_ulong_t,
} from '../../../abi/index.js';
import {
  type Abi,
  architectures,
  type CompoundLayout,
  isCompound,
  type Layout,
  layoutOf,
} from '../../layout/index.js';
import {
  array,
  type CompoundType,
  DeclarationError,
  int8_t,
  type Type,
  uint32_t,
  uint64_t,
  unsigned_long,
} from '../../schema/index.js';
import { compareLayouts } from './compare.js';
import type { Difference } from './difference.js';
import { rewrite, type Rewrite } from './rewrite.js';
import { swapped } from './swapped.js';
import { clamped, isSqueezed, PACKED, PACKED_TO, packedAll, packedTo } from './packing.js';

/** A mistake that people make, and the layout that they get by it. */
interface Mistake {
  readonly says: string;
  readonly layout: () => Layout;
}

/** Members of a struct in which a mistake is looked for. */
const MOST_MEMBERS = 1000;

const bits = (size: number): string => `${size * 8}-bit`;

/** A handle is declared as wide as `storage`. */
const handlesAs =
  (storage: Type): Rewrite =>
  (type) =>
    type.kind === 'handle' ? storage : undefined;
const pointer: Type = { kind: 'pointer', name: 'void *' };

/** What Xen's headers declare for __XEN_INTERFACE_VERSION__ below 0x00040600, and without one. */
const oldTime: Rewrite = (type) =>
  type === vcpu_time_info
    ? {
        ...vcpu_time_info,
        members: vcpu_time_info.members
          .filter(({ name }) => name !== 'flags')
          .map((one) => (one.name === 'pad1' ? { ...one, type: array(int8_t, 3) } : one)),
      }
    : undefined;

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
    ...[4, 2].map((most) =>
      own(`${PACKED_TO} ${most} bytes`, packedTo(most, abi), clamped(abi, most)),
    ),
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
    own(
      'the form of interface versions below 0x00040600, in which vcpu_time_info has no flags',
      oldTime,
    ),
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

/** What the mistake behind differences usually is, where it is recognisable. */
export function mistakeIn(
  type: CompoundType,
  abi: Abi,
  theirs: CompoundLayout,
  differences: readonly Difference[],
  sizes: ReadonlyMap<string, number>,
): readonly string[] {
  if (differences.every(({ what }) => what === 'align')) return [];
  // Each mistake is a comparison, and none makes hundreds of members.
  if (theirs.members.length > MOST_MEMBERS) return [];
  const swaps = swapped(differences, (path) => sizes.get(path));
  if (swaps.length > 0) return swaps;
  const found = mistakesOf(type, abi)
    .filter(({ says }) => !says.startsWith('packed') || isSqueezed(theirs))
    .find((mistake) => isExplainedBy(mistake, theirs));
  return found ? [found.says] : [];
}
