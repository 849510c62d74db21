import { closeSync, constants, fstatSync, openSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve, sep } from 'node:path';
import type { ObjectSource, ReadOptions } from '../check/index.js';
import { say } from './io.js';
import { readAt } from './object-files.js';

/** Below the root of a system, or of an unpacked package: where debug information is kept. */
const DEBUG = join('usr', 'lib', 'debug');

export const companionsFrom = {
  type: 'string',
  multiple: true,
  value: 'DIR',
  meaning: 'where files that the object names are looked for, too (.dwo, .dwp, dwz)',
} as const;

export const btfBase = {
  type: 'string',
  value: 'FILE',
  meaning: "what split BTF is based on: a kernel's vmlinux, or its BTF",
} as const;

/** The files that an object names and that were read, or were not since they are elsewhere. */
export interface Companions extends Pick<ReadOptions, 'open' | 'openPackage' | 'refused'> {
  /** In the order in which they were read. */
  readonly read: ReadonlySet<string>;
}

/** Files that are named one by one. */
const MOST_NAMED = 3;

/** Says which other files an object's verdict rests on. */
export function sayCompanions(object: string, { read }: Companions): void {
  const all = [...read];
  const more = all.length > MOST_NAMED ? `, and ${all.length - MOST_NAMED} more` : '';
  if (all.length > 0) say(`xenabi: ${object}: reads ${all.slice(0, MOST_NAMED).join(', ')}${more}`);
}

/** A path without links, where there is one. */
function real(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

const isBelow = (path: string, folder: string): boolean =>
  path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);

/** A folder and those around it, the innermost first. */
function around(folder: string): readonly string[] {
  const outer = dirname(folder);
  return outer === folder ? [folder] : [folder, ...around(outer)];
}

/**
 * Where files may be that an object names: an object comes from anywhere, and what it names is
 * opened. Beside it and below; below the debug folders of the system, and of each folder that
 * the object lies in, as a package may be unpacked anywhere; and where the user says.
 */
function rootsOf(owns: readonly string[], more: readonly string[]): readonly string[] {
  const outer = [...new Set(owns.flatMap(around))];
  // A link of an unpacked package may lead anywhere, and so is not followed; the system's may.
  const debug = outer.map((folder) => join(folder, DEBUG));
  return [
    ...owns,
    ...debug,
    real(join(sep, DEBUG)) ?? [],
    more.flatMap((one) => real(one) ?? []),
  ].flat();
}

/** A plain file: of anything else not even the opening is harmless. */
function plainFile(path: string): ObjectSource | undefined {
  try {
    if (!statSync(path).isFile()) return undefined;
    const open = (): number => openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const fd = open();
    const stat = fstatSync(fd);
    closeSync(fd);
    if (!stat.isFile()) return undefined;
    return {
      size: stat.size,
      id: `${stat.dev}:${stat.ino}`,
      // An object may name thousands: none stays open.
      read(offset, length) {
        const fd = open();
        try {
          return readAt(fd, path, offset, length);
        } finally {
          closeSync(fd);
        }
      },
    };
  } catch {
    return undefined;
  }
}

/** Finds split and shared debug information of an object. @param more folders to look in, too */
export function companionsOf(object: string, more: readonly string[] = []): Companions {
  const given = resolve(dirname(object));
  const owns = [...new Set([real(given) ?? [], dirname(real(object) ?? object)].flat())].map(
    (folder) => resolve(folder),
  );
  const roots = rootsOf(owns, more);
  const read = new Set<string>();
  const elsewhere = new Map<string, string>();

  function placesOf(name: string, folder: string): readonly string[] {
    const from = more.flatMap((one) => [join(one, name), join(one, basename(name))]);
    const beside = owns.flatMap((own) => [join(own, name), join(own, basename(name))]);
    // Innermost first: the system's own may be of another version.
    if (isAbsolute(name))
      return [...from, ...beside, ...owns.flatMap(around).map((outer) => join(outer, name))];
    return [...from, ...beside, ...owns.map((own) => resolve(own, folder, name))];
  }

  function first(name: string, places: readonly string[]): ObjectSource | undefined {
    for (const place of new Set(places)) {
      const path = real(place);
      if (path === undefined) continue;
      if (!roots.some((root) => isBelow(path, root))) {
        if (!elsewhere.has(name)) elsewhere.set(name, path);
        continue;
      }
      const source = plainFile(path);
      if (!source) continue;
      read.add(path);
      return source;
    }
    return undefined;
  }

  return {
    read,
    refused: (name) => {
      const path = elsewhere.get(name);
      return path && `${path} is not read, for it lies elsewhere: --companions-from allows it`;
    },
    open: (name, folder) => first(name, placesOf(name, folder)),
    openPackage(name) {
      const packages = [`${object}.dwp`, `${object.replace(/\.[^./]*$/, '')}.dwp`];
      const from = more.flatMap((one) => packages.map((path) => join(one, basename(path))));
      return first(name, [...from, ...packages.map((one) => resolve(one))]);
    },
  };
}
