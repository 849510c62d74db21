#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { Exit, OK, SYSTEM, usage, USAGE } from './exit.js';
import { ClosedPipe, print, say } from './io.js';
import { manifest } from './manifest.js';
import { nearest } from '../words/nearest.js';
import { helpOf, parse, type Verb } from './verb.js';
import { verbs } from './verbs.js';

const help = (): string =>
  [
    'xenabi: the Xen memory ABI, executable',
    '',
    'usage: xenabi VERB [ARGUMENT…]',
    '',
    ...Object.entries(verbs).map(([name, { purpose }]) => `  ${name.padEnd(10)} ${purpose}`),
    '',
    'xenabi VERB --help tells more; xenabi --version prints the version.',
    '',
  ].join('\n');

const version = (): string =>
  (JSON.parse(readFileSync(manifest(), 'utf8')) as { version: string }).version;

/** Of packages that are installed only by those who need them. */
async function load(verb: () => Promise<{ verb: Verb }>): Promise<{ verb: Verb }> {
  try {
    return await verb();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const missing = /Cannot find package '([^']+)'/.exec(message)?.[1];
    if (code !== 'ERR_MODULE_NOT_FOUND' || missing === undefined) throw error;
    throw new Exit(
      SYSTEM,
      `this verb needs ${missing}, which is not installed: npm install ${missing}`,
    );
  }
}

async function run([name, ...args]: readonly string[]): Promise<number> {
  if (name === undefined) {
    for (const line of help().trimEnd().split('\n')) say(line);
    return USAGE;
  }
  if (name === '--help' || name === '-h' || name === 'help') {
    if (name === 'help' && args[0] !== undefined) return run([args[0], '--help']);
    print(help());
    return OK;
  }
  if (name === '--version') {
    print(`${version()}\n`);
    return OK;
  }
  const entry = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (!entry) {
    const hint = nearest(name, Object.keys(verbs)) || '; xenabi --help names the verbs';
    throw usage(`${name} is no verb${hint}`);
  }
  const { verb } = await load(entry.load);
  if (args.includes('--help') || args.includes('-h')) {
    print(helpOf(verb));
    return OK;
  }
  return verb.run(parse(verb, args));
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (error instanceof ClosedPipe) process.exitCode = OK;
  else if (error instanceof Exit) {
    for (const sentence of [error.message, ...error.more]) say(`xenabi: ${sentence}`);
    process.exitCode = error.status;
  } else {
    say(`xenabi: internal error: ${(error as Error).message}`);
    process.exitCode = SYSTEM;
  }
}
