import { type Abi, type CompoundLayout, isCompound, type Layout } from '../../layout/index.js';
import {
  aligned,
  array,
  chars,
  double,
  type Existence,
  field,
  flexible,
  float,
  integerOf,
  type IntegerType,
  oneOf,
  perAbi,
  pointer,
  type Type,
  typedef,
  typeName,
  type Where,
} from '../../schema/index.js';
import { cScalar, sized, standardTypedef } from './scalars.js';

/** A type as one object has it. */
export interface Seen<L extends Layout = Layout> {
  readonly where: Where & { readonly abi: string };
  readonly abi: Abi;
  readonly layout: L;
}

/** What merging asks of whoever knows the other declarations. */
export interface Merging {
  /** A typedef that is declared elsewhere. */
  known(name: string): Type | undefined;
  /** A struct or union that is. */
  knownCompound(tag: string): Type | undefined;
  /** A guest handle of what the headers know under this name. */
  handle(name: string, seen: readonly Seen[]): Type | undefined;
  /** A struct or union: the declaration of its tag, or one made here. */
  compound(seen: readonly Seen<CompoundLayout>[], typedefName?: string): Type;
  /** A typedef that is declared here, once. */
  declare(name: string, type: Type): Type;
  /** Whether others hold a struct of that tag. */
  isEmbedded(tag: string): boolean;
  /** In which places something is, of all that are looked at; nothing where no words say that. */
  existence(some: readonly Seen[], all: readonly Seen[]): Existence | undefined;
}

/** What cannot be one declaration. */
export class CannotMerge extends Error {}

interface Peeled {
  /** Typedef or attribute; nothing for a type by itself. */
  readonly name?: string;
  readonly align?: number;
  readonly inner: Layout;
}

/** A layout without its outermost typedef. */
function peel(layout: Layout): Peeled {
  const { type } = layout;
  if (type.kind !== 'alias' || type.names) return { inner: layout };
  const inner = { ...layout, type: type.type } as Layout;
  // An attribute on a field or a type is kept as an alias of the type's own name.
  const isAttribute = type.align !== undefined && type.name === typeName(type.type);
  return {
    inner,
    ...(!isAttribute && { name: type.name }),
    ...(type.align !== undefined && { align: type.align }),
  };
}

const same = <T>(all: readonly T[]): T | undefined =>
  all.every((one) => one === all[0]) ? all[0] : undefined;

const within = (seen: readonly Seen[], inner: (layout: Layout) => Layout): Seen[] =>
  seen.map((one) => ({ ...one, layout: inner(one.layout) }));

/** The one declaration of a type that was seen in several places. @throws CannotMerge */
export function mergeType(seen: readonly Seen[], merging: Merging): Type {
  const peeled = seen.map(({ layout }) => peel(layout));
  const handled = handleOf(
    peeled.map(({ name = '' }) => name),
    seen,
    merging,
  );
  if (handled) return handled;
  const raised = raisedEverywhere(seen, peeled);
  if (raised) return aligned(raised, mergeType(within(seen, withoutAttribute), merging));
  const isAlias = seen.map(({ layout }, i) => peeled[i]!.inner !== layout);
  if (isAlias.every(Boolean)) {
    const name = same(peeled.map((one) => one.name));
    const align = same(peeled.map((one) => one.align));
    if (peeled.every((one) => one.name === name && one.align === align)) {
      const inner = within(seen, (layout) => peel(layout).inner);
      return aliasOf(name, align, inner, merging);
    }
  }
  const kinds = new Set(seen.map(({ layout }) => layout.kind));
  const isPointer = seen.map(({ layout }) => layout.type.kind === 'pointer');
  if (isAlias.some(Boolean) || kinds.size > 1 || (same(isPointer) ?? null) === null)
    return several(seen, merging);
  const { layout } = seen[0]!;
  if (isCompound(layout)) return merging.compound(seen as readonly Seen<CompoundLayout>[]);
  if (layout.kind === 'array' || layout.kind === 'flexible') return arrayOf(seen, merging);
  return scalarOf(seen, merging);
}

const isAttribute = ({ name, align }: Peeled): boolean => name === undefined && align !== undefined;

const withoutAttribute = (layout: Layout): Layout => {
  const peeled = peel(layout);
  return isAttribute(peeled) ? peeled.inner : layout;
};

/** An alignment that some were given by an attribute, and that the others have anyway. */
function raisedEverywhere(seen: readonly Seen[], peeled: readonly Peeled[]): number | undefined {
  const given = peeled.filter(isAttribute);
  const align = given[0]?.align;
  if (align === undefined || given.length === seen.length) return undefined;
  const fits = seen.every(({ layout }, i) =>
    isAttribute(peeled[i]!) ? peeled[i]!.align === align : layout.align === align,
  );
  return fits ? align : undefined;
}

const HANDLE = /^__guest_handle_(64_)?/;

/** Xen's headers make a guest handle a struct or a union around a pointer, under such a name. */
function handleOf(
  names: readonly string[],
  seen: readonly Seen[],
  merging: Merging,
): Type | undefined {
  if (!names.every((name) => HANDLE.test(name))) return undefined;
  const name = same(names.map((one) => one.replace(HANDLE, '')));
  return name === undefined ? undefined : merging.handle(name, seen);
}

