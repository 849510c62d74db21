import { expect, test } from 'vitest';
import { codec } from '../../src/index.js';
import { createRunner, scenario, type ScenarioFacts } from '../../src/hypervisor/index.js';

/** What a call returns whose registers hold more than the guest's do. */
function result(abi: ScenarioFacts['abi'], word: bigint, argument: bigint): unknown {
  const { header, call } = scenario({
    abi,
    host: { maxPage: 0x1000 },
    domains: [{ domid: 1, mode: 'translated', frames: [{ mfn: 0x100, count: 5, gfn: 0 }] }],
  });
  const asked = call('XENMEM_current_reservation', { value: { domid: 0x7ff0 } });
  const args = asked.args.map((arg, i) => arg + (i === 0 ? word : argument));
  return createRunner(header, codec)({ ...asked, args }).line['result'];
}

const wide = 1n << 32n;

test.each(['x86_32', 'arm32'] as const)('%s: a register is 32 bits wide', (abi) => {
  // The upper half of the command word was taken for a start extent: -EINVAL.
  expect([result(abi, 0n, 0n), result(abi, wide, wide)]).toEqual([5, 5]);
});

test.each(['x86_64', 'arm64'] as const)('%s: of 64 bits each counts', (abi) => {
  expect([result(abi, 0n, 0n), result(abi, wide, 0n), result(abi, 0n, wide)]).toEqual([
    5, -22, -14,
  ]);
});
