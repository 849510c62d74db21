import { fail } from './declaration-error.js';
import type { Existence, Span } from './types.js';

const NUMBERS = /^\d+(\.\d+)*$/;

/** A release as numbers: `4.18.5`. */
const parts = (release: string): readonly number[] => release.split('.').map(Number);

/** The releases 4.18.x are the branch `4.18`. */
const branchOf = (release: string): string => release.split('.').slice(0, 2).join('.');

/** Whether a release comes before another, whose missing parts are `missing`. */
function isBefore(release: string, other: string, missing = 0): boolean {
  const [left, right] = [parts(release), parts(other)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [a, b] = [left[i] ?? 0, right[i] ?? missing];
    if (a !== b) return a < b;
  }
  return false;
}

type Bound = string | readonly string[];

/** The bound for the branch of a release: its own, or the last of them. */
function boundFor(bound: Bound, release: string): string {
  const all = typeof bound === 'string' ? [bound] : bound;
  return all.find((one) => branchOf(one) === branchOf(release)) ?? all.at(-1)!;
}

/** Whether a release is the first that has something, or behind it. */
const isSince = (since: Bound, release: string): boolean =>
  !isBefore(release, boundFor(since, release));

/** Whether a release is the last that has something, or before it: all of 4.18.x are, of `4.18`. */
function isUntil(until: Bound, release: string): boolean {
  const last = boundFor(until, release);
  return last === release || isBefore(release, last, Infinity);
}

/** Whether a release has something. */
export const existsAt = ({ since, until }: Span, release: string): boolean =>
  (since === undefined || isSince(since, release)) &&
  (until === undefined || isUntil(until, release));

/** What a declaration or a note says of where it exists, alone. */
export const existenceOf = ({ abis, since, until }: Existence): Existence => ({
  ...(abis && { abis }),
  ...(since !== undefined && { since }),
  ...(until !== undefined && { until }),
});

/** @throws DeclarationError for a release that is no dotted number */
export function checkExistence(owner: string | null, { since = [], until = [] }: Existence): void {
  for (const release of [since, until].flat())
    if (!NUMBERS.test(release)) fail(owner, null, `release ${release} is no dotted number`);
}
