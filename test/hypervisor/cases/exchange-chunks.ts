import { expect } from 'vitest';
import { correctedRow, type Row, row } from './row.js';
import { ARGUMENT, arm, control, exchange, hvm, pv, READ_ONLY, regions, span } from './worlds.js';

/** What an exchange does to pages, chunk by chunk. */
export const exchangeChunks: readonly Row[] = [
  row('E1', '256 pages for one extent of order 8 below 4 GiB', 'memory.c', () => {
    const model = pv({}, { host: { maxPage: 0x200000 } });
    const facts = { in: span(0x100, 0x200), out: [0xa000], outOrder: 8, bits: 32 };
    const done = exchange(model, facts);
    const [mfn = 0n] = done.list('out.extent_start', 1);
    expect([done.result, done.field('nr_exchanged')]).toEqual([0n, 256n]);
    expect(mfn % 256n).toBe(0n);
    expect(mfn + 255n).toBeLessThan(1n << 20n);
    expect(model.domain().totPages).toBe(0x100n);
    expect(model.host.frames.get(mfn + 255n)).toMatchObject({ owner: 1, pfn: 0xa0ffn });
    expect(model.host.frames.get(0x100n)).toMatchObject({ owner: undefined, pfn: null });
  }),
  row('E11', 'third of four pages granted: -EINVAL, 2 exchanged', 'steal_page', () => {
    const model = pv();
    model.hold(0x102n);
    const out = span(0x9000, 0x9004);
    const contents = () => span(0x100, 0x104).map((m) => model.host.frames.get(BigInt(m))?.token);
    const before = contents();
    const done = exchange(model, { in: span(0x100, 0x104), out });
    expect([done.result, done.field('nr_exchanged')]).toEqual([-22n, 2n]);
    const list = done.list('out.extent_start', 4);
    for (const mfn of list.slice(0, 2)) expect(model.host.frames.get(mfn)?.owner).toBe(1);
    expect(list.slice(2)).toEqual([0x9002n, 0x9003n]);
    // The frames of the first two are free, or hold something else already.
    expect(contents().map((token, i) => token === before[i])).toEqual([false, false, true, true]);
  }),
  row('E12', 'fourth page of a chunk invalid: the other three are given back', 'memory.c', () => {
    const model = pv();
    const before = model.state();
    const done = exchange(model, { in: [0x100, 0x101, 0x102, 0x800], out: [0x9000], outOrder: 2 });
    expect([done.result, done.field('nr_exchanged')]).toEqual([-22n, 0n]);
    expect(model.state()).toEqual(before);
  }),
  row('E13', 'one extent of order 2 for four of order 0: input is counted', 'memory.c', () => {
    const model = pv();
    const done = exchange(model, { in: [0x100], inOrder: 2, out: span(0x9000, 0x9004) });
    expect([done.result, done.field('nr_exchanged')]).toEqual([0n, 1n]);
    for (const [i, mfn] of done.list('out.extent_start', 4).entries())
      expect(model.host.frames.get(mfn)).toMatchObject({ owner: 1, pfn: 0x9000n + BigInt(i) });
  }),
  row('E14', 'no memory below the address limit: -ENOMEM, rolled back', 'memory.c', () => {
    // Below 16 MiB all is the control domain's.
    const dom0 = { ...control('pv'), frames: [{ mfn: 0, count: 0x1000, pfn: 0 }] };
    const guest = { domid: 1, frames: [{ mfn: 0x1100, count: 16, pfn: 0x9000 }], regions };
    const model = pv({}, { domains: [guest, dom0] });
    const before = model.state();
    const done = exchange(model, { in: [0x1100, 0x1101], out: [0x9000, 0x9001], bits: 24 });
    expect([done.result, done.field('nr_exchanged')]).toEqual([-12n, 0n]);
    expect(model.state()).toEqual(before);
  }),
  correctedRow(
    'E15',
    'out list read-only: -EFAULT, nr_exchanged 0, and yet the page is exchanged',
    'memory.c, step 5',
    'recorded (ex_out_list_readonly): the M2P is set, the number stays untold; totPages stays',
    () => {
      const model = pv();
      const out = { address: READ_ONLY, elements: [0x9000] };
      const lists = { 'in.extent_start': [0x100], 'out.extent_start': out };
      const done = exchange(model, { lists });
      expect([done.result, done.field('nr_exchanged')]).toEqual([-14n, 0n]);
      expect(done.list('out.extent_start', 1)).toEqual([0x9000n]);
      expect(model.host.frames.get(0x100n)?.owner).toBeUndefined();
      const owned = [...model.host.frames.ownedBy(1)].map((mfn) => model.host.frames.get(mfn)!.pfn);
      expect(owned).toHaveLength(0x100);
      expect(owned).toContain(0x9000n);
    },
  ),
  row('E17', 'the same page twice: the second time it is not owned', 'memory.c', () => {
    const model = pv();
    const done = exchange(model, { in: [0x100, 0x100], out: [0x9000, 0x9001] });
    expect([done.result, done.field('nr_exchanged')]).toEqual([-22n, 1n]);
    const together = pv();
    const chunk = exchange(together, { in: [0x100, 0x100], out: [0x9000], outOrder: 1 });
    expect([chunk.result, chunk.field('nr_exchanged')]).toEqual([-22n, 0n]);
  }),
  row('3.2', 'the control domain for another: its pages, its numbers', 'memory.c', () => {
    const model = pv();
    const other = { domid: 2 };
    const done = exchange(model, { in: [0x1200], out: [5], from: other, to: other, domid: 0 });
    const [mfn = 0n] = done.list('out.extent_start', 1);
    expect(done.result).toBe(0n);
    expect(model.host.frames.get(mfn)).toMatchObject({ owner: 2, pfn: 5n });
  }),
  row('3.2', 'a dying domain loses the chunk, and the call is 0', 'XSA-159, eedecb3cf0', () => {
    const dying = (list: readonly number[]) => {
      const model = pv();
      model.domain(1).isDying = true;
      const fields = { domid: 1 };
      const done = exchange(model, {
        in: list,
        out: [0x9000],
        outOrder: 1,
        from: fields,
        to: fields,
        domid: 0,
      });
      expect(model.domain(1).totPages).toBe(0x100n - BigInt(new Set(list).size));
      return [done.result, done.field('nr_exchanged')];
    };
    expect(dying([0x100, 0x101])).toEqual([0n, 0n]);
    // What a failing chunk stole is not given back.
    expect(dying([0x100, 0x100])).toEqual([-22n, 0n]);
  }),
  row('3.2', 'the second output cannot be had: the first is free again', 'memory.c', () => {
    const model = pv();
    let asked = 0;
    model.seams.refuse = () => asked++ === 1;
    const before = model.state();
    const done = exchange(model, { in: [0x100], inOrder: 1, out: [0x9000, 0x9001] });
    expect([asked, done.result, done.field('nr_exchanged')]).toEqual([2, -12n, 0n]);
    expect(model.state()).toEqual(before);
  }),
  row('3.2', 'preempted between chunks, progress in input extents', 'memory.c', () => {
    const model = pv();
    const asked: bigint[] = [];
    model.seams.preempt = (done) => asked.push(done) > 0;
    // Each time the call goes on from what nr_exchanged says, and does one chunk at the least.
    const out = [0x9000, 0x9002, 0x9004];
    const done = exchange(model, { in: span(0x100, 0x106), out, outOrder: 1 });
    expect([done.result, asked]).toEqual([0n, [2n, 4n]]);
  }),
  row('3.2', 'preempted, nr_exchanged read-only: -EFAULT', 'memory.c', () => {
    const split = [
      { start: ARGUMENT - 0x1000n, end: ARGUMENT },
      { start: ARGUMENT, end: ARGUMENT + 0x1000n, access: 'ro' as const },
      { start: ARGUMENT + 0x1000n, end: ARGUMENT + 0x10000n },
    ];
    const model = pv({ regions: split });
    model.seams.preempt = () => true;
    const facts = { in: [0x100, 0x101], out: [0x9000, 0x9001], at: ARGUMENT - 64n };
    const done = exchange(model, facts);
    expect([done.result, done.field('nr_exchanged')]).toEqual([-14n, 0n]);
    // One chunk was done, not two.
    const owners = [0x100n, 0x101n].map((mfn) => model.host.frames.get(mfn)?.owner);
    expect(owners).toEqual([undefined, 1]);
  }),
  row('7.4', 'PV: the same destination twice in a chunk', 'recorded: ex_out_pfn_same_twice', () => {
    const done = exchange(pv(), { in: [0x100], inOrder: 1, out: [0x9000, 0x9000] });
    expect(done.result).toBe(0n);
  }),
  row('E18', 'x86 HVM, valid GFN: -EOPNOTSUPP', 'XSA-217, fae7d5be8b', () => {
    const model = hvm();
    const before = model.state();
    const done = exchange(model, { in: [0x1000], out: [0x1000] });
    expect([done.result, done.field('nr_exchanged')]).toEqual([-95n, 0n]);
    expect(model.state()).toEqual(before);
  }),
  row('E19', 'x86 HVM, a hole: -EINVAL comes first', 'memory.c', () => {
    expect(exchange(hvm(), { in: [0x5000], out: [0x1000] }).result).toBe(-22n);
  }),
  correctedRow(
    'E21',
    'Arm: -EOPNOTSUPP',
    'memory.c, asm-arm/mm.h',
    'recorded: -EINVAL where the first GFN is no RAM; nr_exchanged is rewritten',
    () => {
      expect(exchange(arm(), { in: [0x1000], out: [0x1000] }).result).toBe(-95n);
      expect(exchange(arm(), { in: [0x5000], out: [0x1000] }).result).toBe(-22n);
    },
  ),
];
