import type { Hypercall, Lists } from '../../../abi/index.js';
import { type CompoundType, type StructType, unaliased } from '../../schema/index.js';
import type { CaptureHeader } from '../capture.js';
import type { DecodedRequest } from '../decoded.js';
import { type ArgumentRead, type ListRead, type Look, readArgument, readList } from '../observe.js';
import { choose, existsOn, selectedBy } from './choose.js';
import { fieldAt, numberAt, numberInMemory } from './fields.js';
import { narrowed } from './narrowed.js';
import { elementPlace, findLists, type Found, INDEXED, type Place } from './references.js';
import { prototypeOf, type RegisterRead, readRegisters } from './registers.js';

/** Where the tables of hypercalls are found by their numbers. */
export interface Tables {
  get(number: number): Hypercall | undefined;
}

/** What is asked for, with all that the warnings need. */
export interface Request extends DecodedRequest {
  readonly argument?: ArgumentRead;
  readonly lists: readonly ListRead[];
}

export interface Asked {
  readonly number: bigint;
  readonly args: readonly bigint[];
  readonly result?: bigint;
}

export interface Reader {
  readonly look: Look;
  readonly tables: Tables;
  readonly interface: CaptureHeader['interface'];
}

/** The registers of a call as a place: names mean registers, and after it also its result. */
function registersPlace(
  type: StructType,
  registers: readonly RegisterRead[],
  result: bigint | undefined,
): Place {
  const value = Object.fromEntries(registers.map(({ member, value }) => [member.name, value]));
  const later = { ...value, ...(result !== undefined && { result }) };
  return { path: '', type, value, scopes: [value], later: [later] };
}

/** Where the argument is: behind a register, or behind a handle in a register's list. */
function argumentAddress(look: Look, table: Hypercall, place: Place): bigint | undefined {
  const { argument = '', lists = {} } = table;
  const [, list, index, field] = INDEXED.exec(argument) ?? [];
  if (list === undefined) return numberAt(argument, place.scopes);
  const element = elementPlace(look, place, lists, list, Number(index));
  return element && numberAt(field!, [element.value]);
}

/** The place that an operation's lists begin at: the argument, or the live member of its union. */
function memberPlace(argument: ArgumentRead, member: string, registers: Place): Place {
  const { type, value, after } = argument;
  const now = after?.value ?? value;
  const own = fieldAt({ type, value }, member)!;
  return {
    path: member,
    address: argument.address,
    type: unaliased(own.type) as CompoundType,
    value: own.value,
    scopes: [own.value, value, ...registers.scopes],
    later: [fieldAt({ type, value: now }, member)!.value, now, ...registers.later],
  };
}

/** A list that the table names, and behind it those of its elements. */
function withInner({ elements }: Hypercall, look: Look, place: Place, found: Found): ListRead[] {
  const { reference, spec } = found;
  const list = readList(look, reference);
  const operations =
    elements?.list === list.path
      ? list.before?.map((element) => selectedBy(elements, numberAt(elements.by, [element])))
      : undefined;
  const type = reference.handle.target && unaliased(reference.handle.target);
  const inner =
    type?.kind === 'struct' && list.before && (spec.lists || operations)
      ? list.before.flatMap((value, i) => {
          const at: Place = {
            path: `${list.path}[${i}]`,
            type,
            value,
            scopes: [value, ...place.scopes],
            later: [list.after?.[i] ?? value, ...place.later],
          };
          const lists = { ...spec.lists, ...operations?.[i]?.lists };
          return findLists(look, at, lists).flatMap((one) =>
            withInner({} as Hypercall, look, at, one),
          );
        })
      : [];
  return [{ ...list, ...(operations && { operations }) }, ...inner];
}

const some = (lists: Lists, keep: (key: string) => boolean): Lists =>
  Object.fromEntries(Object.entries(lists).filter(([key]) => keep(key)));

/** Reads what a call, or an entry of a multicall, asks for: memory is as it was before it. */
export function readRequest(reader: Reader, { number, args, result }: Asked): Request {
  const { look, tables } = reader;
  const { abi, memory } = look;
  const table = number < 0x10000n ? tables.get(Number(number)) : undefined;
  if (!table || !existsOn(abi, table)) return { number, above: 0n, registers: [], lists: [] };
  const usual = prototypeOf(table, undefined, look.where);
  const first = registersPlace(usual, readRegisters(usual, args, abi), result);
  const address = argumentAddress(look, table, first);
  const { struct, ...chosen } = choose(table, {
    abi,
    where: look.where,
    interface: reader.interface,
    registers: first.scopes,
    field: (type, path) =>
      address === undefined ? undefined : numberInMemory(memory, { type, path, address }, abi),
  });
  const { operation, step, member } = chosen;
  const prototype = prototypeOf(table, operation, look.where);
  const registers = readRegisters(prototype, args, abi);
  const place = registersPlace(prototype, registers, result);
  const seen = struct && (member === undefined ? struct : narrowed(struct, member, abi));
  const argument =
    seen && address !== undefined ? readArgument(look, seen, address, struct) : undefined;
  const named = { ...table.lists, ...operation?.lists, ...step?.lists };
  const names = new Set(prototype.members.map((m) => m.name));
  const isOfRegister = (key: string): boolean => names.has(key.split(/\W/)[0]!);
  const inside =
    argument?.value === undefined ? undefined : memberPlace(argument, member ?? '', place);
  // How long a list of the registers is may stand in the argument.
  const outer = inside
    ? {
        ...place,
        scopes: [...place.scopes, ...inside.scopes],
        later: [...place.later, ...inside.later],
      }
    : place;
  const lists = [
    ...findLists(look, outer, some(named, isOfRegister), table.lists).flatMap((one) =>
      withInner(table, look, outer, one),
    ),
    ...(inside
      ? findLists(
          look,
          inside,
          some(named, (key) => !isOfRegister(key)),
        ).flatMap((one) => withInner(table, look, inside, one))
      : []),
  ];
  return {
    number,
    hypercall: table,
    ...chosen,
    registers,
    ...(argument && { argument }),
    lists,
  };
}
