import {
  type Hypercall,
  hypercallNames,
  hypercallNumbers,
  loadHypercall,
  type Operation,
  type Selected,
} from '../../abi/index.js';
import { typeName } from '../schema/index.js';
import type { Reading } from './reading.js';

const released = ({ since, until }: Operation | Hypercall): string =>
  [
    ...(since === undefined ? [] : [`from ${since} on`]),
    ...(until === undefined ? [] : [`up to ${until}`]),
  ].join(', ');

/** An operation with the one that it is a step of. */
interface Found {
  readonly table: Hypercall;
  readonly operation: Operation;
  readonly step?: Operation;
  /** What selects it. */
  readonly by: Selected;
}

function operationsOf(table: Hypercall): readonly Found[] {
  const own = table.operations ?? table.elements;
  return (own?.operations ?? []).flatMap((operation): Found[] => [
    { table, operation, by: own! },
    ...(operation.next?.operations ?? []).map((step) => ({
      table,
      operation,
      step,
      by: operation.next!,
    })),
  ]);
}

function reading({ table, operation, step, by }: Found): Reading {
  const { name, number, doc } = step ?? operation;
  const type = operation.argument ?? table.struct;
  const member = [table.operations?.union, operation.member].filter((part) => part).join('.');
  const takes = operation.member ? `${member} of ${typeName(type!)}` : type && typeName(type);
  const isUsed = operation.argument !== null && (!table.struct || operation.member);
  const meaning = [
    doc,
    step ? `${by.by} of ${operation.name}` : `${by.by} of ${table.name}`,
    takes && isUsed ? `takes ${takes}` : '',
    released(step ?? operation),
  ];
  return {
    kind: 'operation',
    name,
    value: BigInt(number),
    label: `${name} (${number})`,
    meaning: meaning.filter((part) => part !== '').join('; '),
  };
}

/** All tables but that of memory_op, whose operations are commands. */
async function otherTables(): Promise<readonly Hypercall[]> {
  const all = await Promise.all(hypercallNumbers.map(loadHypercall));
  return all.filter((table): table is Hypercall => table?.operations?.noun !== 'command');
}

/** A name without its prefix in capitals: `XEN_DOMCTL_max_mem` is `max_mem`. */
const short = (name: string): string => name.replace(/^(?:[A-Z0-9]+_)+(?=[a-z])/, '').toLowerCase();

/** Every operation of that name, with or without its prefix. All tables are loaded. */
export async function operationReadings(word: string): Promise<readonly Reading[]> {
  const sought = word.toLowerCase();
  const tables = await otherTables();
  return tables
    .filter(({ name }) => name !== 'paging_domctl_cont')
    .flatMap(operationsOf)
    .filter(({ operation, step }) => {
      const { name } = step ?? operation;
      return name.toLowerCase() === sought || short(name) === sought;
    })
    .map(reading);
}

/** The operation of a hypercall that has a number: `domctl=11`. */
export async function operationReading(name: string, number: bigint): Promise<Reading | undefined> {
  const found = Object.entries(hypercallNames).find(([, known]) => known === name);
  const table = found && (await loadHypercall(Number(found[0])));
  const own =
    table &&
    operationsOf(table).find(({ operation, step }) => {
      return !step && BigInt(operation.number) === number;
    });
  return own && reading(own);
}

/** The names of all operations, to find what is close to an unknown word. */
export async function operationNames(): Promise<readonly string[]> {
  const all = (await otherTables()).flatMap(operationsOf);
  return [...new Set(all.map(({ operation, step }) => (step ?? operation).name))];
}
