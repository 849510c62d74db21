import { existsSync } from 'node:fs';
import { type Asked, declaredSide, type Side } from '../check/index.js';
import type { Structs } from '../layout/index.js';
import { usage } from './exit.js';
import { abiNamed, findAbi, structNamed } from './names.js';
import { withObject } from './object-files.js';
import { readSide, type SideOptions } from './object-side.js';

/**
 * Whether a word names a file: no struct's name has a dot or a slash, and an architecture is one
 * also where a folder is called so (`./arm64` is the folder).
 */
const isFile = (word: string): boolean =>
  /[./]/.test(word) || (findAbi(word) === undefined && existsSync(word));

/** What `--diff` was given: its own word, those after it, and what `--struct` says. */
export interface DiffWords {
  readonly first: string;
  readonly others: readonly string[];
  readonly renamed: readonly Asked[];
}

/**
 * The sides of `--diff A B [C]`, and the structs: words are architectures, files or structs.
 * BTF, which does not name its architecture, is read as the first side that does.
 * @throws Exit
 */
export async function sidesOf(
  { first: diff, others, renamed }: DiffWords,
  structs: Structs,
  options: SideOptions,
): Promise<{ sides: readonly Side[]; names: readonly string[]; isAsked: boolean }> {
  const first = isFile(diff) ? [diff] : diff.split(',');
  const isSide = (word: string): boolean => findAbi(word) !== undefined || isFile(word);
  const words = [...first, ...others.filter(isSide)];
  const asked = others.filter((word) => !isSide(word));
  const known = (name: string): boolean => structs.find(name).length > 0;
  const strange = asked.find((name) => !known(name));
  if (words.length === 1 && strange !== undefined)
    throw usage(`${strange} is neither an architecture nor a file`);
  if (words.length < 2 || words.length > 3)
    throw usage('--diff takes two sides, or three: architectures or object files (--diff A B)');
  if (renamed.length > 0 && !words.some(isFile))
    throw usage('--struct names a struct of an object file, and none is a side');
  // A struct that we do not know can still be compared between objects.
  const areObjects = words.every(isFile);
  const named = asked.map((name) =>
    areObjects && !known(name) ? name : structNamed(name, structs).name!,
  );
  const isAsked = named.length + renamed.length > 0;
  const all = isAsked ? [...named, ...renamed.map(({ ours }) => ours)] : structs.names;
  const names = [...new Set(all)];
  const read = (file: string, how: SideOptions): Promise<Side> =>
    readSide(file, names, { renamed, structs }, how);
  const sides = await Promise.all(
    words.map(async (word): Promise<Side | undefined> => {
      if (!isFile(word)) return declaredSide(abiNamed(word), structs);
      return (await isElf(word)) ? await read(word, options) : undefined;
    }),
  );
  const abi = sides.find((side) => side !== undefined)?.abi;
  for (const [i, word] of words.entries()) sides[i] ??= await read(word, { ...options, abi });
  return { sides: sides as readonly Side[], names, isAsked };
}

/** Only BTF takes the architecture of another side: an ELF file has its own. */
const isElf = (file: string): Promise<boolean> =>
  withObject(file, ({ size, read }) => size > 0 && read(0, 1)[0] === 0x7f);
