import { describe, expect, it } from 'vitest';
import { decodeAll, call, header, linesOf } from './decoding.js';

const A = '0x1000';
const pin = { interface: 'pin-v4' };
const side = { extent_start: '0x2000', nr_extents: 1, extent_order: '9 (2 MiB)' };
const exchange = (mem_flags: unknown, domid: unknown) => ({
  in: { ...side, mem_flags, domid },
  out: { ...side, extent_start: 'NULL', mem_flags, domid },
  nr_exchanged: 0,
});
const byValue = (mem_flags: unknown, domid: unknown) => [
  { address: A, struct: 'xen_memory_exchange', value: exchange(mem_flags, domid) },
];
const named = (name: string, args: readonly string[]): object => ({
  ...call(args),
  hypercall: name,
});

describe('names in a call', () => {
  it('are those numbers: commands, flags, domains, orders, handles', async () => {
    const [words, numbers] = await linesOf([
      header('x86_64', pin),
      call(
        ['XENMEM_exchange_and_pin', A],
        byValue('address_bits=31 | node=2 | XENMEMF_vnode', 'DOMID_SELF'),
      ),
      call(['0x1a', A], byValue(31 + (3 << 8) + (1 << 18), 0x7ff0)),
    ]);
    expect(words).toEqual({ ...numbers, call: 0 });
    expect(words).toMatchObject({
      command: 'XENMEM_exchange_and_pin',
      argument: { before: { in: { domid: 0x7ff0, mem_flags: 0x4031f, extent_order: 9 } } },
    });
  });

  it.each<[string, string, bigint]>([
    ['memory_op', 'XENMEM_exchange', 0xbn],
    ['__HYPERVISOR_memory_op', 'exchange', 0xbn],
    ['12', 'XENMEM_populate_physmap+5', 0x146n],
    ['0xc', 'XENMEM_populate_physmap + 0x5', 0x146n],
    ['memory_op', 'XENMEM_populate_physmap from extent 5', 0x146n],
  ])('%s(%s)', async (hypercall, word, register) => {
    const { calls, errors } = await decodeAll([header(), named(hypercall, [word, A])]);
    expect(errors).toEqual([]);
    expect(calls[0]!.call).toMatchObject({ hypercall: 12, args: [register, 0x1000n] });
    // What is written again has numbers.
    expect(calls[0]!.call.raw).toMatchObject({
      hypercall: 12,
      args: [`0x${register.toString(16)}`, A],
    });
  });

  it('of its result', async () => {
    const lines = await linesOf([
      header(),
      call(['XENMEM_maximum_ram_page'], [], { result: '-EFAULT' }),
      call(['XENMEM_maximum_ram_page'], [], { result: '-14 EFAULT' }),
    ]);
    expect(lines.map(({ result, errno }) => [result, errno])).toEqual([
      [-14, 'EFAULT'],
      [-14, 'EFAULT'],
    ]);
  });

  it.each<[string, object, string]>([
    [
      'a hypercall',
      named('memory_opp', []),
      'hypercall: memory_opp is no hypercall; did you mean memory_op?',
    ],
    ['no hypercall', named('', []), 'hypercall: (nothing) is no hypercall'],
    [
      'a command',
      call(['XENMEM_exchnage', A]),
      'args[0]: XENMEM_exchnage is no command of xen-4.17; did you mean XENMEM_exchange?',
    ],
    [
      "another interface's command",
      call(['XENMEM_exchange_and_pin', A]),
      'args[0]: XENMEM_exchange_and_pin is no command of xen-4.17; interface pin-v4 has it',
    ],
    [
      'a command in another register',
      call(['0x2', 'XENMEM_exchange']),
      'args[1]: XENMEM_exchange is no whole number',
    ],
    [
      'a command of another hypercall',
      named('xen_version', ['XENMEM_exchange']),
      'args[0]: XENMEM_exchange is no cmd of xen_version',
    ],
    [
      'an extent without a number',
      call(['XENMEM_exchange+', A]),
      'args[0]: XENMEM_exchange+ is no command',
    ],
    [
      'an extent that no register holds',
      call([`XENMEM_exchange+${2n ** 58n}`]),
      `extent ${2n ** 58n} does not fit a register of 64 bits`,
    ],
    ['a result', call([], [], { result: 'EFAULT' }), 'result: "EFAULT" is no integer'],
    [
      'a domain',
      call(['0xb', A], byValue(0, 'DOMID_SLEF')),
      'memory[0].value.in.domid: xen_memory_exchange.in.domid (x86_64) at offset 24: expected a number or a name; did you mean DOMID_SELF?, got "DOMID_SLEF"',
    ],
    [
      'a flag',
      call(['0xb', A], byValue('XENMEMF_vnodes', 0)),
      'memory[0].value.in.mem_flags: xen_memory_exchange.in.mem_flags (x86_64) at offset 20: expected a number or a name; did you mean XENMEMF_vnode?',
    ],
  ])('%s that is none is refused with its place', async (_, line, message) => {
    const { errors } = await decodeAll([header(), line]);
    expect(errors).toHaveLength(1);
    expect(errors[0]!.error.message).toContain(
      `line 2, ${message.startsWith('extent') ? 'args[0]: ' : ''}`,
    );
    expect(errors[0]!.error.message).toContain(message);
  });

  it('an extent that a register of 32 bits does not hold', async () => {
    const { errors } = await decodeAll([header('x86_32'), call([`XENMEM_exchange+${2 ** 26}`])]);
    expect(errors[0]!.error.message).toContain('does not fit a register of 32 bits');
  });

  it('in a list by value', async () => {
    const list = { address: '0x2000', list: 'domid_t', values: ['DOMID_IO', 'DOMID_XEM'] };
    const { errors } = await decodeAll([header(), call([], [list])]);
    expect(errors[0]!.error.message).toContain(
      'memory[0].values[1]: domid_t[2][1] (x86_64) at offset 2: expected a number or a name; did you mean DOMID_XEN?',
    );
  });
});

