import { expect } from 'vitest';
import {
  DOMID_SELF,
  DOMID_XEN,
  XENMAPSPACE_dev_mmio,
  XENMAPSPACE_gmfn,
  XENMAPSPACE_gmfn_foreign,
  XENMAPSPACE_gmfn_range,
  XENMAPSPACE_grant_table,
  XENMAPSPACE_shared_info,
} from '../../../abi/index.js';
import type { Bench, Done } from '../../support/scenario.js';
import { correctedRow, type Row, row } from './row.js';
import { arm, arm0, hvm, pv, pvh0, regions } from './worlds.js';

interface AddFacts {
  readonly size?: number;
  readonly idx?: number | bigint;
  readonly gpfn?: number | bigint;
  readonly domid?: number;
  readonly startExtent?: number;
}

const ALL_ONES = (1n << 64n) - 1n;

const add = (
  { call }: Bench,
  space: number,
  { startExtent = 0, ...facts }: AddFacts = {},
): bigint =>
  call('XENMEM_add_to_physmap', {
    value: { domid: DOMID_SELF, space, gpfn: 0x2000, ...facts },
    startExtent,
  }).result;

function batch(
  { call }: Bench,
  space: number,
  idxs: readonly number[],
  gpfns: readonly (number | bigint)[],
  { startExtent = 0, foreign = 0 } = {},
): Done {
  const u = space === XENMAPSPACE_gmfn_foreign ? { foreign_domid: foreign } : { res0: 0 };
  const errs = idxs.map(() => 0x55);
  return call('XENMEM_add_to_physmap_batch', {
    value: { domid: DOMID_SELF, space, u },
    lists: { idxs, gpfns, errs },
    startExtent,
  });
}

const remove = ({ call }: Bench, gpfn: number): bigint =>
  call('XENMEM_remove_from_physmap', { value: { domid: DOMID_SELF, gpfn } }).result;

