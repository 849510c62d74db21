import { compareLayouts } from '../compare/compare.js';
import {
  type CompoundLayout,
  holdsCompound,
  isCompound,
  type Layout,
  layoutOf,
  type MemberLayout,
} from '../../layout/index.js';
import {
  anonymous,
  bits,
  type CompoundType,
  declaredAt,
  DeclarationError,
  type Existence,
  field,
  type Field,
  flexible,
  type IntegerType,
  struct,
  type StructOptions,
  type Type,
  union,
} from '../../schema/index.js';
import { recordedAlign } from '../object-layout.js';
import { CannotMerge, type Merging, mergeType, type Seen } from './merge.js';

type SeenCompound = Seen<CompoundLayout>;

/** A declaration, and where it is the one. */
export interface Variant {
  readonly type: CompoundType;
  readonly seen: readonly SeenCompound[];
}

/** The members of a layout under names that are there once, those without a name too. */
function keyed({ members }: CompoundLayout): Map<string, MemberLayout> {
  let unnamed = 0;
  return new Map(
    members.map((m) => {
      const inner = m.name === null && isCompound(m.layout) ? m.layout.kind : 'unnamed';
      return [m.name ?? `${inner}_${(unnamed += 1)}`, m];
    }),
  );
}

/** All keys in an order that each list has; nothing where they contradict one another. */
function inOneOrder(lists: readonly (readonly string[])[]): readonly string[] | undefined {
  const order: string[] = [];
  const rest = lists.map((list) => [...list]);
  while (rest.some((list) => list.length > 0)) {
    const next = rest
      .flatMap((list) => list.slice(0, 1))
      .find((key) => rest.every((list) => list.indexOf(key) <= 0));
    if (next === undefined) return undefined;
    order.push(next);
    for (const list of rest) if (list[0] === next) list.shift();
  }
  return order;
}

/** A guest handle, which the headers make a struct or a union of a pointer. */
export const isHandle = ({ type }: Layout): boolean =>
  (type.kind === 'alias' && type.name.startsWith('__guest_handle_')) || type.kind === 'handle';

/** Where the scalars of a layout are, a line each; text and handles are one each. */
export function placesOf(layout: Layout): string {
  const lines: string[] = [];
  function visit(at: Layout, offset: number, path: string): void {
    if (isHandle(at)) lines.push(`${path} ${offset}+${at.size}`);
    else if (isCompound(at))
      for (const m of at.members) {
        const inner = m.name === null ? path : `${path}.${m.name}`;
        if (m.bits) lines.push(`${inner} bits ${offset * 8 + m.bits.start}:${m.bits.width}`);
        else visit(m.layout, offset + m.offset, inner);
      }
    else if (at.kind === 'array' && holdsCompound(at.element))
      for (let i = 0; i < at.length; i++)
        visit(at.element, offset + i * at.element.size, `${path}[${i}]`);
    else lines.push(`${path} ${offset}+${at.size}`);
  }
  visit(layout, 0, '');
  return [`size ${layout.size}`, ...lines].join('\n');
}

function isAsSeen(type: Type, { where, abi, layout }: SeenCompound): boolean {
  try {
    return placesOf(layoutOf(declaredAt(type, where), abi)) === placesOf(layout);
  } catch (error) {
    if (!(error instanceof DeclarationError)) throw error;
    return false;
  }
}

/** What a compiler may have been told of a struct beside its members. */
const tries = (align: number | undefined): readonly StructOptions[] => [
  align === undefined || align === 1 ? {} : { align },
  { packed: true, ...(align !== undefined && align !== 1 && { align }) },
  { packed: 4 },
  { packed: 2 },
  ...[2, 4, 8, 16, 32, 64].map((more) => ({ align: more })),
];

/** In a struct that others hold nothing goes on behind it: no elements, then. */
function closed(layout: Layout): Layout {
  if (layout.kind !== 'flexible') return layout;
  const type: Type = { kind: 'array', element: layout.element.type, length: 0 };
  return { kind: 'array', type, element: layout.element, length: 0, size: 0, align: layout.align };
}

/** Whether `check` finds nothing: it also tells the alignment that an object does not record. */
const isLikeSeen = (type: CompoundType, place: SeenCompound): boolean => {
  const { where, abi, layout } = place;
  if (!isAsSeen(type, place)) return false;
  return compareLayouts(layoutOf(declaredAt(type, where), abi), layout).differences.length === 0;
};

