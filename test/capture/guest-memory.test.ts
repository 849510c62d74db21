import { describe, expect, it } from 'vitest';
import { codec, type CodecFor, createCallDecoder, createMemory } from '../../src/index.js';
import { at, call, type CallLine, header, le, linesOf, reservation } from './decoding.js';

const A = '0x1000';
const populate = ['0x6', A];

/** What the list of the first handle says, before and after, call by call. */
const lists = (lines: readonly CallLine[]): unknown[] =>
  lines.map(({ lists: [list] }) => list && [list.before, list.after]);

describe('bytes once seen', () => {
  it('stay known', async () => {
    const lines = await linesOf([
      header(),
      call(populate, [at(A, reservation(0x2000, 2)), at('0x2000', le(8, 5, 6))]),
      call(populate),
    ]);
    expect(lines[1]).toEqual({ ...lines[0], call: 1 });
    expect(lists(lines)).toEqual([
      [['0x5', '0x6'], null],
      [['0x5', '0x6'], null],
    ]);
  });

  it('are what a call left there, until a fragment says otherwise', async () => {
    const lines = await linesOf([
      header(),
      call(populate, [at(A, reservation(0x2000, 2)), at('0x2000', le(8, 5, 6), le(8, 7, 6))]),
      call(populate),
      call(populate, [at('0x2008', le(8, 9))]),
    ]);
    expect(lists(lines)).toEqual([
      [
        ['0x5', '0x6'],
        ['0x7', '0x6'],
      ],
      [['0x7', '0x6'], null],
      [['0x7', '0x9'], null],
    ]);
  });

  it('are one domain’s; the header names the caller of a call that names none', async () => {
    const struct = at(A, reservation(0x2000, 1));
    const lines = await linesOf([
      header('x86_64', { domain: { domid: 3 } }),
      call(populate, [struct, at('0x2000', le(8, 1))], { domid: 3 }),
      call(populate, [struct, at('0x2000', le(8, 2))], { domid: 4 }),
      call(populate, [], { domid: 3 }),
      call(populate, [], { domid: 4 }),
      call(populate, [], { domid: 5 }),
      call(populate),
    ]);
    expect(lists(lines)).toEqual([
      [['0x1'], null],
      [['0x2'], null],
      [['0x1'], null],
      [['0x2'], null],
      undefined,
      [['0x1'], null],
    ]);
    expect(lines[4]!.argument).toEqual({ address: A, before: null, after: null });
  });

  it('begin anew with another header', async () => {
    const lines = await linesOf([
      header(),
      call(populate, [at(A, reservation(0x2000, 0))]),
      header('x86_32'),
      call(populate),
    ]);
    expect(lines.map(({ argument }) => argument!.before === null)).toEqual([false, true]);
  });
});

describe('fragments', () => {
  it('join where they adjoin, across pages, in any order', async () => {
    const bytes = reservation(0x2ff8, 3);
    const [line] = await linesOf([
      header(),
      call(
        ['0x6', '0xffc'],
        [
          at('0x3000', le(8, 2)),
          at('0x1010', bytes.slice(40)),
          at('0xffc', bytes.slice(0, 4)),
          at('0xffe', bytes.slice(4, 40)),
          at('0x3008', le(8, 3)),
          at('0x2ff8', le(8, 1)),
        ],
      ),
    ]);
    expect(line!.argument!.before).toMatchObject({ extent_start: '0x2ff8', nr_extents: '3' });
    expect(line!.lists[0]!.before).toEqual(['0x1', '0x2', '0x3']);
    expect(line!.warnings).toEqual([]);
  });

  it('reach to the last byte of the address space', async () => {
    const top = '0xfffffffffffffffe';
    const [line] = await linesOf([header(), call(['0x3', top], [at(top, 'f07f')])]);
    expect(line!.argument).toEqual({ address: top, before: { domid: 0x7ff0 }, after: null });
  });

  it('may change a part of an argument, of which there is no value then', async () => {
    const [line] = await linesOf([header(), call(populate, [at(A, '0102', '0304')])]);
    expect(line).toMatchObject({ argument: { before: null, after: null }, lists: [] });
  });

  it('may show a change of the argument alone, of the list alone, and of nothing', async () => {
    const was = reservation(0x2000, 1);
    const is = reservation(0x2000, 1, { flags: 1 });
    const [both, same] = await linesOf([
      header(),
      call(populate, [at(A, was, is), at('0x2000', le(8, 1), le(8, 1))]),
      call(populate, [at(A, was, was), at('0x2000', le(8, 1), le(8, 2))]),
    ]);
    expect(both!.argument!.after).toMatchObject({ mem_flags: 1 });
    expect(both!.lists[0]!.after).toBeNull();
    expect(same!.argument!.after).toBeNull();
    expect(same!.lists[0]!.after).toEqual(['0x2']);
  });
});

describe('a list that the capture does not have whole', () => {
  it.each([
    [16, 2, ['0x1', '0x2']],
    [15, 1, ['0x1']],
    [7, 0, []],
  ])('of %i bytes ends after %i elements', async (size, count, before) => {
    const [line] = await linesOf([
      header(),
      call(populate, [
        at(A, reservation(0x2000, 3)),
        at('0x2000', le(8, 1, 2, 3).slice(0, size * 2)),
      ]),
    ]);
    expect(line!.lists[0]!.before).toEqual(before);
    expect(line!.warnings).toEqual([
      {
        code: 'list-truncated',
        path: 'extent_start',
        offset: count * 8,
        message: `extent_start: the capture has ${count} of 3 elements`,
        address: '0x2000',
      },
    ]);
  });

  it('of which nothing is known is null, one of no elements is empty', async () => {
    const [unknown, empty] = await linesOf([
      header(),
      call(populate, [at(A, reservation(0x2000, 1))]),
      call(populate, [at(A, reservation(0x2000, 0))]),
    ]);
    expect(unknown!.lists[0]).toMatchObject({ before: null, after: null });
    expect(empty!.lists[0]).toMatchObject({ before: [], after: null });
    expect(empty!.warnings).toEqual([]);
  });
});

