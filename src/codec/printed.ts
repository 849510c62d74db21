import type { Shape } from '../layout/index.js';
import type { Infer, InferInput, Type } from '../schema/index.js';
import type { DecodeOptions, Engine, Generated } from './codec.js';
import { interpret } from './interpreted.js';
import type { Parts } from './parts.js';
import type { Owner } from './refuse.js';

/**
 * A codec that was printed ahead of time: of one declaration on one architecture, and all that
 * it needs. It reads and writes as a `Codec` does, and throws the same errors.
 */
export interface PrintedCodec<
  T extends Type = Type,
  Value = Infer<T>,
  Input = InferInput<T>,
> extends Owner {
  /** Bytes; of a struct with a flexible array, `sizeof`. */
  readonly size: number;
  /** Bytes. */
  readonly align: number;
  decode(bytes: Uint8Array, offset?: number, options?: DecodeOptions): Value;
  encode(value: Input): Uint8Array<ArrayBuffer>;
  encodeInto(value: Input, bytes: Uint8Array, offset?: number): void;
  /** What `codec` takes, under the option `generated`. */
  readonly generated: Generated;
}

// Generated code reads numbers through typed arrays, which have the host's byte order.
const isLittleEndianHost = /* @__PURE__ */ (() =>
  new Uint8Array(new Uint16Array([1]).buffer)[0] === 1)();

/** Whether there are fast paths for this host. */
export const isFast = (generated: Generated): boolean =>
  generated.engine !== undefined && isLittleEndianHost;

/** The functions of a codec: those of the fast paths where there are some, else of the walk. */
export function enginesOf(layout: Shape, owner: Owner, parts: Parts, generated?: Generated) {
  const slow = interpret(layout, owner, parts);
  const { decode, encodeInto }: Engine =
    generated && isFast(generated) ? generated.engine!(slow) : slow;
  return {
    decode,
    encode(value: unknown): Uint8Array<ArrayBuffer> {
      const bytes = new Uint8Array(slow.sizeOf(value));
      encodeInto(value, bytes);
      return bytes;
    },
    encodeInto,
  };
}

/** What a printed module exports of one architecture. Nothing is built before it is used. */
export function codecOf<T extends Type = Type>(
  struct: string,
  abi: string,
  generated: Generated,
): PrintedCodec<T> {
  const { size, align, shape } = generated;
  let built: ReturnType<typeof enginesOf> | undefined;
  const engines = () => (built ??= enginesOf(shape(), { struct, abi }, generated, generated));
  return Object.freeze({
    struct,
    abi,
    size,
    align,
    decode: (bytes: Uint8Array, offset?: number, options?: DecodeOptions) =>
      engines().decode(bytes, offset, options) as Infer<T>,
    encode: (value: InferInput<T>) => engines().encode(value),
    encodeInto: (value: InferInput<T>, bytes: Uint8Array, offset?: number) =>
      engines().encodeInto(value, bytes, offset),
    generated,
  });
}
