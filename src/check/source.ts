/** An object file, read piece by piece: a whole vmlinux need not be in memory. */
export interface ObjectSource {
  /** Bytes. */
  readonly size: number;
  /** The same for the same file, under whatever name it was opened. */
  readonly id?: string;
  /** Exactly these bytes, which lie within `size`; the caller may change them. */
  read(offset: number, length: number): Uint8Array;
}

/** A file that is in memory. */
export const sourceOf = (bytes: Uint8Array): ObjectSource => ({
  size: bytes.length,
  // Not a Buffer's own `slice`, which is no copy.
  read: (offset, length) => Uint8Array.prototype.slice.call(bytes, offset, offset + length),
});
