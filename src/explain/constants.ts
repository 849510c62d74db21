import { hex } from '../schema/number-text.js';
import type { Reading } from './reading.js';

interface Constant {
  readonly header: string;
  readonly name: string;
  readonly value: bigint;
}

/** Every number that a header has under a name; all headers are loaded. */
async function everyConstant(): Promise<readonly Constant[]> {
  const { headers } = await import('../../abi/headers.js');
  const all = await Promise.all(
    Object.entries(headers).map(async ([header, modules]) => {
      const loaded = await Promise.all(modules.map((read) => read()));
      return loaded.flatMap((module) => constantsIn(header, module));
    }),
  );
  // A file may stand for several headers, and one header pass on what another has.
  const byName = new Map<string, Constant>();
  for (const one of all.flat()) if (!byName.has(one.name)) byName.set(one.name, one);
  return [...byName.values()];
}

const constantsIn = (header: string, module: object): readonly Constant[] =>
  Object.entries(module as Readonly<Record<string, unknown>>).flatMap(([name, value]) =>
    typeof value === 'number' || typeof value === 'bigint'
      ? [{ header, name, value: BigInt(value) }]
      : [],
  );

/** The constant of that name, case aside. */
export async function constantReadings(word: string): Promise<readonly Reading[]> {
  const sought = word.toLowerCase();
  const found = (await everyConstant()).filter(({ name }) => name.toLowerCase() === sought);
  return found.map(({ header, name, value }) => ({
    kind: 'constant',
    name,
    value,
    label: `${name} (${value > 9n ? `${value}, ${hex(value)}` : value})`,
    meaning: `of ${header}`,
  }));
}

/** The names of all constants, to find what is close to an unknown word. */
export const constantNames = async (): Promise<readonly string[]> =>
  (await everyConstant()).map(({ name }) => name);
