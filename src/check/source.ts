/** An object file, read piece by piece: a whole vmlinux need not be in memory. */
export interface ObjectSource {
  /** Bytes. */
  readonly size: number;
  /** Exactly these bytes, which lie within `size`; the caller may change them. */
  read(offset: number, length: number): Uint8Array;
}

/** A file that is in memory. */
export const sourceOf = (bytes: Uint8Array): ObjectSource => ({
  size: bytes.length,
  read: (offset, length) => bytes.slice(offset, offset + length),
});
