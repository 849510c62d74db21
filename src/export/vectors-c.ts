import { type Abi, isCompound, type Layout } from '../layout/index.js';
import type { CompoundType } from '../schema/index.js';
import { cBodies, cHead, cShapes, cTag } from './c-types.js';
import { type Piece, pieceSize } from './pieces.js';
import { type Repr, reprsOf } from './repr.js';
import { oneLine, type Shape, type Shapes } from './shapes.js';
import { bitsMask, integerAt, type StructVector, valuedPieces, valueMask } from './vectors.js';

const byteList = (bytes: Iterable<number>): string =>
  [...bytes].map((byte) => `0x${byte.toString(16).padStart(2, '0')}`).join(', ');
const quoted = (text: string): string => JSON.stringify(oneLine(text));

function literal(value: bigint, size: number, signed: boolean): string {
  if (signed && value === -(1n << 63n)) return '(-INT64_C(9223372036854775807) - 1)';
  return size === 8 ? `${signed ? '' : 'U'}INT64_C(${value})` : `${value}${signed ? '' : 'u'}`;
}

/** Initialisers and comparisons of the shapes. */
function printer(shapes: Shapes, reprs: ReadonlyMap<Shape, Repr>) {
  const asBytes = (shape: Shape, piece: Piece): boolean =>
    piece.kind === 'bits' || reprs.get(shape)!.asBytes.has(piece);

  function valueOf(layout: Layout, bytes: Uint8Array, at: number): string {
    if (layout.kind === 'int')
      return literal(integerAt(bytes, at, layout.size, layout.signed), layout.size, layout.signed);
    if (isCompound(layout)) return shapeValue(shapes.of(layout)!, bytes, at);
    if (layout.kind === 'array') {
      const { element, length } = layout;
      const all = Array.from({ length }, (_, i) => valueOf(element, bytes, at + i * element.size));
      return `{${all.join(', ')}}`;
    }
    return `{${byteList(bytes.subarray(at, at + layout.size))}}`;
  }

  function shapeValue(shape: Shape, bytes: Uint8Array, at: number): string {
    const parts = valuedPieces(shape).map((piece) => {
      const start = at + piece.offset;
      if (piece.kind === 'bits') {
        const mask = bitsMask(piece);
        const kept = bytes.subarray(start, start + piece.size).map((byte, i) => byte & mask[i]!);
        return `.${piece.name} = {${byteList(kept)}}`;
      }
      const value = asBytes(shape, piece)
        ? `{${byteList(bytes.subarray(start, start + pieceSize(piece)))}}`
        : valueOf((piece as Piece & { kind: 'field' }).layout, bytes, start);
      return `.${piece.name} = ${value}`;
    });
    return `{${parts.join(', ')}}`;
  }

  /** Statements that return 0 where the two differ: values, for what is packed has no pointers. */
  function compare(layout: Layout, path: string, depth: number): string {
    const i = `i${depth}`;
    const loop = (length: number, body: string): string =>
      `  for (size_t ${i} = 0; ${i} < ${length}; ${i}++) {\n  ${body}  }\n`;
    if (layout.kind === 'array')
      return loop(layout.length, compare(layout.element, `${path}[${i}]`, depth + 1));
    if (layout.kind === 'chars')
      return loop(layout.size, `  if (a.${path}[${i}] != b.${path}[${i}]) return 0;\n`);
    if (isCompound(layout))
      return `  if (!xenabi_same_${shapes.of(layout)!.name}(a.${path}, b.${path})) return 0;\n`;
    return `  if (a.${path} != b.${path}) return 0;\n`;
  }

  function comparison(shape: Shape): string {
    const tag = cTag(shape);
    const body = valuedPieces(shape).map((piece) => {
      if (asBytes(shape, piece)) {
        const mask = piece.kind === 'bits' ? bitsMask(piece) : [];
        return Array.from({ length: pieceSize(piece) }, (_, i) => {
          const bits = mask[i] ?? 0xff;
          return `  if ((a.${piece.name}[${i}] ^ b.${piece.name}[${i}]) & ${bits}u) return 0;\n`;
        }).join('');
      }
      return compare((piece as Piece & { kind: 'field' }).layout, piece.name, 0);
    });
    return `static inline int xenabi_same_${shape.name}(${tag} a, ${tag} b) {\n${body.join('')}  return 1;\n}\n`;
  }
  return { shapeValue, comparison };
}

