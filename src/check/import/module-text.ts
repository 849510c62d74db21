import * as schema from '../../schema/index.js';
import type { FieldType } from '../../schema/index.js';
import type { Declared } from './declarer.js';
import { expressionOf } from './print.js';

export type Language = 'typescript' | 'javascript';

export interface ModuleNotes {
  readonly language: Language;
  readonly by: string;
  /** The objects and their architectures. */
  readonly from: readonly string[];
}

/** Words that C has for names and JavaScript does not. */
const RESERVED: ReadonlySet<string> = new Set(
  (
    'arguments async await case catch class const debugger default delete do else enum eval export ' +
    'extends false finally for function if implements import in instanceof interface let new null ' +
    'package private protected public return static super switch this throw true try type typeof ' +
    'undefined var void while with yield Infer'
  ).split(' '),
);

/** The name of a declaration in the module: its own, where nothing else is called so. */
function exportName(name: string, taken: ReadonlySet<string>): string {
  let own = name;
  while (RESERVED.has(own) || Object.hasOwn(schema, own) || taken.has(own)) own += '_';
  return own;
}

/** `xen_memory_exchange` as the name of a type: `XenMemoryExchange`. */
const typeName = (name: string): string =>
  name
    .split('_')
    .filter((part) => part !== '')
    .map((part) => (/^\d/.test(part) ? `_${part}` : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('');

const printable = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '?');

/** A module of declarations. */
export function moduleText(declared: readonly Declared[], notes: ModuleNotes): string {
  const uses = new Set<string>();
  const names = new Map<FieldType, string>();
  const taken = new Set<string>();
  const types = new Set<string>();
  const parts = declared.map(({ name, type }) => {
    const own = exportName(name, taken);
    taken.add(own);
    const printing = {
      nameOf: (one: FieldType) => names.get(one),
      uses: (one: string) => void uses.add(one),
    };
    const text = `export const ${own} = ${expressionOf(type, printing, true)};\n`;
    names.set(type, own);
    const inferred = typeName(own);
    const isStruct = type.kind === 'struct' || type.kind === 'union' || type.kind === 'oneOf';
    if (notes.language === 'javascript' || !isStruct || types.has(inferred)) return text;
    types.add(inferred);
    return `${text}export type ${inferred} = Infer<typeof ${own}>;\n`;
  });
  const imported = [...uses].toSorted();
  if (types.size > 0) imported.push('type Infer');
  const head = `// Imported from ${printable(notes.from.join(', '))} by ${notes.by}.\n`;
  const from =
    imported.length === 0
      ? ''
      : `import {\n${imported.map((one) => `  ${one},\n`).join('')}} from 'xenabi';\n`;
  return [head + from, ...parts].join('\n');
}
