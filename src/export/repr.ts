import { type Abi, integerAlign, type Layout, roundUp } from '../layout/index.js';
import type { FieldPiece, Piece } from './pieces.js';
import type { Shape, Shapes } from './shapes.js';

/**
 * How a struct is declared in Rust, or in C of integers of known width, so that everything lies
 * where the ABI has it. Where neither `packed` nor `align` is given, it is as C does by itself.
 */
export interface Repr {
  /** The most that a member is aligned to. */
  readonly packed?: number;
  /** What the whole is aligned to, above its members. */
  readonly align?: number;
  /** Fields that Rust would refuse, or align, where they are: declared as bytes. */
  readonly asBytes: ReadonlySet<Piece>;
  /** Padding that Rust does not add by itself. */
  readonly explicit: ReadonlySet<Piece>;
  /** Whether Rust has an `align` in it, so that no packed type can hold it (E0588). */
  readonly holdsAlign: boolean;
}

/**
 * Decides for each shape. The Rust reference, "Type layout": `repr(C)` puts each field at the
 * next multiple of its type's alignment, `packed(n)` caps that, `align(n)` raises the whole, and
 * the two exclude one another. Integers are aligned as the psABI says: `u64` to 4 on i686.
 */
export function reprsOf(shapes: Shapes, abi: Abi): ReadonlyMap<Shape, Repr> {
  const reprs = new Map<Shape, Repr>();
  const alignOf = (layout: Layout): number => {
    if (layout.kind === 'int' || layout.kind === 'float') return integerAlign(abi, layout.size);
    if (layout.kind === 'chars') return 1;
    if (layout.kind === 'array' || layout.kind === 'flexible') return alignOf(layout.element);
    return shapes.of(layout)!.layout.align;
  };
  const isField = (piece: Piece): piece is FieldPiece => piece.kind === 'field';

  for (const shape of shapes.list) {
    const { size, align: wanted } = shape.layout;
    const fields = shape.pieces.filter(isField);
    const aligned = (piece: FieldPiece): boolean => {
      const inner = shapes.of(piece.layout);
      return inner !== undefined && reprs.get(inner)!.holdsAlign;
    };
    const fits = (piece: FieldPiece, cap: number): boolean =>
      piece.offset % Math.min(alignOf(piece.layout), cap) === 0;
    const most = Math.max(1, ...fields.map(({ layout }) => alignOf(layout)));
    const natural = most <= wanted && fields.every((piece) => fits(piece, Infinity));
    const packed =
      !natural && most >= wanted && fields.every((piece) => fits(piece, wanted) && !aligned(piece));
    const asBytes = new Set<Piece>(
      natural || packed
        ? []
        : fields.filter((piece) => alignOf(piece.layout) > wanted || !fits(piece, Infinity)),
    );
    const rustAlign = (piece: Piece | undefined): number =>
      piece === undefined
        ? wanted
        : !isField(piece) || asBytes.has(piece)
          ? 1
          : Math.min(alignOf(piece.layout), packed ? wanted : Infinity);
    const reached = Math.max(1, ...fields.map(rustAlign));
    const explicit = shape.pieces.filter((piece, i) => {
      if (piece.kind !== 'padding') return false;
      const next = shape.pieces[i + 1];
      const end = next === undefined ? size : next.offset;
      return roundUp(piece.offset, rustAlign(next)) !== end;
    });
    const raise = !packed && reached < wanted;
    reprs.set(shape, {
      ...(packed && { packed: wanted }),
      ...(raise && { align: wanted }),
      asBytes,
      explicit: new Set(explicit),
      holdsAlign: raise || fields.some((piece) => !asBytes.has(piece) && aligned(piece)),
    });
  }
  return reprs;
}
