import type { Infer, InferInput, Type } from '../schema/index.js';
import { type Abi, type Layout, layoutOf } from '../layout/index.js';
import { encodedSize, fixedSize } from './flexible.js';
import { checkedSize, interpret } from './interpreted.js';

/** Bytes and where one is in them: restructure's streams, and anything like them. */
export interface Stream {
  readonly buffer: Uint8Array;
  pos: number;
}

/** A restructure type (3.x): it composes with restructure's own and with others of these. */
export interface RestructureType<T, I = T> {
  decode(stream: Stream, parent?: unknown): T;
  encode(stream: Stream, value: I, parent?: unknown): void;
  /** Bytes. */
  size(value?: I, parent?: unknown): number;
  fromBuffer(bytes: Uint8Array): T;
  toBuffer(value: I): Uint8Array<ArrayBuffer>;
}

/**
 * A declaration as a restructure type, to be composed with restructure's own formats.
 * @throws AbiError from decode and encode; offsets count from the start of the stream.
 */
export function toRestructure<T extends Type>(
  type: T,
  abi: Abi,
): RestructureType<Infer<T>, InferInput<T>> {
  const layout: Layout = layoutOf<Type>(type, abi);
  const engine = interpret(type, abi);
  const decode = (stream: Stream): Infer<T> => {
    const value = engine.decode(stream.buffer, stream.pos);
    stream.pos += encodedSize(layout, value);
    return value as Infer<T>;
  };
  return {
    decode,
    encode(stream, value) {
      stream.pos += engine.encodeOver(value, stream.buffer, stream.pos);
    },
    // restructure asks for the size of what is missing, too, before it encodes.
    size: (value) => (value == null ? fixedSize(layout) : checkedSize(type, abi, value)),
    fromBuffer: (bytes) => decode({ buffer: bytes, pos: 0 }),
    toBuffer(value) {
      const bytes = new Uint8Array(checkedSize(type, abi, value));
      engine.encodeOver(value, bytes, 0);
      return bytes;
    },
  };
}
