import type { Truth } from '../golden/truth.js';

/** A field at which a struct is wrong: offsets or sizes in bytes. */
export interface Fault {
  readonly path: string;
  readonly problem: 'offset' | 'size' | 'missing' | 'extra';
  readonly expected?: number;
  readonly actual?: number;
}

function faultsAt(
  path: string,
  right: readonly number[] | undefined,
  actual: readonly number[] | undefined,
): Fault[] {
  if (!actual) return [{ path, problem: 'missing' }];
  if (!right) return [{ path, problem: 'extra' }];
  return (['offset', 'size'] as const).flatMap((problem, i) =>
    right[i] === actual[i] ? [] : [{ path, problem, expected: right[i]!, actual: actual[i]! }],
  );
}

/**
 * Where two measures of a struct differ, in the order of the right one's fields. `here` names a
 * field in the other one: an empty name is not looked for.
 */
export function faults(
  right: Truth,
  actual: Truth,
  here: (path: string) => string = (path) => path,
): Fault[] {
  const paths = Object.keys(right.fields).filter((path) => here(path) !== '');
  const known = new Set(paths.map(here));
  const extra = Object.keys(actual.fields).filter((path) => !known.has(path));
  return [
    ...paths.flatMap((path) => faultsAt(path, right.fields[path], actual.fields[here(path)])),
    ...extra.flatMap((path) => faultsAt(path, undefined, actual.fields[path])),
  ];
}
