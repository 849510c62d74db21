import { expect } from 'vitest';
import {
  DOMID_SELF,
  XENMAPSPACE_gmfn,
  XENMAPSPACE_grant_table,
  XENMEMF_populate_on_demand,
} from '../../../abi/index.js';
import { destroy } from '../../../src/hypervisor/index.js';
import { brokenInvariants } from '../../support/invariants.js';
import { pinned } from './pins.js';
import { row, type Row } from './row.js';
import { armU, exchange, hvm, pin, reserve, unpin } from './worlds.js';

const whole = { order: 9 };

/** unpin, and what must not happen to a pinned page. */
export const pinnedPages: readonly Row[] = [
  row('N12', 'unpin: the mapping and its content stay', 'the proposal', () => {
    const model = pinned();
    const { p2m, pins } = model.domain();
    const before = [...p2m!.entries()];
    expect([unpin(model, [0x40000], whole).result, pins.size]).toEqual([0n, 0]);
    expect([...p2m!.entries()]).toEqual(before);
  }),
  row('N13', 'unpin again: -EINVAL', 'inferred', () => {
    const model = pinned();
    expect(unpin(model, [0x40000], whole).result).toBe(0n);
    const before = model.state();
    expect(unpin(model, [0x40000], whole).result).toBe(-22n);
    expect(model.state()).toEqual(before);
  }),
  row('N14', 'one page of an extent unpinned; then the extent: -EINVAL', 'inferred', () => {
    const model = pinned();
    expect(unpin(model, [0x40005]).result).toBe(0n);
    expect(model.domain().pins.size).toBe(511);
    expect(unpin(model, [0x40000], whole).result).toBe(-22n);
    expect(model.domain().pins.size).toBe(511);
  }),
  row('N15', 'second of two not pinned: neither is unpinned', 'inferred', () => {
    const model = pinned();
    expect(unpin(model, [0x40000, 0x40200]).result).toBe(-22n);
    expect(unpin(model, [0x40000, 0x40000]).result).toBe(-22n);
    expect(model.domain().pins.size).toBe(512);
  }),
  row('N16', 'unpin nothing: 0', 'inferred', () => {
    expect(unpin(pinned(), []).result).toBe(0n);
    expect(unpin(armU(), [0x1000], { order: 10 }).result).toBe(-1n);
    expect(unpin(armU(), [0x1000], { domid: 9 }).result).toBe(-3n);
    expect(unpin(armU(), [0x10], { domid: 2 }).result).toBe(-1n);
  }),
  row('N17', 'decrease up to a pinned page', 'the proposal; XSA-252', () => {
    const model = pinned();
    expect(reserve(model, 'decrease_reservation', [0x3ffff, 0x40000]).result).toBe(1n);
    const { p2m, pins } = model.domain();
    expect(p2m!.get(0x3ffffn)).toBeUndefined();
    expect(pins.get(0x40000n)).toBe(p2m!.get(0x40000n)!.mfn);
  }),
  row('N18', 'decrease of an extent with one pinned page: none of it goes', 'inferred', () => {
    const model = pinned();
    expect(unpin(model, [0x40000], { order: 8 }).result).toBe(0n);
    for (const order of [7, 6, 5, 4, 3, 2, 1, 0])
      expect(unpin(model, [0x40100 + 2 ** order], { order }).result).toBe(0n);
    expect([...model.domain().pins.keys()]).toEqual([0x40100n]);
    const before = model.state();
    expect(reserve(model, 'decrease_reservation', [0x40000], whole).result).toBe(0n);
    expect(model.state()).toEqual(before);
  }),
  row('N19', 'plain exchange of a pinned page: -EINVAL', 'inferred', () => {
    const model = pinned();
    const before = model.state();
    const facts = { in: [0x40000], inOrder: 9, out: [0x40000], outOrder: 9 };
    expect(exchange(model, facts).result).toBe(-22n);
    expect(model.state()).toEqual(before);
  }),
  row('N20', 'remove_from_physmap of a pinned page: -EPERM', 'inferred', () => {
    const model = pinned();
    const before = model.state();
    const value = { domid: DOMID_SELF, gpfn: 0x40003 };
    expect(model.call('XENMEM_remove_from_physmap', { value }).result).toBe(-1n);
    expect(model.state()).toEqual(before);
  }),
  row('N21', 'mapping over a pinned page: -EPERM, in a batch for itself', 'XSA-378', () => {
    const model = pinned();
    const before = model.state();
    const value = { domid: DOMID_SELF, space: XENMAPSPACE_grant_table, gpfn: 0x40003 };
    expect(model.call('XENMEM_add_to_physmap', { value }).result).toBe(-1n);
    const done = model.call('XENMEM_add_to_physmap_batch', {
      value: { domid: DOMID_SELF, space: XENMAPSPACE_grant_table, u: { res0: 0 } },
      lists: { idxs: [0], gpfns: [0x40003], errs: [0] },
    });
    expect([done.result, ...done.list('errs', 1)]).toEqual([0n, -1n]);
    expect(model.state()).toEqual(before);
  }),
  row('5.7', 'moving a pinned page (x86): -EACCES', 'inferred', () => {
    const model = hvm({}, { interface: 'pin-v4' });
    pin(model, { in: [0x1000], out: [0x1000] });
    const value = { domid: DOMID_SELF, space: XENMAPSPACE_gmfn, idx: 0x1000, gpfn: 0x2000 };
    expect(model.call('XENMEM_add_to_physmap', { value }).result).toBe(-13n);
  }),
  row('N22', 'populate over a pinned page: 0', 'inferred', () => {
    const model = pinned();
    const before = model.state();
    for (const flags of [0, XENMEMF_populate_on_demand])
      expect(reserve(model, 'populate_physmap', [0x40003], { flags }).result).toBe(0n);
    expect(model.state()).toEqual(before);
  }),
  row('N24', 'once unpinned, an ordinary page: decrease 1', 'the proposal', () => {
    const model = pinned();
    unpin(model, [0x40000], whole);
    expect(reserve(model, 'decrease_reservation', [0x40000], whole).result).toBe(1n);
    expect(model.domain().totPages).toBe(0x500n);
  }),
  row('N25', 'a domain with pins destroyed: all pages are free again', 'inferred', () => {
    const model = pinned();
    const { host } = model;
    const domain = model.domain();
    reserve(model, 'claim_pages', undefined, { nr: 0x701, target: 0 });
    const free = host.heap!.size();
    destroy(host, domain);
    expect(host.heap!.size()).toBe(free + 0x700n);
    expect([domain.pins.size, domain.claim, domain.totPages]).toEqual([0, 0n, 0n]);
    expect(brokenInvariants(host)).toEqual([]);
  }),
  row('5.7', 'a dying domain gets no pins', 'inferred', () => {
    const model = armU();
    model.domain(1).isDying = true;
    const fields = { domid: 1 };
    const facts = { in: [0x1000], out: [0x1000], from: fields, to: fields, domid: 0 };
    expect(pin(model, facts).result).toBe(-22n);
  }),
];
