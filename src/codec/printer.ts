import type { Abi } from '../layout/index.js';
import type { Type } from '../schema/index.js';
import { ownerOf } from './bind.js';
import {
  helpersOf,
  layoutOn,
  printCode,
  printScratch,
  typesOf,
  whyInterpreted,
} from './print-codes.js';

/** All that is printed of TypeScript: annotations, casts, assertions that an element is there. */
const TYPES =
  /(?<=^(?:let|const) \S+): \w+(?: \| undefined)?(?=;| = )| as Fields(?=;)|(?<=\b[UI]\d+\[\w+\])!| satisfies .*(?=;$)/gm;

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

/** One codec of a module: on which architecture, and the expression that makes it. */
interface Printed {
  readonly abi: string;
  readonly code: string;
}

/** The codecs of declarations, and the text that has their layouts, each once. */
class Codes {
  readonly texts: string[] = [];
  size = 0;

  /** The codecs of one declaration, under `name` in the module. */
  add(name: string, type: Type, abis: readonly Abi[]): Printed[] {
    const byCode = new Map<string, string>();
    const printed: Printed[] = [];
    for (const abi of abis) {
      const layout = layoutOn(type, abi);
      if (!layout) continue;
      if (whyInterpreted(layout) === undefined) this.size = Math.max(this.size, layout.size);
      const { struct } = ownerOf(type, abi);
      const code = printCode(layout, struct);
      let id = byCode.get(code);
      if (!id) {
        byCode.set(code, (id = `${name}_${abi.name}`));
        this.texts.push(`const ${id}: Generated = {\n${code}\n};\n`);
      }
      const call = `codecOf('${struct}', '${abi.name}', ${id})`;
      printed.push({ abi: abi.name, code: `/* @__PURE__ */ ${call}` });
    }
    return printed;
  }
}

function whole(
  codes: Codes,
  exported: string,
  { source, by = 'xenabi', runtime = 'xenabi/runtime', language }: ModuleOptions,
  imports = '',
): string {
  const body = codes.texts.join('\n');
  const scratch = printScratch(body, codes.size);
  const text = `${scratch}\n\n${body}\n${exported}`;
  const isTyped = language !== 'javascript';
  const names = [...helpersOf(text), ...(isTyped ? typesOf(text) : [])];
  return [
    `// Generated from ${source} by ${by}: do not edit.\n`,
    imports,
    names.length > 0 ? `import { ${names.join(', ')} } from '${runtime}';\n\n` : '',
    isTyped ? text : text.replace(TYPES, ''),
  ].join('');
}

const table = (printed: readonly Printed[]): string =>
  printed.map(({ abi, code }) => `${abi}: ${code},`).join('\n    ');

/**
 * The text of a module with a codec for each declaration and architecture; architectures with
 * the same layout share their code. It exports `codecs`, by declaration name and architecture:
 * each works by itself, and `pairGenerated` pairs them with the declarations again; they serve
 * the architectures of this package, and the layouts that they were printed for. What has a
 * flexible array or is very large has no fast path.
 */
export function printModule(
  declarations: Readonly<Record<string, Type>>,
  abis: readonly Abi[],
  options: ModuleOptions,
): string {
  const codes = new Codes();
  const rows = Object.entries(declarations).flatMap(([name, type]) => {
    const printed = codes.add(name, type, abis);
    return printed.length === 0 ? [] : [`  ${name}: {\n    ${table(printed)}\n  },`];
  });
  return whole(codes, `export const codecs = {\n${rows.join('\n')}\n};\n`, options);
}

/** One declaration of a struct's name, and where it is exported. */
export interface Declared {
  readonly name: string;
  readonly type: Type;
  readonly from: string;
}

/**
 * The text of a TypeScript module of one struct: a codec under the name of each architecture,
 * and `codecs`, all of them. A struct may have other declarations on other architectures.
 */
export function printStruct(
  declared: readonly Declared[],
  abis: readonly Abi[],
  options: ModuleOptions,
): string {
  const codes = new Codes();
  const printed = declared.flatMap(({ name, type }) =>
    codes.add(name, type, abis).map((one) => ({ ...one, its: `PrintedCodec<typeof ${name}>` })),
  );
  const constants = printed.map(({ abi, code, its }) => `export const ${abi}: ${its} = ${code};\n`);
  const names = printed.map(({ abi }) => abi).join(', ');
  const types = printed.map(({ abi, its }) => `readonly ${abi}: ${its}`).join('; ');
  const imports = declared.map(({ name, from }) => `import type { ${name} } from '${from}';\n`);
  const exported = `${constants.join('')}\nexport const codecs: { ${types} } = { ${names} };\n`;
  return whole(codes, exported, options, imports.join(''));
}
