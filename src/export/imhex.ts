import type { Abi, IntLayout, Layout } from '../layout/index.js';
import type { AliasType, CompoundType } from '../schema/index.js';
import { scope, type Spelling, words } from './names.js';
import type { BitRun, BitsPiece, FieldPiece, Piece } from './pieces.js';
import {
  enumerationOf,
  flat,
  headOf,
  largestOf,
  noteOf,
  pathTo,
  type Shape,
  type Shapes,
  shapesOf,
} from './shapes.js';

/** Words of the pattern language, its constants and types, none of which is a name. */
const reserved = words(`
  _ addressof any as auto be bitfield bool break catch char char16 const continue double else enum
  false float fn for if import in inf is le match namespace nan null out padding parent ref return s8
  s16 s24 s32 s48 s64 s96 s128 signed sizeof std str struct this true try typenameof u8 u16 u24 u32
  u48 u64 u96 u128 union unsigned using while
`);
const spelling: Spelling = {
  spell: (name) => {
    const word = name.replaceAll(/\W+/g, '_').replace(/^(?=\d)/, '_');
    return reserved.has(word) ? `${word}_` : word;
  },
};

/** The types that fields need beside their structs: enumerations and groups of bit-fields. */
function helpersOf(shapes: Shapes) {
  const found = new Map<AliasType, Map<string, string>>();
  let text = '';
  const integer = ({ size, signed }: IntLayout): string => `${signed ? 's' : 'u'}${size * 8}`;

  function enumeration(type: AliasType, layout: IntLayout): string {
    const base = integer(layout);
    const bases = found.get(type) ?? new Map<string, string>();
    found.set(type, bases);
    let name = bases.get(base);
    if (name !== undefined) return name;
    bases.set(base, (name = shapes.name(type.name)));
    const word = scope(spelling);
    const bits = layout.size * 8;
    const [low, high] = layout.signed ? [-(2 ** (bits - 1)), 2 ** (bits - 1)] : [0, 2 ** bits];
    const values = Object.entries(type.names!.values)
      .filter(([, value]) => value >= low && value < high)
      .map(([key, value]) => `    ${word(key)} = ${value},\n`);
    text += `enum ${name} : ${base} {\n${values.join('')}};\n\n`;
    return name;
  }

  return {
    typeOf(layout: IntLayout): string {
      const declared = enumerationOf(layout.type);
      return declared ? enumeration(declared, layout) : integer(layout);
    },
    bitfield({ name, runs }: BitsPiece, shape: Shape): string {
      const type = shapes.name(`${shape.name}_${name}`);
      const lines = runs.map(({ name, width, signed, member }) =>
        member
          ? `    ${signed ? 'signed ' : ''}${name} : ${width}; // ${noteOf(member)}\n`
          : `    padding : ${width};\n`,
      );
      text += `bitfield ${type} {\n${lines.join('')}};\n\n`;
      return type;
    },
    text: () => text,
  };
}
type Helpers = ReturnType<typeof helpersOf>;

const inGroup = (piece: BitsPiece, run: BitRun): string[] => [piece.name, run.name];

function fieldText(
  { name, layout, member }: FieldPiece,
  shape: Shape,
  shapes: Shapes,
  helpers: Helpers,
): string {
  const { element, times } = flat(layout);
  const per = times * (element.kind === 'chars' ? element.size : 1);
  const length = (): string => {
    if (layout.kind !== 'flexible')
      return layout.kind === 'array' || per > 1 || layout.kind === 'chars' ? `[${per}]` : '';
    const count = pathTo(shape, layout.count ?? '', shapes, inGroup).join('.');
    if (count === '') return '[while(!std::mem::eof())]';
    return per === 1 ? `[${count}]` : `[${count} * ${per}]`;
  };
  return `    ${typeOf(element, shapes, helpers)} ${name}${length()}; // ${noteOf(member)}\n`;
}

function typeOf(element: Layout, shapes: Shapes, helpers: Helpers): string {
  if (element.kind === 'int') return helpers.typeOf(element);
  if (element.kind === 'float') return element.size === 4 ? 'float' : 'double';
  return element.kind === 'chars' ? 'char' : shapes.of(element)!.name;
}

function shapeText(shape: Shape, shapes: Shapes, abi: Abi, helpers: Helpers): string {
  const { name, layout, pieces } = shape;
  const pieceText = (piece: Piece): string => {
    if (piece.kind === 'padding') return `    padding[${piece.size}];\n`;
    if (piece.kind === 'bits') return `    ${helpers.bitfield(piece, shape)} ${piece.name};\n`;
    return fieldText(piece, shape, shapes, helpers);
  };
  // A union of ImHex is as large as its largest member.
  const rest =
    layout.kind === 'union' && largestOf(shape) < layout.size
      ? `    u8 ${shape.spare}[${layout.size}] [[hidden]];\n`
      : '';
  return `// ${headOf(shape, abi)}\n${layout.kind} ${name} {\n${pieces.map(pieceText).join('')}${rest}};\n\n`;
}

/**
 * A pattern for ImHex. The first struct is placed at the start of the data; its size is
 * asserted there, because the language has no assertion about a type.
 * @throws DeclarationError for a struct that the architecture lacks.
 */
export function exportImhex(types: readonly CompoundType[], abi: Abi): string {
  const shapes = shapesOf(types, abi, { types: spelling, fields: spelling });
  const helpers = helpersOf(shapes);
  const bodies = shapes.list.map((shape) => shapeText(shape, shapes, abi, helpers));
  const first = shapes.list.find(({ type }) => type === types[0]);
  const place = first ? placement(first, shapes.name('at_start'), abi) : '';
  return `// Laid out for ${abi.name}, made by xenabi.
#pragma endian little

#include <std/sys.pat>
#include <std/mem.pat>

${helpers.text()}${bodies.join('')}${place}`;
}

function placement({ name, layout }: Shape, at: string, abi: Abi): string {
  const { size, members } = layout;
  const asserted =
    members.at(-1)?.layout.kind === 'flexible'
      ? ''
      : `std::assert(sizeof(${at}) == ${size}, "${name}: size ${size} on ${abi.name}");\n`;
  return `${name} ${at} @ 0x00;\n${asserted}`;
}
