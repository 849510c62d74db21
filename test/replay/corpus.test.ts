import { createReadStream } from 'node:fs';
import { expect, test } from 'vitest';
import { codec, readCapture } from '../../src/index.js';
import { grouped } from '../../src/capture/grouped.js';
import { createReplayer, type Verdict } from '../../src/replay/index.js';

/** Skips that a model may have: facts of the host, of the build, or that the header lacks. */
const recordings = [
  ['real-xen-x86_64', 468, 0.04],
  ['real-xen-x86_32', 465, 0.04],
  ['real-xen-arm64', 460, 0.01],
  ['more-xen-arm64', 123, 0],
  ['more-xen-arm32', 147, 0],
  ['more-xen-x86_64', 105, 0.02],
  ['more-xen-x86_32', 106, 0.02],
  ['linux-boot-x86_64', 284, 0.02],
] as const;

async function replay(file: string): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  let judge: ReturnType<typeof createReplayer> | undefined;
  for await (const { record, entries } of grouped(readCapture(createReadStream(file)))) {
    if (record.kind === 'capture') judge = createReplayer(record, codec);
    else if (record.kind === 'call') verdicts.push(judge!(record, entries));
    else throw new Error(record.kind);
  }
  return verdicts;
}

test.each(recordings)('%s: every call agrees with the real Xen', async (name, calls, share) => {
  const verdicts = await replay(`test/corpus/${name}.jsonl`);
  expect(verdicts).toHaveLength(calls);
  const differing = verdicts.filter(({ verdict }) => verdict === 'differ');
  expect(differing.map(({ call, differences }) => [call.index, call.label, differences])).toEqual(
    [],
  );
  const skips = verdicts.filter(({ verdict }) => verdict === 'skip');
  expect(skips.length).toBeLessThanOrEqual(calls * share);
  for (const { reason } of skips)
    expect(reason).toMatch(/is a fact of the host$|^the header does not say/);
});
