import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { type ObjectSource, sourceOf } from '../check/index.js';
import { Exit, FINDINGS, SYSTEM } from './exit.js';
import { systemReason } from './io.js';

/** Bytes of an open file at a place. @throws Exit (3) when there are not so many */
export function readAt(fd: number, file: string, offset: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length;) {
    // One read gives at most 2 GiB.
    const got = readSync(fd, bytes, done, Math.min(length - done, 2 ** 30), offset + done);
    if (got === 0) throw new Exit(SYSTEM, `${file}: it became shorter while it was read`);
    done += got;
  }
  return bytes;
}

/** Bytes of a pipe that are kept: a file is read piece by piece, and may be of any size. */
const MOST_PIPED = 2 ** 31;

/** What came through a pipe cannot be read again. */
const piped = new Map<string, Promise<Uint8Array>>();

async function drained(file: string, stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    chunks.push(chunk as Uint8Array);
    size += chunks.at(-1)!.length;
    if (size > MOST_PIPED)
      throw new Exit(
        FINDINGS,
        `${file}: more than ${MOST_PIPED} bytes through a pipe: name a file`,
      );
  }
  return Buffer.concat(chunks);
}

/**
 * Reads an object; pipes are read whole, from the one descriptor that was opened.
 * @throws Exit (3) when it cannot be read
 */
export async function withObject<T>(file: string, use: (source: ObjectSource) => T): Promise<T> {
  let fd: number | undefined;
  try {
    let bytes = piped.get(file);
    if (!bytes && file !== '-') {
      fd = openSync(file, 'r');
      const opened = fd;
      const stat = fstatSync(opened);
      // Files of /proc say that they are empty.
      if (stat.isFile() && stat.size > 0) {
        const read: ObjectSource['read'] = (at, length) => readAt(opened, file, at, length);
        return use({ size: stat.size, read });
      }
    }
    const stream =
      fd === undefined ? process.stdin : createReadStream('', { fd, autoClose: false });
    if (!bytes) piped.set(file, (bytes = drained(file, stream)));
    return use(sourceOf(await bytes));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw new Exit(SYSTEM, `${file}: ${systemReason(error)}`);
  } finally {
    if (fd !== undefined) closeSync(fd);
  }
}
