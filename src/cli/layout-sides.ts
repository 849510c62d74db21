import { existsSync } from 'node:fs';
import { structs } from '../../abi/index.js';
import {
  asDeclared,
  compareLayouts,
  definitionsOf,
  namesOf,
  ObjectError,
  type ObjectStructs,
  readObject,
} from '../check/index.js';
import { type Abi, type CompoundLayout, layoutOf } from '../layout/index.js';
import { Exit, FINDINGS, usage } from './exit.js';
import { abiNamed, findAbi, structNamed } from './names.js';
import { besideObject, withObject } from './object-files.js';

/** A struct as one side has it; no layout where it does not. */
export interface OnSide {
  readonly layout: CompoundLayout | undefined;
  /** Remarks: fields that have another name here. */
  readonly notes: readonly string[];
}

/** One side of a comparison: an architecture, or an object file. */
export interface Side {
  readonly label: string;
  readonly isObject: boolean;
  find(name: string): OnSide;
}

const declaredOn = (name: string, abi: Abi): CompoundLayout | undefined => {
  const type = structs.find((one) => one.name === name && (one.abis?.includes(abi.name) ?? true));
  return type && layoutOf(type, abi);
};

const architecture = (abi: Abi): Side => ({
  label: abi.name,
  isObject: false,
  find: (name) => ({ layout: declaredOn(name, abi), notes: [] }),
});

async function objectSide(file: string, names: readonly string[]): Promise<Side> {
  const wanted = namesOf(names.map((theirs) => ({ theirs })));
  let object: ObjectStructs;
  try {
    object = await withObject(file, (source) => readObject(source, wanted, besideObject(file)));
  } catch (error) {
    if (error instanceof ObjectError) throw new Exit(FINDINGS, `${file}: ${error.message}`);
    throw error;
  }
  return {
    label: file,
    isObject: true,
    find(name) {
      const [found, ...others] = definitionsOf(object, name);
      if (!found) return { layout: undefined, notes: [] };
      const several = others.length > 0 ? [`${file} has ${others.length + 1} definitions`] : [];
      const ours = declaredOn(name, object.abi);
      if (!ours) return { layout: found.layout, notes: several };
      const { notes } = compareLayouts(ours, found.layout);
      return { layout: asDeclared(ours, found.layout), notes: [...several, ...notes] };
    },
  };
}

/** Whether a word names a file rather than a struct: no struct's name has a dot or a slash. */
const isFile = (word: string): boolean => /[./]/.test(word) || existsSync(word);

/**
 * The sides of `--diff A B [C]`, and the structs: words are architectures, files or structs.
 * @throws Exit
 */
export async function sidesOf(
  diff: string,
  operands: readonly string[],
): Promise<{ sides: readonly Side[]; names: readonly string[] }> {
  const first = isFile(diff) ? [diff] : diff.split(',');
  const isSide = (word: string): boolean => findAbi(word) !== undefined || isFile(word);
  const words = [...first, ...operands.filter(isSide)];
  const asked = operands.filter((word) => !isSide(word));
  if (words.length < 2 || words.length > 3)
    throw usage('--diff takes two sides, or three: architectures or object files (--diff A B)');
  // A struct that we do not know can still be compared between objects.
  const areObjects = words.every(isFile);
  const names =
    asked.length > 0
      ? asked.map((name) => (areObjects ? name : structNamed(name).name!))
      : [...new Set(structs.map((type) => type.name!))];
  const sides: Side[] = [];
  for (const word of words)
    sides.push(isFile(word) ? await objectSide(word, names) : architecture(abiNamed(word)));
  return { sides, names };
}
