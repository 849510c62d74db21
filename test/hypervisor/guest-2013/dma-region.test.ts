import fc from 'fast-check';
import { expect, test } from 'vitest';
import { errno } from '../../../abi/index.js';
import { brokenInvariants } from '../../support/invariants.js';
import { troubles } from '../laws/calls.js';
import { createWorld, HOSTS, RAM, troubleWith, type World } from '../laws/world.js';
import { createContiguousRegion, destroyContiguousRegion, type DmaGuest } from './dma-region.js';
import { runs } from '../../support/values.js';

/** See laws.test.ts. */
const { numRuns: RUNS } = runs(2000);

/** Arm's dom0, whose GFNs are its MFNs until it pins, and an ordinary guest. */
function guestOf(world: World, domid: number): DmaGuest {
  const scratch = { argument: RAM.start, lists: RAM.start + 0x100n };
  return { machine: world.machines.get(domid)!, domain: world.host.domains.get(domid)!, scratch };
}

test.each([0, 1])('domain %i: a region is made, used and given up', (domid) => {
  const world = createWorld(HOSTS.arm, 'pin-v4');
  const guest = guestOf(world, domid);
  const { p2m, pins } = guest.domain;
  const region = createContiguousRegion(guest, 0x110n, 3, 20);
  if ('error' in region) throw new Error(`failed: ${region.error}`);
  // A device of 20 address bits reads the guest's pages at the address, one after the other.
  const first = region.dmaAddress >> 12n;
  expect(region.dmaAddress + (8n << 12n)).toBeLessThanOrEqual(1n << 20n);
  expect(first % 8n).toBe(0n);
  for (let i = 0n; i < 8n; i++) expect(p2m!.get(0x110n + i)?.mfn).toBe(first + i);
  expect(pins.size).toBe(8);
  expect(createContiguousRegion(guest, 0x110n, 3, 20)).toEqual({ error: -BigInt(errno.EINVAL) });

  expect(destroyContiguousRegion(guest, 0x110n, 3)).toBe(0n);
  expect(pins.size).toBe(0);
  expect(p2m!.get(0x110n)?.mfn).toBe(first);
  expect(destroyContiguousRegion(guest, 0x110n, 3)).toBe(-BigInt(errno.EINVAL));
  expect(brokenInvariants(world.host)).toEqual([]);
});

test('no fault makes the guest see a bug: failure is no progress, progress is success', () => {
  const region = fc.record({
    domid: fc.nat(1),
    gfn: fc.integer({ min: 0x10e, max: 0x134 }).map(BigInt),
    order: fc.oneof({ weight: 9, arbitrary: fc.nat(4) }, fc.constantFrom(9, 10, 18, 19, 64)),
    bits: fc.constantFrom(0, 13, 14, 18, 20, 21, 32),
    trouble: troubles,
    isKept: fc.boolean(),
  });
  const world = createWorld(HOSTS.arm, 'pin-v4');
  const seen = new Set<string>();
  fc.assert(
    fc.property(region, ({ domid, gfn, order, bits, trouble, isKept }) => {
      const guest = guestOf(world, domid);
      troubleWith(world, trouble);
      const made = createContiguousRegion(guest, gfn, order, bits);
      seen.add('error' in made ? String(made.error) : 'made');
      troubleWith(world, {});
      if (!isKept || 'error' in made) destroyContiguousRegion(guest, gfn, order);
      expect(brokenInvariants(world.host)).toEqual([]);
    }),
    { numRuns: RUNS },
  );
  const { EFAULT, EINVAL, ENOMEM, EPERM } = errno;
  for (const code of [EFAULT, EINVAL, ENOMEM, EPERM]) expect(seen).toContain(`-${code}`);
  expect(seen).toContain('made');
});
