import type { Infer, InferInput, Type } from '../schema/index.js';
import { type Abi, type Layout, layoutOf } from '../layout/index.js';
import { ownerOf } from './bind.js';
import { encodedSize, fixedSize } from './flexible.js';
import { interpret } from './interpreted.js';
import { snapshot } from './snapshot.js';
import { wholeOf } from './whole.js';

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
  const owner = ownerOf(type, abi);
  const parts = wholeOf(layout, owner);
  const engine = interpret(layout, owner, parts);
  const decode = (stream: Stream): Infer<T> => {
    const value = engine.decode(stream.buffer, stream.pos);
    stream.pos += encodedSize(layout, value);
    return value as Infer<T>;
  };
  /** Writes the value with zero padding. @returns the bytes written */
  const encodeOver = (given: unknown, bytes: Uint8Array, offset: number): number => {
    const value = snapshot(layout, given, parts);
    engine.encodeInto(value, bytes, offset);
    const its = new Uint8Array(encodedSize(layout, value));
    engine.encodeInto(value, its);
    bytes.set(its, offset);
    return its.length;
  };
  return {
    decode,
    encode(stream, value) {
      stream.pos += encodeOver(value, stream.buffer, stream.pos);
    },
    // restructure asks for the size of what is missing, too, before it encodes.
    size: (value) => (value == null ? fixedSize(layout) : engine.sizeOf(value)),
    fromBuffer: (bytes) => decode({ buffer: bytes, pos: 0 }),
    toBuffer(value) {
      const bytes = new Uint8Array(engine.sizeOf(value));
      engine.encodeInto(value, bytes);
      return bytes;
    },
  };
}
