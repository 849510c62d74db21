import type { Shape } from '../layout/index.js';
import { findFault } from './check.js';
import type { AbiError } from './error.js';
import type { Fault } from './fault.js';
import type { Parts } from './parts.js';
import { extentFault, type Owner, refuse } from './refuse.js';
import { snapshot } from './snapshot.js';

/** What is refused before anything is read or written, whoever then reads or writes. */
interface Guard {
  /** @throws AbiError when the bytes at `offset` are too short to decode. */
  readable(bytes: Uint8Array, offset: number): void;
  /**
   * The value as it is now, in plain objects, for which the bytes have room.
   * @throws AbiError for its first fault.
   */
  writable(given: unknown, bytes: Uint8Array, offset: number): unknown;
  /** Bytes that the value takes. @throws AbiError when that depends on it and it has a fault. */
  sizeOf(value: unknown): number;
  /** The error of bytes that are known to be too short. */
  tooShort(bytes: Uint8Array, offset: number): AbiError;
}

export function guard(layout: Shape, owner: Owner, parts: Parts): Guard {
  const { tails } = parts;
  const { size } = layout;
  const least = tails?.fixedSize(layout) ?? size;
  const decodeFault = (bytes: Uint8Array, offset: number) =>
    extentFault(bytes, offset, least) ?? tails?.tailFault(layout, bytes, offset);
  const refuseAny = (fault: Fault | undefined, offset: number): void => {
    if (fault) throw refuse(owner, offset, fault);
  };
  const checked = (given: unknown, offset: number): unknown => {
    const value = snapshot(layout, given, parts);
    refuseAny(findFault(layout, value, parts), offset);
    return value;
  };
  return {
    readable: (bytes, offset) => refuseAny(decodeFault(bytes, offset), offset),
    writable(given, bytes, offset) {
      refuseAny(extentFault(bytes, offset, least), offset);
      const value = checked(given, offset);
      // Again, for a getter of the value may have taken the bytes away.
      refuseAny(extentFault(bytes, offset, tails?.encodedSize(layout, value) ?? size), offset);
      return value;
    },
    sizeOf: (value) =>
      tails?.tailOf(layout) ? tails.encodedSize(layout, checked(value, 0)) : size,
    tooShort: (bytes, offset) => refuse(owner, offset, decodeFault(bytes, offset)!),
  };
}
