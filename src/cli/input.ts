import { chunksOf } from './io.js';

/** Bytes to be decoded, as they come. */
export interface Input {
  /** For messages. */
  readonly name: string;
  readonly chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** A file, or standard input for `-`. */
export const inputOf = (file: string): Input => ({
  name: file === '-' ? 'standard input' : file,
  chunks: chunksOf(file),
});

/** More than a format is recognised by, so that a text that goes on is known to do so. */
const HEAD = 2 ** 20 + 1;

/**
 * The first bytes of an input, and the input with them still in it. Reads no further than it
 * must: once the first bytes suffice, what is still being written can be shown as it comes.
 */
export async function peek(
  input: Input,
  suffices: (head: Uint8Array) => boolean,
): Promise<readonly [Uint8Array, Input]> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const iterator = (async function* () {
    yield* input.chunks;
  })();
  while (size < HEAD) {
    const next = await iterator.next();
    if (next.done === true) break;
    chunks.push(next.value);
    size += next.value.length;
    if (chunks.length === 1 && suffices(next.value)) break;
  }
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield* chunks;
    yield* iterator;
  }
  return [Buffer.concat(chunks), { ...input, chunks: whole() }];
}

/** All of an input's bytes. */
export async function drain({ chunks }: Input): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
