/** The numbers of a call that have names: its hypercall, and the command in its first register. */
import {
  type Command,
  commandHypercall,
  type Hypercall,
  hypercallNames,
  hypercalls,
  type InterfaceName,
  interfaces,
  MEMOP_EXTENT_SHIFT,
} from '../../abi/index.js';
import type { Abi } from '../layout/index.js';
import { namesOf, type Type } from '../schema/index.js';
import { integerInWords } from './integer.js';
import { nearest } from './nearest.js';
import { numberInWords } from './number.js';

/** Makes the error of a word that names nothing. */
export type RefuseWord = (problem: string) => Error;

/** A name as it is compared: in any case, with or without the header's prefix. */
const bare = (name: string): string => name.toUpperCase().replace(/^(XENMEM_|__HYPERVISOR_)/, '');

/** Longer words are no names: they are not looked up. */
const MOST = 100;

/** A word for a message: never long. */
const shown = (word: string): string =>
  word === '' ? '(nothing)' : word.length > 40 ? `${word.slice(0, 40)}…` : word;

/** Whether a word is a command's name or number. */
export const isCommand =
  (word: string) =>
  ({ name, number }: Command): boolean =>
    bare(name) === bare(word) || BigInt(number) === integerInWords(word);

/** Why no command of an interface is called so: another interface's, or the nearest name. */
export function notACommand(word: string, interfaceName: InterfaceName): string {
  if (word.length > MOST) return `${shown(word)} is no command of ${interfaceName}`;
  const elsewhere = Object.entries(interfaces).find(([, all]) => all.some(isCommand(word)))?.[0];
  const none = `${shown(word)} is no command of ${interfaceName}`;
  if (elsewhere !== undefined) return `${none}; interface ${elsewhere} has it`;
  const names = interfaces[interfaceName].map((command) => command.name);
  return `${none}${nearest(word, names) || nearest(`XENMEM_${bare(word).toLowerCase()}`, names) || '; xenabi list commands names them'}`;
}

/** A hypercall's number from its name, `memory_op`, or from digits. @throws what `refuse` makes */
export function hypercallInWords(word: string, refuse: RefuseWord): bigint {
  const number = integerInWords(word);
  if (number !== undefined) return number;
  const sought = bare(word.slice(0, MOST));
  const all = [
    ...Object.entries(hypercalls),
    ...Object.entries(hypercallNames).map(([number, name]) => [name, Number(number)] as const),
  ];
  const found = all.find(([name]) => bare(name) === sought);
  if (found) return BigInt(found[1]);
  const names = [...new Set(all.map(([name]) => name))];
  throw refuse(`${shown(word)} is no hypercall${nearest(word, names)}`);
}

/** What says which names a register can have. */
export interface RegisterPlace {
  readonly hypercall: number;
  /** Which of the argument registers, from 0. */
  readonly index: number;
  readonly interface: InterfaceName;
  readonly abi: Abi;
  /** The hypercall's table, if its registers may have names. */
  readonly table?: Hypercall | undefined;
}

/** `XENMEM_populate_physmap+5`, or as the decoder says it. */
const RESUMED = /^(\w+)(?: ?\+ ?| from extent )(\d{1,19}|0x[\da-f]{1,16})$/i;

/** Whether a text is a name, or begins with one, and no number. */
export const startsName = (text: string): boolean => /^\s*[a-z_]/i.test(text);

/** A register of any hypercall: its operation, or a value that its type names. */
function namedRegister(
  word: string,
  { table, index, abi }: { table: Hypercall; index: number; abi: Abi },
  refuse: RefuseWord,
): bigint {
  const prototype = abi.name === 'x86_32' && table.compat ? table.compat : table.registers;
  const member = prototype.members[index];
  if (!member || word.length > MOST) throw refuse(`${shown(word)} is no whole number`);
  const { operations } = table;
  const names =
    operations && !table.struct && member.name === operations.by ? operations.operations : [];
  const found = names.find(({ name }) => name.toLowerCase() === word.toLowerCase());
  const number = found
    ? BigInt(found.number)
    : numberInWords(member.type as Type, word, member.unit);
  if (number !== undefined) return BigInt.asUintN(abi.sizes.long * 8, number);
  const known = [
    ...names.map(({ name }) => name),
    ...Object.keys(namesOf(member.type as Type)?.values ?? {}),
  ];
  throw refuse(`${shown(word)} is no ${member.name} of ${table.name}${nearest(word, known)}`);
}

/**
 * An argument register from a name: memory_op's first from its command's, with the extent at
 * which it is resumed behind a plus. @throws what `refuse` makes
 */
export function registerInWords(
  text: string,
  { hypercall, index, interface: interfaceName, abi, table }: RegisterPlace,
  refuse: RefuseWord,
): bigint {
  const word = text.trim().replace(/\s+/g, ' ');
  if (table && table.operations?.noun !== 'command')
    return namedRegister(word, { table, index, abi }, refuse);
  if (hypercall !== commandHypercall.number || index !== 0)
    throw refuse(
      `${shown(word)} is no whole number${index === 0 ? `; of ${commandHypercall.name} alone the command has names` : ''}`,
    );
  const [, name = word, extent = '0'] = RESUMED.exec(word) ?? [];
  const command = word.length > MOST ? undefined : interfaces[interfaceName].find(isCommand(name));
  if (!command) throw refuse(notACommand(name, interfaceName));
  const register = (BigInt(extent) << BigInt(MEMOP_EXTENT_SHIFT)) | BigInt(command.number);
  const bits = abi.sizes.long * 8;
  if (BigInt.asUintN(bits, register) === register) return register;
  throw refuse(`${shown(word)}: extent ${extent} does not fit a register of ${bits} bits`);
}
