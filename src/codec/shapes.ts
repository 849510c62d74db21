/** Shapes as printed modules write them. */
import type {
  ArrayShape,
  CharsShape,
  CompoundShape,
  FlexibleShape,
  FloatShape,
  IntShape,
  MemberShape,
  PaddingSpan,
  Path,
  Shape,
} from '../layout/index.js';

export const int = (size: number, signed: boolean, value: IntShape['value']): IntShape => ({
  kind: 'int',
  size,
  signed,
  value,
});
export const chars = (size: number): CharsShape => ({ kind: 'chars', size });
export const array = (element: Shape, length: number): ArrayShape => ({
  kind: 'array',
  size: element.size * length,
  element,
  length,
});
export const flexible = (element: Shape, count?: string): FlexibleShape => ({
  kind: 'flexible',
  size: 0,
  element,
  ...(count !== undefined && { count }),
});

/** Name, offset, shape; of a bit-field also its first bit and how many it has. */
type Row = readonly [string | null, number, Shape, number?, number?];

const member = ([name, offset, layout, start = 0, width]: Row): MemberShape => ({
  name,
  offset,
  layout,
  ...(width !== undefined && { bits: { start, width } }),
});

export const struct = (size: number, ...rows: readonly Row[]): CompoundShape => ({
  kind: 'struct',
  size,
  members: rows.map(member),
});
export const union = (size: number, ...rows: readonly Row[]): CompoundShape => ({
  kind: 'union',
  size,
  members: rows.map(member),
});

const float = (size: number): FloatShape => ({ kind: 'float', size });
export const f32 = /* @__PURE__ */ float(4);
export const f64 = /* @__PURE__ */ float(8);

export const u8 = /* @__PURE__ */ int(1, false, 'number');
export const u16 = /* @__PURE__ */ int(2, false, 'number');
export const u32 = /* @__PURE__ */ int(4, false, 'number');
export const u64 = /* @__PURE__ */ int(8, false, 'bigint');
export const i8 = /* @__PURE__ */ int(1, true, 'number');
export const i16 = /* @__PURE__ */ int(2, true, 'number');
export const i32 = /* @__PURE__ */ int(4, true, 'number');
export const i64 = /* @__PURE__ */ int(8, true, 'bigint');

/** Padding spans: offset, size, owner; where bit-fields take the other bits also the mask. */
export const spans = (
  ...rows: readonly (readonly [number, number, Path, number?])[]
): readonly PaddingSpan[] =>
  rows.map(([offset, size, owner, mask]) => ({
    offset,
    size,
    owner,
    ...(mask !== undefined && { mask }),
  }));
