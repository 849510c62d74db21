import type { Layout } from '../../layout/index.js';
import type { Comparison, Difference } from './difference.js';
import { shapeOf } from './shape.js';

/** Where both sides of a comparison begin, in bytes from the outermost structs' starts. */
export interface At {
  readonly path: string;
  /** Their name of the field. */
  readonly called: string;
  readonly ours: number;
  readonly theirs: number;
}

/** What is found goes here. */
export interface Report extends Comparison {
  readonly differences: Difference[];
  readonly notes: string[];
}

/** Nothing found yet. */
export const report = (): Report => ({ differences: [], notes: [] });

/** The path of a field inside. */
export const within = (at: At, name: string): string =>
  at.path === '' ? name : `${at.path}.${name}`;

/** A difference, if the two are not the same. */
export function differ(
  to: Report,
  path: string,
  what: Difference['what'],
  expected: number | string,
  actual: number | string,
): void {
  if (expected !== actual) to.differences.push({ path, what, expected, actual });
}

/** A size that differs, or else another shape of the same size. */
export function mismatch(ours: Layout, theirs: Layout, { path }: At, to: Report): void {
  if (ours.size !== theirs.size) differ(to, path, 'size', ours.size, theirs.size);
  else differ(to, path, 'shape', shapeOf(ours), shapeOf(theirs));
}
