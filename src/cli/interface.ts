import {
  interfaceMeaning,
  type InterfaceName,
  interfaceNames,
  lastPoints,
  releaseName,
} from '../../abi/index.js';
import { nearest } from '../words/nearest.js';
import { usage } from './exit.js';
import { say } from './io.js';
import type { Given } from './verb.js';

const DEFAULT = 'xen-4.17';

/** The option that says which release of Xen is meant, or the proposal. */
export const interfaceOption = {
  type: 'string',
  value: 'I',
  meaning: `xen-4.M or xen-4.M.P (${DEFAULT} by default), or pin-v4`,
} as const;

/** What `--interface` names. */
export interface NamedInterface {
  /** As it was given: what the header of a capture says. */
  readonly name: string;
  /** Whose commands. */
  readonly commands: InterfaceName;
  /** Whose structs and rules; a dotted number. */
  readonly release: string;
}

const known = (): readonly string[] => [
  ...Object.keys(lastPoints).map((minor) => `xen-4.${minor}`),
  'pin-v4',
];

/** The interface of a name; nothing for a word that is none. */
export function interfaceNamed(name: string): NamedInterface | undefined {
  const meaning = interfaceMeaning(name);
  return meaning && { name, commands: meaning.commands, release: releaseName(meaning.release) };
}

/** The interface that a call of the command is about; of an open name it says the release. @throws Exit */
export function interfaceOf(given: Given): NamedInterface {
  const name = given.text('interface') ?? DEFAULT;
  const found = interfaceNamed(name);
  if (!found)
    throw usage(
      `${name} is no interface${nearest(name, known()) || `; there are ${interfaceNames}`}`,
    );
  const isOpen = given.text('interface') !== undefined && interfaceMeaning(name)!.isOpen;
  if (isOpen) say(`xenabi: ${name} is read as xen-${found.release}`);
  return found;
}
