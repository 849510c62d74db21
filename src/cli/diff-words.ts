import { existsSync } from 'node:fs';
import { interfaceNames } from '../../abi/index.js';
import { type Asked, declaredSide, type Side } from '../check/index.js';
import type { Structs } from '../layout/index.js';
import { usage } from './exit.js';
import { abiNamed, findAbi, structNamed } from './names.js';
import { withObject } from './object-files.js';
import { readSide, type SideOptions } from './object-side.js';
import type { Given } from './verb.js';
import { interfaceNamed } from '../words/interface.js';
import { everyName, xenStructsAt } from '../words/xen-structs.js';

/** A release of Xen, on one architecture or on all: `xen-4.17:x86_64`. */
const RELEASE = /^(xen-4\.\d+(?:\.\d+)?)(?::(\w+))?$/;

/**
 * Whether a word names a file: no struct's name has a dot or a slash, and an architecture is one
 * also where a folder is called so (`./arm64` is the folder).
 */
const isFile = (word: string): boolean =>
  !RELEASE.test(word) && (/[./]/.test(word) || (findAbi(word) === undefined && existsSync(word)));

const isSideWord = (word: string): boolean =>
  findAbi(word) !== undefined || RELEASE.test(word) || isFile(word);

/** The words of `--diff` that name structs, and what `--struct` names. */
export const structsIn = (given: Given): readonly string[] => [
  ...given.operands.filter((word) => !isSideWord(word)),
  ...given.texts('struct').flatMap((text) => text.split('=')),
];

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
  const words = [...first, ...others.filter(isSideWord)];
  const asked = others.filter((word) => !isSideWord(word));
  const known = (name: string): boolean => structs.find(name).length > 0;
  const strange = asked.find((name) => !known(name) && structs.absence?.(name) === undefined);
  if (words.length === 1 && strange !== undefined)
    throw usage(`${strange} is neither an architecture nor a release nor a file`);
  if (words.length < 2 || words.length > 3)
    throw usage(
      '--diff takes two sides, or three: architectures, releases or object files (--diff A B)',
    );
  if (renamed.length > 0 && !words.some(isFile))
    throw usage('--struct names a struct of an object file, and none is a side');
  // A struct that we do not know can still be compared between objects.
  const areObjects = words.every(isFile);
  // One that our release lacks may be another's.
  const areReleases = words.every((word) => RELEASE.test(word));
  const isElsewhere = (name: string): boolean =>
    areObjects || (areReleases && structs.absence?.(name) !== undefined);
  const named = asked.map((name) =>
    !known(name) && isElsewhere(name) ? name : structNamed(name, structs).name!,
  );
  const isAsked = named.length + renamed.length > 0;
  const every = areReleases ? await everyName() : structs.names;
  const all = isAsked ? [...named, ...renamed.map(({ ours }) => ours)] : every;
  const names = [...new Set(all)];
  const read = (file: string, how: SideOptions): Promise<Side> =>
    readSide(file, names, { renamed, structs }, how);
  const sides = await Promise.all(
    words.map(async (word): Promise<Side | undefined> => {
      if (RELEASE.test(word)) return await releaseSide(word, isAsked ? names : undefined);
      if (!isFile(word)) return declaredSide(abiNamed(word), structs);
      return (await isElf(word)) ? await read(word, options) : undefined;
    }),
  );
  const abi = sides.find((side) => side !== undefined)?.abi;
  for (const [i, word] of words.entries()) sides[i] ??= await read(word, { ...options, abi });
  return { sides: sides as readonly Side[], names, isAsked };
}

/** What a release has on an architecture, as a side. @throws Exit (2) */
async function releaseSide(word: string, names: readonly string[] | undefined): Promise<Side> {
  const [, name = '', abiName] = RELEASE.exec(word)!;
  const release = interfaceNamed(name)?.release;
  if (release === undefined) throw usage(`${name} is no release: there are ${interfaceNames}`);
  if (abiName === undefined) throw usage(`${word}: say on which architecture: ${word}:x86_64`);
  const abi = abiNamed(abiName);
  return declaredSide(abi, await xenStructsAt(release, names), `xen-${release}:${abi.name}`);
}

/** The architectures that releases are compared on where none is named: those with headers. */
const HEADERS: readonly string[] = ['x86_32', 'x86_64', 'arm32', 'arm64'];

/** The words of each comparison: of releases without an architecture there is one for each. */
export function comparisons({ first, ...rest }: DiffWords): readonly DiffWords[] {
  const sides = [first, ...rest.others.filter(isSideWord)];
  const isOpen = (word: string): boolean => RELEASE.test(word) && !word.includes(':');
  if (!sides.every(isOpen)) return [{ first, ...rest }];
  return HEADERS.map((abi) => ({
    ...rest,
    first: `${first}:${abi}`,
    others: rest.others.map((word) => (isOpen(word) ? `${word}:${abi}` : word)),
  }));
}

/** Only BTF takes the architecture of another side: an ELF file has its own. */
const isElf = (file: string): Promise<boolean> =>
  withObject(file, ({ size, read }) => size > 0 && read(0, 1)[0] === 0x7f);
