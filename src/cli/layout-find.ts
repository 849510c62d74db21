import { type Abi, type CompoundLayout, layoutOf, type Structs } from '../layout/index.js';
import { usage } from './exit.js';
import { structNamed } from './names.js';

/** A struct on one architecture; no layout where it does not exist. */
export interface Placed {
  readonly abi: Abi;
  readonly layout: CompoundLayout | undefined;
}

/** The names of the structs that some of the architectures have. */
export const namesOn = (structs: Structs, abis: readonly Abi[]): readonly string[] =>
  structs.names.filter((name) => abis.some((abi) => structs.on(name, abi)));

/** The layouts of the structs of that name. @throws Exit (wrong use) when there is none. */
export function placed(name: string, structs: Structs, abis: readonly Abi[]): readonly Placed[] {
  structNamed(name, structs);
  const all = abis.map((abi) => {
    const type = structs.on(name, abi);
    return { abi, layout: type && layoutOf(type, abi) };
  });
  if (abis.length === 1) structNamed(name, structs, abis[0]);
  const asked = abis.map((abi) => abi.name).join(', ');
  if (all.every(({ layout }) => !layout)) throw usage(`${name} does not exist on ${asked}`);
  return all;
}
