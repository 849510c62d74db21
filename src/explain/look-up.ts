import {
  errno as errnos,
  hypercallNames,
  hypercalls,
  type InterfaceName,
  interfaces,
  structs,
} from '../../abi/index.js';
import { MEMOP_CMD_MASK, MEMOP_EXTENT_SHIFT } from '../../abi/index.js';
import type { CompoundType } from '../schema/index.js';
import { warningMeanings } from '../words/warnings.js';
import type { NamedInterface } from '../words/interface.js';
import { xenStructsAt } from '../words/xen-structs.js';
import {
  commandReading,
  errnoReading,
  hypercallReading,
  namedReading,
  type Reading,
  valueReading,
} from './reading.js';
import { fieldReadings, structNames, structReadings } from './struct.js';
import { namedValues } from './named-values.js';

const isReading = (reading: Reading | undefined): reading is Reading => reading !== undefined;

/** A register holds a negative result in two's complement, of 32 or 64 bits. */
function errorNumber(n: bigint): number | undefined {
  for (const signed of [n, BigInt.asIntN(64, n), BigInt.asIntN(32, n)])
    if (signed < 0n && signed > -4096n && (n < 0n || n >= 1n << 31n)) return Number(-signed);
  return n > 0n && n < 4096n ? Number(n) : undefined;
}

/** Every kind of thing that a number can be, the likeliest first. */
export function numberReadings(n: bigint, at: NamedInterface): readonly Reading[] {
  const number = errorNumber(n);
  const error = number === undefined ? undefined : errnoReading(number);
  if (n < 0n) return [error].filter(isReading);
  const extent = n >> BigInt(MEMOP_EXTENT_SHIFT);
  const command = interfaces[at.commands].find(
    (one) => BigInt(one.number) === (n & BigInt(MEMOP_CMD_MASK)),
  );
  const values = namedValues(structs).map((set) => valueReading(set, n));
  return [
    n < 1n << 64n && command ? commandReading(command, at, extent) : undefined,
    ...values.filter((one) => one?.kind === 'mem_flags'),
    error,
    ...values.filter((one) => one?.kind === 'domid'),
    hypercallReading(Number(n)),
    ...values.filter((one) => one?.kind !== 'mem_flags' && one?.kind !== 'domid'),
  ].filter(isReading);
}

interface Name {
  /** As the header has it. */
  readonly full: string;
  /** What may be left out at its start. */
  readonly prefixes: readonly string[];
  readonly read: () => Reading | undefined;
}

/** Of the values of some structs. */
const valueNames = (all: readonly CompoundType[]): readonly Name[] =>
  namedValues(all).flatMap((set) =>
    Object.keys(set.names.values).map((full): Name => ({
      full,
      prefixes: [set.prefix, 'XENMEM_'],
      read: () => namedReading(set, full),
    })),
  );

/** Everything that has a name, but for structs. */
function allNames(at: NamedInterface): readonly Name[] {
  const all = Object.keys(interfaces) as InterfaceName[];
  const others = all.filter((name) => name !== at.commands);
  const known = new Set(interfaces[at.commands].map(({ name }) => name));
  const places = [at, ...others.map((name) => ({ name, commands: name }))];
  const commands = places.flatMap((from) =>
    interfaces[from.commands]
      .filter(({ name }) => from === at || !known.has(name))
      .map((one): Name => ({
        full: one.name,
        prefixes: ['XENMEM_'],
        read: () => commandReading(one, from),
      })),
  );
  const errors = Object.entries(errnos).map(([full, number]): Name => ({
    full,
    prefixes: [],
    read: () => errnoReading(number),
  }));
  const numbers = {
    ...hypercalls,
    ...Object.fromEntries(Object.entries(hypercallNames).map(([n, name]) => [name, Number(n)])),
  };
  const calls = Object.entries(numbers).map(([name, number]): Name => ({
    full: `__HYPERVISOR_${name}`,
    prefixes: ['__HYPERVISOR_', '__'],
    read: () => hypercallReading(number),
  }));
  const warnings = Object.entries(warningMeanings).map(([full, meaning]): Name => ({
    full,
    prefixes: [],
    read: () => ({ kind: 'warning', name: full, value: null, label: full, meaning }),
  }));
  return [...commands, ...errors, ...calls, ...valueNames(structs), ...warnings];
}

const shortForms = ({ full, prefixes }: Name): readonly string[] =>
  prefixes.filter((prefix) => full.startsWith(prefix)).map((prefix) => full.slice(prefix.length));

const isCalled =
  (word: string) =>
  (name: Name): boolean => {
    const sought = word.toLowerCase();
    const bare = sought.replace(/^-?(xen_)?(?=e[a-z0-9]+$)/, '').replace(/^(struct|union) /, '');
    return [name.full, ...shortForms(name)].some((form) => {
      const lower = form.toLowerCase();
      return lower === sought || lower === bare || `${lower}_t` === sought;
    });
  };

/** Everything of that name, case aside, with or without its prefix. */
export async function nameReadings(word: string, at: NamedInterface): Promise<readonly Reading[]> {
  const named = allNames(at)
    .filter(isCalled(word))
    .map(({ read }) => read())
    .filter(isReading);
  return [...named, ...(await structReadings(word, at)), ...fieldReadings(word, structs)];
}

/** The values and the fields of that name in all headers, which are loaded. */
export async function everyReading(word: string, at: NamedInterface): Promise<readonly Reading[]> {
  const { all } = await xenStructsAt(at.release);
  return [
    ...valueNames(all)
      .filter(isCalled(word))
      .flatMap(({ read }) => read() ?? []),
    ...fieldReadings(word, all),
  ];
}

/** All that `nameReadings` knows, to find what is close to an unknown word. */
export const knownNames = async (at: NamedInterface): Promise<readonly string[]> => [
  ...new Set([
    ...allNames(at).flatMap((name) => [name.full, ...shortForms(name)]),
    ...(await structNames()),
  ]),
];
