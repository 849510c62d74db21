import { describe, expect, it } from 'vitest';
import {
  add,
  all,
  decrease,
  EINVAL,
  ENOENT,
  header,
  type Line,
  P,
  populate,
  Q,
  RAM,
  remove,
  results,
  sharedInfo,
  verdicts,
} from './lines.js';

describe('a guest of 32 bits: how wide the longs of its hypervisor are', () => {
  const first = { ...header, abi: 'arm32' };
  const far = (gfn: bigint): bigint => gfn | (1n << 32n);
  const told = (lines: readonly Line[]): Promise<string[]> => verdicts(lines, first);

  it.each([
    ['a page number', decrease([far(P)], 1), decrease([far(P)], 0)],
    ['an index', add(0, 1n << 32n, P, 0), add(0, 1n << 32n, P, EINVAL)],
    ['a place', sharedInfo(P | (1n << 40n), 0), sharedInfo(P | (1n << 40n), EINVAL)],
    ['a page to remove', remove(far(P), 0), remove(far(P), ENOENT)],
  ])('is shown by %s, and holds from then on', async (_, narrow, wide) => {
    const [cut, kept] = [decrease([far(Q)], 1), decrease([far(Q)], 0)];
    expect(await told([narrow, cut])).toEqual(['match', 'match']);
    expect(await told([narrow, kept])).toEqual(['match', 'differ']);
    expect(await told([wide, kept])).toEqual(['match', 'match']);
    expect(await told([wide, cut])).toEqual(['match', 'differ']);
  });

  it('stays open where it makes no difference', async () => {
    const either = [decrease([far(5n)], 0), decrease([RAM + 64n], 0)];
    for (const result of [0, 1])
      expect(await told([...either, decrease([far(Q)], result)])).toEqual(all('match', [1, 2, 3]));
  });

  it('is the cause of no result that neither width has', async () => {
    expect(await told([decrease([far(P)], 2), populate([far(P)], EINVAL)])).toEqual([
      'differ',
      'differ',
    ]);
  });

  it('is 64 bits in a run', async () => {
    expect(await results([decrease([far(P)], 0), decrease([P], 1)], first)).toEqual([0, 1]);
  });
});
