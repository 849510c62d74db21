import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Exit, SYSTEM } from './exit.js';

/** What the operating system refused: of "EACCES: permission denied, open '/x'" what people read. */
export function refused(path: string, error: unknown): Exit {
  const { message, syscall } = error as NodeJS.ErrnoException;
  if (syscall === undefined) throw error;
  return new Exit(SYSTEM, `${path}: ${/^\w+: ([^,]*)/.exec(message)?.[1] ?? message}`);
}

/** Not mkdir's own `recursive`, which never ends where nothing can be made, as in /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  mkdirSync(folder);
}

/**
 * Writes files into a folder, which is made if it is not there. Each is written under another
 * name first and then takes its place, so that nobody sees a part of one.
 * @throws Exit (3) when that cannot be
 */
export function writeWhole(folder: string, files: Readonly<Record<string, string>>): void {
  const moves = Object.keys(files).map((name) => ({
    from: join(folder, `.${name}.${process.pid}`),
    to: join(folder, name),
    name,
  }));
  try {
    makeFolder(folder);
    for (const { from, name } of moves) writeFileSync(from, files[name]!);
    for (const { from, to } of moves) renameSync(from, to);
  } catch (error) {
    throw refused(folder, error);
  } finally {
    // What has taken its place is no longer there; in a folder that is none, nothing was.
    try {
      for (const { from } of moves) rmSync(from, { force: true });
    } catch {}
  }
}
