import type { BitRange } from '../layout/index.js';

/** Integers in bytes: little-endian, bit 0 the least significant bit of byte 0. */

/** The byte that a bit lies in: a shift would make those from 2^31 on negative. */
const byteOf = (bit: number): number => Math.floor(bit / 8);

/** The `width` bits from bit `start` of the byte at `base` on, as an unsigned integer. */
export function readBits(bytes: Uint8Array, base: number, start: number, width: number): bigint {
  let value = 0n;
  const first = base + byteOf(start);
  const last = base + byteOf(start + width - 1);
  for (let at = last; at >= first; at--) value = (value << 8n) | BigInt(bytes[at]!);
  return BigInt.asUintN(width, value >> BigInt(start & 7));
}

/** The same bits as the integer that they are, which may have a sign. */
export function readInteger(
  bytes: Uint8Array,
  base: number,
  { start, width }: BitRange,
  signed: boolean,
): bigint {
  const raw = readBits(bytes, base, start, width);
  return signed ? BigInt.asIntN(width, raw) : raw;
}

/** Puts the low `width` bits of `value` there; the bits around them stay. */
export function writeBits(
  bytes: Uint8Array,
  base: number,
  start: number,
  width: number,
  value: bigint,
): void {
  const shift = BigInt(start & 7);
  let set = BigInt.asUintN(width, value) << shift;
  let mask = ((1n << BigInt(width)) - 1n) << shift;
  for (let at = base + byteOf(start); mask !== 0n; at++) {
    bytes[at] = (bytes[at]! & ~Number(mask & 0xffn)) | Number(set & 0xffn);
    set >>= 8n;
    mask >>= 8n;
  }
}

/** The smallest and the largest integer of `width` bits. */
export function limits(width: number, signed: boolean): readonly [bigint, bigint] {
  const top = 1n << BigInt(signed ? width - 1 : width);
  return signed ? [-top, top - 1n] : [0n, top - 1n];
}
