import { isBytes } from './bytes.js';
import type { DecodeOptions } from './codec.js';
import { AbiError } from './error.js';
import { type Fault, fault, shownByte } from './fault.js';
import type { Parts } from './parts.js';

/** What an error says of whose it is: names of a declaration and of an architecture. */
export interface Owner {
  readonly struct: string;
  readonly abi: string;
}

/** A fault of the struct at `base` as the error that the caller sees. */
export function refuse({ struct, abi }: Owner, base: number, its: Fault): AbiError {
  const offset = typeof base === 'number' ? base + its.offset : its.offset;
  return new AbiError({ ...its, offset, struct, abi });
}

/** Whether `need` bytes lie at `offset`. */
export function extentFault(bytes: Uint8Array, offset: number, need: number): Fault | undefined {
  const length = (expected: string, actual: unknown) => fault('length', [], 0, expected, actual);
  if (!isBytes(bytes)) return length('a Uint8Array', bytes);
  if (!Number.isSafeInteger(offset) || offset < 0)
    return length('an offset that is a whole number of bytes', offset);
  const have = Math.max(0, bytes.length - offset);
  return have < need ? length(`${need} bytes`, `${have} bytes`) : undefined;
}

/** What the caller wants of non-zero padding. @throws AbiError `padding` for `'reject'`. */
export function checkPadding(
  owner: Owner,
  parts: Parts,
  bytes: Uint8Array,
  offset: number,
  { padding = 'ignore' }: DecodeOptions,
): void {
  if (padding === 'ignore') return;
  for (const span of parts.padding(bytes, offset)) {
    const end = span.offset + span.size;
    let at = span.offset;
    while (at < end && (bytes[offset + at]! & (span.mask ?? 0xff)) === 0) at++;
    if (at === end) continue;
    if (padding === 'reject') {
      const byte = shownByte(bytes[offset + at]!);
      throw refuse(owner, offset, fault('padding', span.owner, at, 'zero padding', byte));
    }
    padding({ ...span, offset: offset + span.offset });
  }
}
