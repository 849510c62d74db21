import { diffLayouts, type FieldDifference } from '../layout/index.js';
import { printJson, printLine } from './io.js';
import type { Placed } from './layout-find.js';

interface Pair {
  readonly name: string;
  readonly a: Placed;
  readonly b: Placed;
}

function differencesOf({ a, b }: Pair): readonly FieldDifference[] {
  if (a.layout && b.layout) return diffLayouts(a.layout, b.layout);
  const sizes = { a: a.layout?.size ?? null, b: b.layout?.size ?? null };
  return [{ path: '', what: a.layout ? 'missing' : 'extra', ...sizes }];
}

function inWords({ what, a, b }: FieldDifference, pair: Pair): string {
  if (what === 'missing') return `not on ${pair.b.abi.name}`;
  if (what === 'extra') return `not on ${pair.a.abi.name}`;
  return `${what} ${a} -> ${b}`;
}

/** A line per field, or for the whole struct, with all that differs of it. */
function linesOf(pair: Pair, differences: readonly FieldDifference[]): string[] {
  const paths = [...new Set(differences.map(({ path }) => path))];
  return paths.map((path) => {
    const words = differences.filter((one) => one.path === path).map((one) => inWords(one, pair));
    return `  ${path === '' ? '(struct)' : path}: ${words.join(', ')}`;
  });
}

/** What differs between two architectures, struct by struct. */
export async function printDifferences(pairs: readonly Pair[], json: boolean): Promise<void> {
  const same: string[] = [];
  for (const pair of pairs) {
    const { name, a, b } = pair;
    const differences = differencesOf(pair);
    if (json) await printJson({ struct: name, a: a.abi.name, b: b.abi.name, differences });
    else if (differences.length === 0) same.push(name);
    else
      await printLine(
        [`${name}  (${a.abi.name} -> ${b.abi.name})`, ...linesOf(pair, differences), ''].join('\n'),
      );
  }
  if (json || same.length === 0) return;
  await printLine(
    same.length === pairs.length ? 'no difference' : `no difference: ${same.join(', ')}`,
  );
}
