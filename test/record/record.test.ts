import { describe, expect, it } from 'vitest';
import { hypercalls } from '../../abi/index.js';
import { hex } from '../../src/codec/index.js';
import { toHex } from '../../src/capture/index.js';
import { arm64, x86_64, x86_32, type Abi } from '../../src/layout/index.js';
import {
  conventionOf,
  createClient,
  describeTarget,
  entriesOf,
  record,
  type Recorded,
  type RecordEnd,
} from '../../src/record/index.js';
import { codec } from '../../src/xen-codec.js';
import {
  createStub,
  littleEndian,
  type Step,
  type Stub,
  type StubOptions,
  writeHex,
} from './stub.js';

const X86 = ['rax', 'rbx', 'rcx', 'rdx', 'rsi', 'rdi', 'rbp', 'rsp', 'r8', 'r9', 'r10', 'rip'];
const ENTRY = 0xffff82d040221d80n;
const BACK = 0xffff82d0403a1234n;
const STACK = 0xffff830000007f00n;
const ARGUMENT = 0x7f0000001000n;
const LIST = 0x7f0000002000n;

const reservation = (count: bigint): string =>
  [littleEndian(LIST), littleEndian(count), littleEndian(0n), littleEndian(0x7ff0n)].join('');

/** A call of `do_memory_op` as its callee finds it. */
const entered = (command: bigint, argument: bigint, thread = '01', stack = STACK): Step => ({
  thread,
  counter: ENTRY,
  act(machine) {
    machine.registers.set('rdi', command);
    machine.registers.set('rsi', argument);
    machine.registers.set('rdx', 0xdeadn);
    machine.registers.set('rsp', stack);
    writeHex(machine, stack, littleEndian(BACK));
  },
});

/** Its return. */
const left = (
  result: bigint,
  writes: Readonly<Record<string, string>> = {},
  thread = '01',
  stack = STACK,
): Step => ({
  thread,
  counter: BACK,
  act(machine) {
    machine.registers.set('rax', BigInt.asUintN(64, result));
    machine.registers.set('rsp', stack + 8n);
    for (const [address, text] of Object.entries(writes)) writeHex(machine, BigInt(address), text);
  },
});

const MEMORY_OP = { memory_op: hypercalls.memory_op };
const elsewhere: Step = { counter: 0x1000n };

interface Run {
  readonly stub: Stub;
  readonly calls: Recorded[];
  readonly end: Promise<RecordEnd>;
}

async function start(
  steps: readonly Step[],
  more: Partial<StubOptions> & {
    count?: number;
    signal?: AbortSignal;
    abi?: Abi;
    symbols?: Readonly<Record<string, bigint>>;
    write?: (call: Recorded) => void;
    asked?: Readonly<Record<string, number>>;
  } = {},
): Promise<Run> {
  const {
    count,
    signal,
    abi = x86_64,
    symbols = { do_memory_op: ENTRY },
    write = () => {},
    asked = MEMORY_OP,
    ...options
  } = more;
  const stub = createStub({
    architecture: 'i386:x86-64',
    registers: X86,
    counter: 'rip',
    steps,
    ...options,
  });
  const client = await createClient(stub);
  const target = await describeTarget(client);
  const convention = conventionOf(target.architecture);
  const entries = entriesOf(new Map(Object.entries(symbols)), asked, convention, abi);
  const calls: Recorded[] = [];
  const end = record({
    client,
    target,
    convention,
    entries,
    abi,
    interface: 'xen-4.17',
    codec,
    ...(count !== undefined && { count }),
    ...(signal && { signal }),
    write(call) {
      write(call);
      calls.push(call);
    },
  });
  return { stub, calls, end };
}

const shown = ({ args, memory, result }: Recorded) => ({
  args: args.map(hex),
  memory: memory.map(({ address, before, after }) => [
    hex(address),
    toHex(before),
    ...(after ? [toHex(after)] : []),
  ]),
  ...(result !== undefined && { result }),
});

const POPULATE = 6n;
const frames = (...all: bigint[]): string => all.map((one) => littleEndian(one)).join('');
const memory = { [hex(ARGUMENT)]: reservation(2n), [hex(LIST)]: frames(0x10n, 0x20n) };

