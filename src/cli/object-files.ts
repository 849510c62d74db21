import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { type ObjectSource, type ReadOptions, sourceOf } from '../check/index.js';
import { Exit, SYSTEM } from './exit.js';
import { bytesOf, systemReason } from './io.js';

function readAt(fd: number, file: string, offset: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let done = 0; done < length;) {
    // One read gives at most 2 GiB.
    const got = readSync(fd, bytes, done, Math.min(length - done, 2 ** 30), offset + done);
    if (got === 0) throw new Exit(SYSTEM, `${file}: it became shorter while it was read`);
    done += got;
  }
  return bytes;
}

/** A file that is read piece by piece, or nothing when it is none. Throws the system's errors. */
function opened(file: string): (ObjectSource & { close(): void }) | undefined {
  const fd = openSync(file, 'r');
  const stat = fstatSync(fd);
  if (!stat.isFile()) {
    closeSync(fd);
    return undefined;
  }
  return {
    size: stat.size,
    read: (offset, length) => readAt(fd, file, offset, length),
    close: () => closeSync(fd),
  };
}

/** Reads an object; pipes are read whole. @throws Exit (3) when it cannot be read */
export async function withObject<T>(file: string, use: (source: ObjectSource) => T): Promise<T> {
  let source;
  try {
    source = file === '-' ? undefined : opened(file);
  } catch (error) {
    throw new Exit(SYSTEM, `${file}: ${systemReason(error)}`);
  }
  if (!source) return use(sourceOf(await bytesOf(file)));
  try {
    return use(source);
  } finally {
    source.close();
  }
}

/** The first of these files that can be read. */
function firstOf(places: readonly string[]): ObjectSource | undefined {
  for (const place of places) {
    try {
      const file = opened(place);
      if (!file) continue;
      try {
        return sourceOf(file.read(0, file.size));
      } finally {
        file.close();
      }
    } catch {
      // The next place, then.
    }
  }
  return undefined;
}

/** A folder and those around it, the innermost first. */
function foldersAround(folder: string): readonly string[] {
  const around = dirname(folder);
  return around === folder ? [folder] : [folder, ...foldersAround(around)];
}

/**
 * Where a file of an absolute name may be: beside the object, or where its package was unpacked,
 * before the system's own, which may be of another version.
 */
const placesOf = (name: string, beside: string): readonly string[] => [
  join(beside, basename(name)),
  ...foldersAround(resolve(beside)).map((folder) => join(folder, name)),
];

/** Finds split debug information: beside the object, where it was compiled, or packaged. */
export function besideObject(object: string): Pick<ReadOptions, 'open' | 'openPackage'> {
  const beside = dirname(object);
  return {
    open: (name, folder) =>
      firstOf(
        isAbsolute(name)
          ? placesOf(name, beside)
          : [join(beside, name), join(beside, basename(name)), join(folder, name)],
      ),
    openPackage: () => firstOf([`${object}.dwp`, `${object.replace(/\.[^.]*$/, '')}.dwp`]),
  };
}
