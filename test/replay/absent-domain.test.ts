import { expect, test } from 'vitest';
import { codec, createReplayer } from '../../src/index.js';
import { recordingOf } from '../hypervisor/lines.js';

const REASON = 'domain 5 is not in the header';

/** How many pages domain 5 may have, asked by domain 0; -3 is -ESRCH. */
async function asked(header: object, result: number) {
  const domain = { domid: 0, mode: 'pv', privileged: true, totPages: 1, maxPages: 2 };
  const { header: read, calls } = await recordingOf([
    { kind: 'capture', version: 1, abi: 'x86_64', domain, ...header },
    {
      kind: 'call',
      hypercall: 12,
      args: ['0x4', '0x1000'],
      memory: [{ address: '0x1000', before: '0500' }],
      result,
    },
  ]);
  return createReplayer(read, codec)(calls[0]!);
}

test('a header that says what its domains own says which domains there are', async () => {
  const facts = { frames: [{ mfn: 16, count: 1, pfn: 0 }] };
  expect(await asked(facts, -3)).toMatchObject({ verdict: 'match' });
  expect(await asked(facts, 7)).toMatchObject({
    verdict: 'differ',
    differences: [{ what: 'result', expected: -3, actual: 7 }],
    reason: REASON,
  });
});

test('a recording of an unknown guest may speak of a domain that nobody described', async () => {
  expect(await asked({}, -3)).toMatchObject({ verdict: 'match' });
  expect(await asked({}, 7)).toMatchObject({ verdict: 'skip', reason: REASON });
  expect(await asked({}, -22)).toMatchObject({ verdict: 'skip', reason: REASON });
  // What no domain could come to.
  expect(await asked({}, -38)).toMatchObject({ verdict: 'differ' });
});

test('of several domains those that the header describes need not be all', async () => {
  const frames = [{ mfn: 16, count: 1, pfn: 0 }];
  const domains = [{ domid: 0, mode: 'pv', privileged: true, totPages: 1, frames }];
  const several = { domain: null, domains };
  expect(await asked(several, -3)).toMatchObject({ verdict: 'match' });
  expect(await asked(several, 7)).toMatchObject({ verdict: 'skip', reason: REASON });
});
