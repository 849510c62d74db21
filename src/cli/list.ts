import * as xen from '../../abi/xen.js';
import { type InterfaceName, interfaces } from '../../abi/index.js';
import { sourceStyles } from '../capture/sources/styles.js';
import { type Abi, architectures, layoutOf } from '../layout/index.js';
import { type Type, typeName, uint64_t, uint8_t } from '../schema/index.js';
import { columns, type Fold } from '../words/columns.js';
import { OK, usage } from './exit.js';
import { hypercallList } from './list-hypercalls.js';
import { lineWidth, printJson, printLine, printLines } from './io.js';
import { interfaceOf, interfaceOption } from './interface.js';
import { nearest } from '../words/nearest.js';
import type { Verb } from './verb.js';
import { xenStructsAt } from '../words/xen-structs.js';

const abis: readonly Abi[] = Object.values(architectures);
/** What a list has of one thing: the JSON line, and the cells of the row for people. */
interface Listed {
  readonly json: object;
  readonly row: readonly string[];
}
export interface List {
  readonly head: readonly string[];
  /** The columns of numbers. */
  readonly right: readonly number[];
  readonly items: readonly Listed[];
  /** Columns that may come in several tables where a line is too short. */
  readonly blocks?: Fold['blocks'];
}

async function structList(release: string): Promise<List> {
  const structs = await xenStructsAt(release);
  const { structIndex } = await import('../../abi/struct-index.js');
  const headers = new Map(
    Object.entries(structIndex).flatMap(([header, names]) => names.map((name) => [name, header])),
  );
  const items = structs.names.map((name): Listed => {
    const sizes = abis.flatMap((abi): [string, number][] => {
      const type = structs.on(name, abi);
      return type ? [[abi.name, layoutOf(type, abi).size]] : [];
    });
    const header = headers.get(name) ?? null;
    const size = new Map(sizes);
    return {
      json: {
        kind: 'struct',
        name,
        header,
        sizes: Object.fromEntries(size),
        abis: [...size.keys()],
      },
      row: [
        typeName(structs.find(name)[0]!),
        ...abis.map((abi) => `${size.get(abi.name) ?? '-'}`),
        header ?? 'in no public header',
      ],
    };
  });
  const head = ['struct or union', ...abis.map(({ name }) => name), 'header'];
  const blocks = [1, head.length - 1] as const;
  return { head, right: abis.map((_, i) => i + 1), items, blocks };
}

function commandList(interfaceName: InterfaceName): List {
  const sorted = [...interfaces[interfaceName]].sort((a, b) => a.number - b.number);
  const items = sorted.map(({ number, name, argument, lists = {}, doc }): Listed => ({
    json: {
      kind: 'command',
      interface: interfaceName,
      number,
      name,
      argument: argument?.name ?? null,
      lists: Object.fromEntries(
        Object.entries(lists).map(([path, { direction }]) => [path, direction]),
      ),
      doc,
    },
    row: [`${number}`, name, argument?.name ?? '(none)', doc],
  }));
  return {
    head: ['nr', `command (${interfaceName})`, 'argument', 'what it does'],
    right: [0],
    items,
  };
}

function abiList(): List {
  const measured: Record<string, Type> = {
    uint64_t,
    xen_ulong_t: xen.xen_ulong_t,
    XEN_GUEST_HANDLE: xen.XEN_GUEST_HANDLE(uint8_t),
    XEN_GUEST_HANDLE_64: xen.XEN_GUEST_HANDLE_64(uint8_t),
  };
  const items = abis.map((abi): Listed => {
    const { name, sizes, aligns, unnamedBitsAlign } = abi;
    const types = Object.entries(measured).map(([name, type]) => {
      const { size, align } = layoutOf(type, abi);
      return [name, { size, align }] as const;
    });
    return {
      json: {
        kind: 'abi',
        name,
        sizes,
        aligns,
        unnamedBitsAlign,
        types: Object.fromEntries(types),
      },
      row: [
        name,
        `${sizes.pointer}`,
        `${sizes.long}`,
        ...types.map(([, { size, align }]) => `${size}, align ${align}`),
      ],
    };
  });
  return {
    head: ['architecture', 'pointer', 'long', ...Object.keys(measured)],
    right: [1, 2],
    items,
    blocks: [1, 7],
  };
}

function sourceList(): List {
  const items = sourceStyles.map(({ name, meaning }): Listed => ({
    json: { kind: 'source', name, meaning },
    row: [name, meaning],
  }));
  return { head: ['--from', 'what it reads'], right: [], items };
}

async function show({ head, right, items, blocks }: List, json: boolean): Promise<void> {
  if (json) for (const item of items) printJson(item.json);
  else {
    const fold = { width: lineWidth(), from: head.length - 1, blocks };
    printLines(columns([head, ...items.map(({ row }) => row)], right, fold));
  }
}

export const verb: Verb = {
  purpose:
    'List what xenabi knows: structs, hypercalls, commands of memory_op, architectures, notations.',
  forms: ['list [structs|hypercalls|commands|abis|sources] [--interface I]'],
  options: {
    interface: interfaceOption,
  },
  examples: ['xenabi list commands', 'xenabi list structs --json'],
  async run(given) {
    const { commands, release } = interfaceOf(given);
    const lists: Readonly<Record<string, () => List | Promise<List>>> = {
      structs: () => structList(release),
      hypercalls: hypercallList,
      commands: () => commandList(commands),
      abis: abiList,
      sources: sourceList,
    };
    const known = Object.keys(lists);
    for (const word of given.operands)
      if (!known.includes(word))
        throw usage(
          `${word} is no list${nearest(word, known) || `; there are ${known.join(', ')}`}`,
        );
    const asked = given.operands.length > 0 ? given.operands : known;
    for (const [i, name] of asked.entries()) {
      if (i > 0 && !given.flag('json')) printLine('');
      await show(await lists[name]!(), given.flag('json'));
    }
    return OK;
  },
};
