import type { Infer, InferInput, Type } from '../schema/index.js';
import { type Abi, type Layout, layoutOf } from '../layout/index.js';
import { ownerOf } from './bind.js';
import { fixedSize } from './flexible.js';
import { guard } from './guard.js';
import { over, restructured } from './restructured.js';
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
 * A declaration as a restructure type, to be composed with restructure's own formats: a struct is
 * a restructure Struct, and so is a struct in it. Bytes and values are checked as a codec does,
 * before the first byte is read or written. The package holds what this needs of restructure,
 * which is another copy than the caller's: they compose by their methods. The interpreted
 * engine does not go this way: printed codecs bring that engine along, and it leaves what no
 * field has as it is.
 * @throws AbiError from decode and encode; offsets count from the start of the stream.
 */
export function toRestructure<T extends Type>(
  type: T,
  abi: Abi,
): RestructureType<Infer<T>, InferInput<T>> {
  const layout: Layout = layoutOf<Type>(type, abi);
  const owner = ownerOf(type, abi);
  const parts = wholeOf(layout, owner);
  const { readable, writable, sizeOf } = guard(layout, owner, parts);
  const unchecked = restructured(layout, parts);
  const decode = (stream: Stream, parent?: unknown): unknown => {
    readable(stream.buffer, stream.pos);
    return unchecked.decode(stream, parent);
  };
  return over(unchecked, {
    decode,
    encode(stream, given, parent) {
      unchecked.encode(stream, writable(given, stream.buffer, stream.pos), parent);
    },
    // restructure asks for the size of what is missing, too, before it encodes.
    size: (value) => (value == null ? fixedSize(layout) : sizeOf(value)),
    // restructure's streams take only bytes: what is none is refused first.
    fromBuffer: (bytes) => decode({ buffer: bytes, pos: 0 }),
  }) as RestructureType<Infer<T>, InferInput<T>>;
}
