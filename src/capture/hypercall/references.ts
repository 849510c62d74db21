import type { Length, List, Lists } from '../../../abi/index.js';
import { type Layout, layoutOf } from '../../layout/index.js';
import {
  type CompoundType,
  declaredAt,
  type Direction,
  handle,
  type HandleType,
  type IntegerType,
  integerOf,
  type Type,
  unaliased,
  unsigned_long,
} from '../../schema/index.js';
import { type ListReference, listsIn, offsetOf } from '../lists.js';
import type { Look } from '../observe.js';
import { type Field, fieldAt, numberAt } from './fields.js';
import { present } from './choose.js';
import { holds, lengthOf, type Scopes } from './lengths.js';

/** A value whose lists are looked for: a call's registers, its argument, an element of a list. */
export interface Place {
  /** What stands before the paths in it. */
  readonly path: string;
  /** Of a struct in memory. */
  readonly address?: bigint;
  readonly type: CompoundType;
  readonly value: unknown;
  /** What names may mean before the call and after it, the innermost first. */
  readonly scopes: readonly unknown[];
  readonly later: readonly unknown[];
}

/** A list as its row of the table has it, and where that says it is. */
export interface Found {
  readonly spec: List;
  readonly reference: ListReference;
}

/** Elements of lists that end themselves are looked at one by one, and no more than so many. */
const MOST = 0x10000;

/** Elements whose bytes are known. */
const knownElements = ({ memory }: Look, address: bigint, size: number): bigint =>
  BigInt(Math.floor(memory.read(address, MOST * size).length / size));

/** The scalar of an element: itself, or one of its fields. */
function fieldOf(element: unknown, field: string): bigint | undefined {
  if (field !== '') return numberAt(field, [element]);
  return typeof element === 'number' || typeof element === 'bigint' ? BigInt(element) : undefined;
}

function untilIn({ memory, abi, codec }: Look, type: Type, size: number, address: bigint) {
  return (field: string, is: number): bigint | undefined => {
    const { decode } = codec(type, abi);
    for (let i = 0; i < MOST; i++) {
      const bytes = memory.read(address + BigInt(i * size), size);
      if (bytes.length < size) break;
      if (fieldOf(decode(bytes), field) === BigInt(is)) return BigInt(i + 1);
    }
    return undefined;
  };
}

/** A pointer that is declared as a number is one to what the table says. */
function handleOf(at: Field, { element }: List): HandleType | undefined {
  const type = unaliased(at.type);
  if (type.kind === 'flexible') return handle('inline', element ?? type.element, unsigned_long);
  if (type.kind === 'handle') return element ? { ...type, target: element } : type;
  return type.kind === 'struct' || type.kind === 'union' || !integerOf(type as Type)
    ? undefined
    : handle('address', element, type as IntegerType);
}

/** Where the elements of a struct's flexible array begin. */
const inlineAddress = ({ abi }: Look, { type, address = 0n }: Place, path: string): bigint =>
  address + BigInt(offsetOf(layoutOf(type, abi), path));

/** With its target as the caller's architecture and release have it. */
function declaredHandle({ where, abi }: Look, of: HandleType | undefined): HandleType | undefined {
  if (!of?.target) return of;
  const { target: declared, ...rest } = of;
  const target = present(declaredAt(declared, where), abi);
  return { ...rest, ...(target && { target }) };
}

/** What the declaration of the handle says of the length. */
function declared(type: CompoundType, value: unknown, path: string): bigint {
  const own = listsIn(type, value).find((one) => one.path === path);
  return own?.length ?? 0n;
}

const joined = (...names: readonly string[]): string =>
  names.filter((name) => name !== '').join('.');

function foundAt(look: Look, place: Place, path: string, spec: List): Found | undefined {
  const at = fieldAt(place, path);
  const handle = at && declaredHandle(look, handleOf(at, spec));
  const isInline = at?.type.kind === 'flexible';
  if (!at || !handle || (spec.when && !holds(spec.when, place.scopes))) return undefined;
  const isNumber = typeof at.value === 'bigint' || typeof at.value === 'number';
  // A call that has fewer registers has no such list.
  if (!isInline && !isNumber) return undefined;
  const word = isInline ? inlineAddress(look, place, path) : BigInt(at.value as bigint | number);
  const address = spec.mask === undefined ? word : word & spec.mask;
  const { target } = handle;
  const size = target ? (layoutOf(target, look.abi) as Layout).size : 1;
  const scopes: Scopes = {
    scopes: place.scopes,
    size,
    until: target ? untilIn(look, target, size, address) : () => undefined,
    first: () => {
      const [low, high] = look.memory.read(address, 2);
      return high === undefined ? undefined : BigInt(low! + high * 256);
    },
  };
  const later: Scopes = { ...scopes, scopes: place.later };
  const { length: told, written, direction, optional, isBitmap } = spec;
  const reckon = (length: Length | undefined, isAfter: boolean): bigint => {
    const at = isAfter ? later : scopes;
    if (length !== undefined) return lengthOf(length, at, isAfter) ?? 0n;
    return declared(place.type, at.scopes[0], path);
  };
  const kind = typeof told === 'object' ? told.kind : undefined;
  const own = reckon(told, kind === 'after');
  const isEndless = (kind === 'until' || kind === 'first') && own === 0n;
  const length = isEndless ? knownElements(look, address, size) + 1n : own;
  const after = look.isDone ? reckon(written ?? told, true) : length;
  const unit = spec.unit ?? at.member?.unit;
  return {
    spec,
    reference: {
      path: joined(place.path, path),
      handle,
      direction: direction satisfies Direction,
      address,
      length,
      ...(unit && { unit }),
      ...(after < length && !isEndless && { after }),
      ...(isEndless && { isEndless }),
      ...(optional && { optional }),
      ...(isBitmap && { isBitmap }),
    },
  };
}

/** `bufs[1].h`: a handle in an element of a register's list. */
export const INDEXED = /^(\w+)\[(\d+)\]\.(\S+)$/;

/** One element of a register's list, as a place; nothing where its bytes are not known. */
export function elementPlace(
  look: Look,
  place: Place,
  lists: Lists,
  name: string,
  index: number,
): Place | undefined {
  const list = lists[name] && foundAt(look, place, name, lists[name]);
  const type = list && unaliased(list.reference.handle.target!);
  if (type?.kind !== 'struct' || BigInt(index) >= list!.reference.length) return undefined;
  const { size } = layoutOf(type, look.abi);
  const bytes = look.memory.read(list!.reference.address + BigInt(index * size), size);
  if (bytes.length < size) return undefined;
  const value = look.codec<CompoundType>(type, look.abi).decode(bytes);
  return {
    path: `${name}[${index}]`,
    type,
    value,
    scopes: [value, ...place.scopes],
    later: [value, ...place.later],
  };
}

/**
 * The lists that a table's row names in a value, in the row's order.
 * @param registers where keys that have an index begin
 */
export function findLists(look: Look, place: Place, lists: Lists, registers: Lists = {}): Found[] {
  return Object.entries(lists).flatMap(([key, spec]) => {
    const [, name, index, path] = INDEXED.exec(key) ?? [];
    if (name === undefined) return foundAt(look, place, key, spec) ?? [];
    const inside = elementPlace(look, place, registers, name, Number(index));
    return (inside && foundAt(look, inside, path!, spec)) ?? [];
  });
}
