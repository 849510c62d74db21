import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const main = join(root, 'dist/lib/cli.js');

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Setting {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

function run(command: string, args: readonly string[], { input = '', env }: Setting): Ran {
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    input,
    // A test says itself whether there are colours.
    env: { ...process.env, FORCE_COLOR: undefined, NO_COLOR: undefined, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

/** Runs the command line as its user does, in the project's root. */
export const xenabi = (args: readonly string[], setting: Setting = {}): Ran =>
  run(process.execPath, [main, ...args], setting);

/** Runs a line of shell in which `xenabi` is the command line. */
export const shell = (line: string, setting: Setting = {}): Ran =>
  run('sh', ['-c', `xenabi() { "${process.execPath}" "${main}" "$@"; }\n${line}`], setting);

/** The objects of JSON Lines; the test says what they are. */
export const jsonLines = <T>(text: string): T[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);

/** The verbs, as `xenabi --help` names them. */
export const verbs = (): readonly string[] =>
  [...xenabi(['--help']).stdout.matchAll(/^ {2}(\w+) /gm)].map(([, verb]) => verb!);
