import { expect, it, test } from 'vitest';
import { interfaces } from '../../abi/index.js';
import {
  commandReading,
  errnoReading,
  hypercallReading,
  orderReading,
  valueReading,
} from '../../src/explain/reading.js';
import { interfaceNamed } from '../../src/words/interface.js';
import type { NamedValues } from '../../src/explain/named-values.js';

const at = (name: string) => interfaceNamed(name)!;

test.each<[bigint, string | undefined]>([
  [-1n, undefined],
  [0n, '1 frame, 4 KiB'],
  [9n, '512 frames, 2 MiB'],
  [18n, '262144 frames, 1 GiB'],
  [51n, '2251799813685248 frames, 8 EiB'],
  [52n, undefined],
])('order %i', (order, meaning) => expect(orderReading(order)?.meaning).toBe(meaning));

it('a command says what it takes, where it goes on, and what its number is elsewhere', () => {
  const number = (name: string) => interfaces['xen-4.17'].find((one) => one.name === name)!;
  expect(commandReading(number('XENMEM_exchange'), at('xen-4.17'), 5n)).toMatchObject({
    value: 11n + 5n * 64n,
    label: 'XENMEM_exchange (11), from extent 5 on',
    meaning: expect.stringMatching(/; takes struct xen_memory_exchange \(xen-4\.17\)$/),
  });
  expect(commandReading(number('XENMEM_maximum_ram_page'), at('xen-4.20')).meaning).toContain(
    '; takes no argument (xen-4.20)',
  );
  const pinned = interfaces['pin-v4'].find(({ name, number }) =>
    interfaces['xen-4.17'].some((one) => one.number === number && one.name !== name),
  );
  expect(commandReading(pinned!, at('pin-v4')).meaning).toMatch(
    /; in xen-4\.17 this is XENMEM_\w+\)$/,
  );
});

it('an errno has all of its names; one that there is not is nothing', () => {
  expect(errnoReading(11)).toMatchObject({
    name: 'EAGAIN',
    value: -11n,
    label: 'EAGAIN (-11)',
    meaning: expect.stringContaining('; also called EWOULDBLOCK'),
  });
  expect(errnoReading(4000)).toBeUndefined();
});

it('a hypercall is called as its header calls it', () => {
  expect(hypercallReading(12)?.label).toBe('__HYPERVISOR_memory_op (12)');
  expect(hypercallReading(63)).toBeUndefined();
});

const set = (names: NamedValues['names'], kind = 'flags'): NamedValues => ({
  kind,
  names,
  prefix: '',
  fields: ['s.f'],
});

test.each<[bigint, string | undefined]>([
  [0n, undefined],
  [1n, 'one'],
  [7n, 'one, both'],
  [3n, 'one, 0x2 means nothing'],
  [8n, undefined],
])('flags without parts, %i', (value, meaning) =>
  expect(valueReading(set({ kind: 'flags', values: { one: 1, both: 6 } }), value)?.meaning).toBe(
    meaning,
  ),
);

test.each<[bigint, string]>([
  [0n, 'no flag, no limit'],
  [0x303n, 'node 2, low, 0x2 means nothing'],
  [0x100n, 'node 0'],
])('flags with parts, %i', (value, meaning) => {
  const parts = { node: { shift: 8, width: 4, bias: -1 } } as const;
  const names = { kind: 'flags', values: { low: 1 }, parts } as const;
  expect(valueReading(set(names), value)?.meaning).toBe(meaning);
});
