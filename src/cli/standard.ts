import { fstatSync, writeSync } from 'node:fs';

/** A standard stream by its descriptor. */
type Out = 1 | 2;

const pause = new Int32Array(new SharedArrayBuffer(4));

/** Writes all of it, and waits while a pipe that does not block is full. @throws what the system says */
export function writeAll(out: number, data: string | Uint8Array): void {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  for (let done = 0; done < bytes.length;) {
    try {
      done += writeSync(out, bytes, done);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(pause, 0, 0, 1);
    }
  }
}

/** The terminal that a stream is, if it is one. */
function terminal(out: Out): NodeJS.WriteStream | undefined {
  try {
    // Node's own stream takes as long to load as a small capture to decode.
    if (!fstatSync(out).isCharacterDevice()) return undefined;
  } catch {
    return undefined;
  }
  const stream = out === 1 ? process.stdout : process.stderr;
  return stream.isTTY ? stream : undefined;
}

/** Standard output and standard error, written at once: what is written can be neither lost nor late. */
export const standard = { write: writeAll, terminal };
