import { expect, test } from 'vitest';
import { type ArchitectureName, architectures } from '../../src/index.js';
import { callVectors, modelled, vectorCommands } from '../../src/vectors/index.js';
import {
  isChosen,
  prober,
  randomOf,
  wrongByte,
  wrongM2p,
  wrongPages,
  wrongResult,
} from './falsify.js';
import { recordingOf } from '../hypervisor/lines.js';

const worlds = (['xen-4.17', 'pin-v4'] as const).flatMap((name) =>
  (modelled as readonly ArchitectureName[]).map((abi) => [name, abi] as const),
);

test.each(worlds)('falsified vectors of %s on %s differ, each at its call', async (name, abi) => {
  const random = randomOf(26);
  const missed: string[] = [];
  let noticed = 0;
  for (const command of vectorCommands(name)) {
    const options = { count: 40, seed: 27, interface: name };
    const recorded = await recordingOf([...callVectors(command, architectures[abi], options)]);
    const { host, judge, probe } = prober(recorded);
    for (const call of recorded.calls) {
      const lies = [
        ...wrongResult(call, random),
        ...wrongPages(call, random),
        ...wrongM2p(call, random, (mfn) => host.frames.get(mfn) !== undefined),
        ...wrongByte(call, random).filter(({ address }) => !isChosen(call, address)),
      ];
      const verdicts = lies.map((lie) => [lie.kind, probe(lie.call).verdict] as const);
      expect(judge(call).verdict, `${command.name} ${call.index} ${call.label}`).toBe('match');
      for (const [kind, verdict] of verdicts)
        if (verdict === 'differ') noticed++;
        // Of a domain that no header names nothing is known: it may be there.
        else if (verdict === 'skip' && /of no domain/.test(call.label!)) continue;
        else missed.push(`${command.name} ${call.index} ${call.label}: ${kind}: ${verdict}`);
    }
  }
  expect(noticed).toBeGreaterThan(1000);
  // A frame that was freed where frames were handed out without a number may be one of these.
  for (const miss of missed) expect(miss).toMatch(/XENMEM_exchange.* -> (EFAULT|EINVAL): m2p /);
  expect(missed.length / noticed, missed.join('\n')).toBeLessThan(0.01);
});
