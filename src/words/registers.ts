/** The registers of a call as people write them: `rdi=0xb,rsi=0x1000`, or `0xb,0x1000`. */
import {
  type Hypercall,
  hypercallRegisters,
  commandHypercall,
  type InterfaceName,
} from '../../abi/index.js';
import type { Abi } from '../layout/index.js';
import { hypercallInWords, registerInWords, type RefuseWord, startsName } from './call.js';
import { integerInWords } from './integer.js';

export interface CallRegisters {
  readonly hypercall: number;
  readonly args: readonly bigint[];
}

/** What is known of a call before its registers are read. */
export interface CallWords {
  /** Registers, with commas between. */
  readonly args: string;
  /** The hypercall's number, where it is said apart. */
  readonly hypercall?: number | undefined;
  readonly abi: Abi;
  readonly interface: InterfaceName;
  /** The table of that hypercall: what its registers can be called. */
  readonly table?: Hypercall | undefined;
}

interface Item {
  /** In lower case; nothing for a register that is given by its place. */
  readonly name?: string;
  readonly value: string;
}

const NAMED = /^\s*[$%]?([a-z]\w*)\s*=(.*)$/is;

function itemOf(text: string): Item {
  const [, name, value] = NAMED.exec(text) ?? [];
  return name === undefined
    ? { value: text.trim() }
    : { name: name.toLowerCase(), value: value!.trim() };
}

/** What to say of a name that is no register of a call. */
function notARegister(name: string, abi: Abi): string {
  const { number, arguments: args } = hypercallRegisters[abi.name]!;
  const elsewhere = Object.entries(hypercallRegisters).find(
    ([, its]) => its.number === name || its.arguments.includes(name),
  );
  const other = elsewhere ? `, but of ${elsewhere[0]}` : '';
  return `${name} is no register of a call on ${abi.name}${other}: they are ${args.join(', ')}, and ${number} for its number`;
}

/** Each register by its place; the number, if one is given, at -1. @throws what `refuse` makes */
function placesOf(items: readonly Item[], abi: Abi, refuse: RefuseWord): Map<number, string> {
  const named = items.filter(({ name }) => name !== undefined);
  if (named.length === 0) return new Map(items.map(({ value }, place) => [place, value]));
  if (named.length < items.length)
    throw refuse('has registers with names and without: give all of them names, or none');
  const registers = hypercallRegisters[abi.name];
  if (!registers)
    throw refuse(`has names, but Xen names no registers on ${abi.name}: give values alone`);
  const places = new Map<number, string>();
  for (const { name = '', value } of named) {
    const place = registers.arguments.indexOf(name);
    if (place < 0 && name !== registers.number) throw refuse(notARegister(name, abi));
    if (places.has(place)) throw refuse(`gives ${name} twice`);
    places.set(place, value);
  }
  const least = Math.max(...places.keys());
  for (let place = 0; place < least; place++)
    if (!places.has(place))
      throw refuse(
        `lacks ${registers.arguments[place]}, argument ${place + 1} of ${least + 1} that it needs`,
      );
  return places;
}

/** A register's value from digits, of at most as many bits as there are. */
function valueOf(text: string, bits: number, refuse: RefuseWord): bigint {
  const value = integerInWords(text);
  if (value === undefined || value < 0n) throw refuse(`${text || '(nothing)'} is no whole number`);
  if (value >> BigInt(bits) !== 0n) throw refuse(`${text} does not fit ${bits} bits`);
  return value;
}

/**
 * A call's number and arguments. Names are those of the architecture's hypercall registers; values
 * without names are the arguments in their order. Without a number it is a memory_op.
 * @throws what `refuse` makes of a sentence that goes on after the option's name
 */
export function callInWords(words: CallWords, refuse: RefuseWord): CallRegisters {
  const { abi } = words;
  const items = words.args.split(',').map(itemOf);
  const places = placesOf(items, abi, refuse);
  const inRegister = places.get(-1);
  const told = words.hypercall;
  const hypercall =
    inRegister === undefined
      ? (told ?? commandHypercall.number)
      : Number(hypercallInWords(inRegister, refuse));
  if (told !== undefined && told !== hypercall)
    throw refuse(`says hypercall ${hypercall}, and --hypercall says ${told}`);
  const bits = items[0]!.name === undefined ? 64 : abi.sizes.long * 8;
  const args = [...places.keys()]
    .filter((place) => place >= 0)
    .sort((a, b) => a - b)
    .map((index) => {
      const text = places.get(index)!;
      if (!startsName(text)) return valueOf(text, bits, refuse);
      const table = words.table?.number === hypercall ? words.table : undefined;
      const place = { hypercall, index, abi, interface: words.interface, table };
      return registerInWords(text, place, refuse);
    });
  return { hypercall, args };
}
