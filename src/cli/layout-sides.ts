import {
  asDeclared,
  type Asked,
  compareLayouts,
  ObjectError,
  type ObjectStructs,
  readObject,
  type ReadOptions,
  recordedAlign,
  structOn,
} from '../check/index.js';
import {
  type Abi,
  type CompoundLayout,
  isCompound,
  type Layout,
  layoutOf,
} from '../layout/index.js';
import { Exit, FINDINGS, usage } from './exit.js';
import { say } from './io.js';
import { companionsOf, sayCompanions } from './companions.js';
import { withObject } from './object-files.js';

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
  readonly abi: Abi;
  /** The struct on this side: one, or each of its definitions. */
  find(name: string): readonly OnSide[];
}

const declaredOn = (name: string, abi: Abi): CompoundLayout | undefined => {
  const type = structOn(name, abi);
  return type && layoutOf(type, abi);
};

/** An architecture as a side. */
export const architecture = (abi: Abi): Side => ({
  label: abi.name,
  isObject: false,
  abi,
  find: (name) => [
    { label: abi.name, layout: declaredOn(name, abi), isAlignKnown: true, notes: [] },
  ],
});

/** Fields of a struct and of all that it is made of, which are compared one by one. */
const MOST_FIELDS = 2 ** 17;
const counts = new WeakMap<CompoundLayout['members'], number>();

/** How many fields a layout has inside; types may be nested so that they are beyond number. */
function fieldCount(layout: Layout): number {
  if (layout.kind === 'array' || layout.kind === 'flexible') return 1 + fieldCount(layout.element);
  if (!isCompound(layout)) return 1;
  let count = counts.get(layout.members);
  if (count === undefined) {
    count = layout.members.reduce((sum, member) => sum + fieldCount(member.layout), 1);
    counts.set(layout.members, count);
  }
  return count;
}

/** The structs to look for, and those that objects have another name for. */
export interface Wanted {
  readonly names: readonly string[];
  readonly renamed: readonly Asked[];
}

/** How objects are read, and the folders where what they name is looked for, too. */
export type SideOptions = ReadOptions & { readonly companionsFrom?: readonly string[] };

/** An object file as a side. @throws Exit */
export async function objectSide(
  file: string,
  { names, renamed }: Wanted,
  { companionsFrom, ...options }: SideOptions,
): Promise<Side> {
  let object: ObjectStructs;
  const companions = companionsOf(file, companionsFrom);
  const all = [...names, ...renamed.map(({ theirs }) => theirs)];
  try {
    object = await withObject(file, (source) =>
      readObject(source, all, { ...options, ...companions }),
    );
  } catch (error) {
    if (!(error instanceof ObjectError)) throw error;
    if (error.code === 'no-architecture')
      throw usage(`${file}: ${error.message}: put one beside it (--diff x86_64 ${file})`);
    throw new Exit(FINDINGS, `${file}: ${error.message}`);
  } finally {
    sayCompanions(file, companions);
  }
  for (const problem of object.problems) say(`xenabi: ${file}: ${problem.message}`);
  return {
    label: file,
    isObject: true,
    abi: object.abi,
    find(name) {
      const others = renamed.filter(({ ours }) => ours === name).map(({ theirs }) => theirs);
      const called = [...others, name].find((one) => object.structs.has(one)) ?? name;
      const all = object.structs.get(called);
      if (!all) return [{ label: file, layout: undefined, isAlignKnown: false, notes: [] }];
      const ours = declaredOn(name, object.abi);
      return all.map(({ layout: theirs, unit }): OnSide => {
        if (fieldCount(theirs) > MOST_FIELDS)
          throw new Exit(
            FINDINGS,
            `${file}: ${called} has more than ${MOST_FIELDS} fields, those of its structs too, and is not compared`,
          );
        const label = all.length > 1 ? `${file}, ${unit || 'a unit without a name'}` : file;
        const isAlignKnown = recordedAlign(theirs) !== undefined;
        const other = called === name ? [] : [`it is called ${called} in ${file}`];
        if (!ours) return { label, layout: theirs, isAlignKnown, notes: other };
        const notes = [...other, ...compareLayouts(ours, theirs).notes];
        return { label, layout: asDeclared(ours, theirs), isAlignKnown, notes };
      });
    },
  };
}
