import { counted } from '../words/text.js';
import type { StructDifference, StructVerdict } from './index.js';

const count = (n: number | string | null, what: string): string =>
  typeof n === 'number' ? counted(n, what) : `${n} ${what}s`;

/** One difference as a sentence. */
function sentence({ path, what, expected, actual, unit }: StructDifference): string {
  const name = `${unit === undefined ? '' : `${unit}: `}${path === '' ? 'the struct' : path}`;
  switch (what) {
    case 'missing':
      return `${name} is missing, should be at ${expected}`;
    case 'extra':
      return `${name} at ${actual} is not in the ABI`;
    case 'offset':
      return `${name} at ${actual}, should be ${expected}`;
    case 'bit':
      return `${name} at bit ${actual}, should be ${expected}`;
    case 'size':
      return `${name} has ${count(actual, 'byte')}, should have ${expected}`;
    case 'width':
      return `${name} has ${count(actual, 'bit')}, should have ${expected}`;
    case 'length':
      return `${name} has ${count(actual, 'element')}, should have ${expected}`;
    case 'shape':
      return `${name}: ${actual}, should be ${expected}`;
    case 'align':
      return actual === null
        ? `${name} is not aligned to ${expected}`
        : `${name} is aligned to ${actual}, should be ${expected}`;
  }
}

const shift = ({ expected, actual }: StructDifference): number => Number(actual) - Number(expected);

/** Whether a field only moved together with the struct that it is in. */
const isCarried = (one: StructDifference, all: readonly StructDifference[]): boolean =>
  one.what === 'offset' &&
  all.some(
    (outer) =>
      outer.what === 'offset' &&
      outer.unit === one.unit &&
      one.path.startsWith(`${outer.path}.`) &&
      shift(outer) === shift(one),
  );

/** Lines under one struct before the rest is counted. */
const MOST_LINES = 100;

/** The first of many lines, and how many others there are. */
export function folded(lines: readonly string[]): readonly string[] {
  const rest = lines.length - MOST_LINES;
  return rest <= 1 ? lines : [...lines.slice(0, MOST_LINES), `and ${rest} more`];
}

/** The lines under a struct: its differences, what the mistake usually is, remarks. */
export const detailLines = ({ differences, notes }: StructVerdict): readonly string[] => [
  ...folded(differences.filter((one) => !isCarried(one, differences)).map(sentence)),
  ...folded(notes.map((note) => `(${note})`)),
];
