import { fromHex } from '../capture/index.js';
import type { Client } from './client.js';
import { littleEndian } from '../codec/index.js';

/** Bytes asked for at once: QEMU's packets have 4096 characters, and a page may not be mapped. */
const PIECE = 1024n;

/** The bytes of a range up to the first that cannot be read. */
export async function readMemory(
  client: Client,
  address: bigint,
  size: number,
): Promise<Uint8Array> {
  const bytes = new Uint8Array(size);
  let done = 0;
  while (done < size) {
    const at = address + BigInt(done);
    const length = Math.min(size - done, Number(PIECE - (at % PIECE)));
    const reply = await client.ask(`m${at.toString(16)},${length.toString(16)}`);
    const got = /^E..$/.test(reply) ? 0 : fromHex(reply);
    if (typeof got === 'number' || got.length === 0) break;
    bytes.set(got.subarray(0, length), done);
    done += Math.min(got.length, length);
    if (got.length < length) break;
  }
  return bytes.slice(0, done);
}

/** A word, or nothing where it cannot be read. */
export async function readWord(
  client: Client,
  address: bigint,
  size: number,
): Promise<bigint | undefined> {
  const bytes = await readMemory(client, address, size);
  return bytes.length < size ? undefined : littleEndian(bytes);
}
