import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { usage } from './exit.js';
import { manifest } from './manifest.js';

const PREFIX = 'sample:';

/** `sample:NAME` is a small file that comes with the package; all else stays as it is. */
export function sampleOf(operand: string): string {
  if (!operand.startsWith(PREFIX)) return operand;
  const folder = join(dirname(manifest()), 'samples');
  const names = readdirSync(folder);
  const name = operand.slice(PREFIX.length);
  if (!names.includes(name))
    throw usage(`${operand} is no sample; there are ${names.map((n) => PREFIX + n).join(', ')}`);
  return join(folder, name);
}