describe('a struct by value that the command does not take', () => {
  const memory = byValue(0, 0);
  const codes = async (head: object, args: readonly string[], fragments: readonly object[]) =>
    (await linesOf([head, call(args, fragments)]))[0]!.warnings.filter(
      ({ code }) => code === 'fragment-struct',
    );

  it('is told, with the interface that has it', async () => {
    expect(await codes(header(), ['0x1a', A], memory)).toEqual([
      {
        code: 'fragment-struct',
        path: '',
        offset: 0,
        address: A,
        message:
          'xen_memory_exchange is written at 0x1000, and XENMEM_get_vnumainfo of xen-4.17 takes xen_vnuma_topology_info; in pin-v4 26 is XENMEM_exchange_and_pin, which does',
      },
    ]);
    expect(await codes(header('x86_64', pin), ['0x1a', A], memory)).toEqual([]);
  });

  it('is told of a command that takes none', async () => {
    const [warning] = await codes(header(), ['0x2', A], memory);
    expect(warning!.message).toMatch(/XENMEM_maximum_ram_page of xen-4\.17 takes no struct$/);
  });

  it.each<[string, readonly string[], readonly object[]]>([
    ['the right one', ['0xb', A], memory],
    ['a struct elsewhere', ['0x1a', '0x9000'], memory],
    ['bytes', ['0x1a', A], [{ address: A, before: '00' }]],
    ['a list', ['0x1a', A], [{ address: A, list: 'xen_pfn_t', values: [1] }]],
    ['a command without a name', ['0x3f', A], memory],
    ['a call without an argument', ['0x1a'], memory],
  ])('is not %s', async (_, args, fragments) => {
    expect(await codes(header(), args, fragments)).toEqual([]);
  });
});

it('registers of any hypercall may be names', async () => {
  const { calls } = await decodeAll([
    header(),
    { kind: 'call', hypercall: 'sched_op', args: ['SCHEDOP_poll', 0] },
    {
      kind: 'call',
      hypercall: 'vm_assist',
      args: ['VMASST_CMD_disable', 'VMASST_TYPE_m2p_strict'],
    },
    { kind: 'call', hypercall: 'mca', args: ['0x0'] },
  ]);
  expect(calls.map(({ call: { hypercall, args } }) => [hypercall, ...args])).toEqual([
    [29, 3n, 0n],
    [21, 1n, 32n],
    [48, 0n],
  ]);
  const { errors } = await decodeAll([
    header(),
    { kind: 'call', hypercall: 'sched_op', args: ['SCHEDOP_yeld', 0] },
  ]);
  expect(errors[0]!.error.message).toContain('did you mean SCHEDOP_yield?');
});
