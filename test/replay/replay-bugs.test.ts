import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Call, codec } from '../../src/index.js';
import { heapChoices } from '../../src/hypervisor/oracle.js';
import {
  createMachine,
  createRunner,
  FactError,
  hypercall,
  setUp,
} from '../../src/hypervisor/index.js';
import { createGuestMemory } from '../../src/hypervisor/guest/memory.js';
import {
  A,
  bytesHex,
  call,
  header,
  hex,
  type Line,
  list,
  recordingOf,
  replay,
  replayer,
  reservation,
  reserve,
  struct,
} from '../hypervisor/lines.js';

const LIST = A + 0x1000;

interface Trouble {
  /** The place of a page that is not the domain's. */
  readonly bad?: number | undefined;
  /** Below 2^21 bytes there are 512 frames. */
  readonly bits?: number;
  /** Where the out list begins to be read-only. */
  readonly readOnly?: number;
}

/** What a host does that preempts an exchange of `n` pages at these chunks, replayed. */
async function preempted(
  n: number,
  isPreempted: (done: bigint) => boolean,
  { bad, bits = 0, readOnly = 0x2000 }: Trouble = {},
) {
  const IN = A + 0x1000;
  const OUT = A + 0x5000;
  const facts = header({
    abi: 'x86_32',
    domain: { domid: 0, mode: 'pv', privileged: true, totPages: n, maxPages: 2 * n },
    frames: [{ mfn: 0x1000, count: n, pfn: 0 }],
    regions: [
      { start: hex(A), end: hex(OUT + readOnly * 4) },
      { start: hex(OUT + readOnly * 4), end: hex(A + 0x10000), access: 'ro' },
    ],
  });
  const value = {
    in: reservation(IN, n),
    out: reservation(OUT, n, { mem_flags: bits }),
    nr_exchanged: 0,
  };
  const from = Array.from({ length: n }, (_, i) => (i === bad ? 0x3fff : 0x1000 + i));
  const to = from.map((_, i) => 0x100 + i);
  const issued = call(11, [struct('xen_memory_exchange', value), list(IN, from), list(OUT, to)]);
  const { header: head, calls } = await recordingOf([facts, issued]);
  const [one] = calls as [Call];
  const host = setUp(head.raw, { heap: true, undo: true });
  const machine = createMachine(host, head, codec, () => heapChoices(host.heap!, isPreempted));
  const caller = host.domains.get(0)!;
  for (const { address, before } of one.memory) caller.memory.show(address, before);
  const result = hypercall(machine, { caller, number: 12, args: one.args });
  const memory = one.memory.map(({ address, before }) => ({
    address: hex(address),
    before: bytesHex(before),
    after: bytesHex(caller.memory.peek(address, before.length)),
  }));
  const recorded = { ...issued, memory, result: Number(result) };
  return { result, verdict: (await replay([facts, recorded]))[0]! };
}

describe('a 32-bit exchange that was preempted more than once replays', () => {
  it.each([
    [1400, [450n, 900n], undefined, 0n],
    [1400, [450n, 800n], undefined, -22n],
    [1400, [450n, 900n], 1100, -22n],
    [1400, [450n, 507n], 700, -22n],
    [1400, [300n, 507n, 800n, 1200n], undefined, 0n],
    [1014, [500n, 507n], undefined, 0n],
    [508, [], undefined, -22n],
  ] as const)('%d extents at %o, bad %s', async (n, at, bad, expected) => {
    const { result, verdict } = await preempted(n, (done) => at.some((a) => a === done), { bad });
    expect(result).toBe(expected);
    expect(verdict).toMatchObject({ verdict: 'match', differences: [] });
  });

  it('whatever ends it', async () => {
    const trouble = fc.oneof(
      fc.constant({}),
      fc.nat(2000).map((bad) => ({ bad })),
      fc.constant({ bits: 21 }),
    );
    const schedule = fc.array(fc.integer({ min: 1, max: 700 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 2000 }), schedule, trouble, async (n, gaps, t) => {
        let sum = 0;
        const at = new Set(gaps.map((gap) => BigInt((sum += gap))));
        const { verdict } = await preempted(n, (done) => at.has(done), t);
        expect(verdict).toMatchObject({ verdict: 'match', differences: [] });
      }),
      { numRuns: 60, seed: 11 },
    );
  });

  it.each([
    [400, 100, 0n],
    [900, 300, 0n],
    [900, 600, 200n],
  ])('%d extents whose list is read-only from %d on', async (n, readOnly, at) => {
    const { result, verdict } = await preempted(n, (done) => done === at, { readOnly });
    expect(result).toBe(-14n);
    expect(verdict).toMatchObject({ verdict: 'match', differences: [] });
  });
});

