/**
 * How long a start takes, as ratios to `node -e 0`: the least of many rounds, in which all take
 * turns. `npm run bench:start -- --record` writes the result to scripts/bench/start.json.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const module = (text: string): string[] => ['--input-type=module', '-e', text];
const ROUNDS = 25;

const cases: Readonly<Record<string, readonly string[]>> = {
  'node -e 0': ['-e', '0'],
  'xenabi decode, a capture': ['dist/lib/cli.js', 'decode', 'test/corpus/exchange.jsonl'],
  'xenabi --version': ['dist/lib/cli.js', '--version'],
  "import 'xenabi'": module("import 'xenabi'"),
  "import 'xenabi/codecs/xen_memory_exchange'": module(
    "import 'xenabi/codecs/xen_memory_exchange'",
  ),
};

/** Milliseconds until the process has ended. */
function time(args: readonly string[]): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e6;
}

const least = new Map<string, number>();
for (let round = 0; round < ROUNDS; round++)
  for (const [name, args] of Object.entries(cases))
    least.set(name, Math.min(least.get(name) ?? Infinity, time(args)));

const ratios: Record<string, number> = {};
for (const [name, ms] of least) {
  ratios[name] = Number((ms / least.get('node -e 0')!).toFixed(2));
  console.log(`${name.padEnd(44)} ${ratios[name].toFixed(2)}`);
}

const lib = join(root, 'dist', 'lib');
const bytes = readdirSync(lib, { recursive: true, encoding: 'utf8' })
  .map((file) => statSync(join(lib, file)))
  .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
const machine = `Node ${process.version}, ${process.arch}, ${cpus()[0]?.model.trim() ?? 'unknown CPU'}`;
console.log(`\nleast of ${ROUNDS} rounds; dist/lib: ${Math.round(bytes / 1000)} KB; ${machine}`);
if (process.argv.includes('--record')) {
  const text = `${JSON.stringify({ machine, rounds: ROUNDS, ratios }, null, 2)}\n`;
  writeFileSync(join(root, 'scripts', 'bench', 'start.json'), text);
}
