import { fail, isIdentifier, isPowerOfTwo } from './declaration-error.js';
import { checkExistence } from './existence.js';
import { integerOf, unaliased, widest } from './scalars.js';
import type { CompoundType, FieldType, ListLength, Member, Selector, Type } from './types.js';

export const isCompound = (type: FieldType): type is CompoundType =>
  type.kind === 'struct' || type.kind === 'union';

/** Members as C names them: those of anonymous members stand beside the others. */
export function namedMembers(type: CompoundType): Member[] {
  return type.members.flatMap((member) => {
    if (member.type.kind === 'anonymous') return namedMembers(member.type.type);
    return member.type.kind === 'bits' && member.type.unnamed ? [] : [member];
  });
}

const fieldsIn = (length: ListLength | undefined): readonly string[] =>
  length === undefined || typeof length === 'number'
    ? []
    : typeof length === 'string'
      ? [length]
      : length;

/** A selector with those that it asks further. */
const selectorsIn = (selector: Selector | undefined): readonly Selector[] =>
  selector
    ? [
        selector,
        ...Object.values(selector.live).flatMap((live) =>
          typeof live === 'object' ? selectorsIn(live) : [],
        ),
      ]
    : [];

interface Reference {
  readonly from: string;
  readonly to: string;
  readonly what: string;
}

/** What the members of a type refer to by field name, and do not hold themselves. */
function references(type: FieldType, from: string): Reference[] {
  if (type.kind === 'array') return references(type.element, from);
  if (type.kind === 'oneOf') return type.alternatives.flatMap((one) => references(one.type, from));
  if (type.kind === 'alias' || type.kind === 'anonymous') return references(type.type, from);
  if (type.kind === 'handle')
    return fieldsIn(type.length).map((to) => ({ from, to, what: 'length field' }));
  if (type.kind === 'flexible')
    return [
      ...fieldsIn(type.count).map((to) => ({ from, to, what: 'length field' })),
      ...references(type.element, from),
    ];
  if (type.kind !== 'union') return [];
  return [
    ...selectorsIn(type.selector)
      .filter(({ outer }) => !outer)
      .map(({ by }) => ({ from, to: by, what: 'selecting field' })),
    // A union's handles may count by a field of the struct around it.
    ...type.members.flatMap((m) => references(m.type, `${from}.${m.name}`)),
  ];
}

function checkReferences(type: CompoundType, siblings: readonly Member[]): void {
  if (type.kind === 'union') return; // what it does not hold, the struct around it does
  for (const { name, type: member } of type.members) {
    for (const { from, to, what } of references(member, name)) {
      const target = siblings.find((sibling) => sibling.name === to);
      if (!target) fail(type.name, from, `its ${what} ${to} does not exist`);
      const kind = target.type.kind === 'bits' ? target.type.storage : target.type;
      if (kind.kind === 'anonymous' || !integerOf(kind))
        fail(type.name, from, `its ${what} ${to} is no integer`);
    }
  }
}

/** What lies in a field, through arrays and aliases. */
function contentOf(type: FieldType): FieldType {
  if (type.kind === 'array') return contentOf(type.element);
  if (type.kind === 'oneOf') return contentOf(type.alternatives[0]!.type);
  return type.kind === 'alias' || type.kind === 'anonymous' ? contentOf(type.type) : type;
}

const endsOpen = (type: FieldType): boolean =>
  isCompound(type) && type.members.some((m) => unaliased(m.type).kind === 'flexible');

/** Refuses what is no element of an array, be it behind typedefs. */
export function checkElement(what: string, element: Type): void {
  const content = contentOf(element);
  if (content.kind === 'flexible') fail(what, null, 'a flexible array is no element');
  if (endsOpen(content))
    fail(what, null, 'an element holds a flexible array, which only stands alone');
}

function checkMember(type: CompoundType, { name, type: member }: Member, last: boolean): void {
  if (!isIdentifier(name)) fail(type.name, name, 'is not a C identifier');
  if (unaliased(member).kind === 'flexible') {
    if (type.kind === 'union') fail(type.name, name, 'a flexible array cannot be in a union');
    if (!last) fail(type.name, name, 'a flexible array must be the last field');
    if (namedMembers(type).length === 1)
      fail(type.name, name, 'a flexible array cannot be the only field');
  }
  if (member.kind === 'bits' && member.width > widest(member.storage))
    fail(type.name, name, `${member.width} bits do not fit ${member.storage.name} anywhere`);
  if (endsOpen(contentOf(member)))
    fail(type.name, name, 'holds a struct with a flexible array, which only stands alone');
}

/** @throws DeclarationError for what no C compiler takes, or a name that does not exist. */
export function checkCompound(type: CompoundType): void {
  if (type.name !== null && !isIdentifier(type.name))
    fail(type.name, null, 'is not a C identifier');
  if (type.align !== undefined && !isPowerOfTwo(type.align))
    fail(type.name, null, `alignment ${type.align} is no power of two`);
  // GCC manual, "Structure-Layout Pragmas": a small power of two; compilers ignore others.
  if (typeof type.packed === 'number' && (!isPowerOfTwo(type.packed) || type.packed > 16))
    fail(type.name, null, `packing ${type.packed} is not 1, 2, 4, 8 or 16`);
  type.members.forEach((m, i) => checkMember(type, m, i === type.members.length - 1));
  const siblings = namedMembers(type);
  checkExistence(type.name, type);
  const seen = new Set<string>();
  for (const { name } of siblings) {
    if (seen.has(name)) fail(type.name, name, 'is declared twice');
    seen.add(name);
  }
  if (type.kind === 'union') {
    for (const live of selectorsIn(type.selector).flatMap((one) => Object.values(one.live)))
      if (typeof live === 'string' && !seen.has(live))
        fail(type.name, live, 'is selected but does not exist');
  }
  checkReferences(type, siblings);
}