describe("a multicall entry's line", () => {
  const MULTI = A + 0x8000;
  const entry = (line: Line) => {
    const words = new BigUint64Array(8);
    words.set([12n, 0n, 1n, BigInt(A)]);
    const before = new Uint8Array(words.buffer).slice();
    words[1] = 1n;
    return [
      header(),
      {
        kind: 'call',
        hypercall: 13,
        args: [hex(MULTI), '0x1'],
        memory: [
          {
            address: hex(MULTI),
            before: bytesHex(before),
            after: bytesHex(new Uint8Array(words.buffer)),
          },
        ],
        result: 0,
      },
      reserve(1, reservation(LIST, 1), [list(LIST, [130])], { parent: 0, result: 1, ...line }),
    ];
  };
  const judged = async (line: Line) => {
    const { calls, judge } = await replayer(entry(line));
    const [multicall, own] = calls as [Call, Call];
    return [judge(multicall, [own]), judge(own)];
  };
  it('matches with the registers that memory has', async () => {
    expect((await judged({})).map(({ verdict }) => verdict)).toEqual(['match', 'match']);
  });
  it.each([
    [{ args: ['0x6', hex(A)] }, 'args[0]', '0x1', '0x6'],
    [{ args: ['0x1', hex(A + 8)] }, 'args[1]', hex(A), hex(A + 8)],
    [{ hypercall: 29 }, 'hypercall', 12, 29],
  ])('differs where its registers do not agree with memory: %j', async (line, path, ...words) => {
    const [, own] = await judged(line);
    const [expected, actual] = words;
    expect(own).toMatchObject({ verdict: 'differ' });
    expect(own!.differences[0]).toEqual({ what: 'memory', path, expected, actual });
  });
});

it('26 is no exchange under xen-4.17: lost frames excuse nothing there', async () => {
  const lost = reserve(1, reservation(LIST, 2), [], { result: 1 });
  const asked = call(26, [{ address: hex(A), before: '00'.repeat(56) }], { result: 7 });
  const verdicts = await replay([header(), lost, asked]);
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(['skip', 'differ']);
  const pin = { ...asked, memory: [{ address: hex(A), before: '00'.repeat(72) }] };
  const pinned = await replay([header({ interface: 'pin-v4' }), lost, pin]);
  expect(pinned.map(({ verdict }) => verdict)).toEqual(['skip', 'differ']);
});

it("a skipped reservation makes its target's pages unknown, not the caller's", async () => {
  const domain = (domid: number, mfn: number) => ({
    domid,
    mode: 'pv',
    privileged: domid === 0,
    totPages: 64,
    maxPages: 96,
    frames: [{ mfn, count: 64, pfn: 0 }],
    regions: [{ start: hex(A), end: hex(A + 0x10000) }],
  });
  const { domain: _d, frames: _f, regions: _r, ...facts } = header();
  const { host, judge, calls } = await replayer([
    { ...facts, domains: [domain(0, 128), domain(1, 256)] },
    reserve(1, reservation(LIST, 2, { domid: 1 }), [], { domid: 0, result: 1 }),
  ]);
  expect(judge(calls[0]!).verdict).toBe('skip');
  expect(host.domains.get(0)!.totPages).toBe(64n);
  expect(host.domains.get(1)!.totPages).toBeUndefined();
});

it('after a difference as many pages may be anonymous as were asked for', async () => {
  const wrong = reserve(0, reservation(0, 8, { extent_order: 1 }), [], { result: 5 });
  const { host, judge, calls } = await replayer([header(), wrong]);
  expect(judge(calls[0]!).verdict).toBe('differ');
  expect(host.domains.get(0)).toMatchObject({ anonymous: 16n, totPages: undefined });
});

describe('a header that no hypervisor could hand on is refused with its path', () => {
  const vnuma = (more: Line) => ({
    domain: {
      mode: 'pv',
      vnuma: {
        nodes: 2,
        distances: [10, 20, 20, 10],
        vcpus: [0, 1],
        ranges: [{ start: 0, end: 4096, nid: 1 }],
        ...more,
      },
    },
  });
  const set = (more: Line) => () => setUp(header({ frames: [], ...more }), { heap: false });
  const most = hex(1n << 64n);
  it.each([
    [vnuma({ ranges: [{ start: 0, end: 1, nid: 2 ** 32 }] }), 'domain.vnuma.ranges[0].nid'],
    [vnuma({ ranges: [{ start: 0, end: 1, nid: 2 }] }), 'domain.vnuma.ranges[0].nid'],
    [vnuma({ ranges: [{ start: 0, end: most, nid: 0 }] }), 'domain.vnuma.ranges[0].end'],
    [vnuma({ ranges: [{ start: most, end: most, nid: 0 }] }), 'domain.vnuma.ranges[0].start'],
    [vnuma({ ranges: [{ start: 2, end: 1, nid: 0 }] }), 'domain.vnuma.ranges[0]'],
    [vnuma({ distances: [10, 20, 20] }), 'domain.vnuma.distances'],
    [vnuma({ vcpus: [0, 2] }), 'domain.vnuma.vcpus.1'],
    [vnuma({ nodes: 0, distances: [] }), 'domain.vnuma.nodes'],
    [{ domain: { mode: 'pv', totPages: most } }, 'domain.totPages'],
    [{ domain: { mode: 'pv', grantFrames: hex(1n << 32n) } }, 'domain.grantFrames'],
    [{ regions: [{ start: most, end: most }] }, 'regions[0].start'],
    [{ frames: [{ mfn: 1, count: 2, pfn: hex((1n << 64n) - 1n) }] }, 'frames[0]'],
  ])('%j', (more, path) => {
    expect(set(more)).toThrow(FactError);
    expect(set(more)).toThrow(expect.objectContaining({ path }));
  });
  it('but a region may end where the address space does', () => {
    expect(set({ regions: [{ start: 0, end: most }] })).not.toThrow();
    expect(set(vnuma({}))).not.toThrow();
  });
});

