import { structs } from '../../abi/index.js';
import * as scalars from '../../abi/xen.js';
import { AbiError, bindCodecs, fromJson } from '../codec/index.js';
import type { Abi } from '../layout/index.js';
import { array, type Type } from '../schema/index.js';
import type { Fragment } from './capture.js';
import { at, hexBytes, isRaw, type Raw, type Refuse, register } from './raw.js';

const codec = bindCodecs();

/** Types that a fragment may name: every struct, and the scalars that lists are made of. */
export function typeNamed(name: string): Type | undefined {
  const struct = structs.find((type) => type.name === name);
  if (struct) return struct;
  const scalar = (scalars as Readonly<Record<string, unknown>>)[name];
  return isRaw(scalar) && 'kind' in scalar ? (scalar as unknown as Type) : undefined;
}

/** A fragment written by value: a struct with its value, or a list with its values. */
function valueBytes(raw: Raw, path: string, abi: Abi, refuse: Refuse): Uint8Array {
  const isList = at(raw, 'list') !== undefined;
  const name = (at(raw, 'list') ?? at(raw, 'struct')) as unknown;
  const named = typeof name === 'string' ? typeNamed(name) : undefined;
  if (!named)
    throw refuse(
      path,
      `${JSON.stringify(name ?? null)} is no struct or scalar, and there is no before`,
    );
  const value = raw[isList ? 'values' : 'value'];
  if (isList && !Array.isArray(value)) throw refuse(`${path}.values`, 'is no array');
  if (isList && (value as unknown[]).length === 0) return new Uint8Array(0);
  const type = isList ? array(named, (value as unknown[]).length) : named;
  try {
    return codec(type, abi).encode(fromJson(type, value));
  } catch (error) {
    if (error instanceof AbiError) throw refuse(path, error.message);
    throw error;
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
  if (at(raw, 'after') === undefined) return { address, before };
  const after = hexBytes(raw['after'], `${path}.after`, refuse);
  if (after.length !== before.length)
    throw refuse(`${path}.after`, `has ${after.length} bytes, and before has ${before.length}`);
  return { address, before, after };
}

/** The memory of a call: fragments that do not overlap. */
export function fragments(raw: Raw, abi: Abi, refuse: Refuse): Fragment[] {
  const memory = at(raw, 'memory') ?? [];
  if (!Array.isArray(memory)) throw refuse('memory', 'is no array');
  const all = memory.map((f, i) => fragment(f, `memory[${i}]`, abi, refuse));
  const sorted = all
    .map((f, i) => ({ ...f, i, end: f.address + BigInt(f.before.length) }))
    .sort((a, b) => (a.address < b.address ? -1 : a.address > b.address ? 1 : 0));
  for (const [i, next] of sorted.entries()) {
    const previous = sorted[i - 1];
    if (previous && previous.end > next.address)
      throw refuse(
        `memory[${next.i}]`,
        `overlaps memory[${previous.i}] at 0x${next.address.toString(16)}`,
      );
  }
  return all;
}
