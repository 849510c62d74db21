/** Bytes that lie together, from an address on. */
export interface Fragment {
  readonly address: bigint;
  readonly bytes: Uint8Array;
}
