import { DecodeStream } from 'restructure';
import type { Infer, InferInput, Type } from '../schema/index.js';
import { type Abi, type Layout, layoutOf } from '../layout/index.js';
import { encodedSize } from './flexible.js';
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
  const toBuffer = (value: InferInput<T>): Uint8Array<ArrayBuffer> => {
    const bytes = new Uint8Array(checkedSize(type, abi, value));
    engine.encodeInto(value, bytes);
    return bytes;
  };
  return {
    decode,
    encode(stream, value) {
      const bytes = toBuffer(value);
      stream.buffer.set(bytes, stream.pos);
      stream.pos += bytes.length;
    },
    size: (value) => encodedSize(layout, value),
    fromBuffer: (bytes) => decode(new DecodeStream(bytes)),
    toBuffer,
  };
}
