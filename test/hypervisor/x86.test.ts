import { describe, expect, it } from 'vitest';
import { multicall_entry } from '../../abi/index.js';
import { architectures, type Call, codec } from '../../src/index.js';
import { createReplayer, grouped, setUp, type Verdict } from '../../src/hypervisor/index.js';
import { recordingOf } from './falsify.js';

/*
 * A PV dom0 on x86, 64 and 32 bits wide, as `more-xen-x86_64` and `more-xen-x86_32` have it: small
 * captures, each of one thing that the model had wrong.
 */

type Line = Readonly<Record<string, unknown>>;
type Width = 'x86_64' | 'x86_32';
const hex = (n: bigint | number): string => `0x${n.toString(16)}`;

const A = 0x10000;
const LIST = A + 0x1000;
const OUT = A + 0x2000;
/** Mapped up to here, and then read-only for a page. */
const RO = A + 0x8000;
const END = RO + 0x1000;
const SELF = 0x7ff0;
/** Frames 128 to 191 are the guest's, with the page numbers from 0; 160 and up are in use. */
const FIRST = 128;

const header = (abi: Width, domain: Line = {}): Line => ({
  kind: 'capture',
  version: 1,
  abi,
  host: { maxPage: 0x4000 },
  domain: { domid: 0, mode: 'pv', privileged: true, totPages: 64, maxPages: 96, ...domain },
  regions: [
    { start: hex(A), end: hex(RO) },
    { start: hex(RO), end: hex(END), access: 'ro' },
  ],
  frames: [
    { mfn: FIRST, count: 32, pfn: 0 },
    { mfn: FIRST + 32, count: 32, pfn: 32, mapped: true },
  ],
});

const call = (word: number, memory: readonly Line[], more: Line, at = A): Line => ({
  kind: 'call',
  hypercall: 12,
  args: [hex(word), hex(at)],
  memory,
  ...more,
});
const size = (abi: Width): number => (abi === 'x86_64' ? 8 : 4);
const numbers = (abi: Width, values: readonly number[]): string => {
  const bytes = new Uint8Array(values.length * size(abi));
  const view = new DataView(bytes.buffer);
  for (const [i, value] of values.entries()) view.setUint32(i * size(abi), value, true);
  return Buffer.from(bytes).toString('hex');
};
const list = (abi: Width, at: number, before: readonly number[], after = before): Line => ({
  address: hex(at),
  before: numbers(abi, before),
  after: numbers(abi, after),
});
const side = (extent_start: number, nr_extents: number, more: Line = {}): Line => ({
  extent_start: hex(extent_start),
  nr_extents,
  extent_order: 0,
  mem_flags: 0,
  domid: SELF,
  ...more,
});
const struct = (name: string, value: Line, at = A): Line => ({
  address: hex(at),
  struct: name,
  value,
});
const reserve = (word: number, value: Line, lists: readonly Line[], more: Line, at = A): Line =>
  call(word, [struct('xen_memory_reservation', value, at), ...lists], more, at);
const pages = (before: number, after: number): Line => ({ totPages: [before, after] });

async function* each(calls: readonly Call[]): AsyncGenerator<Call> {
  yield* calls;
}

async function replay(lines: readonly Line[]): Promise<Verdict[]> {
  const { header: head, calls } = await recordingOf(lines);
  const judge = createReplayer(head, codec, setUp(head.raw, { heap: false, undo: true }));
  const verdicts: Verdict[] = [];
  for await (const { record, entries } of grouped(each(calls)))
    if (record.kind === 'call') verdicts.push(judge(record, entries));
  return verdicts;
}
const verdicts = async (lines: readonly Line[]): Promise<string[]> =>
  (await replay(lines)).map(({ verdict }) => verdict);