describe('record', () => {
  it('writes registers, the argument and its lists before and after, and the result', async () => {
    const { stub, calls, end } = await start(
      [
        elsewhere,
        entered(POPULATE, ARGUMENT),
        elsewhere,
        left(2n, { [hex(LIST)]: frames(0xaan, 0xbbn) }),
        elsewhere,
      ],
      { memory },
    );
    expect(await end).toBe('exited');
    expect(calls.map(shown)).toEqual([
      {
        args: ['0x6', hex(ARGUMENT)],
        memory: [
          [hex(ARGUMENT), reservation(2n)],
          [hex(LIST), frames(0x10n, 0x20n), frames(0xaan, 0xbbn)],
        ],
        result: 2n,
      },
    ]);
    expect(stub.breakpoints).toEqual(new Set([ENTRY.toString(16)]));
  });

  it('leaves out what is not mapped', async () => {
    const { calls, end } = await start([entered(POPULATE, ARGUMENT), left(-14n)], {
      memory: { [hex(ARGUMENT)]: reservation(2n), [hex(LIST)]: frames(0x10n) },
    });
    await end;
    // The stub refuses what reaches beyond: the list is not there then.
    expect(calls.map(shown)).toEqual([
      { args: ['0x6', hex(ARGUMENT)], memory: [[hex(ARGUMENT), reservation(2n)]], result: -14n },
    ]);
  });

  it('of a call that goes on says no result but the last', async () => {
    const { calls, end } = await start(
      [
        entered(POPULATE, ARGUMENT),
        left(12n),
        entered(POPULATE | (1n << 6n), ARGUMENT),
        left(2n),
        entered(2n, 0n),
        left(12n),
        entered(2n, 0n),
        left(7n),
      ],
      { memory },
    );
    await end;
    // maximum_ram_page may well be 12.
    expect(calls.map(({ args, result }) => [args[0], result])).toEqual([
      [6n, undefined],
      [70n, 2n],
      [2n, 12n],
      [2n, 7n],
    ]);
  });

  // It has no argument of its call: a Linux's own boot showed it.
  it('knows a multicall that goes on', async () => {
    const entry = littleEndian(99n).padEnd(128, '0');
    const { calls, end } = await start(
      [entered(ARGUMENT, 2n), left(13n), entered(ARGUMENT + 64n, 1n), left(0n)],
      {
        memory: { [hex(ARGUMENT)]: entry + entry },
        asked: { multicall: hypercalls.multicall },
        symbols: { do_multicall: ENTRY },
      },
    );
    await end;
    expect(calls.map(({ args, result }) => [args[1], result])).toEqual([
      [2n, undefined],
      [1n, 0n],
    ]);
  });

  it('keeps the calls of several processors apart', async () => {
    const other = STACK + 0x8000n;
    const { calls, end } = await start(
      [
        entered(POPULATE, ARGUMENT),
        entered(2n, 0n, '02', other),
        left(5n, {}, '02', other),
        left(2n),
      ],
      { memory },
    );
    await end;
    expect(calls.map(({ args, result }) => [args[0], result])).toEqual([
      [2n, 5n],
      [6n, 2n],
    ]);
  });

  // The line of the inner call was lost: the multicall took its place.
  it('knows a call in a multicall that goes on with it', async () => {
    const entry = littleEndian(12n).padEnd(128, '0');
    const [at, inner] = [ENTRY + 0x100n, STACK - 0x100n];
    const { calls, end } = await start(
      [
        { ...entered(ARGUMENT, 1n), counter: at },
        entered(POPULATE, LIST, '01', inner),
        left(12n, {}, '01', inner),
        left(13n),
        { ...entered(ARGUMENT, 1n), counter: at },
        entered(POPULATE | (1n << 6n), LIST, '01', inner),
        left(1n, {}, '01', inner),
        left(0n),
      ],
      {
        memory: { [hex(ARGUMENT)]: entry },
        asked: { ...MEMORY_OP, multicall: hypercalls.multicall },
        symbols: { do_memory_op: ENTRY, do_multicall: at },
      },
    );
    await end;
    expect(calls.filter(({ hypercall }) => hypercall === 12).map(({ result }) => result)).toEqual([
      undefined,
      1n,
    ]);
    expect(calls).toHaveLength(4);
  });

  // The handler comes back to the entry, and each time the call was written anew.
  it('takes a call once, where a signal comes before its first instruction', async () => {
    const { stub, calls, end } = await start([
      entered(2n, 0n),
      { counter: ENTRY, signal: '0e' },
      elsewhere,
      left(5n),
    ]);
    await end;
    expect(calls.map(({ result }) => result)).toEqual([5n]);
    expect(stub.asked).toContain('C0e');
  });

  it('leaves the program an interrupt that it did not ask for', async () => {
    const { stub, end } = await start([{ counter: 0x1000n, signal: '02' }]);
    expect(await end).toBe('exited');
    expect(stub.asked.at(-1)).toBe('C02');
  });

  it('sets no breakpoint in a target that ended with its step', async () => {
    const { stub, end } = await start([entered(2n, 0n)]);
    expect(await end).toBe('exited');
    expect(stub.asked.at(-1)).toBe('vCont;s:01');
  });

  it('reads no other thread’s registers', async () => {
    const { end } = await start([entered(2n, 0n, '07')], {
      answer: (body) => (body === 'Hg07' ? 'E22' : undefined),
    });
    await expect(end).rejects.toThrow('the stub does not tell of thread 07');
  });

  // Under QEMU the whole guest stood still, with our breakpoints in it.
  it('lets the target go where a line cannot be written', async () => {
    const { stub, end } = await start([entered(2n, 0n), left(5n), elsewhere], {
      write() {
        throw new Error('the disk is full');
      },
    });
    await expect(end).rejects.toThrow('the disk is full');
    expect(stub.breakpoints.size).toBe(0);
    expect(stub.isDetached()).toBe(true);
  });

  it('uses hardware breakpoints where there are no others', async () => {
    const { stub, calls, end } = await start([entered(2n, 0n), left(5n)], { hardware: true });
    await end;
    expect(calls).toHaveLength(1);
    expect(stub.asked).toContain(`Z1,${ENTRY.toString(16)},1`);
  });

  it('after its count leaves no breakpoint and lets the target go', async () => {
    const { stub, calls, end } = await start(
      [entered(2n, 0n), left(5n), entered(2n, 0n), left(6n)],
      { count: 1 },
    );
    expect(await end).toBe('count');
    expect(calls).toHaveLength(1);
    expect(stub.breakpoints.size).toBe(0);
    expect(stub.isDetached()).toBe(true);
  });

  it('asked to end writes the call that has not come back without a result', async () => {
    const ends = new AbortController();
    const { stub, calls, end } = await start([entered(2n, 0n), elsewhere], {
      signal: ends.signal,
      idles: true,
      onIdle: () => ends.abort(),
    });
    expect(await end).toBe('asked');
    expect(calls.map(({ result }) => result)).toEqual([undefined]);
    expect(stub.breakpoints.size).toBe(0);
    expect(stub.isDetached()).toBe(true);
  });

  it('when the stub hangs up has what it had', async () => {
    const { calls, end } = await start(
      [entered(2n, 0n), left(5n), entered(POPULATE, ARGUMENT), left(2n)],
      { memory, hangsUpAt: 4 },
    );
    await expect(end).rejects.toMatchObject({ code: 'closed', message: 'the stub hung up' });
    expect(calls.map(({ args, result }) => [args[0], result])).toEqual([
      [2n, 5n],
      [6n, undefined],
    ]);
  });

  it('reads packets that come byte by byte', async () => {
    const { calls, end } = await start([entered(POPULATE, ARGUMENT), left(2n)], {
      memory,
      piece: 1,
    });
    await end;
    expect(calls[0]!.memory).toHaveLength(2);
  });

  it('of a 32-bit caller of a 64-bit hypervisor takes compat_memory_op', async () => {
    const argument = 0xc0401000n;
    const bytes = [
      littleEndian(0xc0402000n, 4),
      littleEndian(1n, 4),
      littleEndian(0n, 8),
      'f07f0000',
    ];
    const { calls, end } = await start([entered(POPULATE, argument), left(-1n & 0xffffffffn)], {
      abi: x86_32,
      symbols: { compat_memory_op: ENTRY },
      memory: { [hex(argument)]: bytes.join(''), '0xc0402000': '10000000' },
    });
    await end;
    expect(shown(calls[0]!)).toEqual({
      args: ['0x6', hex(argument)],
      memory: [
        [hex(argument), bytes.join('')],
        ['0xc0402000', '10000000'],
      ],
      result: -1n,
    });
  });

  it('of arm64 takes the link register', async () => {
    const registers = ['x0', 'x1', 'x2', 'x3', 'x4', 'x30', 'sp', 'pc'];
    const act: Step['act'] = (machine) => {
      machine.registers.set('x0', 2n);
      machine.registers.set('x30', BACK);
      machine.registers.set('sp', STACK);
    };
    const { stub, calls, end } = await start(
      [
        { counter: ENTRY, act },
        { counter: BACK, act: (machine) => void machine.registers.set('x0', 0x40000n) },
      ],
      { abi: arm64, architecture: 'aarch64', registers, counter: 'pc' },
    );
    await end;
    expect(calls.map(shown)).toEqual([{ args: ['0x2', '0x0'], memory: [], result: 0x40000n }]);
    expect(stub.asked).toContain(`Z0,${ENTRY.toString(16)},4`);
  });
});
