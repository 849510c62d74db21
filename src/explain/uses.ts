import {
  type Hypercall,
  hypercallNumbers,
  type List,
  type Lists,
  loadHypercall,
  type Operation,
} from '../../abi/index.js';
import { existsAt, type FieldType, type Member, type Type } from '../schema/index.js';
import type { NamedInterface } from '../words/interface.js';

/** How an operation uses a struct, the closest first. */
const ROLES = ['argument', 'member', 'part', 'element'] as const;
type Role = (typeof ROLES)[number];

const said: Readonly<Record<Role, string>> = {
  argument: 'argument of',
  member: 'member of the argument of',
  part: 'part of the argument of',
  element: 'list element of',
};

type Visit = (type: FieldType) => boolean;

/** Whether any of the types inside of a type, and it itself, is one; behind handles too, if asked. */
function some(type: FieldType, visit: Visit, lists: boolean): boolean {
  if (visit(type)) return true;
  switch (type.kind) {
    case 'struct':
    case 'union':
      return type.members.some((member) => some(member.type, visit, lists));
    case 'array':
    case 'flexible':
      return some(type.element, visit, lists);
    case 'alias':
    case 'anonymous':
      return some(type.type, visit, lists);
    case 'oneOf':
      return type.alternatives.some((one) => some(one.type, visit, lists));
    case 'handle':
      return lists && type.target !== undefined && some(type.target, visit, lists);
    default:
      return false;
  }
}

const isCalled =
  (name: string): Visit =>
  (type) =>
    (type.kind === 'struct' || type.kind === 'union') && type.name === name;

/** Whether a type is the struct, or one of several that are. */
const is = (type: FieldType, name: string): boolean =>
  type.kind === 'oneOf'
    ? type.alternatives.some((one) => is(one.type, name))
    : type.kind === 'alias' || type.kind === 'anonymous'
      ? is(type.type, name)
      : isCalled(name)(type);

function membersOf(type: FieldType): readonly Member[] {
  if (type.kind === 'oneOf') return type.alternatives.flatMap((one) => membersOf(one.type));
  if (type.kind === 'alias' || type.kind === 'anonymous') return membersOf(type.type);
  if (type.kind !== 'struct' && type.kind !== 'union') return [];
  return type.members.flatMap((one) => (one.type.kind === 'anonymous' ? membersOf(one.type) : one));
}

/** The types that a dotted path names: several where architectures or releases differ. */
const typesAt = (type: FieldType, path: string): readonly FieldType[] =>
  path.split('.').reduce<readonly FieldType[]>(
    (types, name) =>
      types.flatMap((one) =>
        membersOf(one)
          .filter((member) => member.name === name)
          .map((member) => member.type),
      ),
    [type],
  );

const elementIs = ({ element, lists = {} }: List, name: string): boolean =>
  (element !== undefined && some(element, isCalled(name), true)) || inLists(lists, name);
const inLists = (lists: Lists, name: string): boolean =>
  Object.values(lists).some((one) => elementIs(one, name));

/** What an operation, or a step of one, does with the struct of that name. */
function roleIn(
  { lists = {}, registers }: Operation,
  whole: Type | null | undefined,
  member: string | null | undefined,
  name: string,
): Role | undefined {
  const used = !whole || member === null ? [] : member ? typesAt(whole, member) : [whole];
  if (used.some((type) => is(type, name))) return member ? 'member' : 'argument';
  if (used.some((type) => some(type, isCalled(name), false))) return 'part';
  const isListed =
    inLists(lists, name) ||
    used.some((type) => some(type, isCalled(name), true)) ||
    (registers !== undefined && some(registers, isCalled(name), true));
  return isListed ? 'element' : undefined;
}

type Use = readonly [role: Role, by: string];

function usesIn(table: Hypercall, name: string, at: NamedInterface): readonly Use[] {
  const { operations, elements, struct, registers, lists = {} } = table;
  const uses: Use[] = [];
  if (struct && is(struct, name)) uses.push(['argument', table.name]);
  const others = registers.members.filter((one) => one.name !== table.argument);
  if (others.some(({ type }) => some(type, isCalled(name), true)) || inLists(lists, name))
    uses.push(['element', table.name]);
  const all = operations?.elsewhere?.[at.commands] ?? (operations ?? elements)?.operations ?? [];
  for (const operation of all.filter((one) => existsAt(one, at.release))) {
    const whole = operation.argument === undefined ? struct : operation.argument;
    const path = (of: string | undefined, member: string | null | undefined) =>
      member ? [of, member].filter((part) => part).join('.') : member;
    const own = path(operations?.union, operation.member);
    // Of the struct that all share, an operation uses its member alone.
    const isShared = whole === struct && operation.member === undefined;
    const role = roleIn(operation, isShared ? null : whole, own, name);
    if (role) uses.push([role, operation.name]);
    for (const step of operation.next?.operations ?? []) {
      const inside = path([own, operation.next!.union].filter((one) => one).join('.'), step.member);
      const its = step.member ? roleIn(step, whole, inside, name) : undefined;
      if (its && existsAt(step, at.release)) uses.push([its, step.name]);
    }
  }
  return uses;
}

/** Which hypercalls and operations use a struct, in words. All tables are loaded. */
export async function usesOf(name: string, at: NamedInterface): Promise<string> {
  const tables = await Promise.all(hypercallNumbers.map(loadHypercall));
  const uses = tables
    // It goes on with a domctl, which is there already.
    .filter((table): table is Hypercall => table?.name !== 'paging_domctl_cont')
    .flatMap((table) => usesIn(table, name, at));
  const parts = ROLES.flatMap((role) => {
    const names = new Set(uses.filter(([its]) => its === role).map(([, by]) => by));
    return names.size > 0 ? `${said[role]} ${[...names].join(', ')}` : [];
  });
  return parts.length > 0 ? parts.join('; ') : 'no hypercall uses it';
}
