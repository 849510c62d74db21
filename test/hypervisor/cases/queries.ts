import { expect } from 'vitest';
import { DOMID_SELF, XENMEM_resource_grant_table } from '../../../abi/index.js';
import type { Bench, Done } from '../../support/scenario.js';
import { correctedRow, type Row, row } from './row.js';
import { arm, control, hvm, pv, pv32, regions, reserve, span } from './worlds.js';

const claim = (model: Bench, nr: number, target = 1): bigint =>
  reserve(model, 'claim_pages', undefined, { nr, target, domid: 0 }).result;

const acquire = (model: Bench, value: Record<string, unknown>): Done =>
  model.call('XENMEM_acquire_resource', {
    value: { domid: 1, type: XENMEM_resource_grant_table, ...value },
    domid: 0,
  });

const vnuma = {
  nodes: 2,
  distances: [10, 20, 20, 10],
  vcpus: [0, 0, 1],
  ranges: [
    { start: 0, end: 0x40000000, nid: 0 },
    { start: 0x40000000, end: 0x80000000, nid: 1 },
  ],
};
const vnumaInfo = (model: Bench, value: Record<string, unknown>): Done =>
  model.call('XENMEM_get_vnumainfo', {
    value: { domid: DOMID_SELF, ...value },
    lists: {
      'vdistance.h': [0, 0, 0, 0],
      'vcpu_to_vnode.h': [0, 0, 0],
      'vmemrange.h': [{}, {}],
    },
  });

const query = (model: Bench, name: string, domid: number, startExtent = 0): bigint =>
  model.call(`XENMEM_${name}`, { value: { domid }, startExtent }).result;

const e820 = (addr: number) => ({ addr, size: 0x1000, type: 1 });

