import { expect, test } from 'vitest';
import {
  A,
  call,
  header,
  hex,
  type Line,
  list,
  replay,
  reservation,
  reserve,
  struct,
} from '../hypervisor/lines.js';

/* What translated guests were seen to get, and a model without the rule called false. */

const LIST = A + 0x1000;

const facts = (more: Line = {}, domain: Line = {}): Line =>
  header({
    abi: 'x86_64',
    host: { addressBits: 36 },
    domain: { domid: 0, mode: 'translated', privileged: true, totPages: 64, ...domain },
    frames: [{ gfn: 128, count: 64 }],
    ...more,
  });

const verdicts = async (lines: readonly Line[]): Promise<string[]> =>
  (await replay(lines)).map(({ verdict }) => verdict);

test.each([
  ['x86_64', 1],
  ['arm64', 0],
])('an extent that begins at the last page number goes on at the first: %s', async (abi, done) => {
  const last = (1n << 64n) - 1n;
  const lines = [
    facts({ abi }, { maxPages: 96 }),
    reserve(6, reservation(LIST, 1, { extent_order: 2 }), [list(LIST, [last])], {
      result: 0,
      observed: { totPages: [64, 68] },
    }),
    // Page 0 was a hole.
    reserve(1, reservation(LIST, 1), [list(LIST, [0])], { result: done }),
    reserve(1, reservation(LIST, 1), [list(LIST, [3])], { result: 0 }),
  ];
  expect(await verdicts(lines)).toEqual(['match', 'match', 'match']);
});

test('a 32-bit list of page numbers is read before a caller is refused a resource', async () => {
  const acquire = (frame_list: number): Line =>
    call(28, [
      struct('xen_mem_acquire_resource', {
        domid: 0,
        type: 1,
        id: 0,
        nr_frames: 1,
        pad: 0,
        frame: '0',
        frame_list: hex(frame_list),
      }),
      list(LIST, [200]),
    ]);
  const lines = [
    facts({ abi: 'x86_32' }, { domid: 1, privileged: false }),
    { ...acquire(A + 0x20000), domid: 1, result: -14 },
    { ...acquire(LIST), domid: 1, result: -13 },
  ];
  expect(await verdicts(lines)).toEqual(['match', 'match']);
});
