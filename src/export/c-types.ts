import type { Abi, Layout } from '../layout/index.js';
import { type CompoundType, typeName, unaliased } from '../schema/index.js';
import { ASSERTIONS, C_WORDS, CPP_WORDS, targetGuard } from './c-head.js';
import type { ExportOptions } from './options.js';
import type { Piece } from './pieces.js';
import { type Repr, reprsOf } from './repr.js';
import { hasRest, headOf, noteOf, oneLine, type Shape, type Shapes, shapesOf } from './shapes.js';

/** Of fields and types: a reserved word has a line behind it. */
const cSpelling = {
  spell: (name: string): string => {
    const word = name.replaceAll(/\W+/g, '_').replace(/^(?=\d)/, '_');
    return C_WORDS.has(word) || CPP_WORDS.has(word) ? `${word}_` : word;
  },
};

/** How C code names the type of a shape. */
export const cTag = ({ name, layout }: Shape): string => `${layout.kind} ${name}`;

const integer = (size: number, isSigned: boolean): string =>
  `${isSigned ? '' : 'u'}int${size * 8}_t`;

/** A field: the type before its name, and what is behind. */
function declarator(layout: Layout, name: string, shapes: Shapes): string {
  if (layout.kind === 'chars') return `uint8_t ${name}[${layout.size}]`;
  if (layout.kind === 'array')
    return declarator(layout.element, `${name}[${layout.length}]`, shapes);
  if (layout.kind === 'flexible') return declarator(layout.element, `${name}[]`, shapes);
  if (layout.kind === 'float') return `${layout.size === 4 ? 'float' : 'double'} ${name}`;
  if (layout.kind === 'int') return `${integer(layout.size, layout.signed)} ${name}`;
  return `${cTag(shapes.of(layout)!)} ${name}`;
}

function commentOf(layout: Layout, note: string): string {
  const type = layout.kind === 'int' ? unaliased(layout.type) : undefined;
  const isAddress = type?.kind === 'handle' || type?.kind === 'pointer';
  const target =
    isAddress && type.target ? `; an address of ${oneLine(typeName(type.target))}` : '';
  return `  /* ${note}${target} */\n`;
}

function fieldText(piece: Piece, repr: Repr, shapes: Shapes): string {
  if (piece.kind === 'padding') return `  uint8_t ${piece.name}[${piece.size}];\n`;
  if (piece.kind === 'bits') {
    let bit = piece.offset * 8;
    const lines = piece.runs.map(({ name, width, member }) => {
      const where = `bits ${bit} to ${(bit += width) - 1}`;
      return `   * ${where}: ${member ? `${name}, ${noteOf(member)}` : 'padding'}\n`;
    });
    const head = '  /* Bit-fields, from the start of the struct, least significant first:\n';
    return `${head}${lines.join('')}   */\n  uint8_t ${piece.name}[${piece.size}];\n`;
  }
  const { name, layout, member } = piece;
  if (!repr.asBytes.has(piece))
    return `${commentOf(layout, noteOf(member))}  ${declarator(layout, name, shapes)};\n`;
  const note = `${noteOf(member)}; unaligned here, as bytes`;
  return `  /* ${note} */\n  uint8_t ${name}[${layout.size}];\n`;
}

function shapeText(shape: Shape, repr: Repr, shapes: Shapes, abi: Abi): string {
  const { name, layout } = shape;
  const tag = cTag(shape);
  const kept = shape.pieces.filter((piece) => piece.kind !== 'padding' || repr.explicit.has(piece));
  const { packed, align } = repr;
  const assertion = (condition: string, what: string): string =>
    `XENABI_ASSERT(${condition}, "${name}${what} on ${abi.name}");\n`;
  return [
    `\n/* ${oneLine(headOf(shape, abi))}. */\n`,
    packed === undefined ? '' : `#pragma pack(push, ${packed})\n`,
    `${tag} {\n`,
    ...kept.map((piece) => fieldText(piece, repr, shapes)),
    hasRest(shape) ? `  uint8_t ${shape.spare}[${layout.size}];\n` : '',
    `}${align === undefined ? '' : ` __attribute__((aligned(${align})))`};\n`,
    packed === undefined ? '' : '#pragma pack(pop)\n',
    assertion(`sizeof(${tag}) == ${layout.size}`, `: size ${layout.size}`),
    assertion(`XENABI_ALIGNOF(${tag}) == ${layout.align}`, `: alignment ${layout.align}`),
    ...kept.map((piece) =>
      assertion(
        `offsetof(${tag}, ${piece.name}) == ${piece.offset}`,
        `.${piece.name}: offset ${piece.offset}`,
      ),
    ),
  ].join('');
}

/** The shapes of types in C. */
export const cShapes = (types: readonly CompoundType[], abi: Abi): Shapes =>
  shapesOf(types, abi, { types: cSpelling, fields: cSpelling });

/** What stands before definitions and tables: for whom they are. */
export function cHead(abi: Abi, host: Abi, what: string): string {
  const whose = host === abi ? abi.name : `${abi.name}, in a compat layer of ${host.name}`;
  return `/* ${what} ${whose}, made by xenabi. C11 or C++11, gcc or clang; no library needed. */
${targetGuard(host, 'this is')}
#include <stddef.h>
#include <stdint.h>

${ASSERTIONS}`;
}

/** The definitions alone. */
export function cBodies(shapes: Shapes, abi: Abi, host: Abi): string {
  const reprs = reprsOf(shapes, host);
  return shapes.list.map((shape) => shapeText(shape, reprs.get(shape)!, shapes, abi)).join('');
}

/**
 * A C header that defines the structs, of integers of known width, and asserts that everything
 * lies where it has to. It needs no header of Xen's. It compiles for that architecture alone.
 * @throws DeclarationError for a struct that the architecture lacks.
 */
export function exportCTypes(
  types: readonly CompoundType[],
  abi: Abi,
  { host = abi }: ExportOptions = {},
): string {
  return cHead(abi, host, 'Structs laid out for') + cBodies(cShapes(types, abi), abi, host);
}
