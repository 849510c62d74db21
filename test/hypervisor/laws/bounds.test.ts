import { expect, test } from 'vitest';
import { xen_memory_exchange, xen_memory_reservation } from '../../../abi/index.js';
import {
  type Choices,
  createMachine,
  heapChoices,
  hypercall,
  setUp,
  UnknownFact,
} from '../../../src/hypervisor/index.js';
import { createFrames } from '../../../src/hypervisor/state/frames.js';
import { createJournal } from '../../../src/hypervisor/state/journal.js';
import { createP2m } from '../../../src/hypervisor/state/p2m.js';
import { type Abi, codec } from '../../../src/index.js';

/** A small capture cannot make the model work for minutes, or keep more than it can. */

test('more frames than the model keeps: an unknown fact, and nothing is changed', () => {
  // A capture of 2 KiB, 70 decreases of order 18, took a minute and more memory than a Map has.
  const journal = createJournal();
  const run = { mfn: 0n, count: 1n << 30n, owner: 1, pfn: 0n, inUse: false };
  const frames = createFrames([run], journal, 3);
  const p2m = createP2m([{ gfn: 0n, mfn: 0n, count: 1n << 30n }], journal, { most: 3 });
  journal.begin();
  for (const page of [5n, 6n, 7n, 5n]) {
    frames.free(page);
    p2m.set(page, undefined);
  }
  expect(() => frames.give(8n, 1)).toThrow(UnknownFact);
  expect(() => frames.change(8n, { pfn: null })).toThrow(UnknownFact);
  expect(() => p2m.set(8n, undefined)).toThrow(UnknownFact);
  journal.rollback();
  expect([frames.get(5n)?.owner, p2m.get(7n)?.mfn]).toEqual([1, 7n]);
  frames.give(8n, 1);
});

const ARGUMENT = 0x1000n;
const LIST = 0x1800n;
const EXTENTS = 70;
/** A list of extents of order 18, one after the other. */
const list = new Uint8Array(
  BigUint64Array.from({ length: EXTENTS }, (_, i) => BigInt(i * 2 ** 18)).buffer,
);

/** What a PV domain is told that owns every page of the list, or none; with all of its memory. */
function reasonOf(
  command: bigint,
  argument: (abi: Abi) => Uint8Array,
  owned: number,
  choices: Partial<Choices> = {},
): string {
  const header = {
    host: { maxPage: 2 ** 40 },
    regions: [{ start: '0x1000', end: '0x2000', access: 'rw' }],
    domains: [
      {
        domid: 0,
        mode: 'pv',
        privileged: true,
        frames: owned > 0 ? [{ mfn: 0, count: owned * 2 ** 18, pfn: 0 }] : [],
      },
    ],
  };
  const host = setUp(header, { heap: true });
  const caller = host.domains.get(0)!;
  const machine = createMachine(host, { abi: 'x86_64', interface: 'xen-4.17' }, codec, () => ({
    ...heapChoices(host.heap!),
    ...choices,
  }));
  caller.memory.show(ARGUMENT, argument(machine.abi));
  caller.memory.show(LIST, list);
  try {
    return String(hypercall(machine, { caller, number: 12, args: [command, ARGUMENT] }));
  } catch (error) {
    if (error instanceof UnknownFact) return error.message;
    throw error;
  }
}

const untold: Partial<Choices> = { allocate: () => 'anonymous' };
const part = { mem_flags: 0, domid: 0 };
const reservation = (extent_start: bigint, nr: number, extent_order: number) => (abi: Abi) =>
  codec(xen_memory_reservation, abi).encode({
    ...part,
    extent_start,
    nr_extents: BigInt(nr),
    extent_order,
  });

// A few bytes that name huge extents took 21 seconds. Frames of which nobody is told take no room:
// of those only the work has an end.
test.each([
  ['increase', 0n, 0x3ffffff, 18, 0, {}, /more pages/],
  ['increase, nobody told', 0n, 0x3ffffff, 0, 0, untold, /more extents/],
  ['decrease', 1n, EXTENTS, 18, EXTENTS, {}, /more pages/],
] as const)(
  '%s (%d) of %d extents of order %d ends soon',
  (_, command, nr, order, owned, choices, message) => {
    const argument = reservation(command === 0n ? 0n : LIST, nr, order);
    expect(reasonOf(command, argument, owned, choices)).toMatch(message);
  },
);

test('exchange of 70 extents of order 18 ends soon', () => {
  const extents = { ...part, extent_start: LIST, nr_extents: BigInt(EXTENTS), extent_order: 18 };
  const argument = (abi: Abi) =>
    codec(xen_memory_exchange, abi).encode({ in: extents, out: extents, nr_exchanged: 0n });
  expect(reasonOf(11n, argument, EXTENTS, untold)).toMatch(/more pages/);
});