/** The physical address space of translated domains. */
export const physmap: readonly Row[] = [
  row('P1', 'start extent 0x10000: -EDOM', 'memory.c', () => {
    expect(add(hvm(), XENMAPSPACE_gmfn, { startExtent: 0x10000 })).toBe(-33n);
    expect(batch(hvm(), XENMAPSPACE_gmfn, [], [], { startExtent: 0x10000 }).result).toBe(-33n);
  }),
  row('P2', 'space gmfn_foreign outside a batch: -ENOSYS', 'memory.c', () => {
    expect(add(hvm(), XENMAPSPACE_gmfn_foreign)).toBe(-38n);
    // Even for a domain that does not exist.
    expect(add(hvm(), XENMAPSPACE_gmfn_foreign, { domid: 9 })).toBe(-38n);
  }),
  row('P3', 'a PV target: -EACCES', 'memory.c', () => {
    expect(add(pv(), XENMAPSPACE_gmfn)).toBe(-13n);
  }),
  row('P4', 'gpfn all-ones: -EINVAL', 'memory.c', () => {
    expect(add(hvm(), XENMAPSPACE_shared_info, { gpfn: ALL_ONES })).toBe(-22n);
    expect(batch(hvm(), XENMAPSPACE_gmfn, [0x1000], [ALL_ONES]).result).toBe(-22n);
  }),
  correctedRow(
    'P5',
    'gmfn on Arm: -ENOSYS; unknown space 9: x86 -EINVAL, Arm -ENOSYS',
    'arch mm.c',
    'recorded: a gmfn_range of size 0 is 0 on Arm, too',
    () => {
      expect(add(arm(), XENMAPSPACE_gmfn, { idx: 0x1000 })).toBe(-38n);
      expect([add(hvm(), 9), add(arm(), 9)]).toEqual([-22n, -38n]);
      expect(add(arm(), XENMAPSPACE_gmfn_range, { size: 1 })).toBe(-38n);
      expect(add(arm(), XENMAPSPACE_gmfn_range)).toBe(0n);
    },
  ),
  row('P6', 'a range past the last GFN: -EOVERFLOW', 'memory.c', () => {
    const range = { size: 2, gpfn: ALL_ONES - 1n };
    expect(add(hvm(), XENMAPSPACE_gmfn_range, range)).toBe(-75n);
    expect(add(hvm(), XENMAPSPACE_gmfn_range, { size: 2, idx: ALL_ONES - 1n })).toBe(-75n);
    expect(add(hvm(), XENMAPSPACE_gmfn_range, { size: 1, startExtent: 2 })).toBe(-84n);
  }),
  row('3.5', 'x86: a range moves; what was there is freed; one hole ends it', 'memory.c', () => {
    const model = hvm();
    const { p2m } = model.domain();
    expect(add(model, XENMAPSPACE_gmfn_range, { size: 3, idx: 0x1000, gpfn: 0x1010 })).toBe(0n);
    expect(p2m!.get(0x1012n)?.mfn).toBe(0x102n);
    expect(p2m!.get(0x1002n)).toBeUndefined();
    expect(model.host.frames.get(0x112n)?.owner).toBeUndefined();
    expect(model.domain().totPages).toBe(0xfdn);
    const short = { size: 3, idx: 0x10fe, gpfn: 0x2000 };
    expect(add(model, XENMAPSPACE_gmfn_range, short)).toBe(-22n);
    expect(p2m!.get(0x2001n)?.mfn).toBe(0x1ffn);
    // Forwards, an overlapping range eats itself (4.17).
    const eaten = hvm();
    const overlap = { size: 3, idx: 0x1000, gpfn: 0x1001 };
    expect(add(eaten, XENMAPSPACE_gmfn_range, overlap)).toBe(0n);
    expect(eaten.domain().p2m!.get(0x1003n)?.mfn).toBe(0x100n);
  }),
  row('P7', 'an empty batch: 0; with a start extent: -EILSEQ', 'memory.c', () => {
    expect(batch(hvm(), XENMAPSPACE_gmfn, [], []).result).toBe(0n);
    expect(batch(hvm(), XENMAPSPACE_gmfn, [], [], { startExtent: 1 }).result).toBe(-84n);
  }),
  row(
    'P8',
    'three foreign pages, the second unmapped: 0 and its own error',
    'p2m_add_foreign',
    () => {
      const model = pvh0();
      const foreign = { foreign: 2 };
      const gpfns = [0x3000, 0x3001, 0x1002];
      const done = batch(model, XENMAPSPACE_gmfn_foreign, [0x10, 0x500, 0x12], gpfns, foreign);
      expect(done.result).toBe(0n);
      expect(done.list('errs', 3)).toEqual([0n, -22n, 0n]);
      expect(model.domain().p2m!.get(0x3000n)).toEqual({ mfn: 0x1200n, type: 'foreign' });
      // The page that was at 0x1002 has been given back.
      expect(model.host.frames.get(0x102n)?.owner).toBeUndefined();
      // A foreign page goes with its mapping, and only so.
      expect(
        batch(model, XENMAPSPACE_gmfn_foreign, [0x11], [0x3000], foreign).list('errs', 1),
      ).toEqual([-6n]);
      expect(remove(model, 0x3000)).toBe(0n);
      expect(model.host.frames.get(0x1200n)?.references).toBe(0);
    },
  ),
  row('3.6', 'whose pages may be mapped, and into whom', 'p2m_add_foreign, xsm/dummy.h', () => {
    const into = (model: Bench, foreign: number): bigint[] =>
      batch(model, XENMAPSPACE_gmfn_foreign, [0x10], [0x3000], { foreign }).list('errs', 1);
    expect(into(pvh0(), 9)).toEqual([-3n]);
    expect(into(pvh0(), 0)).toEqual([-1n]);
    expect(into(pvh0(), DOMID_SELF)).toEqual([-3n]);
    expect(into(hvm(), 2)).toEqual([-1n]);
    // It is the target that must be allowed, not only its caller.
    const value = { domid: 1, space: XENMAPSPACE_gmfn_foreign, u: { foreign_domid: 2 } };
    const lists = { idxs: [0x10], gpfns: [0x3000], errs: [0] };
    const done = hvm().call('XENMEM_add_to_physmap_batch', { value, lists, domid: 0 });
    expect(done.list('errs', 1)).toEqual([-1n]);
    // A page of a domain is none of Xen's own.
    const owned = batch(pvh0(), XENMAPSPACE_gmfn_foreign, [0x100], [0x3000], {
      foreign: DOMID_XEN,
    });
    expect(owned.list('errs', 1)).toEqual([-22n]);
  }),
  row('P9', 'space gmfn_range in a batch: -EOPNOTSUPP', 'memory.c', () => {
    expect(batch(hvm(), XENMAPSPACE_gmfn_range, [0x1000], [0x2000]).result).toBe(-95n);
  }),
  row('P10', 'removing nothing: -ENOENT; a page stays its domain’s', 'memory.c', () => {
    const model = hvm();
    expect(remove(model, 0x5000)).toBe(-2n);
    expect(remove(model, 0x1000)).toBe(0n);
    expect(model.host.frames.get(0x100n)).toMatchObject({ owner: 1, pfn: null });
    model.domain().p2m!.set(0x3000n, { mfn: 0x1200n, type: 'grant' });
    model.host.frames.change(0x1200n, { references: 1 });
    expect(remove(model, 0x3000)).toBe(-2n);
  }),
  correctedRow(
    '3.5',
    'Arm: a page of Xen’s is at one place only',
    'arch/arm/mm.c',
    'recorded (add_to_physmap_shared_info_dom0): -EBUSY at the same GFN, too; mapping over it frees it',
    () => {
      const model = arm();
      expect(add(model, XENMAPSPACE_shared_info, { gpfn: 0x2000 })).toBe(0n);
      expect(add(model, XENMAPSPACE_shared_info, { gpfn: 0x2000 })).toBe(-16n);
      expect(add(model, XENMAPSPACE_grant_table, { gpfn: 0x2000 })).toBe(0n);
      expect(add(model, XENMAPSPACE_shared_info, { gpfn: 0x2001 })).toBe(0n);
      expect(add(model, XENMAPSPACE_shared_info, { idx: 1, gpfn: 0x2002 })).toBe(-22n);
    },
  ),
  row('3.5', 'device memory is for the hardware domain itself: -EACCES', 'memory.c', () => {
    for (const model of [arm(), hvm()]) {
      expect(add(model, XENMAPSPACE_dev_mmio)).toBe(-13n);
      expect(batch(model, XENMAPSPACE_dev_mmio, [0x10], [0x3000]).result).toBe(-13n);
      // Before XSM is asked, and whoever asks.
      expect(add(model, XENMAPSPACE_dev_mmio, { domid: 2 })).toBe(-13n);
    }
    expect(add(arm0(), XENMAPSPACE_dev_mmio, { domid: 2 })).toBe(-13n);
    expect(add(arm0(), XENMAPSPACE_dev_mmio)).toBe(0n);
    expect(batch(arm0(), XENMAPSPACE_dev_mmio, [0x10], [0x3000]).list('errs', 1)).toEqual([0n]);
  }),
  row('3.5', 'grant frames as many as the table may have', 'grant_table.c', () => {
    const model = hvm({ grantFrames: 4, regions });
    expect(add(model, XENMAPSPACE_grant_table, { idx: 3 })).toBe(0n);
    expect(add(model, XENMAPSPACE_grant_table, { idx: 4 })).toBe(-22n);
  }),
];