it('a run tells pages past 2^53 without losing a bit', async () => {
  const pages = String((1n << 53n) + 1n);
  const { header: head, calls } = await recordingOf([
    header({ domain: { mode: 'pv', privileged: true, totPages: pages, maxPages: 96 } }),
    reserve(1, reservation(LIST, 1), [list(LIST, [130])]),
  ]);
  const { line } = createRunner(head, codec)(calls[0]!);
  expect(line['observed']).toMatchObject({ totPages: [pages, String(1n << 53n)] });
});

describe('guest memory', () => {
  it('ends where its region does, inside a page', () => {
    const memory = createGuestMemory([
      { start: 0x3000n, end: 0x3010n, access: 'rw' },
      { start: 0x1000n, end: 0x1804n, access: 'rw' },
      { start: 0x1804n, end: 0x1900n, access: 'ro' },
      { start: 0x2000n, end: 0x2000n, access: 'rw' },
    ]);
    memory.show(0x1000n, new Uint8Array(0x1000));
    expect(memory.read(0x17fcn, 16)).toHaveLength(16);
    expect(memory.read(0x18f8n, 9)).toBeUndefined();
    expect(memory.isWritable(0x17fcn, 8)).toBe(true);
    expect(memory.isWritable(0x17fcn, 9)).toBe(false);
    expect(memory.isWritable(0x3008n, 9)).toBe(false);
    expect(memory.read(0x2000n, 1)).toBeUndefined();
  });

  it.each([
    [true, 0],
    [false, 3],
  ])('an integer across two pages is written at once: %s', (writesAcrossPages, written) => {
    const regions = [{ start: 0x1000n, end: 0x2000n, access: 'rw' }] as const;
    const memory = createGuestMemory(regions, { writesAcrossPages });
    expect(memory.write(0x1ffdn, new Uint8Array([1, 2, 3, 4]))).toBe(false);
    expect(memory.peek(0x1ffdn, 4)).toHaveLength(written);
    expect(memory.blur(0x1ffdn, 4)).toBe(false);
    expect(memory.peek(0x1ffdn, 4)).toHaveLength(0);
  });
});

describe.each([
  ['xen-4.18.3', 0],
  ['xen-4.18.4', 3],
  ['xen-4.19.0', 0],
  ['xen-4.20.0', 3],
])('%s tells the first frame number across the end of memory', (name, written) => {
  it.each(['x86_64', 'x86_32'])('to a guest of %s', async (abi) => {
    const width = abi === 'x86_64' ? 8 : 4;
    const at = A + 0x10000 - 3;
    const before = 'a7a7a7';
    const after = written === 0 ? before : '010000';
    const [verdict] = await replay([
      header({ abi, interface: name, domain: { domid: 0, mode: 'pv', privileged: true } }),
      reserve(0, reservation(at, 1), [{ address: hex(at), before, after }], {
        result: 0,
        observed: { totPages: [64, 65] },
      }),
    ]);
    expect([width, verdict?.verdict]).toEqual([width, 'match']);
  });
});

it('a frame number that nobody recorded is not known afterwards', async () => {
  const { host, judge, calls } = await replayer([
    header(),
    reserve(6, reservation(LIST, 1), [list(LIST, [70])], { result: 0 }),
    // The list is known from the line above; what the call wrote there is in no line.
    reserve(6, reservation(LIST, 1), [], { result: 1 }),
    reserve(1, reservation(LIST, 1), [], { result: 1 }),
  ]);
  const verdicts = calls.map((one) => judge(one));
  expect(host.domains.get(0)!.memory.peek(BigInt(LIST), 8)).toHaveLength(0);
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(['differ', 'match', 'skip']);
});

it('a call with very many differences tells the first hundred', async () => {
  const values = Array.from({ length: 500 }, (_, i) => i);
  const many = reserve(1, reservation(LIST, 500), [list(LIST, values)], { result: 0 });
  const { judge, calls } = await replayer([header(), many]);
  const [recorded] = calls as [Call];
  const memory = recorded.memory.map((f, i) =>
    i === 1 ? { ...f, after: f.before.map((b) => b ^ 1) } : f,
  );
  const judged = judge({ ...recorded, memory });
  expect(judged.differences).toHaveLength(100);
  expect(judged.reason).toBe('more than 100 differences, of which 100 are told');
});
