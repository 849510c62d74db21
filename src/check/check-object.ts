import { structs } from '../../abi/index.js';
import type { Abi } from '../layout/index.js';
import type { ReadOptions } from './found.js';
import { readObject } from './object.js';
import { ObjectError } from './object-error.js';
import type { ObjectSource } from './source.js';
import { judge, structOn, type StructVerdict } from './verdict.js';

/** What is compared: a struct of the ABI by its name, and the name that the object has for it. */
export interface Asked {
  readonly theirs: string;
  readonly ours: string;
}

/** What became of an object. */
export interface ObjectVerdict {
  readonly abi: Abi;
  /** `DWARF 5`, `DWARF 4 and 5`, `BTF`. */
  readonly format: string;
  readonly structs: readonly StructVerdict[];
  /** What could not be read; the rest was compared. */
  readonly problems: readonly ObjectError[];
}

/** Every struct of the ABI under its own name. */
export const everyStruct: readonly Asked[] = [...new Set(structs.map(({ name }) => name!))].map(
  (name) => ({ theirs: name, ours: name }),
);

/**
 * Compares the structs of an ELF object or a BTF blob with the ABI of its architecture: every
 * struct that the architecture has, or those that are asked for.
 * @throws ObjectError when nothing can be read, or what is asked for is not on the architecture
 */
export function checkObject(
  source: ObjectSource,
  options: ReadOptions = {},
  asked: readonly Asked[] = everyStruct,
): ObjectVerdict {
  const names = asked.map(({ theirs }) => theirs);
  const object = readObject(source, names, options);
  const verdicts = asked.flatMap(({ theirs, ours }) => {
    const type = structOn(ours, object.abi);
    if (type) return [judge(object, theirs, type)];
    if (asked === everyStruct) return [];
    const why = `${ours} does not exist on ${object.abi.name}`;
    throw new ObjectError('unsupported', '', null, why);
  });
  return { abi: object.abi, format: object.format, structs: verdicts, problems: object.problems };
}
