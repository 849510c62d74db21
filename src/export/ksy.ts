import type { Abi, Layout } from '../layout/index.js';
import { type CompoundType, namedMembers } from '../schema/index.js';
import { type Enumerations, enumerationsOf } from './ksy-enumerations.js';
import { ksySpelling, snake } from './ksy-names.js';
import type { BitRun, BitsPiece, FieldPiece } from './pieces.js';
import {
  enumerationOf,
  flat,
  headOf,
  noteOf,
  pathTo,
  type Shape,
  type Shapes,
  shapesOf,
} from './shapes.js';
import { yaml, type Yaml } from './yaml.js';

type Block = { readonly [key: string]: Yaml | undefined };

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
  if (element.kind === 'float') return { type: `f${element.size}` };
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
