import { type Abi, isCompound, type Layout, layoutOf, paddingOf } from '../layout/index.js';
import { DeclarationError, type Type } from '../schema/index.js';
import { fingerprintOf } from './fingerprint.js';
import { printDecode } from './print-decode.js';
import { printEncode } from './print-encode.js';
import { printShape } from './print-shape.js';
import { tailOf } from './flexible.js';

/** Above this many leaves straight-line code is no gain, and the other engine serves. */
const MOST_LEAVES = 128;

function leavesOf(layout: Layout): number {
  if (layout.kind === 'array') return layout.length * leavesOf(layout.element);
  if (isCompound(layout)) return layout.members.reduce((sum, m) => sum + leavesOf(m.layout), 0);
  return 1;
}

/** Fields of plain data, and of other languages, may have names that no code can have. */
const isName = (name: string): boolean => /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name);

/** The first name in a layout that cannot stand in code. */
function oddName(layout: Layout): string | undefined {
  if ('element' in layout) return oddName(layout.element);
  if (!isCompound(layout)) return undefined;
  for (const { name, layout: inner } of layout.members) {
    const odd = name !== null && !isName(name) ? name : oddName(inner);
    if (odd !== undefined) return odd;
  }
  return undefined;
}

/** Why nothing of a layout can be printed. */
function whyUnprintable(layout: Layout): string | undefined {
  const { type } = layout;
  if ('name' in type && type.name !== null && !isName(type.name))
    return `its name ${JSON.stringify(type.name)} is no identifier`;
  const odd = oddName(layout);
  return odd === undefined ? undefined : `its field ${JSON.stringify(odd)} is no identifier`;
}

/** Why a layout is left to the interpreted engine; nothing for one that is printed. */
export function whyInterpreted(layout: Layout): string | undefined {
  const why = whyUnprintable(layout);
  if (why !== undefined) return why;
  if (tailOf(layout)) return 'it ends in a flexible array';
  const leaves = leavesOf(layout);
  return leaves > MOST_LEAVES
    ? `it has ${leaves} numbers and strings, more than ${MOST_LEAVES}`
    : undefined;
}

/** The layout that is to be printed, where there is one that can be. */
export function layoutOn(type: Type, abi: Abi): Layout | undefined {
  try {
    const layout: Layout = layoutOf<Type>(type, abi);
    return whyUnprintable(layout) === undefined ? layout : undefined;
  } catch (error) {
    if (error instanceof DeclarationError) return undefined;
    throw error;
  }
}

/** More spans than these are better found when they are asked for. */
const MOST_SPANS = 16;

/** Whether a layout holds one of a kind. */
const holds = (layout: Layout, kind: Layout['kind']): boolean =>
  layout.kind === kind ||
  ('element' in layout && holds(layout.element, kind)) ||
  (isCompound(layout) && layout.members.some((m) => holds(m.layout, kind)));

function printPadding(layout: Layout, struct: string): string {
  const spans = tailOf(layout) || layout.size > 4096 ? undefined : paddingOf(layout);
  if (!spans || spans.length > MOST_SPANS)
    return `padding(bytes, offset) { return paddingIn(this.shape(), '${struct}', bytes, offset); },`;
  const rows = spans.map(({ offset, size, owner, mask }) =>
    JSON.stringify([offset, size, owner, mask].filter((cell) => cell !== undefined)),
  );
  return `padding: () => ${rows.length === 0 ? '[]' : `spans(${rows.join(', ')})`},`;
}

/** The text of one layout's `Generated`. */
export function printCode(layout: Layout, struct: string): string {
  const { size, align } = layout;
  const code = [
    `layout: '${fingerprintOf(layout)}', size: ${size}, align: ${align},`,
    `shape: ${printShape(layout)},`,
    printPadding(layout, struct),
    ...(holds(layout, 'union') ? ['agree,'] : []),
    ...(holds(layout, 'float') ? ['floats,'] : []),
    ...(holds(layout, 'chars') ? ['text,'] : []),
    ...(holds(layout, 'array') || holds(layout, 'flexible') ? ['lists,'] : []),
    ...(holds(layout, 'flexible') ? ['tails,'] : []),
  ];
  if (whyInterpreted(layout) === undefined)
    code.push(`engine: (slow) => ({\n${printDecode(layout)}\n${printEncode(layout)}\n}),`);
  return code.join('\n');
}

/** Not as a field: fields stand after a dot, before a colon or in quotes. */
const uses = (body: string, name: string): boolean =>
  new RegExp(`(?<![.'\\w])${name}\\b(?![:'])`).test(body);

/** The scratch of the codecs' own: the view of bytes, and bytes for union members. */
export function printScratch(body: string, size: number): string {
  const lines: string[] = [];
  if (uses(body, 'view'))
    lines.push(
      '/** The bytes that were read or written last, and the view of them: callers stay with one. */',
      'let viewed: Uint8Array | undefined;',
      'let view: DataView;',
    );
  if (uses(body, 'V8') || uses(body, 'M8'))
    lines.push(
      '/** One union member alone; those before it together; which bytes those have given. */',
      ...['V8', 'U8', 'M8'].map(
        (name) => `const ${name} = /* @__PURE__ */ new Uint8Array(${size});`,
      ),
    );
  if (uses(body, 'V')) lines.push('const V = /* @__PURE__ */ viewOf(V8);');
  return lines.join('\n');
}

const FUNCTIONS =
  'elements get isBytes isChars isFloat merge readBits readChars readFloat viewOf writeBits writeChars writeFloat array chars codecOf flexible int paddingIn spans struct union'
    .split(' ')
    .map((name) => [name, new RegExp(`(?<![.'\\w])${name}[(<]`)] as const);
const WORDS =
  'agree floats lists tails text U32 U64 I64 u8 u16 u32 u64 i8 i16 i32 i64 f32 f64'.split(' ');

/** What the text needs of the run-time. */
export const helpersOf = (text: string): readonly string[] =>
  [
    ...FUNCTIONS.filter(([, pattern]) => pattern.test(text)).map(([name]) => name),
    ...WORDS.filter((name) => uses(text, name)),
  ].sort();

export const typesOf = (text: string): readonly string[] =>
  ['Fields', 'Generated', 'PrintedCodec']
    .filter((name) => uses(text, name))
    .map((name) => `type ${name}`);
