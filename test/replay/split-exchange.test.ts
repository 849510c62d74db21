import { expect, test } from 'vitest';
import { codec } from '../../src/index.js';
import { createMachine, hypercall, setUp } from '../../src/hypervisor/index.js';
import { heapChoices } from '../../src/hypervisor/oracle.js';
import {
  A,
  bytesHex,
  ENTRIES,
  header,
  hex,
  type Line,
  list,
  multicall,
  recordingOf,
  replay,
  reservation,
  struct,
} from '../hypervisor/lines.js';

/*
 * A 32-bit exchange that was preempted between two batches goes on with a start extent, in units
 * of its output, and is refused for it. The entry of a multicall shows it in its registers.
 */

const IN = A + 0x1000;
const OUT = A + 0x5000;

/** What a host does, in a multicall, that preempts an exchange there. */
async function recorded(
  [inOrder, outOrder]: readonly [number, number],
  pages: number,
  preempt: (done: bigint) => boolean,
  isSplit: boolean,
): Promise<readonly [facts: Line, multicall: Line]> {
  const facts = header({
    abi: 'x86_32',
    domain: { domid: 0, mode: 'pv', privileged: true, totPages: pages, maxPages: 2 * pages },
    frames: [{ mfn: 0x1000, count: pages, pfn: 0 }],
  });
  const [from, to] = [pages >> inOrder, pages >> outOrder];
  const value = {
    in: reservation(IN, from, { extent_order: inOrder }),
    out: reservation(OUT, to, { extent_order: outOrder }),
    nr_exchanged: 0,
  };
  const firsts = Array.from({ length: from }, (_, i) => 0x1000 + (i << inOrder));
  const pfns = Array.from({ length: to }, (_, i) => i << outOrder);
  const memory = [struct('xen_memory_exchange', value), list(IN, firsts), list(OUT, pfns)];
  const line = multicall([[11, A]], memory, 'x86_32');
  const { header: head, calls } = await recordingOf([facts, line]);
  const one = calls[0]!;
  const host = setUp(head.raw, { heap: true, undo: true });
  const choices = { ...heapChoices(host.heap!, preempt), split: () => isSplit };
  const machine = createMachine(host, head, codec, () => choices);
  const caller = host.domains.get(0)!;
  for (const { address, before } of one.memory) caller.memory.show(address, before);
  expect(hypercall(machine, { caller, number: 13, args: one.args })).toBe(0n);
  const after = one.memory.map(({ address, before }) => ({
    address: hex(address),
    before: bytesHex(before),
    after: bytesHex(caller.memory.peek(address, before.length)),
  }));
  return [facts, { ...line, memory: after, result: 0 }];
}

/** The entry's words after the multicall: its operation, its result, its first register. */
function entryOf(line: Line): DataView {
  const fragments = line['memory'] as readonly Record<string, string>[];
  const { after } = fragments.find(({ address }) => address === hex(ENTRIES))!;
  const bytes = Buffer.from(after!, 'hex');
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
}

const never = (): boolean => false;
const CASES = [
  ['the same order', [0, 0], 600, never, 507],
  ['larger extents', [0, 1], 1016, never, 338],
  ['smaller extents', [1, 0], 800, never, 676],
  ['larger extents, preempted inside before', [0, 1], 1016, (d: bigint) => d === 100n, 388],
] as const;

test.each(CASES)('into %s: it may have been', async (_, orders, pages, preempt, extent) => {
  const [facts, line] = await recorded(orders, pages, preempt, true);
  const entry = entryOf(line);
  expect([entry.getInt32(4, true), entry.getUint32(8, true)]).toEqual([-22, 11 | (extent << 6)]);
  expect(await replay([facts, line])).toMatchObject([{ verdict: 'match', differences: [] }]);
});

test.each(CASES)('into %s: it need not', async (_, orders, pages, preempt) => {
  const [facts, line] = await recorded(orders, pages, preempt, false);
  const entry = entryOf(line);
  expect([entry.getInt32(4, true), entry.getUint32(8, true)]).toEqual([-22, 11]);
  expect(await replay([facts, line])).toMatchObject([{ verdict: 'match', differences: [] }]);
});

test('it does not go on from anywhere else', async () => {
  const [facts, line] = await recorded([0, 1], 1016, never, true);
  const memory = (line['memory'] as readonly Record<string, string>[]).map((fragment) => {
    if (fragment['address'] !== hex(ENTRIES)) return fragment;
    const entry = entryOf(line);
    entry.setUint32(8, 11 | (337 << 6), true);
    return { ...fragment, after: bytesHex(new Uint8Array(entry.buffer, entry.byteOffset, 32)) };
  });
  expect(await replay([facts, { ...line, memory }])).toMatchObject([{ verdict: 'differ' }]);
});
