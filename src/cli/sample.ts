import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { usage } from './exit.js';

const PREFIX = 'sample:';

/** `sample:NAME` is a small file that comes with the package; all else stays as it is. */
export function sampleOf(operand: string): string {
  if (!operand.startsWith(PREFIX)) return operand;
  const manifest = createRequire(import.meta.url).resolve('xenabi/package.json');
  const folder = join(dirname(manifest), 'samples');
  const names = readdirSync(folder);
  const name = operand.slice(PREFIX.length);
  if (!names.includes(name))
    throw usage(`${operand} is no sample; there are ${names.map((n) => PREFIX + n).join(', ')}`);
  return join(folder, name);
}
