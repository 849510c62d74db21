import { dirname, extname } from 'node:path';
import {
  importDeclarations,
  type Imported,
  type ImportOptions,
  ObjectError,
  type ObjectToImport,
  type ReadOptions,
  sourceOf,
} from '../check/index.js';
import { btfBase, companionsFrom, companionsOf, sayCompanions } from './companions.js';
import { Exit, FINDINGS, OK, usage } from './exit.js';
import { bytesOf, printJson, printLines, say } from './io.js';
import { abiNamed } from './names.js';
import { withObject } from './object-files.js';
import type { Given, Verb } from './verb.js';
import { folderFor, writeWhole } from './write-whole.js';

/** What is there and was not imported is not written over. */
const OURS = {
  mark: /^\/\/ Imported from /,
  otherwise: 'was not imported; name another file with --out',
};

/** The file to write, by whose name its language goes. @throws Exit (2) */
function target(given: Given): { out: string; language: 'typescript' | 'javascript' } {
  const out = given.text('out');
  if (!out) throw usage('import needs --out, the module that it writes: FILE.ts or FILE.js');
  const extension = extname(out);
  if (/^\.[cm]?ts$/.test(extension)) return { out, language: 'typescript' };
  if (/^\.m?js$/.test(extension)) return { out, language: 'javascript' };
  throw usage(`--out ${out}: a module ends in .ts or .js`);
}

/** An object, read whole: several are looked at together. @throws Exit (3) */
async function toImport(file: string, options: ReadOptions): Promise<ObjectToImport> {
  const bytes = await withObject(file, (source) => source.read(0, source.size));
  return { name: file, source: sourceOf(bytes), options };
}

/** @throws Exit (1, 2) for what an object is not */
function importAll(objects: readonly ObjectToImport[], options: ImportOptions): Imported {
  try {
    return importDeclarations(objects, options);
  } catch (error) {
    if (!(error instanceof ObjectError)) throw error;
    const [first, second] = objects.map(({ name }) => name);
    const where = second === undefined ? `${first}: ` : '';
    if (error.code === 'no-architecture') throw usage(`${where}${error.message}: --abi is missing`);
    throw new Exit(FINDINGS, `${where}${error.message}`);
  }
}

export const verb: Verb = {
  purpose: 'Write declarations of the structs in object files (DWARF or BTF), as a module.',
  forms: [
    'import OBJECT|-… [--struct S…] --out FILE.ts|FILE.js [--abi A] [--btf-base FILE] [--companions-from DIR…]',
  ],
  options: {
    struct: {
      type: 'string',
      multiple: true,
      value: 'S',
      meaning: 'only this struct, and those that it holds',
    },
    out: { type: 'string', value: 'FILE', meaning: 'the module that is written' },
    abi: { type: 'string', value: 'A', meaning: 'whose BTF it is; an ELF file says that itself' },
    'companions-from': companionsFrom,
    'btf-base': btfBase,
  },
  examples: [
    'xenabi import sample:guest.o --out structs.js',
    'xenabi import sample:guest.o --struct xen_memory_reservation --out reservation.ts --json',
  ],
  async run(given) {
    const files = given.operands;
    if (files.length === 0) throw usage('import needs an object file');
    const { out, language } = target(given);
    const abi = given.text('abi');
    const base = given.text('btf-base');
    const common = {
      abi: abi === undefined ? undefined : abiNamed(abi),
      base: base === undefined ? undefined : sourceOf(await bytesOf(base)),
    };
    const structs = given.texts('struct').map((name) => name.replace(/^(struct|union) /, ''));
    const objects: ObjectToImport[] = [];
    const all = files.map((file) => companionsOf(file, given.texts('companions-from')));
    for (const [i, file] of files.entries())
      objects.push(await toImport(file, { ...common, ...all[i] }));
    const named = structs.length > 0 ? { structs } : {};
    const imported = importAll(objects, { ...named, language, by: 'xenabi import' });
    for (const [i, file] of files.entries()) sayCompanions(file, all[i]!);
    for (const { object, error } of imported.problems) say(`xenabi: ${object}: ${error.message}`);
    for (const { struct, why } of imported.refused) say(`xenabi: ${struct} is left out: ${why}`);
    if (imported.declarations.length === 0)
      throw new Exit(FINDINGS, 'nothing to import: no struct and no union can be declared');
    folderFor(dirname(out));
    await writeWhole([{ path: out, pieces: [imported.text] }], OURS);
    await report(out, imported, given.flag('json'));
    return imported.refused.length > 0 || imported.problems.length > 0 ? FINDINGS : OK;
  },
};

async function report(out: string, { declarations, refused }: Imported, json: boolean) {
  if (json) {
    for (const { name, type } of declarations)
      printJson({ declaration: name, kind: type.kind, file: out });
    for (const { struct, why } of refused) printJson({ struct, refused: why });
    return;
  }
  const kinds = declarations.map(({ type }) => type.kind);
  const structs = kinds.filter((kind) => kind === 'struct' || kind === 'union').length;
  printLines([
    out,
    `  ${structs} structs and unions, ${kinds.length - structs} other declarations`,
  ]);
}
