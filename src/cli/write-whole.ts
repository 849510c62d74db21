import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setImmediate as breath } from 'node:timers/promises';
import { Exit, SYSTEM, usage } from './exit.js';

/** What the operating system refused: of "EACCES: permission denied, open '/x'" what people read. */
function refused(path: string, error: unknown): Exit {
  const { message, syscall } = error as NodeJS.ErrnoException;
  if (syscall === undefined) throw error;
  return new Exit(SYSTEM, `${path}: ${/^\w+: ([^,]*)/.exec(message)?.[1] ?? message}`);
}

/** Not mkdir's own `recursive`, which never ends where nothing can be made, as in /proc. */
function makeFolder(folder: string): void {
  if (fs.existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  fs.mkdirSync(folder);
}

/** Makes a folder that is not there yet, and those above it. @throws Exit (3) */
export function folderFor(folder: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    throw refused(folder, error);
  }
}

/** A file to be written, and the text of it piece by piece. */
export interface Whole {
  readonly path: string;
  readonly pieces: Iterable<string>;
}

/** What may be written over: how files begin that were written here, and what else to do. */
interface Ours {
  readonly mark: RegExp;
  /** Of a file that does not: `was not generated; name another folder`. */
  readonly otherwise: string;
}

/** Bytes by which a file is known. */
const HEAD = 4096;

/**
 * What is there must be a plain file of ours, or an empty one.
 * @returns its permissions, if it is there
 */
function checkIsOurs(path: string, { mark, otherwise }: Ours): number | undefined {
  const found = fs.lstatSync(path, { throwIfNoEntry: false });
  if (!found) return undefined;
  if (found.isSymbolicLink())
    throw new Exit(SYSTEM, `${path}: is a link, which is not written through`);
  if (found.isDirectory()) throw new Exit(SYSTEM, `${path}: illegal operation on a directory`);
  if (!found.isFile()) throw new Exit(SYSTEM, `${path}: is no plain file`);
  const file = fs.openSync(path, fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW);
  try {
    const head = Buffer.alloc(HEAD);
    const text = head.toString('latin1', 0, fs.readSync(file, head, 0, HEAD, 0));
    if (text !== '' && !mark.test(text)) throw usage(`${path} is there and ${otherwise}`);
  } finally {
    fs.closeSync(file);
  }
  return found.mode & 0o777;
}

/** Characters that are written at once. */
const AT_ONCE = 1 << 16;

/** Writes a new file, which nobody can have put there. */
async function writeNew(path: string, pieces: Iterable<string>, mode = 0o666): Promise<void> {
  const file = fs.openSync(path, 'wx', mode);
  try {
    let waiting = '';
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < AT_ONCE) continue;
      fs.writeFileSync(file, waiting);
      waiting = '';
      // For an interrupt to be heard.
      await breath();
    }
    fs.writeFileSync(file, waiting);
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs `undo` when a signal ends the process before `act` is done, or `act` fails. */
async function orUndone(act: () => Promise<void>, undo: () => void): Promise<void> {
  const stop = (signal: NodeJS.Signals): void => {
    undo();
    forget();
    process.kill(process.pid, signal);
  };
  const forget = (): void => SIGNALS.forEach((signal) => process.off(signal, stop));
  SIGNALS.forEach((signal) => process.on(signal, stop));
  try {
    await act();
  } catch (error) {
    undo();
    throw error;
  } finally {
    forget();
  }
}

/**
 * Writes files, each in its folder under a name that nobody can foretell, and when all are
 * whole has them take their places: nobody ever sees a part of one, and whatever interrupts, an
 * old file stays as it was. Links are not followed, and what is not ours is not written over.
 * @throws Exit: 2 for a file that is not ours, 3 for what the operating system refuses
 */
export async function writeWhole(files: readonly Whole[], ours: Ours): Promise<void> {
  let at = '';
  const temporary: string[] = [];
  async function write(): Promise<void> {
    const modes = files.map(({ path }) => checkIsOurs((at = path), ours));
    for (const [i, { path, pieces }] of files.entries()) {
      at = path;
      const name = `.${basename(path).slice(0, 100)}.${randomBytes(8).toString('hex')}`;
      temporary.push(join(dirname(path), name));
      await writeNew(temporary[i]!, pieces, modes[i]);
    }
    for (const [i, { path }] of files.entries()) fs.renameSync(temporary[i]!, (at = path));
  }
  try {
    await orUndone(write, () => temporary.forEach((name) => fs.rmSync(name, { force: true })));
  } catch (error) {
    throw refused(at, error);
  }
}
