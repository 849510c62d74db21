/** What generated codecs import, and all that they import. */
export type { Generated } from './codec.js';
export { isBytes } from './bytes.js';
export { tails } from './flexible.js';
export { agree } from './given.js';
export { get, type Fields } from './fields.js';
export { floats, isFloat, readFloat, writeFloat } from './floats.js';
export { readBits, writeBits } from './integers.js';
export { isChars, readChars, text, writeChars } from './text.js';
export { lists } from './lists.js';
export { paddingIn } from './padding-in.js';
export { codecOf, type PrintedCodec } from './printed.js';
export {
  array,
  chars,
  f32,
  f64,
  flexible,
  i16,
  i32,
  i64,
  i8,
  int,
  spans,
  struct,
  u16,
  u32,
  u64,
  u8,
  union,
} from './shapes.js';

/** Scratch words through which 64-bit integers pass: two for each of a struct's most leaves. */
export const U32 = /* @__PURE__ */ new Uint32Array(256);
export const U64 = /* @__PURE__ */ (() => new BigUint64Array(U32.buffer))();
export const I64 = /* @__PURE__ */ (() => new BigInt64Array(U32.buffer))();

export const viewOf = ({ buffer }: Uint8Array): DataView => new DataView(buffer);

/** The caller's array when it is one of `length` elements. */
export const elements = (value: unknown, length: number): readonly unknown[] | undefined =>
  Array.isArray(value) && value.length === length ? value : undefined;

/**
 * Adds one union member's bytes to those of the members before it.
 * @returns whether it agrees with them on every byte that both have.
 */
export function merge(
  into: Uint8Array,
  mask: Uint8Array,
  from: Uint8Array,
  offset: number,
  size: number,
): boolean {
  for (let at = offset; at < offset + size; at++) {
    if (mask[at] !== 0 && into[at] !== from[at]) return false;
    into[at] = from[at]!;
    mask[at] = 1;
  }
  return true;
}
