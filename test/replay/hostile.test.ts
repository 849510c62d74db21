import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ArchitectureName, type Call, codec } from '../../src/index.js';
import { readCall, readHeader } from '../../src/capture/records.js';
import { CaptureError } from '../../src/index.js';
import {
  type CallFacts,
  createRunner,
  FactError,
  scenario,
  type ScenarioDomain,
} from '../../src/hypervisor/index.js';
import { createReplayer, type Verdict } from '../../src/replay/index.js';
import { runs } from '../support/values.js';

/*
 * Captures that strangers send: what they ask for stays within bounds of time and room, and what
 * a run says of itself a replay believes, however little of it is left.
 */

type Line = Record<string, unknown>;
type Step = readonly [command: string, facts: CallFacts, answer?: Line];

const refuse = (path: string, problem: string): CaptureError =>
  new CaptureError('capture', 1, 0, path, problem);

function verdictsOf(header: Line, lines: readonly Line[]): Verdict[] {
  const read = readHeader(header, refuse);
  const judge = createReplayer(read, codec);
  return lines.map((line, i) =>
    judge(readCall(line, { index: i, line: i + 2, header: read, refuse })),
  );
}

const REGIONS = [{ start: 0x100000, end: 0x10000000 }];

function linesOf(abi: ArchitectureName, domain: ScenarioDomain, steps: readonly Step[]) {
  const { header, call } = scenario({ abi, host: { maxPage: 2 ** 34 }, domains: [domain] });
  const lines = steps.map(([name, facts, answer]) => ({ ...call(name, facts).raw, ...answer }));
  return { header: header.raw as Line, lines };
}

const decrease = (count: number, order: number, result: number): Step => [
  'XENMEM_decrease_reservation',
  {
    value: { extent_order: order, domid: 0x7ff0 },
    lists: { extent_start: Array.from({ length: count }, (_, i) => BigInt(i) << BigInt(order)) },
  },
  { result },
];

test('a few bytes that doubt many pages do not cost all the ways that doubts have', () => {
  const domain = { domid: 0, mode: 'translated', regions: REGIONS, privileged: true } as const;
  const { header, lines } = linesOf('x86_64', domain, [decrease(5, 16, 3)]);
  const { frames: _, domain: own, ...rest } = header;
  const open = { ...rest, domain: { ...(own as Line), totPages: 2 ** 22 } };
  // Each of the pages that are doubted would double the work: it would not end in this test's time.
  expect(verdictsOf(open, lines)[0]!.verdict).toBe('skip');
});

test('a skipped call of a list that nobody recorded does not cost its elements', () => {
  const { header, lines } = linesOf('x86_64', { domid: 0, regions: REGIONS, privileged: true }, [
    [
      'XENMEM_populate_physmap',
      { value: { domid: 0x7ff0, nr_extents: 2n ** 26n - 1n, extent_start: 0x200000n } },
    ],
  ]);
  // Each element looked at, they would not end in this test's time.
  const many = Array.from({ length: 50 }, () => lines[0]!);
  expect(verdictsOf(header, many).map(({ verdict }) => verdict)).toEqual(many.map(() => 'skip'));
});

test('a skipped call of more pages than the model changes is not followed', () => {
  const frames = [{ gfn: 0, mfn: 0x100000, count: 2 ** 30 }];
  const domain = {
    domid: 0,
    mode: 'translated',
    regions: REGIONS,
    privileged: true,
    frames,
  } as const;
  const query: Step = ['XENMEM_current_reservation', { value: { domid: 0x7ff0 } }, { result: 5 }];
  const { header, lines } = linesOf('x86_64', domain, [decrease(8, 18, 8), query]);
  expect(verdictsOf(header, lines).map(({ verdict }) => verdict)).toEqual(['skip', 'skip']);
});

test('a result that shows more pages gone than there are is told at once', () => {
  const frames = [{ gfn: 0, mfn: 0x100000, count: 1000 }];
  const domain = {
    domid: 0,
    mode: 'translated',
    regions: REGIONS,
    privileged: true,
    frames,
  } as const;
  const { header, lines } = linesOf('x86_64', domain, [decrease(4000, 18, 4000)]);
  expect(verdictsOf(header, lines)[0]!.verdict).toBe('differ');
});

test('an observation that cannot be is found out before its call is executed', () => {
  const frames = [{ mfn: 0x1000, pfn: 0, count: 16 }];
  const domain = { domid: 0, regions: REGIONS, privileged: true, frames };
  const give: Step = [
    'XENMEM_decrease_reservation',
    { value: { domid: 0x7ff0 }, lists: { extent_start: [0x1000n] } },
    { result: 1 },
  ];
  const { header, lines } = linesOf('x86_64', domain, [give]);
  const read = readHeader(header, refuse);
  const judge = createReplayer(read, codec);
  const call = (line: Line): Call => readCall(line, { index: 0, line: 2, header: read, refuse });
  const bad = { ...lines[0], observed: { entries: [['0x1', 'many']] } };
  expect(() => judge(call(bad))).toThrow(FactError);
  expect(judge(call(lines[0]!)).verdict).toBe('match');
});

/** What can be left out of a header without its being another. */
const FACTS = ['totPages', 'maxPages', 'maxGpfn', 'grantFrames', 'frames', 'regions'] as const;

