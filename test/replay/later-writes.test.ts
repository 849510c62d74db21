import { expect, test } from 'vitest';
import {
  A,
  header,
  type Line,
  list,
  multicall,
  replay,
  reservation,
  run,
  struct,
} from '../hypervisor/lines.js';

/*
 * A multicall shows memory after its last entry. What an entry told the guest and a later one wrote
 * upon is not told: true multicalls were once called false for it.
 */

const LIST = A + 0x1000;
const LATER = A + 0x2000;

const INCREASE = 0;
const DECREASE = 1;
const POPULATE = 6;

const argument = (at: number, start: number, n: number): Line =>
  struct('xen_memory_reservation', reservation(start, n), at);

async function replayed(one: Line): Promise<string[]> {
  const lines = await run([header(), one]);
  return (await replay(lines)).flatMap(({ verdict, differences }) => [
    verdict,
    ...differences.map(({ path, expected, actual }) => `${path} ${expected} ${actual}`),
  ]);
}

test('the page numbers of one entry are the frames that an earlier one was given', async () => {
  const one = multicall(
    [
      [INCREASE, A],
      [POPULATE, A + 0x100],
    ],
    [argument(A, LIST, 4), argument(A + 0x100, LIST + 8, 2), list(LIST, [7, 7, 7, 7])],
  );
  expect(await replayed(one)).toEqual(['match']);
});

test('frames that an earlier entry was given are overwritten by a later one', async () => {
  const one = multicall(
    [
      [POPULATE, A],
      [POPULATE, A + 0x100],
    ],
    [argument(A, LIST, 3), argument(A + 0x100, LIST + 4, 2), list(LIST, [70, 71, 72])],
  );
  expect(await replayed(one)).toEqual(['match']);
});

test('lists beside each other are told as ever', async () => {
  const one = multicall(
    [
      [POPULATE, A],
      [DECREASE, A + 0x100],
    ],
    [argument(A, LIST, 2), argument(A + 0x100, LATER, 1), list(LIST, [70, 71]), list(LATER, [130])],
  );
  const lines = await run([header(), one]);
  expect((await replay(lines)).map(({ verdict }) => verdict)).toEqual(['match']);
  const lie = JSON.parse(JSON.stringify(lines[1])) as { memory: { after?: string }[] };
  // The first frame of the first list becomes the first of the domain's own.
  lie.memory[2]!.after = `80${lie.memory[2]!.after!.slice(2)}`;
  expect((await replay([lines[0]!, lie as unknown as Line])).map(({ verdict }) => verdict)).toEqual(
    ['differ'],
  );
});