/** An entry of a multicall as bytes: argument registers 2 to 5 have what nobody asked for. */
const entry = (abi: Width, words: readonly number[], rest = 0x77): string => {
  const [op = 0, result = 0, ...args] = words.map((word) => BigInt(word));
  const filled = [...args, ...Array<bigint>(6 - args.length).fill(BigInt(rest))];
  const bytes = codec(multicall_entry, architectures[abi]).encode({ op, result: 0n, args: filled });
  const view = new DataView(bytes.buffer);
  view.setInt32(size(abi), Number(result), true);
  if (size(abi) === 8 && result < 0n) view.setInt32(12, -1, true);
  return Buffer.from(bytes).toString('hex');
};
const multicall = (at: number, before: string, after: string, result: number): Line => ({
  kind: 'call',
  hypercall: 13,
  args: [hex(at), hex(1)],
  memory: [{ address: hex(at), before, after }],
  result,
});

describe.each(['x86_64', 'x86_32'] as const)('a multicall on %s', (abi) => {
  const AT = A + 0x4000;
  const rest = abi === 'x86_32' ? 0 : 0x77;
  const took = (word: number, result: number, others = rest) => [
    header(abi),
    multicall(AT, entry(abi, [12, 5, 0, A]), entry(abi, [12, result, word, A], others), 0),
    reserve(0, side(LIST, 4), [list(abi, LIST, [0, 0, 0, 0], [512, 513, 514, 515])], {
      parent: 0,
      result,
    }),
  ];

  it('has the registers of a preempted entry in guest memory', async () => {
    expect(await verdicts(took(0, 4, 0x77))).toEqual(['match', 'match']);
    expect(await verdicts(took(3 << 6, 4))).toEqual(['match', 'match']);
    // Past what was done there is nowhere to go on from.
    expect(await verdicts(took(5 << 6, 4))).toEqual(['differ', 'match']);
    expect(await verdicts(took(3 << 6, 4, 0x78))).toEqual(['differ', 'match']);
  });

  it('is refused inside another', async () => {
    const [before, after] = [0, -22].map((result) => entry(abi, [13, result, AT, 1]));
    const lines = [header(abi), multicall(AT, before!, after!, 0)];
    const inner = { kind: 'call', parent: 0, hypercall: 13, args: [hex(AT), '0x1'] };
    expect(await verdicts([...lines, { ...inner, result: -22 }])).toEqual(['match', 'match']);
    expect(await verdicts([...lines, { ...inner, result: 0 }])).toEqual(['match', 'differ']);
  });

  it('whose entry cannot be answered has done it nevertheless', async () => {
    const before = entry(abi, [12, 0, 0, A]);
    const increase = (count: number, done: number, result: number) => [
      header(abi),
      {
        ...multicall(RO, before, before, result),
        memory: [
          { address: hex(RO), before },
          struct('xen_memory_reservation', side(LIST, count)),
          list(abi, LIST, [0, 0, 0], [512, 513, 0]),
        ],
        observed: pages(64, 64 + done),
      },
    ];
    expect(await verdicts(increase(2, 2, -14))).toEqual(['match']);
    // Preempted, it is not gone on with: its error is taken for a hypercall's number.
    expect(await verdicts(increase(3, 2, -38))).toEqual(['match']);
    expect(await verdicts(increase(3, 2, -14))).toEqual(['differ']);
  });
});

it.each([
  ['x86_64', -14],
  ['x86_32', 0],
] as const)('%s: an empty multicall whose list is not the guest: %d', async (abi, result) => {
  const at = abi === 'x86_64' ? '0xffff830000000000' : '0xf6000000';
  const empty = { kind: 'call', hypercall: 13, args: [at, '0x0'], memory: [] };
  expect(await verdicts([header(abi), { ...empty, result }])).toEqual(['match']);
  expect(await verdicts([header(abi), { ...empty, result: -14 - result }])).toEqual(['differ']);
});

it('an integer that crosses into a page that faults is not written in part', async () => {
  const at = RO - 4;
  const told = (after: string) =>
    reserve(0, side(at, 1), [{ address: hex(at), before: 'eeeeeeee', after }], {
      result: 0,
      observed: pages(64, 65),
    });
  expect(await verdicts([header('x86_64'), told('eeeeeeee')])).toEqual(['match']);
  expect(await verdicts([header('x86_64'), told('00020000')])).toEqual(['differ']);
});

