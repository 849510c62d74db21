import { expect } from 'vitest';
import { XENMEMF_exact_node_request } from '../../../abi/index.js';
import { type Row, row } from './row.js';
import { ARGUMENT, exchange, pv, READ_ONLY, regions, span } from './worlds.js';

const node = (n: number): number => (n + 1) << 8;

/** What an exchange checks before it touches a page. */
export const exchangeChecks: readonly Row[] = [
  row('E2', 'in order 10 by a domU: -EPERM, nothing changes', 'memory.c, max_order', () => {
    const model = pv();
    const before = model.state();
    const done = exchange(model, { in: [0x100], inOrder: 10, out: [0x100], outOrder: 10 });
    expect(done.result).toBe(-1n);
    expect(done.field('nr_exchanged')).toBe(0n);
    expect(model.state()).toEqual(before);
  }),
  row('E3', 'order 10 and unlike domids: -EPERM comes first', 'XSA-158, 4a578b316e', () => {
    const facts = { in: [0x100], inOrder: 10, out: [0x100], outOrder: 10, to: { domid: 5 } };
    expect(exchange(pv(), facts).result).toBe(-1n);
  }),
  row('E4', 'in.domid SELF, out.domid 5: -EINVAL', 'memory.c', () => {
    const done = exchange(pv(), { in: [0x100], out: [0x9000], to: { domid: 5 } });
    expect(done.result).toBe(-22n);
  }),
  row('E5', 'two extents for one of the same order: -EINVAL', 'memory.c', () => {
    expect(exchange(pv(), { in: [0x100, 0x101], out: [0x9000] }).result).toBe(-22n);
  }),
  row('E6', 'nr_extents 2^63 of order 1: -EINVAL', 'memory.c', () => {
    const many = { nr_extents: 1n << 63n };
    const facts = { in: [0x100], inOrder: 1, out: [0x100], outOrder: 1, from: many, to: many };
    expect(exchange(pv(), facts).result).toBe(-22n);
  }),
  row('E6', 'one page less than overflows: the list is what fails', 'memory.c', () => {
    const many = { nr_extents: (1n << 64n) - 1n };
    const facts = { in: [0x100], out: [0x100], from: many, to: many };
    expect(exchange(pv(), facts).result).toBe(-14n);
  }),
  row('E7', 'no extents, absent domid, NULL lists: 0', 'memory.c, 3b537c6923', () => {
    const model = pv();
    const before = model.state();
    const absent = { domid: 0x1234 };
    expect(exchange(model, { from: absent, to: absent, lists: {} }).result).toBe(0n);
    expect(model.state()).toEqual(before);
  }),
  row('E8', 'nr_exchanged 2 of 1: -EINVAL', 'memory.c', () => {
    const done = exchange(pv(), { in: [0x100], out: [0x9000], nx: 2 });
    expect([done.result, done.field('nr_exchanged')]).toEqual([-22n, 2n]);
  }),
  row('E9', 'a start extent: -EINVAL before the argument is read', 'memory.c', () => {
    const facts = { in: [0x100], out: [0x9000], startExtent: 1 };
    expect(exchange(pv(), facts).result).toBe(-22n);
    expect(exchange(pv(), { ...facts, at: 0x4000_0000 }).result).toBe(-22n);
  }),
  row('E10', 'argument unmapped: -EFAULT, nothing written', 'memory.c', () => {
    const model = pv();
    const before = model.state();
    const done = exchange(model, { in: [0x100], out: [0x9000], at: 0x4000_0000 });
    expect(done.result).toBe(-14n);
    expect(done.field('nr_exchanged')).toBe(0n);
    expect(model.state()).toEqual(before);
    // The last byte alone is out of reach.
    expect(exchange(model, { in: [0x100], out: [0x9000], at: ARGUMENT - 4n }).result).toBe(-14n);
  }),
  row('E16', 'order too big, nr_exchanged read-only: -EFAULT', 'memory.c, fail_early', () => {
    const facts = { in: [0x100], inOrder: 10, out: [0x100], outOrder: 10 };
    expect(exchange(pv(), { ...facts, at: READ_ONLY }).result).toBe(-14n);
    // Only that field is written: the struct around it may be in another page.
    const split = [
      { start: 0x5000_0000, end: 0x5000_1000, access: 'ro' as const },
      { start: 0x5000_1000, end: 0x5000_2000 },
      { start: 0x5000_2000, end: 0x5000_3000, access: 'ro' as const },
      { start: ARGUMENT, end: ARGUMENT + 0x10000n },
    ];
    const model = pv({ regions: split });
    expect(exchange(model, { ...facts, at: 0x5000_1000 - 64 }).result).toBe(-1n);
    expect(exchange(model, { ...facts, at: 0x5000_2000 - 64 }).result).toBe(-14n);
  }),
  row('E22', 'XSA-212: the subrange is checked, not the base', 'xtf xsa-212, 938fd2586e', () => {
    // The guest presets nr_exchanged so that the next element lies in Xen's half of the address
    // space, while the base of the list is in its own.
    const xen = 0xffff_8300_0000_0000n;
    const model = pv({ regions: [...regions, { start: xen, end: xen + 0x1000n }] });
    model.domain().memory.show(xen, new Uint8Array([0, 1, 0, 0, 0, 0, 0, 0]));
    const before = model.state();
    const n = (xen - 0x2000n) / 8n;
    const both = { nr_extents: n + 1n };
    const done = exchange(model, {
      from: { ...both, extent_start: 0x2000n },
      to: { ...both, extent_start: 0n },
      nx: n,
      lists: {},
    });
    expect([done.result, done.field('nr_exchanged')]).toEqual([-14n, n]);
    expect(model.state()).toEqual(before);
  }),
  row('E22', 'of the out list, too: from its first output on', 'memory.c, 938fd2586e', () => {
    // Two outputs for each input: with one exchanged the third is next, and it is past the end of
    // the guest's half, though the page there happens to be mapped.
    const end = 1n << 47n;
    const model = pv({ regions: [...regions, { start: end, end: end + 0x1000n }] });
    model.domain().memory.show(end, new Uint8Array(16));
    const before = model.state();
    const done = exchange(model, {
      in: [0x100, 0x102],
      inOrder: 1,
      to: { extent_start: end - 16n, nr_extents: 4 },
      lists: { 'in.extent_start': [0x100, 0x102] },
      nx: 1,
    });
    expect([done.result, done.field('nr_exchanged')]).toEqual([-14n, 1n]);
    expect(model.state()).toEqual(before);
  }),
  row('E23', "another domain's id by a domU: -EPERM; an unknown one: -ESRCH", 'memory.c', () => {
    const naming = (domid: number): bigint =>
      exchange(pv(), { in: [0x100], out: [0x9000], from: { domid }, to: { domid } }).result;
    expect([naming(2), naming(9)]).toEqual([-1n, -3n]);
  }),
  row('E24', 'domU and nodes: exact -EINVAL, a hint is ignored', 'XSA-231, 2fece35303', () => {
    const facts = { in: span(0x100, 0x101), out: [0x9000] };
    const exact = node(0) | XENMEMF_exact_node_request;
    expect(exchange(pv(), { ...facts, bits: exact }).result).toBe(-22n);
    expect(exchange(pv(), { ...facts, bits: node(0) }).result).toBe(0n);
  }),
];