/** Questions, and claims. */
export const queries: readonly Row[] = [
  row('Q1', 'claim for DOMID_SELF: -EINVAL', 'memory.c', () => {
    expect(claim(pv(), 0x110, DOMID_SELF)).toBe(-22n);
  }),
  correctedRow(
    'Q2',
    'a second claim: -EINVAL; 0 drops it',
    'page_alloc.c',
    'recorded (claim_*): -ENOSYS for every 32-bit caller',
    () => {
      const model = pv();
      expect([claim(model, 0x110), claim(model, 0x120)]).toEqual([0n, -22n]);
      expect(model.domain().claim).toBe(0x10n);
      expect([claim(model, 0), claim(model, 0x120)]).toEqual([0n, 0n]);
      expect([claim(pv(), 0x100), claim(pv(), 0x201)]).toEqual([-22n, -22n]);
      expect(claim(pv32(), 0x110)).toBe(-38n);
    },
  ),
  row('3.4', 'a claim shrinks as pages come, and keeps others from them', 'page_alloc.c', () => {
    // 256 pages are free, and no more.
    const free = { host: { maxPage: 0x1000 } };
    const guest = { domid: 1, frames: [{ mfn: 0, count: 0x700, pfn: 0 }], regions };
    const dom0 = { ...control('pv'), frames: [{ mfn: 0x800, count: 0x800, pfn: 0 }] };
    const both = [
      { ...guest, maxPages: 0x900 },
      { ...dom0, maxPages: 0x1000 },
    ];
    const model = pv({}, { ...free, domains: both });
    expect(claim(model, 0x801)).toBe(-12n);
    expect(claim(model, 0x7f0)).toBe(0n);
    expect(reserve(model, 'increase_reservation', undefined, { nr: 0x20 }).result).toBe(0x20n);
    expect(model.domain().claim).toBe(0xd0n);
    const others = reserve(model, 'increase_reservation', undefined, { nr: 0x20, domid: 0 });
    expect(others.result).toBe(0x10n);
    // An exchange asks for nobody, and gets nothing that is claimed.
    const value = { in: { domid: DOMID_SELF }, out: { domid: DOMID_SELF } };
    const lists = { 'in.extent_start': [0x10], 'out.extent_start': [0x10] };
    expect(model.call('XENMEM_exchange', { value, lists }).result).toBe(-12n);
    expect(claim(model, 0)).toBe(0n);
    expect(model.call('XENMEM_exchange', { value, lists }).result).toBe(0n);
  }),
  row('Q3', 'how many frames a resource has', 'memory.c, XSA-334', () => {
    const model = hvm({ grantFrames: 64, regions });
    const size = acquire(model, {});
    expect([size.result, size.field('nr_frames')]).toEqual([0n, 64]);
    const result = (value: Record<string, unknown>): bigint => acquire(model, value).result;
    expect(result({ nr_frames: 1 })).toBe(-22n);
    expect(result({ pad: 1 })).toBe(-22n);
    expect(result({ frame: 1n << 32n })).toBe(-22n);
    expect([result({ domid: 0 }), result({ domid: DOMID_SELF }), result({ domid: 9 })]).toEqual([
      -1n,
      -3n,
      -3n,
    ]);
    expect(result({ nr_frames: 1, frame: 64, frame_list: 0x101000 })).toBe(-22n);
    const other = { value: { domid: 2, type: XENMEM_resource_grant_table } };
    // Without the hardware domain's leave to hold others' pages, before anything is looked at.
    expect(model.call('XENMEM_acquire_resource', other).result).toBe(-13n);
  }),
  row('Q4', 'a virtual topology: too little room -ENOBUFS, with what is needed', 'memory.c', () => {
    const model = hvm({ vnuma });
    const small = vnumaInfo(model, { nr_vnodes: 1, nr_vcpus: 3 });
    const counts = ['nr_vnodes', 'nr_vcpus', 'nr_vmemranges'];
    expect(small.result).toBe(-105n);
    expect(counts.map((name) => small.field(name))).toEqual([2, 3, 2]);
    const done = vnumaInfo(model, { nr_vnodes: 2, nr_vcpus: 3 });
    expect(done.result).toBe(0n);
    expect(done.list('vdistance.h', 4)).toEqual([10n, 20n, 20n, 10n]);
    expect(done.list('vcpu_to_vnode.h', 3)).toEqual([0n, 0n, 1n]);
    expect(vnumaInfo(model, { nr_vnodes: 2, nr_vcpus: 2 }).result).toBe(-105n);
    expect(vnumaInfo(model, { pad: 1 }).result).toBe(-22n);
    expect(vnumaInfo(model, { domid: 9 }).result).toBe(-3n);
    expect(vnumaInfo(model, { domid: 2 }).result).toBe(-1n);
    expect(vnumaInfo(hvm(), {}).result).toBe(-95n);
  }),
  row('Q5', 'memory_map with a start extent: -ENOSYS; on Arm always', 'arch mm.c', () => {
    expect(hvm().call('XENMEM_memory_map', { startExtent: 1 }).result).toBe(-38n);
    expect(arm().call('XENMEM_memory_map').result).toBe(-38n);
  }),
  row('3.4', 'a memory map is what set_memory_map left, cut to the room', 'x86/mm.c', () => {
    const model = hvm();
    const map = (entries: readonly object[], nr = entries.length): bigint =>
      model.call('XENMEM_set_memory_map', {
        value: { domid: 1, map: { nr_entries: nr } },
        lists: { 'map.buffer': entries },
        domid: 0,
      }).result;
    const read = (nr: number): Done =>
      model.call('XENMEM_memory_map', { lists: { buffer: span(0, nr).map(() => ({})) } });
    expect([map([], 1025), map([e820(0), e820(0x1000), e820(0x2000)])]).toEqual([-22n, 0n]);
    expect([read(5).result, read(5).field('nr_entries')]).toEqual([0n, 3]);
    expect([read(2).result, read(2).field('nr_entries')]).toEqual([0n, 2]);
    expect([map([]), read(5).result]).toEqual([0n, -38n]);
  }),
  row('Q6', 'one number of one domain: unknown -ESRCH, start extent -EINVAL', 'memory.c', () => {
    const model = pv({ maxGpfn: 0x90ff });
    expect(query(model, 'maximum_gpfn', 9)).toBe(-3n);
    expect(query(model, 'maximum_gpfn', DOMID_SELF, 1)).toBe(-22n);
    expect(query(model, 'maximum_gpfn', DOMID_SELF)).toBe(0x90ffn);
    expect(query(model, 'current_reservation', DOMID_SELF)).toBe(0x100n);
    expect(query(model, 'maximum_reservation', DOMID_SELF)).toBe(0x200n);
    expect(query(model, 'current_reservation', 2)).toBe(-1n);
    expect(model.call('XENMEM_maximum_ram_page').result).toBe(0x2000n);
    expect(model.call('XENMEM_maximum_ram_page', { startExtent: 1 }).result).toBe(-22n);
  }),
];
