/** What an input can be; `capture` is the JSON Lines format, which this folder only recognises. */
export type SourceFormat = 'raw' | 'hex' | 'hexdump' | 'base64' | 'capture';

/** Bytes that lie together, from an address on. */
export interface Fragment {
  readonly address: bigint;
  readonly bytes: Uint8Array;
}

/** The bytes of an input. Fragments ascend, and neighbours do not touch. */
export interface Source {
  readonly format: Exclude<SourceFormat, 'capture'>;
  /** One fragment at address 0 where the format has no addresses; none for no bytes. */
  readonly fragments: readonly Fragment[];
  /** Whether the input said where its bytes lay: true for a hexdump, false for the others. */
  readonly hasAddresses: boolean;
}
