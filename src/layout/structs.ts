import type { CompoundType } from '../schema/index.js';
import { type Abi, existsOn } from './abi.js';

type Named = Pick<Abi, 'name'>;

/** Declarations as they are looked up: by the name of a struct or union. */
export interface Structs {
  /**
   * Each after what it holds. A name whose members differ between architectures is there
   * several times.
   */
  readonly all: readonly CompoundType[];
  /** Each once. */
  readonly names: readonly string[];
  /** What a name means, `struct` before it or `_t` behind: one declaration, or one an architecture. */
  find(name: string): readonly CompoundType[];
  /** What a name means on an architecture. */
  on(name: string, abi: Named): CompoundType | undefined;
  /** Why a name means nothing here that means something elsewhere, if anybody knows. */
  absence?(name: string): string | undefined;
}

const withoutTag = (name: string): string => name.replace(/^(struct|union) /, '');

/**
 * @param aliases more names of some of them
 * @param isOn which of them an architecture has
 */
export function structsIn(
  all: readonly CompoundType[],
  aliases: readonly (readonly [name: string, type: CompoundType])[] = [],
  isOn: (type: CompoundType, abi: Abi) => boolean = existsOn,
): Structs {
  const byName = new Map<string, CompoundType[]>();
  for (const [name, type] of [...all.map((one) => [one.name ?? '', one] as const), ...aliases]) {
    const found = byName.get(name) ?? [];
    byName.set(name, found);
    if (!found.includes(type)) found.push(type);
  }
  const find = (name: string): readonly CompoundType[] => {
    const own = withoutTag(name);
    return byName.get(own) ?? byName.get(own.replace(/_t$/, '')) ?? [];
  };
  return {
    all,
    names: [...new Set(all.map(({ name }) => name ?? ''))],
    find,
    on: (name, abi) => find(name).find((type) => isOn(type, abi as Abi)),
  };
}

/** The structs of `own`; a name that they do not have is looked up among `others`. */
export const structsBefore = (own: Structs, others: Structs): Structs => ({
  ...own,
  find: (name) => (own.find(name).length > 0 ? own : others).find(name),
  on: (name, abi) => (own.find(name).length > 0 ? own : others).on(name, abi),
});
