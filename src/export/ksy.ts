import type { Abi, Layout } from '../layout/index.js';
import {
  type AliasType,
  type CompoundType,
  type FieldType,
  namedMembers,
} from '../schema/index.js';
import { scope, type Spelling, words } from './names.js';
import type { BitRun, BitsPiece, FieldPiece } from './pieces.js';
import {
  enumerationOf,
  flat,
  headOf,
  noteOf,
  oneLine,
  pathTo,
  type Shape,
  type Shapes,
  shapesOf,
} from './shapes.js';
import { yaml, type Yaml } from './yaml.js';

type Block = { readonly [key: string]: Yaml | undefined };

/** Kaitai writes these as they are into languages that have no such names. */
const keywords = words(`
  abstract alignas alignof and any as asm assert async auto await base become begin bool boolean box
  break byte case catch chan char class clone concept const constexpr continue crate decimal def
  default defer del delegate delete do double dyn elif else elsif end ensure enum equals event except
  explicit export extends extern fallthrough false final finally fixed float fn for foreach friend
  from func function gen global go goto if implements implicit import in inline instanceof int
  interface internal io is lambda let local lock long loop macro map match mod module move mut
  mutable namespace native new next nil none nonlocal not notify null object operator or out override
  package params parent pass print priv private protected pub public raise readonly ref register
  repeat rescue result return root sealed select self short signed sizeof static strictfp string
  struct super switch synchronized template then this throw throws to_string trait transient true try
  type typedef typeof uint ulong unchecked undef union unless unsafe unsigned until use ushort using
  var virtual void volatile wait when where while with xor yield
`);

const snake = (name: string): string => {
  const lower = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
  const word = lower.replaceAll(/^_+|_+$/g, '');
  return /^[a-z]/.test(word) ? word : word === '' ? 'x' : `x_${word}`;
};
/** Camel case forgets underscores, so two names must differ in more than those. */
const fold = (name: string): string => name.replaceAll('_', '');
const fields: Spelling = {
  spell: (name) => (keywords.has(snake(name)) ? `${snake(name)}_field` : snake(name)),
  fold,
};
/** A type is not to be called as one of Kaitai's own. */
const types: Spelling = {
  spell: (name) => snake(name).replace(/^([usf][1248]|b\d+|strz?)(le|be)?$/, '$1$2_type'),
  fold,
};

/** How this export spells the names of C. */
export const ksySpelling = { types, fields };

/** The enumerations that are met, each printed once. */
function enumerationsOf() {
  const name = scope(types);
  const found = new Map<AliasType, string>();
  const values = (type: AliasType): Yaml => {
    const word = scope(fields);
    const entries = new Map<string, { id: string; doc: string }>();
    for (const [key, value] of Object.entries(type.names!.values)) {
      const same = entries.get(`${value}`);
      if (same) same.doc += `, ${oneLine(key)}`;
      else entries.set(`${value}`, { id: word(key), doc: oneLine(key) });
    }
    return Object.fromEntries(entries);
  };
  return {
    nameOf(type: FieldType): string | undefined {
      const declared = enumerationOf(type);
      if (!declared || Object.keys(declared.names!.values).length === 0) return undefined;
      if (!found.has(declared)) found.set(declared, name(declared.name));
      return found.get(declared);
    },
    all: (): Block | undefined =>
      found.size === 0
        ? undefined
        : Object.fromEntries([...found].map(([type, name]) => [name, values(type)])),
  };
}
type Enumerations = ReturnType<typeof enumerationsOf>;

/** What the types of one document share. */
interface Context {
  readonly shapes: Shapes;
  readonly enums: Enumerations;
  /** Types for the bit-fields of unions. */
  readonly bits: Map<string, Block>;
}

/** A union's bit-fields have a stream of their own: a reader of bits never goes back. */
const toBits = (_: BitsPiece, { name }: BitRun, { layout }: Shape): string[] =>
  layout.kind === 'union' ? [name, name] : [name];

/** In Kaitai one bit is a boolean, and a named value no integer. */
function isInteger(shape: Shape, field: string): boolean {
  const type = namedMembers(shape.type).find(({ name }) => name === field)!.type;
  return type.kind === 'bits' ? type.width > 1 : enumerationOf(type) === undefined;
}

