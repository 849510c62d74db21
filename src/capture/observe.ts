import type { CodecFor } from '../codec/index.js';
import { type Abi, type Layout, layoutOf } from '../layout/index.js';
import type { CompoundType, Type } from '../schema/index.js';
import type { DecodedArgument, DecodedList } from './decoded.js';
import { readElements } from './elements.js';
import type { ListReference } from './lists.js';
import type { Memory } from './memory.js';

/** What a call's structs and lists are read with. */
export interface Look {
  readonly memory: Memory;
  readonly abi: Abi;
  readonly codec: CodecFor;
}

export const sizeOf = (type: Type, abi: Abi): number => (layoutOf(type, abi) as Layout).size;

function equal(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

/** An argument with what is known of its bytes; whole ones have a value. */
export interface ArgumentRead {
  readonly type: CompoundType;
  readonly address: bigint;
  readonly bytes: Uint8Array;
  readonly value?: unknown;
}

const valueOf = ({ abi, codec }: Look, type: CompoundType, bytes: Uint8Array): unknown =>
  codec<CompoundType>(type, abi).decode(bytes);

export function readArgument(look: Look, type: CompoundType, address: bigint): ArgumentRead {
  const size = sizeOf(type, look.abi);
  const bytes = look.memory.read(address, size);
  const isWhole = bytes.length === size;
  return { type, address, bytes, ...(isWhole && { value: valueOf(look, type, bytes) }) };
}

/** The argument after the call, where the call changed it. */
export function readAgain(
  look: Look,
  { type, address, bytes, value }: ArgumentRead,
): DecodedArgument {
  const again = look.memory.read(address, bytes.length);
  const isChanged = value !== undefined && !equal(again, bytes);
  return {
    type,
    address,
    known: bytes.length,
    ...(value !== undefined && { before: { bytes, value } }),
    ...(isChanged && { after: { bytes: again, value: valueOf(look, type, again) } }),
  };
}

/** A list with what was known of its bytes before the call. */
export interface ListRead extends DecodedList {
  readonly reference: ListReference;
  /** What was known from the list's address on. */
  readonly bytes: Uint8Array;
}

function listBytes({ memory, abi }: Look, { handle, address, length }: ListReference): Uint8Array {
  if (!handle.target || length === 0n) return new Uint8Array(0);
  const claimed = length * BigInt(sizeOf(handle.target, abi));
  const limit = BigInt(Number.MAX_SAFE_INTEGER);
  return memory.read(address, Number(claimed < limit ? claimed : limit));
}

export function readList(look: Look, reference: ListReference): ListRead {
  const { path, address, length, unit, direction, handle } = reference;
  const bytes = listBytes(look, reference);
  const isKnown = handle.target !== undefined && (length === 0n || bytes.length > 0);
  return {
    reference,
    bytes,
    path,
    address,
    length,
    ...(unit && { unit }),
    ...(direction && { direction }),
    ...(handle.target && { type: handle.target }),
    ...(isKnown && { before: readElements(handle.target, look.abi, bytes, look.codec) }),
  };
}

/** The list after the call, where the call changed it. */
export function readListAgain(
  look: Look,
  { reference, bytes, ...list }: ListRead,
  isWritten: boolean,
): DecodedList {
  if (!isWritten) return list;
  const again = listBytes(look, reference);
  return list.type === undefined || equal(bytes, again)
    ? list
    : { ...list, after: readElements(list.type, look.abi, again, look.codec) };
}
