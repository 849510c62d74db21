import { AT, FORM, TAG } from '../../src/check/dwarf/constants.js';
import {
  readObject,
  type ObjectStructs,
  type ReadOptions,
  sourceOf,
} from '../../src/check/index.js';
import type { CompoundLayout } from '../../src/layout/index.js';
import { type Attribute, die, type Die } from './write-dwarf.js';

const UNIT = 0x11;

/** The entries that most tests need, with the attributes that compilers give them. */
export const unitDie = (children: readonly Die[], attributes: readonly Attribute[] = []): Die =>
  die(UNIT, [[AT.name, FORM.string, 'unit.c'], ...attributes], children);

const UNSIGNED = 7;
export const baseType = (size: number, name = `u${size * 8}`, encoding = UNSIGNED): Die =>
  die(TAG.base_type, [
    [AT.name, FORM.string, name],
    [AT.byte_size, FORM.data1, size],
    [AT.encoding, FORM.data1, encoding],
  ]);

export const memberDie = (name: string | null, type: Die, ...rest: readonly Attribute[]): Die =>
  die(TAG.member, [
    ...(name === null ? [] : [[AT.name, FORM.string, name] satisfies Attribute]),
    [AT.type, FORM.ref4, type],
    ...rest,
  ]);

export const at = (offset: number): Attribute => [AT.data_member_location, FORM.udata, offset];

export const structDie = (
  name: string | null,
  size: number,
  members: readonly Die[],
  ...rest: readonly Attribute[]
): Die =>
  die(
    TAG.structure_type,
    [
      ...(name === null ? [] : [[AT.name, FORM.string, name] satisfies Attribute]),
      [AT.byte_size, FORM.udata, size],
      ...rest,
    ],
    members,
  );

export const arrayDie = (element: Die, ...bounds: readonly (readonly Attribute[])[]): Die =>
  die(
    TAG.array_type,
    [[AT.type, FORM.ref4, element]],
    bounds.map((bound) => die(TAG.subrange_type, bound)),
  );

export const typedefDie = (name: string, type: Die): Die =>
  die(TAG.typedef, [
    [AT.name, FORM.string, name],
    [AT.type, FORM.ref4, type],
  ]);

/** Reads these structs of an object. */
export const readBack = (
  bytes: Uint8Array,
  names: readonly string[] = ['s'],
  options?: ReadOptions,
): ObjectStructs => readObject(sourceOf(bytes), names, options);

/** The only definition of a struct; the first problem is thrown. */
export function structIn(bytes: Uint8Array, name = 's', options?: ReadOptions): CompoundLayout {
  const { structs, problems } = readBack(bytes, [name], options);
  if (problems.length > 0) throw problems[0]!;
  const found = structs.get(name) ?? [];
  if (found.length !== 1) throw new Error(`${found.length} definitions of ${name}`);
  return found[0]!.layout;
}
