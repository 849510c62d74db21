import { type Abi, isCompound, type Layout, layoutOf } from '../layout/index.js';
import { DeclarationError, type Type } from '../schema/index.js';
import { fingerprintOf } from './fingerprint.js';
import { printDecode } from './print-decode.js';
import { printEncode } from './print-encode.js';
import { tailOf } from './flexible.js';

/** Above this many leaves straight-line code is no gain, and the other engine serves. */
const MOST_LEAVES = 128;

function leavesOf(layout: Layout): number {
  if (layout.kind === 'array') return layout.length * leavesOf(layout.element);
  if (isCompound(layout)) return layout.members.reduce((sum, m) => sum + leavesOf(m.layout), 0);
  return 1;
}

/** Why a layout is left to the interpreted engine; nothing for one that is printed. */
export function whyInterpreted(layout: Layout): string | undefined {
  if (tailOf(layout)) return 'it ends in a flexible array';
  const leaves = leavesOf(layout);
  return leaves > MOST_LEAVES
    ? `it has ${leaves} integers and strings, more than ${MOST_LEAVES}`
    : undefined;
}

function layoutOn(type: Type, abi: Abi): Layout | undefined {
  try {
    const layout: Layout = layoutOf(type, abi);
    return whyInterpreted(layout) === undefined ? layout : undefined;
  } catch (error) {
    if (error instanceof DeclarationError) return undefined;
    throw error;
  }
}

/** The scratch that the code uses: words for 64-bit integers, bytes for union members. */
function printScratch(body: string, words: number, size: number): string {
  // Not as a field: fields stand after a dot, before a colon or in quotes.
  const uses = (name: string): boolean => new RegExp(`(?<![.'])\\b${name}\\b(?![:'])`).test(body);
  const lines: string[] = [];
  if (uses('view'))
    lines.push(
      '/** The bytes that were read or written last, and the view of them: callers stay with one. */',
      'let viewed: Uint8Array = new Uint8Array(0);',
      'let view: DataView = new DataView(viewed.buffer);',
    );
  if (words > 0) {
    lines.push(`const U32 = new Uint32Array(${words * 2});`);
    for (const [name, array] of [
      ['U64', 'BigUint64Array'],
      ['I64', 'BigInt64Array'],
    ] as const)
      if (uses(name)) lines.push(`const ${name} = new ${array}(U32.buffer);`);
  }
  if (uses('V8') || uses('M8'))
    lines.push(
      '/** One union member alone; those before it together; which bytes those have given. */',
      ...['V8', 'U8', 'M8'].map((name) => `const ${name} = new Uint8Array(${size});`),
    );
  if (uses('V')) lines.push('const V = new DataView(V8.buffer);');
  return lines.join('\n');
}

const HELPERS = [
  'elements',
  'get',
  'isChars',
  'merge',
  'readBits',
  'readChars',
  'writeBits',
  'writeChars',
];

/** All that is printed of TypeScript: annotations, casts, assertions that an element is there. */
const TYPES =
  /(?<=^(?:let|const) \S+): \w+(?= = )| as Fields(?=;)|(?<=\b[UI]\d+\[\w+\])!| satisfies .*(?=;$)/gm;

/** Where a module's declarations come from, what it imports its helpers from, and its language. */
export interface ModuleOptions {
  /** What the first line says that the codecs are generated from. */
  readonly source: string;
  /** What the first line says that wrote the module. */
  readonly by?: string;
  /** The specifier of the helpers: `xenabi/runtime`, outside this package. */
  readonly runtime?: string;
  /** `'typescript'` unless said; `'javascript'` is the same without types, and formatted alike. */
  readonly language?: 'typescript' | 'javascript';
}

/**
 * The text of a module with a codec for each declaration and architecture; architectures with
 * the same layout share one. It exports `codecs`, by declaration name and architecture, which
 * `pairGenerated` pairs with the declarations again; they serve the architectures of this
 * package, and the layouts that they were printed for. What has a flexible array
 * or is very large is left to the interpreted engine.
 */
export function printModule(
  declarations: Readonly<Record<string, Type>>,
  abis: readonly Abi[],
  { source, by = 'xenabi', runtime = 'xenabi/runtime', language = 'typescript' }: ModuleOptions,
): string {
  const functions: string[] = [];
  const table: string[] = [];
  let size = 0;
  let words = 0;
  for (const [name, type] of Object.entries(declarations)) {
    const byCode = new Map<string, string>();
    const row: string[] = [];
    for (const abi of abis) {
      const layout = layoutOn(type, abi);
      if (!layout) continue;
      size = Math.max(size, layout.size);
      const decode = printDecode(layout);
      const encode = printEncode(layout);
      words = Math.max(words, decode.words, encode.words);
      const engine = `engine: (slow) => ({\n  ${decode.code}\n  ${encode.code}\n})`;
      const code = `layout: '${fingerprintOf(layout)}',\n${engine},`;
      let id = byCode.get(code);
      if (!id) {
        byCode.set(code, (id = `${name}_${abi.name}`));
        functions.push(`const ${id}: Generated = {\n${code}\n};\n`);
      }
      row.push(`${abi.name}: ${id}`);
    }
    if (row.length > 0) table.push(`  ${name}: { ${row.join(', ')} },`);
  }
  const body = functions.join('\n');
  const helpers = HELPERS.filter((name) => new RegExp(`\\b${name}\\(`).test(body));
  const types = [...(body.includes(' as Fields;') ? ['type Fields'] : []), 'type Generated'];
  const isTyped = language === 'typescript';
  const names = isTyped ? [...helpers, ...types] : helpers;
  const code = `${printScratch(body, words, size)}

${body}
export const codecs = {
${table.join('\n')}
} satisfies Record<string, Record<string, Generated>>;
`;
  return [
    `// Generated from ${source} by ${by}: do not edit.\n`,
    names.length > 0 ? `import { ${names.join(', ')} } from '${runtime}';\n\n` : '',
    isTyped ? code : code.replace(TYPES, ''),
  ].join('');
}
