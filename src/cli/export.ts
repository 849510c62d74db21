import { type HeaderView, headerViews, viewsOf } from '../../abi/header-views.js';
import type { CompoundType } from '../schema/index.js';
import { type ExporterName, exporters } from '../export/index.js';
import { exportOptions } from './compat.js';
import { OK, usage } from './exit.js';
import { print } from './io.js';
import { abiNamed, structNamed } from './names.js';
import { nearest } from '../words/nearest.js';
import { moduleOption, structsOf } from './structs.js';
import type { Given, Verb } from './verb.js';
import { interfaceNamed } from '../words/interface.js';
import { DEFAULT_INTERFACE, interfaceOption } from './interface.js';
import { xenStructsAt } from '../words/xen-structs.js';

const names = Object.keys(exporters) as ExporterName[];

/** What a compiler reads. */
const COMPILED: ReadonlySet<ExporterName> = new Set(['c', 'c-types', 'rust']);

/** What `--to` names; with `--json` alone, JSON. @throws Exit (wrong use) */
function exporterNamed(given: Given): ExporterName {
  const json = given.flag('json');
  const text = given.text('to') ?? (json ? 'json' : undefined);
  if (text === undefined) throw usage(`export needs --to: ${names.join(', ')}`);
  const found = names.find((name) => name === text);
  if (!found)
    throw usage(
      `${text} is nothing to export to${nearest(text, names) || `; there are ${names.join(', ')}`}`,
    );
  if (json && found !== 'json') throw usage(`--json is --to json: not together with --to ${found}`);
  return found;
}

/** What the headers that declare these structs ask of whoever includes them. */
async function viewsFor(
  types: readonly CompoundType[],
  release: string,
): Promise<readonly HeaderView[]> {
  if (types.every(({ name }) => headerViews.some(({ struct }) => struct === name)))
    return headerViews;
  const { structIndex } = await import('../../abi/struct-index.js');
  const there = await xenStructsAt(release);
  return viewsOf(structIndex, (struct) => there.find(struct).length > 0);
}

export const verb: Verb = {
  purpose:
    'Print layouts for other tools: C assertions or structs, Rust, Kaitai Struct, ImHex, JSON.',
  forms: [
    `export [STRUCT…] --to ${names.join('|')} --abi A [--interface I] [--compat] [--module FILE.js]`,
  ],
  options: {
    to: {
      type: 'string',
      value: names.join('|'),
      meaning: `${names.slice(0, -1).join(', ')} or ${names.at(-1)!}: the language or the tool`,
    },
    abi: { type: 'string', value: 'A', meaning: 'the architecture' },
    interface: interfaceOption,
    module: moduleOption,
    compat: {
      type: 'boolean',
      meaning: "of x86_32: for a 64-bit hypervisor's compat layer (c, c-types, rust)",
    },
  },
  examples: [
    'xenabi export xen_memory_exchange --to c --abi x86_64',
    'xenabi export xen_memory_exchange --to c-types --abi x86_32 --compat',
  ],
  async run(given) {
    const to = exporterNamed(given);
    const asked = given.text('abi');
    if (asked === undefined) throw usage('export needs --abi: the layouts of one architecture');
    const abi = abiNamed(asked);
    const structs = await structsOf(given, given.operands);
    const types =
      given.operands.length > 0
        ? given.operands.map((name) => structNamed(name, structs, abi))
        : structs.names.flatMap((name) => structs.on(name, abi) ?? []);
    const { release } = interfaceNamed(given.text('interface') ?? DEFAULT_INTERFACE)!;
    const isCompat = given.flag('compat');
    if (isCompat && !COMPILED.has(to))
      throw usage(`--compat says what compiles the structs: not together with --to ${to}`);
    // What Xen's headers ask for says nothing about one's own declarations.
    const isXen = isCompat || given.text('module') === undefined;
    const options = isXen ? exportOptions(abi, isCompat, await viewsFor(types, release)) : {};
    print(exporters[to]([...new Set(types)], abi, options));
    return OK;
  },
};
