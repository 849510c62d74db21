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
  class Struct implements Type {
    constructor(fields: Readonly<Record<string, Type>>);
    decode(stream: Stream, parent?: unknown): Record<string, unknown>;
    encode(stream: Stream, value: unknown, parent?: unknown): void;
    size(value?: unknown, parent?: unknown): number;
  }
  class Array implements Type {
    constructor(type: Type, length: number);
    decode(stream: Stream, parent?: unknown): unknown[];
    encode(stream: Stream, value: unknown, parent?: unknown): void;
    size(value?: unknown, parent?: unknown): number;
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