it('a claim grows with what is given up under it', async () => {
  const claim = (nr: number, result: number) =>
    reserve(24, side(0, nr, { domid: 0 }), [], { result });
  const give = reserve(1, side(LIST, 4), [list('x86_64', LIST, [128, 129, 130, 131])], {
    result: 4,
  });
  const take = reserve(0, side(0, 6), [], { result: 6 });
  const lines = [header('x86_64'), claim(68, 0), give, take];
  expect(await verdicts([...lines, claim(70, -22)])).toEqual(Array(4).fill('match'));
  expect(await verdicts([...lines, claim(70, 0)])).toEqual([...Array(3).fill('match'), 'differ']);
});

it('sharing is asked with the whole command word, access with none of its upper bits', async () => {
  const bare = (word: number, result: number) => call(word, [], { result });
  const asked = [bare(18, 0), bare(18 | 64, -38), bare(19 | 64, 0), bare(21 | 64, -1)];
  expect(await verdicts([header('x86_64'), ...asked])).toEqual([
    'match',
    'match',
    'differ',
    'skip',
  ]);
});

it('pages of an extent that failed go as far as the page count says, untold ones among them', async () => {
  const run = (count: number) => Array.from({ length: count }, (_, i) => FIRST + i);
  const decreased = (after: number) => [
    header('x86_64'),
    reserve(1, side(LIST, 4), [list('x86_64', LIST, run(4))], { result: 4 }),
    reserve(0, side(0, 2), [], { result: 2 }),
    reserve(1, side(LIST, 1, { extent_order: 3 }), [list('x86_64', LIST, [FIRST])], {
      result: 0,
      observed: pages(62, after),
    }),
  ];
  expect(await verdicts(decreased(62))).toEqual(['match', 'match', 'match']);
  expect(await verdicts(decreased(60))).toEqual(['match', 'match', 'match']);
  expect(await verdicts(decreased(59))).toEqual(['match', 'match', 'differ']);
});

interface Exchange {
  readonly frames: readonly number[];
  readonly out: number;
  readonly memory: readonly Line[];
  readonly more: Line;
}
const exchange = ({ frames, out, memory, more }: Exchange, at = A): Line =>
  call(
    11,
    [
      struct(
        'xen_memory_exchange',
        { in: side(LIST, frames.length), out: side(out, frames.length), nr_exchanged: 0 },
        at,
      ),
      ...memory,
    ],
    more,
    at,
  );

describe('a 32-bit exchange that fails', () => {
  const failed = (moved: number): Line =>
    exchange({
      frames: [128, 129, 0x3fff],
      out: OUT,
      memory: [list('x86_32', LIST, [128, 129, 0x3fff]), list('x86_32', OUT, [0, 1, 2])],
      more: {
        result: -22,
        observed: { m2p: { before: [], after: [[hex(128), moved === 0 ? '0x0' : null]] } },
      },
    });
  it('has done its first chunks, and tells nothing of them', async () => {
    expect(await verdicts([header('x86_32'), failed(1)])).toEqual(['match']);
  });

  it('leaves it open which frames went, where it may have got past one that was not told', async () => {
    const [a, b, c] = [128, 129, 130];
    const lines = (next: number) => [
      header('x86_32'),
      reserve(1, side(LIST, 1), [list('x86_32', LIST, [a])], { result: 1 }),
      reserve(0, side(0, 1), [], { result: 1 }),
      exchange({
        frames: [a, b, 0x3fff],
        out: OUT,
        memory: [list('x86_32', LIST, [a, b, 0x3fff]), list('x86_32', OUT, [0, 1, 2])],
        more: { result: -22 },
      }),
      reserve(0, side(LIST, 1), [list('x86_32', LIST, [0], [next])], { result: 1 }),
    ];
    expect((await verdicts(lines(b))).at(-1)).toBe('match');
    expect((await verdicts(lines(c))).at(-1)).toBe('differ');
  });
});

