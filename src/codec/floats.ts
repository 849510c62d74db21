import type { FloatShape, Path } from '../layout/index.js';
import type { FloatValue, NaNBits } from '../schema/index.js';
import { type Fault, fault } from './fault.js';
import type { Floats } from './parts.js';

/**
 * IEEE 754 binary32 and binary64 in bytes. A JavaScript number is the value of all of them but
 * the NaNs: there is one NaN in JavaScript, and 2^24 - 2 of them in 32 bits. So the quiet NaN
 * without payload is `NaN`, and every other one is its bits in words.
 */

/** The NaN that compilers mean by NAN: quiet, positive, without payload. */
const quiet = (size: number): bigint => (size === 4 ? 0x7fc00000n : 0x7ff8000000000000n);

/** Whether the bits are those of a NaN: all exponent bits, and one of the fraction. */
function isNaNBits(bits: bigint, size: number): boolean {
  if (bits >> BigInt(size * 8) !== 0n) return false;
  const fraction = BigInt(size === 4 ? 23 : 52);
  const exponent = (1n << BigInt(size === 4 ? 8 : 11)) - 1n;
  return (
    ((bits >> fraction) & exponent) === exponent && BigInt.asUintN(Number(fraction), bits) !== 0n
  );
}

const bitsAt = (view: DataView, at: number, size: number): bigint =>
  size === 4 ? BigInt(view.getUint32(at, true)) : view.getBigUint64(at, true);

function putBits(view: DataView, at: number, size: number, bits: bigint): void {
  if (size === 4) view.setUint32(at, Number(bits), true);
  else view.setBigUint64(at, bits, true);
}

/** The number at a place of 4 or 8 bytes. */
export function readFloat(view: DataView, at: number, size: number): FloatValue {
  const value = size === 4 ? view.getFloat32(at, true) : view.getFloat64(at, true);
  if (!Number.isNaN(value)) return value;
  const bits = bitsAt(view, at, size);
  return bits === quiet(size) ? NaN : (`NaN(0x${bits.toString(16)})` as NaNBits);
}

/** Writes a checked value; of 4 bytes, the nearest that they hold. */
export function writeFloat(view: DataView, at: number, size: number, value: unknown): void {
  if (typeof value === 'string') putBits(view, at, size, BigInt(value.slice(4, -1)));
  // What an engine makes of NaN is its own affair.
  else if (Number.isNaN(value)) putBits(view, at, size, quiet(size));
  else if (size === 4) view.setFloat32(at, value as number, true);
  else view.setFloat64(at, value as number, true);
}

/** Whether a text says the bits of a NaN of 4 or 8 bytes: `NaN(0xffc00000)`. */
const isNaNText = (text: string, size: number): boolean =>
  /^NaN\(0x[\da-f]{1,16}\)$/i.test(text) && isNaNBits(BigInt(text.slice(4, -1)), size);

/** Whether a finite number is too large for 4 bytes. */
const isTooLarge = (value: number, size: number): boolean =>
  size === 4 && Number.isFinite(value) && !Number.isFinite(Math.fround(value));

/** Whether a value is one of a float of 4 or 8 bytes. */
export const isFloat = (value: unknown, size: number): boolean =>
  typeof value === 'number'
    ? !isTooLarge(value, size)
    : typeof value === 'string' && isNaNText(value, size);

function check({ size }: FloatShape, value: unknown, base: number, path: Path): Fault | undefined {
  if (isFloat(value, size)) return undefined;
  return typeof value === 'number'
    ? fault('range', path, base, `a number that ${size} bytes hold`, value)
    : fault('type', path, base, `a number, or the bits of a NaN of ${size} bytes`, value);
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

/** What the engine needs of floating-point numbers. */
export const floats: Floats = {
  read: (bytes, at, size) => readFloat(viewOf(bytes), at, size),
  write: (bytes, at, size, value) => writeFloat(viewOf(bytes), at, size, value),
  check,
};