function aliasOf(
  name: string | undefined,
  align: number | undefined,
  inner: readonly Seen[],
  merging: Merging,
): Type {
  if (name === undefined) return aligned(align!, mergeType(inner, merging));
  const known = merging.known(name) ?? standardTypedef(name);
  if (known) return known;
  const compounds = inner.filter((one): one is Seen<CompoundLayout> => isCompound(one.layout));
  if (compounds.length === inner.length) {
    return merging.compound(compounds, name);
  }
  const type = mergeType(inner, merging);
  return merging.declare(
    name,
    align === undefined ? typedef(name, type) : aligned(align, type, name),
  );
}

function arrayOf(seen: readonly Seen[], merging: Merging): Type {
  const lengths = seen.map(({ layout }) => (layout.kind === 'array' ? layout.length : 0));
  const length = same(lengths);
  if (length === undefined) return several(seen, merging);
  const elements = within(seen, (layout) => {
    if (layout.kind !== 'array' && layout.kind !== 'flexible') throw new CannotMerge('an array');
    return layout.element;
  });
  const isText = elements.every(
    ({ layout }) => layout.type.kind === 'int' && layout.type.name === 'char',
  );
  if (length > 0 && isText) return chars(length);
  const element = mergeType(elements, merging);
  return seen[0]!.layout.kind === 'flexible' ? flexible(element) : array(element, length);
}

function scalarOf(seen: readonly Seen[], merging: Merging): Type {
  const { layout } = seen[0]!;
  const { type } = layout;
  if (layout.kind === 'float') return layout.size === 4 ? float : double;
  if (type.kind === 'pointer') return pointer();
  if (type.kind === 'alias' && type.names) return merging.declare(type.name, type);
  if (layout.kind !== 'int' || type.kind !== 'int')
    throw new CannotMerge(`${typeName(type)} cannot be declared`);
  const names = seen.map(({ layout }) => typeName(layout.type));
  const name = same(names);
  const plain = name === undefined ? undefined : cScalar(name);
  if (plain) return plain;
  if (name !== undefined && same(seen.map((one) => one.layout.size)) !== undefined)
    return sized(layout.size, layout.signed);
  return several(seen, merging);
}

/** Whether all are integers of the same bytes, whatever they are called. */
const isSameInteger = (seen: readonly Seen[]): boolean =>
  same(
    seen.map(({ layout }) =>
      layout.kind === 'int' &&
      layout.type.kind !== 'pointer' &&
      !('names' in layout.type && layout.type.names)
        ? `${layout.size} ${layout.signed} ${layout.align}`
        : undefined,
    ),
  ) !== undefined;

interface Part {
  readonly group: readonly Seen[];
  readonly type: Type;
}

/** What is another type in other places: a scalar of each architecture, or one of several. */
function several(seen: readonly Seen[], merging: Merging): Type {
  const groups = new Map<string, Seen[]>();
  for (const one of seen) {
    const key = describe(one.layout);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const what = [...groups.keys()].join(' and ');
  if (groups.size === 1) throw new CannotMerge(`${what} differs in itself`);
  if (isSameInteger(seen)) return mergeType([...groups.values()].at(-1)!, merging);
  const byType = new Map<string, Part>();
  for (const group of groups.values()) {
    const type = mergeType(group, merging);
    const key = JSON.stringify(type);
    byType.set(key, { type, group: [...(byType.get(key)?.group ?? []), ...group] });
  }
  const parts = [...byType.values()].map((part) => ({
    ...part,
    existence: merging.existence(part.group, seen),
  }));
  if (parts.length === 1) return parts[0]!.type;
  const isSplit = parts.some(({ existence }) => existence === undefined);
  if (isSplit) throw new CannotMerge(`${what} in places that no words say`);
  const byAbi = parts.every(({ existence }) => !existence?.since && existence?.until === undefined);
  const integers = parts.map(({ type }) => (integerOf(type) ? (type as IntegerType) : undefined));
  if (byAbi && integers.every((one) => one !== undefined)) return perArchitecture(parts, integers);
  return oneOf(...parts.map(({ type, existence }) => field(type, existence!)));
}

function perArchitecture(
  parts: readonly { readonly group: readonly Seen[] }[],
  integers: readonly IntegerType[],
): Type {
  const value = integers.some((one) => integerOf(one)!.value === 'bigint') ? 'bigint' : 'number';
  const name = integers.map(typeName).join(' or ');
  const choices = parts
    .slice(0, -1)
    .flatMap(({ group }, i) => group.map(({ where }) => [where.abi, integers[i]!] as const));
  return perAbi(name, Object.fromEntries(choices), integers.at(-1)!, value);
}

/** A type in words, so far that equal words are of equal types. */
function describe(layout: Layout): string {
  const { type } = layout;
  if (type.kind === 'alias' && HANDLE.test(type.name)) return type.name.replace(HANDLE, 'handle ');
  if (type.kind === 'alias') return `${type.name} ${type.align ?? ''}`;
  if (layout.kind === 'array') return `${describe(layout.element)}[${layout.length}]`;
  if (isCompound(layout) && layout.type.kind !== 'alias' && 'name' in type && type.name === null)
    return `${layout.kind} {${layout.members
      .map((m) => `${m.name} ${m.offset} ${m.bits?.width ?? ''} ${describe(m.layout)}`)
      .join('; ')}}`;
  return typeName(type);
}
