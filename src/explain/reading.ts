import {
  type Command,
  DOMID_FIRST_RESERVED,
  errno as errnos,
  hypercallNames,
  hypercallTables,
  interfaces,
} from '../../abi/index.js';
import type { Names } from '../schema/index.js';
import { hex } from '../schema/number-text.js';
import { flagsOf } from '../words/flags.js';
import { sizeInWords } from '../words/size.js';
import type { NamedInterface } from '../words/interface.js';
import { counted } from '../words/text.js';
import { errnoWords, valueWords } from '../../abi/meanings.js';
import type { NamedValues } from './named-values.js';

/** One thing that a word can mean. */
export interface Reading {
  readonly kind: string;
  /** As the header has it, where there is one. */
  readonly name: string | null;
  /** What the word is as a number of this kind. */
  readonly value: bigint | null;
  /** For people: the name and number that the line begins with. */
  readonly label: string;
  readonly meaning: string;
}

/** What else the number of a command means where it was given out twice. */
function elsewhere({ name, number }: Command, at: string): string {
  const other = Object.entries(interfaces).flatMap(([key, commands]) =>
    commands
      .filter((one) => key !== at && one.number === number && one.name !== name)
      .map((one) => `; in ${key} this is ${one.name}`),
  );
  return other.join('');
}

/**
 * @param at the interface whose command it is
 * @param extent the first extent to do, where the command word says one
 */
export function commandReading(
  command: Command,
  at: Pick<NamedInterface, 'name' | 'commands'>,
  extent = 0n,
): Reading {
  const { name, number, argument, doc } = command;
  const from = extent > 0n ? `, from extent ${extent} on` : '';
  const takes = argument ? `takes struct ${argument.name}` : 'takes no argument';
  return {
    kind: 'command',
    name,
    value: BigInt(number) + extent * 64n,
    label: `${name} (${number})${from}`,
    meaning: `${doc}; ${takes} (${at.name}${elsewhere(command, at.commands)})`,
  };
}

export function errnoReading(number: number): Reading | undefined {
  const [first, ...others] = Object.entries(errnos).filter(([, value]) => value === number);
  if (!first) return undefined;
  const [name] = first as [keyof typeof errnos, number];
  const also = others.map(([other]) => `; also called ${other}`).join('');
  const meaning = `${errnoWords[name]}${also}`;
  return { kind: 'errno', name, value: BigInt(-number), label: `${name} (${-number})`, meaning };
}

/** A hypercall by its number. */
export function hypercallReading(number: number): Reading | undefined {
  const known = hypercallNames[number];
  if (known === undefined) return undefined;
  const name = `__HYPERVISOR_${known}`;
  const meaning = hypercallTables[number]?.doc ?? "nobody's in Xen 4";
  return { kind: 'hypercall', name, value: BigInt(number), label: `${name} (${number})`, meaning };
}

export function orderReading(order: bigint): Reading | undefined {
  if (order < 0n || order > 51n) return undefined;
  const frames = 1n << order;
  const meaning = `${counted(frames, 'frame')}, ${sizeInWords(frames * 4096n)}`;
  return { kind: 'order', name: null, value: order, label: `order ${order}`, meaning };
}

/** The parts and named bits of a flags word, and those that mean nothing. */
function flagsInWords(all: Names, word: bigint): string {
  const { parts, names, rest } = flagsOf(word, all);
  const said = [
    ...parts.map(([part, value]) => {
      const below = part === 'address_bits' && value < 64n;
      return `${part} ${value}${below ? ` (below ${sizeInWords(1n << value)})` : ''}`;
    }),
    ...names.map((name) => {
      const words = valueWords[name];
      return words === undefined ? name : `${name} (${words})`;
    }),
    ...(rest === 0n ? [] : [`${hex(rest)} means nothing`]),
  ];
  return said.length > 0 ? said.join(', ') : 'no flag, no limit';
}

/** A number as one of these values; nothing when it cannot be one. */
export function valueReading(set: NamedValues, value: bigint): Reading | undefined {
  const { kind, names } = set;
  if (names.kind === 'flags') {
    const known = Object.values(names.values).reduce((sum, bit) => sum | BigInt(bit), 0n);
    const fits =
      Object.keys(names.parts ?? {}).length > 0
        ? value < 1n << 32n
        : value !== 0n && (value & ~known) === 0n;
    if (!fits) return undefined;
    return { kind, name: null, value, label: hex(value), meaning: flagsInWords(names, value) };
  }
  const name = Object.keys(names.values).find((key) => BigInt(names.values[key]!) === value);
  if (kind === 'domid' && value < BigInt(DOMID_FIRST_RESERVED)) {
    const meaning = value === 0n ? 'the domain that boots first' : 'an ordinary domain';
    return { kind, name: null, value, label: `domain ${value}`, meaning };
  }
  return name === undefined ? undefined : namedReading(set, name);
}

/** A named value by its name. */
export function namedReading({ kind, names, fields }: NamedValues, name: string): Reading {
  const value = names.values[name]!;
  const written = names.kind === 'flags' || kind === 'domid' ? hex(value) : `${value}`;
  const where = kind === 'domid' || kind === 'mem_flags' ? '' : `in ${fields.join(' or ')}`;
  const meaning = [valueWords[name], where].filter((text) => text).join('; ');
  return { kind, name, value: BigInt(value), label: `${name} (${written})`, meaning };
}
