import { DecodeStream, EncodeStream } from 'restructure';
import type { Type } from '../schema/index.js';
import { type Abi, type Layout, layoutOf } from '../layout/index.js';
import { findFault } from './check.js';
import type { SlowEngine } from './codec.js';
import { encodedSize, tailOf } from './flexible.js';
import { agree, markGiven } from './given.js';
import { leafOf } from './leaves.js';
import { checkPadding, decodeFault, encodeFault, refuse } from './refuse.js';

/** @throws AbiError for the first fault of a value that is to be encoded. */
function check(layout: Layout, abi: Abi, offset: number, value: unknown): void {
  const fault = findFault(layout, value, agree);
  if (fault) throw refuse(layout, abi, offset, fault);
}

/** The engine that takes any declaration at run time, and says what is wrong with a value. */
export function interpret(type: Type, abi: Abi): SlowEngine {
  const layout: Layout = layoutOf(type, abi);
  const leaf = leafOf(layout);
  const hasTail = tailOf(layout) !== undefined;
  return {
    decode(bytes, offset = 0, options) {
      const fault = decodeFault(layout, bytes, offset);
      if (fault) throw refuse(layout, abi, offset, fault);
      if (options) checkPadding(layout, abi, bytes, offset, options);
      const end = hasTail ? bytes.length : offset + layout.size;
      return leaf.decode(new DecodeStream(bytes.subarray(offset, end)));
    },
    encodeInto(value, bytes, offset = 0) {
      const short = encodeFault(layout, bytes, offset);
      if (short) throw refuse(layout, abi, offset, short);
      check(layout, abi, offset, value);
      const size = encodedSize(layout, value);
      const shorter = encodeFault(layout, bytes, offset, size);
      if (shorter) throw refuse(layout, abi, offset, shorter);
      const encoded = new Uint8Array(size);
      const mask = new Uint8Array(size);
      leaf.encode(new EncodeStream(encoded), value);
      markGiven(layout, value, 0, mask);
      for (let i = 0; i < size; i++)
        bytes[offset + i] = (bytes[offset + i]! & ~mask[i]!) | (encoded[i]! & mask[i]!);
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
    checkPadding: (bytes, offset, options) => checkPadding(layout, abi, bytes, offset, options),
  };
}

/** Bytes that `encode` needs. @throws AbiError when the value has a fault. */
export function checkedSize(type: Type, abi: Abi, value: unknown): number {
  const layout: Layout = layoutOf(type, abi);
  if (!tailOf(layout)) return layout.size;
  check(layout, abi, 0, value);
  return encodedSize(layout, value);
}