function repeatOf(layout: Layout, shape: Shape, { shapes }: Context): Block {
  const { times } = flat(layout);
  if (layout.kind === 'array') return { repeat: 'expr', 'repeat-expr': times };
  if (layout.kind !== 'flexible') return {};
  if (layout.count === undefined) return { repeat: 'eos' };
  const path = pathTo(shape, layout.count, shapes, toBits).join('.');
  const count = isInteger(shape, layout.count) ? path : `${path}.to_i`;
  return { repeat: 'expr', 'repeat-expr': times === 1 ? count : `${count} * ${times}` };
}

function elementOf(element: Layout, { shapes, enums }: Context): Block {
  if (element.kind === 'chars') return { size: element.size };
  const inner = shapes.of(element);
  // A union reads its members from the start of a stream of its own.
  if (inner)
    return { type: inner.name, ...(inner.layout.kind === 'union' && { size: element.size }) };
  const signed = element.kind === 'int' && element.signed;
  return { type: `${signed ? 's' : 'u'}${element.size}`, enum: enums.nameOf(element.type) };
}

/** What stands for one member, without its place. */
const attributeOf = ({ layout, member }: FieldPiece, shape: Shape, context: Context): Block => ({
  ...elementOf(flat(layout).element, context),
  ...repeatOf(layout, shape, context),
  doc: noteOf(member),
});

const bitsOf = ({ runs }: BitsPiece): readonly Block[] =>
  runs.map(({ name, width, signed, member }) => ({
    id: name,
    type: `b${width}`,
    doc: member && `${noteOf(member)}${signed ? "; two's complement, read as unsigned" : ''}`,
  }));

const seqOf = (shape: Shape, context: Context): readonly Block[] =>
  shape.pieces.flatMap((piece): readonly Block[] => {
    if (piece.kind === 'bits') return bitsOf(piece);
    const { name: id } = piece;
    if (piece.kind === 'padding') return [{ id, size: piece.size, doc: 'padding' }];
    return [{ id, ...attributeOf(piece, shape, context) }];
  });

/** The members of a union lie over one another: each is read from the start, when asked for. */
function instancesOf(shape: Shape, context: Context): Block {
  const members = shape.pieces.flatMap((piece): [string, Block][] => {
    if (piece.kind === 'padding') return [];
    if (piece.kind === 'field')
      return [[piece.name, { pos: piece.offset, ...attributeOf(piece, shape, context) }]];
    const { name, member } = piece.runs.find((run) => run.member)!;
    const type = context.shapes.name(`${shape.name}_${name}`);
    context.bits.set(type, { seq: bitsOf(piece) });
    return [[name, { pos: piece.offset, size: piece.size, type, doc: noteOf(member!) }]];
  });
  return Object.fromEntries(members);
}

/**
 * A Kaitai Struct description. Of one struct, that struct; of several, their types without a
 * root, for other descriptions to import.
 * @throws DeclarationError for a struct that the architecture lacks.
 */
export function exportKsy(compounds: readonly CompoundType[], abi: Abi): string {
  const shapes = shapesOf(compounds, abi, ksySpelling);
  const context: Context = { shapes, enums: enumerationsOf(), bits: new Map() };
  const bodyOf = (shape: Shape): Block => ({
    doc: headOf(shape, abi),
    ...(shape.layout.kind === 'union'
      ? { instances: instancesOf(shape, context) }
      : { seq: seqOf(shape, context) }),
  });
  const root = compounds.length === 1 ? shapes.list.at(-1) : undefined;
  const own = root ? bodyOf(root) : { doc: `Types laid out for ${abi.name}.` };
  const inner = shapes.list.filter((shape) => shape !== root);
  const bodies = inner.map((shape): [string, Block] => [shape.name, bodyOf(shape)]);
  const all = [...bodies, ...context.bits];
  const document: Block = {
    meta: {
      id: root?.name ?? `xenabi_${snake(abi.name)}`,
      title: root ? `${root.name} on ${abi.name}` : `structs of ${abi.name}`,
      'ks-version': '0.9',
      endian: 'le',
      'bit-endian': 'le',
    },
    ...own,
    types: all.length === 0 ? undefined : Object.fromEntries(all),
    enums: context.enums.all(),
  };
  return `# Laid out for ${abi.name}, made by xenabi.\n${yaml(document)}`;
}
