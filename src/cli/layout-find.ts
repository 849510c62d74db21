import { type Abi, type CompoundLayout, layoutOf, type Structs } from '../layout/index.js';
import { absenceOf, structNamed } from './names.js';

/** A struct on one architecture; no layout where it does not exist. */
export interface Placed {
  readonly abi: Abi;
  readonly layout: CompoundLayout | undefined;
}

/** The names of the structs that some of the architectures have. */
export const namesOn = (structs: Structs, abis: readonly Abi[]): readonly string[] =>
  structs.names.filter((name) => abis.some((abi) => structs.on(name, abi)));

/** The layouts of the structs of that name. @throws Exit (wrong use) when none has it. */
export function placed(name: string, structs: Structs, abis: readonly Abi[]): readonly Placed[] {
  structNamed(name, structs);
  return abis.map((abi) => {
    const type = structs.on(name, abi);
    return { abi, layout: type && layoutOf(type, abi) };
  });
}

/** Which of the architectures lack a struct, in a sentence; nothing when none does. */
export function absenceIn(name: string, structs: Structs, all: readonly Placed[]): string {
  const absent = all.filter(({ layout }) => !layout).map(({ abi }) => abi);
  if (absent.length === 0) return '';
  if (all.length === 1) return absenceOf(name, structs.find(name)[0]!, absent[0]!);
  return `${name} does not exist on ${absent.map((abi) => abi.name).join(', ')}`;
}