describe('lengths that no memory has cost what is known and no more', () => {
  it.each([
    [2n ** 60n, 0x2000n, ['list-truncated']],
    [2n ** 61n, 0x2000n, ['handle-wrap', 'list-truncated']],
    [2n ** 64n - 1n, 0x2000n, ['handle-wrap', 'list-truncated']],
    [2n ** 61n + 2n, 0x2000n, ['handle-wrap', 'list-truncated']],
    [3n, 2n ** 64n - 16n, ['handle-wrap', 'list-truncated']],
    [2n, 2n ** 64n - 16n, []],
  ])('%i elements at %i', async (nr, start, codes) => {
    const [line] = await linesOf([
      header(),
      call(populate, [at(A, reservation(start, nr)), at(`0x${start.toString(16)}`, le(8, 1, 2))]),
    ]);
    expect(line!.lists).toMatchObject([{ before: ['0x1', '0x2'], after: null }]);
    expect(line!.warnings.map(({ code }) => code)).toEqual(codes);
  });

  it('in elements decoded', async () => {
    let decoded = 0;
    const counting: CodecFor = (type, abi, options) => {
      const its = codec(type, abi, options);
      return { ...its, decode: (...args) => (decoded++, its.decode(...args)) };
    };
    const decode = createCallDecoder({ abi: 'x86_64', interface: 'xen-4.17' }, counting);
    const entries = new Uint8Array(20 * 3 + 19);
    const map = Uint8Array.from(Buffer.from(le(4, 0xffffffff, 0) + le(8, 0x2000), 'hex'));
    const line = decode({
      kind: 'call',
      index: 0,
      line: 1,
      hypercall: 12,
      args: [9n, 0x1000n],
      memory: [
        { address: 0x1000n, before: map },
        { address: 0x2000n, before: entries },
      ],
      raw: {},
    });
    expect(line.lists[0]).toMatchObject({ length: 0xffffffffn });
    expect(line.lists[0]!.before).toHaveLength(3);
    // Once each, as the call changed nothing.
    expect(decoded).toBe(1 + 3);
  });

  it('in bytes read', () => {
    const memory = createMemory();
    memory.write(2n ** 64n - 5000n, new Uint8Array(5000));
    expect(memory.read(2n ** 64n - 5000n, Number.MAX_SAFE_INTEGER)).toHaveLength(5000);
    expect(memory.read(0n, Number.MAX_SAFE_INTEGER)).toHaveLength(0);
  });
});

it('a long list that many calls name is repeated for so long, and then left out with a sentence', () => {
  const decode = createCallDecoder({ abi: 'x86_64', interface: 'xen-4.17' }, codec);
  const COUNT = 0x10000;
  const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));
  const argument = { address: 0x1000n, before: bytes(reservation(0x100000, COUNT)) };
  const list = { address: 0x100000n, before: new Uint8Array(COUNT * 8) };
  const line = {
    kind: 'call',
    index: 0,
    line: 1,
    hypercall: 12,
    args: [1n, 0x1000n],
    raw: {},
  } as const;
  expect(decode({ ...line, memory: [argument, list] }).lists[0]!.before).toHaveLength(COUNT);
  // 2^22 elements, and 16 for each byte of the list; the arguments' bytes make less than two more.
  const most = 2 ** 22 / COUNT + 16 * 8;
  for (let i = 0; i < most; i++)
    expect(decode({ ...line, memory: [argument] }).lists[0]!.before).toHaveLength(COUNT);
  for (let i = 0; i < 2; i++) decode({ ...line, memory: [argument] });
  const { lists, warnings } = decode({ ...line, memory: [argument] });
  expect(lists[0]!.before).toBeUndefined();
  expect(warnings.map(({ code }) => code)).toEqual(['list-left-out']);
  expect(decode({ ...line, memory: [argument, list] }).lists[0]!.before).toHaveLength(COUNT);
});

describe('all that is known of a part of memory', () => {
  const memory = createMemory();
  memory.write(0x10fen, new Uint8Array([1, 2, 3, 4]));
  memory.write(0x9000n, new Uint8Array(600).fill(5));
  memory.forget(0x9001n, 1);
  const runs = (address: bigint, size: number): unknown[] =>
    [...memory.runs(address, size)].map(({ address: start, bytes }) => [start, bytes.length]);

  it('are its runs, however far apart', () => {
    expect(runs(0n, 2 ** 52)).toEqual([
      [0x10fen, 4],
      [0x9000n, 1],
      [0x9002n, 598],
    ]);
  });

  it('end with the part', () => {
    expect(runs(0x10ffn, 0x7f01)).toEqual([[0x10ffn, 3]]);
    expect(runs(0x10ffn, 0x7f02)).toEqual([
      [0x10ffn, 3],
      [0x9000n, 1],
    ]);
    expect(runs(0x1100n, 1)).toEqual([[0x1100n, 1]]);
    expect(runs(0x1102n, 0x100)).toEqual([]);
    expect(runs(0x1000n, 0)).toEqual([]);
  });
});
