import * as declared from '../../abi/index.js';
import { AbiError, bindCodecs } from '../codec/index.js';
import { fromWords } from '../words/from-words.js';
import { type Abi, dotted } from '../layout/index.js';
import * as schema from '../schema/index.js';
import type { Type } from '../schema/index.js';
import type { Fragment } from './capture.js';
import { at, hexBytes, isRaw, quoted, type Raw, type Refuse, register } from './raw.js';
import { nearest } from '../words/nearest.js';
import { xenStructs } from '../words/structs.js';
import { counted, printable } from '../words/text.js';

const codec = bindCodecs();

/** Those that lists are made of, by the names that C has for them. */
const scalars: ReadonlyMap<string, Type> = new Map(
  [...Object.values<unknown>(schema), ...Object.values<unknown>(declared)].flatMap((type) =>
    isScalar(type) ? [[type.name, type] as const] : [],
  ),
);

function isScalar(value: unknown): value is Type & { readonly name: string } {
  return isRaw(value) && ['int', 'perAbi', 'alias'].includes(value['kind'] as string);
}

/** A type that a fragment may name: a struct, or a scalar that lists are made of. */
function typeNamed(name: unknown, path: string, abi: Abi, refuse: Refuse): Type {
  if (typeof name !== 'string') throw refuse(path, `${quoted(name)} is no struct and no scalar`);
  const type = scalars.get(name) ?? xenStructs.on(name, abi);
  if (type) return type;
  if (xenStructs.find(name).length > 0)
    throw refuse(path, `${printable(name)} does not exist on ${abi.name}`);
  const hint = nearest(name, [...xenStructs.names, ...scalars.keys()]);
  throw refuse(path, `${quoted(name)} is no struct and no scalar${hint}`);
}

/** A fragment written by value: a struct with its value, or a list with its values. */
function valueBytes(raw: Raw, path: string, abi: Abi, refuse: Refuse): Uint8Array {
  const [list, struct] = [at(raw, 'list'), at(raw, 'struct')];
  const name = list ?? struct;
  if (name === undefined) throw refuse(path, 'has no before, and neither struct nor list');
  const named = typeNamed(name, path, abi, refuse);
  let type = named;
  const value = list === undefined ? at(raw, 'value') : at(raw, 'values');
  if (list !== undefined) {
    if (!Array.isArray(value)) throw refuse(`${path}.values`, 'is no array');
    if (value.length === 0) return new Uint8Array(0);
    type = schema.array(named, value.length);
  } else if (value === undefined) throw refuse(`${path}.value`, 'is missing');
  try {
    return codec(type, abi).encode(fromWords(type, value, abi) as never);
  } catch (error) {
    if (!(error instanceof AbiError)) throw error;
    const where = list === undefined ? `${path}.value` : `${path}.values`;
    const field = dotted(error.path);
    const dot = field === '' || field.startsWith('[') ? '' : '.';
    throw refuse(`${where}${dot}${field}`, error.message);
  }
}

function fragment(raw: unknown, path: string, abi: Abi, refuse: Refuse): Fragment {
  if (!isRaw(raw)) throw refuse(path, 'is no object');
  const address = register(at(raw, 'address'), `${path}.address`, refuse);
  const before =
    at(raw, 'before') === undefined
      ? valueBytes(raw, path, abi, refuse)
      : hexBytes(raw['before'], `${path}.before`, refuse);
  if (address + BigInt(before.length) > 1n << 64n)
    throw refuse(path, 'runs past the end of the address space');
  const struct =
    (at(raw, 'before') ?? at(raw, 'list')) === undefined ? at(raw, 'struct') : undefined;
  const named =
    typeof struct === 'string' ? { struct: xenStructs.on(struct, abi)?.name ?? struct } : {};
  if (at(raw, 'after') === undefined) return { address, before, ...named };
  const after = hexBytes(raw['after'], `${path}.after`, refuse);
  if (after.length !== before.length)
    throw refuse(
      `${path}.after`,
      `has ${counted(after.length, 'byte')}, and before has ${before.length}`,
    );
  return { address, before, after, ...named };
}

/** The memory of a call: fragments that do not overlap. */
export function fragments(raw: Raw, abi: Abi, refuse: Refuse): Fragment[] {
  const memory = at(raw, 'memory') ?? [];
  if (!Array.isArray(memory)) throw refuse('memory', 'is no array');
  const all = memory.map((f, i) => fragment(f, `memory[${i}]`, abi, refuse));
  const order = [...all.keys()]
    .filter((i) => all[i]!.before.length > 0)
    .sort((i, k) => (all[i]!.address < all[k]!.address ? -1 : 1));
  for (let k = 1; k < order.length; k++) {
    const [i, next] = [order[k - 1]!, order[k]!];
    const { address, before } = all[i]!;
    const start = all[next]!.address;
    if (address + BigInt(before.length) > start)
      throw refuse(`memory[${next}]`, `overlaps memory[${i}] at 0x${start.toString(16)}`);
  }
  return all;
}
