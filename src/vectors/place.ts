import type { Fragment } from '../capture/index.js';
import { AREA, ENDS, type Guest, HOLE, READ_ONLY, READ_WRITE } from './guest.js';

/** Where in the guest's address space a struct or list lies, and so what faults. */
export type Place =
  | 'readWrite'
  | 'readOnly'
  | 'hole'
  | 'null'
  | 'forbidden'
  /** So many bytes before a hole, or before read-only memory. */
  | { readonly before: 'hole' | 'readOnly'; readonly bytes: number };

export interface Placed {
  readonly address: bigint;
  /** What of it can be seen. */
  readonly memory: readonly Fragment[];
}

/** @param slot keeps what one call has apart: 0 to 3 */
export function placed(
  { base, forbidden }: Guest,
  place: Place,
  bytes: Uint8Array,
  slot: number,
  shift: number,
): Placed {
  const at = (offset: number, known: Uint8Array = bytes): Placed => {
    const address = base + BigInt(offset);
    return { address, memory: known.length > 0 ? [{ address, before: known }] : [] };
  };
  if (typeof place === 'object')
    return place.before === 'hole'
      ? at(ENDS + slot * AREA + AREA / 2 - place.bytes, bytes.subarray(0, place.bytes))
      : at(READ_ONLY - place.bytes);
  switch (place) {
    case 'readWrite':
      return at(READ_WRITE + slot * AREA + shift);
    case 'readOnly':
      return at(READ_ONLY + slot * (AREA / 4) + shift);
    case 'hole':
      return at(HOLE + shift, new Uint8Array());
    case 'null':
      return { address: 0n, memory: [] };
    case 'forbidden':
      return { address: forbidden, memory: [] };
  }
}