const domains = (abi: ArchitectureName): fc.Arbitrary<ScenarioDomain[]> =>
  fc.tuple(fc.boolean(), fc.integer({ min: 1, max: 3 })).map(([isTranslated, count]) =>
    Array.from({ length: count }, (_, domid): ScenarioDomain => {
      const isPv = abi.startsWith('x86') && !isTranslated;
      const first = 0x1000 + domid * 0x100;
      const facts = {
        domid,
        privileged: domid === 0,
        maxPages: 80,
        grantFrames: 4,
        regions: REGIONS,
      };
      const run = { mfn: first, count: 48 };
      if (isPv) return { ...facts, mode: 'pv', frames: [{ ...run, pfn: 0 }] };
      const frames = [{ ...run, gfn: 0x40 }];
      return { ...facts, mode: 'translated', maxGpfn: 0x6f, frames };
    }),
  );

const step = (isPv: boolean): fc.Arbitrary<Step> => {
  const order = fc.constantFrom(0, 0, 0, 1, 2);
  const own = fc.nat(60).map((n) => BigInt((isPv ? 0x1000 : 0x40) + n));
  const hole = fc.nat(40).map((n) => BigInt(0x80 + n));
  const list = (of: fc.Arbitrary<bigint>) => fc.array(of, { minLength: 1, maxLength: 5 });
  const domid = fc.constantFrom(0x7ff0, 0x7ff0, 0x7ff0, 0, 1, 2, 9);
  const mem_flags = fc.constantFrom(0, 0, 0, 20, 32);
  const caller = fc.constantFrom(0, 0, 0, 1);
  const reserve = (name: string, of: fc.Arbitrary<bigint>): fc.Arbitrary<Step> =>
    fc
      .tuple(order, domid, mem_flags, list(of), caller)
      .map(([extent_order, target, flags, extent_start, by]) => [
        name,
        {
          value: { extent_order, domid: target, mem_flags: flags },
          lists: { extent_start },
          domid: by,
        },
      ]);
  const exchange: fc.Arbitrary<Step> = fc
    .tuple(list(own), list(hole), domid, fc.constantFrom(0, 1), fc.boolean())
    .map(([ins, outs, target, up, isEven]) => {
      const to = isEven ? outs.concat(outs, outs, outs, outs).slice(0, ins.length) : outs;
      const side = { domid: target };
      const value = { in: side, out: { ...side, extent_order: up } };
      return [
        'XENMEM_exchange',
        { value, lists: { 'in.extent_start': ins, 'out.extent_start': to } },
      ];
    });
  const query = fc
    .tuple(fc.constantFrom('current_reservation', 'maximum_reservation', 'maximum_gpfn'), domid)
    .map(([name, target]): Step => [`XENMEM_${name}`, { value: { domid: target } }]);
  const physmap = fc
    .tuple(fc.constantFrom(0, 1, 2), own, hole, fc.boolean())
    .map(([space, page, gpfn, isRemoved]): Step => {
      const idx = space === 2 ? page : page % 6n;
      if (isRemoved)
        return ['XENMEM_remove_from_physmap', { value: { domid: 0x7ff0, gpfn: page } }];
      return ['XENMEM_add_to_physmap', { value: { domid: 0x7ff0, space, idx, gpfn } }];
    });
  return fc.oneof(
    reserve('XENMEM_increase_reservation', hole),
    reserve('XENMEM_decrease_reservation', own),
    reserve('XENMEM_populate_physmap', hole),
    exchange,
    query,
    physmap,
  );
};

const abis = ['x86_64', 'x86_32', 'arm64', 'arm32'] as const;

const captures = fc.constantFrom(...abis).chain((abi) =>
  domains(abi).chain((all) =>
    fc.record({
      abi: fc.constant(abi),
      domains: fc.constant(all),
      steps: fc.array(step(all[0]!.mode === 'pv'), { minLength: 1, maxLength: 12 }),
      isBare: fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
    }),
  ),
);

/** The header without one of its facts. */
function without(header: Line, dropped: string): Line {
  const drop = (line: Line): Line =>
    Object.fromEntries(Object.entries(line).filter(([key]) => key !== dropped));
  const { domain, domains: all, ...rest } = drop(header);
  return {
    ...rest,
    ...(domain !== undefined && { domain: drop(domain as Line) }),
    ...(all !== undefined && { domains: (all as Line[]).map(drop) }),
  };
}

type Captured = typeof captures extends fc.Arbitrary<infer C> ? C : never;

/** The lines of the calls that a run has results of. */
function ranLines({ abi, domains: all, steps }: Captured): { header: Line; lines: Line[] } {
  const { header, call } = scenario({ abi, host: { maxPage: 0x4000 }, domains: all });
  const execute = createRunner(header, codec);
  const lines = steps.flatMap(([name, facts]) => {
    const by = all.some(({ domid }) => domid === facts.domid) ? facts : { ...facts, domid: 0 };
    const { line, reason } = execute(call(name, by));
    return reason === undefined ? [line as Line] : [];
  });
  return { header: header.raw as Line, lines };
}

test('what a run tells, a replay matches', () => {
  const property = fc.property(captures, (capture) => {
    const { header, lines } = ranLines(capture);
    for (const { verdict, differences, reason } of verdictsOf(header, lines))
      expect([verdict, reason, differences]).toEqual(['match', undefined, []]);
  });
  fc.assert(property, runs(300));
});

test.each([...FACTS, 'host', 'observed', 'result'] as const)(
  'of a run without %s, a replay never says that it differs',
  (dropped) => {
    const property = fc.property(captures, (capture) => {
      const { header, lines } = ranLines(capture);
      const less = lines.map(({ ...line }, i) => {
        if (capture.isBare[i]) delete line[dropped];
        return line;
      });
      for (const { verdict, differences } of verdictsOf(without(header, dropped), less))
        if (verdict === 'differ') expect(differences).toEqual([]);
    });
    fc.assert(property, { seed: 2013, ...runs(100) });
  },
);
