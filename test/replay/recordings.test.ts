import { createReadStream, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { grouped } from '../../src/capture/grouped.js';
import { codec, readCapture } from '../../src/index.js';
import { createReplayer, type Verdict } from '../../src/replay/index.js';

/*
 * Calls recorded from hypervisors of 4.14 to 4.22: translated guests, releases on either side of a
 * rule that changed, and true calls that were once called false.
 */
const folder = new URL('recordings/', import.meta.url);

test.each(readdirSync(folder))('%s: nothing differs', async (name) => {
  let judge: ReturnType<typeof createReplayer> | undefined;
  const verdicts: Verdict[] = [];
  const text = createReadStream(new URL(name, folder));
  for await (const { record, entries } of grouped(readCapture(text))) {
    if (record.kind === 'capture') judge = createReplayer(record, codec);
    else if (record.kind === 'call') verdicts.push(judge!(record, entries));
  }
  expect(verdicts.length).toBeGreaterThan(0);
  expect(verdicts.filter(({ verdict }) => verdict === 'differ')).toEqual([]);
});
