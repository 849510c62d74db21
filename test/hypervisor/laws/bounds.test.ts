import { expect, test } from 'vitest';
import { hypercalls, xen_memory_reservation } from '../../../abi/index.js';
import {
  createMachine,
  heapChoices,
  hypercall,
  setUp,
  UnknownFact,
} from '../../../src/hypervisor/index.js';
import { createFrames } from '../../../src/hypervisor/state/frames.js';
import { createJournal } from '../../../src/hypervisor/state/journal.js';
import { createP2m } from '../../../src/hypervisor/state/p2m.js';
import { codec } from '../../../src/index.js';

/** A small capture cannot make the model work for minutes, or keep more than it can. */

test('more frames than the model keeps: an unknown fact, and nothing is changed', () => {
  // A capture of 2 KiB, 70 decreases of order 18, took a minute and more memory than a Map has.
  const journal = createJournal();
  const run = { mfn: 0n, count: 1n << 30n, owner: 1, pfn: 0n, inUse: false };
  const frames = createFrames([run], journal, 3);
  const p2m = createP2m([{ gfn: 0n, mfn: 0n, count: 1n << 30n }], journal, 3);
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

test.each([
  ['the model chooses', 18],
  ['nobody is told', 0],
] as const)(
  'a call of 2^26 extents without a list ends soon, of frames that %s',
  (whose, order) => {
    // Frames of which nobody is told take no room: only the work has an end.
    const header = {
      host: { maxPage: 2 ** 40 },
      regions: [{ start: '0x1000', end: '0x2000', access: 'rw' }],
      domains: [{ domid: 0, mode: 'pv', privileged: true, frames: [] }],
    };
    const host = setUp(header, { heap: true });
    const caller = host.domains.get(0)!;
    const machine = createMachine(host, { abi: 'x86_64', interface: 'xen-4.17' }, codec, () =>
      whose === 'nobody is told' ? { allocate: () => 'anonymous' } : heapChoices(host.heap!),
    );
    const value = {
      extent_start: 0n,
      nr_extents: 0x3ffffffn,
      extent_order: order,
      mem_flags: 0,
      domid: 0,
    };
    caller.memory.show(0x1000n, codec(xen_memory_reservation, machine.abi).encode(value));
    const call = { caller, number: hypercalls.memory_op, args: [0n, 0x1000n] };
    expect(() => hypercall(machine, call)).toThrow(UnknownFact);
  },
  60_000,
);
