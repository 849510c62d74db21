import { basename, extname, join } from 'node:path';
import { printModule } from '../codec/printer.js';
import type { Abi } from '../layout/index.js';
import { Exit, FINDINGS, OK, usage } from './exit.js';
import { type Plan, plansOf } from '../codec/plan.js';
import { exportsOf, readExports } from './import-module.js';
import { printJson, printLines, say } from './io.js';
import { abisNamed } from './names.js';
import type { Given, Verb } from './verb.js';
import { folderFor, writeWhole } from './write-whole.js';

/** What is there and was not generated is not written over: the module itself may be it. */
const OURS = {
  mark: /^\/\/ Generated from /,
  otherwise: 'was not generated; name another folder with --out',
};

/** The same codecs as TypeScript and as JavaScript, under the name of the module. */
function printed(file: string, plans: readonly Plan[], abis: readonly Abi[]) {
  const extension = extname(file);
  const name = basename(file, extension);
  const declarations = Object.fromEntries(
    plans.filter((plan) => plan.abis.length > 0).map((plan) => [plan.name, plan.type]),
  );
  // In a comment, which a line break in the name would end.
  const source = basename(file).replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, '?');
  const options = { source, by: 'xenabi generate' };
  const m = extension === '.mjs' || extension === '.mts' ? 'm' : '';
  return {
    [`${name}.${m}ts`]: printModule(declarations, abis, options),
    [`${name}.${m}js`]: printModule(declarations, abis, { ...options, language: 'javascript' }),
  };
}

async function report(plans: readonly Plan[], files: readonly string[], json: boolean) {
  if (json) {
    for (const { name, type, abis, interpreted, absent } of plans) {
      const struct = 'name' in type ? type.name : null;
      printJson({ struct, export: name, abis, interpreted, absent, files });
    }
    return;
  }
  const width = Math.max(...plans.map(({ name }) => name.length));
  const rows = plans.map(
    ({ name, abis }) => `  ${name.padEnd(width)}  ${abis.join(', ') || '(interpreted)'}`,
  );
  printLines([...files, ...rows]);
}

/** The operand and the options, all of which are needed. */
function asked(given: Given): { file: string; abis: readonly Abi[]; folder: string } {
  const [file, second] = given.operands;
  if (file === undefined) throw usage('generate needs a module: MODULE.js, with declarations');
  if (file === '-') throw usage('generate imports a module, which standard input is none of');
  if (second !== undefined) throw usage(`generate takes one module, and ${second} is a second`);
  const names = given.texts('abi');
  if (names.length === 0) throw usage('generate needs --abi (xenabi list abis names them)');
  const folder = given.text('out');
  if (!folder) throw usage('generate needs --out, the folder for what it writes');
  return { file, abis: abisNamed(names.join(',')), folder };
}

export const verb: Verb = {
  purpose: 'Print codecs for declarations of your own, as TypeScript and as JavaScript.',
  forms: ['generate MODULE.js --abi A[,B…]|all --out DIR'],
  options: {
    abi: { type: 'string', multiple: true, value: 'A[,B…]|all', meaning: 'the architectures' },
    out: { type: 'string', value: 'DIR', meaning: 'the folder for MODULE.ts and MODULE.js' },
  },
  examples: [
    'xenabi generate sample:ring.js --abi x86_64,arm64 --out generated',
    'xenabi generate sample:ring.js --abi all --out generated --json',
  ],
  async run(given) {
    const { file, abis, folder } = asked(given);
    const exported = await exportsOf(file);
    const { plans, notes } = readExports(() => plansOf(exported, abis));
    if (plans.length === 0)
      throw new Exit(FINDINGS, `${file} exports no struct and no union: nothing to generate`);
    const texts = printed(file, plans, abis);
    const files = Object.keys(texts).map((name) => join(folder, name));
    folderFor(folder);
    await writeWhole(
      Object.entries(texts).map(([name, text]) => ({ path: join(folder, name), pieces: [text] })),
      OURS,
    );
    for (const note of [...plans.flatMap((plan) => plan.notes), ...notes]) say(`xenabi: ${note}`);
    await report(plans, files, given.flag('json'));
    return OK;
  },
};
