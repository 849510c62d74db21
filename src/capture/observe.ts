import type { CodecFor } from '../codec/index.js';
import { type Abi, type Layout, layoutOf } from '../layout/index.js';
import type { CompoundType, Type, Where } from '../schema/index.js';
import type { DecodedArgument, DecodedList } from './decoded.js';
import { readElements } from './elements.js';
import type { ListReference } from './lists.js';
import type { Memory } from './memory.js';
import type { Overlapping } from './overlapping.js';

/** What a call's structs and lists are read with: memory is as it was before the call. */
export interface Look {
  readonly memory: Memory;
  readonly abi: Abi;
  /** Whose declarations are meant. */
  readonly where: Where;
  readonly codec: CodecFor;
  /** The call's own fragments. */
  readonly own: Overlapping;
  /** Those of them that the call changed. */
  readonly written: Overlapping;
  /** How many elements of lists may still be taken from what earlier lines showed. */
  readonly remembered: { left: number };
  /** Whether the call has come back. */
  readonly isDone: boolean;
}

export const sizeOf = (type: Type, abi: Abi): number => (layoutOf(type, abi) as Layout).size;

/** What became of bytes by the call: nothing where they are the same. */
function bytesAfter({ written }: Look, address: bigint, bytes: Uint8Array): Uint8Array | undefined {
  let now: Uint8Array | undefined;
  for (const { address: at, after } of written(address, bytes.length)) {
    if (!after) continue;
    now ??= bytes.slice();
    const from = Number(at - address);
    const part = after.subarray(Math.max(0, -from), Math.max(0, bytes.length - from));
    now.set(part, Math.max(0, from));
  }
  return now?.every((byte, i) => byte === bytes[i]) === false ? now : undefined;
}

/** An argument with what is known of its bytes; whole ones have a value. */
export interface ArgumentRead extends DecodedArgument {
  readonly whole: CompoundType;
  readonly bytes: Uint8Array;
  readonly value?: unknown;
}

/**
 * A struct in memory before the call, and after it where the call changed it.
 * @param whole the declaration as it is, where `type` has less of it
 */
export function readArgument(
  look: Look,
  type: CompoundType,
  address: bigint,
  whole: CompoundType = type,
): ArgumentRead {
  const { abi, codec, memory } = look;
  const size = sizeOf(type, abi);
  const bytes = memory.read(address, size);
  const about = { type, whole, size: sizeOf(whole, abi), address, known: bytes.length, bytes };
  if (bytes.length < size) return about;
  const valueOf = (its: Uint8Array): unknown => codec<CompoundType>(type, abi).decode(its);
  const value = valueOf(bytes);
  const now = bytesAfter(look, address, bytes);
  return {
    ...about,
    value,
    before: { bytes, value },
    ...(now && { after: { bytes: now, value: valueOf(now) } }),
  };
}

/** A list with what was known of its bytes before the call. */
export interface ListRead extends DecodedList {
  /** More of it is remembered from earlier lines than is looked at. */
  readonly isLeftOut?: true;
  readonly reference: ListReference;
}

/** Bytes of a range that the call itself shows; fragments that overlap count for each. */
function ownBytes({ own }: Look, address: bigint, size: number): number {
  let count = 0;
  for (const { address: at, before } of own(address, size)) {
    const from = Number(at > address ? at - address : 0n);
    const to = Number(at - address) + before.length;
    count += Math.min(to, size) - from;
  }
  return count;
}

/** What is known of a list's bytes: nothing where too much of it is remembered. */
function listBytes(look: Look, { handle, address, length }: ListReference): Uint8Array | undefined {
  if (!handle.target || length === 0n) return new Uint8Array(0);
  const { memory, abi, remembered } = look;
  const element = sizeOf(handle.target, abi);
  const claimed = length * BigInt(element);
  const limit = BigInt(Number.MAX_SAFE_INTEGER);
  const size = Number(claimed < limit ? claimed : limit);
  const shown = ownBytes(look, address, size);
  const most = shown + remembered.left * element;
  const bytes = memory.read(address, Math.min(size, most + element));
  if (bytes.length > most) return undefined;
  remembered.left -= Math.max(0, Math.floor((bytes.length - shown) / element));
  return bytes;
}

export function readList(look: Look, reference: ListReference): ListRead {
  const { path, address, length, unit, direction, handle, after, isBitmap, isEndless, optional } =
    reference;
  const known = listBytes(look, reference);
  const bytes = known ?? new Uint8Array(0);
  const isKnown = handle.target !== undefined && (length === 0n || bytes.length > 0);
  const now = bytesAfter(look, address, bytes);
  const elements = (of: Uint8Array): readonly unknown[] =>
    readElements(handle.target!, look.abi, of, look.codec);
  return {
    reference,
    path,
    address,
    length,
    ...(!known && { isLeftOut: true as const }),
    ...(unit && { unit }),
    ...(direction && { direction }),
    ...(after !== undefined && { lengthAfter: after }),
    ...(optional && { isOptional: optional }),
    ...(isEndless && { isEndless }),
    ...(isBitmap && handle.target && { bits: sizeOf(handle.target, look.abi) * 8 }),
    ...(handle.target && { type: handle.target }),
    ...(isKnown && { before: elements(bytes) }),
    ...(now && { after: elements(now) }),
  };
}
