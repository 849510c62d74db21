import { describe, expect, test } from 'vitest';
import type { ExchangeCall, Hypercall, Place, ReservationCall } from './calls.js';
import { LAWS } from './laws.js';
import { take } from './step.js';
import { createWorld, HOSTS, type World } from './world.js';

const extents = { first: { from: 'own', n: 8 }, isRepeated: false } as const;
const places: { inPlace: Place; outPlace: Place } = { inPlace: 'ram', outPlace: 'ram' };

const exchange = (op: ExchangeCall['op'], inOrder: number, outOrder: number): ExchangeCall => ({
  op,
  caller: 1,
  chunks: 3,
  inOrder,
  outOrder,
  ins: extents,
  outs: 'same',
  ...places,
  outFlags: 0,
  nrExchanged: 0,
});

const reservation = (op: ReservationCall['op']): ReservationCall => ({
  op,
  caller: 1,
  count: 2,
  order: 1,
  extents:
    op === 'populate_physmap' ? { first: { from: 'hole', n: 0 }, isRepeated: false } : extents,
  place: 'ram',
  flags: 0,
});

const calls: readonly Hypercall[] = [
  exchange('exchange', 0, 2),
  exchange('exchange', 2, 0),
  exchange('exchange_and_pin', 0, 0),
  exchange('exchange_and_pin', 0, 2),
  exchange('exchange_and_pin', 2, 1),
  reservation('increase_reservation'),
  reservation('populate_physmap'),
  reservation('decrease_reservation'),
  reservation('unpin'),
];
const callers = [
  ['pv', 'x86', 1],
  ['pv, 32-bit', 'x86', 2],
  ['translated', 'x86', 3],
  ['direct-mapped', 'arm', 0],
] as const;

/** Issues the call, on pages that are pinned where it is to unpin them. */
function attempt(
  kind: keyof typeof HOSTS,
  call: Hypercall,
  fault?: { at: number; isLasting: boolean },
): { world: World; broken: string[] } {
  const world = createWorld(HOSTS[kind], 'pin-v4');
  const { caller } = call;
  if (call.op === 'unpin')
    take(world, { call: { ...exchange('exchange_and_pin', 1, 1), caller }, trouble: {} });
  const step = take(world, { call, trouble: { fault, preempt: [true, false, true] } });
  const broken = Object.entries(LAWS).flatMap(([name, law]) => {
    const problem = law(step);
    return problem === undefined ? [] : [`${name}: ${problem}`];
  });
  return { world, broken };
}

describe.each(callers)('%s guest, %s', (_mode, kind, caller) => {
  test.each(calls.map((call) => ({ ...call, caller })))(
    '$op: a copy that faults at byte k, for every k, leaves every law intact',
    (call) => {
      const bytes = attempt(kind, call).world.seams.copied;
      expect(bytes).toBeGreaterThan(0);
      // Each copy is several bytes long: it meets faults that last and faults that pass.
      for (let at = 0; at < bytes; at++)
        expect(attempt(kind, call, { at, isLasting: at % 2 === 0 }).broken, `byte ${at}`).toEqual(
          [],
        );
    },
  );
});
