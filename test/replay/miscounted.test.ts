import { expect, test } from 'vitest';
import { A, header, type Line, list, replay, reservation, reserve } from '../hypervisor/lines.js';

/*
 * A decrease that failed inside an extent: how far it came is told by the page count alone, and
 * of some pages it is not known whether they stayed. What the call may have freed is in doubt.
 */

const LIST = A + 0x1000;

const facts = header({
  frames: [
    { mfn: 0x80, count: 16, pfn: 0 },
    { mfn: 0x122, count: 5, pfn: 16 },
  ],
  domain: { domid: 0, mode: 'pv', privileged: true, totPages: 21, maxPages: 96 },
});

/** Eight pages whose numbers nobody is told. */
const untold = reserve(0, reservation(0, 8), [], { result: 8, observed: { totPages: [21, 29] } });

/** One extent of eight frames, of which the first two may be two of those. */
const decreased = (pages: number): Line =>
  reserve(1, reservation(LIST, 1, { extent_order: 3 }), [list(LIST, [0x120])], {
    result: 0,
    observed: { totPages: [29, 29 - pages] },
  });

/** One frame that was handed out. */
const increased = (mfn: number): Line => ({
  ...reserve(0, reservation(LIST, 1), [
    {
      ...list(LIST, [0]),
      after: `${mfn
        .toString(16)
        .padStart(4, '0')
        .replace(/(..)(..)/, '$2$1')}000000000000`,
    },
  ]),
  result: 1,
});

const judged = async (pages: number, mfn: number): Promise<(string | undefined)[]> =>
  (await replay([facts, untold, decreased(pages), increased(mfn)])).map(({ verdict }) => verdict);

test.each([
  [7, 0x122],
  [7, 0x126],
  [6, 0x126],
  [2, 0x122],
  [1, 0x121],
])('%d pages went, and frame %d may be handed out again', async (pages, mfn) => {
  expect(await judged(pages, mfn)).toEqual(['match', 'match', 'match']);
});

test('frames that it did not name are owned as before', async () => {
  expect(await judged(7, 0x82)).toEqual(['match', 'match', 'differ']);
});
