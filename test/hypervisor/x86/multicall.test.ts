import { describe, expect, it } from 'vitest';
import {
  A,
  entry,
  header,
  hex,
  LIST,
  list,
  multicall,
  pages,
  reserve,
  RO,
  side,
  struct,
  verdicts,
} from './lines.js';

describe.each(['x86_64', 'x86_32'] as const)('a multicall on %s', (abi) => {
  const AT = A + 0x4000;
  const rest = abi === 'x86_32' ? 0 : 0x77;
  const took = (word: number, result: number, others = rest) => [
    header(abi),
    multicall(AT, entry(abi, [12, 5, 0, A]), entry(abi, [12, result, word, A], others), 0),
    reserve(0, side(LIST, 4), [list(abi, LIST, [0, 0, 0, 0], [512, 513, 514, 515])], {
      parent: 0,
      result,
    }),
  ];

  it('has the registers of a preempted entry in guest memory', async () => {
    expect(await verdicts(took(0, 4, 0x77))).toEqual(['match', 'match']);
    expect(await verdicts(took(3 << 6, 4))).toEqual(['match', 'match']);
    // Past what was done there is nowhere to go on from.
    expect(await verdicts(took(5 << 6, 4))).toEqual(['differ', 'match']);
    expect(await verdicts(took(3 << 6, 4, 0x78))).toEqual(['differ', 'match']);
  });

  it('is refused inside another', async () => {
    const [before, after] = [0, -22].map((result) => entry(abi, [13, result, AT, 1]));
    const lines = [header(abi), multicall(AT, before!, after!, 0)];
    const inner = { kind: 'call', parent: 0, hypercall: 13, args: [hex(AT), '0x1'] };
    expect(await verdicts([...lines, { ...inner, result: -22 }])).toEqual(['match', 'match']);
    expect(await verdicts([...lines, { ...inner, result: 0 }])).toEqual(['match', 'differ']);
  });

  it('whose entry cannot be answered has done it nevertheless', async () => {
    const before = entry(abi, [12, 0, 0, A]);
    const increase = (count: number, done: number, result: number) => [
      header(abi),
      {
        ...multicall(RO, before, before, result),
        memory: [
          { address: hex(RO), before },
          struct('xen_memory_reservation', side(LIST, count)),
          list(abi, LIST, [0, 0, 0], [512, 513, 0]),
        ],
        observed: pages(64, 64 + done),
      },
    ];
    expect(await verdicts(increase(2, 2, -14))).toEqual(['match']);
    // Preempted, it is not gone on with: its error is taken for a hypercall's number.
    expect(await verdicts(increase(3, 2, -38))).toEqual(['match']);
    expect(await verdicts(increase(3, 2, -14))).toEqual(['differ']);
  });
});

it.each([
  ['x86_64', -14],
  ['x86_32', 0],
] as const)('%s: an empty multicall whose list is not the guest: %d', async (abi, result) => {
  const at = abi === 'x86_64' ? '0xffff830000000000' : '0xf6000000';
  const empty = { kind: 'call', hypercall: 13, args: [at, '0x0'], memory: [] };
  expect(await verdicts([header(abi), { ...empty, result }])).toEqual(['match']);
  expect(await verdicts([header(abi), { ...empty, result: -14 - result }])).toEqual(['differ']);
});
