/** What a place differs in; offsets, sizes and alignments in bytes, bits and widths in bits. */
export type What =
  | 'missing'
  | 'extra'
  | 'offset'
  | 'size'
  | 'bit'
  | 'width'
  | 'length'
  | 'shape'
  | 'align';

/** One difference: of a missing field the offset is expected, of an extra one it is actual. */
export interface Difference {
  /** Dotted, as the ABI names it; empty for the whole struct. */
  readonly path: string;
  readonly what: What;
  readonly expected: number | string | null;
  /** `null` too where it is known only not to be what was expected. */
  readonly actual: number | string | null;
  /** Of several definitions that differ: the source file whose it is. */
  readonly unit?: string;
}

/** What a comparison found. Notes are remarks in words: no difference. */
export interface Comparison {
  readonly differences: readonly Difference[];
  readonly notes: readonly string[];
}
