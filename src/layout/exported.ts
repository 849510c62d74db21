import {
  type CompoundType,
  DeclarationError,
  type FieldType,
  type Type,
  unaliased,
} from '../schema/index.js';
import { type Abi, architectures } from './abi.js';
import { layoutOf } from './layout.js';
import { type Structs, structsIn } from './structs.js';

/** What a module exports, by name. */
export type Exports = Readonly<Record<string, unknown>>;

/** Structs and unions, also behind typedefs; plain data, be it of another copy of this package. */
function isDeclaration(value: unknown): value is Type {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, type, members } = value as Partial<Record<'kind' | 'type' | 'members', unknown>>;
  if (kind === 'alias') return isDeclaration(type);
  return (kind === 'struct' || kind === 'union') && Array.isArray(members);
}

/** A declaration under the name that it is exported as. */
export interface Exported {
  readonly name: string;
  readonly type: Type;
}

/** The declarations of a module, each once, and the names that export one of them again. */
export function exportedFrom(exported: Exports): {
  readonly declarations: readonly Exported[];
  readonly again: readonly { readonly name: string; readonly first: string; readonly type: Type }[];
} {
  const names = new Map<Type, string>();
  const again: { name: string; first: string; type: Type }[] = [];
  // A name of its own says more than `default`.
  const isDefault = ([name]: readonly [string, unknown]): number => Number(name === 'default');
  for (const [name, type] of Object.entries(exported).sort((a, b) => isDefault(a) - isDefault(b)))
    if (isDeclaration(type)) {
      const first = names.get(type);
      if (first === undefined) names.set(type, name);
      else again.push({ name, first, type });
    }
  return { declarations: [...names].map(([type, name]) => ({ name, type })), again };
}

/**
 * Why an architecture does not have a declaration; nothing where it does.
 * @throws DeclarationError for what only looks like a declaration
 */
export function whyAbsent({ name, type }: Exported, abi: Abi): string | undefined {
  try {
    layoutOf(type, abi);
    return undefined;
  } catch (error) {
    if (!(error instanceof DeclarationError))
      throw new DeclarationError(name, null, `is no declaration: ${(error as Error).message}`);
    const own = 'name' in type ? `${type.name}: ` : '';
    return error.message.replace(own, '').replace(` on ${abi.name}`, '');
  }
}

/** The structs and unions with a name that a type holds, each after what it holds itself. */
function* namedIn(type: FieldType): Generator<CompoundType> {
  if (type.kind === 'alias' || type.kind === 'anonymous') yield* namedIn(type.type);
  else if (type.kind === 'array' || type.kind === 'flexible') yield* namedIn(type.element);
  else if (type.kind === 'oneOf') for (const one of type.alternatives) yield* namedIn(one.type);
  else if (type.kind === 'struct' || type.kind === 'union') {
    for (const member of type.members) yield* namedIn(member.type);
    if (type.name !== null) yield type;
  }
}

/** A module's structs, and what is to be said of them. */
export interface ModuleStructs {
  readonly structs: Structs;
  /** A sentence for each name that means several things. */
  readonly notes: readonly string[];
}

const everywhere = Object.values(architectures);

const isHad = (type: CompoundType, abi: Abi): boolean =>
  whyAbsent({ name: type.name ?? '', type }, abi) === undefined;

/**
 * The structs and unions that a module exports, and those with a name inside of them. Each is
 * found by its own name and by those of its typedef and its export; one that has no name of its
 * own has the first of these.
 * @throws DeclarationError for what only looks like a declaration
 */
export function structsFrom(exported: Exports): ModuleStructs {
  const { declarations, again } = exportedFrom(exported);
  const all = new Set<CompoundType>();
  const aliases: [string, CompoundType][] = [];
  const compounds = new Map<Type, CompoundType>();
  for (const { name, type } of declarations) {
    for (const abi of everywhere) whyAbsent({ name, type }, abi);
    const held = unaliased(type) as CompoundType;
    const typedef = type.kind === 'alias' ? [type.name] : [];
    const compound = held.name === null ? { ...held, name: typedef[0] ?? name } : held;
    compounds.set(type, compound);
    for (const inner of namedIn(compound)) all.add(inner);
    for (const alias of [name, ...typedef]) aliases.push([alias, compound]);
  }
  for (const { name, type } of again) aliases.push([name, compounds.get(type)!]);
  const structs = structsIn([...all], aliases, isHad);
  const notes = structs.names.flatMap((name) => {
    const on = everywhere.filter(
      (abi) => structs.find(name).filter((type) => isHad(type, abi)).length > 1,
    );
    if (on.length === 0) return [];
    const where =
      on.length === everywhere.length ? '' : ` on ${on.map((abi) => abi.name).join(', ')}`;
    const exports = structs.find(name).map((type) => aliases.find(([, one]) => one === type)?.[0]);
    return [`${name} is declared several times${where}: ${exports[0] ?? 'the first'} is taken`];
  });
  return { structs, notes };
}
