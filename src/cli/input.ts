import type { SourceFormat } from '../capture/index.js';
import { chunksOf } from './io.js';

/** Bytes to be decoded, as they come. */
export interface Input {
  /** For messages. */
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** Known where the input itself says it. */
  readonly format?: SourceFormat;
}

/** A file, or standard input for `-`. */
export const inputOf = (file: string): Input => ({
  name: file === '-' ? 'standard input' : file,
  chunks: chunksOf(file),
});

/** Enough to recognise a format by. */
const HEAD = 64 * 1024;

/** The first bytes of an input, and the input with them still in it. */
export async function peek(input: Input): Promise<readonly [Uint8Array, Input]> {
  const head: Uint8Array[] = [];
  let size = 0;
  const iterator = (async function* () {
    yield* input.chunks;
  })();
  while (size < HEAD) {
    const next = await iterator.next();
    if (next.done === true) break;
    head.push(next.value);
    size += next.value.length;
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield* head;
    yield* iterator;
  }
  return [Buffer.concat(head), { ...input, chunks: whole() }];
}

/** All of an input's bytes. */
export async function drain({ chunks }: Input): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
