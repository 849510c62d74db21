import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { codec } from '../../src/index.js';
import { createReplayer } from '../../src/replay/index.js';
import { hex, recordingOf, replay } from '../hypervisor/lines.js';

/* True recordings from which facts are left out by hand, each of a kind that was once called false. */

type Line = Record<string, unknown>;

/** What differs in a recording of which each line is told less by `forget`. */
async function differing(name: string, forget: (line: Line) => void): Promise<string[]> {
  const text = readFileSync(new URL(`../${name}.jsonl`, import.meta.url), 'utf8');
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
  for (const line of lines) forget(line);
  return (await replay(lines))
    .filter(({ verdict }) => verdict === 'differ')
    .map(({ call, differences }) => `${call.label}: ${differences[0]!.what}`);
}

test('without regions an entry’s result that did not change may not have been written', async () => {
  const forget = (line: Line): void => void delete line['regions'];
  expect(await differing('corpus/more-xen-x86_64', forget)).toEqual([]);
  expect(await differing('corpus/more-xen-x86_32', forget)).toEqual([]);
});

test('an M2P entry that is seen only after the call has moved from where the model has it', async () => {
  const forget = (line: Line): void => {
    const { m2p } = (line['observed'] ?? {}) as { m2p?: Line };
    delete m2p?.['before'];
  };
  expect(await differing('replay/recordings/5-compat-enomem', forget)).toEqual([]);
});

test('a page of Xen’s may be at each of the places where calls may have put it', async () => {
  const untold = new Set([
    'shared_info_after_dec',
    'pop_over_shared_info',
    'shared_info_after_remove',
  ]);
  const forget = (line: Line): void => {
    if (untold.has(String(line['label']))) delete line['result'];
  };
  const name = 'replay/recordings/xen-pvh-4.22.0-arm64-own';
  expect(await differing(name, forget)).toEqual([]);
});

test('what a call without a result wrote may be of a domain that no header describes', async () => {
  const { header, calls } = await recordingOf([
    { kind: 'capture', version: 1, abi: 'x86_64', domain: { domid: 0, privileged: true } },
    {
      kind: 'call',
      hypercall: 12,
      args: ['0x1c', hex(0x1000)],
      memory: [
        {
          address: '0x1000',
          before: '0100010000000000'.padEnd(64, '0'),
          after: '010001000000000028'.padEnd(64, '0'),
        },
      ],
    },
  ]);
  expect(createReplayer(header, codec)(calls[0]!)).toMatchObject({
    verdict: 'skip',
    reason: 'domain 1 is not in the header',
  });
});
