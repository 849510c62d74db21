import { type Abi, layoutOf } from '../../layout/index.js';
import {
  type CompoundType,
  field,
  type Fields,
  type FieldType,
  type Member,
  struct,
  unaliased,
  union,
} from '../../schema/index.js';

/** What a struct is seen as: of its unions those members that a path names, and no other. */
const known = new WeakMap<CompoundType, Map<string, CompoundType>>();

function isUnion(type: FieldType): boolean {
  const plain = unaliased(type);
  return plain.kind === 'union' || (plain.kind === 'anonymous' && isUnion(plain.type));
}

function kept(member: Member, path: readonly string[], abi: Abi): Member {
  const [head, ...rest] = path;
  const type = unaliased(member.type);
  if (member.name !== head || (type.kind !== 'struct' && type.kind !== 'union')) return member;
  return { ...member, type: cut(type, rest, abi) };
}

/** The same fields at the same places: what was left out may have aligned it. */
function cut(type: CompoundType, path: readonly string[], abi: Abi): CompoundType {
  const { name, members, packed, abis } = type;
  const left =
    path.length === 0
      ? members
      : type.kind === 'union'
        ? members.filter((member) => member.name === path[0])
        : members.map((member) => kept(member, path, abi));
  const inside = type.kind === 'union' ? left.map((member) => kept(member, path, abi)) : left;
  const fields: Fields = Object.fromEntries(
    inside.map(({ name: key, type: its, ...notes }) => [key, field(its, notes)]),
  );
  const options = {
    align: layoutOf(type, abi).align,
    ...(packed !== undefined && { packed }),
    ...(abis && { abis }),
  };
  if (type.kind === 'struct') return struct(name, fields, options);
  // A union of one member has nothing to select.
  const selector = path.length === 0 ? type.selector : undefined;
  return union(name, fields, { ...options, ...(selector && { selector }) });
}

function without(type: CompoundType, abi: Abi): CompoundType {
  const members = type.members.filter((member) => !isUnion(member.type));
  const fields: Fields = Object.fromEntries(
    members.map(({ name: key, type: its, ...notes }) => [key, field(its, notes)]),
  );
  return struct(type.name, fields, { align: layoutOf(type, abi).align });
}

/**
 * A struct with the member that `path` names as the only one of its union, and of unions on the
 * way; `null` leaves its unions out. Its fields stay where they are, and it may be shorter.
 */
export function narrowed(type: CompoundType, path: string | null, abi: Abi): CompoundType {
  const key = `${abi.name} ${path}`;
  let views = known.get(type);
  if (!views) known.set(type, (views = new Map()));
  let view = views.get(key);
  if (!view) {
    view = path === null ? without(type, abi) : cut(type, path.split('.'), abi);
    views.set(key, view);
  }
  return view;
}