/**
 * A C header with the struct, a table of its vectors and a loop over them, which needs two
 * functions of yours: one that reads the struct out of bytes, and one that writes it.
 * @throws DeclarationError for a struct that the architecture lacks.
 */
export function vectorsInC(type: CompoundType, abi: Abi, vectors: readonly StructVector[]): string {
  const shapes = cShapes([type], abi);
  const shape = shapes.list.find((one) => one.type === type)!;
  const tag = cTag(shape);
  const vector = `struct ${shapes.name('xenabi_vector')}`;
  const { shapeValue, comparison } = printer(shapes, reprsOf(shapes, abi));
  const { size } = shape.layout;
  const tables = vectors.map(({ bytes, isValid }, i) => {
    const table = `static const uint8_t xenabi_bytes_${i}[] = {${byteList(bytes.length > 0 ? bytes : [0])}};\n`;
    const value = `static const ${tag} xenabi_value_${i} = ${isValid ? shapeValue(shape, bytes, 0) : '{0}'};\n`;
    return isValid ? table + value : table;
  });
  const rows = vectors.map(
    ({ label, bytes, isValid }, i) =>
      `  {${quoted(label)}, ${bytes.length}, xenabi_bytes_${i}, ${isValid ? `&xenabi_value_${i}` : 'NULL'}},\n`,
  );
  return `${cHead(abi, abi, `Test vectors of ${tag} for`)}${cBodies(shapes, abi, abi)}
${shapes.list.map(comparison).join('')}
/* One vector: bytes, and the value that they are; NULL where they are too few to be one. */
${vector} {
  const char *label;
  size_t size;
  const uint8_t *bytes;
  const ${tag} *value;
};
${tables.join('')}
static const ${vector} xenabi_vectors[] = {
${rows.join('')}};
enum { XENABI_VECTORS = ${vectors.length} };

/* Bits of the struct that are a field's, and not padding. */
static const uint8_t xenabi_mask[] = {${byteList(valueMask(shape, shapes))}};

/*
 * Runs all vectors; returns how many failed, and says each to \`failed\`. \`decode\` reads a value
 * out of bytes, \`encode\` writes ${size} of them; both return 0 when they did. One that is NULL is
 * left out.
 */
static inline int xenabi_run(int (*decode)(const uint8_t *bytes, size_t size, ${tag} *value),
                             int (*encode)(const ${tag} *value, uint8_t *bytes),
                             void (*failed)(const char *label, const char *what)) {
  int failures = 0;
  for (size_t i = 0; i < XENABI_VECTORS; i++) {
    const ${vector} *vector = &xenabi_vectors[i];
    const char *what = NULL;
    if (decode) {
      ${tag} value = ${shapeValue(shape, new Uint8Array(size), 0)};
      int refused = decode(vector->bytes, vector->size, &value);
      if (!vector->value && !refused) what = "bytes that are too few were decoded";
      if (vector->value && refused) what = "bytes were not decoded";
      if (vector->value && !refused && !xenabi_same_${shape.name}(value, *vector->value))
        what = "decoded to another value";
    }
    if (encode && vector->value && !what) {
      uint8_t bytes[${size}] = {0};
      if (encode(vector->value, bytes)) what = "a value was not encoded";
      for (size_t j = 0; j < sizeof bytes && !what; j++)
        if ((bytes[j] ^ vector->bytes[j]) & xenabi_mask[j]) what = "encoded to other bytes";
    }
    if (what) {
      failures++;
      if (failed) failed(vector->label, what);
    }
  }
  return failures;
}
`;
}
