import { typeName } from '../schema/index.js';
import type { Abi, CompoundLayout, Layout } from '../layout/index.js';
import type { DecodeOptions } from './codec.js';
import { AbiError } from './error.js';
import { type Fault, shownByte } from './fault.js';
import { elementCount, fixedSize, tailOf } from './flexible.js';
import { paddingIn } from './padding-in.js';

/** A fault of the struct at `base` as the error that the caller sees. */
export function refuse(layout: Layout, abi: Abi, base: number, fault: Fault): AbiError {
  const { type } = layout;
  const struct = 'name' in type && type.name !== null ? type.name : typeName(type);
  const offset = typeof base === 'number' ? base + fault.offset : fault.offset;
  return new AbiError({ ...fault, offset, struct, abi: abi.name });
}

/** Whether `need` bytes lie at `offset`. */
function extentFault(bytes: Uint8Array, offset: number, need: number): Fault | undefined {
  const fault = { code: 'length', path: [], offset: 0 } as const;
  if (!(bytes instanceof Uint8Array)) return { ...fault, expected: 'a Uint8Array', actual: bytes };
  if (!Number.isSafeInteger(offset) || offset < 0)
    return { ...fault, expected: 'an offset that is a whole number of bytes', actual: offset };
  const have = Math.max(0, bytes.length - offset);
  return have < need ? { ...fault, expected: `${need} bytes`, actual: `${have} bytes` } : undefined;
}

/** Whether the bytes hold as many elements as the length field says. */
function tailFault(layout: Layout, bytes: Uint8Array, offset: number): Fault | undefined {
  const tail = tailOf(layout);
  if (!tail) return undefined;
  const elements = elementCount(layout as CompoundLayout, tail, bytes, offset);
  const need = elements * tail.layout.element.size;
  const have = bytes.length - offset - tail.offset;
  if (elements >= 0 && need <= have) return undefined;
  return {
    code: 'length',
    path: [tail.name],
    offset: tail.offset,
    expected: elements < 0 ? `${elements} elements` : `${elements} elements, ${need} bytes`,
    actual: `${have} bytes`,
  };
}

/** Bytes that are too short to decode. */
export const decodeFault = (layout: Layout, bytes: Uint8Array, offset: number): Fault | undefined =>
  extentFault(bytes, offset, fixedSize(layout)) ?? tailFault(layout, bytes, offset);

/** Bytes that are too short to be written to; `size` is known once the value is checked. */
export const encodeFault = (
  layout: Layout,
  bytes: Uint8Array,
  offset: number,
  size: number = fixedSize(layout),
): Fault | undefined => extentFault(bytes, offset, size);

/** What the caller wants of non-zero padding. @throws AbiError `padding` for `'reject'`. */
export function checkPadding(
  layout: Layout,
  abi: Abi,
  bytes: Uint8Array,
  offset: number,
  { padding = 'ignore' }: DecodeOptions,
): void {
  if (padding === 'ignore') return;
  for (const span of paddingIn(layout, bytes, offset)) {
    const end = span.offset + span.size;
    let at = span.offset;
    while (at < end && (bytes[offset + at]! & (span.mask ?? 0xff)) === 0) at++;
    if (at === end) continue;
    if (padding === 'reject') {
      throw refuse(layout, abi, offset, {
        code: 'padding',
        path: span.owner,
        offset: at,
        expected: 'zero padding',
        actual: shownByte(bytes[offset + at]!),
      });
    }
    padding({ ...span, offset: offset + span.offset });
  }
}
