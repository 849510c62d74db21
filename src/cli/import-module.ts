import { spawnSync } from 'node:child_process';
import { extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DeclarationError } from '../schema/index.js';
import { Exit, FINDINGS, usage } from './exit.js';
import { bytesOf, say } from './io.js';

/** Where the text of an error names a line of the module, `:12`; else nothing. */
function lineIn(name: string, text: string): string {
  const line = Number.parseInt(text.split(`${name}:`)[1] ?? '', 10);
  return Number.isNaN(line) ? '' : `:${line}`;
}

/** Node keeps the place of a syntax error from who catches it, and prints it here. */
const checked = (file: string): string =>
  spawnSync(process.execPath, ['--check', file], { encoding: 'utf8' }).stderr;

function refusal(file: string, url: string, thrown: unknown): Exit {
  const { name, message, stack, code } = (
    thrown instanceof Error ? thrown : new Error(String(thrown))
  ) as NodeJS.ErrnoException;
  if (code === 'ERR_UNKNOWN_FILE_EXTENSION' && message.includes(extname(file)))
    return usage(`${file}: Node ${process.version} runs no ${extname(file)}; name a .js module`);
  const place =
    lineIn(url, stack ?? '') ||
    (thrown instanceof SyntaxError ? lineIn(resolve(file), checked(file)) : '');
  const [sentence = ''] = message.split('\n');
  const isOurs = code === 'ERR_MODULE_NOT_FOUND' && sentence.includes("'xenabi'");
  const hint = isOurs ? '; install xenabi in its project' : '';
  return new Exit(FINDINGS, `${file}${place} cannot be imported: ${name}: ${sentence}${hint}`);
}

/**
 * Runs a module of the user's, and gives what it exports by name.
 * @throws Exit: 3 for a file that cannot be read, 2 for one that is no JavaScript, 1 for a
 * module that does not parse or throws.
 */
export async function exportsOf(file: string): Promise<Readonly<Record<string, unknown>>> {
  await bytesOf(file); // for the words of a file that is not there
  const url = pathToFileURL(resolve(file)).href;
  const endedEarly = (): void => {
    say(`xenabi: ${file} cannot be imported: the process ends before it is done`);
    process.exitCode = FINDINGS;
  };
  process.once('exit', endedEarly);
  try {
    return { ...((await import(url)) as object) };
  } catch (error) {
    throw refusal(file, url, error);
  } finally {
    process.off('exit', endedEarly);
  }
}

/** Reads what a module exports. @throws Exit (1) for what only looks like a declaration */
export function readExports<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof DeclarationError)) throw error;
    throw new Exit(FINDINGS, error.message.replace(': is no declaration', ' is no declaration'));
  }
}
