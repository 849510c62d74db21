import {
  type Asked,
  checkObject,
  ObjectError,
  type ObjectSource,
  sourceOf,
} from '../../src/check/index.js';
import { x86_64 } from '../../src/layout/index.js';
import { AT, FORM, TAG } from '../../src/check/dwarf/constants.js';
import { baseType } from './dies.js';
import type { Die } from './write-dwarf.js';
import { cString, joined, pack, writeElf } from './write-elf.js';

/** Files as small as the hostile ones are read in a fraction of that, on a busy machine too. */
export const ENOUGH = { testTimeout: 60_000 };

/** A struct that is looked for. */
export const NAME = 'xen_memory_exchange';

/**
 * What is said of a file: of all of it, or of parts. A file that takes minutes is over the time
 * that a test has.
 */
export function said(
  file: Uint8Array | ObjectSource,
  options = {},
  asked?: readonly Asked[],
): string {
  try {
    const source = file instanceof Uint8Array ? sourceOf(file) : file;
    const object = checkObject(source, options, asked);
    return object.problems.map(({ message }) => message).join('\n');
  } catch (error) {
    if (!(error instanceof ObjectError)) throw error;
    return error.message;
  }
}

const TYPE_AT = 12;

/** A struct of so many members, all of one name: an object that is written in no time. */
export function wideStruct(count: number, names: Uint8Array = cString('')): Uint8Array {
  const abbrev = joined(
    pack([1, 1], [1, 0x11], [1, 1], [2, 0]),
    pack([1, 2], [1, TAG.structure_type], [1, 1], [1, AT.name], [1, FORM.strp], [2, 0]),
    pack([1, 3], [1, TAG.member], [1, 0], [1, AT.name], [1, FORM.strp]),
    pack([1, AT.type], [1, FORM.ref1], [2, 0]),
    pack([1, 4], [1, TAG.base_type], [1, 0], [1, AT.byte_size], [1, FORM.data1], [3, 0]),
  );
  const own = cString(NAME);
  const members = new Uint8Array(6 * count);
  const view = new DataView(members.buffer);
  for (let i = 0; i < count; i++) {
    view.setUint8(6 * i, 3);
    view.setUint32(6 * i + 1, own.length + (i % names.length), true);
    view.setUint8(6 * i + 5, TYPE_AT);
  }
  // The first child is what all members are.
  const head = pack([2, 4], [4, 0], [1, 8], [1, 1], [1, 4], [1, 4]);
  const body = joined(head, pack([1, 2], [4, 0]), members, pack([2, 0]));
  return writeElf([
    { name: '.debug_info', bytes: joined(pack([4, body.length]), body) },
    { name: '.debug_abbrev', bytes: abbrev },
    { name: '.debug_str', bytes: joined(own, names) },
  ]);
}

export const many = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
export const u32 = (): Die => baseType(4);
/** How raw BTF is read. */
export const btf = { abi: x86_64 };
