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
    return objectSide(file, object, declared);
  } catch (error) {
    if (!(error instanceof ObjectError)) throw error;
    if (error.code === 'no-architecture')
      throw usage(`${file}: ${error.message}: put one beside it (--diff x86_64 ${file})`);
    throw new Exit(FINDINGS, `${file}: ${error.message}`);
  } finally {
    sayCompanions(file, companions);
  }
}
