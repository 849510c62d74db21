import type { Shape } from '../layout/index.js';
import { findFault } from './check.js';
import type { SlowEngine } from './codec.js';
import type { Fault } from './fault.js';
import type { Parts } from './parts.js';
import { checkPadding, extentFault, type Owner, refuse } from './refuse.js';
import { snapshot } from './snapshot.js';
import { readValue, writeValue } from './walk.js';

/** The engine that walks over a shape, and says what is wrong with bytes and values. */
export function interpret(layout: Shape, owner: Owner, parts: Parts): SlowEngine {
  const { tails } = parts;
  const { size } = layout;
  const least = tails?.fixedSize(layout) ?? size;
  /** Bytes that are too short to decode. */
  const decodeFault = (bytes: Uint8Array, offset: number) =>
    extentFault(bytes, offset, least) ?? tails?.tailFault(layout, bytes, offset);
  const refuseAny = (fault: Fault | undefined, offset: number): void => {
    if (fault) throw refuse(owner, offset, fault);
  };
  /** The value as it is now, in plain objects. @throws AbiError for its first fault. */
  const checked = (given: unknown, offset: number): unknown => {
    const value = snapshot(layout, given, parts);
    refuseAny(findFault(layout, value, parts), offset);
    return value;
  };
  const padded: SlowEngine['checkPadding'] = (bytes, offset, options) => {
    refuseAny(decodeFault(bytes, offset), offset);
    checkPadding(owner, parts, bytes, offset, options);
  };
  return {
    decode(bytes, offset = 0, options) {
      if (options !== undefined) padded(bytes, offset, options);
      // Who hears of padding may have done anything to the bytes.
      refuseAny(decodeFault(bytes, offset), offset);
      return readValue(layout, bytes, offset, parts);
    },
    encodeInto(given, bytes, offset = 0) {
      refuseAny(extentFault(bytes, offset, least), offset);
      const value = checked(given, offset);
      // Again, for a getter of the value may have taken the bytes away.
      refuseAny(extentFault(bytes, offset, tails?.encodedSize(layout, value) ?? size), offset);
      writeValue(layout, value, bytes, offset, parts);
    },
    sizeOf: (value) =>
      tails?.tailOf(layout) ? tails.encodedSize(layout, checked(value, 0)) : size,
    // The fast path asks when it cannot read, and then there is a fault.
    tooShort: (bytes, offset) => refuse(owner, offset, decodeFault(bytes, offset)!),
    checkPadding: padded,
  };
}
