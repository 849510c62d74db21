import { type CompoundType, type FieldType, type Names, type Type } from '../schema/index.js';

/** Values with names, as the fields that hold them have them. */
export interface NamedValues {
  /** What such a value is called: `mem_flags`, `domid`, `map space`, `sharing_op`. */
  readonly kind: string;
  readonly names: Names;
  /** What the names of the values begin with: `XENMAPSPACE_`. */
  readonly prefix: string;
  /** The fields: `xen_add_to_physmap.space`. */
  readonly fields: readonly string[];
}

const kinds: Readonly<Record<string, string>> = {
  xenmemf: 'mem_flags',
  phys_map_space: 'map space',
  xenmem_fork: 'fork flags',
  xenmem_rdm: 'rdm flags',
  e820_type: 'e820 type',
  pvclock_flags: 'pvclock flags',
};
const kindOf = (type: string): string => kinds[type] ?? type.replace(/^xenmem_|_t$/g, '');

/** Up to the last underscore that all names have in common. */
function prefixOf(names: readonly string[]): string {
  const [first = ''] = names;
  let length = first.length;
  while (!names.every((name) => name.startsWith(first.slice(0, length)))) length--;
  return first.slice(0, first.lastIndexOf('_', length - 1) + 1);
}

type Found = readonly [name: string, names: Names, field: string];

/** The types with named values inside a type, each with the field that it is the type of. */
function* within(type: FieldType, field: string): Generator<Found> {
  if (type.kind === 'alias') {
    if (type.names) yield [type.name, type.names, field];
    else yield* within(type.type, field);
  } else if (type.kind === 'handle') {
    if (type.target && !isNamedStruct(type.target)) yield* within(type.target, field);
  } else if (type.kind === 'array' || type.kind === 'flexible') {
    yield* within(type.element, field);
  } else if ((type.kind === 'struct' || type.kind === 'union') && !isNamedStruct(type)) {
    for (const m of type.members) yield* within(m.type, `${field}.${m.name}`);
  } else if (type.kind === 'bits') yield* within(type.storage, field);
  else if (type.kind === 'anonymous') yield* within(type.type, field);
}

/** Such a struct is visited by itself. */
const isNamedStruct = (type: Type): boolean =>
  (type.kind === 'struct' || type.kind === 'union') && type.name !== null;

/** Every set of named values that a field of some structs has. */
export function namedValues(structs: readonly CompoundType[]): readonly NamedValues[] {
  const found = structs.flatMap((struct) =>
    struct.members.flatMap((m) => [...within(m.type, `${struct.name}.${m.name}`)]),
  );
  // Two widths of one enumeration are one set.
  const keyOf = ({ values }: Names): string => JSON.stringify(values);
  const keys = [...new Set(found.map(([, names]) => keyOf(names)))];
  return keys.map((key) => {
    const uses = found.filter(([, names]) => keyOf(names) === key);
    const [name, names] = uses[0]!;
    const prefix = prefixOf(Object.keys(names.values));
    return { kind: kindOf(name), names, prefix, fields: uses.map(([, , field]) => field) };
  });
}
