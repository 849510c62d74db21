import { existsSync } from 'node:fs';
import { structs } from '../../abi/index.js';
import {
  asDeclared,
  compareLayouts,
  ObjectError,
  type ObjectStructs,
  readObject,
  type ReadOptions,
  recordedAlign,
  structOn,
} from '../check/index.js';
import { type Abi, type CompoundLayout, layoutOf } from '../layout/index.js';
import { Exit, FINDINGS, usage } from './exit.js';
import { abiNamed, findAbi, structNamed } from './names.js';
import { besideObject, withObject } from './object-files.js';

/** A struct as one side has it; no layout where it does not. */
export interface OnSide {
  /** The side, and where it has several definitions, the unit. */
  readonly label: string;
  readonly layout: CompoundLayout | undefined;
  /** Debug information has no alignment but that of an attribute. */
  readonly isAlignKnown: boolean;
  /** Remarks: fields that have another name here. */
  readonly notes: readonly string[];
}

/** One side of a comparison: an architecture, or an object file. */
export interface Side {
  readonly label: string;
  readonly isObject: boolean;
  /** The struct on this side: one, or each of its definitions. */
  find(name: string): readonly OnSide[];
}

const declaredOn = (name: string, abi: Abi): CompoundLayout | undefined => {
  const type = structOn(name, abi);
  return type && layoutOf(type, abi);
};

const architecture = (abi: Abi): Side => ({
  label: abi.name,
  isObject: false,
  find: (name) => [
    { label: abi.name, layout: declaredOn(name, abi), isAlignKnown: true, notes: [] },
  ],
});

async function objectSide(
  file: string,
  names: readonly string[],
  options: ReadOptions,
): Promise<Side> {
  let object: ObjectStructs;
  try {
    object = await withObject(file, (source) =>
      readObject(source, names, { ...options, ...besideObject(file) }),
    );
  } catch (error) {
    if (!(error instanceof ObjectError)) throw error;
    if (error.code === 'no-architecture')
      throw usage(`${file}: ${error.message}: put one beside it (--diff x86_64 ${file})`);
    throw new Exit(FINDINGS, `${file}: ${error.message}`);
  }
  return {
    label: file,
    isObject: true,
    find(name) {
      const all = object.structs.get(name);
      if (!all) return [{ label: file, layout: undefined, isAlignKnown: false, notes: [] }];
      const ours = declaredOn(name, object.abi);
      return all.map(({ layout: theirs, unit }): OnSide => {
        const label = all.length > 1 ? `${file}, ${unit || 'a unit without a name'}` : file;
        const isAlignKnown = recordedAlign(theirs) !== undefined;
        if (!ours) return { label, layout: theirs, isAlignKnown, notes: [] };
        const { notes } = compareLayouts(ours, theirs);
        return { label, layout: asDeclared(ours, theirs), isAlignKnown, notes };
      });
    },
  };
}

/** Whether a word names a file rather than a struct: no struct's name has a dot or a slash. */
const isFile = (word: string): boolean => /[./]/.test(word) || existsSync(word);

/**
 * The sides of `--diff A B [C]`, and the structs: words are architectures, files or structs.
 * BTF, which does not name its architecture, is read as the first one that is a side.
 * @throws Exit
 */
export async function sidesOf(
  diff: string,
  operands: readonly string[],
  options: ReadOptions,
): Promise<{ sides: readonly Side[]; names: readonly string[] }> {
  const first = isFile(diff) ? [diff] : diff.split(',');
  const isSide = (word: string): boolean => findAbi(word) !== undefined || isFile(word);
  const words = [...first, ...operands.filter(isSide)];
  const asked = operands.filter((word) => !isSide(word));
  const known = (name: string): boolean =>
    structs.some((type) => [type.name, `${type.name}_t`].includes(name));
  const strange = asked.find((name) => !known(name));
  if (words.length === 1 && strange !== undefined)
    throw usage(`${strange} is neither an architecture nor a file`);
  if (words.length < 2 || words.length > 3)
    throw usage('--diff takes two sides, or three: architectures or object files (--diff A B)');
  // A struct that we do not know can still be compared between objects.
  const areObjects = words.every(isFile);
  const names =
    asked.length > 0
      ? asked.map((name) => (areObjects && !known(name) ? name : structNamed(name).name!))
      : [...new Set(structs.map((type) => type.name!))];
  const abi = words.map(findAbi).find((one) => one !== undefined);
  const sides: Side[] = [];
  for (const word of words) {
    if (!isFile(word)) sides.push(architecture(abiNamed(word)));
    else sides.push(await objectSide(word, names, await withFallback(word, abi, options)));
  }
  return { sides, names };
}

/** Only BTF takes the architecture of another side: an ELF file has its own. */
async function withFallback(
  file: string,
  abi: Abi | undefined,
  options: ReadOptions,
): Promise<ReadOptions> {
  const isElf = await withObject(file, ({ size, read }) => size > 0 && read(0, 1)[0] === 0x7f);
  return isElf ? options : { ...options, abi };
}
