import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  A,
  call,
  header,
  hex,
  type Line,
  list,
  replay,
  reservation,
  run,
  struct,
} from '../hypervisor/lines.js';

const guest = (abi: string, facts: Line = {}): Line =>
  header({
    abi,
    host: { maxPage: 1024 },
    regions: [
      { start: hex(A), end: hex(A + 0x3000) },
      { start: hex(A + 0x3000), end: hex(A + 0x4000), access: 'ro' },
    ],
    frames: [
      { mfn: 128, count: 48, pfn: 0 },
      { mfn: 300, count: 16, pfn: 48, mapped: true },
    ],
    ...facts,
  });

describe('what the model does', () => {
  const order = fc.constantFrom(0, 0, 0, 1, 2, 9);
  const where = fc.constantFrom(0x1000, 0x1800, 0x2ff0, 0x3100, 0x5000);
  const pages = fc.array(fc.oneof(fc.integer({ min: 120, max: 330 }), fc.nat(1100)), {
    minLength: 1,
    maxLength: 8,
  });
  const flags = fc.constantFrom(0, 0, 0, 20, 1 << 17, 12);
  const step = fc.tuple(fc.constantFrom(0, 1, 6, 11, 3), pages, pages, order, order, where, flags);

  const lineOf = ([
    command,
    from,
    to,
    inOrder,
    outOrder,
    at,
    flags,
  ]: typeof step extends fc.Arbitrary<infer T> ? T : never): Line => {
    if (command === 3) return call(3, [struct('xen_memory_domain', { domid: 0x7ff0 })]);
    const input = list(A + 0x800, from);
    const outputs = Math.max(1, (from.length << inOrder) >> outOrder);
    const output = list(
      A + at,
      Array.from({ length: Math.max(outputs, to.length) }, (_, i) => to[i % to.length]! + i),
    );
    if (command !== 11)
      return call(command, [
        struct(
          'xen_memory_reservation',
          reservation(A + at, to.length, { extent_order: inOrder, mem_flags: flags }),
        ),
        output,
      ]);
    const value = {
      in: reservation(A + 0x800, from.length, { extent_order: inOrder }),
      out: reservation(A + at, outputs, {
        extent_order: outOrder,
        mem_flags: flags,
      }),
      nr_exchanged: 0,
    };
    return call(11, [struct('xen_memory_exchange', value), input, output]);
  };

  it.each([
    ['x86_64', {}],
    ['x86_32', {}],
    [
      'x86_64',
      {
        domain: { mode: 'translated', privileged: true, totPages: 64, maxPages: 96 },
        frames: [{ gfn: 128, count: 64 }],
      },
    ],
    [
      'arm64',
      {
        domain: { mode: 'translated', totPages: 64, maxPages: 96 },
        frames: [{ gfn: 128, count: 64 }],
      },
    ],
    ['x86_64', { regions: null }],
  ] as const)('it replays: %s %j', async (abi, facts) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
        const ran = await run([guest(abi, facts), ...steps.map(lineOf)]);
        for (const { call, verdict, differences, reason } of await replay(ran))
          expect([verdict, call.index, differences, reason]).toEqual(
            call.result === undefined
              ? ['skip', call.index, [], reason]
              : ['match', call.index, [], undefined],
          );
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});

describe('after a call that is skipped', () => {
  const exchange = (nr: number, done: number, outputs: readonly number[]): Line[] => {
    const value = (nr_exchanged: number) => ({
      in: reservation(A + 0x800, nr),
      out: reservation(A + 0x1000, nr),
      nr_exchanged,
    });
    const bytes = (v: Line) => v;
    return [
      struct('xen_memory_exchange', bytes(value(done))),
      list(A + 0x800, [130, 131, 132]),
      list(A + 0x1000, outputs),
    ];
  };

  it('an out list of which a part is not recorded leaves its page number unknown', async () => {
    const ran = await run([
      guest('x86_64'),
      call(11, exchange(3, 0, [7, 8, 9])),
      call(1, [struct('xen_memory_reservation', reservation(A + 0x1000, 3))]),
    ]);
    const [head, first, second] = ran as [Line, Line & { memory: readonly Line[] }, Line];
    // The last element of the out list is not in the recording.
    const memory = first.memory.map((f, i) =>
      i === 2
        ? {
            ...f,
            before: (f['before'] as string).slice(0, 32),
            after: (f['after'] as string).slice(0, 32),
          }
        : f,
    );
    const verdicts = await replay([head, { ...first, memory, observed: null }, second]);
    // Only one M2P entry depends on it, which nobody saw.
    expect(verdicts[0]).toMatchObject({ verdict: 'match' });
    expect(verdicts[1]).toMatchObject({ verdict: 'skip' });
    const known = call(
      1,
      [
        struct('xen_memory_reservation', reservation(A + 0x1000, 2)),
        { address: hex(A + 0x1000), before: memory[2]!['after' as never] },
      ],
      { result: 2 },
    );
    const gone = call(
      1,
      [struct('xen_memory_reservation', reservation(A + 0x1000, 1)), list(A + 0x1000, [130])],
      { result: 0 },
    );
    const after = await replay([head, { ...first, memory }, known, gone]);
    expect(after.map(({ verdict }) => verdict)).toEqual(['match', 'match', 'match']);
  });
});

it('a wrong result leaves the model where the recording is', async () => {
  const ran = await run([
    guest('x86_64'),
    call(1, [
      struct('xen_memory_reservation', reservation(A + 0x800, 2)),
      list(A + 0x800, [130, 131]),
    ]),
    call(1, [
      struct('xen_memory_reservation', reservation(A + 0x800, 2)),
      list(A + 0x800, [131, 130]),
    ]),
  ]);
  const told = [
    ran[0]!,
    { ...ran[1], result: 1, observed: { totPages: [64, 63] } },
    { ...ran[2], result: 1, observed: { totPages: [63, 62] } },
  ];
  const verdicts = await replay(told);
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(['differ', 'match']);
});
