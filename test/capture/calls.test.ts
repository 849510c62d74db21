import { describe, expect, it } from 'vitest';
import { interfaces } from '../../abi/index.js';
import { at, call, header, le, linesOf, reservation } from './decoding.js';

const A = '0x1000';
const UNPIN = '002000400000000001000000000000000900000000000000f07f000000000000';

describe('what is not there', () => {
  it('may be null, and unknown keys mean nothing', async () => {
    const lines = await linesOf([
      header('x86_64', { interface: null, source: null, domain: null, weather: 'fine' }),
      call(['0x6', A], [{ address: A, before: reservation(0x2000, 0), after: null, note: 1 }], {
        label: null,
        domid: null,
        parent: null,
        result: null,
        observed: null,
        __proto__: null,
        x: [],
      }),
      { kind: 'call', hypercall: 12, args: ['0x6', A], memory: null },
      { kind: 'call', hypercall: 12, args: ['0x6', A] },
    ]);
    expect(lines[0]).toMatchObject({ label: null, result: null, errno: null });
    expect(lines.map(({ argument }) => argument)).toEqual([
      lines[0]!.argument,
      lines[0]!.argument,
      lines[0]!.argument,
    ]);
  });

  it('of registers makes a call without argument, or without command', async () => {
    const lines = await linesOf([header(), call(['0x6']), call([])]);
    expect(lines).toMatchObject([
      { command: 'XENMEM_populate_physmap', struct: 'xen_memory_reservation', argument: null },
      // The first version took a register that is not known for increase_reservation's 0.
      { command: null, startExtent: 0, struct: null, argument: null },
    ]);
  });
});

describe('the command word', () => {
  it.each([
    ['0x146', 'XENMEM_populate_physmap', 5],
    ['0x10001', 'XENMEM_decrease_reservation', 1024],
    ['0xffffffffffffffc6', 'XENMEM_populate_physmap', '288230376151711743'],
    ['0x8', null, 0],
    ['0x1d', null, 0],
    ['0x7f', null, 1],
  ])('%s is %s from extent %j', async (word, command, startExtent) => {
    const [line] = await linesOf([header(), call([word, A], [at(A, reservation(0x2000, 0))])]);
    expect(line).toMatchObject({ command, startExtent });
    expect(line!.argument === null).toBe(command === null);
  });

  it.each(['xen-4.17', 'pin-v4'] as const)('has the numbers of %s', async (name) => {
    const numbers = Array.from({ length: 64 }, (_, i) => `0x${i.toString(16)}`);
    const lines = await linesOf([
      header('arm64', { interface: name }),
      ...numbers.map((word) => call([word, A])),
    ]);
    const known = new Map(interfaces[name].map(({ number, name }) => [number, name]));
    expect(lines.map(({ command }) => command)).toEqual(
      numbers.map((_, i) => known.get(i) ?? null),
    );
  });

  it('means pins under pin-v4', async () => {
    const [pin, unpin] = await linesOf([
      header('arm64', { interface: 'pin-v4' }),
      call(
        ['0x1a', A],
        [
          at(A, reservation(0x2000, 1) + reservation(0x3000, 1) + le(8, 0)),
          at('0x2000', le(8, 5)),
          at('0x3000', le(8, 6)),
        ],
      ),
      call(['0x1b', A], [at(A, UNPIN), at('0x40002000', le(8, 0x60000))]),
    ]);
    expect(pin).toMatchObject({
      command: 'XENMEM_exchange_and_pin',
      struct: 'xen_memory_exchange',
      lists: [{ path: 'in.extent_start' }, { path: 'out.extent_start', before: ['0x6'] }],
    });
    expect(unpin).toMatchObject({
      command: 'XENMEM_unpin',
      struct: 'xen_unpin',
      lists: [{ path: 'in.extent_start', address: '0x40002000', before: ['0x60000'] }],
    });
  });
});

describe('other hypercalls', () => {
  it('have no command', async () => {
    const [line] = await linesOf([
      header(),
      call(['0x6', A], [at(A, reservation(0, 0))], { hypercall: 18, result: 5 }),
    ]);
    expect(line).toMatchObject({
      command: null,
      startExtent: 0,
      struct: null,
      argument: null,
      lists: [],
      result: 5,
    });
  });

  const entry = (op: number, result: number, ...args: number[]): string =>
    le(8, op, result, ...args, ...Array<number>(6 - args.length).fill(0));

  it('a multicall has a list of entries, each with a line of its own', async () => {
    const before = entry(12, 0, 6, 0x2000) + entry(12, 0, 2);
    const after = entry(12, 1, 6, 0x2000) + entry(12, -22, 2);
    const lines = await linesOf([
      header(),
      call([A, '0x2'], [at(A, before, after)], { hypercall: 13, result: 0 }),
      call(['0x6', '0x2000'], [at('0x2000', reservation(0x3000, 1))], { parent: 0, result: 1 }),
      call(['0x2'], [], { parent: 0, result: -22 }),
    ]);
    const [first, second] = lines[0]!.lists[0]!.after as { op: string; result: string }[];
    expect(lines[0]).toMatchObject({ struct: 'multicall_entry', argument: null, command: null });
    expect(lines[0]!.lists[0]).toMatchObject({ path: 'call_list', address: A });
    expect([first!.op, first!.result, second!.result]).toEqual(['12', '1', '18446744073709551594']);
    expect(lines.map(({ command }) => command)).toEqual([
      null,
      'XENMEM_populate_physmap',
      'XENMEM_maximum_ram_page',
    ]);
  });

  it.each([
    [['0x0', '0x2'], ['handle-null']],
    [
      ['0x1004', '0x1'],
      ['handle-unaligned', 'list-truncated'],
    ],
    [
      ['0xffffffffffff0000', '0xffffffff'],
      ['handle-wrap', 'list-truncated'],
    ],
    [[A, '0x2'], ['list-truncated']],
    [[A, '0x1'], []],
    [[A, '0x0'], []],
    [[A], []],
  ])('a multicall of %j is warned of as a list is', async (args, codes) => {
    const [line] = await linesOf([
      header(),
      call(args, [at(A, entry(12, 0, 2))], { hypercall: 13 }),
    ]);
    expect(line!.warnings.map(({ code }) => code)).toEqual(codes);
  });
});
