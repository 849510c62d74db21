import { type CompoundLayout } from '../../layout/index.js';
import { type Existence, oneOf, type Type } from '../../schema/index.js';
import { variantsOf } from './members.js';
import { CannotMerge, type Merging, type Seen } from './merge.js';

/** A declaration under the name that it is exported as. */
export interface Declared {
  readonly name: string;
  readonly type: Type;
}

export interface Sources {
  /** Every place that was looked at, be it without that struct. */
  readonly places: readonly Seen[];
  /** A struct or union in each place that has it. */
  seenAs(tag: string): readonly Seen<CompoundLayout>[];
  readonly isEmbedded: Merging['isEmbedded'];
  readonly known: Merging['known'];
  readonly knownCompound: Merging['knownCompound'];
  readonly existence: Merging['existence'];
  readonly handle: (
    name: string,
    seen: readonly Seen[],
    declared: (tag: string) => Type | undefined,
  ) => Type | undefined;
}

/** What tells a declaration from others of its name: `x86`, `4_14`, `until_4_13`. */
function suffixOf({ abis, since, until }: Existence): string {
  const families = abis && [...new Set(abis.map((abi) => abi.replace(/_?\d+$/, '')))];
  const [first] = [since ?? []].flat();
  const [last] = [until ?? []].flat();
  return [
    ...(abis && families ? (abis.length > 1 ? families : abis) : []),
    ...(first !== undefined ? [first] : last === undefined ? [] : [`until_${last}`]),
  ]
    .join('_')
    .replaceAll('.', '_');
}

/** Makes declarations of structs as they are asked for, each after what it holds. */
export function declarer({
  places,
  seenAs,
  isEmbedded,
  known,
  knownCompound,
  existence,
  handle,
}: Sources) {
  const declared: Declared[] = [];
  const byTag = new Map<string, Type | CannotMerge | null>();
  const typedefs = new Map<string, Type>();

  function add(name: string, type: Type): Type {
    declared.push({ name, type });
    return type;
  }

  function declareAll(name: string, seen: readonly Seen<CompoundLayout>[]): Type {
    const variants = variantsOf(name, seen, places, merging).map(({ type }) => type);
    if (variants.length === 1) return add(name, variants[0]!);
    for (const type of variants) add(`${name}_${suffixOf(type)}`, type);
    return add(name, oneOf(...variants));
  }

  /** @throws CannotMerge for a struct that cannot be declared, or is made of itself */
  function struct(tag: string, seen: () => readonly Seen<CompoundLayout>[]): Type {
    const old = byTag.get(tag);
    if (old instanceof CannotMerge) throw old;
    if (old === null) throw new CannotMerge(`${tag} is made of itself`);
    if (old) return old;
    byTag.set(tag, null);
    try {
      const type = declareAll(tag, seen());
      byTag.set(tag, type);
      return type;
    } catch (error) {
      if (error instanceof CannotMerge) byTag.set(tag, error);
      else byTag.delete(tag);
      throw error;
    }
  }

  const merging: Merging = {
    known,
    knownCompound,
    existence,
    isEmbedded,
    handle: (name, seen) =>
      handle(name, seen, (tag) => {
        const all = seenAs(tag);
        return all.length === 0 || byTag.get(tag) === null ? undefined : struct(tag, () => all);
      }),
    compound(seen, typedefName) {
      const type = seen[0]!.layout.type;
      const tag = 'name' in type ? type.name : null;
      const name = tag ?? typedefName;
      const other = tag === null ? undefined : knownCompound(tag);
      if (other) return other;
      const tagged = name === undefined ? [] : seenAs(name);
      if (name !== undefined) return struct(name, () => (tagged.length > 0 ? tagged : seen));
      const variants = variantsOf(null, seen, seen, merging);
      return variants.length === 1 ? variants[0]!.type : oneOf(...variants.map(({ type }) => type));
    },
    declare(name, type) {
      const old = typedefs.get(name);
      if (old && JSON.stringify(old) === JSON.stringify(type)) return old;
      if (old) return type;
      typedefs.set(name, type);
      return add(name, type);
    },
  };

  return { declared, struct: (tag: string): Type => struct(tag, () => seenAs(tag)) };
}