/** One declaration of a struct for all places that it was seen in. @throws CannotMerge */
function unified(
  name: string | null,
  seen: readonly SeenCompound[],
  options: Existence,
  merging: Merging,
): CompoundType {
  const { kind } = seen[0]!.layout;
  const make = kind === 'struct' ? struct : union;
  const isEmbedded = name !== null && merging.isEmbedded(name);
  const all = seen.map(({ layout }) => keyed(layout));
  const order = inOneOrder(all.map((members) => [...members.keys()]));
  if (!order) throw new CannotMerge('its members are in another order');
  const fields: Record<string, Field> = {};
  for (const key of order) {
    const having = seen.flatMap((one, i) => {
      const member = all[i]!.get(key);
      return member ? [{ ...one, member }] : [];
    });
    const existence = having.length === seen.length ? {} : merging.existence(having, seen);
    if (!existence) throw new CannotMerge(`${key} is there in places that no words say`);
    const type = mergeType(
      having.map(({ where, abi, member }) => ({
        where,
        abi,
        layout: isEmbedded && kind === 'struct' ? closed(member.layout) : member.layout,
      })),
      merging,
    );
    const { member } = having[0]!;
    const isSameKind = having.every(
      (one) =>
        one.member.bits?.width === member.bits?.width &&
        (one.member.name === null) === (member.name === null),
    );
    if (!isSameKind) throw new CannotMerge(`${key} is not everywhere a bit-field of that width`);
    if (member.name === null && type.kind !== 'struct' && type.kind !== 'union')
      throw new CannotMerge('a member without a name is not the same in all objects');
    const declared = member.bits
      ? bits(type as IntegerType, member.bits.width)
      : member.name === null
        ? anonymous(type as CompoundType)
        : type;
    fields[key] = Object.keys(existence).length > 0 ? field(declared, existence) : declared;
  }
  const last = order.at(-1)!;
  const open = fields[last];
  // An array of no elements at the end goes on behind the struct.
  if (
    kind === 'struct' &&
    order.length > 1 &&
    open?.kind === 'array' &&
    open.length === 0 &&
    !isEmbedded
  )
    fields[last] = flexible(open.element);
  for (const one of tries(recordedAlign(seen[0]!.layout))) {
    const type = attempt(() => make(name, fields, { ...one, ...options }));
    if (seen.every((place) => isLikeSeen(type, place))) return type;
  }
  const type = make(name, fields, options);
  const wrong = seen.filter((place) => !isLikeSeen(type, place)).map(({ where }) => where.abi);
  throw new CannotMerge(`no declaration is laid out as it is on ${[...new Set(wrong)].join(', ')}`);
}

function attempt<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof DeclarationError)) throw error;
    throw new CannotMerge(error.message);
  }
}

/** Whether members are more alike than not: else two declarations say more than one. */
function isAlike(seen: readonly SeenCompound[]): boolean {
  const keys = seen.map(({ layout }) => new Set(keyed(layout).keys()));
  const every = [...keys[0]!].filter((key) => keys.every((set) => set.has(key)));
  const most = Math.max(...keys.map(({ size }) => size));
  return every.length * 2 >= most;
}

/**
 * The declarations of a struct: one, or several where its members differ too much.
 * @throws CannotMerge for what cannot be declared
 */
export function variantsOf(
  name: string | null,
  seen: readonly SeenCompound[],
  all: readonly Seen[],
  merging: Merging,
): readonly Variant[] {
  const existence = merging.existence(seen, all);
  let reason: unknown;
  if (existence && isAlike(seen)) {
    try {
      return [{ type: unified(name, seen, existence, merging), seen }];
    } catch (error) {
      if (!(error instanceof CannotMerge)) throw error;
      reason = error;
    }
  }
  const ways = grouped(seen).map(
    (groups) => () => groups.flatMap((one) => variantsOf(name, one, all, merging)),
  );
  if (ways.length === 0) throw reason ?? new CannotMerge('it is there in places that no words say');
  let fewest: readonly Variant[] | undefined;
  for (const way of ways) {
    try {
      const variants = way();
      if (!fewest || variants.length < fewest.length) fewest = variants;
    } catch (error) {
      if (!(error instanceof CannotMerge)) throw error;
      reason ??= error;
    }
  }
  if (!fewest) throw reason;
  return fewest;
}

type Groups = readonly (readonly SeenCompound[])[];

/** Ways to take the places apart: by family of architectures, by architecture, by what is equal. */
function grouped(seen: readonly SeenCompound[]): readonly Groups[] {
  const by = (key: (one: SeenCompound) => string): Groups => {
    const groups = new Map<string, SeenCompound[]>();
    for (const one of seen) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
    return [...groups.values()];
  };
  const shape = ({ layout }: SeenCompound): string =>
    [...keyed(layout)].map(([key, m]) => `${key} ${m.bits?.width ?? ''}`).join();
  const ways = [
    by(({ where }) => where.abi.replace(/_?\d+$/, '')),
    by(({ where }) => where.abi),
    by(shape),
    by(({ layout }) => placesOf(layout)),
  ];
  return ways.filter((groups) => groups.length > 1);
}
