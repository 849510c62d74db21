import { expect } from 'vitest';
import { XENMEMF_populate_on_demand, XENMEMF_vnode } from '../../../abi/index.js';
import { correctedRow, type Row, row } from './row.js';
import { arm, armU, hvm, pv, pv32, READ_ONLY, regions, reserve, span } from './worlds.js';

const decrease = 'decrease_reservation';
const populate = 'populate_physmap';
const increase = 'increase_reservation';

/** increase_reservation, decrease_reservation, populate_physmap: counts, never errors. */
export const reservations: readonly Row[] = [
  correctedRow(
    'R1',
    'decrease of 0x4000000 extents: 0, nothing changes',
    'memory.c, UINT_MAX >> 6',
    'recorded (dec_nr_ulmax_shr6): 0x3ffffff is a number like any other',
    () => {
      for (const model of [pv(), pv32()]) {
        const before = model.state();
        expect(reserve(model, decrease, [0x100, 0x101], { nr: 0x4000000 }).result).toBe(0n);
        expect(model.state()).toEqual(before);
      }
      // 32-bit: the whole list must lie below Xen, and this one does.
      expect(reserve(pv32(), decrease, [0x100, 0x101, 0], { nr: 0x3ffffff }).result).toBe(2n);
    },
  ),
  row('R2', 'second of three GFNs unmapped: 1, the third untouched', 'memory.c', () => {
    const model = hvm();
    expect(reserve(model, decrease, [0x1000, 0x5000, 0x1002]).result).toBe(1n);
    expect(model.host.frames.get(0x100n)?.owner).toBeUndefined();
    expect(model.domain().p2m!.get(0x1002n)?.mfn).toBe(0x102n);
    expect(model.domain().totPages).toBe(0xffn);
  }),
  correctedRow(
    'R3',
    'third page of an extent of order 2 unmapped: 0, and two pages are gone',
    'memory.c',
    'recorded (dec_o2_third_page_not_owned): totPages -2; the extent need not be aligned',
    () => {
      const model = pv();
      reserve(model, decrease, [0x107]);
      expect(reserve(model, decrease, [0x105], { order: 2 }).result).toBe(0n);
      const owners = span(0x105, 0x109).map((m) => model.host.frames.get(BigInt(m))?.owner);
      expect(owners).toEqual([undefined, undefined, undefined, 1]);
      expect(model.domain().totPages).toBe(0x100n - 3n);
    },
  ),
  row('R4', 'unknown domid, or the struct unreadable: 0', 'memory.c', () => {
    expect(reserve(pv(), decrease, [0x100], { target: 9 }).result).toBe(0n);
    expect(reserve(pv(), decrease, [0x100], { at: 0x4000_0000 }).result).toBe(0n);
  }),
  row('R5', 'start extent 5 of 3: 5', 'memory.c', () => {
    const model = pv();
    const before = model.state();
    expect(reserve(model, decrease, [0x100, 0x101, 0x102], { startExtent: 5 }).result).toBe(5n);
    expect(model.state()).toEqual(before);
  }),
  row('R6', "a domU on another domain's memory: 0", '76d4ff26d9', () => {
    const model = armU();
    const before = model.state();
    expect(reserve(model, decrease, [0x10], { target: 2 }).result).toBe(0n);
    expect(model.state()).toEqual(before);
    // The control domain may, and is told how far it came.
    expect(reserve(model, decrease, [0x10], { target: 2, domid: 0 }).result).toBe(1n);
  }),
  row('R7', 'populate tells a PV domain the MFN, a translated one nothing', 'd18627583d', () => {
    const told = pv();
    const done = reserve(told, populate, [0x9900]);
    const [mfn = 0n] = done.list('extent_start', 1);
    expect(done.result).toBe(1n);
    expect(told.host.frames.get(mfn)).toMatchObject({ owner: 1, pfn: 0x9900n });
    for (const model of [hvm(), arm()]) {
      const untold = reserve(model, populate, [0x9900]);
      expect([untold.result, ...untold.list('extent_start', 1)]).toEqual([1n, 0x9900n]);
      expect(model.domain().p2m!.get(0x9900n)?.type).toBe('rw');
    }
  }),
  row('R7', 'populate over a page that is there: silently replaced', 'memory.c', () => {
    const model = hvm();
    expect(reserve(model, populate, [0x1000]).result).toBe(1n);
    expect(model.host.frames.get(0x100n)).toMatchObject({ owner: 1, pfn: null });
    expect(model.domain().totPages).toBe(0x101n);
  }),
  row('R8', 'populate on demand for oneself: 0', 'XSA-30, 54c82f9962', () => {
    for (const model of [pv(), hvm(), arm()])
      expect(reserve(model, populate, [0x9900], { flags: XENMEMF_populate_on_demand }).result).toBe(
        0n,
      );
    const flags = { flags: XENMEMF_populate_on_demand, domid: 0, target: 1 };
    // For a PV domain it does nothing, and counts.
    expect(reserve(pv(), populate, [0x9900], flags).result).toBe(1n);
  }),
  row('R9', 'room for three of four: 3', 'memory.c, XSA-385', () => {
    const model = pv({ maxPages: 0x103 });
    const done = reserve(model, populate, span(0x9900, 0x9904));
    expect(done.result).toBe(3n);
    expect(done.list('extent_start', 4)[3]).toBe(0x9903n);
    expect(model.domain().totPages).toBe(0x103n);
  }),
  correctedRow(
    'R10',
    'address bits 12: 0; 0xff: no limit',
    'memory.c, host width',
    'recorded: 1 to 13 never succeed; from the width of the host on there is no limit',
    () => {
      const bits = (flags: number): bigint => reserve(pv(), populate, [0x9900], { flags }).result;
      expect([bits(12), bits(13), bits(0xff), bits(25)]).toEqual([0n, 0n, 1n, 1n]);
    },
  ),
  correctedRow(
    'R11',
    'a directly mapped domain gets back the very frame',
    '36a31eb693',
    'recorded: its totPages never moves, max_pages is not looked at, and its GFN faults meanwhile',
    () => {
      const frames = [{ gfn: 0x100, mfn: 0x100, count: 0x100 }];
      const facts = { domid: 0, privileged: true, directMapped: true, maxPages: 0x100, frames };
      const model = hvm(facts, { abi: 'arm64' });
      expect(reserve(model, decrease, [0x150]).result).toBe(1n);
      expect(model.domain().p2m!.get(0x150n)).toBeUndefined();
      expect(model.domain().memory.isWritable(0x150000n, 1)).toBe(false);
      expect(reserve(model, populate, [0x150]).result).toBe(1n);
      expect(model.domain().p2m!.get(0x150n)?.mfn).toBe(0x150n);
      expect(model.domain().totPages).toBe(0x100n);
      expect(reserve(model, populate, [0x250]).result).toBe(0n);
    },
  ),
  correctedRow(
    'R12',
    'increase with a NULL list: done, and nothing written',
    'memory.c',
    'recorded (inc_null_handle_x2, inc_unmapped_handle): an unwritable list leaves the page, uncounted',
    () => {
      const model = pv();
      const done = reserve(model, increase, undefined, { nr: 3, order: 1 });
      expect(done.result).toBe(3n);
      expect(model.domain().totPages).toBe(0x106n);
      const list = { address: READ_ONLY, elements: [0] };
      expect(reserve(model, increase, undefined, { lists: { extent_start: list } }).result).toBe(
        0n,
      );
      expect(model.domain().totPages).toBe(0x107n);
      expect(reserve(hvm(), increase, [7]).list('extent_start', 1)).toEqual([7n]);
    },
  ),
  row('3.1', 'a virtual node beyond the topology: 0; without one it is ignored', 'memory.c', () => {
    const flags = XENMEMF_vnode | (3 << 8);
    const vnuma = { nodes: 2, distances: [10, 20, 20, 10], vcpus: [0, 1], ranges: [] };
    expect(reserve(hvm({ vnuma }), populate, [0x9900], { flags }).result).toBe(0n);
    expect(reserve(hvm(), populate, [0x9900], { flags }).result).toBe(1n);
  }),
  row(
    '7.1',
    'a page that is in use: decrease counts, the page stays and is no input',
    'recorded',
    () => {
      const frames = [{ mfn: 0x100, count: 4, pfn: 0x9000, mapped: true }];
      const model = pv({ frames, regions });
      expect(reserve(model, decrease, [0x100, 0x100]).result).toBe(2n);
      expect(model.domain().totPages).toBe(4n);
      expect(model.host.frames.get(0x100n)).toMatchObject({ owner: 1, pfn: 0x9000n });
    },
  ),
  row('3.1', 'a granted page: given up at once, freed when the grant goes', 'memory.c', () => {
    const model = pv();
    model.hold(0x100n);
    expect(reserve(model, decrease, [0x100]).result).toBe(1n);
    expect(model.domain().totPages).toBe(0x100n);
    model.release(0x100n);
    expect(model.domain().totPages).toBe(0xffn);
    expect(model.host.frames.get(0x100n)?.owner).toBeUndefined();
  }),
  row('3.1', 'a dying domain gets no more memory, but may give up some', 'XSA-147, XSA-159', () => {
    const model = pv();
    model.domain(1).isDying = true;
    expect(reserve(model, populate, [0x9900], { domid: 0, target: 1 }).result).toBe(0n);
    expect(reserve(model, decrease, [0x100], { domid: 0, target: 1 }).result).toBe(1n);
  }),
];
