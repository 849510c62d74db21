import { type Abi, isCompound, type Layout } from '../layout/index.js';
import type { CompoundType } from '../schema/index.js';
import { type Piece, pieceSize } from './pieces.js';
import { exportRust, rustShapes } from './rust.js';
import { type Repr, reprsOf } from './repr.js';
import { oneLine, type Shape, type Shapes } from './shapes.js';
import { bitsMask, integerAt, type StructVector, valuedPieces, valueMask } from './vectors.js';

const byteList = (bytes: Iterable<number>): string => `[${[...bytes].join(', ')}]`;
const quoted = (text: string): string => JSON.stringify(oneLine(text));
const plain = (name: string): string => name.replace(/^r#/, '');

function printer(shapes: Shapes, reprs: ReadonlyMap<Shape, Repr>) {
  function valueOf(layout: Layout, bytes: Uint8Array, at: number): string {
    if (layout.kind === 'int') return `${integerAt(bytes, at, layout.size, layout.signed)}`;
    if (isCompound(layout)) return shapeValue(shapes.of(layout)!, bytes, at);
    if (layout.kind === 'array') {
      const { element, length } = layout;
      const all = Array.from({ length }, (_, i) => valueOf(element, bytes, at + i * element.size));
      return `[${all.join(', ')}]`;
    }
    return byteList(bytes.subarray(at, at + layout.size));
  }

  function pieceValue(shape: Shape, piece: Piece, bytes: Uint8Array, at: number): string {
    const start = at + piece.offset;
    const own = bytes.subarray(start, start + pieceSize(piece));
    if (piece.kind === 'padding') return `[0; ${piece.size}]`;
    if (piece.kind === 'bits') {
      const mask = bitsMask(piece);
      return byteList(own.map((byte, i) => byte & mask[i]!));
    }
    return reprs.get(shape)!.asBytes.has(piece)
      ? byteList(own)
      : valueOf(piece.layout, bytes, start);
  }

  function shapeValue(shape: Shape, bytes: Uint8Array, at: number): string {
    const { explicit } = reprs.get(shape)!;
    const valued = valuedPieces(shape);
    const kept = shape.pieces.filter((piece) => valued.includes(piece) || explicit.has(piece));
    const parts = (shape.layout.kind === 'union' ? valued : kept).map(
      (piece) => `${piece.name}: ${pieceValue(shape, piece, bytes, at)}`,
    );
    return `${shape.name} { ${parts.join(', ')} }`;
  }

  function same(layout: Layout, a: string, b: string, depth: number): string {
    if (isCompound(layout)) return `same_${plain(shapes.of(layout)!.name)}(&${a}, &${b})`;
    if (layout.kind !== 'array' || !isCompound(innermost(layout))) return `${a} == ${b}`;
    const i = `i${depth}`;
    return `(0..${layout.length}).all(|${i}| ${same(layout.element, `${a}[${i}]`, `${b}[${i}]`, depth + 1)})`;
  }
  const innermost = (layout: Layout): Layout =>
    layout.kind === 'array' ? innermost(layout.element) : layout;

  function comparison(shape: Shape): string {
    const { asBytes } = reprs.get(shape)!;
    const parts = valuedPieces(shape).map((piece) => {
      // Copies: a packed struct has no references to its fields.
      const [a, b] = [`a.${piece.name}`, `b.${piece.name}`];
      if (piece.kind === 'bits')
        return bitsMask(piece)
          .map((bits, i) => `(a.${piece.name}[${i}] ^ b.${piece.name}[${i}]) & ${bits} == 0`)
          .join(' && ');
      if (piece.kind === 'padding' || asBytes.has(piece)) return `{ ${a} } == { ${b} }`;
      return `{ let (x, y) = (${a}, ${b}); ${same(piece.layout, 'x', 'y', 0)} }`;
    });
    const body = parts.length === 0 ? 'true' : parts.map((part) => `(${part})`).join(' && ');
    const whole = shape.layout.kind === 'union' ? `unsafe { ${body} }` : body;
    return `#[allow(dead_code, non_snake_case, unused_parens, unused_braces)]\nfn same_${plain(shape.name)}(a: &${shape.name}, b: &${shape.name}) -> bool {\n    ${whole}\n}\n`;
  }
  return { shapeValue, comparison };
}

/**
 * A Rust module with the struct, a table of its vectors and a loop over them, which needs two
 * functions of yours: one that reads the struct out of bytes, and one that writes it.
 * @throws DeclarationError for a struct that the architecture lacks.
 */
export function vectorsInRust(
  type: CompoundType,
  abi: Abi,
  vectors: readonly StructVector[],
): string {
  const shapes = rustShapes([type], abi);
  const shape = shapes.list.find((one) => one.type === type)!;
  const { shapeValue, comparison } = printer(shapes, reprsOf(shapes, abi));
  const { name } = shape;
  const vector = shapes.name('Vector');
  const { size } = shape.layout;
  const rows = vectors.map(
    ({ label, bytes, isValid }) =>
      `    ${vector} { label: ${quoted(label)}, bytes: &${byteList(bytes)}, value: ${isValid ? `Some(${shapeValue(shape, bytes, 0)})` : 'None'} },\n`,
  );
  return `// Test vectors of ${name} for ${abi.name}, made by xenabi.
${exportRust([type], abi)}
${shapes.list.map(comparison).join('')}
/// One vector: bytes, and the value that they are; none where they are too few to be one.
pub struct ${vector} {
    pub label: &'static str,
    pub bytes: &'static [u8],
    pub value: Option<${name}>,
}

pub static VECTORS: [${vector}; ${vectors.length}] = [
${rows.join('')}];

/// Bits of the struct that are a field's, and not padding.
pub static MASK: [u8; ${size}] = ${byteList(valueMask(shape, shapes))};

/// Runs all vectors; returns how many failed, and says each to \`failed\`. \`decode\` reads a value
/// out of bytes, \`encode\` writes it.
pub fn run(
    mut decode: impl FnMut(&[u8]) -> Option<${name}>,
    mut encode: impl FnMut(&${name}) -> [u8; ${size}],
    mut failed: impl FnMut(&str, &str),
) -> usize {
    let mut failures = 0;
    for vector in &VECTORS {
        let what = match (&vector.value, decode(vector.bytes)) {
            (None, None) => None,
            (None, Some(_)) => Some("bytes that are too few were decoded"),
            (Some(_), None) => Some("bytes were not decoded"),
            (Some(value), Some(found)) if !same_${plain(name)}(value, &found) => {
                Some("decoded to another value")
            }
            (Some(value), Some(_)) => {
                let bytes = encode(value);
                let differ = |i: usize| (bytes[i] ^ vector.bytes[i]) & MASK[i] != 0;
                (0..${size}).any(differ).then_some("encoded to other bytes")
            }
        };
        if let Some(what) = what {
            failures += 1;
            failed(vector.label, what);
        }
    }
    failures
}
`;
}
