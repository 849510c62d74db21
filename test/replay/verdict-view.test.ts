import { expect, test } from 'vitest';
import { type Difference, verdictLines } from '../../src/index.js';
import { recordingOf } from '../hypervisor/lines.js';

const { header, calls } = await recordingOf([
  { kind: 'capture', version: 1, abi: 'x86_64' },
  { kind: 'call', hypercall: 12, args: ['0x1', '0x1000'] },
]);

test.each<[string, Difference]>([
  [
    'result: expected -14 EFAULT, recorded 0',
    { what: 'result', path: '', expected: -14, actual: 0 },
  ],
  [
    'observed.registerAfter: expected command 1 from extent 0 to 3, recorded 0x101',
    {
      what: 'result',
      path: 'observed.registerAfter',
      expected: 'command 1 from extent 0 to 3',
      actual: '0x101',
    },
  ],
  [
    'nr_extents: expected 2, recorded 3 (offset 8, 0x1008)',
    { what: 'memory', path: 'nr_extents', address: 0x1008n, offset: 8, expected: '2', actual: '3' },
  ],
  [
    'bytes at 0x1008: expected 00, recorded ff',
    { what: 'memory', path: '', address: 0x1008n, offset: 0, expected: '00', actual: 'ff' },
  ],
  // A register of a multicall's entry has no address; it was said to be at 0x0.
  [
    'args[1]: expected 0x1, recorded 0x2',
    { what: 'memory', path: 'args[1]', expected: '0x1', actual: '0x2' },
  ],
  ['totPages: expected 4, recorded 5', { what: 'totPages', path: '', expected: 4, actual: 5 }],
  [
    'M2P of 0x80: expected 0x1, recorded an invalid entry',
    { what: 'm2p', path: '0x80', expected: '0x1', actual: null },
  ],
])('%s', (line, difference) => {
  const verdict = { call: calls[0]!, verdict: 'differ', differences: [difference] } as const;
  expect(verdictLines(verdict, header)).toEqual([
    '#0 XENMEM_decrease_reservation differs',
    `    ${line}`,
  ]);
});
