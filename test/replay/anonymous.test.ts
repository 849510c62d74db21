import { expect, test } from 'vitest';
import { hypercalls } from '../../abi/index.js';
import { codec } from '../../src/index.js';
import {
  type Allocation,
  createMachine,
  hypercall,
  scenario,
  type ScenarioFacts,
  setUp,
} from '../../src/hypervisor/index.js';
import { createReplayer } from '../../src/replay/index.js';
import { READ_ONLY, regions } from '../hypervisor/cases/worlds.js';

/** Frames of which nobody is told, in exchanges: only a recording has them. */

const guest = (mode: 'pv' | 'translated'): ScenarioFacts => ({
  abi: 'x86_64',
  interface: 'pin-v4',
  host: { maxPage: 0x1000 },
  domains: [
    {
      domid: 1,
      mode,
      frames: [{ mfn: 0x100, count: 16, ...(mode === 'pv' ? { pfn: 0 } : { gfn: 0x1000 }) }],
      regions,
    },
  ],
});

const whole = { domid: 0x7ff0 };
const value = (inOrder: number, nr_exchanged = 0) => ({
  in: { ...whole, extent_order: inOrder },
  out: whole,
  nr_exchanged,
});

test.each([
  ['a frame', 0x200n],
  ['one of which nobody is told', 'anonymous'],
] as const)('a model without a heap, given %s and then none: nothing happens', (_, first) => {
  const { header, call } = scenario(guest('pv'));
  const host = setUp(header.raw, { heap: false });
  const chosen: Allocation[] = [first, undefined];
  const machine = createMachine(host, header, codec, () => ({ allocate: () => chosen.shift() }));
  const caller = host.domains.get(1)!;
  const lists = { 'in.extent_start': [0x100], 'out.extent_start': [7, 8] };
  const { memory, args } = call('XENMEM_exchange', { value: value(1), lists });
  for (const { address, before } of memory) caller.memory.show(address, before);
  const number = hypercalls.memory_op;
  expect(hypercall(machine, { caller, number, args })).toBe(-12n);
  expect(chosen).toEqual([]);
  expect(caller).toMatchObject({ totPages: 16n, anonymous: 0n });
  expect([...host.frames.ownedBy(1)]).toHaveLength(16);
});

const page = { pv: 0x100, translated: 0x1000 } as const;

/** One page pinned, and the new frame's number not told: the list is read-only. */
function pinUntold(mode: 'pv' | 'translated') {
  const { header, call } = scenario(guest(mode));
  const host = setUp(header.raw, { heap: false, undo: true });
  const judge = createReplayer(header, codec, host);
  const out = { address: READ_ONLY, elements: [page[mode]] };
  const lists = { 'in.extent_start': [page[mode]], 'out.extent_start': out };
  const pinned = call('XENMEM_exchange_and_pin', { value: value(0), lists });
  expect(judge({ ...pinned, result: -14n })).toMatchObject({ verdict: 'match' });
  return { host, judge, call, guest: host.domains.get(1)! };
}

test('a page pinned to a frame that was not told can be unpinned, and not pinned again', () => {
  // The replayed page was left without a frame, and the unpin that a real host does differed.
  const { host, judge, call, guest } = pinUntold('translated');
  const mfn = guest.p2m!.get(0x1000n)!.mfn;
  expect([guest.pins.get(0x1000n), host.frames.get(mfn)?.owner]).toEqual([mfn, 1]);
  const own = [0x1000];
  const lists = { 'in.extent_start': own, 'out.extent_start': own };
  const again = call('XENMEM_exchange_and_pin', { value: value(0), lists });
  expect(judge({ ...again, result: -22n })).toMatchObject({ verdict: 'match' });
  const list = { 'in.extent_start': own };
  const unpin = call('XENMEM_unpin', { value: { in: whole }, lists: list });
  expect(judge({ ...unpin, result: 0n })).toMatchObject({ verdict: 'match' });
  expect(guest.pins.size).toBe(0);
});

test("a PV guest's pin is of a frame, so there is none of one that was not told", () => {
  const { guest } = pinUntold('pv');
  expect([guest.pins.size, guest.anonymous]).toEqual([0, 1n]);
});
