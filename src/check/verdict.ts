import { structs as allStructs } from '../../abi/index.js';
import { type Abi, dotted, entriesOf, layoutOf } from '../layout/index.js';
import type { CompoundType } from '../schema/index.js';
import { compareLayouts } from './compare/compare.js';
import type { Difference } from './compare/difference.js';
import { mistakeIn } from './compare/mistakes.js';
import type { FoundStruct, ObjectStructs } from './found.js';

/** What is compared: a declaration, and the name that the object has for it. */
export interface Asked {
  readonly theirs: string;
  readonly ours: CompoundType;
}

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

/** Every struct that is declared for an architecture, under its own name. */
export const allAsked = (abi: Abi): readonly Asked[] =>
  allStructs
    .filter(({ abis }) => abis?.includes(abi.name) ?? true)
    .map((ours) => ({ theirs: ours.name!, ours }));

const sameDifference = (a: Difference, b: Difference): boolean =>
  a.path === b.path && a.what === b.what && a.actual === b.actual;

/** The definitions of a name: by tag, or where there is none by a typedef that ends in `_t`. */
export const definitionsOf = ({ structs }: ObjectStructs, name: string): readonly FoundStruct[] =>
  structs.get(name) ?? structs.get(`${name}_t`) ?? [];

/** Compares a struct of an object with its declaration; all of its definitions, where several differ. */
export function judge(object: ObjectStructs, { theirs, ours }: Asked): StructVerdict {
  const { abi } = object;
  const found = definitionsOf(object, theirs);
  const head = { struct: ours.name ?? '', abi: abi.name };
  const called = theirs === ours.name ? [] : [`it is called ${theirs} here`];
  if (found.length === 0) {
    const isDeclared = object.declared.has(theirs) || object.declared.has(`${theirs}_t`);
    const notes = isDeclared ? [`${theirs} is declared, but never defined`] : [];
    return { ...head, verdict: 'absent', differences: [], notes };
  }
  const layout = layoutOf(ours, abi);
  const sizes = new Map([...entriesOf(layout)].map(({ path, size }) => [dotted(path), size]));
  const differences: Difference[] = [];
  const notes = new Set(called);
  if (found.length > 1)
    notes.add(
      `${found.length} definitions: ${found.map(({ unit }) => unit || 'a unit without a name').join(', ')}`,
    );
  for (const { layout: actual, unit } of found) {
    const { differences: all, notes: remarks } = compareLayouts(layout, actual);
    const where = found.length > 1 && unit !== '' ? `${unit}: ` : '';
    for (const one of all)
      if (!differences.some((old) => sameDifference(old, one))) differences.push(one);
    for (const note of [...mistakeIn(ours, abi, actual, all, sizes), ...remarks])
      notes.add(where + note);
  }
  const verdict = differences.length > 0 ? 'differ' : 'match';
  return { ...head, verdict, differences, notes: [...notes] };
}

/** Two names for each that is looked for: a struct's own, and that of its typedef. */
export const namesOf = (asked: readonly Pick<Asked, 'theirs'>[]): readonly string[] =>
  asked.flatMap(({ theirs }) => [theirs, `${theirs}_t`]);
