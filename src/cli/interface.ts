import { interfaceMeaning, interfaceNames, lastPoints } from '../../abi/index.js';
import { interfaceNamed, type NamedInterface } from '../words/interface.js';
import { nearest } from '../words/nearest.js';
import { usage } from './exit.js';
import { say } from './io.js';
import type { Given } from './verb.js';

export const DEFAULT_INTERFACE = 'xen-4.17';

/** The option that says which release of Xen is meant, or the proposal. */
export const interfaceOption = {
  type: 'string',
  value: 'I',
  meaning: `xen-4.M or xen-4.M.P (${DEFAULT_INTERFACE} by default), or pin-v4`,
} as const;

const known = (): readonly string[] => [
  ...Object.keys(lastPoints).map((minor) => `xen-4.${minor}`),
  'pin-v4',
];

/** The interface that a call of the command is about; of an open name it says the release. @throws Exit */
export function interfaceOf(given: Given): NamedInterface {
  const name = given.text('interface') ?? DEFAULT_INTERFACE;
  const found = interfaceNamed(name);
  if (!found)
    throw usage(
      `${name} is no interface${nearest(name, known()) || `; there are ${interfaceNames}`}`,
    );
  const isOpen = given.text('interface') !== undefined && interfaceMeaning(name)!.isOpen;
  if (isOpen) say(`xenabi: ${name} is read as xen-${found.release}`);
  return found;
}