it('of a 32-bit exchange whose first number cannot be told no later one is', async () => {
  const at = END - 4;
  const { regions: _, ...facts } = header('x86_32');
  const regions = [
    { start: hex(A), end: hex(RO) },
    { start: hex(RO), end: hex(END), access: 'ro' },
    { start: hex(END), end: hex(END + 0x1000) },
  ];
  const told = (third: number): Line =>
    exchange({
      frames: [128, 129],
      out: at,
      memory: [list('x86_32', LIST, [128, 129]), list('x86_32', at, [0, 0x300], [0, third])],
      more: { result: -14, observed: pages(64, 64) },
    });
  const done = (line: Line): Line => ({
    ...line,
    memory: [...(line['memory'] as Line[]).slice(1), { address: hex(A), ...whole }],
  });
  const before = numbers('x86_32', [LIST, 2, 0, 0, SELF, at, 2, 0, 0, SELF, 0]);
  const whole = { before, after: before.slice(0, -8) + numbers('x86_32', [2]) };
  expect(await verdicts([{ ...facts, regions }, done(told(0x300))])).toEqual(['match']);
});

describe('nr_exchanged is written last, upon whatever the out list has there', () => {
  const argument = (upper: number): Line => {
    const one = (at: number): number[] => [at, 0, 1, 0, 0, 0, SELF, 0];
    const words = [...one(LIST), ...one(A + 60), 0, 0];
    const bytes = Buffer.alloc(72);
    for (const [i, word] of words.entries()) bytes.writeUInt32LE(word, i * 4);
    const after = Buffer.from(bytes);
    after.writeBigUInt64LE(0x201n, 60);
    after.writeBigUInt64LE(1n, 64);
    after.writeUInt32LE(upper, 68);
    return call(
      11,
      [
        { address: hex(A), before: bytes.toString('hex'), after: after.toString('hex') },
        list('x86_64', LIST, [128]),
      ],
      { result: 0, observed: { m2p: { before: [], after: [['0x201', '0x0']] } } },
    );
  };
  it('and the frame number is what is left of it', async () => {
    expect(await verdicts([header('x86_64'), argument(0)])).toEqual(['match']);
    expect(await verdicts([header('x86_64'), argument(1)])).toEqual(['differ']);
  });
});

describe('a reservation of a 32-bit caller that is preempted before a number that cannot be told', () => {
  const lost = (command: number, at: number, result: number): Line =>
    reserve(
      command,
      side(at, 3),
      at < RO ? [list('x86_32', at, [1], [512])] : [list('x86_32', at, [1, 2, 3])],
      { result, observed: pages(64, 66) },
    );
  it.each([
    ['increase, the first', 0, RO, -14],
    ['increase, the second', 0, RO - 4, -38],
    ['populate, the first', 6, RO, -38],
  ] as const)('%s', async (_, command, at, result) => {
    expect(await verdicts([header('x86_32'), lost(command, at, result)])).toEqual(['match']);
    expect(await verdicts([header('x86_32'), lost(command, at, -52 - result)])).toEqual(['differ']);
  });
});

