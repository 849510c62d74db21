import { type Call, type CaptureHeader, createCallDecoder, toHex } from '../../capture/index.js';
import { type CodecFor, type Json, toJson } from '../../codec/index.js';
import {
  type Abi,
  dotted,
  entriesOf,
  isCompound,
  type Layout,
  layoutOf,
  type Path,
} from '../../layout/index.js';
import type { Type, Unit } from '../../schema/index.js';

/** A struct, or an element of a list, in guest memory. */
interface Thing {
  readonly type: Type;
  readonly unit?: Unit | undefined;
  readonly path: string;
  readonly address: bigint;
  /** Bytes from the start of the struct or list. */
  readonly offset: number;
}

/** A field or an element that has a name. */
export interface Place {
  readonly path: string;
  readonly address: bigint;
  readonly size: number;
  /** Bytes from the start of the struct or list. */
  readonly offset: number;
  /** What bytes at the place say. @param read the bytes at an address, all of them or nothing */
  value(read: (address: bigint, size: number) => Uint8Array | undefined): Json;
}

/** Finds the name of a byte that a call could change. */
export type Locate = (address: bigint) => Place | undefined;

function at(json: Json | undefined, path: Path): Json | undefined {
  let value = json;
  for (const step of path) value = (value as Record<string, Json> | undefined)?.[step];
  return value;
}

function placeIn(thing: Thing, byte: number, abi: Abi, codec: CodecFor): Place | undefined {
  const { type, unit, address, offset } = thing;
  const layout: Layout = layoutOf(type, abi);
  const leaf = [...entriesOf(layout)].find(
    (entry) =>
      !isCompound(entry.layout) && byte >= entry.offset && byte < entry.offset + entry.size,
  );
  if (!leaf) return undefined;
  const name = dotted(leaf.path);
  const dot = thing.path === '' || name === '' || name.startsWith('[') ? '' : '.';
  return {
    path: `${thing.path}${dot}${name}`,
    address: address + BigInt(leaf.offset),
    size: leaf.size,
    offset: offset + leaf.offset,
    value(read) {
      const bytes = read(address, layout.size);
      const whole = bytes && at(toJson(type, codec(type, abi).decode(bytes), unit), leaf.path);
      if (whole !== undefined) return whole;
      const part = read(address + BigInt(leaf.offset), leaf.size);
      return part ? toHex(part) : null;
    },
  };
}

/**
 * The names of the bytes that a call reaches: fields of its argument, elements of its lists;
 * of lists that lie upon each other, the one that the hypervisor writes.
 * @param argument the bytes of the call's argument before it, as far as they are known
 */
export function locator(
  header: CaptureHeader,
  abi: Abi,
  codec: CodecFor,
  call: Call,
  argument: Uint8Array,
): Locate {
  const [, address = 0n] = call.args;
  const memory = argument.length > 0 ? [{ address, before: argument }] : [];
  const decoded = createCallDecoder(header, codec)({ ...call, memory });
  const lists = [...decoded.lists].sort(
    (a, b) => Number(a.direction === 'in') - Number(b.direction === 'in'),
  );
  return (byte) => {
    const own = decoded.argument;
    if (own && byte >= own.address && byte < own.address + BigInt(own.known)) {
      const thing = { type: own.type, path: '', address: own.address, offset: 0 };
      return placeIn(thing, Number(byte - own.address), abi, codec);
    }
    for (const { type, unit, path, address: start, length } of lists) {
      if (!type || byte < start) continue;
      const { size } = layoutOf(type, abi) as Layout;
      const i = (byte - start) / BigInt(size);
      if (i >= length) continue;
      const offset = Number(i) * size;
      const first = start + BigInt(offset);
      const thing = { type, unit, path: `${path}[${i}]`, address: first, offset };
      return placeIn(thing, Number(byte - first), abi, codec);
    }
    return undefined;
  };
}
