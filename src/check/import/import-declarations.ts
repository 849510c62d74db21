import { type Abi, type CompoundLayout, isCompound, type Layout } from '../../layout/index.js';
import { type CompoundType, DeclarationError, unaliased } from '../../schema/index.js';
import type { ReadOptions } from '../found.js';
import { readObject } from '../object.js';
import { byItself } from '../object-layout.js';
import { ObjectError } from '../object-error.js';
import type { ObjectSource } from '../source.js';
import { declarer, type Declared } from './declarer.js';
import { handleOf } from './handles.js';
import { CannotMerge, type Seen } from './merge.js';
import { type Language, moduleText } from './module-text.js';

/** An object file to import from. */
export interface ObjectToImport {
  /** How it is called in what is said of it. */
  readonly name: string;
  readonly source: ObjectSource;
  readonly options?: ReadOptions;
}

export interface ImportOptions {
  /** The names of structs and unions, which bring what they hold; all when absent. */
  readonly structs?: readonly string[] | undefined;
  readonly language?: Language;
  /** What the module's first line says that it was made by. */
  readonly by?: string;
}

/** What became of the structs of some objects. */
export interface Imported {
  /** The module. */
  readonly text: string;
  /** In the module's order, each after what it holds. */
  readonly declarations: readonly Declared[];
  /** What one declaration cannot express, and why. */
  readonly refused: readonly { readonly struct: string; readonly why: string }[];
  /** What of the objects could not be read. */
  readonly problems: readonly { readonly object: string; readonly error: ObjectError }[];
}

const typeOf = ({ type }: Layout): CompoundType => unaliased(type) as CompoundType;

/** The structs of one object by their tags, those inside of others too, and by typedefs. */
interface Structs {
  readonly place: Seen;
  readonly byName: Map<string, CompoundLayout>;
  /** Names that mean several structs, in several units. */
  readonly several: Set<string>;
}

/** Takes up a struct and all structs with a tag that it holds; those that are held are embedded. */
function takeUp(
  layout: Layout,
  byName: Map<string, CompoundLayout>,
  embedded: Set<string>,
  isHeld = false,
): void {
  if (layout.kind === 'array' || layout.kind === 'flexible')
    return takeUp(layout.element, byName, embedded, isHeld);
  if (!isCompound(layout)) return;
  const type = typeOf(layout);
  if (type.name !== null) {
    if (isHeld) embedded.add(type.name);
    if (byName.has(type.name)) return;
    byName.set(type.name, byItself(layout, type));
  }
  for (const member of layout.members) takeUp(member.layout, byName, embedded, true);
}

function read(
  { name, source, options }: ObjectToImport,
  wanted: readonly string[] | undefined,
  embedded: Set<string>,
) {
  const object = readObject(source, wanted, options);
  const { abi } = object;
  const place: Seen = { where: { abi: abi.name }, abi, layout: nothing };
  const structs: Structs = { place, byName: new Map(), several: new Set() };
  for (const [asked, found] of object.structs) {
    if (found.length > 1) structs.several.add(asked);
    const { layout } = found[0]!;
    takeUp(layout, structs.byName, embedded);
    // A struct without a tag has the name of its typedef.
    const type = typeOf(layout);
    if (type.name === null) structs.byName.set(found[0]!.name, byItself(layout, type));
  }
  const problems = object.problems.map((error) => ({ object: name, error }));
  return { structs, problems };
}

/** A place without a struct. */
const nothing: Layout = { kind: 'chars', type: { kind: 'chars', length: 0 }, size: 0, align: 1 };

/** Where something is, of all objects: their architectures, unless it is in all. */
function existence(some: readonly Seen[], all: readonly Seen[]) {
  const names = new Set(some.map(({ where }) => where.abi));
  return names.size === all.length ? {} : { abis: [...names] };
}

/**
 * Declarations of the structs and unions of object files, one object an architecture, as a module.
 * What differs between the objects becomes a scalar of each architecture, a field that some of
 * them have, or one of several declarations.
 * @throws ObjectError when an object cannot be read, or is of the architecture of another
 */
export function importDeclarations(
  objects: readonly ObjectToImport[],
  { structs: wanted, language = 'typescript', by = 'importDeclarations' }: ImportOptions = {},
): Imported {
  const embedded = new Set<string>();
  const all = objects.map((object) => read(object, wanted, embedded));
  checkArchitectures(
    objects,
    all.map(({ structs }) => structs.place.abi),
  );
  const seenAs = (tag: string): Seen<CompoundLayout>[] =>
    all.flatMap(({ structs: { place, byName } }) => {
      const layout = byName.get(tag);
      return layout ? [{ ...place, layout }] : [];
    });
  const refused: { struct: string; why: string }[] = [];
  const made = declarer({
    places: all.map(({ structs }) => structs.place),
    seenAs,
    isEmbedded: (tag) => embedded.has(tag),
    known: () => undefined,
    knownCompound: () => undefined,
    existence,
    handle: handleOf,
  });
  const names = wanted ?? [...new Set(all.flatMap(({ structs }) => [...structs.byName.keys()]))];
  for (const name of names) {
    const why = whyNot(name, () => {
      if (seenAs(name).length === 0) throw new CannotMerge('none of the objects has it');
      if (all.some(({ structs }) => structs.several.has(name)))
        throw new CannotMerge('several units define it, each in its own way');
      made.struct(name);
    });
    if (why !== undefined) refused.push({ struct: name, why });
  }
  const from = objects.map(({ name }, i) => `${name} (${all[i]!.structs.place.abi.name})`);
  const text = moduleText(made.declared, { language, by, from });
  return {
    text,
    declarations: made.declared,
    refused,
    problems: all.flatMap((one) => one.problems),
  };
}

/** Why something cannot be declared; nothing where it can. */
function whyNot(name: string, declare: () => void): string | undefined {
  try {
    declare();
    return undefined;
  } catch (error) {
    if (!(error instanceof CannotMerge || error instanceof DeclarationError)) throw error;
    return error.message.replace(`${name}: `, '');
  }
}

function checkArchitectures(objects: readonly ObjectToImport[], abis: readonly Abi[]): void {
  for (const [i, abi] of abis.entries()) {
    const first = abis.indexOf(abi);
    if (first === i) continue;
    const why = `${objects[first]!.name} and ${objects[i]!.name} are both of ${abi.name}: one object an architecture`;
    throw new ObjectError('unsupported', '', null, why);
  }
}
