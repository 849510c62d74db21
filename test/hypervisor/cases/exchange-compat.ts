import { expect } from 'vitest';
import { correctedRow, type Row, row } from './row.js';
import { exchange, pv, pv32, span } from './worlds.js';

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
  row('E27', 'sizes that differ modulo 32: -EINVAL', 'recorded', () => {
    const facts = { in: [0x100, 0x101], out: [0x9000], outOrder: 32 };
    expect(exchange(pv32(), facts).result).toBe(-22n);
  }),
];
