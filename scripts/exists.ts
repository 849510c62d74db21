import { spawnSync } from 'node:child_process';

const known = new Map<string, boolean>();

/** Whether the shell finds a command. */
export function exists(command: string): boolean {
  let found = known.get(command);
  if (found === undefined) {
    const run = spawnSync('sh', ['-c', 'command -v "$1"', 'sh', command]);
    known.set(command, (found = run.status === 0));
  }
  return found;
}
