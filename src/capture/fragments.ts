import * as declared from '../../abi/index.js';
import { AbiError, bindCodecs } from '../codec/index.js';
import { fromWords } from '../words/from-words.js';
import { type Abi, dotted, layoutOf, type Structs } from '../layout/index.js';
import * as schema from '../schema/index.js';
import type { Type } from '../schema/index.js';
import type { Fragment } from './capture.js';
import { LONGEST_LINE } from './line-bounds.js';
import { at, hexBytes, isRaw, quoted, type Raw, type Refuse, register } from './raw.js';
import { nearest } from '../words/nearest.js';
import { xenStructs } from '../words/structs.js';
import { counted } from '../words/text.js';
import { everyScalar, type FindStructs, scalarsIn } from '../words/xen-structs.js';

const codec = bindCodecs();

/** Bytes of a call's fragments: by value a few words can be many. */
const MOST_BYTES = LONGEST_LINE / 2;
const TOO_MANY = `goes past ${MOST_BYTES} bytes, the most of one call's memory`;

/** What fragments may be written as: structs, and the scalars that lists are made of. */
export interface Named {
  readonly structs: Structs;
  readonly scalars: ReadonlyMap<string, Type>;
}

const scalars = scalarsIn([schema, declared]);

/** What is there without loading a header. */
export const memoryNames: Named = { structs: xenStructs, scalars };

/** What the names in a call's fragments can mean; only their headers are loaded. */
export async function namedIn(raw: Raw, release: string, find: FindStructs): Promise<Named> {
  const memory = at(raw, 'memory');
  const names = (Array.isArray(memory) ? memory : []).flatMap((one: unknown) =>
    isRaw(one) ? [at(one, 'struct'), at(one, 'list')] : [],
  );
  const texts = names
    .filter((name) => typeof name === 'string')
    .filter((name) => !scalars.has(name));
  if (texts.length === 0) return memoryNames;
  const structs = await find([...new Set(texts)], release);
  const isKnown = texts.every((name) => structs.find(name).length > 0);
  return { structs, scalars: isKnown ? scalars : await everyScalar() };
}

/** Where fragments stand, and what they can name. */
interface Place {
  readonly abi: Abi;
  readonly refuse: Refuse;
  readonly named: Named;
}

/** A type that a fragment may name: a struct, or a scalar that lists are made of. */
function typeNamed(name: unknown, path: string, place: Place): Type {
  const { abi, refuse, named } = place;
  const { structs, scalars } = named;
  if (typeof name !== 'string') throw refuse(path, `${quoted(name)} is no struct and no scalar`);
  const type = scalars.get(name) ?? structs.on(name, abi);
  if (type) return type;
  if (structs.find(name).length > 0)
    throw refuse(path, `${quoted(name)} does not exist on ${abi.name}`);
  const absence = structs.absence?.(name);
  if (absence !== undefined) throw refuse(path, absence);
  const hint = nearest(name, [...structs.names, ...scalars.keys()]);
  throw refuse(path, `${quoted(name)} is no struct and no scalar${hint}`);
}

/** A fragment written by value: a struct with its value, or a list with its values. */
function valueBytes(raw: Raw, path: string, place: Place): Uint8Array {
  const { abi, refuse } = place;
  const [list, struct] = [at(raw, 'list'), at(raw, 'struct')];
  const name = list ?? struct;
  if (name === undefined) throw refuse(path, 'has no before, and neither struct nor list');
  const named = typeNamed(name, path, place);
  let type = named;
  const value = list === undefined ? at(raw, 'value') : at(raw, 'values');
  if (list !== undefined) {
    if (!Array.isArray(value)) throw refuse(`${path}.values`, 'is no array');
    if (value.length === 0) return new Uint8Array(0);
    if (value.length * layoutOf(named, abi).size > MOST_BYTES) throw refuse(path, TOO_MANY);
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

function fragment(raw: unknown, path: string, place: Place): Fragment {
  const { abi, refuse } = place;
  if (!isRaw(raw)) throw refuse(path, 'is no object');
  const address = register(at(raw, 'address'), `${path}.address`, refuse);
  const before =
    at(raw, 'before') === undefined
      ? valueBytes(raw, path, place)
      : hexBytes(raw['before'], `${path}.before`, refuse);
  if (address + BigInt(before.length) > 1n << 64n)
    throw refuse(path, 'runs past the end of the address space');
  const struct =
    (at(raw, 'before') ?? at(raw, 'list')) === undefined ? at(raw, 'struct') : undefined;
  const named =
    typeof struct === 'string'
      ? { struct: place.named.structs.on(struct, abi)?.name ?? struct }
      : {};
  if (at(raw, 'after') === undefined) return { address, before, ...named };
  const after = hexBytes(raw['after'], `${path}.after`, refuse);
  if (after.length !== before.length)
    throw refuse(
      `${path}.after`,
      `has ${counted(after.length, 'byte')}, and before has ${before.length}`,
    );
  return { address, before, after, ...named };
}

const hex = (value: bigint | number): string => `0x${value.toString(16)}`;

/**
 * Refuses fragments that overlap and do not agree on every byte, before the call and after it.
 * In the order of their addresses each is compared with the one before it that reaches furthest,
 * which has all its bytes that any other has.
 */
function checkAgreement(all: readonly Fragment[], refuse: Refuse): void {
  const order = [...all.keys()].sort((i, k) => {
    const [a, b] = [all[i]!.address, all[k]!.address];
    return a < b ? -1 : a > b ? 1 : i - k;
  });
  let furthest: number | undefined;
  let end = 0n;
  for (const i of order) {
    const { address, before, after = before } = all[i]!;
    if (furthest !== undefined && address < end) {
      const other = all[furthest]!;
      const from = Number(address - other.address);
      const length = Math.min(before.length, other.before.length - from);
      for (let at = 0; at < length; at++) {
        const isBefore = before[at] !== other.before[from + at];
        const [its, theirs] = isBefore
          ? [before, other.before]
          : [after, other.after ?? other.before];
        if (its[at] === theirs[from + at]) continue;
        const where = hex(address + BigInt(at));
        const when = isBefore ? 'before' : 'after';
        throw refuse(
          `memory[${i}]`,
          `has ${hex(its[at]!)} at ${where} ${when} the call, and memory[${furthest}] has ${hex(theirs[from + at]!)}`,
        );
      }
    }
    const its = address + BigInt(before.length);
    if (furthest === undefined || its > end) [furthest, end] = [i, its];
  }
}

/** The memory of a call: fragments that agree where they overlap. */
export function fragments(raw: Raw, place: Place): Fragment[] {
  const { refuse } = place;
  const memory = at(raw, 'memory') ?? [];
  if (!Array.isArray(memory)) throw refuse('memory', 'is no array');
  let size = 0;
  const all = memory.map((f, i) => {
    const read = fragment(f, `memory[${i}]`, place);
    size += read.before.length;
    if (size > MOST_BYTES) throw refuse(`memory[${i}]`, TOO_MANY);
    return read;
  });
  checkAgreement(all, refuse);
  return all;
}
