import type { Abi, Layout } from '../layout/index.js';
import { type CompoundType, typeName, unaliased } from '../schema/index.js';
import { words } from './names.js';
import type { ExportOptions } from './options.js';
import type { Piece } from './pieces.js';
import { type Repr, reprsOf } from './rust-repr.js';
import { headOf, largestOf, noteOf, oneLine, type Shape, type Shapes, shapesOf } from './shapes.js';
import { targetOf } from './targets.js';

/** Words that are no names in C, or not in C++. */
const reserved = words(`
  alignas alignof and and_eq asm auto bitand bitor bool break case catch char char16_t char32_t
  char8_t class compl concept const const_cast consteval constexpr constinit continue co_await
  co_return co_yield decltype default delete do double dynamic_cast else enum explicit export
  extern false float for friend goto if inline int long mutable namespace new noexcept not not_eq
  nullptr operator or or_eq private protected public register reinterpret_cast requires restrict
  return short signed sizeof static static_assert static_cast struct switch template this
  thread_local throw true try typedef typeid typename typeof typeof_unqual union unsigned using
  virtual void volatile wchar_t while xor xor_eq _Alignas _Alignof _Atomic _Bool _Complex _Generic
  _Imaginary _Noreturn _Static_assert _Thread_local
`);
/** Of fields and types: a reserved word has a line behind it. */
export const cSpelling = {
  spell: (name: string): string => {
    const word = name.replaceAll(/\W+/g, '_').replace(/^(?=\d)/, '_');
    return reserved.has(word) ? `${word}_` : word;
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
  const isRest =
    layout.kind === 'union' &&
    Math.ceil(largestOf(shape) / layout.align) * layout.align < layout.size;
  const [, packed] = /packed\((\d+)\)/.exec(repr.text) ?? [];
  const [, aligned] = /align\((\d+)\)/.exec(repr.text) ?? [];
  const assertion = (condition: string, what: string): string =>
    `XENABI_ASSERT(${condition}, "${name}${what} on ${abi.name}");\n`;
  return [
    `\n/* ${oneLine(headOf(shape, abi))}. */\n`,
    packed === undefined ? '' : `#pragma pack(push, ${packed})\n`,
    `${tag} {\n`,
    ...kept.map((piece) => fieldText(piece, repr, shapes)),
    isRest ? `  uint8_t ${shape.spare}[${layout.size}];\n` : '',
    `}${aligned === undefined ? '' : ` __attribute__((aligned(${aligned})))`};\n`,
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
  const target = targetOf(host);
  const guard = target
    ? `#if !(${target.c})\n#error "xenabi: this is for ${host.name}; the target of this compilation is another"\n#endif\n`
    : '';
  const whose = host === abi ? abi.name : `${abi.name}, in a compat layer of ${host.name}`;
  return `/* ${what} ${whose}, made by xenabi. C11 or C++11, gcc or clang; no library needed. */
${guard}
#include <stddef.h>
#include <stdint.h>

#ifndef XENABI_ASSERT
#ifdef __cplusplus
#define XENABI_ASSERT(condition, message) static_assert(condition, message)
#define XENABI_ALIGNOF(type) alignof(type)
#else
#define XENABI_ASSERT(condition, message) _Static_assert(condition, message)
#define XENABI_ALIGNOF(type) _Alignof(type)
#endif
#endif
`;
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
