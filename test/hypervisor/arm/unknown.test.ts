import { describe, expect, it } from 'vitest';
import {
  all,
  decrease,
  device,
  EBUSY,
  EINVAL,
  ENOENT,
  EOPNOTSUPP,
  exchange,
  grantFrame,
  header,
  maximum,
  P,
  populate,
  Q,
  RAM,
  remove,
  results,
  sharedInfo,
  verdicts,
} from './lines.js';

describe('what only a recording can tell is believed once', () => {
  it('how many frames a grant table has', async () => {
    const lines = [grantFrame(40n, P, 0), grantFrame(39n, Q, 0), grantFrame(64n, Q, EINVAL)];
    expect(await verdicts(lines)).toEqual(all('match', lines));
    const less = [...lines, grantFrame(38n, Q, EINVAL), grantFrame(65n, Q, 0)];
    expect((await verdicts(less)).slice(3)).toEqual(all('differ', [1, 2]));
  });

  it('how far page numbers go', async () => {
    const lines = [sharedInfo(1n << 30n, EINVAL), sharedInfo((1n << 30n) + 1n, EINVAL)];
    expect(await verdicts(lines)).toEqual(['match', 'match']);
    expect(await verdicts([lines[0]!, sharedInfo(1n << 31n, 0)])).toEqual(['match', 'differ']);
  });

  it("whether a device's frame took a page's place", async () => {
    const flash = device(0n, P, 0);
    expect(await verdicts([flash, remove(P, 0), exchange(P, EINVAL)])).toEqual(
      all('match', [1, 2, 3]),
    );
    const took = [
      flash,
      exchange(P, EINVAL),
      remove(P, ENOENT),
      decrease([P], 0),
      populate([P], 1),
    ];
    expect(await verdicts([...took, remove(P, 0)])).toEqual(all('match', [...took, 1]));
    expect(await verdicts([flash, exchange(P, EINVAL), remove(P, 0)])).toEqual([
      'match',
      'match',
      'differ',
    ]);
    expect(await verdicts([flash, remove(P, EINVAL)])).toEqual(['match', 'differ']);
  });

  it('and what agrees either way leaves it open', async () => {
    // The second page is a hole: the extent fails whether or not the first is still there.
    const lines = [decrease([Q], 1), device(0n, P, 0), decrease([P], 0, 1)];
    for (const result of [0, ENOENT])
      expect(await verdicts([...lines, remove(P, result)])).toEqual(all('match', [1, 2, 3, 4]));
    expect(await verdicts([...lines, remove(P, EINVAL)])).toEqual([
      ...all('match', lines),
      'differ',
    ]);
  });
});

describe('a run', () => {
  it('tells nothing that depends on a call of which it could not tell the outcome', async () => {
    const lines = [grantFrame(1n, P, 0), remove(P, 0), populate([P], 1), remove(P, 0)];
    expect(await results(lines)).toEqual([undefined, undefined, 1, 0]);
    const far = [sharedInfo(1n << 30n, 0), maximum(1n << 30n), sharedInfo(P, EBUSY)];
    expect(await results(far)).toEqual(all('', far).map(() => undefined));
  });
});

describe('a header that does not say which frames are whose', () => {
  const { frames: _frames, ...open } = header;
  it('has what the recording shows', async () => {
    const lines = [
      decrease([P, Q], 1),
      decrease([P], 0),
      exchange(Q, EINVAL),
      populate([Q], 0),
      populate([P], 1),
      remove(P, 0),
      remove(Q, ENOENT),
      exchange(RAM + 2n, EOPNOTSUPP),
      remove(RAM + 3n, EINVAL),
    ];
    expect(await verdicts(lines, open)).toEqual([...all('match', lines.slice(1)), 'skip']);
    expect(await results([decrease([P], 1), populate([Q], 1)], open)).toEqual([
      undefined,
      undefined,
    ]);
  });
  it('says nothing of frames that the host has not', async () => {
    const beyond = 0x80000n;
    expect(await verdicts([decrease([beyond], 1), populate([beyond], 1)], open)).toEqual([
      'differ',
      'differ',
    ]);
  });
});

it('after a call of which nobody knows what it was about, each page is as calls show it', async () => {
  // The argument lies where no fragment is: some page was removed.
  const unseen = { ...remove(P, 0), memory: [] };
  const lines = [remove(P, ENOENT), remove(Q, 0), remove(Q, ENOENT), populate([P, Q], 2)];
  expect(await verdicts([unseen, ...lines])).toEqual(['skip', ...all('match', lines)]);
  // What there may be besides memory, nobody knows.
  expect(await verdicts([unseen, remove(P, EINVAL)])).toEqual(['skip', 'skip']);
  expect(await verdicts([unseen, remove(P, 0), remove(P, 0)])).toEqual(['skip', 'match', 'differ']);
});
