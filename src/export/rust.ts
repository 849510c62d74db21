import type { Abi, Layout } from '../layout/index.js';
import {
  type CompoundType,
  type HandleType,
  type PointerType,
  typeName,
  unaliased,
} from '../schema/index.js';
import { type Spelling, words } from './names.js';
import type { ExportOptions } from './options.js';
import type { Piece } from './pieces.js';
import { type Repr, reprsOf } from './repr.js';
import { headOf, hasRest, noteOf, oneLine, type Shape, type Shapes, shapesOf } from './shapes.js';
import { targetOf } from './targets.js';

/** Keywords, of the 2024 edition too, that `r#` makes names. */
const raw = words(`
  abstract as async await become box break const continue do dyn else enum extern false final fn
  for gen if impl in let loop macro match mod move mut override priv pub ref return static struct
  trait true try type typeof unsafe unsized use virtual where while yield
`);
/** Keywords that nothing makes a name. */
const hard = words('_ crate self Self super');
/** Types that a type of that name would hide. */
const primitive = words('bool char f32 f64 i8 i16 i32 i64 isize str u8 u16 u32 u64 usize');

/** What stands in `#[repr(…)]`. */
function reprText({ packed, align }: Repr): string {
  if (packed !== undefined) return `C, packed(${packed})`;
  return align === undefined ? 'C' : `C, align(${align})`;
}

/** A name, of whatever characters, as a word that Rust takes. */
const wordOf = (name: string): string =>
  /\W/.test(name) || /^\d/.test(name)
    ? name
        .replaceAll(/\W+/g, '_')
        .replace(/(?<=.)_$/, '')
        .replace(/^(?=\d)/, '_')
    : name;

const fields: Spelling = {
  spell: (name) => {
    const word = wordOf(name);
    return raw.has(word) ? `r#${word}` : hard.has(word) ? `${word}_` : word;
  },
};
const types: Spelling = {
  spell: (name) => {
    const word = wordOf(name);
    return primitive.has(word) ? `${word}_` : fields.spell(word);
  },
};

const ALLOW = '#[allow(non_camel_case_types, non_snake_case)]\n';

