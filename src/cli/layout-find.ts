import { structs } from '../../abi/index.js';
import { type Abi, type CompoundLayout, existsOn, layoutOf } from '../layout/index.js';
import { usage } from './exit.js';
import { structNamed } from './names.js';

/** A struct on one architecture; no layout where it does not exist. */
export interface Placed {
  readonly abi: Abi;
  readonly layout: CompoundLayout | undefined;
}

/** The names of the structs that some of the architectures have. */
export const namesOn = (abis: readonly Abi[]): readonly string[] => [
  ...new Set(
    structs.filter((type) => abis.some((abi) => existsOn(type, abi))).map(({ name }) => name!),
  ),
];

/** The layouts of the structs of that name. @throws Exit (wrong use) when there is none. */
export function placed(name: string, abis: readonly Abi[]): readonly Placed[] {
  const bare = structNamed(name).name;
  const all = abis.map((abi) => {
    const type = structs.find((one) => one.name === bare && existsOn(one, abi));
    return { abi, layout: type && layoutOf(type, abi) };
  });
  const asked = abis.map(({ name }) => name).join(', ');
  if (all.every(({ layout }) => !layout)) throw usage(`${name} does not exist on ${asked}`);
  return all;
}
