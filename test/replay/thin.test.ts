import { expect, test } from 'vitest';
import { codec } from '../../src/index.js';
import { createReplayer } from '../../src/replay/index.js';
import { recording } from '../hypervisor/lines.js';
import { randomOf } from './falsify.js';
import { groupsOf, type Kind, someShares, thin } from './thin.js';

/*
 * A true recording from which facts are left out differs nowhere; it may be skipped. More of this:
 * scripts/replay-campaign.ts.
 */

/** Those of which none that is left out may make a difference, whatever else is. */
const left: readonly Kind[] = [
  'fragment',
  'part',
  'result',
  'pages',
  'm2p',
  'entry',
  'continuation',
  'domain',
  'frames',
  'regions',
  'host',
];

const files = [
  'corpus/more-xen-arm64',
  'corpus/more-xen-x86_64',
  'corpus/more-xen-x86_32',
  'replay/recordings/pvh-domU-user-x86_64',
  'replay/recordings/pvh-dom0-multi-x86_64',
  'replay/recordings/xen-4.22.0-x86_64-probe',
  'replay/recordings/dom0less-d1-own-arm64',
];

test.each(files)('%s: with less in it nothing differs', async (name) => {
  const recorded = await recording(`test/${name}.jsonl`);
  const groups = groupsOf(recorded);
  for (let seed = 1; seed <= 4; seed++) {
    const random = randomOf(seed);
    const shares = someShares(random, left);
    const less = thin({ header: recorded.header, groups }, shares, random);
    const judge = createReplayer(less.header, codec);
    const verdicts = less.groups.flatMap(({ call, entries }) => [
      judge(call, entries),
      ...entries.map((entry) => judge(entry)),
    ]);
    const differing = verdicts.filter(({ verdict }) => verdict === 'differ');
    expect(
      differing.map(({ call, differences }) => [call.index, call.label, differences]),
      `seed ${seed}: ${[...shares].join(' ')}`,
    ).toEqual([]);
  }
});
