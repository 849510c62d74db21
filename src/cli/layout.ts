import type { Abi, CompoundLayout, Structs } from '../layout/index.js';
import { sourceOf } from '../check/index.js';
import { askedStructs, structOption } from './struct-option.js';
import { OK, usage } from './exit.js';
import { btfBase, companionsFrom } from './companions.js';
import { bytesOf, lineWidth, print, printJson, say } from './io.js';
import type { Column } from '../layout-table/cells.js';
import { comparisons, structsIn } from './diff-words.js';
import { printDiff } from './layout-diff.js';
import { absenceIn, namesOn, placed, type Placed } from './layout-find.js';
import { layoutRecord } from '../export/index.js';
import { tableOf } from '../layout-table/table.js';
import { abisNamed } from './names.js';
import { moduleOption, structsOf } from './structs.js';
import { tones } from './tones.js';
import type { Given, Verb } from './verb.js';
import { interfaceOption } from './interface.js';

/** Architectures on which everything is the same, together. */
function columnsOf(all: readonly Placed[]): readonly Column[] {
  const found = new Map<string, { abis: Abi[]; layout: CompoundLayout }>();
  for (const { abi, layout } of all) {
    if (!layout) continue;
    const { abi: _, ...record } = layoutRecord(layout, abi);
    const key = JSON.stringify(record);
    const column = found.get(key);
    if (column) column.abis.push(abi);
    else found.set(key, { abis: [abi], layout });
  }
  return [...found.values()];
}

async function printTables(given: Given, structs: Structs): Promise<void> {
  const asked = given.texts('abi');
  const abis = abisNamed(asked.length > 0 ? asked.join(',') : 'x86_64');
  const names = given.operands.length > 0 ? given.operands : namesOn(structs, abis);
  const found = names.map((name) => {
    const all = placed(name, structs, abis);
    return { all, columns: columnsOf(all), note: absenceIn(name, structs, all) };
  });
  const options = { doc: given.flag('doc'), width: lineWidth() };
  const json = given.flag('json');
  let gap = '';
  for (const { all, columns, note } of found) {
    if (columns.length === 0) continue;
    if (!json) print(`${gap}${tableOf(columns, options)}\n${note && `  ${note}\n`}`, tones.table);
    gap = '\n';
    for (const { abi, layout } of all) if (json && layout) printJson(layoutRecord(layout, abi));
    // Nobody asked for all of them everywhere.
    if (json && note && given.operands.length > 0) say(`xenabi: ${note}`);
  }
  const [nowhere, ...others] = found.filter(({ columns }) => columns.length === 0);
  if (nowhere) throw usage(nowhere.note, ...others.map(({ note }) => note));
}

export const verb: Verb = {
  purpose: 'Show where the fields of structs lie: offsets, sizes, alignment and padding.',
  forms: [
    'layout [STRUCT…] [--abi A[,B…]|all] [--interface I] [--doc] [--module FILE.js]',
    'layout [STRUCT…] --diff A B [C] [--struct THEIRS[=OURS]…] [--btf-base FILE] [--companions-from DIR…] [--module FILE.js]',
  ],
  options: {
    abi: {
      type: 'string',
      multiple: true,
      value: 'A[,B…]|all',
      meaning: 'the architectures; x86_64 by default',
    },
    diff: {
      type: 'string',
      value: 'A B',
      meaning:
        'what differs between architectures, releases (xen-4.17:x86_64, or of all: xen-4.17) and object files',
    },
    struct: structOption,
    'btf-base': btfBase,
    'companions-from': companionsFrom,
    interface: interfaceOption,
    module: moduleOption,
    doc: { type: 'boolean', meaning: 'the meaning of each field at the right' },
  },
  examples: [
    'xenabi layout xen_memory_exchange --abi x86_32,x86_64',
    'xenabi layout xen_memory_reservation --diff x86_32 x86_64',
  ],
  async run(given) {
    const isDiff = given.text('diff') !== undefined;
    const asked = isDiff ? structsIn(given) : given.operands;
    const structs = await structsOf(given, asked);
    if (!isDiff) {
      for (const option of ['struct', 'btf-base', 'companions-from'])
        if (given.texts(option).length > 0) throw usage(`--${option} is for --diff`);
      await printTables(given, structs);
      return OK;
    }
    if (given.texts('abi').length > 0)
      throw usage('--diff names its architectures itself: no --abi');
    const base = given.text('btf-base');
    const words = { first: given.text('diff') ?? '', others: given.operands };
    for (const one of comparisons({ ...words, renamed: askedStructs(given, structs) }))
      await printDiff(
        one,
        structs,
        {
          base: base === undefined ? undefined : sourceOf(await bytesOf(base)),
          companionsFrom: given.texts('companions-from'),
        },
        given.flag('json'),
      );
    return OK;
  },
};
