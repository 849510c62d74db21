import {
  type Declared,
  ObjectError,
  objectSide,
  type ReadOptions,
  readObject,
  type Side,
} from '../check/index.js';
import { companionsOf, sayCompanions } from './companions.js';
import { Exit, FINDINGS, usage } from './exit.js';
import { say } from './io.js';
import { withObject } from './object-files.js';

/** How objects are read, and the folders where what they name is looked for, too. */
export type SideOptions = ReadOptions & { readonly companionsFrom?: readonly string[] };

/** What is said of an object that cannot be a side. */
function refusal(file: string, error: unknown): unknown {
  if (!(error instanceof ObjectError)) return error;
  return error.code === 'no-architecture'
    ? usage(`${file}: ${error.message}: put one beside it (--diff x86_64 ${file})`)
    : new Exit(FINDINGS, `${file}: ${error.message}`);
}

function told<T>(file: string, find: () => T): T {
  try {
    return find();
  } catch (error) {
    throw refusal(file, error);
  }
}

/** An object file as a side, with the structs of these names. @throws Exit */
export async function readSide(
  file: string,
  names: readonly string[],
  declared: Declared,
  { companionsFrom, ...options }: SideOptions,
): Promise<Side> {
  const companions = companionsOf(file, companionsFrom);
  const all = [...names, ...declared.renamed.map(({ theirs }) => theirs)];
  try {
    const object = await withObject(file, (source) =>
      readObject(source, all, { ...options, ...companions }),
    );
    for (const problem of object.problems) say(`xenabi: ${file}: ${problem.message}`);
    const side = objectSide(file, object, declared);
    return { ...side, find: (name) => told(file, () => side.find(name)) };
  } catch (error) {
    throw refusal(file, error);
  } finally {
    sayCompanions(file, companions);
  }
}
