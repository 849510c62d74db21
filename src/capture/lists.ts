import { type Abi, dotted, entriesOf, type Layout, layoutOf } from '../layout/index.js';
import type {
  CompoundType,
  Direction,
  HandleType,
  ListLength,
  Type,
  Unit,
} from '../schema/index.js';
import { type Fields, liveFields, lookUp } from '../codec/live.js';

/** A guest handle in a value: where it points and how long its list claims to be. */
export interface ListReference {
  /** Of the handle: `in.extent_start`. */
  readonly path: string;
  readonly handle: HandleType;
  /** What each element counts or names. */
  readonly unit?: Unit;
  /** Whether the hypervisor reads the list, writes it, or both. */
  readonly direction?: Direction;
  readonly address: bigint;
  /** Elements; not bounded by anything that exists. */
  readonly length: bigint;
  /** Elements that are valid after the call, where they are fewer. */
  readonly after?: bigint;
  /** May be NULL whatever the length says. */
  readonly optional?: true;
  /** Its end is not known: the length is what it has at least. */
  readonly isEndless?: true;
  /** Bit n of the list is about thing n. */
  readonly isBitmap?: true;
}

/** A length field is a sibling, or a field of a struct further out. */
function lengthOf(length: ListLength | undefined, scopes: readonly Fields[]): bigint {
  if (length === undefined) return 0n;
  if (typeof length === 'number') return BigInt(length);
  const names = typeof length === 'string' ? [length] : length;
  return names.reduce((product, name) => product * (lookUp(name, scopes) ?? 0n), 1n);
}

/** Every live guest handle in a decoded value, in declaration order. */
export function listsIn(type: CompoundType, value: unknown): ListReference[] {
  const out: ListReference[] = [];
  for (const { path, type: handle, value: address, member, scopes } of liveFields(type, value)) {
    if (handle.kind !== 'handle') continue;
    const { unit, direction, optional } = member ?? {};
    out.push({
      path,
      handle,
      ...(unit && { unit }),
      ...(direction && { direction }),
      ...(optional && { optional }),
      address: address as bigint,
      length: lengthOf(handle.length, scopes),
    });
  }
  return out;
}

/** The layout of one element of a handle's list, if its target is known. */
export function elementLayout(handle: HandleType, abi: Abi): Layout | undefined {
  return handle.target && layoutOf<Type>(handle.target, abi);
}

const offsets = new WeakMap<Layout, ReadonlyMap<string, number>>();

/** Bytes from the start of a layout to a field. */
export function offsetOf(layout: Layout, path: string): number {
  let known = offsets.get(layout);
  if (!known) {
    known = new Map(Array.from(entriesOf(layout), (entry) => [dotted(entry.path), entry.offset]));
    offsets.set(layout, known);
  }
  return known.get(path) ?? 0;
}
