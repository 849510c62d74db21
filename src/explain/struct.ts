import { unlisted } from '../../abi/index.js';
import { architectures, layoutOf, type Structs } from '../layout/index.js';
import { rowsOf } from '../layout-table/rows.js';
import { type CompoundType, namedMembers, typeName } from '../schema/index.js';
import type { NamedInterface } from '../words/interface.js';
import { counted } from '../words/text.js';
import { everyName, xenStructsAt } from '../words/xen-structs.js';
import type { Reading } from './reading.js';
import { usesOf } from './uses.js';

const abis = Object.values(architectures);

/** The sizes, architectures of one size together: `44 bytes on x86_32, 72 elsewhere`. */
function sizesText(name: string, structs: Structs): string {
  const sizes = new Map<number, string[]>();
  let everywhere = true;
  for (const abi of abis) {
    const type = structs.on(name, abi);
    if (type) {
      const { size } = layoutOf(type, abi);
      sizes.set(size, [...(sizes.get(size) ?? []), abi.name]);
    } else everywhere = false;
  }
  if (everywhere && sizes.size === 1) return `${[...sizes.keys()].join()} bytes`;
  return [...sizes]
    .map(([size, names], i) => {
      const others = everywhere && i === sizes.size - 1;
      return `${size}${i === 0 ? ' bytes' : ''} ${others ? 'elsewhere' : `on ${names.join(', ')}`}`;
    })
    .join(', ');
}

async function structReading(
  name: string,
  structs: Structs,
  at: NamedInterface,
): Promise<readonly Reading[]> {
  const abi = abis.find((one) => structs.on(name, one));
  const type = abi && structs.on(name, abi);
  if (!type) return [];
  const fields = rowsOf(layoutOf(type, abi)).filter(({ kind }) => kind === 'field').length;
  return [
    {
      kind: type.kind,
      name,
      value: null,
      label: name,
      meaning: `${counted(fields, 'field')}, ${sizesText(name, structs)}; ${await usesOf(name, at)} (${at.name})`,
    },
  ];
}

/** The names of all structs and unions, those of every release. */
export const structNames = async (): Promise<readonly string[]> => [
  ...new Set([...(await everyName()), ...unlisted]),
];

/** Those that a word can mean: with or without `struct`, `xen_` and `_t`, in any case. */
async function structsCalled(word: string): Promise<readonly string[]> {
  const sought = word.toLowerCase().replace(/^(struct|union) /, '');
  return (await structNames()).filter((name) => {
    const lower = name.toLowerCase();
    return [lower, lower.replace(/^xen_/, '')].some(
      (form) => form === sought || `${form}_t` === sought,
    );
  });
}

/** The structs of that name, as the release has them. Their headers are loaded. */
export async function structReadings(
  word: string,
  at: NamedInterface,
): Promise<readonly Reading[]> {
  const names = await structsCalled(word);
  if (names.length === 0) return [];
  const structs = await xenStructsAt(at.release, names);
  const readings = await Promise.all(names.map((name) => structReading(name, structs, at)));
  return readings.flat();
}

/** Since or until when there is a struct that the release lacks. */
export async function structAbsence(word: string, at: NamedInterface): Promise<string | undefined> {
  const names = await structsCalled(word);
  const structs = names.length > 0 ? await xenStructsAt(at.release, names) : undefined;
  return names.flatMap((name) => structs?.absence?.(name) ?? [])[0];
}

/** The fields of that name in some structs; once where architectures agree on it. */
export function fieldReadings(word: string, structs: readonly CompoundType[]): readonly Reading[] {
  const all = structs.flatMap((struct) =>
    namedMembers(struct)
      .filter(({ name }) => name === word)
      .map(({ type, direction, unit, doc }): Reading => {
        const name = `${struct.name}.${word}`;
        const notes = [typeName(type), direction, unit].filter((note) => note !== undefined);
        const label = `${name} (${notes.join(', ')})`;
        return { kind: 'field', name, value: null, label, meaning: doc ?? '' };
      }),
  );
  return all.filter((one, i) => all.findIndex(({ label }) => label === one.label) === i);
}
