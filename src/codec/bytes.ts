/**
 * Whether a value is a Uint8Array, be it of another realm: a frame of a page, a worker's
 * context. What only looks like one is no view of memory.
 */
export const isBytes = (value: unknown): value is Uint8Array =>
  ArrayBuffer.isView(value) && (value as Uint8Array)[Symbol.toStringTag] === 'Uint8Array';

/** The number that bytes are, the lowest byte first. */
export const littleEndian = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
