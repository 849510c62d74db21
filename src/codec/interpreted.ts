import { DecodeStream, EncodeStream } from 'restructure';
import type { Type } from '../schema/index.js';
import { type Abi, type Layout, layoutOf } from '../layout/index.js';
import { findFault } from './check.js';
import type { SlowEngine } from './codec.js';
import { encodedSize, tailOf } from './flexible.js';
import { markGiven } from './given.js';
import { leafOf } from './leaves.js';
import { checkPadding, decodeFault, encodeFault, refuse } from './refuse.js';
import { snapshot } from './snapshot.js';

/** The value as it is now, in plain objects. @throws AbiError for its first fault. */
function checked(layout: Layout, abi: Abi, offset: number, given: unknown): unknown {
  const value = snapshot(layout, given);
  const fault = findFault(layout, value);
  if (fault) throw refuse(layout, abi, offset, fault);
  return value;
}

export interface InterpretedEngine extends SlowEngine {
  /** Writes the value with zero padding. @returns the bytes written */
  encodeOver(value: unknown, bytes: Uint8Array, offset: number): number;
}

/** The engine that takes any declaration at run time, and says what is wrong with a value. */
export function interpret(type: Type, abi: Abi): InterpretedEngine {
  const layout: Layout = layoutOf(type, abi);
  const leaf = leafOf(layout);
  const hasTail = tailOf(layout) !== undefined;
  const readable = (bytes: Uint8Array, offset: number): void => {
    const fault = decodeFault(layout, bytes, offset);
    if (fault) throw refuse(layout, abi, offset, fault);
  };
  const writable = (bytes: Uint8Array, offset: number, size?: number): void => {
    const fault = encodeFault(layout, bytes, offset, size);
    if (fault) throw refuse(layout, abi, offset, fault);
  };
  /** The value's bytes, once it is known that it has no fault and that they have room. */
  const encoded = (given: unknown, bytes: Uint8Array, offset: number) => {
    writable(bytes, offset);
    const value = checked(layout, abi, offset, given);
    const size = encodedSize(layout, value);
    writable(bytes, offset, size);
    const its = new Uint8Array(size);
    leaf.encode(new EncodeStream(its), value);
    return { value, its };
  };
  return {
    decode(bytes, offset = 0, options) {
      readable(bytes, offset);
      if (options !== undefined) checkPadding(layout, abi, bytes, offset, options);
      const end = hasTail ? bytes.length : offset + layout.size;
      return leaf.decode(new DecodeStream(bytes.subarray(offset, end)));
    },
    encodeInto(given, bytes, offset = 0) {
      const { value, its } = encoded(given, bytes, offset);
      const mask = new Uint8Array(its.length);
      markGiven(layout, value, 0, mask);
      for (let i = 0; i < its.length; i++)
        bytes[offset + i] = (bytes[offset + i]! & ~mask[i]!) | (its[i]! & mask[i]!);
    },
    encodeOver(value, bytes, offset) {
      const { its } = encoded(value, bytes, offset);
      bytes.set(its, offset);
      return its.length;
    },
    tooShort(bytes, offset) {
      const fault = decodeFault(layout, bytes, offset);
      return refuse(
        layout,
        abi,
        offset,
        fault ?? { code: 'length', path: [], offset: 0, expected: 'bytes', actual: bytes },
      );
    },
    checkPadding(bytes, offset, options) {
      readable(bytes, offset);
      checkPadding(layout, abi, bytes, offset, options);
    },
  };
}

/** Bytes that `encode` needs. @throws AbiError when the value has a fault. */
export function checkedSize(type: Type, abi: Abi, value: unknown): number {
  const layout: Layout = layoutOf(type, abi);
  if (!tailOf(layout)) return layout.size;
  return encodedSize(layout, checked(layout, abi, 0, value));
}
