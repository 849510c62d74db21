import { type Abi, dotted, entriesOf, layoutOf } from '../layout/index.js';
import type { CompoundType } from '../schema/index.js';
import { compareLayouts } from './compare/compare.js';
import type { Difference } from './compare/difference.js';
import { mistakeIn } from './compare/mistakes.js';
import type { FoundStruct, ObjectStructs } from './found.js';

/** What became of one struct; the contract of `check --json`, without the file's name. */
export interface StructVerdict {
  /** The ABI's name. */
  readonly struct: string;
  readonly abi: string;
  readonly verdict: 'match' | 'differ' | 'absent';
  readonly differences: readonly Difference[];
  /** Remarks in words: renamed fields, and what the mistake usually is. */
  readonly notes: readonly string[];
}

/** Differences of a struct that are told, and remarks: no header has so many fields. */
const MOST_TOLD = 1000;
const told = (count: number, what: string): readonly string[] =>
  count > MOST_TOLD ? [`${count} ${what}, of which ${MOST_TOLD} are told`] : [];

const unitText = (unit: string): string => unit || 'a unit without a name';

/** One definition beside the declaration. */
function compareOne(
  ours: CompoundType,
  abi: Abi,
  { layout: theirs, unit, name, isTag }: FoundStruct,
) {
  const layout = layoutOf(ours, abi);
  const { differences, notes } = compareLayouts(layout, theirs);
  const sizes = new Map([...entriesOf(layout)].map(({ path, size }) => [dotted(path), size]));
  const all = [...mistakeIn(ours, abi, theirs, differences, sizes), ...notes];
  return { unit: unitText(unit), name, isTag, kind: theirs.kind, differences, notes: all };
}
type Compared = ReturnType<typeof compareOne>;

/**
 * The definitions that count. Where the struct of that tag is as it should be, a typedef that
 * only shares its name is another type: Xen's own `shared_info_t` is a union of two of them.
 */
function withoutNamesakes(all: readonly Compared[]) {
  const isWrong = ({ differences }: Compared): boolean => differences.length > 0;
  const tags = all.filter(({ isTag }) => isTag);
  const others = all.filter((one) => !one.isTag && isWrong(one));
  if (tags.length === 0 || tags.some(isWrong) || others.length === 0)
    return { counted: all, notes: [] };
  const notes = new Set(others.map(({ name, kind }) => `${name} is another type here, a ${kind}`));
  return { counted: all.filter((one) => !others.includes(one)), notes: [...notes] };
}

/**
 * Compares a struct of an object with its declaration: every definition, where an object has
 * several that are not the same.
 * @param theirs the name that the object has for it
 */
export function judge(object: ObjectStructs, theirs: string, ours: CompoundType): StructVerdict {
  const { abi } = object;
  const head = { struct: ours.name ?? '', abi: abi.name };
  const called = theirs === ours.name ? [] : [`it is called ${theirs} here`];
  const found = object.structs.get(theirs);
  if (!found) {
    const notes = object.unreadable.has(theirs)
      ? [`${theirs} cannot be read`]
      : object.declared.has(theirs)
        ? [`${theirs} is declared, but never defined`]
        : [];
    return { ...head, verdict: 'absent', differences: [], notes };
  }
  const compared = found.map((one) => compareOne(ours, abi, one));
  const { counted: all, notes: namesakes } = withoutNamesakes(compared);
  const isOne = all.length === 1;
  const differences = all.flatMap((one) =>
    isOne ? one.differences : one.differences.map((each) => ({ ...each, unit: one.unit })),
  );
  const verdicts = all.map(
    (one) => `${one.unit} ${one.differences.length > 0 ? 'differs' : 'matches'}`,
  );
  const notes = [
    ...called,
    ...namesakes,
    ...(isOne ? [] : [`${all.length} definitions: ${verdicts.join(', ')}`]),
    ...all.flatMap((one) => one.notes.map((note) => (isOne ? note : `${one.unit}: ${note}`))),
  ];
  return {
    ...head,
    verdict: differences.length > 0 ? 'differ' : 'match',
    differences: differences.slice(0, MOST_TOLD),
    notes: [
      ...told(differences.length, 'differences'),
      ...told(notes.length, 'remarks'),
      ...notes.slice(0, MOST_TOLD),
    ],
  };
}
