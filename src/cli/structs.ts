import { type Structs, structsBefore } from '../layout/index.js';
import { interfaceOf } from './interface.js';
import { say } from './io.js';
import type { Given } from './verb.js';
import { type FindStructs, structFinder, xenStructsAt } from '../words/xen-structs.js';

/** The option by which structs are declarations of the user's own. */
export const moduleOption = {
  type: 'string',
  value: 'FILE.js',
  meaning: 'declarations of your own, whose names win over those of Xen',
} as const;

/** The structs of the module that `--module` names, alone, or nothing. @throws Exit */
export async function ownStructs(given: Given): Promise<Structs | undefined> {
  const file = given.text('module');
  if (file === undefined) return undefined;
  // Read only where it is needed: all other calls begin without it.
  const { structsOfModule } = await import('./own-structs.js');
  const { structs, notes } = await structsOfModule(file);
  for (const note of notes) say(`xenabi: ${file}: ${note}`);
  return structs;
}

/**
 * The structs that a verb can name: those of `--module`, and behind them those of the release
 * of Xen that `--interface` names, which are there but not listed.
 * @param names what is asked for: only the headers of these are loaded; of none, all
 * @throws Exit
 */
export async function structsOf(given: Given, names: readonly string[]): Promise<Structs> {
  const own = await ownStructs(given);
  const isAll = names.length === 0 && !own;
  const xen = await xenStructsAt(interfaceOf(given).release, isAll ? undefined : names);
  return own ? structsBefore(own, xen) : xen;
}

/** The same for the lines of a capture, whose headers say the release. @throws Exit */
export async function structsFinder(given: Given): Promise<FindStructs> {
  const own = await ownStructs(given);
  const find = structFinder();
  if (!own) return find;
  return async (names, release) => structsBefore(own, await find(names, release));
}
