import { expect, test } from 'vitest';
import { errno } from '../../../abi/index.js';
import type * as domains from '../../../src/hypervisor/state/domain.js';
import type * as frames from '../../../src/hypervisor/state/frames.js';
import type * as handles from '../../../src/hypervisor/guest/handles.js';
import type * as limits from '../../../src/hypervisor/memory/limits.js';
import type * as stealing from '../../../src/hypervisor/memory/steal.js';
import { HYPERVISOR } from '../laws/world.js';
import { type Lab, model, mutant } from './mutant.js';
import { exchange, own, play, worldOf, worldWith } from './scenario.js';

/** Whether the call changed bytes of the hypervisor's own. */
function isOverwritten({ before, after }: ReturnType<typeof play>, domid: number): boolean {
  const [was, is] = [before, after].map(({ domains }) =>
    domains.get(domid)!.memory.find(({ start }) => start === HYPERVISOR.x86_64.start),
  );
  return Buffer.compare(was!.bytes, is!.bytes) !== 0;
}

test('XSA-29: a list of the hypervisor is refused, not written', async () => {
  // Exchange used accessors that check nothing. A guest pointed its output list at memory of the
  // hypervisor's own, and the new frame numbers overwrote it.
  const attack = (lab: Lab) => {
    const step = play(lab, worldOf(lab), exchange({ caller: 1, outPlace: 'hypervisor' }));
    return [step.result, isOverwritten(step, 1)];
  };
  expect(attack(await model())).toEqual([-BigInt(errno.EFAULT), false]);
  const open = await mutant<typeof handles>('guest/handles', () => ({ isListOkay: () => true }));
  // The list in hypervisor memory held page number 0x180: there it has the new frame instead.
  expect(attack(open)).toEqual([0n, true]);
});

test('XSA-212: the elements that are accessed are checked, not where the list begins', async () => {
  // The base of the list was checked, and then nr_exchanged elements were skipped without a
  // look: with the right distance, element nr_exchanged lies in the hypervisor's memory.
  const attack = (lab: Lab) => {
    const world = worldOf(lab);
    const distance = (HYPERVISOR.x86_64.start - 0x100100n) / 8n;
    return play(lab, world, exchange({ caller: 1, nrExchanged: distance, length: distance + 1n }));
  };
  const { result } = attack(await model());
  expect(result).toBe(-BigInt(errno.EFAULT));
  const baseOnly = await mutant<typeof handles>('guest/handles', ({ isListOkay }) => ({
    isListOkay: (context, start, _first, _end, size) => isListOkay(context, start, 0n, 1n, size),
  }));
  // The element was read: 0 is no page of the domain.
  expect(attack(baseOnly).result).toBe(-BigInt(errno.EINVAL));
});

test('XSA-158: an order above the caller’s is refused before anything else', async () => {
  // Orders up to the allocator's largest were open to every guest: one hypercall then worked on
  // its pages for as long as a gigabyte takes, with no chance of preemption.
  const attack = (lab: Lab) => {
    const frames = [{ mfn: 0x400, count: 0x800, pfn: 0 }];
    const pages = { totPages: 0x800, maxPages: 0x800 };
    const guest = { domid: 1, abi: 'x86_64', mode: 'pv', ...pages, frames } as const;
    return play(lab, worldWith(lab, guest), exchange({ inOrder: 10, outOrder: 10 })).result;
  };
  expect(attack(await model())).toBe(-BigInt(errno.EPERM));
  const any = await mutant<typeof limits>('memory/limits', () => ({ maxOrder: () => 18 }));
  expect(attack(any)).toBe(0n);
});

test('XSA-159: pages of a chunk that fails do not go back to a dying domain', async () => {
  // The way back after a failure assigned the stolen pages to the domain again and took it for
  // impossible that this fails; a domain that is being destroyed takes no pages.
  const attack = (lab: Lab) => {
    const world = worldOf(lab);
    world.host.domains.get(1)!.isDying = true;
    const ins = own(0, { at: 1, page: { from: 'other', n: 0 } });
    const call = exchange({ caller: 0, target: 1, outOrder: 1, ins });
    const { result, gained, broken } = play(lab, world, call);
    return { result, gained, broken };
  };
  const right = { result: -BigInt(errno.EINVAL), gained: -1n, broken: [] };
  expect(attack(await model())).toEqual(right);
  const kind = await mutant<typeof stealing>('memory/steal', () => ({
    giveBack: (_work, _stolen, result) => result,
  }));
  expect(attack(kind)).toEqual({ ...right, gained: 0n });
});

test('XSA-217: frames behind a P2M are not taken by a plain exchange', async () => {
  // A device model may have a page of an HVM guest mapped while the guest gives it away; the
  // frame was then somebody else's under a live mapping.
  const attack = (lab: Lab) => {
    const { result, after } = play(lab, worldOf(lab), exchange({ caller: 3 }));
    return [result, after.domains.get(3)!.p2m.get(0x100n)?.mfn === 0x200n];
  };
  expect(attack(await model())).toEqual([-BigInt(errno.EOPNOTSUPP), true]);
  const open = await mutant<typeof domains>('state/domain', () => ({
    isExternallyPaged: () => false,
  }));
  expect(attack(open)).toEqual([0n, false]);
});

test('XSA-231: a node that cannot be is refused', async () => {
  // The node in mem_flags indexed the allocator's tables unchecked: 0xfe is far behind them.
  const attack = (lab: Lab) =>
    play(lab, worldOf(lab), exchange({ caller: 0, outFlags: 0xff00 })).result;
  expect(attack(await model())).toBe(-BigInt(errno.EINVAL));
  const any = await mutant<typeof limits>('memory/limits', () => ({
    isNodeRefused: () => false,
  }));
  expect(attack(any)).toBe(0n);
});

test('XSA-287: a frame to which others hold references does not change hands', async () => {
  // steal_page dropped the references of the owner without a look at those of others: a page
  // mapped through a grant was freed and handed out again under the mapping.
  const attack = (lab: Lab) => {
    const held = { op: 'hold', caller: 1, page: { from: 'own', n: 0 } } as const;
    const { result, broken } = play(lab, worldOf(lab), held, exchange({}));
    return { result, isBroken: broken.length > 0 };
  };
  expect(attack(await model())).toEqual({ result: -BigInt(errno.EINVAL), isBroken: false });
  const blind = await mutant<typeof frames>('state/frames', () => ({
    isHeldByOwnerOnly: () => true,
  }));
  expect(attack(blind)).toEqual({ result: 0n, isBroken: true });
});
