import { interfaceMeaning, type InterfaceName, releaseName } from '../../abi/index.js';

/** What the name of an interface stands for. */
export interface NamedInterface {
  /** As it was given: what the header of a capture says. */
  readonly name: string;
  /** Whose commands. */
  readonly commands: InterfaceName;
  /** Whose structs and rules; a dotted number. */
  readonly release: string;
}

/** The interface of a name; nothing for a word that is none. */
export function interfaceNamed(name: string): NamedInterface | undefined {
  const meaning = interfaceMeaning(name);
  return meaning && { name, commands: meaning.commands, release: releaseName(meaning.release) };
}
