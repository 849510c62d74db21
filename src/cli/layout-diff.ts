import {
  type CompoundLayout,
  diffLayouts,
  dotted,
  type FieldDifference,
  oldReaders,
  paddingOf,
  type Structs,
} from '../layout/index.js';
import type { OnSide, Side } from '../check/index.js';
import { usage } from './exit.js';
import { printJson, printLine, printLines } from './io.js';
import { folded } from '../check/verdict-view.js';
import { type DiffWords, sidesOf } from './diff-words.js';
import type { SideOptions } from './object-side.js';
import { tones } from './tones.js';

/** A struct on two sides. */
interface Pair {
  readonly name: string;
  readonly sides: readonly [Side, Side];
  readonly a: OnSide;
  readonly b: OnSide;
}

const labelsOf = ({ a, b }: Pair): string => `${a.label} -> ${b.label}`;

function differencesOf({ a, b }: Pair): readonly FieldDifference[] {
  if (a.layout && b.layout)
    return diffLayouts(a.layout, b.layout).filter(
      ({ what }) => what !== 'align' || (a.isAlignKnown && b.isAlignKnown),
    );
  const sizes = { a: a.layout?.size ?? null, b: b.layout?.size ?? null };
  return [{ path: '', what: a.layout ? 'missing' : 'extra', ...sizes }];
}

function inWords({ what, a, b }: FieldDifference, { sides }: Pair): string {
  const not = ({ label, isObject }: Side): string => `not ${isObject ? 'in' : 'on'} ${label}`;
  if (what === 'missing') return not(sides[1]);
  if (what === 'extra') return not(sides[0]);
  return `${what} ${a} -> ${b}`;
}

/** Structs without a difference that are told by name. */
const MOST_SAME = 40;
/** Gaps that are told in a line. */
const MOST_SPANS = 100;

const spansOf = (layout: CompoundLayout) =>
  paddingOf(layout).map(({ offset, size, owner }) => ({ offset, size, owner: dotted(owner) }));

const spanText = (layout: CompoundLayout): string =>
  spansOf(layout)
    .slice(0, MOST_SPANS)
    .map(({ offset, size }) => `${size} at ${offset}`)
    .concat(paddingOf(layout).length > MOST_SPANS ? '…' : [])
    .join(', ') || 'none';

/** Whether code compiled for the first side reads what the second one wrote. */
function readersText(a: CompoundLayout, b: CompoundLayout): string {
  const { broken, isShort, isOtherStride } = oldReaders(a, b);
  if (broken.length > 0) {
    const [first = '', second = '', ...rest] = broken;
    const more = rest.length > 0 ? ` and ${rest.length + 1} more` : second && ` and ${second}`;
    return `break: they misread ${first}${more}`;
  }
  if (isShort) return `break: they read ${a.size} bytes of ${b.size}`;
  return isOtherStride
    ? `survive, but not in lists (${a.size} -> ${b.size} bytes each)`
    : 'survive';
}

/** A line per field, or for the whole struct, with all that differs of it. */
function linesOf(pair: Pair, differences: readonly FieldDifference[]): string[] {
  const byPath = new Map<string, string[]>();
  for (const one of differences) {
    const words = byPath.get(one.path) ?? [];
    byPath.set(one.path, words);
    words.push(inWords(one, pair));
  }
  const lines = [
    ...folded(
      [...byPath].map(([path, words]) => `${path === '' ? '(struct)' : path}: ${words.join(', ')}`),
    ),
  ];
  const { a, b } = pair;
  if (a.layout && b.layout) {
    const [before, after] = [spanText(a.layout), spanText(b.layout)];
    if (before !== after) lines.push(`(padding): ${before} -> ${after}`);
    lines.push(`(old readers): ${readersText(a.layout, b.layout)}`);
  }
  return [...lines, ...folded([...a.notes, ...b.notes])].map((line) => `  ${line}`);
}

function recordOf({ name, a, b }: Pair, differences: readonly FieldDifference[]) {
  const record = { struct: name, a: a.label, b: b.label, differences };
  if (!a.layout || !b.layout) return record;
  const { broken, isShort, isOtherStride } = oldReaders(a.layout, b.layout);
  return {
    ...record,
    padding: { a: spansOf(a.layout), b: spansOf(b.layout) },
    oldReaders: {
      survive: broken.length === 0 && !isShort,
      surviveInLists: broken.length === 0 && !isOtherStride,
      broken,
    },
    ...(a.notes.length + b.notes.length > 0 && { notes: [...a.notes, ...b.notes] }),
  };
}

/** Each struct on the first side beside each of the others. */
function pairsOf(sides: readonly Side[], names: readonly string[]): readonly Pair[] {
  const [first, ...others] = sides as [Side, ...Side[]];
  return names
    .flatMap((name) =>
      others.flatMap((other) =>
        first
          .find(name)
          .flatMap((a) =>
            other.find(name).map((b): Pair => ({ name, sides: [first, other], a, b })),
          ),
      ),
    )
    .filter(({ a, b }) => a.layout || b.layout);
}

/** What differs between architectures, or between them and object files, struct by struct. */
export async function printDiff(
  given: DiffWords,
  structs: Structs,
  options: SideOptions,
  json: boolean,
): Promise<void> {
  const { sides, names, isAsked } = await sidesOf(given, structs, options);
  // An object has few of the structs: only what it has is compared, unless somebody asked.
  const pairs = pairsOf(sides, names).filter(
    ({ a, b, sides }) => isAsked || !sides.some((s) => s.isObject) || (a.layout && b.layout),
  );
  const same = new Map<string, string[]>();
  for (const pair of pairs) {
    const differences = differencesOf(pair);
    const { name, a, b } = pair;
    if (json) printJson(recordOf(pair, differences));
    else if (differences.length === 0 && a.notes.length + b.notes.length === 0)
      same.set(labelsOf(pair), [...(same.get(labelsOf(pair)) ?? []), name]);
    else
      printLines([`${name}  (${labelsOf(pair)})`, ...linesOf(pair, differences), ''], tones.diff);
  }
  for (const [labels, found] of same) {
    const where = sides.length > 2 ? `  (${labels})` : '';
    const isLong = found.length > MOST_SAME;
    const some = isLong ? `${found.length} other structs` : found.join(', ');
    const words = found.length === pairs.length ? '' : isLong ? ` in ${some}` : `: ${some}`;
    printLine(`no difference${words}${where}`);
  }
  const nowhere = isAsked ? names.filter((name) => !pairs.some((pair) => pair.name === name)) : [];
  if (pairs.length > 0 && nowhere.length === 0) return;
  const what = isAsked ? `${nowhere.join(', ')}: on none` : 'no struct is on all';
  throw usage(`${what} of ${sides.map(({ label }) => label).join(', ')}`);
}
