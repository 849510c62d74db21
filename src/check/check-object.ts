import type { Abi, Structs } from '../layout/index.js';
import { xenStructs } from '../words/structs.js';
import type { ReadOptions } from './found.js';
import { readObject } from './object.js';
import { ObjectError } from './object-error.js';
import type { ObjectSource } from './source.js';
import { judge, type StructVerdict } from './verdict.js';

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

/** How an object is read, and what it is compared with. */
export interface CheckOptions extends ReadOptions {
  /** Declarations in place of those of Xen's headers. */
  readonly structs?: Structs | undefined;
}

/**
 * Compares the structs of an ELF object or a BTF blob with the ABI of its architecture: every
 * struct that the architecture has, or those that are asked for.
 * @throws ObjectError when nothing can be read, or what is asked for is not on the architecture
 */
export function checkObject(
  source: ObjectSource,
  { structs = xenStructs, ...options }: CheckOptions = {},
  asked?: readonly Asked[],
): ObjectVerdict {
  const wanted = asked ?? structs.names.map((name) => ({ theirs: name, ours: name }));
  const object = readObject(
    source,
    wanted.map(({ theirs }) => theirs),
    options,
  );
  const verdicts = wanted.flatMap(({ theirs, ours }) => {
    const type = structs.on(ours, object.abi);
    if (type) return [judge(object, theirs, type)];
    if (!asked) return [];
    const why = `${ours} does not exist on ${object.abi.name}`;
    throw new ObjectError('unsupported', '', null, why);
  });
  return { abi: object.abi, format: object.format, structs: verdicts, problems: object.problems };
}
