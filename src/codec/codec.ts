import type { Infer, InferInput, Type } from '../schema/index.js';
import type { Abi, LayoutOf, PaddingSpan, Shape } from '../layout/index.js';
import type { AbiError } from './error.js';
import type { Parts } from './parts.js';

/** What `decode` does beside decoding. */
export interface DecodeOptions {
  /**
   * Non-zero padding: `'ignore'` it as the hypervisor does (the default), `'reject'` the
   * first such span, or hear of each with its offset from the start of the input.
   */
  readonly padding?: 'ignore' | 'reject' | ((span: PaddingSpan) => void);
}

/**
 * Reads and writes one declaration's values on one architecture; both engines make it. What
 * follows from `T` has parameters of its own, so that any codec is a `Codec`.
 */
export interface Codec<
  T extends Type = Type,
  Value = Infer<T>,
  Input = InferInput<T>,
  Laid = LayoutOf<T>,
> {
  readonly type: T;
  readonly abi: Abi;
  readonly engine: 'generated' | 'interpreted';
  readonly layout: Laid;
  /** Bytes; of a struct with a flexible array, `sizeof`. */
  readonly size: number;
  /** Bytes. */
  readonly align: number;
  /**
   * The value at `offset` (bytes, 0 by default).
   * @throws AbiError `length` when the bytes end before it does; `padding` when asked for.
   */
  decode(bytes: Uint8Array, offset?: number, options?: DecodeOptions): Value;
  /** The value's bytes, zero padding. @throws AbiError as encodeInto does, but for `length`. */
  encode(value: Input): Uint8Array<ArrayBuffer>;
  /**
   * Writes the value's fields at `offset` and leaves all other bits as they are. Each
   * field is read before any is written. Fields and unknown keys are looked for among
   * enumerable properties, as literals, JSON and `decode` make them.
   * @throws AbiError, having written nothing: `length`; then per field in declaration order
   * `missing`, `type`, `range` or `count`; then `union`; then `unknown`.
   */
  encodeInto(value: Input, bytes: Uint8Array, offset?: number): void;
}

/** The functions in which engines differ. */
export interface Engine {
  decode(bytes: Uint8Array, offset?: number, options?: DecodeOptions): unknown;
  encodeInto(value: unknown, bytes: Uint8Array, offset?: number): void;
}

/** The interpreted engine, to which a generated codec leaves all that is not its fast path. */
export interface SlowEngine extends Engine {
  /** Bytes that the value takes. @throws AbiError when that depends on it and it has a fault. */
  sizeOf(value: unknown): number;
  /** The error of bytes that end too early, or of an offset that is none. */
  tooShort(bytes: Uint8Array, offset: number): AbiError;
  checkPadding(bytes: Uint8Array, offset: number, options: DecodeOptions): void;
}

/** What is printed of one layout. */
export interface Generated extends Parts {
  /** The fingerprint of the layout that it was generated for. */
  readonly layout: string;
  /** Bytes. */
  readonly size: number;
  /** Bytes. */
  readonly align: number;
  /** The layout itself, but for its declarations. */
  readonly shape: () => Shape;
  /** Its fast paths, given the engine that takes the rest; nothing where that serves all. */
  readonly engine?: (slow: SlowEngine) => Engine;
}
