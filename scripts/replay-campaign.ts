/**
 * Replays recordings with random facts left out: nothing of them may differ. `node
 * dist/scripts/replay-campaign.js [--count N] [--seconds N] [--seed N] [--kinds A,B] FILE|FOLDER…`
 * prints each call that differs, and exits with 1 when any did.
 */
import { readdirSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { codec } from '../src/index.js';
import { createReplayer } from '../src/replay/index.js';
import { recording } from '../test/hypervisor/lines.js';
import { randomOf } from '../test/replay/falsify.js';
import { groupsOf, type Kind, kinds, someShares, thin } from '../test/replay/thin.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    kinds: { type: 'string', default: kinds.join() },
    limit: { type: 'string', default: '1' },
    verbose: { type: 'boolean', default: false },
  },
});

const files = positionals.flatMap((path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.jsonl'))
        .map((name) => `${path}/${name}`)
    : [path],
);
const of = values.kinds.split(',') as Kind[];
const recordings = await Promise.all(
  files.map(async (name) => {
    const recorded = await recording(name);
    return { name, header: recorded.header, groups: groupsOf(recorded) };
  }),
);

const counts = { match: 0, differ: 0, skip: 0 };
const by = new Map<string, number>();
let bad = 0;
let done = 0;
const start = performance.now();
for (let i = 0; i < Number(values.count); i++, done++) {
  if (performance.now() - start > Number(values.seconds) * 1000) break;
  const seed = Number(values.seed) + i;
  const random = randomOf(seed);
  const recorded = recordings[random(recordings.length)]!;
  const shares = someShares(random, of);
  const { header, groups } = thin(recorded, shares, random);
  const judge = createReplayer(header, codec);
  const told: string[] = [];
  for (const { call, entries } of groups)
    for (const verdict of [judge(call, entries), ...entries.map((entry) => judge(entry))]) {
      counts[verdict.verdict]++;
      if (verdict.verdict !== 'differ') continue;
      const [first] = verdict.differences;
      told.push(
        `  ${call.index} ${call.label}: ${verdict.differences.length} ${first?.what} ${first?.path} ${JSON.stringify(first?.expected)} ${JSON.stringify(first?.actual)}`,
      );
    }
  if (told.length === 0) continue;
  bad++;
  const words = [...shares].map(([kind, share]) => `${kind} ${share / 1000}`).join(', ');
  const key = [...shares.keys()].sort().join('+');
  by.set(key, (by.get(key) ?? 0) + 1);
  console.log(`seed ${seed}, ${recorded.name.split('/').at(-1)}: ${words}: ${told.length} differ`);
  for (const line of told.slice(0, Number(values.limit))) console.log(line);
}
console.log(counts, `${bad} of ${done} thinnings differ`);
for (const [key, n] of [...by].sort((a, b) => b[1] - a[1])) console.log(n, key);
process.exitCode = bad > 0 ? 1 : 0;
