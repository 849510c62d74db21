import {
  type Abi,
  type CompoundLayout,
  isCompound,
  type Layout,
  layoutOf,
  roundUp,
} from '../layout/index.js';
import type { AliasType, CompoundType, FieldType, Member, Type } from '../schema/index.js';
import { typeName, unaliased } from '../schema/index.js';
import { scope, type Spelling } from './names.js';
import { type BitRun, type BitsPiece, type Piece, pieceSize, piecesOf } from './pieces.js';

/** A struct or union as another language declares it. */
export interface Shape {
  readonly name: string;
  readonly type: CompoundType;
  readonly layout: CompoundLayout;
  readonly pieces: readonly Piece[];
  /** A name that no piece has, for a member that only makes a union as large as it is. */
  readonly spare: string;
}
export interface Shapes {
  /** Each once, after what it holds. */
  readonly list: readonly Shape[];
  /** The shape that a layout, or the element of an array, has. */
  of(layout: Layout): Shape | undefined;
  /** A name for one more type in the scope of the shapes. */
  readonly name: (wanted: string) => string;
}

function compoundIn(layout: Layout): CompoundType | undefined {
  if (layout.kind === 'array' || layout.kind === 'flexible') return compoundIn(layout.element);
  return isCompound(layout) ? (unaliased(layout.type) as CompoundType) : undefined;
}

/**
 * Every struct and union that the given ones are made of, those without a name named after
 * the field that they are. @throws DeclarationError for one that the architecture lacks.
 */
export function shapesOf(
  types: readonly CompoundType[],
  abi: Abi,
  spelling: { readonly types: Spelling; readonly fields: Spelling },
): Shapes {
  const name = scope(spelling.types);
  const names = new Map<CompoundType, string>();
  const shapes = new Map<CompoundType, Shape>();

  function add(type: CompoundType): void {
    if (shapes.has(type)) return;
    const layout = layoutOf(type, abi);
    const fieldName = scope(spelling.fields);
    const pieces = piecesOf(layout, fieldName);
    for (const piece of pieces) {
      if (piece.kind !== 'field') continue;
      const inner = compoundIn(piece.layout);
      if (!inner) continue;
      if (!names.has(inner))
        names.set(inner, name(inner.name ?? `${names.get(type)!}_${wordOf(piece)}`));
      add(inner);
    }
    shapes.set(type, {
      name: names.get(type)!,
      type,
      layout,
      pieces,
      spare: fieldName('all_bytes'),
    });
  }

  // What was asked for has the first choice of names.
  for (const type of new Set(types)) names.set(type, name(type.name ?? 'unnamed'));
  for (const type of types) add(type);
  const of = (layout: Layout) => shapes.get(compoundIn(layout)!);
  return { list: [...shapes.values()], of, name };
}

const wordOf = (piece: Piece & { kind: 'field' }): string =>
  piece.anonymous ? piece.name : piece.member.name;

/** Text that may stand in a comment of any language, and in a string once it is quoted. */
export const oneLine = (text: string): string =>
  text.replaceAll(/\s+/g, ' ').replaceAll('*/', '* /');

/** One line about a field: its type in C, direction and unit, and what it means. */
export function noteOf({ type, direction, unit, doc }: Member): string {
  const head = [typeName(type), direction, unit].filter((word) => word !== undefined).join(', ');
  return oneLine(doc === undefined ? head : `${head}: ${doc}`);
}

/** Bytes of the largest member of a union, which may be larger: an unnamed bit-field, `aligned`. */
export const largestOf = ({ pieces }: Shape): number =>
  pieces.reduce((most, piece) => Math.max(most, pieceSize(piece)), -Infinity);

/** Whether a union needs one more member to be as large as it is. */
export const hasRest = (shape: Shape): boolean => {
  const { kind, size, align } = shape.layout;
  return kind === 'union' && roundUp(largestOf(shape), align) < size;
};

/** One line about a struct: its name in C, the architecture, size and alignment. */
export const headOf = ({ type, name, layout }: Shape, abi: Abi): string =>
  `${type.name === null ? `${type.kind} (unnamed, here ${name})` : typeName(type)} on ${abi.name}: ` +
  `${layout.size} bytes, aligned to ${layout.align}`;

/** The innermost element of arrays, and how many there are; of a flexible array, per element. */
export function flat(layout: Layout): { readonly element: Layout; readonly times: number } {
  if (layout.kind !== 'array' && layout.kind !== 'flexible') return { element: layout, times: 1 };
  const { element, times } = flat(layout.element);
  return { element, times: layout.kind === 'array' ? times * layout.length : times };
}

/** The enumeration that an integer is declared as, through typedefs; of no values, it is none. */
export function enumerationOf(type: FieldType): AliasType | undefined {
  if (type.kind !== 'alias') return undefined;
  const { names } = type;
  if (names)
    return names.kind === 'enumeration' && Object.keys(names.values).length > 0 ? type : undefined;
  return enumerationOf(type.type as Type);
}

/**
 * The way to a field by its name in C, through anonymous members; empty when there is none.
 * `toBits` is the way to a bit-field from its struct.
 */
export function pathTo(
  shape: Shape,
  field: string,
  shapes: Shapes,
  toBits: (piece: BitsPiece, run: BitRun, shape: Shape) => string[],
): string[] {
  for (const piece of shape.pieces) {
    if (piece.kind === 'bits') {
      const run = piece.runs.find(({ member }) => member?.name === field);
      if (run) return toBits(piece, run, shape);
    } else if (piece.kind === 'field' && piece.anonymous) {
      const inner = pathTo(shapes.of(piece.layout)!, field, shapes, toBits);
      if (inner.length > 0) return [piece.name, ...inner];
    } else if (piece.kind === 'field' && piece.member.name === field) return [piece.name];
  }
  return [];
}
