import { expect, test } from 'vitest';
import {
  A,
  header,
  hex,
  type Line,
  list,
  multicall,
  replay,
  reservation,
  struct,
} from '../hypervisor/lines.js';

/* Entries whose outcome the line of their multicall shows only in part. */

const LIST = A + 0x1000;
const READ_ONLY = A + 0x8000;

const facts = (abi: string): Line =>
  header({
    abi,
    domain: { domid: 0, mode: 'pv', privileged: true, totPages: 64, maxPages: 4096 },
    regions: [
      { start: hex(A), end: hex(READ_ONLY) },
      { start: hex(READ_ONLY), end: hex(READ_ONLY + 0x1000), access: 'ro' },
    ],
  });

/** A 32-bit multicall of one entry, with that entry's result and first argument after it. */
function answered(word: number, memory: readonly Line[], result: number, wordAfter: number): Line {
  const one = multicall([[word, A]], memory, 'x86_32');
  const fragments = [...(one['memory'] as Line[])];
  const entry = fragments.pop()!;
  const before = String(entry['before']);
  const bytes = (n: number): string => `${n.toString(16).padStart(2, '0')}000000`;
  const after = before.slice(0, 8) + bytes(result) + bytes(wordAfter) + before.slice(24);
  return { ...one, memory: [...fragments, { ...entry, after }], result: 0 };
}

test("pages that cannot be told are the domain's, though no entry shows them", async () => {
  const value = reservation(READ_ONLY, 1, { extent_order: 10 });
  const one = multicall([[0, A]], [struct('xen_memory_reservation', value)]);
  const recorded = (pages: number): Line => ({
    ...one,
    result: 0,
    observed: { totPages: [64, pages] },
  });
  // Of an order that may be refused, it was handed out or not.
  expect((await replay([facts('x86_64'), recorded(64)]))[0]?.verdict).toBe('match');
  expect((await replay([facts('x86_64'), recorded(64 + 1024)]))[0]?.verdict).toBe('match');
});

test('a 32-bit entry that was preempted goes on, though its numbers cannot be told', async () => {
  const value = reservation(READ_ONLY, 2);
  const lists = [struct('xen_memory_reservation', value), list(READ_ONLY, [70, 71])];
  const line = { ...answered(6, lists, 1, 0x46), observed: { totPages: [64, 66] } };
  expect(await replay([facts('x86_32'), line])).toMatchObject([{ verdict: 'match' }]);
});

test("an entry that gave up pages that are none of the domain's is called false", async () => {
  const lists = [struct('xen_memory_reservation', reservation(LIST, 2)), list(LIST, [70, 71])];
  const line = { ...answered(1, lists, 2, 1), observed: { totPages: [64, 64] } };
  expect((await replay([facts('x86_32'), line]))[0]?.verdict).toBe('differ');
});

test('of a multicall that never came back nothing is said', async () => {
  const lists = [struct('xen_memory_reservation', reservation(LIST, 2)), list(LIST, [7, 7])];
  // Its result slot has what the guest left there.
  const [verdict] = await replay([facts('x86_64'), multicall([[0, A]], lists, 'x86_64', 2n)]);
  expect(verdict?.verdict).toBe('skip');
});
