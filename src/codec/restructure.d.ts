/** What this project uses of restructure 3, which has no types of its own. */
declare module 'restructure' {
  interface Stream {
    readonly buffer: Uint8Array;
    pos: number;
  }
  interface Type {
    decode(stream: Stream, parent?: unknown): unknown;
    encode(stream: Stream, value: unknown, parent?: unknown): void;
    size(value?: unknown, parent?: unknown): number;
  }
  /** Of what all types inherit; not exported. */
  interface Base extends Type {
    fromBuffer(bytes: Uint8Array): unknown;
    toBuffer(value: unknown): Uint8Array<ArrayBuffer>;
  }
  class Struct implements Base {
    constructor(fields: Readonly<Record<string, Type>>);
    readonly fields: Readonly<Record<string, Type>>;
    _setup(stream: Stream, parent: unknown, length: number): object;
    decode(stream: Stream, parent?: unknown): Record<string, unknown>;
    encode(stream: Stream, value: unknown, parent?: unknown): void;
    size(value?: unknown, parent?: unknown): number;
    fromBuffer(bytes: Uint8Array): unknown;
    toBuffer(value: unknown): Uint8Array<ArrayBuffer>;
  }
  class Array implements Base {
    constructor(type: Type, length: number);
    decode(stream: Stream, parent?: unknown): unknown[];
    encode(stream: Stream, value: unknown, parent?: unknown): void;
    size(value?: unknown, parent?: unknown): number;
    fromBuffer(bytes: Uint8Array): unknown;
    toBuffer(value: unknown): Uint8Array<ArrayBuffer>;
  }
  class DecodeStream implements Stream {
    constructor(bytes: Uint8Array);
    readonly buffer: Uint8Array;
    pos: number;
  }
  class EncodeStream implements Stream {
    constructor(bytes: Uint8Array);
    readonly buffer: Uint8Array;
    pos: number;
  }
}
