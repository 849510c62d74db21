import {
  checkObject,
  everyStruct,
  ObjectError,
  type ObjectSource,
  sourceOf,
} from '../../src/check/index.js';
import { x86_64 } from '../../src/layout/index.js';
import { baseType } from './dies.js';
import type { Die } from './write-dwarf.js';

/** Files as small as the hostile ones are read in a fraction of that, on a busy machine too. */
export const ENOUGH = { testTimeout: 20_000 };

/** A struct that is looked for. */
export const NAME = 'xen_memory_exchange';

/**
 * What is said of a file: of all of it, or of parts. A file that takes minutes is over the time
 * that a test has.
 */
export function said(file: Uint8Array | ObjectSource, options = {}, asked = everyStruct): string {
  try {
    const source = file instanceof Uint8Array ? sourceOf(file) : file;
    const object = checkObject(source, options, asked);
    return object.problems.map(({ message }) => message).join('\n');
  } catch (error) {
    if (!(error instanceof ObjectError)) throw error;
    return error.message;
  }
}

export const many = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));
export const u32 = (): Die => baseType(4);
/** How raw BTF is read. */
export const btf = { abi: x86_64 };
