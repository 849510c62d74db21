import {
  errno as errnos,
  hypercallNames,
  hypercalls,
  type InterfaceName,
  interfaces,
  structs,
} from '../../abi/index.js';
import { MEMOP_CMD_MASK, MEMOP_EXTENT_SHIFT } from '../../abi/index.js';
import {
  commandReading,
  errnoReading,
  hypercallReading,
  namedReading,
  type Reading,
  valueReading,
} from './reading.js';
import { fieldReadings, structReading } from './struct.js';
import { namedValues } from './named-values.js';

const isReading = (reading: Reading | undefined): reading is Reading => reading !== undefined;

/** A register holds a negative result in two's complement, of 32 or 64 bits. */
function errorNumber(n: bigint): number | undefined {
  for (const signed of [n, BigInt.asIntN(64, n), BigInt.asIntN(32, n)])
    if (signed < 0n && signed > -4096n && (n < 0n || n >= 1n << 31n)) return Number(-signed);
  return n > 0n && n < 4096n ? Number(n) : undefined;
}

/** Every kind of thing that a number can be, the likeliest first. */
export function numberReadings(n: bigint, at: InterfaceName): readonly Reading[] {
  const number = errorNumber(n);
  const error = number === undefined ? undefined : errnoReading(number);
  if (n < 0n) return [error].filter(isReading);
  const extent = n >> BigInt(MEMOP_EXTENT_SHIFT);
  const command = interfaces[at].find((one) => BigInt(one.number) === (n & BigInt(MEMOP_CMD_MASK)));
  const values = namedValues().map((set) => valueReading(set, n));
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

/** The first declaration of each name: a struct may have one for each architecture. */
const oneByName = structs.filter(
  (type, i) => structs.findIndex(({ name }) => name === type.name) === i,
);

/** Everything that has a name. */
function allNames(at: InterfaceName): readonly Name[] {
  const others = (Object.keys(interfaces) as InterfaceName[]).filter((name) => name !== at);
  const known = new Set(interfaces[at].map(({ name }) => name));
  const commands = [at, ...others].flatMap((from) =>
    interfaces[from]
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
  const values = namedValues().flatMap((set) =>
    Object.keys(set.names.values).map((full): Name => ({
      full,
      prefixes: [set.prefix, 'XENMEM_'],
      read: () => namedReading(set, full),
    })),
  );
  const types = oneByName.map((type): Name => ({
    full: type.name!,
    prefixes: ['xen_'],
    read: () => structReading(type, at),
  }));
  return [...commands, ...errors, ...calls, ...values, ...types];
}

const shortForms = ({ full, prefixes }: Name): readonly string[] =>
  prefixes.filter((prefix) => full.startsWith(prefix)).map((prefix) => full.slice(prefix.length));

/** Everything of that name, case aside, with or without its prefix. */
export function nameReadings(word: string, at: InterfaceName): readonly Reading[] {
  const sought = word.toLowerCase();
  const bare = sought.replace(/^-?(xen_)?(?=e[a-z0-9]+$)/, '').replace(/^(struct|union) /, '');
  const named = allNames(at)
    .filter((name) =>
      [name.full, ...shortForms(name)].some((form) => {
        const lower = form.toLowerCase();
        return lower === sought || lower === bare || `${lower}_t` === sought;
      }),
    )
    .map(({ read }) => read())
    .filter(isReading);
  return [...named, ...fieldReadings(word)];
}

/** All that `nameReadings` knows, to find what is close to an unknown word. */
export const knownNames = (at: InterfaceName): readonly string[] => [
  ...new Set(allNames(at).flatMap((name) => [name.full, ...shortForms(name)])),
];
