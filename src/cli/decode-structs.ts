import { type Pasted, warningsOf } from '../capture/index.js';
import { AbiError, type CodecFor, encodedSize, tailOf } from '../codec/index.js';
import type { Abi } from '../layout/index.js';
import type { CompoundType } from '../schema/index.js';
import { sourceOf } from './decode-source.js';

import type { Show } from './decode.js';
import { Exit, FINDINGS, OK, usage } from './exit.js';
import type { Input } from './input.js';
import { say } from './io.js';
import { abiNamed, structNamed } from './names.js';
import { numberOption } from './numbers.js';
import { lazyCodec } from './lazy-codec.js';
import { showFault, showStruct } from './show-struct.js';
import { structsOf } from './structs.js';
import type { Given } from './verb.js';

/** Decodes the structs that lie back to back in some bytes; keeps count of them. */
interface Reader {
  /**
   * Those that begin in the bytes from an offset on; those that do not end there are an error, but for
   * the rest of a last word of so many bytes, which is told.
   */
  all(bytes: Uint8Array, base: number, at: number, word?: number): Promise<void>;
  /** The same, but for what may go on in bytes that follow. @returns where that begins. */
  whole(bytes: Uint8Array, base: number, at: number): Promise<number>;
  status: number;
}

function readerOf(type: CompoundType, abi: Abi, codec: CodecFor, show: Show): Reader {
  const { layout, size } = codec<CompoundType>(type, abi);
  // Asked for each struct: a codec that reads faster may have come.
  const decode = (bytes: Uint8Array, at: number): unknown =>
    codec<CompoundType>(type, abi).decode(bytes, at);
  const tail = tailOf(layout);
  let index = 0;
  const reader: Reader = {
    status: OK,
    async all(bytes, base, at, word = 1) {
      // At least once: bytes that end before the first struct are an error, not silence.
      do at += await one(bytes, base, at);
      while (at < bytes.length && !isRest(bytes.length - at, word));
      if (at < bytes.length)
        say(`xenabi: the last ${bytes.length - at} bytes, of a word of ${word}, are no struct`);
    },
    async whole(bytes, base, at) {
      // One that nothing counts goes on to the end of the input.
      if (tail && tail.layout.count === undefined) return at;
      while (at + size <= bytes.length && !isCut(bytes, at)) at += await one(bytes, base, at);
      return at;
    },
  };
  /** A word is no longer than what it lies beside; a struct of fewer bytes would be one. */
  const isRest = (left: number, word: number): boolean => left < word && left < size;
  /** Whether one with a tail goes on behind the bytes that there are. */
  const isCut = (bytes: Uint8Array, at: number): boolean => {
    if (!tail) return false;
    try {
      decode(bytes, at);
      return false;
    } catch (error) {
      if (!(error instanceof AbiError)) throw error;
      return error.code === 'length';
    }
  };
  /** @returns how many bytes it has, or would have. */
  const one = async (bytes: Uint8Array, base: number, at: number): Promise<number> => {
    let length = size;
    try {
      const value = decode(bytes, at);
      length = Math.max(encodedSize(layout, value), 1);
      const part = bytes.subarray(at, at + length);
      const warnings = warningsOf({ type, abi, bytes: part, value });
      if (show.strict && warnings.length > 0) reader.status = FINDINGS;
      await showStruct({ type, abi, index, offset: base + at, bytes: part, value, warnings }, show);
    } catch (error) {
      if (!(error instanceof AbiError)) throw error;
      await showFault(new AbiError({ ...error, offset: base + error.offset }), index, show.json);
      reader.status = FINDINGS;
      // Where one with a tail is wrong, nobody knows where the next begins.
      if (tail) length = bytes.length - at;
    }
    index++;
    return length;
  };
  return reader;
}

/**
 * Raw bytes of any length: no more of them are kept than a chunk and a struct. What is kept is
 * looked at again when as much has come, so that a long struct costs no more than its length.
 */
async function decodeStream({ chunks }: Input, reader: Reader, skip: number): Promise<number> {
  let rest: Uint8Array = new Uint8Array();
  let more: Uint8Array[] = [];
  let coming = 0;
  let base = 0;
  let at = skip;
  for await (const chunk of chunks) {
    more.push(chunk);
    coming += chunk.length;
    if (coming < rest.length) continue;
    const bytes: Uint8Array =
      rest.length === 0 && more.length === 1 ? chunk : Buffer.concat([rest, ...more]);
    [more, coming] = [[], 0];
    const next = await reader.whole(bytes, base, at);
    const used = Math.min(next, bytes.length);
    rest = bytes.subarray(used);
    base += used;
    at = next - used;
  }
  if (coming > 0) rest = Buffer.concat([rest, ...more]);
  if (rest.length > 0 || base <= skip) await reader.all(rest, base, at);
  return reader.status;
}

/** A session may show several things; which of them the struct is nobody has said. */
function refuseSeveral({ starts, fragments, after, said, skipped }: Pasted): void {
  if (skipped > 0)
    throw new Exit(
      FINDINGS,
      'a dump of the input cannot be read, and may be the struct: ' +
        'give the one that is the struct, or the whole as --memory with --args',
    );
  const isSession = said.length > 0 || after !== undefined;
  if (starts.length <= 1 || (starts.length === fragments.length && !isSession)) return;
  const places = starts.slice(0, 4).map((start) => `0x${start.toString(16)}`);
  const more = starts.length > places.length ? ', …' : '';
  throw new Exit(
    FINDINGS,
    `the input has ${starts.length} dumps (at ${places.join(', ')}${more}): ` +
      `give the one that is the struct, or the whole as --memory with --args`,
  );
}

/** Decodes structs that lie back to back in each fragment of a source. */
export async function decodeStructs(
  input: Input,
  format: string,
  given: Given,
  show: Show,
): Promise<number> {
  const [name, abiName] = [given.text('struct'), given.text('abi')];
  const bytesName = format === 'text' ? 'pasted' : format;
  if (name === undefined)
    throw usage(`${bytesName} bytes need --struct (xenabi list structs names them)`);
  if (abiName === undefined)
    throw usage(`${bytesName} bytes need --abi (xenabi list abis names them)`);
  const abi = abiNamed(abiName);
  const type = structNamed(name, await structsOf(given, [name]), abi);
  const skip = numberOption(given, 'offset') ?? 0;
  const codec = lazyCodec();
  const reader = readerOf(type, abi, codec, show);
  if (format === 'raw') {
    if (given.text('from') === undefined && !show.json) say('read as: raw bytes');
    return decodeStream(input, reader, skip);
  }
  const from = format === 'text' ? undefined : format;
  const source = await sourceOf(input, from, codec<CompoundType>(type, abi).size, show);
  if (!source) return FINDINGS;
  refuseSeveral(source);
  // No bytes at all are too few for a struct.
  const [first = { address: 0n, bytes: new Uint8Array() }, ...others] = source.fragments;
  for (const [i, { address, bytes }] of [first, ...others].entries())
    await reader.all(bytes, Number(address - first.address), i === 0 ? skip : 0, source.word);
  return reader.status;
}
