import { type Abi, architectures, type Structs, whyAbsent } from '../layout/index.js';
import type { CompoundType } from '../schema/index.js';
import { architectureHint } from '../words/architecture.js';
import { usage } from './exit.js';
import { nearest } from '../words/nearest.js';

const isArchitecture = (name: string): name is keyof typeof architectures =>
  Object.hasOwn(architectures, name);

/** The architecture of that name, or nothing. */
export const findAbi = (name: string): Abi | undefined =>
  isArchitecture(name) ? architectures[name] : undefined;

/** @throws Exit (wrong use) for a name that no architecture has. */
export function abiNamed(name: string): Abi {
  const abi = findAbi(name);
  if (!abi) throw usage(`${name || '(nothing)'} is no architecture${architectureHint(name)}`);
  return abi;
}

/** The architectures that `--abi` names: one, several with commas, or `all`; each once. */
export function abisNamed(text: string): readonly Abi[] {
  const parts = text
    .split(',')
    .map((part) => (part === 'all' ? Object.values(architectures) : [abiNamed(part)]));
  return [...new Set(parts.flat())];
}

/** The declaration of a struct or union by its name, on an architecture if one is named. */
export function structNamed(name: string, structs: Structs, abi?: Abi): CompoundType {
  const named = structs.find(name);
  const found = abi ? structs.on(name, abi) : named[0];
  if (found) return found;
  if (abi && named.length > 0) throw usage(absenceOf(name, named[0]!, abi));
  if (findAbi(name)) throw usage(`${name} is no struct but an architecture: --abi ${name}`);
  const absent = structs.absence?.(name);
  if (absent !== undefined) throw usage(`${absent}: name another with --interface`);
  const bare = name.replace(/^(struct|union) /, '').replace(/_t$/, '');
  const hint = nearest(bare, structs.names);
  const where = structs.absence
    ? 'xenabi list structs names them'
    : `there are ${structs.names.join(', ')}`;
  throw usage(`${name} is no struct${hint || `; ${where}`}`);
}

/** Why an architecture does not have a struct that others have. */
export function absenceOf(name: string, type: CompoundType, abi: Abi): string {
  const why = whyAbsent({ name: type.name ?? '', type }, abi) ?? 'does not exist';
  return why.startsWith('does not exist')
    ? `${name} does not exist on ${abi.name}`
    : `${name} cannot be laid out on ${abi.name}: ${why}`;
}
