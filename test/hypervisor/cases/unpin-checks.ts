import { expect } from 'vitest';
import { DOMID_SELF } from '../../../abi/index.js';
import type { CallFacts } from '../../../src/hypervisor/index.js';
import type { Bench } from '../../support/scenario.js';
import { row, type Row } from './row.js';
import { arm0, armU, IN_LIST, pin, pv, regions, unpin } from './worlds.js';

/** Where no guest has memory. */
const NOWHERE = 0x4000_0000n;
const ULONG_MAX = (1n << 64n) - 1n;

/** unpin of a list that need not be there; nothing that it refuses changes anything. */
function refused(
  model: Bench,
  reservation: Record<string, unknown>,
  place: Pick<CallFacts, 'at' | 'startExtent'> = {},
): bigint {
  const before = model.state();
  const value = { in: { domid: DOMID_SELF, nr_extents: 1, extent_start: IN_LIST, ...reservation } };
  const { result } = model.call('XENMEM_unpin', { value, ...place });
  expect(model.state()).toEqual(before);
  return result;
}

/** Arm's control domain with GFN 0x40000 pinned, which its list names. */
function pinnedOne(): Bench {
  const model = arm0();
  expect(pin(model, { in: [0x40000], out: [0x40000] }).result).toBe(0n);
  return model;
}

/** The checks of unpin, and their order: where two fail the first is told. */
export const unpinChecks: readonly Row[] = [
  row('5.6', 'a start extent: -EINVAL before the argument is read', 'inferred: as exchange', () => {
    expect(refused(pinnedOne(), {}, { startExtent: 1 })).toBe(-22n);
    expect(refused(pinnedOne(), {}, { startExtent: 1, at: NOWHERE })).toBe(-22n);
  }),
  row('5.6', 'argument out of reach: -EFAULT', 'inferred', () => {
    expect(refused(pinnedOne(), {}, { at: NOWHERE })).toBe(-14n);
  }),
  row('5.6', 'the largest order is allowed: -EINVAL, not -EPERM', 'inferred: as exchange', () => {
    expect(unpin(armU(), [0x1000], { order: 9 }).result).toBe(-22n);
    expect(unpin(armU(), [0x1000], { order: 10 }).result).toBe(-1n);
  }),
  row('5.6', 'nr_extents 2^63 of order 1: -EINVAL before the list', 'inferred: as exchange', () => {
    const far = { extent_start: NOWHERE };
    expect(refused(pinnedOne(), { ...far, extent_order: 1, nr_extents: 1n << 63n })).toBe(-22n);
    // As many as there are numbers do not overflow: the list is what fails.
    expect(refused(pinnedOne(), { ...far, nr_extents: ULONG_MAX })).toBe(-14n);
  }),
  row('5.6', 'no extents: 0, whatever the list and the domain', 'inferred', () => {
    expect(refused(pinnedOne(), { nr_extents: 0, domid: 9, extent_start: NOWHERE })).toBe(0n);
  }),
  row('5.6', "a list in the hypervisor's half: -EFAULT before the domain", 'inferred', () => {
    const xen = 0xffff_8300_0000_0000n;
    const memory = [...regions, { start: xen, end: xen + 0x1000n }];
    const model = pv({ regions: memory }, { interface: 'pin-v4' });
    const done = pin(model, { in: [0x100], out: [0x9000] });
    // The pinned frame's number lies there for the taking; a PV guest's pins are of MFNs.
    const [mfn = 0n] = done.list('out.extent_start', 1);
    const number = new Uint8Array(8);
    new DataView(number.buffer).setBigUint64(0, mfn, true);
    model.domain().memory.show(xen, number);
    expect(refused(model, { extent_start: xen })).toBe(-14n);
    expect(refused(model, { extent_start: xen, domid: 9 })).toBe(-14n);
  }),
  row('5.6', 'an element out of reach: -EFAULT, none unpinned', 'inferred', () => {
    expect(refused(pinnedOne(), { extent_start: NOWHERE })).toBe(-14n);
    const model = pinnedOne();
    const end = regions[0]!.end - 8n;
    const number = new Uint8Array([0, 0, 4, 0, 0, 0, 0, 0]);
    model.domain().memory.show(end, number);
    expect(refused(model, { extent_start: end, nr_extents: 2 })).toBe(-14n);
    const value = { in: { domid: DOMID_SELF, nr_extents: 1, extent_start: end } };
    expect(model.call('XENMEM_unpin', { value }).result).toBe(0n);
  }),
];
