import {
  type Hypercall,
  hypercallNumbers,
  hypercallTables,
  loadHypercall,
  type Operation,
} from '../../abi/index.js';
import { typeName } from '../schema/index.js';
import type { List } from './list.js';

const operationsOf = (table: Hypercall): readonly Operation[] =>
  (table.operations ?? table.elements)?.operations ?? [];

function jsonOf(
  table: Hypercall,
  { number, name, doc, argument, member, next }: Operation,
): object {
  const type = argument ?? table.struct;
  const union = table.operations?.union;
  return {
    number,
    name,
    argument: type && argument !== null ? typeName(type).replace(/^(struct|union) /, '') : null,
    ...(member && { member: union === undefined ? member : `${union}.${member}` }),
    doc,
    ...(next && { operations: next.operations.map((step) => jsonOf(table, step)) }),
  };
}

/** Every hypercall, with its registers and operations. */
export async function hypercallList(): Promise<List> {
  const tables = await Promise.all(hypercallNumbers.map(loadHypercall));
  const items = tables.flatMap((table) => {
    if (!table) return [];
    const { number, name } = table;
    const { doc } = hypercallTables[number]!;
    const registers = table.registers.members.map((member) => member.name);
    const operations = operationsOf(table);
    return {
      json: {
        kind: 'hypercall',
        number,
        name,
        arguments: registers,
        operations: operations.map((one) => jsonOf(table, one)),
        doc,
      },
      row: [
        `${number}`,
        name,
        operations.length === 0 ? '-' : `${operations.length}`,
        registers.join(', '),
        doc,
      ],
    };
  });
  return {
    head: ['nr', 'hypercall', 'operations', 'arguments', 'what it does'],
    right: [0, 2],
    items,
  };
}
