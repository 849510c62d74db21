import { expect } from 'vitest';
import { correctedRow, type Row, row } from './row.js';
import { ARGUMENT, exchange, pin, pv, pv32, regions, span } from './worlds.js';

/** What a 32-bit caller of a 64-bit hypervisor sees. */
export const exchangeCompat: readonly Row[] = [
  correctedRow(
    'E25',
    'nr_exchanged inside a chunk: -EINVAL of a 32-bit caller, taken of a 64-bit one',
    'compat/memory.c',
    'recorded (ex_nr_exchanged_1_of_4o0_2o1): natively it succeeds where the pages are still owned',
    () => {
      const facts = { in: span(0x100, 0x104), out: [0x9000], outOrder: 2, nx: 2 };
      const compat = exchange(pv32(), facts);
      expect([compat.result, compat.field('nr_exchanged')]).toEqual([-22n, 2n]);
      const native = exchange(pv(), facts);
      expect([native.result, native.field('nr_exchanged')]).toEqual([0n, 4n]);
    },
  ),
  correctedRow(
    'E26',
    'second of three extents bad: nr_exchanged stays 0',
    'compat/memory.c',
    'recorded: unless the call was preempted; then what was done up to there is told',
    () => {
      const facts = { in: [0x100, 0x800, 0x102], out: span(0x9000, 0x9003) };
      const model = pv32();
      const done = exchange(model, facts);
      expect([done.result, done.field('nr_exchanged')]).toEqual([-22n, 0n]);
      expect(model.host.frames.get(0x100n)?.owner).toBeUndefined();
      const preempted = pv32();
      preempted.seams.preempt = (chunk) => chunk === 1n;
      const told = exchange(preempted, facts);
      expect([told.result, told.field('nr_exchanged')]).toEqual([-22n, 1n]);
    },
  ),
  correctedRow(
    'E27',
    'order 32: -EPERM',
    '560c51be8f',
    'recorded (ex_order_32_out): 4.17, too, for its shifts are modulo 32 and the native call refuses',
    () => {
      const done = exchange(pv32(), { in: [0x100], out: [0x9000], outOrder: 32 });
      expect(done.result).toBe(-1n);
    },
  ),
  row('3.3', 'a batch by orders: 338 extents of order 1 for 676 of order 0', 'recorded', () => {
    // The second batch is refused; what nr_exchanged says is the first.
    const frames = [{ mfn: 0x100, count: 0x400, pfn: 0x9000 }];
    const model = pv({ frames, maxPages: 0x400 }, { abi: 'x86_32' });
    const from = span(0, 339).map((i) => 0x100 + 2 * i);
    const done = exchange(model, { in: from, inOrder: 1, out: span(0x9000, 0x9000 + 678) });
    expect([done.result, done.field('nr_exchanged')]).toEqual([-22n, 338n]);
    const facts = { in: span(0x100, 0x100 + 678), out: from, outOrder: 1 };
    const wide = exchange(pv({ frames, maxPages: 0x400 }, { abi: 'x86_32' }), facts);
    expect([wide.result, wide.field('nr_exchanged')]).toEqual([-22n, 676n]);
  }),
  row('3.3', 'second input out of reach: -EFAULT before anything', 'compat/memory.c', () => {
    const model = pv32();
    const at = regions[0]!.end - 4n;
    const before = model.state();
    const lists = {
      'in.extent_start': { address: at, elements: [0x100, 0x101] },
      'out.extent_start': [0x9000, 0x9001],
    };
    const done = exchange(model, { lists });
    expect([done.result, done.field('nr_exchanged')]).toEqual([-14n, 0n]);
    expect(model.state()).toEqual(before);
  }),
  row('3.3', 'all exchanged before, by chunks of two: 0', 'compat/memory.c', () => {
    const facts = { in: span(0x100, 0x104), out: [0x9000, 0x9002], outOrder: 1, nx: 4 };
    const model = pv32();
    const before = model.state();
    const done = exchange(model, facts);
    expect([done.result, done.field('nr_exchanged')]).toEqual([0n, 4n]);
    expect(model.state()).toEqual(before);
  }),
  row('3.3', 'outputs of what was exchanged before are not looked at', 'compat/memory.c', () => {
    // Two outputs for each input, the first two of them below the guest's memory.
    const out = { address: ARGUMENT - 8n, elements: span(0x9000, 0x9004) };
    const lists = { 'in.extent_start': [0x100, 0x102], 'out.extent_start': out };
    const facts = { inOrder: 1, lists, at: ARGUMENT + 0x2000n, nx: 1 };
    const done = exchange(pv32(), facts);
    expect([done.result, done.field('nr_exchanged')]).toEqual([0n, 2n]);
  }),
  row('5.5', 'a pin call that fails tells its progress all the same', 'inferred', () => {
    // A plain exchange of a 32-bit caller would tell nothing (E26).
    const model = pv({}, { abi: 'x86_32', interface: 'pin-v4' });
    const done = pin(model, { in: [0x100, 0x800], out: [0x9000, 0x9001] });
    expect([done.result, done.field('nr_exchanged')]).toEqual([-22n, 1n]);
    const other = pv({}, { abi: 'x86_32', interface: 'pin-v4' });
    const facts = { in: span(0x100, 0x104), out: [0x9000, 0x9002], outOrder: 1, nx: 2 };
    const refused = pin(other, { ...facts, to: { domid: 5 } });
    expect([refused.result, refused.field('nr_exchanged')]).toEqual([-22n, 2n]);
  }),
  row('E27', 'sizes that differ modulo 32: -EINVAL', 'recorded', () => {
    const facts = { in: [0x100, 0x101], out: [0x9000], outOrder: 32 };
    expect(exchange(pv32(), facts).result).toBe(-22n);
  }),
];
