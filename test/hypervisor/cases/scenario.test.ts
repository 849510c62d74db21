import { expect, test } from 'vitest';
import { createRunner, scenario, toJsonLines } from '../../../src/hypervisor/index.js';
import { codec, readCapture } from '../../../src/index.js';
import { regions } from './worlds.js';

const facts = {
  abi: 'x86_64',
  host: { maxPage: 0x1000 },
  domains: [
    { domid: 3, maxPages: 0x80, frames: [{ mfn: 0x100n, pfn: 0x9000, count: 0x40 }] },
    { domid: 0, privileged: true, frames: [{ mfn: 0x200, pfn: 0, mapped: true }], regions },
  ],
} as const;

const calls = ({ call }: ReturnType<typeof scenario>) => [
  call('XENMEM_exchange', {
    value: { in: { domid: 3 }, out: { domid: 3, extent_order: 1 } },
    lists: { 'in.extent_start': [0x100, 0x101], 'out.extent_start': [0x9000] },
    label: 'two pages for one extent',
  }),
  call('XENMEM_current_reservation', { value: { domid: 3 }, domid: 0 }),
  call('XENMEM_maximum_ram_page', { startExtent: 1 }),
];

test('a scenario is a capture: what is written is what is read', async () => {
  const made = scenario(facts);
  const lines = calls(made);
  const text = toJsonLines(made.header, lines);
  const read = [];
  for await (const record of readCapture([new TextEncoder().encode(text)])) read.push(record);
  expect(read).toEqual([{ ...made.header, kind: 'capture', line: 1, offset: 0 }, ...lines]);
});

test('createRunner takes it', () => {
  const made = scenario(facts);
  const run = createRunner(made.header, codec);
  const [exchanged, asked, refused] = calls(made).map((call) => run(call).line);
  expect(exchanged).toMatchObject({ label: 'two pages for one extent', result: 0 });
  expect(asked).toMatchObject({ result: 0x40 });
  expect(refused).toMatchObject({ result: -22 });
});

test('header and calls as the capture format has them', () => {
  const made = scenario({ ...facts, domains: [facts.domains[0]] });
  expect(made.header.raw).toEqual({
    kind: 'capture',
    version: 1,
    abi: 'x86_64',
    interface: 'xen-4.17',
    host: { maxPage: 0x1000 },
    domain: { domid: 3, mode: 'pv', privileged: false, totPages: 0x40, maxPages: 0x80 },
    regions: [{ start: '0x100000', end: '0x1100000', access: 'rw' }],
    frames: [{ mfn: '0x100', pfn: '0x9000', count: 0x40 }],
  });
  const { raw } = made.call('XENMEM_decrease_reservation', {
    lists: { extent_start: { address: 0x200000, elements: [0x100] } },
    startExtent: 5,
    at: 0x150000,
  });
  expect(raw).toEqual({
    kind: 'call',
    label: 'XENMEM_decrease_reservation',
    hypercall: 12,
    args: ['0x141', '0x150000'],
    memory: [
      { address: '0x150000', before: '00002000000000000100000000000000'.padEnd(64, '0') },
      { address: '0x200000', before: '0001000000000000' },
    ],
  });
});

test('what is not there is refused', () => {
  const { call } = scenario(facts);
  expect(() => call('XENMEM_unpin')).toThrow('XENMEM_unpin is no command of this interface');
  expect(() => call('XENMEM_exchange', { lists: { extent_start: [] } })).toThrow(
    'extent_start is no list of xen_memory_exchange',
  );
  expect(() => call('XENMEM_exchange', { value: { nr_extents: 1 } })).toThrow('nr_extents');
});
