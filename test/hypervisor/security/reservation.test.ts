import { expect, test } from 'vitest';
import type * as allocating from '../../../src/hypervisor/state/pages-of-domains.js';
import type * as hosts from '../../../src/hypervisor/state/host.js';
import type * as limits from '../../../src/hypervisor/memory/limits.js';
import type * as pinning from '../../../src/hypervisor/state/pins.js';
import { errno } from '../../../abi/index.js';
import { type Lab, model, mutant } from './mutant.js';
import { exchange, own, play, reservation, worldOf, worldWith } from './scenario.js';

const ON_DEMAND = 1 << 16;

test('XSA-30: nobody marks its own memory populate-on-demand', async () => {
  // The marking was meant for a domain that is being built; a running guest that marked its own
  // memory and failed half-way left a lock held.
  const attack = (lab: Lab) => {
    const extents = own(0);
    const call = reservation({ op: 'populate_physmap', flags: ON_DEMAND, extents });
    return play(lab, worldOf(lab), call).result;
  };
  expect(attack(await model())).toBe(0n);
  const open = await mutant<typeof limits>('memory/limits', () => ({
    isOnDemandRefused: () => false,
  }));
  expect(attack(open)).toBe(1n);
});

test('XSA-31: an order is bounded before the first page of the extent is touched', async () => {
  // The order was the exponent of a loop and nobody looked at it: 2^63 pages, and those of the
  // guest's that come first are gone when the loop meets one that is not its own.
  const attack = (lab: Lab) => {
    const { result, gained } = play(lab, worldOf(lab), reservation({ order: 63 }));
    return [result, gained];
  };
  expect(attack(await model())).toEqual([0n, 0n]);
  const any = await mutant<typeof limits>('memory/limits', () => ({ maxOrder: () => 63 }));
  expect(attack(any)).toEqual([0n, -48n]);
});

test('XSA-252: decrease does not undo a pin on its way', async () => {
  // decrease_reservation dropped the pin of a page-table page as a side effect and freed the
  // page under the tables that used it. The pins of 2013 are to hold in the same way.
  const attack = (lab: Lab) => {
    const pin = exchange({ op: 'exchange_and_pin', caller: 3 });
    const drop = reservation({
      caller: 3,
      extents: { first: { from: 'pinned', n: 0 }, isRepeated: false },
    });
    const { result, broken } = play(lab, worldOf(lab), pin, drop);
    return { result, isBroken: broken.length > 0 };
  };
  expect(attack(await model())).toEqual({ result: 0n, isBroken: false });
  const blind = await mutant<typeof pinning>('state/pins', () => ({ isAnyPinned: () => false }));
  expect(attack(blind)).toEqual({ result: 1n, isBroken: true });
});

test('XSA-378: a guarded mapping is neither replaced nor removed', async () => {
  // Entries of the P2M that a device relies on could be overwritten by their guest through the
  // physmap calls. A pinned page is one that a device relies on.
  const pinned = { from: 'pinned', n: 0 } as const;
  const attack = (lab: Lab, op: 'add_to_physmap' | 'remove_from_physmap') => {
    const pin = exchange({ op: 'exchange_and_pin', caller: 3 });
    const page = { from: 'raw', n: 0 } as const;
    const call = { op, caller: 3, space: 0, size: 0, idx: page, gpfn: pinned, foreign: 0 } as const;
    const { result, broken } = play(lab, worldOf(lab), pin, call);
    return { result, isBroken: broken.length > 0 };
  };
  const right = { result: -BigInt(errno.EPERM), isBroken: false };
  const real = await model();
  expect(attack(real, 'add_to_physmap')).toEqual(right);
  expect(attack(real, 'remove_from_physmap')).toEqual(right);
  const open = await mutant<typeof pinning>('state/pins', () => ({ isPinned: () => false }));
  expect(attack(open, 'add_to_physmap')).toEqual({ result: 0n, isBroken: true });
  expect(attack(open, 'remove_from_physmap')).toEqual({ result: 0n, isBroken: true });
});

test('XSA-385: max_pages is compared without overflow', async () => {
  // The sum of the pages a domain has and those it asks for was 32 bits wide: close to 2^32 it
  // wrapped, and the domain got all the memory that it wanted.
  const attack = (lab: Lab) => {
    const pages = { totPages: 0xfffffff0, maxPages: 0xffffffff };
    const frames = [{ mfn: 0x400, count: 1, pfn: 0 }];
    const guest = { domid: 1, abi: 'x86_64', mode: 'pv', ...pages, frames } as const;
    const call = reservation({ op: 'increase_reservation', order: 5 });
    return play(lab, worldWith(lab, guest), call).result;
  };
  expect(attack(await model())).toBe(0n);
  const narrow = await mutant<typeof allocating>('state/pages-of-domains', () => ({
    isOverLimit: ({ totPages = 0n, maxPages = 0n }, order) =>
      BigInt.asUintN(32, totPages + (1n << BigInt(order))) > maxPages,
  }));
  expect(attack(narrow)).toBe(1n);
});

test('XSA-388: pages of an extent are those from its first on, however it is aligned', async () => {
  // Code took it for granted that an extent begins at a multiple of its size and rounded down:
  // it then looked at other pages than it worked on.
  const attack = (lab: Lab) => {
    const pin = exchange({ op: 'exchange_and_pin', caller: 3, ins: own(4) });
    const drop = reservation({ caller: 3, order: 2, extents: own(2) });
    const { result, broken } = play(lab, worldOf(lab), pin, drop);
    return { result, isBroken: broken.length > 0 };
  };
  expect(attack(await model())).toEqual({ result: 0n, isBroken: false });
  const rounding = await mutant<typeof pinning>('state/pins', ({ isAnyPinned }) => ({
    isAnyPinned: (domain, gmfn, order) =>
      isAnyPinned(domain, (gmfn >> BigInt(order)) << BigInt(order), order),
  }));
  expect(attack(rounding)).toEqual({ result: 1n, isBroken: true });
});

test('XSA-389: the counters follow what really changed, also half-way', async () => {
  // An update of several pages that failed in the middle left the statistics as though none of
  // it had happened.
  const attack = (lab: Lab) => {
    const { result, gained, broken } = play(
      lab,
      worldOf(lab),
      reservation({ order: 2, extents: own(46) }),
    );
    return { result, gained, isBroken: broken.length > 0 };
  };
  expect(attack(await model())).toEqual({ result: 0n, gained: -2n, isBroken: false });
  const late = await mutant<typeof hosts>('state/host', ({ freeFrame }) => ({
    giveUp: (host, _domain, mfn) => freeFrame(host, mfn),
  }));
  expect(attack(late)).toEqual({ result: 0n, gained: 0n, isBroken: true });
});
