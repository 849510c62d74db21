import {
  type Abi,
  type CompoundLayout,
  isCompound,
  type Layout,
  layoutOf,
  type Structs,
} from '../layout/index.js';
import type { Asked } from './check-object.js';
import { asDeclared } from './compare/as-declared.js';
import { compareLayouts } from './compare/compare.js';
import type { ObjectStructs } from './found.js';
import { ObjectError } from './object-error.js';
import { recordedAlign } from './object-layout.js';

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

function declaredOn(name: string, abi: Abi, structs: Structs): CompoundLayout | undefined {
  const type = structs.on(name, abi);
  return type && layoutOf(type, abi);
}

/** What is declared for an architecture, as a side. */
export const declaredSide = (abi: Abi, structs: Structs, label: string = abi.name): Side => ({
  label,
  isObject: false,
  abi,
  find: (name) => [
    { label, layout: declaredOn(name, abi, structs), isAlignKnown: true, notes: [] },
  ],
});

/** Declarations, and the structs that objects have another name for. */
export interface Declared {
  readonly structs: Structs;
  readonly renamed: readonly Asked[];
}

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

/** What was read of an object file, as a side; `find` throws an ObjectError for what is too much. */
export function objectSide(
  file: string,
  object: ObjectStructs,
  { structs, renamed }: Declared,
): Side {
  return {
    label: file,
    isObject: true,
    abi: object.abi,
    find(name) {
      const others = renamed.filter(({ ours }) => ours === name).map(({ theirs }) => theirs);
      const called = [...others, name].find((one) => object.structs.has(one)) ?? name;
      const all = object.structs.get(called);
      if (!all) return [{ label: file, layout: undefined, isAlignKnown: false, notes: [] }];
      const ours = declaredOn(name, object.abi, structs);
      return all.map(({ layout: theirs, unit }): OnSide => {
        if (fieldCount(theirs) > MOST_FIELDS)
          throw new ObjectError(
            'unsupported',
            '',
            null,
            `${called} has more than ${MOST_FIELDS} fields, those of its structs too, and is not compared`,
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