const withoutRaw = (name: string): string => name.replace(/^r#/, '');

/** A type for each kind of address, which says what is there. */
function addressesOf(shapes: Shapes) {
  const names = new Map<string, string>();
  let text = '';
  const nameOf = (type: HandleType | PointerType, size: number): string => {
    const target = type.target && oneLine(typeName(type.target));
    const handle = type.kind === 'handle';
    const key = `${type.name} ${size}`;
    let name = names.get(key);
    if (name !== undefined) return name;
    names.set(key, (name = shapes.name(handle ? type.name : `pointer_${target ?? 'void'}`)));
    const what = handle ? 'The guest address of a list' : 'The address';
    const code = handle ? ` (\`${oneLine(type.name)}\`)` : '';
    text += `/// ${what} of ${target === undefined ? 'anything' : `\`${target}\``}${code}.\n`;
    text += `${ALLOW}pub type ${name} = u${size * 8};\n\n`;
    return name;
  };
  return { nameOf, text: () => text };
}

/** Struct by struct; `addresses` hears of each handle and pointer. */
function printer(shapes: Shapes, abi: Abi, addresses: ReturnType<typeof addressesOf>) {
  function typeOf(layout: Layout): string {
    if (layout.kind === 'chars') return `[u8; ${layout.size}]`;
    if (layout.kind === 'array') return `[${typeOf(layout.element)}; ${layout.length}]`;
    if (layout.kind === 'flexible') return `[${typeOf(layout.element)}; 0]`;
    if (layout.kind === 'float') return `f${layout.size * 8}`;
    if (layout.kind !== 'int') return shapes.of(layout)!.name;
    const type = unaliased(layout.type);
    if (type.kind === 'handle' || type.kind === 'pointer')
      return addresses.nameOf(type, layout.size);
    return `${layout.signed ? 'i' : 'u'}${layout.size * 8}`;
  }

  function fieldText(piece: Piece, repr: Repr): string {
    if (piece.kind === 'padding') return `    pub ${piece.name}: [u8; ${piece.size}],\n`;
    if (piece.kind === 'bits') {
      let bit = piece.offset * 8;
      const lines = piece.runs.map(({ name, width, member }) => {
        const where = `bits ${bit} to ${(bit += width) - 1}`;
        return `    /// ${where}: ${member ? `${withoutRaw(name)}, ${noteOf(member)}` : 'padding'}\n`;
      });
      const head =
        '    /// Bit-fields, counted from the start of the struct, least significant first:\n';
      return `${head}${lines.join('')}    pub ${piece.name}: [u8; ${piece.size}],\n`;
    }
    const { name, layout, member } = piece;
    if (!repr.asBytes.has(piece))
      return `    /// ${noteOf(member)}\n    pub ${name}: ${typeOf(layout)},\n`;
    const note = `    /// ${noteOf(member)}\n    /// Unaligned here: the bytes of a \`${typeOf(layout)}\`.\n`;
    return `${note}    pub ${name}: [u8; ${layout.size}],\n`;
  }

  return (shape: Shape, repr: Repr): string => {
    const { name, layout } = shape;
    const kept = shape.pieces.filter(
      (piece) => piece.kind !== 'padding' || repr.explicit.has(piece),
    );
    const assertion = (what: string, expected: number, message: string): string =>
      `    assert!(${what} == ${expected}, "${message} ${expected} on ${abi.name}");\n`;
    return [
      `/// ${headOf(shape, abi)}.\n`,
      `${ALLOW}#[derive(Clone, Copy)]\n#[repr(${reprText(repr)})]\n`,
      `pub ${layout.kind} ${name} {\n`,
      ...kept.map((piece) => fieldText(piece, repr)),
      hasRest(shape) ? `    pub ${shape.spare}: [u8; ${layout.size}],\n` : '',
      '}\nconst _: () = {\n',
      assertion(`core::mem::size_of::<${name}>()`, layout.size, `${withoutRaw(name)}: size`),
      assertion(`core::mem::align_of::<${name}>()`, layout.align, `${withoutRaw(name)}: alignment`),
      ...kept.map((piece) =>
        assertion(
          `core::mem::offset_of!(${name}, ${piece.name})`,
          piece.offset,
          `${withoutRaw(name)}.${withoutRaw(piece.name)}: offset`,
        ),
      ),
      '};\n',
    ].join('');
  };
}

/** The shapes of types in Rust. */
export const rustShapes = (compounds: readonly CompoundType[], abi: Abi): Shapes =>
  shapesOf(compounds, abi, { types, fields });

/**
 * A Rust module without std: `#[repr(C)]` types and assertions that are checked when it is
 * compiled. It compiles for that architecture alone, with Rust 1.77 or newer.
 * @throws DeclarationError for a struct that the architecture lacks.
 */
export function exportRust(
  compounds: readonly CompoundType[],
  abi: Abi,
  { host = abi }: ExportOptions = {},
): string {
  const shapes = rustShapes(compounds, abi);
  const reprs = reprsOf(shapes, host);
  const addresses = addressesOf(shapes);
  const print = printer(shapes, abi, addresses);
  const bodies = shapes.list.map((shape) => print(shape, reprs.get(shape)!));
  const target = targetOf(host);
  const guard = target
    ? `#[cfg(not(${target.rust}))]\ncompile_error!("xenabi: these types are for ${host.name}; the target of this compilation is another");\n\n`
    : '';
  const head = `// Types laid out for ${abi.name}${host === abi ? '' : `, in a compat layer of ${host.name}`}, made by xenabi. Rust 1.77 or newer; no std needed.\n\n`;
  return head + guard + addresses.text() + bodies.join('\n');
}