describe("the compat layer's checks come before the native ones", () => {
  const resource = (value: Line, word: number, result: number): Line =>
    call(
      word,
      [
        struct('xen_mem_acquire_resource', {
          type: 1,
          id: 0,
          pad: 0,
          frame_list: hex(LIST),
          ...value,
        }),
      ],
      { result },
    );
  it.each([
    ['a start past the list', 0x1c | (1 << 6), { domid: 0, nr_frames: 1, frame: 0 }, -22, -1],
    ['a part of the list', 0x1c, { domid: 0, nr_frames: 0xffffffff, frame: 1 }, -1, -22],
  ] as const)('acquire_resource: %s', async (_, word, value, narrow, wide) => {
    expect(await verdicts([header('x86_32'), resource(value, word, narrow)])).toEqual(['match']);
    expect(await verdicts([header('x86_64'), resource(value, word, wide)])).toEqual(['match']);
  });

  it.each([
    ['add_to_physmap', 7],
    ['remove_from_physmap', 15],
    ['get_vnumainfo', 26],
  ] as const)('%s: the argument before the extent', async (_, command) => {
    const word = command | (0x10000 << 6);
    const asked = (result: number) => call(word, [], { result }, END);
    expect(await verdicts([header('x86_32'), asked(-14)])).toEqual(['match']);
    expect(await verdicts([header('x86_64'), asked(command === 7 ? -33 : -22)])).toEqual(['match']);
  });

  it('add_to_physmap_batch: the lists before the domain', async () => {
    const batch = (idxs: number, result: number): Line =>
      call(
        23,
        [
          struct('xen_add_to_physmap_batch', {
            domid: SELF,
            space: 2,
            size: 2,
            u: { res0: 0 },
            idxs: hex(idxs),
            gpfns: hex(LIST),
            errs: hex(OUT),
          }),
          list('x86_32', LIST, [0, 1]),
        ],
        { result },
      );
    expect(await verdicts([header('x86_32'), batch(END, -14)])).toEqual(['match']);
    expect(await verdicts([header('x86_32'), batch(LIST, -13)])).toEqual(['match']);
  });
});

it('page numbers of a 32-bit guest wrap in the table that it sees', async () => {
  const populated = (second: string): Line =>
    reserve(
      6,
      side(LIST, 1, { extent_order: 2 }),
      [{ address: hex(LIST), before: 'feffffff', after: numbers('x86_32', [512]) }],
      {
        result: 1,
        observed: {
          m2p: {
            before: [],
            after: [
              ['0x201', null],
              ['0x202', second],
            ],
          },
        },
      },
    );
  expect(await verdicts([header('x86_32'), populated('0x0')])).toEqual(['match']);
  expect(await verdicts([header('x86_32'), populated('0x100000000')])).toEqual(['differ']);
});

describe('a 32-bit exchange whose out list lies upon its in list, one further', () => {
  const question = numbers('x86_32', [LIST, 2, 0, 0, SELF, LIST + 4, 2, 0, 0, SELF, 0]);
  const told = (done: number, result: number, after: readonly number[]): Line =>
    call(
      11,
      [
        {
          address: hex(A),
          before: question,
          after: question.slice(0, -8) + numbers('x86_32', [done]),
        },
        list('x86_32', LIST, [128, 0x300, 0x301], after),
      ],
      { result, observed: { m2p: { before: [], after: [[hex(128), null]] } } },
    );
  it('gives up what it was just told, if it was preempted in between', async () => {
    expect(await verdicts([header('x86_32'), told(2, 0, [128, 512, 513])])).toEqual(['match']);
    expect(await verdicts([header('x86_32'), told(1, 0, [128, 512, 513])])).toEqual(['differ']);
  });
  it('fails at a page number, if it was not', async () => {
    expect(await verdicts([header('x86_32'), told(0, -22, [128, 0x300, 0x301])])).toEqual([
      'match',
    ]);
  });
});

it('a memory map that nobody could read is not the one before it', async () => {
  const set = (entries: number, buffer: number): Line =>
    call(
      13,
      [
        struct('xen_foreign_memory_map', {
          domid: SELF,
          map: { nr_entries: entries, buffer: hex(buffer) },
        }),
      ],
      {
        result: 0,
      },
    );
  const get = (result: number): Line =>
    call(9, [struct('xen_memory_map', { nr_entries: 0, buffer: hex(OUT) })], { result });
  const lines = [header('x86_64'), set(0, 0), get(-38), get(0), set(1, A + 0x3000), get(0)];
  expect(await verdicts(lines)).toEqual(['match', 'match', 'differ', 'skip', 'skip']);
});
