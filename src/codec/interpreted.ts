import type { Shape } from '../layout/index.js';
import type { SlowEngine } from './codec.js';
import { guard } from './guard.js';
import type { Parts } from './parts.js';
import { checkPadding, type Owner } from './refuse.js';
import { readValue, writeValue } from './walk.js';

/** The engine that walks over a shape, and says what is wrong with bytes and values. */
export function interpret(layout: Shape, owner: Owner, parts: Parts): SlowEngine {
  const { readable, writable, sizeOf, tooShort } = guard(layout, owner, parts);
  const padded: SlowEngine['checkPadding'] = (bytes, offset, options) => {
    readable(bytes, offset);
    checkPadding(owner, parts, bytes, offset, options);
  };
  return {
    decode(bytes, offset = 0, options) {
      if (options !== undefined) padded(bytes, offset, options);
      // Who hears of padding may have done anything to the bytes.
      readable(bytes, offset);
      return readValue(layout, bytes, offset, parts);
    },
    encodeInto(given, bytes, offset = 0) {
      writeValue(layout, writable(given, bytes, offset), bytes, offset, parts);
    },
    sizeOf,
    // The fast path asks when it cannot read, and then there is a fault.
    tooShort,
    checkPadding: padded,
  };
}
